"""R5q: a point that is a question already."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.patterns import regex

_WHAT_IS = regex(r"^what (?:is|are) (?:meant by )?(?:the term )?(?P<what>[^?,]{3,80})\?$", re.IGNORECASE)


def question(point: Normal) -> Outcome:
    """Turn `What is X?` into `State what is meant by X`; leave out what cannot be turned safely."""
    if not point.full.endswith("?"):
        return None
    if re.match(r"(?:to what extent|how far)\b", point.full, re.IGNORECASE):
        return Asked(rule="R5", command="Assess", sentence=point.full, confidence=0.85)
    found = _WHAT_IS.match(point.full)
    if found:
        return Asked(rule="R5", command="Define", sentence=f"State what is meant by {found['what'].strip()}", confidence=0.7)
    reason = "a direct question, which says neither how to answer nor for how much"
    return LeftOut(rule="R5", reason=reason, remedy="Begin it with a command word: Explain how …, Explain why …, Describe what ….")
