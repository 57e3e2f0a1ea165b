"""Words for markers: what a candidate's question never says ("max 3", "owtte", "accept", "must mention", marks that were left over)."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.mark_codes import ends_in_code
from packbuilder.patterns import regex

_SIGN = r"(?:^|[.;:(\[–—-]\s*|\s[–—-]\s)"
"""Behind one of these stands what is no part of the question before it."""
_CREDIT = r"credit(?! (?:cards?|unions?|ratings?|controls?|terms?|crunch|sales|notes?|purchases|side|entr(?:y|ies)|balances?|customers?|transfers?|scores?))"
"""What markers do; "credit sales" are of the subject."""
_TOLD = rf"accept|reject|allow|ignore|condone|{_CREDIT}|award(?! ceremon)|do not (?:accept|credit|allow)|must (?:mention|refer|include|state|name|be|have|use|conclude|reach)|named example|units? required"
_LEVEL = r"(?:[Ll]evel|[Bb]and|L)\s?\d"
_PIECES = (
    r"\b(?:owtte|AVP|OFR|SPaG|SPAG|QWC|ecf|ORA)\b|\bora$",  # "photosynthesis; owtte"
    r"\bto (?:support|illustrate) (?:the |any )?(?:points?|arguments?|claims?) made$",  # "name destinations to support points made"
    r"\b[MAB]\d for\b",  # "(B1 for (4, 1))"
    r"(?<!is )(?<!are )(?<!was )(?<!were )\b(?:rewarded|assumed|credited|awarded)$",  # "conduction rewarded"
    r"(?:\.\.\.|…|[–—-]) not (?:needed|required|expected|essential)$|\bMUST (?:be|have|include|mention|show|state|refer)\b",
    r"\b(?:full and|fully|partially) correct\b|\bquality of written communication\b",
    rf"{_SIGN}(?:[Ff]or\s+)?\d{{1,2}}\s*marks?\b|,\s*\d{{1,2}}\s*marks?$|\bfor \d{{1,2}} marks?,|½\s*marks?\b|\b\d\s*marks?\s*[+&]",  # "... supply. 2 marks + 2 marks"
    r"\b(?:and |, )up to \d (?:more )?for\b|\bmarks? up to \d|\bup to \d+ (?:marks?|for each)\b|\bmarks? (?:each|per|available|awarded)\b",
    r"(?:^|[\s(\[,;.])[Mm]ax(?:imum)?\.?\s*(?:of\s*)?\d+\b(?!\s*(?:%|°|(?!if\b|for\b|without\b|marks?\b)[a-zA-Z]))",  # "Max 4 if one-sided"; "max 5 V" is a value
    rf"\b(?:of|in|for|to|reach|access|achieve|into|beyond|gains?)\s+(?:the\s+)?(?:top of\s+)?{_LEVEL}\s*(?=[.,;:)]|$)",  # "for top of Level 2"
    r"\b(?:Level|Band|L)\s?\d\s*[(:–-]|\.\s+Levels?$|\b(?:top|bottom) (?:band|level)s?$",  # "Level 1: simple statements"
    rf"{_SIGN}(?:{_TOLD}|R:|A:|I:|Acc:)(?!\w)|[.;(\[]\s*(?i:{_TOLD})(?!\w)",  # "osmosis; R: diffusion alone"
    r",\s*(?:accept (?:any|all|[‘'“\"])|must mention\b)|\bonly credit\b|\b(?:credit|award) (?:points?|answers?|responses?|marks?)\b",
)
_MARKERS = regex("|".join(_PIECES))
_CANDIDATES = regex(r"\b(?:candidates?|examinees?)\b", re.IGNORECASE)
_ELECTIONS = r"elect(?:s|ed|ing|ions?|oral|orates?|ors?)?|vot(?:es?|ed|ers?|ing)|ballots?|primar(?:y|ies)|polls?|constituenc(?:y|ies)|part(?:y|ies)|presiden\w*"
OF_ELECTIONS = regex(rf"\b(?:{_ELECTIONS})\b", re.IGNORECASE)
"""Where candidates stand for something else than an exam; "electron" is no such word."""
_FOR_POSTS = regex(
    rf"\b(?:{_ELECTIONS}|jobs?|posts?|vacanc\w*|recruit\w*|interview\w*|applica\w*|employ\w*|select\w*|MPs?|parliament\w*|campaign\w*|drugs?)\b",
    re.IGNORECASE,
)
"""Where they may be those of an election, for a post or for a trial: what a marker is told has no such word but by chance."""
_STRAY = regex(
    r"(?<=[.?!])\s*x\s?\d$|[.?]\s*\d{1,2}\s*\+\s*\d{1,2}$|(?<=[a-z]\s)[\[(]\d[\])]\s*[:;]|(?<=[a-z,’'])(?<!\bof)(?<!\bis)(?<!\bby)(?<!\bto)\s+[\[(]\s*\d{1,2}\s*(?:m|marks?|\*)?\s*[\])]$"
)
"""Marks that were left over: "... recovery. x 2", "(4m)", "(9*)", "[1"."""


def speaks_to_markers(sentence: str) -> bool:
    """Whether a sentence holds words that only those who mark write."""
    return bool(
        ends_in_code(sentence)
        or _MARKERS.search(sentence)
        or _STRAY.search(sentence)
        or (_CANDIDATES.search(sentence) and not _FOR_POSTS.search(sentence))
    )
