"""Figures: a picture at its share of the width, with alternative text and a caption."""

from __future__ import annotations

from packbuilder.document import Figure
from packbuilder.layout import LARGE_PRINT
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import FORBIDDEN, Fragment, Leaf, Node, Slab, number
from packbuilder.typeset.pictures import BLENDED, picture_name, picture_size

_TALLEST = 0.55
_TALLEST_LARGE = 0.52
"""A picture takes at most this part of the page's height, so that its question fits beside it; in large print the lines to answer on need not."""


def set_figure(figure: Figure, context: Context) -> Fragment:
    """Lay out a picture, centred, scaled to its share of the width (and smaller where it would be too tall)."""
    across, down = picture_size(figure.picture)
    layout = context.layout
    # Whoever reads large print needs large pictures: they grow as the text does, up to the whole column.
    width = context.width * min(1.0, figure.share * max(1.0, layout.scale))
    height = width * down / across
    tallest = (_TALLEST if layout.scale < LARGE_PRINT else _TALLEST_LARGE) * layout.page.text_height
    if height > tallest:
        width, height = width * tallest / height, tallest
    x = (context.width - width) / 2
    name = picture_name(figure.picture)
    at = b" ".join(number(value) for value in (width, 0, 0, height, x, -height))
    # On a tinted page the white of a picture is the tint: what is printed on coloured paper looks so too.
    blended = b"/%s gs " % BLENDED.encode() if context.layout.background is not None else b""
    drawn = b"%s%s cm /%s Do\n" % (blended, at, name.encode())
    builder = Builder(Node(role="Figure", alt=figure.alt))
    leaf = Leaf(0, drawn, (x, -height, x + width, 0.0))
    builder.slab(Slab(height, (leaf,), FORBIDDEN if figure.caption else 0.0, 4.0), pictures=(name,))
    if figure.caption:
        builder.add(set_text(figure.caption, context.layout.style("caption"), context, node=Node(role="Caption")))
    builder.space(6.0)
    return builder.fragment(before=4.0)
