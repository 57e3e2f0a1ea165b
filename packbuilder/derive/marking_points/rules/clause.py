"""R5: a clause with how, why, what or to what extent is explained, described or assessed."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Outcome
from packbuilder.derive.marking_points.rules.knowledge import understood
from packbuilder.patterns import regex

_CLAUSE = regex(
    r"^(?:how far|to what extent|the extent to which|how|why|what|when|where|whether|which|the ways? (?:in which|that)|(?:the )?reasons? (?:why|that))\b",
    re.IGNORECASE,
)


def clause(point: Normal) -> Outcome:
    """Read `How tides shape beaches`, `The extent to which X succeeded`."""
    if not _CLAUSE.match(point.body):
        return None
    body = re.sub(r"^the extent to which\b", "to what extent", point.body, flags=re.IGNORECASE)
    body = re.sub(r"^(?:the )?reasons? (?:why|that)\b", "why", body, flags=re.IGNORECASE)
    body = re.sub(r"^the ways? (?:in which|that)\b", "how", body, flags=re.IGNORECASE)
    return understood(body[:1].lower() + body[1:], "R5")
