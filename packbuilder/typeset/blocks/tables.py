"""Tables: rows whole where they fit, sliced between lines where they do not; header rows repeated on each page."""

from __future__ import annotations

from packbuilder.document import Table
from packbuilder.typeset.blocks.inner import RowFrame
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.blocks.rows import set_row
from packbuilder.typeset.builder import Builder, moved
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import FORBIDDEN, LONELY, Fragment, Node, Slab
from packbuilder.values import replace

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
    side, vertical = _padding(table, context)
    aligns = tuple(column.align for column in table.columns)
    frame = RowFrame(role=table.role, aligns=aligns, widths=_widths(table, context.width), side=side, vertical=vertical)
    heads: list[Slab] = []
    for row in table.header:
        laid = set_row(frame, row, context, head=True)
        offset = builder.adopt(laid, parent=0)
        heads.extend(moved(slab, 0.0, offset) for slab in laid.slabs)
    for index, slab in enumerate(heads):
        builder.slab(replace(slab, after=FORBIDDEN) if index == len(heads) - 1 else slab)
    repeat = tuple(heads)
    for number, row in enumerate(table.rows):
        laid = set_row(frame, row, context, head=False, first=number == 0 and not heads)
        after = [*(_SLICE for _ in laid.slabs[1:]), _between(table, number)]
        builder.segment(laid, after=after, repeat=repeat)
    builder.space(8.0 * context.layout.spacing)
    return builder.fragment(before=3.0)


def _padding(table: Table, context: Context) -> tuple[float, float]:
    side, vertical = _PADDING[table.role]
    return side * context.layout.scale, vertical * context.layout.scale


def _between(table: Table, number: int) -> float:
    """Return the cost of a break after a row: dear where one row would stand alone on either page; a scheme's are long enough."""
    rows = len(table.rows)
    alone = table.role != "scheme" and rows > 1 and (number == 0 or number == rows - 2)
    return LONELY if alone and number < rows - 1 else 0.0


def _widths(table: Table, width: float) -> tuple[float, ...]:
    total = sum(column.share for column in table.columns)
    return tuple(column.share / total * width for column in table.columns)
