"""Notation: what stands at a question's end about marks, objectives, tiers and the way of marking, written as plain marks or taken off."""

from __future__ import annotations

import re

from packbuilder.amounts import FEW
from packbuilder.patterns import regex

_TAKEN_OFF = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        # "AO1/AO2", "[AO1 3, AO2 3]"
        r"(?<![\s,;–—-])[\s,;–—-]*[\[(]?\s*\bAO\s?\d(?:[\s/,&+:;=()–-]*(?:AO\s?\d|\d{1,2}\b|marks?\b|and\b))*\s*[\])]?\.?$",
        # "(HT)", "[Higher tier only]"
        r"\s*[\[(](?:HT|FT|higher|foundation)(?:\s+tier)?(?:\s+only)?[\])]\.?$",
        # "*QWC", "(SPaG 4)"
        r"[\s.]*(?:\*\s*)?[\[(]?\b(?:QWC|SPaG)(?:\s*[:+]?\s*\d{1,2}(?: marks?)?)?[\])]?\.?$",
        # "Level marked", "Marked by levels of response"
        r"(?<![.;,\s])[.;,\s]+(?:levels?[- ](?:marked|based)|levels? of response|(?<=\.\s)levels(?=\.?$)|mark(?:ed)? (?:by|in|with|using) levels(?: of response)?)\.?$",
        # "1 mark per step", "2 marks each"
        rf"[.;,\s]+{FEW} marks? (?:each|per [\w ]{{3,20}}|for each [\w ]{{3,30}})\.?$",
        # "2 marks knowledge, 2 application, 1 analysis"
        r"[.;,\s]+\d marks? (?:for )?(?:knowledge|application|analysis|evaluation|understanding|identif\w+|explanation|method)\b(?:\s*[,;+]\s*(?:and )?\d (?:marks? )?(?:for )?[\w ]{3,24})*\.?$",
        # "KAA", "K A A E": knowledge, application, analysis, evaluation
        r"(?:(?<=[a-z)’'])[.;]|(?<=[.?)]))\s+K\s?A\s?A(?:\s?[AE]){0,2}\.?$",
        # "Any two", after a list
        rf"[.;,]?\s+\(?any {FEW}\)?\.?$",
    )
)
_PRODUCT = regex(r"\s*[\[(](?P<one>\d{1,2})\s?[x×]\s?(?P<other>\d{1,2})(?:\s*marks?)?[\])]\.?$", re.IGNORECASE)
_SUM = regex(
    r"\s*[\[(](?P<all>\d{1,2}(?:\s*\+\s*\d{1,2})+)(?P<apart>\s*(?:SPaG|QWC))?(?:\s*marks?)?[\])]\.?$|(?<=\.)\s+(?P<bare>\d(?:\s*\+\s*\d)+)\s+marks?\.?$",
    re.IGNORECASE,
)
_EXPLAINED = regex(r"\s*[\[(](?P<n>\d{1,2})\s+marks?\s*[:;,–-]\s*[^\[\]]*[\])]\.?$", re.IGNORECASE)
"""Marks with how they are given ("[2 marks: 1 for a partial definition]")."""
_MAXIMUM = regex(r"[.;,]?\s+\(?(?:max(?:imum)?\.?(?: of)? (?P<n>\d{1,2})(?: marks?)?|any \w+ for (?P<m>\d) marks?)\)?\.?$", re.IGNORECASE)
_PLAIN = regex(r"(?:[\[({]\s*\d{1,2}(?:\s+marks?)?\s*[\])}]|\b\d{1,2}\s+marks?)\s*\.?$", re.IGNORECASE)

_NESTED = regex(
    r"^(?P<asked>[^()\[\]:]{8,}?)\s*\((?P<list>(?=[^;]*;)[^()]*(?:\(\d\)[^()]*){2,})\)(?P<marks>\s*[\[(]\d{1,2}(?: marks?)?[\])])?\.?$"
)


def opened(words: str) -> str:
    """Return a point whose answers stand in brackets, each with its marks in brackets of their own, with a colon instead."""
    found = _NESTED.match(words)
    return f"{found['asked']}: {found['list'].strip()}{found['marks'] or ''}" if found else words


_BETWEEN = regex(r"(?P<stop>[.?])?,?\s+(?:/(?P<n>\d{1,2})|(?P<said>\d{1,2})\s+marks?\.?)\s+(?=[A-Z][a-z])")
"""Marks behind a question and before the sentence that answers it."""
_SAID = regex(r"\d\s*marks?\b|/\d")


def with_plain_marks(words: str) -> str:
    """Return a point that ends in its marks alone ("[3]"), whatever stood with them; as it is where nothing did.

    Marks without brackets between a question and its answer get theirs ("... was rejected. /3 It looked unfinished").
    """
    if len(_SAID.findall(words)) == 1:
        words = _BETWEEN.sub(lambda found: f"{found['stop'] or ''} ({found['n'] or found['said']}) ", words)
    marked = _PLAIN.search(words)
    if marked and not _SUM.search(words):
        return f"{_cleared(words[: marked.start()].rstrip())} {marked[0]}"
    return _cleared(words)


def _cleared(words: str) -> str:
    for _ in range(6):
        before = words
        words = _counted(words)
        for pattern in _TAKEN_OFF:
            found = pattern.search(words)
            if found and found.start() >= 8:
                words = words[: found.start()] + ("." if found[0].startswith(".") else "")
        if words == before:
            break
    return words


def _counted(words: str) -> str:
    """Return a point with a sum or a product of marks at its end written as one number."""
    if found := _PRODUCT.search(words):
        head, marks = words[: found.start()], int(found["one"]) * int(found["other"])
    elif found := _SUM.search(words):
        parts = [int(each) for each in re.findall(r"\d+", found["all"] or found["bare"])]
        # What is given for spelling is no part of the question's own marks.
        head, marks = words[: found.start()], sum(parts[:-1] if found["apart"] else parts)
    elif found := _EXPLAINED.search(words):
        head, marks = words[: found.start()], int(found["n"])
    elif (found := _MAXIMUM.search(words)) and found.start() >= 8:
        return f"{_cleared(words[: found.start()])} [{found['n'] or found['m']}]"
    else:
        return words
    return head if _PLAIN.search(head) else f"{head} [{marks}]"
