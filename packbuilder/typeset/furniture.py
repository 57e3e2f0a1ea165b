"""Page furniture: running heads and feet, the frame, "Turn over", blank pages. Never content: always artifacts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from packbuilder.layout import Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.blocks.marks import box, rule
from packbuilder.typeset.fragments import ARTIFACT, Leaf, Placement, Slab
from packbuilder.typeset.lines import break_lines, paint

_FACT = re.compile(r"\{(\w+)\}")

_HEAD_GAP = 16.0
"""Points between the head's baseline and the text's top, and between the text's foot and the foot's top."""

_FRAME_GAP = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is known of one page: its number from 1, how many there are, what its foot says, what it says where it is blank,
    and whether anything is printed on a later page."""

    number: int
    pages: int
    message: str = ""
    blank: str = ""
    turns: bool = True


def furniture(layout: Layout, facts: Mapping[str, str], page: PageFacts) -> tuple[tuple[Placement, ...], frozenset[tuple[str, str]]]:
    """Return the furniture of a page and the characters it uses."""
    values = {**facts, "page": str(page.number), "pages": str(page.pages)}
    placements: list[Placement] = []
    glyphs: set[tuple[str, str]] = set()

    def put(text: str, style: TextStyle, y: float) -> None:
        slab, used = _slab(text, style, layout, page.number)
        placements.append(Placement(-1, slab, left_margin(layout, page.number), y))
        glyphs.update(used)

    geometry = layout.page
    style = layout.style("furniture")
    top = geometry.height - geometry.top
    if page.number > 1 or layout.furniture.cover_head:
        for template, align in zip(layout.furniture.head, ("left", "centre", "right"), strict=True):
            put(fill(template, values), replace(style, align=align), top + _HEAD_GAP + style.leading)  # type: ignore[arg-type]  # the three alignments
    turn = facts.get("turn_over", "") if layout.turn_over and page.number % 2 and page.turns and page.number < page.pages else ""
    values["turn_over"] = turn
    foot = geometry.bottom - _HEAD_GAP - style.leading
    for template, align in zip(layout.furniture.foot, ("left", "centre", "right"), strict=True):
        put(fill(template, values), replace(style, align=align), foot)  # type: ignore[arg-type]  # the three alignments
    if page.message:
        put(page.message, replace(style, align="right", bold=True), foot + style.leading + 3)
    if page.blank:
        put(page.blank, replace(layout.style("total"), align="centre", bold=True), geometry.height / 2)
    drawn = _drawn(layout, page.number)
    if drawn:
        placements.append(Placement(-1, Slab(0.0, (Leaf(ARTIFACT, drawn),)), 0.0, 0.0))
    return tuple(placements), frozenset(glyphs)


def left_margin(layout: Layout, number: int) -> float:
    """Return the left margin of page `number` in points: on mirrored pages the binding edge is left on odd ones."""
    geometry = layout.page
    return geometry.outer if geometry.mirrored and number % 2 == 0 else geometry.inner


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill a template with facts; a fact that the document does not have leaves nothing."""
    return " ".join(_FACT.sub(lambda match: values.get(match[1], ""), template).split())


def _slab(text: str, style: TextStyle, layout: Layout, number: int) -> tuple[Slab, frozenset[tuple[str, str]]]:
    width = layout.page.text_width
    if not text:
        return Slab(0.0), frozenset()
    line = break_lines(plain(text), style, layout.family, width)[0]
    x = {"left": 0.0, "centre": (width - line.width) / 2, "right": width - line.width}[style.align]
    painted = paint(line, x=x, colour=style.colour, node=ARTIFACT)
    return Slab(line.height, tuple(leaf for _, leaf in painted.leaves)), painted.glyphs


def _drawn(layout: Layout, number: int) -> bytes:
    geometry, left = layout.page, left_margin(layout, number)
    drawn = b""
    if layout.furniture.rule:
        y = geometry.bottom - _HEAD_GAP
        drawn += rule(left, y, left + geometry.text_width, y, colour=layout.rule, width=0.4)
    if layout.frame:
        drawn += box(
            left - _FRAME_GAP,
            geometry.bottom - _FRAME_GAP,
            geometry.text_width + 2 * _FRAME_GAP,
            geometry.text_height + 2 * _FRAME_GAP,
            colour=layout.rule,
        )
    return drawn
