"""Tables: rows whole where they fit, sliced between lines where they do not; header rows repeated on each page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from packbuilder.document import Block, Cell, Table
from packbuilder.identity import Same
from packbuilder.layout import WHITE, Layout
from packbuilder.typeset.blocks.marks import rule, tint
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.blocks.stacks import Stacked
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, LONELY, Fragment, Leaf, Node, Role, Scope, Slab, renumbered, shifted

_WHOLE = 0.3
"""Rows up to this part of the page's height are never divided."""

_LEAST_SLICE = 24.0
"""The least height of a row's slice in points, at the reference size: two lines."""

_SLICE = 60.0
"""The cost of a page break inside a row, against 100 for one more page."""

_PADDING = {
    "data": (4.0, 3.0),
    "scheme": (4.0, 4.0),
    "glossary": (3.0, 4.0),
    "cornell": (6.0, 4.0),
    "grid": (3.0, 3.0),
    "plain": (2.0, 2.0),
}
"""Space inside a cell in points: at its sides, above and below."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its row: what it holds, its own node first, where it begins, how wide it is, its nodes' offset, and its column."""

    fragment: Fragment
    x: float
    width: float
    offset: int
    column: int


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
    widths = _widths(table, context.width)
    cells = _cell_context(context)
    heads: list[Slab] = []
    for row in table.header:
        heads.extend(_row(builder, table, row, widths, context, cells, head=True))
    for index, slab in enumerate(heads):
        builder.slab(replace(slab, after=FORBIDDEN, repeat=()) if index == len(heads) - 1 else slab)
    repeat = tuple(heads)
    for number, row in enumerate(table.rows):
        slices = _row(builder, table, row, widths, context, cells, head=False, first=number == 0 and not heads)
        for place, slab in enumerate(slices):
            inner = place < len(slices) - 1
            builder.slab(replace(slab, after=_SLICE if inner else _between(table, number), repeat=repeat))
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


def _row(
    builder: Builder,
    table: Table,
    row: tuple[Cell, ...],
    widths: tuple[float, ...],
    context: Context,
    inside: Context,
    *,
    head: bool,
    first: bool = False,
) -> list[Slab]:
    """Lay out a row's cells and cut it into slabs: one where it is short, else one a line."""
    node = builder.node(Node(role="TR", parent=0))
    side, vertical = _padding(table, context)
    cells = _cells(builder, row, widths, side, inside, node, head=head)
    inner = max((placed.fragment.height for placed in cells), default=0.0)
    height = inner + 2 * vertical
    cuts = [0.0, height]
    if height > _WHOLE * context.layout.page.text_height:
        cuts = [0.0, *_cut_places(cells, vertical, height, _LEAST_SLICE * context.layout.scale), height]
    slabs = []
    for top, bottom in zip(cuts, cuts[1:], strict=False):
        leaves = _decoration(table, cells, top, bottom, height, context, head=head, first=first)
        for placed in cells:
            leaves.extend(_part(table, placed, top, bottom, vertical, inner, side))
        slabs.append(Slab(bottom - top, tuple(leaves), row=node if len(cuts) > 2 else -1))
    target = next((slab for placed in cells for slab in placed.fragment.slabs if slab.anchor), None)
    if target is not None:
        # A reference to what stands in a row leads to the row's top.
        slabs[0] = replace(slabs[0], anchor=target.anchor, words=target.words)
    return slabs


def _cells(
    builder: Builder, row: tuple[Cell, ...], widths: tuple[float, ...], side: float, context: Context, parent: int, *, head: bool
) -> list[_Placed]:
    placed: list[_Placed] = []
    column, x = 0, 0.0
    for cell in row:
        width = sum(widths[column : column + cell.span])
        header = head or cell.header
        scope: Scope = ("Column" if head else "Row") if header else ""
        inner = _inside(cell.blocks, context.within(max(10.0, width - 2 * side)))
        fragment = _held(Same(inner), "TH" if header else "TD", scope, cell.span)
        placed.append(_Placed(fragment, x, width, builder.adopt(fragment, parent=parent), column))
        column += cell.span
        x += width
    return placed


@lru_cache(maxsize=16384)
def _held(inner: Same[Fragment], role: Role, scope: Scope, span: int) -> Fragment:
    """Return what stands in a cell, with the cell's node before its own. Remembered: a scheme's rows come again in every version."""
    builder = Builder(Node(role=role, scope=scope, columns=span))
    builder.add_held(inner.value, 0)
    return builder.fragment()


def _inside(blocks: tuple[Block, ...], context: Context) -> Fragment:
    """Lay out what stands in a cell; nearly always that is one paragraph, which needs no stack."""
    return context.set(blocks[0] if len(blocks) == 1 else Stacked(Same(blocks)))


def _cell_context(context: Context) -> Context:
    """Text in cells is set in the style `cell` where the layout has one."""
    layout = _cell_layout(Same(context.layout))
    return context if layout is context.layout else replace(context, layout=layout)


@lru_cache(maxsize=64)
def _cell_layout(same: Same[Layout]) -> Layout:
    layout = same.value
    styles = dict(layout.styles)
    if "cell" not in styles:
        return layout
    return replace(layout, styles=tuple((name, styles["cell"] if name == "body" else style) for name, style in layout.styles))


def _cut_places(cells: list[_Placed], vertical: float, height: float, least: float) -> list[float]:
    """Return the depths at which the row can be cut without cutting a line of any cell, `least` points or more apart."""
    candidates: set[float] = set()
    solid: list[tuple[float, float]] = []
    for placed in cells:
        y = vertical
        for slab in placed.fragment.slabs:
            solid.append((y, y + slab.height))
            y += slab.height + slab.space
            if slab.after != FORBIDDEN:
                candidates.add(round(y - slab.space / 2, 3) if slab.space else round(y, 3))
    kept: list[float] = []
    for place in sorted(candidates):
        clear = all(not (top + 0.05 < place < bottom - 0.05) for top, bottom in solid)
        if clear and place - (kept[-1] if kept else 0.0) >= least and height - place >= least:
            kept.append(place)
    return kept


def _part(table: Table, placed: _Placed, top: float, bottom: float, vertical: float, inner: float, side: float) -> list[Leaf]:
    """Return the leaves of a cell that stand between two depths of its row."""
    start = vertical + ((inner - placed.fragment.height) / 2 if table.role == "grid" else 0.0)
    align = table.columns[placed.column].align
    leaves = _between_depths(Same(placed.fragment), top, bottom, placed.x + side, start, placed.width - 2 * side, align)
    return renumbered(leaves, placed.offset)


@lru_cache(maxsize=16384)
def _between_depths(cell: Same[Fragment], top: float, bottom: float, x: float, start: float, width: float, align: str) -> tuple[Leaf, ...]:
    """Return the leaves of a cell's slabs between two depths; its first slab stands `start` points below the row's top."""
    leaves: list[Leaf] = []
    y = start
    for slab in cell.value.slabs:
        if top - 0.05 <= y < bottom - 0.05:
            leaves.extend(shifted(slab.leaves, x + _slack(slab, width, align), top - y))
        y += slab.height + slab.space
    return tuple(leaves)


def _slack(slab: Slab, width: float, align: str) -> float:
    """Return how far a line must move to the right to stand centred or flush right."""
    if align == "left":
        return 0.0
    reach = max((leaf.box[2] for leaf in slab.leaves if leaf.box), default=width)
    return max(0.0, (width - reach) / (2 if align == "centre" else 1))


def _decoration(
    table: Table,
    cells: list[_Placed],
    top: float,
    bottom: float,
    height: float,
    context: Context,
    *,
    head: bool,
    first: bool,
) -> list[Leaf]:
    """Return the rules and tints of a row's slice, as one artifact."""
    if table.role == "plain":
        return []
    width, depth, colour = context.width, bottom - top, context.layout.rule
    drawn = b""
    if head and table.role in ("scheme", "glossary", "cornell", "data") and context.layout.tint != WHITE:
        drawn += tint(0, -depth, width, depth, context.layout.tint)
    if (head or first) and top == 0:
        drawn += rule(0, 0, width, 0, colour=colour, width=0.7)
    if bottom == height:
        drawn += rule(0, -depth, width, -depth, colour=colour, width=0.7 if head else 0.4)
    if table.role == "cornell" and not head:
        # The rule between cues and notes, in the accent: the one thing that the page is divided by.
        drawn += rule(cells[-1].x, 0, cells[-1].x, -depth, colour=context.layout.accent, width=1.2)
    if table.role in ("data", "grid", "scheme"):
        edges = {0.0, width} | {placed.x for placed in cells}
        drawn += b"".join(rule(x, 0, x, -depth, colour=colour, width=0.4) for x in sorted(edges))
    return [Leaf(ARTIFACT, drawn)] if drawn else []
