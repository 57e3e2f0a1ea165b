"""A framed space to draw in, empty or squared, as high as its words say; it is never divided."""

from __future__ import annotations

from packbuilder.document import DrawingSpace
from packbuilder.layout import LARGE_PRINT, POINTS_PER_MM
from packbuilder.typeset.blocks.answers import answer_space
from packbuilder.typeset.blocks.marks import box, stroke
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import Fragment, Leaf, Slab, number

_FRAME = 0.8
"""The frame's line in points."""

_SQUARES = ((0.6, 0.6, 0.6), 0.4)
_SQUARES_LARGE = ((0.4, 0.4, 0.4), 0.7)
"""Colour and width, in points, of the lines between squares: less than what is drawn over them."""

_ABOVE, _BELOW = 2.0, 4.0 * POINTS_PER_MM


def set_drawing_space(block: DrawingSpace, context: Context) -> Fragment:
    """Draw the frame, over the whole width or as many whole squares as it has."""
    layout = context.layout
    squared = block.ruling == "squared"
    millimetres = layout.drawing_mm(block.marks, block.height, squared=squared)
    words = context.wording.say("space.draw.squared" if squared else "space.draw", height=millimetres)
    side = layout.square_mm * POINTS_PER_MM
    # A frame stands within the column: half its line would reach out of it.
    room = context.width - _FRAME
    width, height = (side * (room // side) if squared else room), millimetres * POINTS_PER_MM
    left = (context.width - width) / 2
    look = _SQUARES_LARGE if layout.scale >= LARGE_PRINT else _SQUARES
    inside = _squares(left, width, height, side, *look) if squared else b""
    drawn = inside + box(left, -height - _FRAME / 2, width, height, line=_FRAME)
    builder = Builder(answer_space(words))
    builder.slab(Slab(height + _FRAME, (Leaf(0, drawn, (left, -height - _FRAME, left + width, 0.0)),)))
    builder.space(_BELOW)
    return builder.fragment(before=_ABOVE)


def _squares(left: float, width: float, height: float, side: float, colour: tuple[float, float, float], line: float) -> bytes:
    """Return the lines between squares, as one path."""
    top = -_FRAME / 2
    upright = ((left + at * side, top, left + at * side, top - height) for at in range(1, round(width / side)))
    level = ((left, top - at * side, left + width, top - at * side) for at in range(1, round(height / side)))
    path = (b"%s %s m %s %s l" % (*map(number, ends),) for ends in (*upright, *level))
    return stroke(colour, line) + b" ".join(path) + b" S\n"
