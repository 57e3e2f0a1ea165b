"""R9s: a statement of fact. It is the answer itself, so no question can be made by putting a verb before it."""

from __future__ import annotations

from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.gate import unfit
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Outcome
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.words import lower


def statement(point: Normal) -> Outcome:
    """Leave out a sentence with a finite verb; where it names a term of the topic, a gap can still be made of it."""
    if is_statement(point.body):
        return STATED
    return (unfit(f"Describe {lower(point.body)}") or STATED) if verb_behind(point.body) else None
