"""`kind: number_line`: points, the intervals of inequalities, and jumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from packbuilder.drawings import Interval, Jump, Mark, NumberLine, Scale, shown
from packbuilder.question_types.common import text_of
from packbuilder.question_types.drawn.parts import Part, read_scale

_NUMBERS: tuple[Literal["all", "ends", "none"], ...] = ("all", "ends", "none")


def read_number_line(part: Part) -> NumberLine | None:
    """Read a number line; None where it has no scale."""
    scale = read_scale(part)
    numbers = part.fields.choice("numbers", _NUMBERS, "all")
    lists = ("points", "intervals", "jumps")
    if scale is None:
        for name in lists:
            part.fields.has(name)  # not read, but known
        return None
    return NumberLine(
        scale=scale,
        marks=tuple(_marks(part, scale)),
        intervals=tuple(_intervals(part, scale)),
        jumps=tuple(_jumps(part, scale)),
        numbers=next(each for each in _NUMBERS if each == numbers),
    )


def _marks(part: Part, scale: Scale) -> Iterator[Mark]:
    for each in part.parts("points", "a point"):
        at = each.number("at", required=True)
        each.on(scale, at, "at")
        yield Mark(at=at, shape=each.shape("filled"), label=text_of(each.fields, "label", part.problems))
        each.done()


def _intervals(part: Part, scale: Scale) -> Iterator[Interval]:
    for each in part.parts("intervals", "an interval"):
        low, high = each.maybe("from"), each.maybe("to")
        opened = set()
        for name, span in each.fields.texts("open"):
            opened.add(name)
            if name not in ("from", "to"):
                each.fields.fail(3, f"`open` is {name!r}: it names the ends whose circle is open, `from`, `to` or both", span)
            elif each.maybe(name) is None:
                each.fields.fail(
                    14, f"the end `{name}` is not there, so its circle cannot be open", span, f"Add `{name}:`, or leave it out here."
                )
        for name, value in (("from", low), ("to", high)):
            if value is not None:
                each.on(scale, value, name)
        if low is None and high is None:
            each.fields.fail(
                14, "an interval needs `from`, `to` or both", each.fields.span, "Without one of them it goes on, with an arrowhead."
            )
        elif low is not None and high is not None and low >= high:
            each.fail(14, f"the interval goes from {shown(low)} to {shown(high)}: `from` must be less than `to`", "from", "Swap the two.")
        yield Interval(low=low, high=high, low_open="from" in opened, high_open="to" in opened)
        each.done()


def _jumps(part: Part, scale: Scale) -> Iterator[Jump]:
    for each in part.parts("jumps", "a jump"):
        start, end = each.number("from", required=True), each.number("to", required=True)
        if each.on(scale, start, "from") and each.on(scale, end, "to") and start == end:
            each.fail(14, "a jump must lead to another number", "to")
        yield Jump(start=start, end=end, label=text_of(each.fields, "label", part.problems))
        each.done()
