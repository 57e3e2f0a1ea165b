"""Creditworthy points as banks write them, in answers marked by points and in the working of calculations."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic
from packbuilder.fields import Fields
from packbuilder.model.scheme import CreditPoint, MarkType
from packbuilder.question_types.common import text_of, texts

_TYPES: dict[str, MarkType] = {"": "", "M": "M", "A": "A", "B": "B"}


def read_points(fields: Fields, name: str, problems: list[Diagnostic]) -> tuple[CreditPoint, ...]:
    """Read the list `name` of points: text, marks, accept, reject, ignore, essential words, and the mark's type (M, A or B)."""
    points = []
    for entry in fields.mappings(name):
        own = Fields(entry, what="a point", code="B2")
        points.append(
            CreditPoint(
                text=text_of(own, "text", problems, required=True),
                marks=own.integer("marks", 1, low=1, high=20),
                accept=texts(own, "accept", problems),
                reject=texts(own, "reject", problems),
                ignore=texts(own, "ignore", problems),
                essential=texts(own, "essential", problems),
                mark_type=_TYPES[own.choice("type", ("M", "A", "B"), "")],
                span=entry.span,
            )
        )
        problems.extend(own.finish())
    return tuple(points)
