"""Tables: rows whole where they fit, sliced between lines where they do not; header rows repeated on each page."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from packbuilder.document import Cell, Column, Table
from packbuilder.identity import Same, same_as
from packbuilder.typeset.blocks.inner import HeadRow, RowFrame
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.blocks.numbered_rows import NumberedRows
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.blocks.rows import set_row
from packbuilder.typeset.builder import Builder, moved
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import FORBIDDEN, LONELY, Fragment, Node, Slab

_SLICE = 60.0
"""The cost of a page break inside a row, against 100 for one more page."""

_PADDING = {
    "data": (4.0, 3.0),
    "scheme": (4.0, 4.0),
    "glossary": (5.0, 4.0),
    "cornell": (6.0, 4.0),
    "grid": (3.0, 3.0),
    "plain": (2.0, 2.0),
}
"""Space inside a cell in points: at its sides, above and below."""


def set_table(table: Table, context: Context) -> Fragment:
    """Lay out a table over the full width; where its words would be cut, as `narrow` sets it anew."""
    fit = fitted(table, context, side=_padding(table, context)[0])
    return _set(fit, context) if isinstance(fit, Table) else context.set(fit)


def _set(table: Table, context: Context) -> Fragment:
    builder = Builder(Node(role="Table", name=table.role))
    if table.caption:
        caption = set_text(table.caption, context.layout.style("caption"), context, node=Node(role="Caption"))
        builder.add(caption, parent=0)
        builder.keep()
    frame = _frame(same_as(table.columns), table.role, context.width, *_padding(table, context))
    repeat: tuple[Slab, ...] = ()
    for row in table.header:
        laid = _head(frame, row, context)
        repeat += _heads(same_as(laid.slabs), builder.adopt(laid, parent=0))
    for slab in repeat:
        builder.slab(slab)
    builder.end(FORBIDDEN)
    beside = context.shared(NumberedRows, same_as(frame)) if table.role == "scheme" else None
    for number, row in enumerate(table.rows):
        first, after = number == 0 and not repeat, _between(table, number)
        numbered = beside.row(row, first=first) if beside is not None else None
        if numbered is None:
            builder.segment(set_row(frame, row, context, head=False, first=first), inside=_SLICE, after=after, repeat=repeat)
            continue
        builder.segment(numbered.laid, inside=_SLICE, after=after, repeat=repeat, leaves=numbered.leaves)
        for lines in numbered.lines:
            builder.uses(lines.fragment)
    builder.space(8.0 * context.layout.spacing)
    return builder.fragment(before=3.0)


def _head(frame: RowFrame, row: tuple[Cell, ...], context: Context) -> Fragment:
    """Lay out a row that heads a table: of schemes every version has the same."""
    if frame.role == "scheme":
        return context.part(HeadRow(tuple([same_as(cell) for cell in row]), same_as(frame)))
    return set_row(frame, row, context, head=True)


@lru_cache(maxsize=64)
def _heads(same: Same[tuple[Slab, ...]], offset: int) -> tuple[Slab, ...]:
    # Remembered: what all pages of schemes show first is one and the same.
    return tuple([moved(slab, 0.0, offset) for slab in same.__self__])


@lru_cache(maxsize=64)
def _frame(same: Same[tuple[Column, ...]], role: str, width: float, side: float, vertical: float) -> RowFrame:
    """Return what a table's rows share: the first that was equal, since it stands for itself in what is remembered of rows."""
    columns = same.__self__
    total = sum(column.share for column in columns)
    aligns, widths = tuple([column.align for column in columns]), tuple([column.share / total * width for column in columns])
    lefts = tuple(accumulate(widths[:-1], initial=0.0))
    return _one(RowFrame(role=role, aligns=aligns, lefts=lefts, widths=widths, side=side, vertical=vertical))


@lru_cache(maxsize=64)
def _one(frame: RowFrame) -> RowFrame:
    return frame


def _padding(table: Table, context: Context) -> tuple[float, float]:
    side, vertical = _PADDING[table.role]
    return side * context.layout.scale, vertical * context.layout.scale


def _between(table: Table, number: int) -> float:
    """Return the cost of a break after a row: dear where one row would stand alone on either page; a scheme's are long enough."""
    rows = len(table.rows)
    alone = table.role != "scheme" and rows > 1 and (number == 0 or number == rows - 2)
    return LONELY if alone and number < rows - 1 else 0.0
