"""Quotas: how much of a paper is to be of a topic, an objective, a kind of question and so on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from math import ceil, floor, inf
from typing import Literal, TypeAlias

from packbuilder.diagnostics import Span
from packbuilder.model.item import Item
from packbuilder.model.objectives import objective_marks
from packbuilder.model.scheme import KeyScheme, LevelsScheme, PointsScheme
from packbuilder.values import dataclass

Measure: TypeAlias = Literal["marks", "share", "questions"]

_ANY = 10**9
"""More than anything adds up to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """From `low` to `high` marks, percent of the marks, or questions of a sort; `high` may be infinite.

    `over` names the sort of thing (`OVER`, `points`, `mean` or `spread`), `value` which of them; `words` is the quota as it was written, `span`
    where. A `mean` is of the difficulty, from 1 to 5, weighted by marks; a `spread` is its standard
    deviation, weighted likewise; `points` counts distinct marking points. `each`: the
    quota holds for every topic (objective ...) that the bank has.
    """

    over: str
    value: str
    low: float
    high: float
    measure: Measure = "marks"
    words: str = ""
    each: bool = False
    span: Span | None = None

    def bounds(self, marks: int) -> tuple[int, int]:
        """Return the least and the most amount on a paper of so many marks; amounts as `amount` gives them.

        A share is rounded inwards, so that what is met is met in percent too. Raises nothing: an empty range stays empty.
        """
        if self.over == "mean":
            return ceil(round(self.low * marks, 6)), floor(round(self.high * marks, 6))
        scale = marks / 100 if self.measure == "share" else 1.0
        most = _ANY if self.high == inf else floor(round(self.high * scale, 6))
        return ceil(round(self.low * scale, 6)), most

    def amount(self, item: Item) -> int:
        """Return what an item adds to the quota: marks or questions; for `mean` its difficulty times its marks."""
        if self.over == "mean":
            return item.difficulty * item.marks
        if self.over == "points":
            return _points(item)
        if self.over == "objective":
            marks = sum(worth for name, worth in objective_marks(item) if fnmatchcase(name.casefold(), self.value.casefold()))
        else:
            marks = item.marks if any(_matches(self.over, own, self.value) for own in OVER[self.over](item)) else 0
        return min(1, marks) if self.measure == "questions" else marks


def _points(item: Item) -> int:
    """Return how many marking points an item tests; one of a bank bears no keys, and tests what its scheme credits, or itself."""
    keys = sum(key.startswith("point:") for key in item.tests)
    credited = len(item.scheme.points) if isinstance(item.scheme, PointsScheme) else 1
    return keys or (max(1, credited) if item.rule == "bank" else 0)


def _marking(item: Item) -> str:
    """Return how an item is marked: point by point, by levels, or by its key alone."""
    if isinstance(item.scheme, LevelsScheme):
        return "levels"
    return "key" if isinstance(item.scheme, KeyScheme) else "points"


OVER: Mapping[str, Callable[[Item], tuple[str, ...]]] = {
    "topic": lambda item: (item.topic,),
    "objective": lambda item: tuple(name for name, marks in objective_marks(item) if marks),
    "kind": lambda item: (item.kind,),
    "difficulty": lambda item: (str(item.difficulty),),
    "command": lambda item: (item.command,),
    "marking": lambda item: (_marking(item),),
    "source": lambda item: ("bank" if item.rule == "bank" else "notes",),
}
"""What quotas may be over, and which values of it an item has."""


def _matches(over: str, own: str, wanted: str) -> bool:
    """Whether an item's value is the one wanted: by a pattern, in small letters; difficulties also by a range (`4-5`)."""
    if over == "difficulty" and "-" in wanted:
        low, _, high = wanted.partition("-")
        return int(low) <= int(own) <= int(high)
    return own == wanted or fnmatchcase(own.casefold(), wanted.casefold())
