"""A layout to that of an edition: larger text and all that grows with it, room for heads and feet, a tinted page."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from packbuilder.editions import Edition
from packbuilder.layout import BLACK, PAGE_SIZES_MM, POINTS_PER_MM, AnswerSpace, Furniture, Layout, PageGeometry, TextStyle

_HEADING_GROWTH = 0.35
"""Headings grow less than the text: of what they are larger than it, this part is kept."""

_LARGEST = 72.0
_SCRIPT = 0.85
"""Sub- and superscripts against the text: near its size, so that they can be read at all."""

_MATHS = 1.15
"""Formulas against the text where it is large: their own small signs, scripts and limits, are then no smaller than the text."""

_STRESS = 1.2
"""Emphasised words against the others where all are bold: what else carries emphasis is forbidden in large print (slant, underline, capitals),
is the author's own (quotation marks), or has no face (a heavier weight). A fifth is seen at once and leaves lines as far apart as they are.
"""

_EDGE = 10.0 * POINTS_PER_MM
_SIDE = 18.0 * POINTS_PER_MM
_GAP = 20.0
"""Points between the text and the nearest head or foot."""

_LARGE = 16.0
"""From this size in points heads and feet take rows of their own, and fields and marks lines of their own."""

_CLOSING = ("total", "strong", "centre")
"""Totals and the end of the questions: the space about them does not grow with large text, so that they need no page to themselves."""

_LEFT_ROLES = (*_CLOSING, "title")

_FURNITURE = Furniture(head=("{identity}", "", ""), foot=("{page_of}", "", "{turn_over}"), cover_head=True)
"""Heads and feet with few words: the paper's identity, the page's number, and "Turn over"."""


def modified(layout: Layout, edition: Edition) -> Layout:
    """Return the layout for an edition; its name tells both, so that what is set for one is never used for the other."""
    named = replace(layout, name=f"{layout.name}+{edition.name}", background=edition.background or layout.background)
    if not edition.clear:
        return replace(named, styles=_blackened(layout)) if edition.background else named
    body = layout.style("body")
    size = edition.size or body.size
    factor = size / body.size
    styles = tuple((role, _grown(style, role, body, edition)) for role, style in layout.styles)
    if not any(role == "furniture" for role, _ in styles):
        styles = (*styles, ("furniture", _grown(body, "furniture", body, edition)))
    large = size >= _LARGE
    result = replace(
        named,
        styles=styles,
        accent=BLACK,
        rule=(0.25, 0.25, 0.25),
        tint=edition.background or (0.92, 0.92, 0.92),
        answer=_wider(layout.answer, factor),
        spacing=layout.spacing * max(1.0, factor**0.5),
        frame=False,
        furniture=_FURNITURE,
        marks_below=large,
        capitals=False,
        digests=False,
        hyphenate=False,
    )
    return replace(result, page=_page(result, edition)) if large else result


def _wider(answer: AnswerSpace, factor: float) -> AnswerSpace:
    """Return space to answer in that is so many times as large."""
    return replace(
        answer,
        pitch=answer.pitch * factor,
        workings_a_mark=answer.workings_a_mark * factor,
        drawing_a_mark=answer.drawing_a_mark * factor,
        drawing_least=answer.drawing_least * factor,
    )


def _blackened(layout: Layout) -> tuple[tuple[str, TextStyle], ...]:
    """Return the styles with black text: greys and accents lose contrast on a tint."""
    styles = {**dict(layout.styles), "digest": layout.style("digest")}
    return tuple((role, replace(style, colour=BLACK)) for role, style in styles.items())


def _grown(style: TextStyle, role: str, body: TextStyle, edition: Edition) -> TextStyle:
    """Return a style at the edition's size: nothing smaller than the body, headings not in proportion."""
    base = edition.size or body.size
    ratio = max(1.0, style.size / body.size)
    size = min(_LARGEST, base * (1 + (ratio - 1) * (_HEADING_GROWTH if base >= _LARGE else 1.0)))
    leading = 1.2 if role == "furniture" else min(edition.leading or style.leading / style.size, 1.25 if ratio > 1.2 else 2.0)
    spaced = 1.0 if role in _CLOSING and base >= _LARGE else (base / body.size) ** 0.5
    return replace(
        style,
        size=size,
        leading=size * leading,
        before=style.before * spaced,
        after=style.after * spaced,
        bold=style.bold or edition.bold,
        italic=False,
        colour=BLACK,
        align=_aligned(style, role),
        tracking=edition.tracking,
        script=_SCRIPT,
        upright=True,
        maths=_MATHS if base >= _LARGE else 1.0,
        least=1 / _MATHS if base >= _LARGE else _SCRIPT,
        stress=_STRESS if edition.bold and not style.bold else 1.0,
    )


def _aligned(style: TextStyle, role: str) -> Literal["left", "centre", "right"]:
    return "left" if role in _LEFT_ROLES else style.align


def _page(layout: Layout, edition: Edition) -> PageGeometry:
    """Return the page with margins that hold a row of head, and at the foot a row and the words above it."""
    width, height = layout.page.width, layout.page.height
    if edition.page:
        width, height = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[edition.page])
    row = layout.style("furniture").leading
    return PageGeometry(
        width=width,
        height=height,
        top=_EDGE + row + _GAP,
        bottom=_EDGE + 2 * row + _GAP,
        inner=max(_SIDE, min(layout.page.inner, 22 * POINTS_PER_MM)),
        outer=_SIDE,
        mirrored=layout.page.mirrored,
    )
