"""`kind: bar_chart`, `line_chart` and `pie_chart`: values over categories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from packbuilder.diagnostics import Span
from packbuilder.drawings import Axis, Chart, Pie, Sector, Series, shown
from packbuilder.markup import rich
from packbuilder.model.raw_item import MappingValue, Scalar, Value
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import text_of, texts
from packbuilder.question_types.drawn.parts import Part, read_axis, read_numbers
from packbuilder.text import RichText

_MOST_CATEGORIES, _MOST_SERIES, _MOST_SECTORS = 24, 5, 10

Drawn = Literal["bars", "line"]
_Named = tuple[tuple[RichText, float | None, Span], ...]


def read_chart(part: Part, drawn: Drawn) -> Chart | None:
    """Read a chart of one series (`data:`) or of several over `categories:`; without values the candidate draws them."""
    title = text_of(part.fields, "x", part.problems, required=True)
    grid = part.fields.truth("grid", True)
    left = read_axis(part, "y")
    right = read_axis(part, "right") if part.fields.has("right") else None
    data = _data(part)
    categories = tuple(name for name, _, _ in data) or texts(part.fields, "categories", part.problems)
    if not 1 <= len(categories) <= _MOST_CATEGORIES:
        hint = "Write `data: {Jan: 50, Feb: 40}`, or `categories: [Jan, Feb]` with `series:`."
        part.fail(20, f"a chart has from 1 to {_MOST_CATEGORIES} categories, this one {len(categories)}", "categories", hint)
    if left is None:
        part.fields.has("series")  # not read, but known
        return None
    series = _single(part, data, left, drawn) if data else tuple(_series(part, len(categories), left, right, drawn))
    if len(series) > _MOST_SERIES:
        part.fail(20, f"a chart has up to {_MOST_SERIES} series, this one {len(series)}: more cannot be told apart in print", "series")
    return Chart(title=title, categories=categories, series=series, left=left, right=right, grid=grid)


def _data(part: Part) -> _Named:
    """Read `data:`, names with a number each."""
    mapping = part.fields.mapping("data")
    if mapping is not None and part.fields.has("series"):
        part.fail(
            20, "a chart has `data:` or `series:`, not both", "series", "Put the names into `categories:` and all values into `series:`."
        )
    if mapping is not None and part.fields.has("categories"):
        part.fail(20, "the names in `data:` are the categories", "categories", "Leave `categories:` out.")
    return tuple(_named(part, mapping)) if mapping is not None else ()


def _named(part: Part, mapping: MappingValue) -> Iterator[tuple[RichText, float | None, Span]]:
    for name, value in mapping.values.items():
        part.problems.extend(printed(name, mapping.keys[name]))
        number = _number(value)
        if number is None and not (isinstance(value, Scalar) and value.value is None):
            part.fields.fail(21, f"the value of {name!r} must be a number", value.span)
        yield rich(name), number, value.span


def _number(value: Value) -> float | None:
    if isinstance(value, Scalar) and isinstance(value.value, int | float) and not isinstance(value.value, bool):
        return float(value.value)
    return None


def _single(part: Part, data: _Named, left: Axis, drawn: Drawn) -> tuple[Series, ...]:
    values = tuple(value for _, value, _ in data)
    for _, value, span in data:
        _on(part, left, value, span)
    return (Series(name=left.title, values=values, drawn=drawn),) if any(value is not None for value in values) else ()


def _on(part: Part, axis: Axis, value: float | None, span: Span) -> None:
    scale = axis.scale
    if value is not None and not scale.holds(value):
        message = f"{shown(value)} lies outside the axis, which goes from {shown(scale.low)} to {shown(scale.high)}"
        part.fields.fail(10, message, span, "Change the value, or the axis' `from:` and `to:`.")


def _series(part: Part, count: int, left: Axis, right: Axis | None, drawn: Drawn) -> Iterator[Series]:
    for each in part.parts("series", "a series"):
        name = text_of(each.fields, "name", part.problems, required=True)
        kind = each.fields.choice("as", ("bars", "line"), drawn)
        side = each.fields.choice("axis", ("left", "right"), "left")
        if side == "right" and right is None:
            each.fail(22, "the chart has no right axis", "axis", "Add `right: {from: ..., to: ..., step: ..., title: ...}` to the drawing.")
        values = read_numbers(each.value("values"))
        if values is None or len(values) != count:
            had = "no list of numbers" if values is None else f"{len(values)} values"
            each.fail(
                21, f"the series has {had}, the chart {count} categories", "values", "Write `values: [50, 40]`, `null` where there is none."
            )
            values = ()
        for value, span in values:
            _on(each, right if side == "right" and right else left, value, span)
        each.done()
        if len(values) == count:
            yield Series(
                name=name, values=tuple(value for value, _ in values), drawn="line" if kind == "line" else "bars", right=side == "right"
            )


def read_pie(part: Part) -> Pie | None:
    """Read a pie chart: `data:` gives the size of each sector; `blank: true` leaves a circle to draw in."""
    blank = part.fields.truth("blank")
    mapping = part.fields.mapping("data")
    data = tuple(_named(part, mapping)) if mapping is not None else ()
    if not blank and not 2 <= len(data) <= _MOST_SECTORS:
        hint = "Write `data: {Gas: 42, Coal: 30}`, or `blank: true` for a circle to draw in."
        part.fail(20, f"a pie chart has from 2 to {_MOST_SECTORS} sectors, this one {len(data)}", "data", hint)
        return None
    for _, value, span in data:
        if value is None or value <= 0:
            part.fields.fail(21, "a sector needs a number greater than 0", span)
            return None
    return Pie(sectors=tuple(Sector(label=name, value=value) for name, value, _ in data if value), blank=blank)
