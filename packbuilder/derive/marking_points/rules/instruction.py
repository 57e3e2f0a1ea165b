"""R0: an instruction to markers is no question; it belongs to the point beside it."""

from __future__ import annotations

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.leads import for_markers

_REASON = "an instruction to markers, not something to ask"
_REMEDY = "Put it behind the point that it belongs to, or on the line below it."


def instruction(point: Normal) -> Outcome:
    """Leave out `this answer only`, `allow equivalent wording`, `max 2 marks` and the like."""
    if not for_markers(point.raw, point.body):
        return None
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
