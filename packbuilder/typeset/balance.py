"""Balancing columns: a vertical list cut, in its order, into columns whose tallest is as low as can be.

That height is found by bisection: whether a list fits into columns of a height is told by filling them one after the other as far as
breaks allow, which no other way of cutting beats. Among the cuts that keep to it (within `_SLACK`) the evenest with the best breaks is
chosen over all columns together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from packbuilder.typeset.fragments import FORBIDDEN
from packbuilder.values import dataclass, replace

_SLACK = 1.06
"""The tallest column may be so much taller than it must, for a better break."""

_UNEVEN = 600.0
"""The cost of a column that stays empty, against those of breaks: 40 inside a paragraph."""

_SKIPPED = 1.0
"""The further cost of an empty column before others: where one must stay empty, it is the last."""

_CLOSE = 0.05
"""Heights are found to so many points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A slab as columns see it, in points: its height, the space to the next one, and the cost of a break after it.

    `part` is the number of the framed part that it belongs to. `again` is the height of what is shown once more over it where a column
    begins with it: the head of its table.
    """

    height: float
    space: float
    cost: float
    part: int = 0
    again: float = 0.0


@dataclass(frozen=True, slots=True)
class Frames:
    """Space in points above and below what is framed, and between two frames."""

    padding: float = 0.0
    gap: float = 0.0


class Run:
    """A vertical list that knows how high each of its stretches stands in a column.

    `heads` are the heights of what is said again over a part that goes on in another column, with the space below, by the part's
    number. None, nor what pieces have `again`, may be higher than what its part or its table begins with and may not be parted from: else
    filling would not be the best cut.
    """

    def __init__(self, pieces: Sequence[Piece], frames: Frames, heads: Mapping[int, float] = MappingProxyType({})) -> None:
        self.pieces = tuple(pieces)
        self._heads = heads
        self._padding, self._gap = frames.padding, frames.gap
        self._tops = [0.0]
        for index, piece in enumerate(self.pieces):
            same = index + 1 == len(self.pieces) or self.pieces[index + 1].part == piece.part
            between = piece.space if same else 2 * frames.padding + frames.gap
            self._tops.append(self._tops[-1] + piece.height + between)

    def top(self, start: int, index: int) -> float:
        """Return how far below the column's top piece `index` stands where the column begins with piece `start`."""
        first = self.pieces[start]
        said = self._heads[first.part] if self.goes_on(start) else 0.0
        return self._tops[index] - self._tops[start] + self._padding + said + first.again

    def goes_on(self, start: int) -> bool:
        """Whether a column that begins with piece `start` goes on with a part that says its head again."""
        inside = 0 < start < len(self.pieces) and self.pieces[start - 1].part == self.pieces[start].part
        return inside and self.pieces[start].part in self._heads

    def whole(self, highest: float) -> Run:
        """Return the list with parts of up to so many points undivided."""
        heights: dict[int, float] = {}
        for piece in self.pieces:
            heights[piece.part] = heights.get(piece.part, 0.0) + piece.height + piece.space
        kept = [
            replace(piece, cost=FORBIDDEN)
            if heights[piece.part] <= highest and index + 1 < len(self.pieces) and self.pieces[index + 1].part == piece.part
            else piece
            for index, piece in enumerate(self.pieces)
        ]
        return Run(kept, Frames(self._padding, self._gap), self._heads)

    def height(self, start: int, end: int) -> float:
        """Return the height of a column of the pieces from `start` to before `end`; 0 for none."""
        return self.top(start, end - 1) + self.pieces[end - 1].height + self._padding if end > start else 0.0

    def breaks(self, index: int) -> bool:
        """Whether a column may end before piece `index`."""
        return index in (0, len(self.pieces)) or self.pieces[index - 1].cost != FORBIDDEN


def filled(run: Run, limits: Sequence[float]) -> tuple[int, ...]:
    """Return the ends of columns filled one after the other, each up to its limit in points; the last end tells how far it came."""
    ends: list[int] = []
    start = 0
    for limit in limits:
        end, index = start, start
        while index < len(run.pieces) and run.height(start, index + 1) <= limit + 0.01:
            index += 1
            end = index if run.breaks(index) else end
        ends.append(end)
        start = end
    return tuple(ends)


def balanced(run: Run, limits: Sequence[float]) -> tuple[int, ...] | None:
    """Return the ends of columns, one a limit, as even as they can be; None where the limits do not hold the list."""
    count = len(run.pieces)
    if not limits or filled(run, limits)[-1] < count:
        return None
    low, high = 0.0, max(limits)
    while high - low > _CLOSE:
        middle = (low + high) / 2
        if filled(run, _capped(limits, middle))[-1] == count:
            high = middle
        else:
            low = middle
    return _evenest(run, _capped(limits, max(high * _SLACK, high)), high)


def _capped(limits: Sequence[float], most: float) -> tuple[float, ...]:
    return tuple(min(limit, most) for limit in limits)


def _evenest(run: Run, limits: Sequence[float], tallest: float) -> tuple[int, ...]:
    """Return the cheapest ends: a column costs how far it stays below the tallest, squared, and the break that ends it."""
    count = len(run.pieces)
    costs = [0.0, *[FORBIDDEN] * count]
    came: list[list[int]] = []
    for limit in limits:
        best, origin = [FORBIDDEN] * (count + 1), [0] * (count + 1)
        for start in (index for index in range(count + 1) if costs[index] != FORBIDDEN):
            for end in range(start, count + 1):
                height = run.height(start, end)
                if height > limit + 0.01:
                    break
                if not run.breaks(end):
                    continue
                ending = run.pieces[end - 1].cost if start < end < count else 0.0
                ending += _SKIPPED * (start == end < count)
                cost = costs[start] + _UNEVEN * (1 - height / tallest) ** 2 + ending if tallest else costs[start]
                if cost < best[end]:
                    best[end], origin[end] = cost, start
        costs = best
        came.append(origin)
    ends = [count]
    for origin in reversed(came[1:]):
        ends.append(origin[ends[-1]])
    return tuple(reversed(ends))
