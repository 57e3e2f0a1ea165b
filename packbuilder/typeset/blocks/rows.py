"""Rows of tables: their cells side by side, whole or cut between lines, with the rules round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from packbuilder.document import AnswerLines, Block, Cell
from packbuilder.identity import Same, same_as
from packbuilder.layout import LARGE_PRINT, WHITE, Layout
from packbuilder.typeset.blocks.inner import HeadRow, RowFrame, Stacked
from packbuilder.typeset.blocks.marks import rule, tint
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, Fragment, Leaf, Node, Scope, Slab, leaves_of, renumbered, shifted
from packbuilder.values import replace

_WHOLE = 0.3
_WHOLE_LARGE = 0.5
"""Rows up to this part of the page's height are never divided; in large print, of which a page holds few lines, higher ones are not."""

_BELOW_LINES = 7.0
"""Points between the last line to write on in a cell and its padding."""

_LEAST_SLICE = 24.0
"""The least height of a row's slice in points, at the reference size: two lines."""


_TALLER = 1.0
"""A first line whose baseline stands by so many points lower than another cell's is tall."""

_ROW = Node(role="TR")


class _Placed(NamedTuple):
    """A cell in its row: what it holds, where it begins, how wide it is, its nodes' offset, and its column."""

    fragment: Fragment
    x: float
    width: float
    offset: int
    column: int


def cell_context(context: Context) -> Context:
    """Text in cells is set in the style `cell` where the layout has one."""
    return context.styled(_cell_layout(same_as(context.layout)))


@lru_cache(maxsize=64)
def _cell_layout(same: Same[Layout]) -> Layout:
    layout = same.__self__
    styles = dict(layout.styles)
    if "cell" not in styles:
        return layout
    return replace(layout, styles=tuple((name, styles["cell"] if name == "body" else style) for name, style in layout.styles))


def set_row(frame: RowFrame, row: tuple[Cell, ...], context: Context, *, head: bool, first: bool = False) -> Fragment:
    """Lay out a row's cells and cut it into slabs: one where it is short, else one a line. The row's own node comes first.

    `first`: no row stands above it.
    """
    inside = cell_context(context)
    fragments = [_inside(cell.blocks, inside.within(inner_width(frame, at, cell.span))) for at, cell in _columns(row)]
    return set_cells(frame, row, fragments, context, head=head, first=first)


def set_head(row: HeadRow, context: Context) -> Fragment:
    """Lay out a row that heads a table."""
    return set_row(row.frame.__self__, tuple([each.__self__ for each in row.cells]), context, head=True)


def set_beside(frame: RowFrame, first: Fragment, row: tuple[Cell, ...], context: Context, *, top: bool) -> Fragment:
    """Lay out a row whose first cell holds `first`, whatever its blocks are; `top`: no row stands above it."""
    inside = cell_context(context)
    others = [_inside(cell.blocks, inside.within(inner_width(frame, at, cell.span))) for at, cell in _columns(row) if at]
    return set_cells(frame, row, [first, *others], context, head=False, first=top)


def set_cells(
    frame: RowFrame, row: tuple[Cell, ...], fragments: Sequence[Fragment], context: Context, *, head: bool, first: bool
) -> Fragment:
    """Put what stands in a row's cells side by side."""
    builder = Builder(_ROW)
    cells = _cells(builder, row, fragments, frame, head=head)
    inner = max((placed.fragment.height for placed in cells), default=0.0)
    height = inner + 2 * frame.vertical
    cuts = [0.0, height]
    whole = _WHOLE if context.layout.scale < LARGE_PRINT else _WHOLE_LARGE
    if height > whole * context.layout.page.text_height:
        cuts = [0.0, *_cut_places(cells, frame.vertical, height, _LEAST_SLICE * context.layout.scale), height]
    edges = tuple(placed.x for placed in cells)
    # A reference to what stands in a row leads to the row's top.
    target = _target(cells) or Slab(0.0)
    for top, bottom in zip(cuts, cuts[1:], strict=False):
        leaves = list(_decoration(same_as(context.layout), frame.role, edges, context.width, top, bottom, height, head=head, first=first))
        for placed in cells:
            leaves.extend(_part(frame, placed, top, bottom, inner))
        anchor, words = ("", "") if top else (target.anchor, target.words)
        builder.slab(Slab(bottom - top, tuple(leaves), row=0 if len(cuts) > 2 else -1, anchor=anchor, words=words))
    return builder.fragment()


def _target(cells: list[_Placed]) -> Slab | None:
    """Return the first slab in cells that a reference leads to."""
    return next((slab for placed in cells for slab in placed.fragment.slabs if slab.anchor), None)


def _columns(row: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """Yield cells with the columns that they begin in."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.span


def inner_width(frame: RowFrame, column: int, span: int = 1) -> float:
    """Return the width in points inside a cell that begins in a column and covers so many."""
    return max(10.0, _width(frame, column, span) - 2 * frame.side)


def _width(frame: RowFrame, column: int, span: int) -> float:
    return frame.widths[column] if span == 1 else sum(frame.widths[column : column + span])


def _cells(builder: Builder, row: tuple[Cell, ...], fragments: Sequence[Fragment], frame: RowFrame, *, head: bool) -> list[_Placed]:
    """Put what stands in cells into a row, whose node comes first in the builder."""
    placed: list[_Placed] = []
    fragments = fragments if frame.role in ("scheme", "grid") else _on_one_baseline(fragments)
    for (column, cell), inner in zip(_columns(row), fragments, strict=True):
        fragment = inner
        if frame.role == "scheme":
            fragment = _held(same_as(fragment), _cell_node(cell, head, -1))
            offset = builder.adopt(fragment, parent=0)
        else:
            offset = builder.hold(fragment, builder.node(_cell_node(cell, head, 0)))
        placed.append(_Placed(fragment, frame.lefts[column], _width(frame, column, cell.span), offset, column))
    return placed


def _on_one_baseline(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """Return what stands in cells with their first lines on one baseline, where a formula makes one of these tall."""
    lines = [fragment.slabs[0].baseline if fragment.slabs else 0.0 for fragment in fragments]
    deepest = max(lines, default=0.0)
    if all(deepest - line < _TALLER or not line for line in lines):
        return fragments
    return [_let_down(each, deepest - line) if line and deepest > line else each for each, line in zip(fragments, lines, strict=True)]


def _let_down(fragment: Fragment, by: float) -> Fragment:
    first, *rest = fragment.slabs
    lower = replace(first, height=first.height + by, baseline=first.baseline + by, leaves=shifted(first.leaves, 0.0, -by))
    return replace(fragment, slabs=(lower, *rest))


def _cell_node(cell: Cell, head: bool, parent: int) -> Node:
    # A corner over the heads of rows heads nothing.
    return _node_of(parent, cell.span, head, bool(cell.blocks) if head else cell.header)


@lru_cache(maxsize=16)
def _node_of(parent: int, columns: int, head: bool, header: bool) -> Node:
    # The cells of a row are alike: one node stands for all of them.
    scope: Scope = ("Column" if head else "Row") if header else ""
    return Node(role="TH" if header else "TD", parent=parent, scope=scope, columns=columns)


@lru_cache(maxsize=2048)
def _held(inner: Same[Fragment], node: Node) -> Fragment:
    """Return what stands in a cell, with the cell's node before its own. Remembered: a scheme's rows come again in every version."""
    builder = Builder(node)
    builder.add_held(inner.__self__, 0)
    return builder.fragment()


def _inside(blocks: tuple[Block, ...], context: Context) -> Fragment:
    """Lay out what stands in a cell; nearly always that is one paragraph, which needs no stack."""
    fragment = context.set(blocks[0] if len(blocks) == 1 else Stacked(same_as(blocks)))
    if not blocks or not isinstance(blocks[-1], AnswerLines):
        return fragment
    # The last line to write on and the row's own rule would be one thick rule.
    last = replace(fragment.slabs[-1], after=FORBIDDEN, space=0.0)
    return replace(fragment, slabs=(*fragment.slabs[:-1], last, Slab(_BELOW_LINES)))


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


def _part(frame: RowFrame, placed: _Placed, top: float, bottom: float, inner: float) -> list[Leaf]:
    """Return the leaves of a cell that stand between two depths of its row, which is `inner` points high without the space inside cells."""
    start = frame.vertical + ((inner - placed.fragment.height) / 2 if frame.role == "grid" else 0.0)
    where = (top, bottom, placed.x + frame.side, start, placed.width - 2 * frame.side, frame.aligns[placed.column])
    if frame.role == "scheme":
        return renumbered(_between_depths_again(same_as(placed.fragment), *where), placed.offset)
    return _between_depths(placed.fragment, *where, placed.offset)


@lru_cache(maxsize=2048)
def _between_depths_again(
    cell: Same[Fragment], top: float, bottom: float, x: float, start: float, width: float, align: str
) -> tuple[Leaf, ...]:
    # Remembered: a scheme's cells come again in every version.
    return tuple(_between_depths(cell.__self__, top, bottom, x, start, width, align, 0))


def _between_depths(cell: Fragment, top: float, bottom: float, x: float, start: float, width: float, align: str, nodes: int) -> list[Leaf]:
    """Return the leaves of a cell's slabs between two depths; its first slab stands `start` points below the row's top."""
    leaves: list[Leaf] = []
    y = start
    for slab in cell.slabs:
        if top - 0.05 <= y < bottom - 0.05:
            leaves.extend(leaves_of(slab, x + _slack(slab, width, align), top - y, nodes=nodes))
        y += slab.height + slab.space
    return leaves


def _slack(slab: Slab, width: float, align: str) -> float:
    """Return how far a line must move to the right to stand centred or flush right."""
    if align == "left":
        return 0.0
    reach = max((leaf.box[2] for leaf in slab.leaves if leaf.box), default=width)
    return max(0.0, (width - reach) / (2 if align == "centre" else 1))


@lru_cache(maxsize=2048)
def _decoration(
    same: Same[Layout],
    role: str,
    edges: tuple[float, ...],
    width: float,
    top: float,
    bottom: float,
    height: float,
    *,
    head: bool,
    first: bool,
) -> tuple[Leaf, ...]:
    """Return the rules and tints of a row's slice, as one artifact; `edges` are where its cells begin."""
    layout = same.__self__
    if role == "plain":
        return ()
    depth, colour = bottom - top, layout.rule
    drawn = b""
    if head and role in ("scheme", "glossary", "cornell", "data") and layout.tint != WHITE:
        drawn += tint(0, -depth, width, depth, layout.tint)
    if (head or first) and top == 0:
        drawn += rule(0, 0, width, 0, colour=colour, width=0.7)
    if bottom == height:
        drawn += rule(0, -depth, width, -depth, colour=colour, width=0.7 if head else 0.4)
    if role == "cornell" and not head:
        # The rule between cues and notes, in the accent: the one thing that the page is divided by.
        drawn += rule(edges[-1], 0, edges[-1], -depth, colour=layout.accent, width=1.2)
    if role in ("data", "grid", "scheme"):
        drawn += b"".join(rule(x, 0, x, -depth, colour=colour, width=0.4) for x in sorted({0.0, width, *edges}))
    return (Leaf(ARTIFACT, drawn),) if drawn else ()
