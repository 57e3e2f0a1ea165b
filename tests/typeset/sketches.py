"""Any sane drawing, and the layouts that drawings are tried in: A5 in large print to A3."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from packbuilder.document import Drawing
from packbuilder.drawings import (
    Axis,
    Bin,
    Chart,
    Curve,
    Diagram,
    Graph,
    Interval,
    Jump,
    Label,
    Mark,
    NumberLine,
    Pie,
    Point,
    Scale,
    Sector,
    Series,
    Shape,
)
from packbuilder.layout import POINTS_PER_MM, Layout, PageGeometry, TextStyle
from packbuilder.text import RichText, plain


def layout(width: float, height: float, size: float) -> Layout:
    """Return a layout on a page of `width` by `height` mm with text of `size` points."""
    styles = tuple((role, TextStyle(size=size, leading=1.4 * size)) for role in ("body", "cell", "caption"))
    page = PageGeometry(width=width * POINTS_PER_MM, height=height * POINTS_PER_MM)
    return Layout(name=f"{width:g}-{size:g}", styles=styles, page=page)


LAYOUTS = {
    "A5": layout(148, 210, 9),
    "A5 large print": layout(148, 210, 18),
    "A4": layout(210, 297, 11),
    "A4 large print": layout(210, 297, 24),
    "letter": layout(215.9, 279.4, 11),
    "A3": layout(297, 420, 36),
}

_names = st.sampled_from(
    [
        "A",
        "x",
        "Jan",
        "+12",
        "September",
        "Wind and solar power",
        "The United Kingdom of Great Britain",
        "Unemployment",
        "carbon dioxide",
        "é",
    ]
)
LABELS = _names.map(plain)
_maybe: st.SearchStrategy[RichText] = st.one_of(st.just(()), LABELS)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    step = draw(st.sampled_from([0.1, 0.25, 1, 2, 5, 50, 1000]))
    below, above = draw(st.integers(0, 12)), draw(st.integers(1, 12))
    return Scale(low=round(-below * step, 6), high=round(above * step, 6), step=step, minor=draw(st.sampled_from([1, 2, 5])))


def on(scale: Scale) -> st.SearchStrategy[float]:
    """Return values of a scale."""
    return st.sampled_from(scale.fine_ticks())


@st.composite
def number_lines(draw: st.DrawFn) -> NumberLine:
    scale = draw(scales())
    ends = st.lists(on(scale), min_size=2, max_size=2, unique=True)
    marks = draw(st.lists(st.builds(Mark, at=on(scale), shape=st.sampled_from(["filled", "open", "cross"]), label=_maybe), max_size=5))
    jumps = [Jump(start=a, end=b, label=draw(_maybe)) for a, b in draw(st.lists(ends, max_size=4))]
    intervals = [Interval(low=min(pair), high=draw(st.sampled_from([max(pair), None]))) for pair in draw(st.lists(ends, max_size=3))]
    numbers = draw(st.sampled_from(["all", "ends", "none"]))
    return NumberLine(scale=scale, marks=tuple(marks), jumps=tuple(jumps), intervals=tuple(intervals), numbers=numbers)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    x, y = (Axis(title=draw(LABELS), scale=draw(scales()), numbers=draw(st.booleans())) for _ in range(2))
    points = draw(st.lists(st.builds(Point, x=on(x.scale), y=on(y.scale), label=_maybe), max_size=6))
    curves = []
    for _ in range(draw(st.integers(0, 2))):
        places = tuple(draw(st.lists(st.tuples(on(x.scale), on(y.scale)), min_size=2, max_size=5)))
        curves.append(Curve(points=places, told=places, smooth=draw(st.booleans()), label=draw(_maybe)))
    bins = (Bin(low=x.scale.low, high=x.scale.high, height=y.scale.high),) if draw(st.booleans()) else ()
    return Graph(x=x, y=y, points=tuple(points), curves=tuple(curves), bins=bins)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(LABELS, min_size=1, max_size=24)))
    left = Axis(title=draw(LABELS), scale=draw(scales()))
    right = draw(st.one_of(st.none(), st.builds(Axis, title=LABELS, scale=scales())))
    series = []
    for _ in range(draw(st.integers(0, 4))):
        aside = right is not None and draw(st.booleans())
        scale = right.scale if aside and right else left.scale
        values = tuple(draw(st.lists(st.one_of(st.none(), on(scale)), min_size=len(categories), max_size=len(categories))))
        series.append(Series(name=draw(LABELS), values=values, drawn=draw(st.sampled_from(["bars", "line"])), right=aside))
    return Chart(title=draw(LABELS), categories=categories, series=tuple(series), left=left, right=right)


_pies = st.builds(
    Pie,
    sectors=st.lists(st.builds(Sector, label=LABELS, value=st.floats(0.5, 100)), min_size=2, max_size=10).map(tuple),
    blank=st.booleans(),
)


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    labels = draw(
        st.lists(st.builds(Label, text=LABELS, to=st.tuples(*[st.floats(0, 8)] * 2), side=st.sampled_from(["left", "right"])), max_size=10)
    )
    shapes = (Shape(kind="box", points=((0, 0), (8, 8))), Shape(kind="circle", points=((4, 4), (6, 4)), shaded=True))
    return Diagram(width=8, height=8, shapes=shapes, labels=tuple(labels), blank=draw(st.booleans()))


SKETCHES = st.one_of(number_lines(), graphs(), charts(), _pies, diagrams())
DRAWINGS = st.builds(Drawing, sketch=SKETCHES, alt=st.just("A drawing."), share=st.sampled_from([0.0, 0.4, 1.0]))


def at_full_width(drawing: Drawing) -> Drawing:
    """Return a drawing as wide as its column."""
    return replace(drawing, share=1.0)
