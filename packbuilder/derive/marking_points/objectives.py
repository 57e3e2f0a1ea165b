"""Objectives: the assessment objectives that a point names itself: "(AO1/AO2)", "[1 AO1, 2 AO2]", "AO2: ..."."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_NAME = r"AO\s?(?P<name>[1-5])(?:[a-c](?![a-z]))?"
_SHARE = regex(
    rf"(?:(?<![\d.])(?P<before>\d{{1,2}})\s*(?:marks?\s*(?:for\s*)?)?(?:x\s*)?)?\b{_NAME}(?:\s*[:=–-]?\s*\(?(?P<after>\d{{1,2}})\b\)?(?!\s*(?:marks?\s*)?(?:for\s*)?AO))?",
    re.IGNORECASE,
)
_ALL = r"(?:(?:\d{1,2}|marks?|and|to|for|x|total|:)|AO\s?[1-5][a-c]?|[\s,;/&+=:()–—-])*"
_BRACKETS = regex(rf"\s*[\[(](?={_ALL}AO\s?[1-5]){_ALL}[\])](?=[\s.,;:]|$)", re.IGNORECASE)
"""Brackets that hold objectives, and nothing but numbers beside them."""
_FIRST = regex(
    rf"^\W*{_NAME.replace('?P<name>', '?:')}(?:\s*[/&+,-]\s*AO\s?[1-5])*\s*(?:[\[(]\d{{1,2}}(?:\s*marks?)?[\])])?\s*[:–—]", re.IGNORECASE
)
_LAST = regex(r"(?<=[\])?.])\s*AO\s?[1-3](?:\s*[/&+,–-]\s*AO\s?[1-3])*\.?$", re.IGNORECASE)
_BEHIND = regex(r"(?<=[\])])[.:,;]?\s+(?:A[O0]\s?[1-5][a-c]?\s*[:=–-]?\s*\d{1,2}(?:\s*marks?)?(?:[\s,;/+&]|and\b)*)+\.?(?=\s|$)")
"""What each objective has, behind a question's marks ("[8]. AO1 = 3, AO3 = 5.")."""
_ZERO = regex(r"\bA0(?=\s?[1-5]\b)")
"""A nought typed for the letter."""
_TO = regex(r"AO\s?([1-5])\s*(?:-|–|to)\s*AO\s?([1-5])", re.IGNORECASE)
_ONLY_NAMES = regex(r"[\s\[(]*AO\s?[1-5](?:\s*(?:[,/&+–-]|and|to)\s*AO\s?[1-5])*[\s\])]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A point without brackets that name objectives only, and the objectives that it names: those of the most marks first."""

    text: str
    objectives: tuple[str, ...] = ()


def served(text: str) -> Served:
    """Return what objectives a point names."""
    text = _ZERO.sub("AO", text)
    places = [found for pattern in (_BRACKETS, _BEHIND, _FIRST, _LAST) if (found := pattern.search(text))]
    if not places:
        return Served(text=text)
    said = " ".join(found[0] for found in places)
    marks: dict[str, int] = {}
    for each in _SHARE.finditer(_TO.sub(_each, said)):
        name = f"AO{each['name']}"
        marks[name] = max(marks.get(name, 0), int(each["before"] or each["after"] or 0))
    names = tuple(sorted(marks, key=lambda name: -marks[name]))
    # Brackets with marks in them are read with the marks.
    bare = _BRACKETS.sub(lambda found: "" if _ONLY_NAMES.fullmatch(found[0]) else found[0], _BEHIND.sub(" ", text))
    return Served(text=bare.strip(), objectives=names)


def _each(found: re.Match[str]) -> str:
    """Return a range of objectives one by one ("AO1-AO3")."""
    return ", ".join(f"AO{number}" for number in range(int(found[1]), int(found[2]) + 1))
