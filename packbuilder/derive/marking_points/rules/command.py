"""R4: a point that opens with a verb in the imperative, or in the third person ("Explains how"), keeps it."""

from __future__ import annotations

from packbuilder.derive.marking_points.clauses import parse
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Outcome
from packbuilder.derive.marking_points.sentences import joined


def command(point: Normal) -> Outcome:
    """Read `Explain X and describe Y`, `Explains X`."""
    form, clauses = parse(point.body)
    return joined(clauses, "R4") if clauses and form in ("base", "third") else None
