"""R2: a gerund, or two, become imperatives; those that go on later in the sentence follow."""

from __future__ import annotations

from packbuilder.derive.marking_points.clauses import parse
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Outcome
from packbuilder.derive.marking_points.sentences import joined


def gerund(point: Normal) -> Outcome:
    """Read `Explaining X and linking it to Y`."""
    if not point.body.split(" ", 1)[0].casefold().removeprefix("critically ").rstrip(",").endswith("ing") and not point.body.startswith(
        "Critically "
    ):
        return None
    form, clauses = parse(point.body)
    return joined(clauses, "R2") if form == "gerund" and clauses else None
