"""A layout: every size, colour, numbering style and furniture text; nothing of the content.

Lengths in the values are points, converted from the millimetres of the YAML (1 mm = 72/25.4 pt). A layout is one file,
`layouts/<name>.yaml`, read by `packbuilder.readers.layouts`.
"""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from typing import Literal, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.values import dataclass

POINTS_PER_MM = 72 / 25.4

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

DEFAULT_FAMILY = "atkinson"
"""The family of a layout that names none: Atkinson Hyperlegible, with fallback faces for what it lacks."""

REFERENCE_SIZE = 11.0
"""The text size in points at which indents, boxes to fill in and labels have the widths that blocks give them."""

LARGE_PRINT = 1.4
"""Text so many times the reference size is large print: few words to a line, read under a magnifier or close to the eye."""

LEAST_CONTRAST = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, success criterion 1.4.3)."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21 (relative luminance as in WCAG 2.2)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAGE_SIZES_MM = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
}
"""Portrait sizes, ISO 216 and ANSI/ASME Y14.1."""

_SHEETS_MM = {**PAGE_SIZES_MM, "tabloid": (279.4, 431.8)}
"""What paper may be besides: two letter pages side by side."""


def paper_name(width: float, height: float) -> str:
    """Return what paper of a size in points is called, whichever way it lies; of a size without a name, its millimetres."""
    short, long = sorted((width / POINTS_PER_MM, height / POINTS_PER_MM))
    near = (name for name, sides in _SHEETS_MM.items() if abs(short - sides[0]) <= 1 and abs(long - sides[1]) <= 1)
    return next(near, f"{short:.0f} × {long:.0f} mm")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGeometry:
    """The page in points: its size, and its margins. `mirrored`: `inner` is the binding edge and changes sides."""

    width: float = 210 * POINTS_PER_MM
    height: float = 297 * POINTS_PER_MM
    top: float = 22 * POINTS_PER_MM
    bottom: float = 20 * POINTS_PER_MM
    inner: float = 20 * POINTS_PER_MM
    outer: float = 20 * POINTS_PER_MM
    mirrored: bool = False

    @property
    def text_width(self) -> float:
        """Width between the margins, in points."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Height between the margins, in points."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a role of text looks: size and leading in points, space before and after in points.

    `tracking` is extra space after each letter, in ems; `script` the size of sub- and superscripts and `maths` that of
    formulas, against the text's. `rule` draws a rule in the accent over or under a heading. `least` is the least of a formula's small
    signs, against the formula (0: as its font has them). `stress` is the size of bold words among others, against theirs, where all are bold.
    `upright`: letters of formulas are those of the text and not slanted, and what is typed raised or lowered (`²`, `₂`) is set as ordinary
    figures and letters are, at the size of `script`.
    """

    size: float = 11.0
    leading: float = 15.0
    before: float = 0.0
    after: float = 5.0
    bold: bool = False
    italic: bool = False
    colour: Colour = BLACK
    align: Literal["left", "centre", "right"] = "left"
    tracking: float = 0.0
    script: float = 0.68
    maths: float = 1.0
    rule: Literal["", "above", "below"] = ""
    least: float = 0.0
    stress: float = 1.0
    upright: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpace:
    """Space to write in (HANDBOOK section 3): pitch in points, lines by marks.

    `lines_a_mark` serves up to 4 marks, `lines_6` 6 marks, and `lines_page` 8 to 12 marks; between them it is
    interpolated. An essay has `lines_beyond` more for each mark beyond 12, so that 20 marks have two pages and 30 have three. `workings_a_mark` is points of white space a mark;
    `drawing_a_mark` those of a space to draw in, which is never lower than `drawing_least`.
    """

    pitch: float = 8.5 * POINTS_PER_MM
    lines_a_mark: float = 2.0
    lines_6: int = 14
    lines_page: int = 25
    lines_beyond: float = 3.0
    workings_a_mark: float = 20 * POINTS_PER_MM
    drawing_a_mark: float = 20 * POINTS_PER_MM
    drawing_least: float = 70 * POINTS_PER_MM

    def lines(self, marks: int) -> int:
        """Return how many lines `marks` marks get; at least 1."""
        if marks <= 4:
            return max(1, round(marks * self.lines_a_mark))
        if marks <= 6:
            at_four = 4 * self.lines_a_mark
            return round(at_four + (self.lines_6 - at_four) * (marks - 4) / 2)
        if marks > _PAGE_SERVES:
            return self.lines_page + round(self.lines_beyond * (marks - _PAGE_SERVES))
        return min(self.lines_page, round(self.lines_6 + (self.lines_page - self.lines_6) * (marks - 6) / 2))


_MOST_DRAWN = 0.6
"""A space to draw in takes this part of a page's height at most, so that its question stands on the same page."""

_ROUNDED = 1e-6
"""What binary fractions may take from a whole millimetre."""

_SQUARE_MM = 5
"""The side of a square to draw a graph on at the reference size."""
_NEARLY = 0.1
"""Print so much smaller than so many times the reference size has squares so many times as large: 16 pt those of 22 pt."""


_PAGE_SERVES = 12
"""A page of lines serves an answer for so many marks at most (HANDBOOK section 3)."""


_WRITABLE = 0.9
"""Lines of text with gaps to write in stand so far apart against answer lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRules:
    """How panels stand in columns: `count` side by side (0: as many as there is room for), `gap` points apart.

    Their text is as large as fits, from `least` to `most` points.
    """

    count: int = 0
    gap: float = 6.0 * POINTS_PER_MM
    least: float = 7.5
    most: float = 10.5


DIGEST = TextStyle(size=5.5, leading=7, colour=(0.35, 0.35, 0.35))
"""The style of digests where a layout has none: as small as can be read with a good eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands at the head and foot of each page: templates over a document's facts, left, centre and right.

    An empty template prints nothing. A template that names a fact which the document does not have prints nothing
    for it. `cover`: whether the first page has a head.
    """

    head: tuple[str, str, str] = ("", "", "")
    foot: tuple[str, str, str] = ("", "{page}", "")
    cover_head: bool = False
    rule: bool = False


Numbering: TypeAlias = Literal["boxed", "lettered", "dotted"]
"""`boxed` 0 1 . 2, `lettered` 1 (b), `dotted` 1.2 (HANDBOOK section 3)."""

MarkStyle: TypeAlias = Literal["brackets", "parentheses", "words"]
"""`brackets` [2], `parentheses` (2), `words` [2 marks]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole layout. `styles` has a `TextStyle` for each role of text; `pad_to`: pages are a multiple of it.

    `scheme` names the layout for the mark schemes of papers in this one (empty: this one). `background` tints the whole
    page. `marks_below`: marks stand below the stem at its left edge, where a reader with a magnifier meets them, and not
    at the far right. `capitals`: the program's own blocks of capitals are printed as such. `digests`: the very small
    digests are printed. `hyphenate`: words may be divided, in languages where that is usual.
    """

    name: str
    page: PageGeometry = PageGeometry()
    family: str = DEFAULT_FAMILY
    styles: tuple[tuple[str, TextStyle], ...] = ()
    accent: Colour = (0.06, 0.27, 0.42)
    rule: Colour = (0.45, 0.45, 0.45)
    tint: Colour = (0.94, 0.95, 0.96)
    numbering: Numbering = "lettered"
    marks: MarkStyle = "brackets"
    answer: AnswerSpace = AnswerSpace()
    columns: ColumnRules = ColumnRules()
    furniture: Furniture = Furniture()
    frame: bool = False
    turn_over: bool = False
    pad_to: int = 1
    scheme: str = ""
    spacing: float = 1.0
    background: Colour | None = None
    marks_below: bool = False
    capitals: bool = True
    digests: bool = True
    hyphenate: bool = True
    digest: str = field(default="", compare=False)

    @property
    def scale(self) -> float:
        """Text size against the 11 pt that indents, boxes and labels are measured for; never below 1."""
        return max(1.0, self.style("body").size / REFERENCE_SIZE)

    @property
    def square_mm(self) -> int:
        """The side of a square to draw a graph on, in millimetres."""
        return _SQUARE_MM * round(self.scale + _NEARLY)

    def drawing_mm(self, marks: int, height: int = 0, *, squared: bool = False) -> int:
        """Return how high a space to draw in is, in whole millimetres, as it is announced; with squares, a whole number of them.

        `height` is what was wished for at the reference size; 0: what suits so many marks.
        """
        wished = height * POINTS_PER_MM * self.scale if height else max(self.answer.drawing_least, marks * self.answer.drawing_a_mark)
        whole = int(min(wished, _MOST_DRAWN * self.page.text_height) / POINTS_PER_MM + _ROUNDED)
        return whole - whole % self.square_mm if squared else whole

    def style(self, role: str) -> TextStyle:
        """Return the style of a role; `body` where the layout has none of that name."""
        return _style(same_as(self), role)


@lru_cache(maxsize=1024)
def _style(same: Same[Layout], role: str) -> TextStyle:
    # Remembered: a page asks hundreds of times, always for the same few, and is given the same objects.
    layout = same.__self__
    styles = dict(layout.styles)
    if role == "digest" and role not in styles:
        return _one(DIGEST)
    if role == "gapped" and role not in styles:
        stem = layout.style("stem")
        return _one(replace(stem, leading=max(stem.leading, _WRITABLE * layout.answer.pitch)))
    return _one(styles.get(role) or styles.get("body") or TextStyle())


@lru_cache(maxsize=1024)
def _one(style: TextStyle) -> TextStyle:
    """Return the first style that was equal: what is set in it is known by its identity, whatever the role."""
    return style
