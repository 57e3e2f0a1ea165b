"""A room's desks seen from above: the front at the top, an exit in the wall at the back."""

from __future__ import annotations

from packbuilder.document import DeskPlan
from packbuilder.layout import POINTS_PER_MM
from packbuilder.text import RichText, plain
from packbuilder.typeset.blocks.fitted import Fitter, Sizes
from packbuilder.typeset.blocks.marks import box, rule, tint
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node, Slab

_TALLEST = 0.72
"""A plan takes at most this part of the page's height: what is said of the room stands above and below it."""

_DEEPEST = 36.0 * POINTS_PER_MM
_WIDEST = 42.0 * POINTS_PER_MM
"""No desk is drawn larger than this."""

_LINE = 1.5
"""A line of a desk with the white space below it, against its size."""

_WALL = 9.0 * POINTS_PER_MM
"""Height of the strips at the front and at the back."""

_AISLE = 1.6 * POINTS_PER_MM
_INSET = 0.8 * POINTS_PER_MM
_DOOR = 30.0 * POINTS_PER_MM
_TEXT = Sizes(largest=9.0, least=7.0, head=1.2, share=0.8, smallest=4.0)
"""Read at arm's length by somebody who walks past: 7 points, and less only where a desk has no room for it."""
_WORDS = Sizes(largest=11.0, least=6.0)


def set_desks(plan: DeskPlan, context: Context) -> Fragment:
    """Draw the room, centred and never divided, as a list of its desks between the words at its walls."""
    columns, rows = max(len(row) for row in plan.rows), len(plan.rows)
    width = min(_WIDEST, (context.width - _AISLE) / columns)
    fullest = max((1 + len(desk.lines) for row in plan.rows for desk in row if desk), default=1)
    needed = _TEXT.smallest * _LINE * (fullest + _TEXT.head - 1) + _AISLE + 2 * _INSET
    height = min(_DEEPEST, max(needed, (_TALLEST * context.layout.page.text_height - 2 * _WALL - _AISLE) / rows))
    across, depth = width * columns + _AISLE, height * rows + 2 * _WALL + _AISLE
    left = (context.width - across) / 2
    builder = Builder(Node(role="Div", name="desks"))
    leaves = [Leaf(ARTIFACT, _walls(plan, left, across, depth, context))]
    leaves += _words(builder, plan.front, (left + _AISLE, -_INSET, across - 2 * _AISLE, _WALL - 2 * _INSET), context)
    desks = builder.node(Node(role="L", parent=0))
    wide, high = width - _AISLE, height - _AISLE
    fitter = Fitter(builder, width=wide - 2 * _INSET, sizes=_TEXT, context=context)
    for row, column, desk in ((row, column, desk) for row, line in enumerate(plan.rows) for column, desk in enumerate(line) if desk):
        body = builder.node(Node(role="LBody", parent=builder.node(Node(role="LI", parent=desks))))
        x, y = left + _AISLE + column * width, -_WALL - _AISLE - row * height
        leaves.append(Leaf(ARTIFACT, box(x, y - high, wide, high, colour=context.layout.rule)))
        lines = (plain(desk.seat, bold=True), *desk.lines)
        leaves += fitter.set(lines, parent=body, x=x + _INSET, y=y - _INSET, height=high - 2 * _INSET)
    leaves += _words(builder, plan.exit, (left + across - _DOOR, _WALL - depth - _INSET, _DOOR, _WALL - 2 * _INSET), context)
    builder.slab(Slab(depth, tuple(leaves), 0.0, 8.0))
    return builder.fragment(before=6.0)


def _words(builder: Builder, words: RichText, place: tuple[float, float, float, float], context: Context) -> tuple[Leaf, ...]:
    """Set words into a place at a wall: x and y of its top left corner, width and height."""
    x, y, width, height = place
    return Fitter(builder, width=width, sizes=_WORDS, context=context).set((words,), parent=0, x=x, y=y, height=height) if words else ()


def _walls(plan: DeskPlan, left: float, across: float, depth: float, context: Context) -> bytes:
    """Return the walls: tinted at the front; at the back with an opening where the exit is."""
    colour = context.layout.rule
    drawn = tint(left, -_WALL, across, _WALL, context.layout.tint) if plan.front else b""
    walls = [(left, 0.0, left, -depth), (left + across, 0.0, left + across, -depth)]
    walls += [(left, 0.0, left + across, 0.0)] if plan.front else []
    walls += [(left, -depth, left + across - (_DOOR if plan.exit else 0.0), -depth)]
    return drawn + b"".join(rule(*wall, colour=colour, width=1.2) for wall in walls)
