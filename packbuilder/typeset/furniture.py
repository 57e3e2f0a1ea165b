"""Page furniture: running heads and feet, the frame, "Turn over", blank pages. Never content: always artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Literal, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.layout import Layout, TextStyle
from packbuilder.patterns import regex
from packbuilder.text import plain
from packbuilder.typeset.blocks.marks import box, rule, tint
from packbuilder.typeset.fragments import ARTIFACT, Leaf, Placement, Slab
from packbuilder.typeset.lines import Line, break_lines, paint
from packbuilder.values import dataclass, replace

_FACT = regex(r"\{(\w+)\}")

_HEAD_GAP = 16.0
"""Points between the head's baseline and the text's top, and between the text's foot and the foot's top."""

_FRAME_GAP = 7.0

_APART = 12.0
"""Points between texts that share a row of a head or foot; where they do not fit, each gets a row of its own."""

Align: TypeAlias = Literal["left", "centre", "right"]

_ALIGNMENTS: tuple[Align, ...] = ("left", "centre", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is known of one page: its number from 1, how many there are, what its foot says (from so many points above it), what it says where it is blank,
    whether anything is printed on a later page, and `words` in the document's language that layouts may name. `lined`: there are
    lines to write on below what a blank page says."""

    number: int
    pages: int
    message: str = ""
    raised: float = 0.0
    blank: str = ""
    lined: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    turns: bool = True


@dataclass(frozen=True, slots=True)
class _Put:
    """A line of furniture: its style (with its alignment) and the height of its top in points."""

    line: Line
    style: TextStyle
    y: float


def furniture(layout: Layout, facts: Mapping[str, str], page: PageFacts) -> tuple[tuple[Placement, ...], frozenset[tuple[str, str]]]:
    """Return the furniture of a page and the characters it uses."""
    values = {**page.words, **facts, "page": str(page.number), "pages": str(page.pages), "turn_over": _turn(layout, facts, page)}
    left, width = left_margin(layout, page.number), layout.page.text_width
    puts = (*_head(layout, values, page), *_foot(layout, values, page), *_middle(layout, page))
    placed = [_placed(same_as(put.line), same_as(put.style), left, put.y, width) for put in puts]
    drawn = _drawn_once(same_as(layout), left, page.lined)
    return (*drawn, *(placement for placement, _ in placed)), frozenset().union(*(glyphs for _, glyphs in placed))


@lru_cache(maxsize=1024)
def _placed(line: Same[Line], style: Same[TextStyle], left: float, y: float, width: float) -> tuple[Placement, frozenset[tuple[str, str]]]:
    """Return a line where it stands, and its characters. Remembered, as the lines are: pages differ in little but their number."""
    slack = width - line.__self__.width
    x = {"left": 0.0, "centre": slack / 2, "right": slack}[style.__self__.align]
    painted = paint(line.__self__, x=x, colour=style.__self__.colour, node=ARTIFACT)
    slab = Slab(line.__self__.height, tuple(leaf for _, leaf in painted.leaves))
    return Placement(-1, slab, left, y), painted.glyphs


def left_margin(layout: Layout, number: int) -> float:
    """Return the left margin of page `number` in points: on mirrored pages the binding edge is left on odd ones."""
    geometry = layout.page
    return geometry.outer if geometry.mirrored and number % 2 == 0 else geometry.inner


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill a template with facts; a fact that the document does not have leaves nothing, nor the point that sets it off."""
    return " ".join(_FACT.sub(lambda match: values.get(match[1], ""), template).split()).strip(" ·")


def _turn(layout: Layout, facts: Mapping[str, str], page: PageFacts) -> str:
    turns = layout.turn_over and page.number % 2 and page.turns and page.number < page.pages
    return facts.get("turn_over", "") if turns else ""


def _head(layout: Layout, values: Mapping[str, str], page: PageFacts) -> Iterator[_Put]:
    """Yield the running head: its last row stands just above the text."""
    if page.number == 1 and not layout.furniture.cover_head:
        return
    rows = _rows(layout.furniture.head, values, layout)
    leading = layout.style("furniture").leading
    top = layout.page.height - layout.page.top + _HEAD_GAP + leading * max(1, len(rows))
    for index, row in enumerate(rows):
        yield from (_Put(line, style, top - index * leading) for line, style in row)


def _foot(layout: Layout, values: Mapping[str, str], page: PageFacts) -> Iterator[_Put]:
    """Yield the running foot, below the words that tell that a question goes on."""
    style = layout.style("furniture")
    top = layout.page.bottom - _HEAD_GAP - style.leading
    if page.message:
        look, lines = _message(page.message, layout)
        above = top + style.leading + 3 + page.raised
        yield from (_Put(line, look, above - index * style.leading) for index, line in enumerate(lines))
        top -= style.leading * (len(lines) - 1) - page.raised
    for index, row in enumerate(_rows(layout.furniture.foot, values, layout)):
        yield from (_Put(line, look, top - index * style.leading) for line, look in row)


def message_room(message: str, layout: Layout) -> float:
    """Return how much of the text's height the words take that tell that a question goes on: lines beyond the first, where no frame stands between."""
    if not message or not has_message_room(layout):
        return 0.0
    return layout.style("furniture").leading * (len(_message(message, layout)[1]) - 1)


def has_message_room(layout: Layout) -> bool:
    """Whether such words may take room from the text: there is no frame or rule between them."""
    return not (layout.frame or layout.furniture.rule)


def _message(message: str, layout: Layout) -> tuple[TextStyle, tuple[Line, ...]]:
    look = _look(same_as(layout), "right", bold=True)
    return look, _lines(message, same_as(look), same_as(layout))


def _middle(layout: Layout, page: PageFacts) -> Iterator[_Put]:
    if page.blank:
        style = layout.style("label") if page.lined else replace(layout.style("total"), align="centre", bold=True)
        line = break_lines(plain(page.blank), style, layout.family, layout.page.text_width)[0]
        yield _Put(line, style, layout.page.height - layout.page.top if page.lined else layout.page.height / 2)


def _rows(templates: Sequence[str], values: Mapping[str, str], layout: Layout) -> tuple[tuple[tuple[Line, TextStyle], ...], ...]:
    """Return the rows of a head or foot: one where its texts fit side by side, else one a line of each text."""
    return _rows_of(tuple([fill(template, values) for template in templates]), same_as(layout))


@lru_cache(maxsize=1024)
def _rows_of(filled: tuple[str, ...], same: Same[Layout]) -> tuple[tuple[tuple[Line, TextStyle], ...], ...]:
    width = same.__self__.page.text_width
    texts = [(text, _look(same, align)) for text, align in zip(filled, _ALIGNMENTS, strict=True)]
    broken = [(_lines(text, same_as(look), same), look) for text, look in texts if text]
    widths = {look.align: lines[0].width + _APART for lines, look in broken}
    sides = (widths.get("left", 0.0), widths.get("right", 0.0))
    # What stands in the middle of the page has the same room at both sides.
    needed = 2 * max(sides) + widths["centre"] if "centre" in widths else sum(sides)
    if needed <= width + _APART and all(len(lines) == 1 for lines, _ in broken):
        return (tuple((lines[0], look) for lines, look in broken),) if broken else ()
    return tuple(((line, _look(same, "left")),) for lines, _ in broken for line in lines)


@lru_cache(maxsize=64)
def _look(layout: Same[Layout], align: Align, *, bold: bool | None = None) -> TextStyle:
    """Return the style of furniture that is aligned so; in bold where that is asked for."""
    style = layout.__self__.style("furniture")
    return replace(style, align=align, bold=style.bold if bold is None else bold)


@lru_cache(maxsize=1024)
def _lines(text: str, style: Same[TextStyle], layout: Same[Layout]) -> tuple[Line, ...]:
    return break_lines(plain(text), style.__self__, layout.__self__.family, layout.__self__.page.text_width)


@lru_cache(maxsize=256)
def _drawn_once(layout: Same[Layout], left: float, lined: bool) -> tuple[Placement, ...]:
    return tuple(Placement(-1, Slab(0.0, (Leaf(ARTIFACT, drawn),)), 0.0, 0.0) for drawn in _drawn(layout.__self__, left, lined=lined))


def _drawn(layout: Layout, left: float, *, lined: bool) -> Iterator[bytes]:
    """Yield what is drawn on a page with such a left margin: its tint first, so that all else stands on it."""
    geometry = layout.page
    if layout.background is not None:
        yield tint(0, 0, geometry.width, geometry.height, layout.background)
    if lined:
        pitch = layout.answer.pitch
        first = geometry.height - geometry.top - layout.style("label").leading - pitch
        for at in range(int((first - geometry.bottom) // pitch) + 1):
            yield rule(left, first - at * pitch, left + geometry.text_width, first - at * pitch, colour=layout.rule, width=0.4)
    if layout.furniture.rule:
        y = geometry.bottom - _HEAD_GAP
        yield rule(left, y, left + geometry.text_width, y, colour=layout.rule, width=0.4)
    if layout.frame:
        yield box(
            left - _FRAME_GAP,
            geometry.bottom - _FRAME_GAP,
            geometry.text_width + 2 * _FRAME_GAP,
            geometry.text_height + 2 * _FRAME_GAP,
            colour=layout.rule,
        )
