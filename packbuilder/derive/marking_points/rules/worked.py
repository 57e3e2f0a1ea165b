"""R4w: something to be worked out, with its values and its result ("Given that y = ln(5x), find dy/dx: 1/x"), is asked as it stands."""

from __future__ import annotations

from packbuilder.derive.marking_points.masks import unmasked
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.derive.marking_points.tariff import CALCULATED
from packbuilder.derive.marking_points.worked_out import SAID_OF_ALL, has_values, reckons
from packbuilder.patterns import regex
from packbuilder.text import capital

_NUMBERS = regex(r"\d[\d.,]*")
_TO_SHOW = regex(r"(?:Show|Prove) that\b")
_ENOUGH = 2
"""Numbers of what is to be shown: the result, and one that it comes from."""


def worked(point: Normal) -> Asked | None:
    """Ask for what can be worked out from the point's own words, where it says what it comes to."""
    there = unmasked(f"{point.scene} {point.body}", point.masks)
    if point.tail and SAID_OF_ALL.match(point.body):
        return Asked(rule="R4", command=CALCULATED, sentence=capital(point.body), confidence=0.8)
    if not point.tail or not reckons(point.body) or not has_values(there):
        return None
    if _TO_SHOW.match(point.body) and len(_NUMBERS.findall(there)) < _ENOUGH and "=" not in there:
        return None
    return Asked(rule="R4", command=CALCULATED, sentence=capital(point.body), confidence=0.8)
