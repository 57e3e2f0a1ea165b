"""Leafing: the pages of a copy in the order in which somebody reads them who folds, or does not fold, its sheets.

It follows the paper, not the rules by which pages were put there (`typeset.imposition`), so that a mistake in those is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.model.print_habits import PrintHabits
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a copy's sheets: the side, from 0, and which of its pages, from the left."""

    side: int
    column: int


def across(habits: PrintHabits) -> int:
    """Return how many pages stand side by side."""
    return 2 if habits.folded or habits.imposition == "2up" else 1


def turned(habits: PrintHabits) -> str:
    """Return over which edge paper has to be turned between its sides, so that all of them stand upright in their order."""
    return "short" if across(habits) > 1 or habits.imposition == "duplex-short" else "long"


def leafed(sides: int, habits: PrintHabits) -> tuple[Place, ...]:
    """Return the places of a copy's pages in reading order."""
    if habits.folded:
        return tuple(_folded(range(0, sides - 1, 2)))
    return tuple(Place(side, column) for side in range(sides) for column in range(across(habits)))


def _folded(fronts: Sequence[int]) -> Iterator[Place]:
    """Yield the pages of sheets that lie in each other, the first outermost, each with its front down and folded in the middle.

    Behind the right half of a front is the left half of its back, since the paper is turned over its short edge.
    """
    for front in fronts:
        yield from (Place(front, 1), Place(front + 1, 0))
    for front in reversed(fronts):
        yield from (Place(front + 1, 1), Place(front, 0))
