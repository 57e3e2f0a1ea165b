"""Rows of schemes: what stands in one is laid out once beside any number, and then known for all versions; a number's lines are put in.

In every version an item stands under another number, and has another digest where its options are in another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from packbuilder.document import Block, Cell
from packbuilder.identity import OfAll, Same, same_as
from packbuilder.typeset.blocks.inner import LinesShape, Numberless, RowFrame
from packbuilder.typeset.blocks.rows import cell_context, inner_width, set_beside
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Slab

_MARK = b"\r"
"""Stands in a row's operators where a line of its first cell will: strings have no bare one, as `objects.escaped` writes them."""

_new = tuple.__new__
"""Makes a leaf of all its fields at once, without running its own Python."""

_LINES, _ROWS = 2048, 2048
"""Numbers and digests, and cells beside them, that are remembered in a frame."""


_Parted: TypeAlias = tuple[tuple[Leaf, ...], tuple[tuple[int, bytes, bytes], ...], tuple[Leaf, ...]]
"""Leaves before those of a row's number, the node of each of these with the operators before and after its own, and the leaves after them."""


class Lines(NamedTuple):
    """The lines of a block in a number's cell: what a row must know of them, the same object for all that are alike, and what is painted."""

    shape: LinesShape
    operators: tuple[bytes, ...]
    fragment: Fragment


class NumberedRow(NamedTuple):
    """A row: `laid` but for the leaves of its first slab, which are `leaves`, and for the characters and pictures of `lines`."""

    laid: Fragment
    leaves: tuple[Leaf, ...]
    lines: Sequence[Lines]


class _Known(NamedTuple):
    """A row as it is laid out but for its number: where it stands, what it is laid out around, and its leaves, parted where the number's will be."""

    first: bool
    header: bool
    shapes: list[LinesShape]
    laid: Fragment
    parted: _Parted | None


class NumberedRows:
    """Lays out the rows of all tables with a frame, whose first cells hold numbers, and remembers them without these."""

    def __init__(self, frame: Same[RowFrame], context: Context) -> None:
        self._frame = frame
        self._context = context
        self._inside = cell_context(context).within(inner_width(frame.__self__, 0))
        self._lines = lru_cache(maxsize=_LINES)(self._lines_of)
        self._rows = OfAll[list[_Known]](lambda _: [], _ROWS)

    def row(self, row: tuple[Cell, ...], *, first: bool) -> NumberedRow | None:
        """Lay out a row of cells beside the number in the first of them. `first`: no row stands above it.

        None where the first cell has no more than lines of text at its left, or not all of them stand in the row's first slab.
        """
        number, others = row[0], row[1:]
        if not others or number.span > 1 or self._frame.__self__.aligns[0] != "left":
            return None
        lines = [found for block in number.blocks if (found := self._lines(same_as(block))) is not None]
        if not lines or len(lines) < len(number.blocks):
            return None
        laid, parted = self._known(first, number.header, [each.shape for each in lines], others)
        if parted is None:
            return None
        before, marks, after = parted
        operators = chain.from_iterable([each.operators for each in lines])
        put = [_new(Leaf, (node, head + own + tail, None)) for (node, head, tail), own in zip(marks, operators, strict=True)]
        return NumberedRow(laid, (*before, *put, *after), lines)

    def _known(self, first: bool, header: bool, shapes: list[LinesShape], others: tuple[Cell, ...]) -> tuple[Fragment, _Parted | None]:
        """Return a row without the lines of its number, and its leaves around these."""
        known = self._rows(others)
        for each in known:
            if each.shapes == shapes and each.first == first and each.header == header:
                return each.laid, each.parted
        cells, count = tuple([same_as(cell) for cell in others]), sum([len(shape.lines) for shape in shapes])
        laid = self._context.part(Numberless(tuple([same_as(shape) for shape in shapes]), header, cells, self._frame, first))
        known.append(_Known(first, header, shapes, laid, _parted(laid, count) if count else None))
        return laid, known[-1].parted

    def _lines_of(self, block: Same[Block]) -> Lines | None:
        """Return a block's lines; None where they are anything else."""
        fragment = self._inside.again(block.__self__)
        if any(slab.anchor or len(slab.leaves) != 1 or slab.leaves[0].node == ARTIFACT for slab in fragment.slabs):
            return None
        lines = tuple([(slab.height, slab.space, slab.base + slab.leaves[0].node) for slab in fragment.slabs])
        shape = _one(LinesShape(fragment.before, lines, fragment.nodes))
        return Lines(shape, tuple([slab.leaves[0].operators for slab in fragment.slabs]), fragment)


@lru_cache(maxsize=256)
def _one(shape: LinesShape) -> LinesShape:
    return shape


def _parted(row: Fragment, lines: int) -> _Parted | None:
    """Return the leaves of a row with marks where so many lines will stand; None where not all of them are in its first slab."""
    leaves = row.slabs[0].leaves
    marked = [at for at, leaf in enumerate(leaves) if _MARK in leaf.operators]
    if len(marked) < lines:
        return None
    # The lines of a cell are painted one after the other.
    first, end = marked[0], marked[-1] + 1
    cut = [(leaf.node, leaf.operators.partition(_MARK)) for leaf in leaves[first:end]]
    return leaves[:first], tuple([(node, head, tail) for node, (head, _, tail) in cut]), leaves[end:]


def set_numberless(row: Numberless, context: Context) -> Fragment:
    """Lay out a row whose first cell has marks where its lines will stand."""
    cells = (Cell(header=row.header), *[each.__self__ for each in row.cells])
    return set_beside(row.frame.__self__, _marks(row), cells, context, top=row.first)


def _marks(row: Numberless) -> Fragment:
    """Return what stands in for a first cell: lines of the same heights, that belong to the same nodes."""
    builder = Builder()
    for shape in [each.__self__ for each in row.shapes]:
        builder.space(shape.before)
        offset = builder.adopt(Fragment(slabs=(), nodes=shape.nodes))
        for height, space, node in shape.lines:
            builder.slab(Slab(height, (Leaf(offset + node, _MARK),), space=space))
    return builder.fragment()
