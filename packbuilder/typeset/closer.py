"""Covers that run over their page are set closer: a mark grid above the first question is taken for a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.layout import LARGE_PRINT, Layout, TextStyle
from packbuilder.typeset.breaking import SHRINKS
from packbuilder.typeset.fragments import Fragment
from packbuilder.values import replace

_STEPS = ((0.7, 1.0), (0.6, 0.94), (0.45, 0.88))
"""White space and text against the layout's own, the first that will do."""

_LARGE_STEPS = (0.7, 0.55)
"""White space in large print, whose text is never smaller."""

_LEAST = 8.0
"""Text is never set smaller than so many points for it."""

_TITLE = 0.75


def closer(layout: Layout) -> Iterator[Layout]:
    """Yield the layouts to try, closer and closer; in large print only white space gives way."""
    body = layout.style("body").size
    if layout.scale < LARGE_PRINT:
        yield from (_set_closer(layout, space, size) for space, size in _STEPS if size == 1.0 or size * body >= _LEAST)
    else:
        yield from (replace(layout, spacing=space * layout.spacing) for space in _LARGE_STEPS)


def _set_closer(layout: Layout, space: float, size: float) -> Layout:
    styles = tuple((role, _smaller(style, size * (_TITLE if role == "title" else 1.0))) for role, style in layout.styles)
    return replace(layout, styles=styles, spacing=space * layout.spacing)


def _smaller(style: TextStyle, size: float) -> TextStyle:
    return replace(style, size=size * style.size, leading=size * style.leading)


def fit(fragments: Sequence[Fragment], height: float) -> bool:
    """Whether fragments fit a page of a height in points, as far as white space gives way."""
    slabs = [slab for fragment in fragments for slab in fragment.slabs]
    return sum(slab.height for slab in slabs) + (1 - SHRINKS) * sum(slab.space for slab in slabs[:-1]) <= height
