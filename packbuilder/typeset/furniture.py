"""Page furniture: running heads and feet, the frame, "Turn over", blank pages. Never content: always artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.layout import Layout, TextStyle
from packbuilder.patterns import regex
from packbuilder.text import plain
from packbuilder.typeset.blocks.marks import box, rule, tint
from packbuilder.typeset.fragments import ARTIFACT, Leaf, Placement, Slab
from packbuilder.typeset.lines import Line, break_lines, paint, whole_line
from packbuilder.typeset.words import as_a_whole, glyphs_of
from packbuilder.values import dataclass, replace

_FACT = regex(r"\{(\w+)\}")
"""A fact that a template names."""

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


class _Put(NamedTuple):
    """A line of furniture where it stands, its characters, and the room in points that it takes beside others; no room is enough for the first of several lines."""

    placement: Placement
    glyphs: frozenset[tuple[str, str]]
    room: float = inf


def furniture(
    layout: Layout, facts: Mapping[str, str], page: PageFacts
) -> tuple[tuple[Placement, ...], tuple[frozenset[tuple[str, str]], ...]]:
    """Return the furniture of a page, and the characters that each of its lines uses."""
    values = {**page.words, **facts, "page": str(page.number), "pages": str(page.pages), "turn_over": _turn(layout, facts, page)}
    same, left = same_as(layout), left_margin(layout, page.number)
    puts = [*_head(same, values, page, left), *_foot(same, values, page, left)]
    if page.blank:
        puts.append(_middle(layout, page, left))
    return (*_drawn_once(same, left, page.lined), *[put.placement for put in puts]), tuple([put.glyphs for put in puts])


@lru_cache(maxsize=1024)
def _put(line: Same[Line], style: Same[TextStyle], left: float, y: float, width: float) -> _Put:
    """Return a line where it stands, its top at height `y`. Remembered, as the lines are: pages differ in little but their number."""
    slack = width - line.__self__.width
    x = {"left": 0.0, "centre": slack / 2, "right": slack}[style.__self__.align]
    painted = paint(line.__self__, x=x, colour=style.__self__.colour, node=ARTIFACT)
    slab = Slab(line.__self__.height, tuple([leaf for _, leaf in painted.leaves]))
    return _Put(Placement(-1, slab, left, y), painted.glyphs)


def left_margin(layout: Layout, number: int) -> float:
    """Return the left margin of page `number` in points: on mirrored pages the binding edge is left on odd ones."""
    geometry = layout.page
    return geometry.outer if geometry.mirrored and number % 2 == 0 else geometry.inner


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill a template with facts; a fact that the document does not have leaves nothing, nor the point that sets it off."""
    words = list(_parted(template))
    words[1::2] = [values.get(name, "") for name in words[1::2]]
    return " ".join("".join(words).split()).strip(" ·")


@lru_cache(maxsize=64)
def _parted(template: str) -> tuple[str, ...]:
    """Return a template's words, and between them the names of facts."""
    return tuple(_FACT.split(template))


def _turn(layout: Layout, facts: Mapping[str, str], page: PageFacts) -> str:
    turns = layout.turn_over and page.number % 2 and page.turns and page.number < page.pages
    return facts.get("turn_over", "") if turns else ""


def _head(same: Same[Layout], values: Mapping[str, str], page: PageFacts, left: float) -> Sequence[_Put]:
    """Return the running head: its last row stands just above the text."""
    layout = same.__self__
    if page.number == 1 and not layout.furniture.cover_head:
        return ()
    top = layout.page.height - layout.page.top + _HEAD_GAP + layout.style("furniture").leading
    return _rows(layout.furniture.head, values, same, left, top, rising=True)


def _foot(same: Same[Layout], values: Mapping[str, str], page: PageFacts, left: float) -> Sequence[_Put]:
    """Return the running foot, below the words that tell that a question goes on."""
    layout = same.__self__
    leading = layout.style("furniture").leading
    top = layout.page.bottom - _HEAD_GAP - leading
    puts: Sequence[_Put] = ()
    if page.message:
        look, lines = _message(page.message, layout)
        puts = _stacked(tuple([(line, look) for line in lines]), same, left, top + leading + 3 + page.raised)
        top -= leading * (len(lines) - 1) - page.raised
    return (*puts, *_rows(layout.furniture.foot, values, same, left, top))


def _rows(
    templates: tuple[str, str, str], values: Mapping[str, str], same: Same[Layout], left: float, top: float, *, rising: bool = False
) -> Sequence[_Put]:
    """Return a head or foot whose only row has its top at such a height; of several rows it is the first one's, or the last one's where they are `rising`."""
    return _filled(templates, tuple([values.get(name, "") for name in _names(templates)]), same, left, top, rising)


@lru_cache(maxsize=64)
def _names(templates: tuple[str, str, str]) -> tuple[str, ...]:
    """Return the facts that templates name."""
    return tuple(dict.fromkeys(name for template in templates for name in _parted(template)[1::2]))


@lru_cache(maxsize=512)
def _filled(
    templates: tuple[str, str, str], told: tuple[str, ...], same: Same[Layout], left: float, top: float, rising: bool
) -> Sequence[_Put]:
    # Remembered by what is told: a document's head is the same on nearly all pages.
    values = dict(zip(_names(templates), told, strict=True))
    filled = [fill(template, values) for template in templates]
    beside = _side_by_side(filled, same, left, top)
    if beside is not None:
        return beside
    lines = _apart(tuple(filled), same)
    leading = same.__self__.style("furniture").leading
    return _stacked(lines, same, left, top + leading * (len(lines) - 1) if rising else top)


def _side_by_side(filled: Sequence[str], same: Same[Layout], left: float, y: float) -> Sequence[_Put] | None:
    """Return the texts of a head or foot in one row; None where they do not fit side by side."""
    left_text, centre, right = [
        _beside(text, align, same, left, y) if text else None for text, align in zip(filled, _ALIGNMENTS, strict=True)
    ]
    sides = (left_text.room if left_text else 0.0, right.room if right else 0.0)
    # What stands in the middle of the page has the same room at both sides.
    needed = 2 * max(sides) + centre.room if centre else sum(sides)
    if needed > same.__self__.page.text_width + _APART:
        return None
    return [put for put in (left_text, centre, right) if put]


@lru_cache(maxsize=2048)
def _beside(text: str, align: Align, same: Same[Layout], left: float, y: float) -> _Put:
    look, width = _look(same, align), same.__self__.page.text_width
    piece = as_a_whole(plain(text), look, same.__self__.family) if align == "left" else None
    if piece is not None and piece.width <= width:
        # What tells a document from others: it is measured and painted at once.
        line, (_, operators, box) = whole_line(piece, look, x=0.0)
        slab = Slab(line.height, (Leaf(ARTIFACT, operators, box),))
        return _Put(Placement(-1, slab, left, y), glyphs_of(piece.face, piece.text), piece.width + _APART)
    lines = _lines(text, same_as(look), same)
    put = _put(same_as(lines[0]), same_as(look), left, y, width)
    return put if len(lines) > 1 else put._replace(room=lines[0].width + _APART)


@lru_cache(maxsize=256)
def _apart(filled: tuple[str, ...], same: Same[Layout]) -> tuple[tuple[Line, TextStyle], ...]:
    """Return the lines of texts that do not fit side by side: each text has its own, at the left."""
    looks = [_look(same, align) for align in _ALIGNMENTS]
    return tuple([(line, looks[0]) for text, look in zip(filled, looks, strict=True) if text for line in _lines(text, same_as(look), same)])


def _stacked(lines: Sequence[tuple[Line, TextStyle]], same: Same[Layout], left: float, top: float) -> Sequence[_Put]:
    """Return lines one below the other, the first one's top at such a height."""
    width, leading = same.__self__.page.text_width, same.__self__.style("furniture").leading
    return [_put(same_as(line), same_as(look), left, top - at * leading, width) for at, (line, look) in enumerate(lines)]


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


def _middle(layout: Layout, page: PageFacts, left: float) -> _Put:
    """Return what a blank page says."""
    style = layout.style("label") if page.lined else replace(layout.style("total"), align="centre", bold=True)
    line = break_lines(plain(page.blank), style, layout.family, layout.page.text_width)[0]
    top = layout.page.height - layout.page.top if page.lined else layout.page.height / 2
    return _put(same_as(line), same_as(style), left, top, layout.page.text_width)


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
