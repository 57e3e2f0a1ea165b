"""Drawings in words: exact descriptions for readers who do not see them, made of the values that are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packbuilder import maths
from packbuilder.drawings.scales import Scale, shown
from packbuilder.drawings.sketches import Axis, Chart, Curve, Diagram, Graph, Interval, NumberLine, Pair, Pie, Series, Sketch
from packbuilder.languages import foreign
from packbuilder.markup import flat
from packbuilder.patterns import regex
from packbuilder.text import Maths, RichText, filled, plain
from packbuilder.wording import Catalogue

_DECIMAL_COMMA = regex(r"\d,\d")


def described(sketch: Sketch, wording: Catalogue, *, alt: str = "") -> str:
    """Return what a drawing shows, in sentences: `alt` where the source has words of its own, else its values.

    What is left for the candidate is said in any case: how many labels are blank.
    """
    if isinstance(sketch, Diagram):
        left = wording.count("draw.diagram.blank", len(sketch.labels), last=wording.option(len(sketch.labels) - 1)) if sketch.blank else ""
        return " ".join(part for part in (alt, left) if part)
    return alt or " ".join(_sentences(sketch, wording))


def spoken(text: RichText, wording: Catalogue) -> str:
    """Return a label in words; formulas as they are spoken, or in signs where they cannot be spoken in the language of the description."""
    return "".join(_formula(each, wording.language) if isinstance(each, Maths) else flat((each,)) for each in text)


def _formula(formula: Maths, language: str) -> str:
    speech = maths.to_speech(maths.parse(formula.source).tree, language)
    return flat((formula,)) if foreign(speech.language, language) else speech.words


def _sentences(sketch: NumberLine | Graph | Chart | Pie, wording: Catalogue) -> Iterator[str]:
    match sketch:
        case NumberLine():
            yield from _number_line(sketch, wording)
        case Graph():
            yield from _graph(sketch, wording)
        case Chart():
            yield from _chart(sketch, wording)
        case Pie():
            yield from _pie(sketch, wording)


def _number_line(line: NumberLine, wording: Catalogue) -> Iterator[str]:
    yield wording.say("draw.line", **_range(line.scale, wording))
    if line.numbers != "all":
        yield wording.say(f"draw.line.{line.numbers}")
    for mark in line.marks:
        yield _labelled(wording.say(f"draw.mark.{mark.shape}", at=_number(mark.at, wording)), mark.label, wording)
    for interval in line.intervals:
        yield _interval(interval, line.scale, wording)
    for jump in line.jumps:
        yield _labelled(wording.say("draw.jump", start=_number(jump.start, wording), end=_number(jump.end, wording)), jump.label, wording)


def _interval(interval: Interval, scale: Scale, wording: Catalogue) -> str:
    low = _end(interval.low, scale.low, is_open=interval.low_open, wording=wording)
    high = _end(interval.high, scale.high, is_open=interval.high_open, wording=wording)
    return flat(filled(wording, "draw.interval", low=plain(low), high=plain(high)))


def _end(value: float | None, edge: float, *, is_open: bool, wording: Catalogue) -> str:
    if value is None:
        return wording.say("draw.end.arrow", at=_number(edge, wording))
    return wording.say("draw.end.open" if is_open else "draw.end.filled", at=_number(value, wording))


def _graph(graph: Graph, wording: Catalogue) -> Iterator[str]:
    yield wording.say("draw.grid.blank" if graph.blank and graph.grid else "draw.graph.blank" if graph.blank else "draw.graph")
    yield _axis("across", graph.x, wording)
    yield _axis("up", graph.y, wording)
    for each in graph.bins:
        yield wording.say(
            "draw.bin", low=_number(each.low, wording), high=_number(each.high, wording), height=_number(each.height, wording)
        )
    for curve in graph.curves:
        yield _labelled(_curve(curve, wording), curve.label, wording)
    for point in graph.points:
        yield _labelled(wording.say("draw.point", at=_pair((point.x, point.y), wording)), point.label, wording)


def _curve(curve: Curve, wording: Catalogue) -> str:
    kind = "smooth" if curve.smooth else "straight"
    return wording.say(f"draw.curve.{kind}", points=_listed(_pair(pair, wording) for pair in curve.told))


def _pair(pair: Pair, wording: Catalogue) -> str:
    # Beside a decimal comma another comma would be heard as one more digit's.
    between = ", " if wording.say("digits.decimal") == "." else wording.say("punctuation.semicolon")
    return f"({_number(pair[0], wording)}{between}{_number(pair[1], wording)})"


def _number(value: float, wording: Catalogue) -> str:
    return wording.figures(shown(value))


def _chart(chart: Chart, wording: Catalogue) -> Iterator[str]:
    kinds = {each.drawn for each in chart.series}
    yield wording.say("draw.chart.blank" if not kinds else "draw.chart.both" if len(kinds) > 1 else f"draw.chart.{kinds.pop()}")
    if not chart.series:
        yield wording.say(
            "draw.categories", title=spoken(chart.title, wording), names=_listed(spoken(name, wording) for name in chart.categories)
        )
        yield _axis("up", chart.left, wording)
    for series in chart.series:
        axis = chart.right if series.right and chart.right else chart.left
        yield _series(series, spoken(axis.title, wording), chart, wording)


def _series(series: Series, measured: str, chart: Chart, wording: Catalogue) -> str:
    pairs = zip(chart.categories, series.values, strict=True)
    values = _listed_values((f"{spoken(name, wording)} {_number(value, wording)}" for name, value in pairs if value is not None), wording)
    title = spoken(chart.title, wording)
    if len(chart.series) == 1:
        return wording.say("draw.values", measured=measured, title=title, values=values)
    return wording.say("draw.series", name=spoken(series.name, wording), measured=measured, title=title, values=values)


def _pie(pie: Pie, wording: Catalogue) -> Iterator[str]:
    if pie.blank:
        yield wording.say("draw.pie.blank")
        return
    total = sum(each.value for each in pie.sectors)
    yield wording.say(
        "draw.pie",
        values=_listed_values(
            (f"{spoken(each.label, wording)} {_number(round(360 * each.value / total, 1), wording)}°" for each in pie.sectors), wording
        ),
    )


def _axis(direction: str, axis: Axis, wording: Catalogue) -> str:
    words = wording.say(f"draw.axis.{direction}", title=spoken(axis.title, wording), **_range(axis.scale, wording))
    return words if axis.numbers else f"{words} {wording.say('draw.axis.unnumbered')}"


def _range(scale: Scale, wording: Catalogue) -> dict[str, str]:
    return {"low": _number(scale.low, wording), "high": _number(scale.high, wording), "step": _number(scale.step, wording)}


def _labelled(what: str, label: RichText, wording: Catalogue) -> str:
    return wording.say("draw.labelled", what=what.rstrip("."), label=spoken(label, wording)) if label else what


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _listed_values(words: Iterable[str], wording: Catalogue) -> str:
    """Return values one after the other: where one has a decimal comma, a comma between them would be heard as another."""
    held = tuple(words)
    return (wording.say("punctuation.semicolon") if any(_DECIMAL_COMMA.search(each) for each in held) else ", ").join(held)
