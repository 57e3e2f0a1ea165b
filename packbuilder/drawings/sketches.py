"""The kinds of drawings, as values: numbers, labels and what is left for the candidate; no sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal, TypeAlias

from packbuilder.drawings.scales import Scale
from packbuilder.text import RichText
from packbuilder.values import dataclass

Pair: TypeAlias = tuple[float, float]

MarkShape: TypeAlias = Literal["filled", "open", "cross"]
Stroke: TypeAlias = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point on a number line."""

    at: float
    shape: MarkShape = "filled"
    label: RichText = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The part of a number line that an inequality allows. An end of None has no circle: it goes on, and has an arrow."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """An arc above a number line that leads from one number to another."""

    start: float
    end: float
    label: RichText = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """A number line with arrowheads. `numbers`: whether its ticks are numbered, or only the ends, or none."""

    scale: Scale
    marks: tuple[Mark, ...] = ()
    intervals: tuple[Interval, ...] = ()
    jumps: tuple[Jump, ...] = ()
    numbers: Literal["all", "ends", "none"] = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An axis: what it shows, with its unit, and its scale. `numbers`: whether its ticks are numbered."""

    title: RichText
    scale: Scale
    numbers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line through points, straight from one to the next or smooth. `told` are the points that its description names."""

    points: tuple[Pair, ...]
    told: tuple[Pair, ...]
    smooth: bool = False
    stroke: Stroke = "solid"
    label: RichText = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A plotted point."""

    x: float
    y: float
    shape: MarkShape = "cross"
    label: RichText = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A bar of a histogram: from `low` to `high` along the x axis, `height` up the y axis."""

    low: float
    high: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Two number axes with a grid, and what is plotted on them; nothing where the candidate is to plot."""

    x: Axis
    y: Axis
    grid: bool = True
    curves: tuple[Curve, ...] = ()
    points: tuple[Point, ...] = ()
    bins: tuple[Bin, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing is plotted."""
        return not (self.curves or self.points or self.bins)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values over a chart's categories, None where there is none; read off the right axis where `right`."""

    name: RichText
    values: tuple[float | None, ...]
    drawn: Literal["bars", "line"] = "bars"
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars, lines or both over categories, with one axis of values or two."""

    title: RichText
    categories: tuple[RichText, ...]
    series: tuple[Series, ...]
    left: Axis
    right: Axis | None = None
    grid: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector of a pie chart."""

    label: RichText
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pie:
    """A pie chart, its sectors clockwise from the top. `blank`: a circle with its centre and one radius to begin from."""

    sectors: tuple[Sector, ...]
    blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape of a diagram, in its units, y upwards.

    `points` are: of a `box` its lower left and upper right corner; of a `circle` its centre and a point on it; of a
    `polygon` its corners; of a `line` its bends; of a `text` its middle. `arrows` are at a line's ends. `text` stands in the
    middle of the shape.
    """

    kind: Literal["box", "circle", "polygon", "line", "text"]
    points: tuple[Pair, ...]
    text: RichText = ()
    stroke: Stroke = "solid"
    arrows: Literal["none", "end", "both"] = "none"
    shaded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label beside a diagram: its words, the point that its line leads to, and the side that it stands on."""

    text: RichText
    to: Pair
    side: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """Shapes on a grid of `width` by `height` units, and labels at its sides.

    `blank`: each label is a letter and a rule to write its words on.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()
    blank: bool = False


Sketch: TypeAlias = NumberLine | Graph | Chart | Pie | Diagram


def letter(index: int) -> str:
    """Return the letter of a diagram's label: A for 0."""
    return chr(ord("A") + index)


def labels_of(sketch: Sketch) -> Iterator[RichText]:
    """Yield the words that stand in a drawing, those left for the candidate and the numbers of scales left out."""
    match sketch:
        case NumberLine():
            yield from (mark.label for mark in sketch.marks if mark.label)
            yield from (jump.label for jump in sketch.jumps if jump.label)
        case Graph():
            yield from (sketch.x.title, sketch.y.title)
            yield from (curve.label for curve in sketch.curves if curve.label)
            yield from (point.label for point in sketch.points if point.label)
        case Chart():
            yield from (sketch.title, sketch.left.title, *((sketch.right.title,) if sketch.right else ()))
            yield from sketch.categories
            if len(sketch.series) > 1:
                yield from (each.name for each in sketch.series)
        case Pie():
            yield from () if sketch.blank else (each.label for each in sketch.sectors)
        case Diagram():
            yield from (each.text for each in sketch.shapes if each.text)
            yield from () if sketch.blank else (each.text for each in sketch.labels)


def relabelled(sketch: Sketch, words: Callable[[RichText], RichText]) -> Sketch:
    """Return a drawing with all its words put through `words`."""
    match sketch:
        case NumberLine():
            marks = tuple(replace(each, label=words(each.label)) for each in sketch.marks)
            return replace(sketch, marks=marks, jumps=tuple(replace(each, label=words(each.label)) for each in sketch.jumps))
        case Graph():
            curves = tuple(replace(each, label=words(each.label)) for each in sketch.curves)
            points = tuple(replace(each, label=words(each.label)) for each in sketch.points)
            return replace(sketch, x=_retitled(sketch.x, words), y=_retitled(sketch.y, words), curves=curves, points=points)
        case Chart():
            return replace(
                sketch,
                title=words(sketch.title),
                categories=tuple(map(words, sketch.categories)),
                series=tuple(replace(each, name=words(each.name)) for each in sketch.series),
                left=_retitled(sketch.left, words),
                right=_retitled(sketch.right, words) if sketch.right else None,
            )
        case Pie():
            return replace(sketch, sectors=tuple(replace(each, label=words(each.label)) for each in sketch.sectors))
        case Diagram():
            shapes = tuple(replace(each, text=words(each.text)) for each in sketch.shapes)
            return replace(sketch, shapes=shapes, labels=tuple(replace(each, text=words(each.text)) for each in sketch.labels))


def _retitled(axis: Axis, words: Callable[[RichText], RichText]) -> Axis:
    return replace(axis, title=words(axis.title))
