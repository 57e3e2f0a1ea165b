"""What a page shows, in the order in which it is painted: pieces of text with their places, and what is painted over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from math import hypot

from pypdf.generic import PdfObject

from packbuilder.layout import BLACK, Colour
from packbuilder.typeset.reading.fonts import FontRead
from packbuilder.typeset.reading.pen import Pen, number_of
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass

_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_ENDS = _FILLS | {b"S", b"s", b"n"}
_COLOURS = frozenset((b"g", b"rg", b"k", b"sc", b"scn"))
_MOVES = frozenset((b"BT", b"Td", b"TD", b"Tm", b"T*"))
_INVISIBLE = 3
"""The text rendering mode that shows nothing (ISO 32000-1, 9.3.6)."""

_LEAST = 2.0
"""Text of fewer points is a grey line to every eye; the smallest that packbuilder prints is more than twice as large."""

_MIDDLE = 0.25
"""So many ems above the baseline a letter is hidden by whatever is painted over it."""

_OVERLAP = 1.5
"""Points by which something must reach into a text to hide a part of it."""

_Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text: its words, where its baseline begins and ends on the page, its size, all in points; whether it can be seen.

    `turned`: it runs from right to left, upside down. `colour` is what it is painted in; None where that is no grey and no RGB.
    """

    text: str
    x: float
    y: float
    end: float
    size: float
    visible: bool
    turned: bool = False
    colour: Colour | None = BLACK


@dataclass(slots=True)
class Canvas:
    """Follows a page's operators, and notes what is painted over text that can be seen."""

    pen: Pen = field(default_factory=Pen)
    seen: list[Shown] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    size: float = 0.0
    mode: int = 0
    colour: Colour | None = BLACK
    saved: list[tuple[float, int, Colour | None]] = field(default_factory=list)
    advance: float = 0.0
    path: list[_Points] = field(default_factory=list)

    def follow(self, operator: bytes, operands: Sequence[PdfObject]) -> None:
        """Take note of an operator. Text is noted by `show`, since only who knows the fonts can read it."""
        self.pen.follow(operator, operands)
        if operator == b"Tf" and len(operands) == 2:
            self.size = number_of(operands[1])
        elif operator == b"Tr" and operands:
            self.mode = int(number_of(operands[0]))
        elif operator == b"q":
            self.saved.append((self.size, self.mode, self.colour))
        elif operator == b"Q" and self.saved:
            self.size, self.mode, self.colour = self.saved.pop()
        elif operator in _COLOURS:
            self.colour = _colour([number_of(each) for each in operands])
        elif operator in _MOVES:
            self.advance = 0.0
        elif operator in (b"m", b"l", b"c", b"v", b"y", b"re"):
            self._extend(operator, [number_of(each) for each in operands])
        elif operator in _ENDS:
            if operator in _FILLS and self.path and self.seen:
                self._cover([point for part in self.path for point in part], self.path)
            self.path = []
        elif operator == b"Do":
            square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
            self._cover(square, [square])

    def show(self, text: str, font: FontRead, codes: bytes) -> Shown:
        """Take note of a text that is shown where the pen stands."""
        x, y = self.pen.place(self.advance, 0.0)
        self.advance += font.width(codes) * self.size / 1000
        end, _ = self.pen.place(self.advance, 0.0)
        top = self.pen.place(self.advance, self.size)
        visible = self.mode != _INVISIBLE and hypot(top[0] - end, top[1] - y) >= _LEAST
        shown = Shown(text, min(x, end), y, max(x, end), self.size, visible, end < x, self.colour)
        if shown.visible and text.strip():
            self.seen.append(shown)
        return shown

    def _extend(self, operator: bytes, values: list[float]) -> None:
        if operator == b"re" and len(values) == 4:
            x, y, width, height = values
            self.path.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
            return
        points = list(zip(values[::2], values[1::2], strict=False))
        if operator == b"m" or not self.path:
            self.path.append(points)
        else:
            self.path[-1] += points

    def _cover(self, points: _Points, parts: list[_Points]) -> None:
        xs, ys = zip(*points, strict=True)
        corners = [self.pen.at(x, y) for x, y in ((min(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys)), (max(xs), min(ys)))]
        around = (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))
        outline: list[_Points] = []
        for shown in self.seen:
            middle = shown.y + _MIDDLE * shown.size
            left, right = max(around[0], shown.x), min(around[2], shown.end)
            if not (around[1] < middle < around[3] and right - left > _OVERLAP):
                continue
            outline = outline or [[self.pen.at(*point) for point in part] for part in parts]
            if any(_inside(left + share * (right - left), middle, outline) for share in (0.25, 0.5, 0.75)):
                self.covered.append(shown.text)


def _inside(x: float, y: float, parts: list[_Points]) -> bool:
    """Whether a point lies inside an outline, curves taken for the lines between their points (even-odd rule)."""
    inside = False
    for (x0, y0), (x1, y1) in (edge for part in parts for edge in _edges(part)):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def _edges(part: _Points) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(part, [*part[1:], *part[:1]], strict=True)


def bounds(shown: Sequence[Shown]) -> Box | None:
    """Return the box round where pieces of text stand: left, lowest baseline, right, highest baseline; None where there are none."""
    if not shown:
        return None
    return (min(each.x for each in shown), min(each.y for each in shown), max(each.end for each in shown), max(each.y for each in shown))


def _colour(parts: Sequence[float]) -> Colour | None:
    if len(parts) == 1:
        return parts[0], parts[0], parts[0]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None
