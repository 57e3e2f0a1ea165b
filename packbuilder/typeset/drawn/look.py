"""The look of drawings in a layout: how large their words are, and how thick and how dark their lines."""

from __future__ import annotations

from packbuilder.drawings import shown
from packbuilder.layout import BLACK, LARGE_PRINT, REFERENCE_SIZE, Colour, Layout, TextStyle
from packbuilder.values import dataclass, replace
from packbuilder.wording import catalogue

_LEADING = 1.2
"""Words of drawings are set closer than running text, in ems."""

_GROWTH = 0.7
"""Lines grow less than the text: in print twice as large they are 1.6 times as thick."""

_FINE, _GRID, _AXIS, _CURVE = 0.35, 0.55, 1.1, 1.5
"""Thickness of lines in points, beside text of 11 pt."""

_FAINT, _LIGHT = 0.62, 0.3
"""How much of the layout's rule colour is given up to the paper's, for the fine and for the numbered grid lines."""

WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`style` is that of words, `language` theirs (a BCP 47 tag; empty: unknown); `upright`: no words are turned; `fine`, `grid`, `axis` and `curve` are thicknesses in points. All ink is black or grey."""

    style: TextStyle
    family: str
    paper: Colour
    faint: Colour
    light: Colour
    fine: float
    grid: float
    axis: float
    curve: float
    language: str = ""
    upright: bool = False

    @property
    def size(self) -> float:
        """The size of words in points."""
        return self.style.size

    @property
    def leading(self) -> float:
        """The height of a line of words in points."""
        return self.style.leading

    @property
    def gap(self) -> float:
        """The least white space between two words, or between a word and a line, in points."""
        return 0.3 * self.style.size

    @property
    def mark(self) -> float:
        """The radius of plotted points and circles in points."""
        return 0.3 * self.style.size

    def number(self, value: float) -> str:
        """Return a number as the language of the words writes it: `0.5` or `0,5`."""
        return catalogue(self.language).figures(shown(value))

    def mixed(self, part: float) -> Colour:
        """Return a grey (0: black, 1: the paper's colour)."""
        return _mixed(BLACK, self.paper, part)


def look_of(layout: Layout, *, part: float = 1.0, language: str = "") -> Look:
    """Return the look of drawings: words as those of tables, which are as much read as the text, or `part` of their size."""
    cell = layout.style("cell")
    style = replace(cell, size=part * cell.size)
    growth = max(1.0, style.size / REFERENCE_SIZE) ** _GROWTH
    paper = layout.background or WHITE
    return Look(
        style=replace(style, leading=_LEADING * style.size, before=0.0, after=0.0, align="left", colour=BLACK),
        family=layout.family,
        paper=paper,
        faint=_mixed(layout.rule, paper, _FAINT),
        light=_mixed(layout.rule, paper, _LIGHT),
        fine=_FINE * growth,
        grid=_GRID * growth,
        axis=_AXIS * growth,
        curve=_CURVE * growth,
        language=language,
        upright=layout.scale >= LARGE_PRINT,
    )


def _mixed(one: Colour, other: Colour, part: float) -> Colour:
    first, second, third = (a + (b - a) * part for a, b in zip(one, other, strict=True))
    return first, second, third
