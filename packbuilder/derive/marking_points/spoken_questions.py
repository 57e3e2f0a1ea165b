"""Answers behind questions in other languages than English ("Qui a lancé l'appel du 18 juin ? De Gaulle"): they go to the scheme."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.openings import opened
from packbuilder.derive.marking_points.spoken_told import sentences, told
from packbuilder.grammars import Grammar, folded
from packbuilder.patterns import regex
from packbuilder.values import dataclass, replace

_ANSWERED = regex(
    r"(?P<asked>[^?]{6,}\?)\s*(?:[\[(](?P<marks>\d{1,2})\s*(?:[^\W\d_]{1,8}\.?)?[\])]\s*:?\s+)?"
    r"(?:\((?P<inside>[^()?]{2,})\)|[-–—:]?\s*(?P<behind>[^\s(\[?][^?]*))"
)
"""A question, its marks where these stand before the answer, and the answer, in brackets or not."""
_ADDRESSED = regex(r"\b(?:vous|votre|vos|usted|ustedes|chi|eich)\b|(?<=\s)(?-i:Sie|Ihre[nrms]?)\b", re.IGNORECASE)
"""Words to a candidate, which are no answer."""
_OPTIONS = regex(r"(?:^|\s)\(?[Aa][.)]?\s+\S.*\s\(?[Bb][.)]?\s+\S")
"""Several answers to choose from: not all of them are right."""
_PARTS = regex(r"\s*;\s+")
_GREEK = "el"
_GREEK_MARK = regex(r"[;\u037e]")
_GOES_ON = ("-", "–", "—", "/", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question, with its question mark, what answers it, and its marks (0: none are said before the answer)."""

    asked: str
    marks: int
    given: tuple[str, ...]


def answered_in(words: str, grammar: Grammar) -> Answered | None:
    """Return a question and the answer behind it; None where what stands there is a command, or speaks to a candidate ("Justifiez votre réponse").

    In Greek a question ends with a semicolon, which some notes have between things too: what opens with a question word and has one alone is a question.
    """
    marks = _GREEK_MARK.findall(words) if grammar.language == _GREEK and "?" not in words else []
    if not marks:
        return _answered(words, grammar)
    if len(marks) > 1 or not any(_opens(words, opener) for opener in grammar.openers):
        return None
    found = _answered(_GREEK_MARK.sub("?", words), grammar)
    return replace(found, asked=found.asked.replace("?", marks[0])) if found else None


def _opens(words: str, opener: str) -> bool:
    return folded(words).startswith(f"{opener} ")


def _answered(words: str, grammar: Grammar) -> Answered | None:
    found = _ANSWERED.fullmatch(words)
    if not found:
        return None
    given = (found["inside"] or found["behind"]).strip(" .")
    said = given.split()
    if not given or given.startswith(_GOES_ON) or opened(said, grammar) is not None or _ADDRESSED.search(given):
        return None
    if _OPTIONS.search(given) or any(told(each, grammar, turned=True) for each in sentences(given)):
        return None
    return Answered(
        asked=found["asked"], marks=int(found["marks"] or 0), given=tuple(each.strip() for each in _PARTS.split(given) if each.strip())
    )
