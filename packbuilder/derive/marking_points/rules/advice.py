"""R0: advice on answering ("Evaluate rather than describe"), and what answers earn ("Developed points reach Level 3"), ask for nothing of a subject."""

from __future__ import annotations

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.leads import without_marks
from packbuilder.remarks import is_advice

_REASON = "it says how to answer, or what answers earn, not what is asked"
_REMEDY = "Keep it for exam tips, or name the subject matter."


def advice(point: Normal) -> Outcome:
    """Leave out `Define key terms in the introduction`, `Only credit answers in joules` and the like."""
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY) if is_advice(without_marks(point.raw)) else None
