"""R0n: what a candidate must not do. Two things that must not be confused can be told apart; the rest is guidance."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_CONFUSED = regex(
    r"^(?:(?:do(?:es)?|should|must|did) not|don['’]t|not|avoid(?:s|ing)?|without|never)\s+(?:to\s+)?(?:confus\w+|mix\w*(?: up)?|conflat\w+|muddl\w+|equat\w+)\s+(?P<one>.+?)\s+(?:with|and|for)\s+(?P<two>.+)$",
    re.IGNORECASE,
)
_NOT = regex(
    r"^(?:(?:do(?:es)?|should|must|did|is|are) not\b|don['’]t\b|not\b(?! (?:gates?|all|every|only)\b)|avoid(?:s|ing)?\b|never\b|no\b|without\b|lack of\b|fail\w*\b)",
    re.IGNORECASE,
)


def negative(point: Normal) -> Outcome:
    """Ask for the difference between what must not be confused; leave out every other `must not`."""
    found = _CONFUSED.match(point.body)
    if found:
        sentence = f"Explain the difference between {lower(found['one'])} and {found['two']}"
        return Asked(rule="R0", command="Explain", sentence=sentence, confidence=0.85)
    if _NOT.match(point.body) and "because" in point.raw:
        return STATED
    if _NOT.match(point.body):
        reason = "it says what an answer must not do"
        return LeftOut(rule="R0", reason=reason, remedy="Write it under the misconceptions: it is then a “Do not credit” of its questions.")
    return None
