"""Rows of tables: their cells side by side, whole or cut between lines, with the rules round them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from packbuilder.document import Block, Cell
from packbuilder.identity import Same, same_as
from packbuilder.layout import WHITE, Layout
from packbuilder.typeset.blocks.inner import Rest, RowFrame, Stacked
from packbuilder.typeset.blocks.marks import rule, tint
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, Fragment, Leaf, Node, Scope, Slab, adopted, renumbered, shifted
from packbuilder.values import dataclass

_WHOLE = 0.3
"""Rows up to this part of the page's height are never divided."""

_LEAST_SLICE = 24.0
"""The least height of a row's slice in points, at the reference size: two lines."""


_ROW = Node(role="TR")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its row: what it holds, where it begins, how wide it is, its nodes' offset, and its column."""

    fragment: Fragment
    x: float
    width: float
    offset: int
    column: int


def set_row(
    frame: RowFrame,
    row: tuple[Cell, ...],
    context: Context,
    inside: Context,
    *,
    head: bool,
    first: bool = False,
) -> Fragment:
    """Lay out a row's cells and cut it into slabs: one where it is short, else one a line. The row's own node comes first."""
    if frame.role == "scheme" and not head and len(row) > 1:
        whole = _beside_its_number(frame, row, context, inside, first=first)
        if whole is not None:
            return whole
    builder = Builder(_ROW)
    cells = _cells(builder, row, frame, inside, 0, head=head)
    inner = max((placed.fragment.height for placed in cells), default=0.0)
    height = inner + 2 * frame.vertical
    cuts = [0.0, height]
    if height > _WHOLE * context.layout.page.text_height:
        cuts = [0.0, *_cut_places(cells, frame.vertical, height, _LEAST_SLICE * context.layout.scale), height]
    edges = tuple(placed.x for placed in cells)
    # A reference to what stands in a row leads to the row's top.
    target = _target(cells) or Slab(0.0)
    for top, bottom in zip(cuts, cuts[1:], strict=False):
        leaves = list(_decoration(same_as(context.layout), frame.role, edges, context.width, top, bottom, height, head=head, first=first))
        for placed in cells:
            leaves.extend(_part(frame, placed, top, bottom, inner))
        anchor, words = (target.anchor, target.words) if not top else ("", "")
        builder.slab(Slab(bottom - top, tuple(leaves), row=0 if len(cuts) > 2 else -1, anchor=anchor, words=words))
    return builder.fragment()


def _beside_its_number(frame: RowFrame, row: tuple[Cell, ...], context: Context, inside: Context, *, first: bool) -> Fragment | None:
    """Lay out a row whose cells but for the first were laid out before, as `set_row` would.

    None where it is to be cut, or the first is more than a number with something below it.
    """
    number, *others = row
    rest = inside.set(Rest(tuple(map(same_as, others)), number.span, frame))
    width = sum(frame.widths[: number.span])
    blocks = [inside.within(max(10.0, width - 2 * frame.side)).set(block) for block in number.blocks]
    lines = _lines(blocks)
    inner = sum(slab.height + space for _, slab, space in lines) - (lines[-1][2] if lines else 0.0)
    height = max(inner, rest.height) + 2 * frame.vertical
    plain = len(blocks) > 1 and all(each.nodes for each in blocks) and not any(slab.anchor for _, slab, _ in lines)
    if not plain or height > _WHOLE * context.layout.page.text_height:
        return None
    joined = _joined(_cell_node(number, head=False, parent=0), tuple([each.nodes for each in blocks]), same_as(rest))
    leaves: list[Leaf] = []
    depth = frame.vertical
    for at, slab, space in lines:
        x = frame.side + _slack(slab, width - 2 * frame.side, frame.aligns[0])
        leaves.extend(shifted(slab.leaves, x, -depth, nodes=joined.offsets[at]))
        depth += slab.height + space
    edges = _edges(frame.widths, tuple([each.span for each in row]))
    drawn = _decoration(same_as(context.layout), frame.role, edges, context.width, 0.0, height, height, head=False, first=first)
    top = rest.slabs[0]
    return Fragment(
        slabs=(Slab(height, (*drawn, *leaves, *joined.beside), anchor=top.anchor, words=top.words),),
        nodes=joined.nodes,
        glyphs=rest.glyphs.union(*[each.glyphs for each in blocks]),
        pictures=rest.pictures.union(*[each.pictures for each in blocks]),
    )


@dataclass(frozen=True, slots=True)
class _Joined:
    """The nodes of a row, the offsets of those of the blocks in its first cell, and the leaves of the cells beside it."""

    nodes: tuple[Node, ...]
    offsets: tuple[int, ...]
    beside: tuple[Leaf, ...]


@lru_cache(maxsize=2048)
def _joined(cell: Node, blocks: tuple[tuple[Node, ...], ...], rest: Same[Fragment]) -> _Joined:
    """Return a row of a first cell, which holds blocks of such nodes, and of cells beside it. Remembered: in every version it has another number."""
    nodes, offsets = [_ROW, cell], []
    for each in blocks:
        offsets.append(len(nodes))
        nodes.extend(adopted(each, offset=len(nodes), parent=1))
    beside = renumbered(rest.__self__.slabs[0].leaves, len(nodes))
    nodes.extend(adopted(rest.__self__.nodes, offset=len(nodes), parent=0))
    return _Joined(tuple(nodes), tuple(offsets), tuple(beside))


def _lines(fragments: Sequence[Fragment]) -> list[tuple[int, Slab, float]]:
    """Return the slabs of fragments one below the other: the place of its fragment, the slab, and the white space after it, in points."""
    lines: list[tuple[int, Slab, float]] = []
    for at, fragment in enumerate(fragments):
        if lines and lines[-1][2] < fragment.before:
            lines[-1] = (*lines[-1][:2], fragment.before)
        lines.extend((at, slab, slab.space) for slab in fragment.slabs)
    return lines


def set_rest(rest: Rest, context: Context) -> Fragment:
    """Lay out cells in their places, as one slab that is as high as the highest of them; its leaves stand as in the row."""
    builder = Builder()
    cells = _cells(builder, tuple(each.__self__ for each in rest.cells), rest.frame, context, -1, head=False, column=rest.column)
    leaves = tuple(leaf for placed in cells for leaf in _part(rest.frame, placed, 0.0, inf, 0.0))
    target = _target(cells) or Slab(0.0)
    builder.slab(Slab(max(placed.fragment.height for placed in cells), leaves, anchor=target.anchor, words=target.words))
    return builder.fragment()


def _target(cells: list[_Placed]) -> Slab | None:
    """Return the first slab in cells that a reference leads to."""
    return next((slab for placed in cells for slab in placed.fragment.slabs if slab.anchor), None)


@lru_cache(maxsize=256)
def _edges(widths: tuple[float, ...], spans: tuple[int, ...]) -> tuple[float, ...]:
    """Return where cells begin, in points."""
    edges, column, x = [], 0, 0.0
    for span in spans:
        edges.append(x)
        x += sum(widths[column : column + span])
        column += span
    return tuple(edges)


def _cells(
    builder: Builder, row: tuple[Cell, ...], frame: RowFrame, context: Context, parent: int, *, head: bool, column: int = 0
) -> list[_Placed]:
    placed: list[_Placed] = []
    x = sum(frame.widths[:column])
    for cell in row:
        width = sum(frame.widths[column : column + cell.span])
        fragment = _inside(cell.blocks, context.within(max(10.0, width - 2 * frame.side)))
        if frame.role == "scheme":
            fragment = _held(same_as(fragment), _cell_node(cell, head=head))
            offset = builder.adopt(fragment, parent=parent)
        else:
            offset = builder.hold(fragment, builder.node(_cell_node(cell, head=head, parent=parent)))
        placed.append(_Placed(fragment, x, width, offset, column))
        column += cell.span
        x += width
    return placed


def _cell_node(cell: Cell, *, head: bool, parent: int = -1) -> Node:
    return _node_of(parent, cell.span, head=head, header=head or cell.header)


@lru_cache(maxsize=16)
def _node_of(parent: int, columns: int, *, head: bool, header: bool) -> Node:
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
    return context.set(blocks[0] if len(blocks) == 1 else Stacked(same_as(blocks)))


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
            leaves.extend(shifted(slab.leaves, x + _slack(slab, width, align), top - y, nodes=nodes))
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
