"""A layout to that of a print habit: half-size pages, a margin for holes, little ink. Nothing is scaled; lines and pages break anew."""

from __future__ import annotations

from dataclasses import replace
from math import lcm

from packbuilder.layout import BLACK, POINTS_PER_MM, WHITE, AnswerSpace, Colour, Furniture, Layout, PageGeometry, TextStyle
from packbuilder.model.print_habits import PrintHabits

_SMALLER = 0.92
"""Text of a half-size page against that of the full one."""

_LEAST = 9.5
_LEAST_FURNITURE = 7.5
"""No text of a half-size page is smaller than this in points; running heads and feet may be, and digests stay as they are."""

_HEADING_PART = 0.6
"""Of what headings are larger than the text, this part is kept on half-size pages: their lines are short."""

_LEADING = 1.2
"""Lines of half-size pages stand at least so far apart, against their size."""

_SPACE = 0.8
"""White space of a half-size page against that of the full one."""

_LEAST_PITCH = 8.0 * POINTS_PER_MM
"""Between ruled lines: what a hand needs (HANDBOOK section 3)."""

_HOLES = 22.0 * POINTS_PER_MM
"""The least margin at the edge with the holes (HANDBOOK section 7: 20 to 25 mm)."""

_FOLD = 15.0 * POINTS_PER_MM
_EDGE = 11.0 * POINTS_PER_MM
_TOP = 17.0 * POINTS_PER_MM
_BOTTOM = 19.0 * POINTS_PER_MM
"""Margins of a half-size page: at the fold, at the open edge, and above and below with room for a head and a foot of two rows."""

_THIN: Colour = (0.55, 0.55, 0.55)
"""The grey of rules that save ink: on white at 3.4:1, above the 3:1 that what is drawn needs (WCAG 2.2, 1.4.11)."""

_UNSCALED = ("digest",)

_WIDEST = 450.0 * POINTS_PER_MM
"""No sheet is wider: A3 has 420 mm, tabloid 432, and what is larger goes through no printer of a centre."""

_SMALL_ALREADY = 150.0 * POINTS_PER_MM
"""A page of no more than this width is not halved: two of it, as it is, make a sheet (A5 on A4)."""


def possible(layout: Layout, habits: PrintHabits) -> PrintHabits:
    """Return the habits as far as the layout's pages can have them: those that would need sheets larger than A3 are not folded."""
    return replace(habits, imposition="") if habits.imposition == "a3-fold" and 2 * layout.page.width > _WIDEST else habits


def for_habits(layout: Layout, habits: PrintHabits) -> Layout:
    """Return the layout for print habits; its name tells them, so that what is set for one is never used for the other."""
    look = layout
    if habits.halves:
        look = _halved(look, mirrored=habits.imposition == "booklet")
    elif habits.imposition:
        look = replace(look, page=_bound(look.page, habits))
    if habits.ink_saving:
        look = _light(look)
    look = replace(look, pad_to=lcm(look.pad_to, habits.multiple))
    if look == layout:
        return layout
    told = (habits.imposition, "light" if habits.ink_saving else "", f"pad{look.pad_to}")
    return replace(look, name="+".join((layout.name, *filter(None, told))))


def _bound(page: PageGeometry, habits: PrintHabits) -> PageGeometry:
    """Return a page of full size with its margin at the edge that it is bound at."""
    if habits.imposition == "duplex-short":
        # Leafed through upwards, the head of a front and the foot of its back lie at the edge with the holes.
        return replace(page, top=max(page.top, _HOLES), bottom=max(page.bottom, _HOLES), mirrored=False)
    return replace(page, inner=page.inner if habits.folded else max(page.inner, _HOLES), mirrored=True)


def _halved(layout: Layout, *, mirrored: bool) -> Layout:
    """Return the layout on pages of half the size: two of them, side by side, make the full page turned by a quarter.

    A layout whose pages are small already keeps them: the sheet is twice their size.
    """
    page = layout.page
    # Side by side, what comes next stands beside an odd page, not behind it.
    turns = layout.turn_over and mirrored
    if page.width <= _SMALL_ALREADY:
        return replace(layout, page=replace(page, mirrored=mirrored), turn_over=turns)
    short, long = sorted((page.width, page.height))
    factor = max(1.0, short / (210 * POINTS_PER_MM)) ** 0.5
    return replace(
        layout,
        page=PageGeometry(
            width=long / 2,
            height=short,
            top=_TOP * factor,
            bottom=_BOTTOM * factor,
            inner=(_FOLD if mirrored else (_FOLD + _EDGE) / 2) * factor,
            outer=(_EDGE if mirrored else (_FOLD + _EDGE) / 2) * factor,
            mirrored=mirrored,
        ),
        styles=tuple((role, _smaller(style, role, layout.style("body"))) for role, style in layout.styles),
        answer=_smaller_answers(layout.answer),
        spacing=layout.spacing * _SPACE,
        furniture=_short(layout.furniture),
        frame=False,
        turn_over=turns,
    )


def _smaller(style: TextStyle, role: str, body: TextStyle) -> TextStyle:
    """Return a style for half-size pages: text a little smaller, headings much, and nothing below what can be read."""
    if role in _UNSCALED:
        return style
    base = max(min(_LEAST, body.size), body.size * _SMALLER)
    ratio = style.size / body.size
    size = base * (1 + (ratio - 1) * _HEADING_PART) if ratio > 1 else base * ratio
    least = _LEAST_FURNITURE if role == "furniture" else _LEAST
    # What was smaller than the least before keeps its size or grows to it; nothing grows beyond.
    size = max(size, least)
    return replace(
        style, size=size, leading=size * max(_LEADING, style.leading / style.size), before=style.before * _SPACE, after=style.after * _SPACE
    )


def _smaller_answers(answer: AnswerSpace) -> AnswerSpace:
    return replace(answer, pitch=max(min(answer.pitch, _LEAST_PITCH), answer.pitch * _SMALLER))


def _short(furniture: Furniture) -> Furniture:
    """Return heads and feet for short lines: what stands in the middle goes to the right, and nothing speaks of a frame."""
    return replace(furniture, head=_two_sided(furniture.head), foot=_two_sided(furniture.foot))


def _two_sided(row: tuple[str, str, str]) -> tuple[str, str, str]:
    left, middle, right = (text.replace("{outside_box}", "") for text in row)
    if not (left and middle):
        return (left, middle, right)
    return (left, "", f"{middle} · {right}" if right else middle)


def _light(layout: Layout) -> Layout:
    """Return the layout without tints and backgrounds, with grey rules and black text."""
    return replace(
        layout,
        styles=tuple((role, replace(style, colour=style.colour if role == "digest" else BLACK)) for role, style in layout.styles),
        accent=_THIN,
        rule=_THIN,
        tint=WHITE,
        background=None,
    )
