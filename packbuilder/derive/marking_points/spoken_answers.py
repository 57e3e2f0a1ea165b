"""Answers behind a question's marks in other languages than English: "Citez deux gaz (2 points) : l'azote, l'oxygène"."""

from __future__ import annotations

import re
from typing import NamedTuple

from packbuilder.derive.marking_points.examples import RECALLED, in_pieces
from packbuilder.derive.marking_points.openings import Opened, by_command, opened
from packbuilder.derive.marking_points.spoken_told import sentences, told
from packbuilder.grammars import Grammar, folded
from packbuilder.patterns import regex

UNIT = (
    r"(?:marks?|points?|pts?|ptos?|puntos?|rohpunkte?|punkte?|punkt(?:y|ów)|pkt|be|vp|marciau|[fm]arc|μ[όο]ρι[αο]|μον[άα]δ(?:ες|α)|μον)\.?"
)
"""What marks are called."""
_BEHIND = regex(
    rf"(?P<asked>\S.{{7,}}?)\s*[\[(](?:max\.?\s*)?(?:(?P<n>\d{{1,2}})\s*(?P<unit>{UNIT}|p\.?)?|{UNIT}\s*(?P<after>\d{{1,2}}))[\])]\s*(?P<sign>[:.;]|[–—-](?=\s))?\s+(?P<given>\S.*)$",
    re.IGNORECASE,
)
_OWN = regex(r"\s*[\[(]\d{1,2}[\])](?=\s*(?:[;,.]|$))")
"""Marks of one answer."""
_WITHIN = regex(rf"\s*[\[(](?P<n>\d{{1,2}})\s*{UNIT}[\])](?=\s+\w)", re.IGNORECASE)
"""Marks of one command among several."""


class Answered(NamedTuple):
    """A point without the answers behind its marks, these, and the marks."""

    asked: str
    given: str
    marks: int


def without_answers(words: str, grammar: Grammar) -> Answered | None:
    """Return a point without what stands behind its marks and answers it; None where nothing does, or another command stands there.

    What tells a candidate how to answer belongs to what is asked: "Analysez le rôle du chœur (10). Appuyez-vous sur le texte."
    """
    found = _BEHIND.match(words)
    if not found or not (found["unit"] or found["after"] or found["sign"]):
        return None
    given, asked, marks = found["given"], found["asked"].rstrip(" :;"), int(found["n"] or found["after"])
    if found["sign"] in (".", None) and all(told(each, grammar, turned=True) for each in sentences(given)):
        return Answered(asked=f"{asked.rstrip(' .')}. {given}", given="", marks=marks)
    if (
        folded(given.split()[0]) in grammar.joints
        or by_command(given.split(), grammar)
        or isinstance(opened(given.split(), grammar), Opened)
    ):
        return None
    return Answered(asked=asked, given=_OWN.sub("", given).rstrip(" ."), marks=marks)


def without_inner(words: str) -> tuple[str, int]:
    """Return a point without marks before another command ("Citez X (2 points) et expliquez Y"), and how many they are."""
    return _WITHIN.sub("", words), sum(int(each["n"]) for each in _WITHIN.finditer(words))


def credited(given: str, command: str, grammar: Grammar, *, counted: bool) -> tuple[str, ...]:
    """Return an answer as what is credited one by one: what is recalled is a list, what is explained is parted by semicolons alone."""
    if ";" in given:
        return tuple(piece for each in given.split(";") if (piece := each.strip(" .,")))
    if command in RECALLED:
        return in_pieces(given, grammar)
    return tuple(piece for each in given.split(", ") if (piece := each.strip(" .,"))) if counted else (given,)
