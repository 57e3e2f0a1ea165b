"""Marks and guides for what is cut out: outside the grid for a guillotine, inside it for scissors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from packbuilder.layout import POINTS_PER_MM, Colour
from packbuilder.typeset.blocks.marks import stroke
from packbuilder.typeset.fragments import number

_MARK = (1.5 * POINTS_PER_MM, 5.0 * POINTS_PER_MM)
"""Cut marks begin and end so far outside the grid: no ink reaches an edge."""

_HAIR = 0.4
_DOTTED = b"[0.4 3.2] 0 d 1 J\n"
_DASHED = b"[5 3] 0 d\n"


def edges(columns: int, rows: int, width: float, height: float) -> tuple[list[float], list[float]]:
    """Return x of the upright edges and y of the level ones of a grid of pieces, each so wide and high in points."""
    return [column * width for column in range(columns + 1)], [-row * height for row in range(rows + 1)]


def cut_marks(upright: Sequence[float], level: Sequence[float]) -> bytes:
    """Return a mark in the margin at both ends of every edge, for a guillotine."""
    near, far = _MARK
    right, foot = upright[-1], level[-1]
    marks = [(x, y + sign * near, x, y + sign * far) for x in upright for y, sign in ((0.0, 1), (foot, -1))]
    marks += [(x + sign * near, y, x + sign * far, y) for y in level for x, sign in ((0.0, -1), (right, 1))]
    return stroke((0.0, 0.0, 0.0), _HAIR) + _lines(marks)


def guides(upright: Sequence[float], level: Sequence[float], colour: Colour, *, folds: Sequence[float] = ()) -> bytes:
    """Return dotted lines along the edges for scissors, which no mark in a margin helps; upright `folds` are dashed."""
    right, foot = upright[-1], level[-1]
    cuts = [(x, 0.0, x, foot) for x in upright if x not in folds] + [(0.0, y, right, y) for y in level]
    folded = [(x, 0.0, x, foot) for x in folds]
    return stroke(colour, _HAIR) + _DOTTED + _lines(cuts) + (_DASHED + _lines(folded) if folded else b"")


def _lines(lines: Iterable[tuple[float, float, float, float]]) -> bytes:
    return b"".join(b"%s %s m %s %s l S\n" % tuple(map(number, line)) for line in lines)
