"""R9s: a statement of fact. It is the answer itself, so no question can be made by putting a verb before it."""

from __future__ import annotations

from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Outcome


def statement(point: Normal) -> Outcome:
    """Leave out a sentence with a finite verb; where it names a term of the topic, a gap can still be made of it."""
    return STATED if is_statement(point.body) else None
