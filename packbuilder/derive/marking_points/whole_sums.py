"""Skills that have all their values in the point itself: what is shown of numbers is asked; a sum or a program lacks something else, which is told."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.derive.marking_points.said import NEEDS_VALUES
from packbuilder.derive.marking_points.tariff import CALCULATED
from packbuilder.derive.marking_points.worked_out import reckons
from packbuilder.patterns import regex

_SIGNS = r"(?:[\d\s.+−–×÷*/^²³√()½¼¾⅓⅔{}-]|\\(?:[dt]?frac|times|div|cdot|sqrt|left|right)(?![a-z]))+"
"""A side of an equation of numbers: `2/3 ÷ 4/5`, `\\frac{2}{3} \\div \\frac{4}{5}`."""
_WORKED = r"(?=[^=]*\d[\s)}]*(?:[+−–×÷*/^²³-]|\\(?:times|div|cdot)))"
_IDENTITY = regex(rf"(?:Show|Prove|Verify) that \$?{_WORKED}{_SIGNS}=(?=[^=]*\d){_SIGNS}\$?\.?$")
"""What is shown of numbers alone, both sides of it: nothing else is needed, and the result is given."""

_OF_ALL_NUMBERS = regex(
    r"(?:Show|Prove)(?: algebraically| by [a-z]+)? that (?=.*\b(?:always|for (?:all|any|every))\b)(?:[^a-z:.]|(?<![a-z])[a-z](?![a-z]))+(?:is|are|≡|=|[<>≤≥])[^:.]*\.?$"
)
"""What holds of an expression in letters for all numbers: "Show that (n + 1)² - n² is always odd"."""
_BY_MEANS_OF = regex(
    r"(?:Show|Prove|Verify) that (?=[^:]*=)[^:.]+ (?:by (?:using|considering|drawing)|using|from first principles)\b(?! (?:the|these|this|your)\b)[^:.]*\.?$"
)
"""What is shown of an equation with the help of something that is named ("Show that tan 45° = 1 by using an isosceles right-angled triangle")."""
_OF_A_CURVE = regex(
    r"(?:Show|Prove|Verify)(?: from first principles| by [a-z]+)? that the (?:curve|graph|function|line|equation|quadratic|circle|sequence|polynomial|derivative of|integral of|gradient of) [^a-z:]*(?:[a-z](?![a-z])[^a-z:]*)+ (?:has|have|is|does|can|cannot|never|passes)\b[^:.]*\.?$"
)
"""What is shown of a curve by its equation ("Show that the curve y = x³ + 3x has no stationary points")."""
_IN_WORDS = r"(?:fraction|decimal|percentage|standard form|binary|denary|hexadecimal|simplest form|lowest terms|significant figures?|decimal places?)"
_SUM = regex(
    rf"[A-Z][a-z]+(?: out)?(?=[^.?]*\d)(?:\s+(?:{_IN_WORDS}|(?:of|as|to|in|an?|its)\b|[^a-z\s][^\s]*|[a-z](?![a-z])[^\s]*|\$[^$]+\$)[.,]?)+$"
)
"""A sum and no other words: "Work out 15% of 80", "Convert 0.25 to a fraction", "Solve 2x + 3 = 7"; not "Find the area of a 3 cm square"."""

_PROGRAM = regex(
    r"(?:Write|Create|Develop|Produce) (?:an? |the |some )?(?:[\w-]+ ){0,2}?(?:algorithm|program|function|procedure|subroutine|pseudocode|query|script)s?\b"
)
_GRAPH = regex(r"(?:Sketch|Plot|Draw) (?:the |an? )?(?:graph|curve|line)s?\b[^:=]*=\s?[^\s:]")
"""A graph by its equation: nothing else is needed to draw it."""


def with_all_values(point: str, outcome: Asked | LeftOut) -> Asked | LeftOut:
    """Return what becomes of a point, where it was left out and has all values that it needs."""
    if not isinstance(outcome, LeftOut):
        return outcome
    if _IDENTITY.match(point) or _OF_ALL_NUMBERS.match(point) or _BY_MEANS_OF.match(point) or _OF_A_CURVE.match(point):
        return Asked(rule="R4", command=CALCULATED, sentence=point.rstrip("."), confidence=0.8)
    if outcome.reason != NEEDS_VALUES:
        return outcome
    if reckons(point) and _SUM.match(point):
        remedy = f"Put what it comes to behind a colon: `{point.rstrip('.')}: ...`."
        return replace(outcome, reason="a sum: what it comes to is not there", remedy=remedy)
    if _PROGRAM.match(point):
        remedy = "Write it in a bank, with its `points:`."
        return replace(outcome, reason="a program or query: what its marks are given for is not there", remedy=remedy)
    if _GRAPH.match(point):
        remedy = "Write it in a bank, with its `points:` (a shape, where it crosses the axes)."
        return replace(outcome, reason="a graph: what its marks are given for is not there", remedy=remedy)
    return outcome
