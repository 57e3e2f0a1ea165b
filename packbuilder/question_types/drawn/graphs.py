"""`kind: axes`: two number axes with a grid; points, lines, curves of functions, and a histogram's bars on them."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.drawings import Axis, Bin, Curve, Graph, Point, Scale, shown
from packbuilder.drawings.sketches import Pair
from packbuilder.question_types.common import text_of
from packbuilder.question_types.drawn.parts import Part, read_axis, read_pair, read_pairs
from packbuilder.question_types.expressions import ExpressionError, evaluated

_SAMPLES = 240
"""A function is computed at so many places along its axis."""


def read_graph(part: Part) -> Graph | None:
    """Read axes and what is plotted on them; None where an axis is wrong."""
    x, y = read_axis(part, "x", title="$x$"), read_axis(part, "y", title="$y$")
    grid = part.fields.truth("grid", True)
    if x is None or y is None:
        for name in ("functions", "lines", "points", "bars"):
            part.fields.has(name)  # not read, but known
        return None
    curves = (*_functions(part, x, y), *_lines(part, x, y))
    return Graph(x=x, y=y, grid=grid, curves=curves, points=tuple(_points(part, x, y)), bins=tuple(_bins(part, x, y)))


def _points(part: Part, x: Axis, y: Axis) -> Iterator[Point]:
    for each in part.parts("points", "a point"):
        at = read_pair(each, "at", each.value("at"))
        shape, label = each.shape("cross"), text_of(each.fields, "label", part.problems)
        if at is not None and _on(each, "at", (at,), x, y):
            yield Point(x=at[0], y=at[1], shape=shape, label=label)
        each.done()


def _lines(part: Part, x: Axis, y: Axis) -> Iterator[Curve]:
    for each in part.parts("lines", "a line"):
        points = read_pairs(each, "points", least=2)
        smooth, stroke = each.fields.truth("smooth"), each.stroke()
        label = text_of(each.fields, "label", part.problems)
        if points and _on(each, "points", points, x, y):
            yield Curve(points=points, told=points, smooth=smooth, stroke=stroke, label=label)
        each.done()


def _on(part: Part, name: str, points: tuple[Pair, ...], x: Axis, y: Axis) -> bool:
    """Whether points lie on the axes; adds an error for the first that does not."""
    for point in points:
        for axis, value, which in ((x, point[0], "x"), (y, point[1], "y")):
            if not axis.scale.holds(value):
                low, high = shown(axis.scale.low), shown(axis.scale.high)
                message = f"the point ({shown(point[0])}, {shown(point[1])}) lies outside the {which} axis, which goes from {low} to {high}"
                part.fail(10, message, name, "Change the point, or the axis' `from:` and `to:`.")
                return False
    return True


def _bins(part: Part, x: Axis, y: Axis) -> Iterator[Bin]:
    end = float("-inf")
    for each in part.parts("bars", "a bar"):
        low, high, height = (each.number(name, required=True) for name in ("from", "to", "height"))
        fits = each.on(x.scale, low, "from") and each.on(x.scale, high, "to") and each.on(y.scale, height, "height")
        if fits and low >= high:
            each.fail(14, f"the bar goes from {shown(low)} to {shown(high)}: `from` must be less than `to`", "from", "Swap the two.")
        elif fits and low < end:
            each.fail(14, f"the bar begins at {shown(low)}, before the last one ends at {shown(end)}", "from")
        end = max(end, high)
        yield Bin(low=low, high=high, height=height)
        each.done()


def _functions(part: Part, x: Axis, y: Axis) -> Iterator[Curve]:
    for each in part.parts("functions", "a function"):
        expression = each.fields.text("y", required=True)
        low, high = (each.number(name, default) for name, default in (("from", x.scale.low), ("to", x.scale.high)))
        stroke, label = each.stroke(), text_of(each.fields, "label", part.problems)
        fits = each.on(x.scale, low, "from") and each.on(x.scale, high, "to")
        if fits and low >= high:
            each.fail(14, f"the function goes from {shown(low)} to {shown(high)}: `from` must be less than `to`", "from", "Swap the two.")
        elif expression and fits:
            pieces = _pieces(each, expression, low, high, x.scale, y.scale)
            for index, piece in enumerate(pieces):
                told = tuple(_told(piece, x.scale))
                yield Curve(points=piece, told=told, stroke=stroke, smooth=len(piece) > 2, label=label if index == len(pieces) - 1 else ())
        each.done()


def _pieces(part: Part, expression: str, low: float, high: float, x: Scale, y: Scale) -> tuple[tuple[Pair, ...], ...]:
    """Return a function's curve in the pieces that lie on the y axis, computed finely, at every tick among others."""
    places = sorted({low + (high - low) * index / _SAMPLES for index in range(_SAMPLES + 1)} | {v for v in x.ticks() if low <= v <= high})
    values: list[Pair | None] = []
    failure = ""
    for place in places:
        try:
            value = evaluated(expression, {"x": place})
        except ExpressionError as problem:
            values.append(None)
            failure = str(problem)
            continue
        if isinstance(value, str | bool):
            part.fail(15, f"`y` is {expression!r}, which is no number", "y")
            return ()
        values.append((place, float(value)))
    pieces = tuple(_cut(values, y))
    if not any(values):
        part.fail(
            15,
            failure or f"{expression!r} has no value",
            "y",
            "Write it with `x`, such as `x**2 - 2*x - 3`: `**` is a power, `*` a product.",
        )
    elif not pieces:
        part.fail(10, f"{expression!r} lies outside the y axis, which goes from {shown(y.low)} to {shown(y.high)}", "y")
    return pieces


def _cut(values: list[Pair | None], y: Scale) -> Iterator[tuple[Pair, ...]]:
    """Yield the runs of points on a scale, each begun and ended where the curve crosses its edge."""
    run: list[Pair] = []
    before: Pair | None = None
    for pair in (*values, None):
        if pair is not None and y.holds(pair[1]):
            if not run and before is not None:
                run.append(_crossing(before, pair, y))
            run.append(pair)
        elif run:
            if pair is not None and abs(pair[1] - run[-1][1]) < (y.high - y.low):
                run.append(_crossing(pair, run[-1], y))
            if len(run) > 1:
                yield tuple(run)
            run = []
        before = pair if pair is None or abs(pair[1]) < 10 * max(abs(y.low), abs(y.high)) else None
    return


def _crossing(outside: Pair, inside: Pair, y: Scale) -> Pair:
    """Return where the line from a point outside a scale to one on it meets the scale's edge."""
    edge = y.high if outside[1] > y.high else y.low
    if outside[1] == inside[1]:
        return inside
    part = (edge - inside[1]) / (outside[1] - inside[1])
    return inside[0] + (outside[0] - inside[0]) * part, edge


def _told(piece: tuple[Pair, ...], x: Scale) -> Iterator[Pair]:
    """Yield the points that are said of a curve: its ends and those at the ticks between, to three decimals."""
    ticks = set(x.ticks())
    for index, (place, value) in enumerate(piece):
        if place in ticks or index in (0, len(piece) - 1):
            yield round(place, 3), round(value, 3)
