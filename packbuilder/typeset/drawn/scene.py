"""A scene: the shapes and words of one drawing while it is composed, and where words still find room.

Coordinates are points, x to the right and y upwards, from an origin that the composer chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import copysign, cos, pi, sin
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Line, Path, Polygon, PolyLine, Rect
from reportlab.lib.colors import Color

from packbuilder.drawings.sketches import Stroke
from packbuilder.layout import BLACK, Colour
from packbuilder.markup import flat
from packbuilder.text import RichText, Run, plain
from packbuilder.typeset.drawn.look import Look
from packbuilder.typeset.drawn.outlines import Outline, outlines
from packbuilder.typeset.lines import Line as TextLine
from packbuilder.typeset.lines import break_lines
from packbuilder.values import dataclass

Place = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_WIDE = 1e6
_RINGS, _DIRECTIONS = 24, 16
"""How far round a point room is looked for: so many half sizes of the words away, in so many directions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Set words: their lines, and how wide and how high they are together."""

    lines: tuple[TextLine, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Words at their place: `box` is what they take; `turned` by a quarter, to be read from the right."""

    words: Words
    box: Box
    align: Literal[-1, 0, 1] = 0
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A composed drawing: its size in points, and its outlines and words from its lower left corner; `crowded`: words have less room than they need."""

    width: float
    height: float
    outlines: tuple[Outline, ...]
    written: tuple[Written, ...]
    crowded: bool = False


class Scene:
    """Collects shapes and words, then gives a `Drawn`. Local to the composing of one drawing."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.written: list[Written] = []
        self.crowded = False
        self._shapes: list[Any] = []
        self._marks: list[Place] = []

    def add(self, *shapes: Any) -> None:
        """Add shapes of reportlab's."""
        self._shapes.extend(shapes)

    def line(self, start: Place, end: Place, *, width: float, colour: Colour = BLACK, stroke: Stroke = "solid") -> None:
        """Add a straight line."""
        self.add(Line(*start, *end, **self._stroked(width, colour, stroke)))

    def path(self, points: Sequence[Place], *, width: float, smooth: bool = False, stroke: Stroke = "solid") -> None:
        """Add a line through points; `smooth`: a curve through them all. Words that look for room keep off it."""
        look = self._stroked(width, BLACK, stroke)
        if smooth and len(points) > 2:
            self.add(_smooth(points, look))
        else:
            self.add(PolyLine([value for point in points for value in point], **look))
        self._marks.extend(_between(points, self.look.size / 2))

    def polygon(self, points: Sequence[Place], *, fill: Colour | None = None, width: float = 0.0, stroke: Stroke = "solid") -> None:
        """Add a closed shape."""
        flat = [value for point in points for value in point]
        self.add(Polygon(flat, fillColor=_colour(fill), **self._stroked(width, BLACK, stroke)))

    def rectangle(self, box: Box, *, fill: Colour | None = None, width: float = 0.0, stroke: Stroke = "solid") -> None:
        """Add a rectangle."""
        left, bottom, right, top = box
        look = self._stroked(width, BLACK, stroke)
        self.add(Rect(left, bottom, right - left, top - bottom, fillColor=_colour(fill), **look))

    def circle(self, centre: Place, radius: float, *, fill: Colour | None = None, width: float = 0.0, stroke: Stroke = "solid") -> None:
        """Add a circle."""
        self.add(Circle(*centre, radius, fillColor=_colour(fill), **self._stroked(width, BLACK, stroke)))

    def arrowhead(self, tip: Place, *, towards: float) -> None:
        """Add an arrowhead whose tip points in a direction, in radians anticlockwise from the right."""
        length = 0.62 * self.look.size
        sides = [(tip[0] - length * cos(towards + turn), tip[1] - length * sin(towards + turn)) for turn in (0.36, -0.36)]
        self.polygon([tip, *sides], fill=BLACK)

    def marked(self, at: Place, shape: Literal["filled", "open", "cross"]) -> None:
        """Add a plotted point; words that look for room keep off it."""
        r, width = self.look.mark, self.look.axis
        if shape == "cross":
            for slope in (1, -1):
                self.line((at[0] - 0.8 * r, at[1] - 0.8 * slope * r), (at[0] + 0.8 * r, at[1] + 0.8 * slope * r), width=width)
        else:
            self.circle(at, r, fill=BLACK if shape == "filled" else self.look.paper, width=width)
        self._marks.append(at)

    def words(self, text: RichText | str, width: float = _WIDE) -> Words:
        """Return words set to at most `width` points, without a place."""
        rich = plain(text) if isinstance(text, str) else text
        # A space at the end, which is not seen, keeps words apart for whoever reads or copies the text.
        room, language = max(width, self.look.size), self.look.language
        lines = break_lines((*rich, Run(text=" ")), self.look.style, self.look.family, room, language=language, running=False)
        return Words(lines=lines, width=max(line.width for line in lines), height=sum(line.height for line in lines))

    def widest_word(self, text: RichText) -> float:
        """Return the width of the longest word of a text in points."""
        return max((self.words(part).width for part in flat(text).split()), default=0.0)

    def boxed(self, words: Words, at: Place, side: Place) -> Box:
        """Return the box of words that stand on a side of a place: (0, -1) is centred below it, (1, 0) to its right."""
        left = at[0] + (side[0] - 1) / 2 * words.width
        bottom = at[1] + (side[1] - 1) / 2 * words.height
        return left, bottom, left + words.width, bottom + words.height

    def free(self, box: Box, *, marks: bool = False) -> bool:
        """Whether no words stand in a box yet; with `marks`, no plotted point and no line either."""
        if any(meet(box, other.box) for other in self.written):
            return False
        r = self.look.mark
        return not marks or not any(box[0] - r < x < box[2] + r and box[1] - r < y < box[3] + r for x, y in self._marks)

    def overlapping(self) -> bool:
        """Whether words stand over others, the white space above and below lines apart."""
        inset = 0.1 * self.look.leading
        boxes = [(left, bottom + inset, right, top - inset) for left, bottom, right, top in (each.box for each in self.written)]
        return any(meet(one, other) for at, one in enumerate(boxes) for other in boxes[:at])

    def write(self, words: Words, at: Place, side: Place, *, align: Literal[-1, 0, 1] = 0, backed: bool = False) -> Box:
        """Write words on a side of a place and return their box; `backed`: the paper's colour under them hides a grid."""
        box = self.boxed(words, at, side)
        if backed:
            inset = 0.16 * self.look.leading
            self.rectangle((box[0], box[1] + inset, box[2], box[3] - inset), fill=self.look.paper)
        self.written.append(Written(words=words, box=box, align=align))
        return box

    def write_turned(self, words: Words, middle: float, top: float) -> None:
        """Write words turned by a quarter, their end at `top`, in the middle of a column at `middle`."""
        box = (middle - words.height / 2, top - words.width, middle + words.height / 2, top)
        self.written.append(Written(words=words, box=box, turned=True))

    def write_if_free(self, words: Words, at: Place, side: Place, *, backed: bool = False) -> bool:
        """Write words where no others stand; return whether they were written."""
        fits = self.free(self.boxed(words, at, side))
        if fits:
            self.write(words, at, side, backed=backed)
        return fits

    def write_near(self, words: Words, point: Place, within: Box) -> None:
        """Write words as near to a point as there is room inside a box, with a thin line to it where they stand apart."""
        for marks in (True, False):
            for ring in range(_RINGS):
                reach = self.look.mark + self.look.gap + ring * 0.5 * self.look.size
                for turn in range(_DIRECTIONS):
                    angle = pi / 4 + 2 * pi * turn / _DIRECTIONS
                    across, up = cos(angle), sin(angle)
                    at = (point[0] + reach * across, point[1] + reach * up)
                    box = self.boxed(words, at, (across, up))
                    if _inside(box, within) and self.free(box, marks=marks):
                        if ring > 2:
                            self.line(point, at, width=self.look.fine)
                        self.write(words, at, (across, up), backed=True)
                        return
        # No room anywhere: below everything, where nothing stands.
        bottom = min([within[1], *(each.box[1] for each in self.written)])
        self.write(words, ((within[0] + within[2]) / 2, bottom), (0, -1))

    def lowest(self) -> float:
        """Return how far down what has been drawn and written reaches."""
        boxes = (*(each.box for each in self.written), *map(_extent, outlines(self._shapes)))
        return min(box[1] for box in boxes)

    def drawn(self) -> Drawn:
        """Return the finished drawing, its lower left corner at the origin."""
        found = tuple(outlines(self._shapes))
        boxes = [*(each.box for each in self.written), *map(_extent, found)]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        return Drawn(
            width=right - left,
            height=top - bottom,
            outlines=tuple(_shifted(each, -left, -bottom) for each in found),
            written=tuple(_rewritten(each, -left, -bottom) for each in self.written),
            crowded=self.crowded,
        )

    def _stroked(self, width: float, colour: Colour, stroke: Stroke) -> dict[str, Any]:
        dash = {"solid": None, "dashed": [4 * width, 3 * width], "dotted": [width, 2.2 * width]}[stroke]
        return {"strokeWidth": width, "strokeColor": _colour(colour) if width else None, "strokeDashArray": dash}


def _colour(colour: Colour | None) -> Any:
    return None if colour is None else Color(*colour)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    slack = 0.01
    return one[0] + slack < other[2] and other[0] + slack < one[2] and one[1] + slack < other[3] and other[1] + slack < one[3]


def _inside(box: Box, within: Box) -> bool:
    return within[0] <= box[0] and within[1] <= box[1] and box[2] <= within[2] and box[3] <= within[3]


def _extent(outline: Outline) -> Box:
    half = outline.width / 2 if outline.stroke is not None else 0.0
    xs, ys = zip(*outline.points(), strict=True)
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half


def _shifted(outline: Outline, dx: float, dy: float) -> Outline:
    segments = tuple(
        (kind, tuple(value + (dy if index % 2 else dx) for index, value in enumerate(values))) for kind, values in outline.segments
    )
    return Outline(segments=segments, fill=outline.fill, stroke=outline.stroke, width=outline.width, dash=outline.dash)


def _rewritten(written: Written, dx: float, dy: float) -> Written:
    left, bottom, right, top = written.box
    box = (left + dx, bottom + dy, right + dx, top + dy)
    return Written(words=written.words, box=box, align=written.align, turned=written.turned)


def _smooth(points: Sequence[Place], look: dict[str, Any]) -> Path:
    """Return a curve through points (cubic Hermite curves) that turns at none but them, so that it never leaves their box."""
    path = Path(fillColor=None, **look)
    path.moveTo(*points[0])
    slopes = list(zip(_slopes([x for x, _ in points]), _slopes([y for _, y in points]), strict=True))
    for (start, leaving), (end, arriving) in pairwise(zip(points, slopes, strict=True)):
        first = (start[0] + leaving[0] / 3, start[1] + leaving[1] / 3)
        second = (end[0] - arriving[0] / 3, end[1] - arriving[1] / 3)
        path.curveTo(*first, *second, *end)
    return path


def _slopes(values: Sequence[float]) -> list[float]:
    """Return how fast one coordinate changes at each point: 0 where it turns, and never so fast that it would overshoot.

    Fritsch, F. N., and Carlson, R. E., "Monotone piecewise cubic interpolation", SIAM J. Numer. Anal. 17 (1980).
    """
    steps = [after - before for before, after in pairwise(values)]
    inner = [_limited((one + other) / 2, one, other) for one, other in pairwise(steps)]
    first, last = (inner[0], inner[-1]) if inner else (steps[0], steps[0])
    return [_limited((3 * steps[0] - first) / 2, steps[0], steps[0]), *inner, _limited((3 * steps[-1] - last) / 2, steps[-1], steps[-1])]


def _limited(slope: float, one: float, other: float) -> float:
    if one * other <= 0 or slope * one <= 0:
        return 0.0
    return copysign(min(abs(slope), 3 * abs(one), 3 * abs(other)), one)


def _between(points: Sequence[Place], apart: float) -> Iterable[Place]:
    """Yield places on the line through points, at most `apart` from each other."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, round(max(abs(x1 - x0), abs(y1 - y0)) / apart))
        for step in range(count + 1):
            yield x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count
