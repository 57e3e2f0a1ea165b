"""What the kinds of drawings have in common: scales, axes, pairs of numbers, lists of mappings, labels."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostic, Span
from packbuilder.drawings import Axis, Scale, shown
from packbuilder.drawings.sketches import MarkShape, Pair, Stroke
from packbuilder.fields import Fields
from packbuilder.markup import rich
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence, Value
from packbuilder.question_types.common import text_of

CODE = "B5"
LARGEST = 1e9
_MOST_STEPS = 40
_MOST_FINE = 200
_PARTS = (1, 2, 4, 5, 10)
_HAIR = 1e-9

SHAPES: tuple[MarkShape, ...] = ("filled", "open", "cross")
STROKES: tuple[Stroke, ...] = ("solid", "dashed", "dotted")


class Part:
    """The fields of one mapping of a drawing, and where its mistakes go when it is done with."""

    def __init__(self, mapping: MappingValue, what: str, problems: list[Diagnostic]) -> None:
        self.fields = Fields(mapping, what=what, code=CODE)
        self.problems = problems
        self.mapping = mapping

    def fail(self, number: int, message: str, name: str, *hints: str) -> None:
        """Add an error at a field's value."""
        self.fields.fail(number, message, self.fields.place(name), *hints)

    def done(self) -> None:
        """Hand the mistakes on, with one for each key that nobody asked for."""
        self.problems.extend(self.fields.finish())

    def value(self, name: str) -> Value | None:
        """Return a field's value as it stands, None where it is not written."""
        return self.mapping.values.get(name) if self.fields.has(name) else None

    def number(self, name: str, default: float = 0.0, *, required: bool = False) -> float:
        """Return a number."""
        return self.fields.number(name, default, low=-LARGEST, high=LARGEST, required=required)

    def maybe(self, name: str) -> float | None:
        """Return a number, or None where it is not written."""
        return self.number(name) if self.fields.has(name) else None

    def shape(self, default: MarkShape) -> MarkShape:
        """Return how a point is marked."""
        wanted = self.fields.choice("shape", SHAPES, default)
        return next(each for each in SHAPES if each == wanted)

    def stroke(self) -> Stroke:
        """Return how a line is drawn."""
        wanted = self.fields.choice("stroke", STROKES, "solid")
        return next(each for each in STROKES if each == wanted)

    def parts(self, name: str, what: str) -> Iterator[Part]:
        """Yield the mappings of a list."""
        for mapping in self.fields.mappings(name):
            yield Part(mapping, what, self.problems)

    def on(self, scale: Scale, value: float, name: str) -> bool:
        """Whether a value lies on a scale; adds an error where it does not."""
        if not scale.holds(value):
            hint = "Change the value, or the scale's `from:` and `to:`."
            self.fail(10, f"{shown(value)} lies outside the scale, which goes from {shown(scale.low)} to {shown(scale.high)}", name, hint)
        return scale.holds(value)


def read_scale(part: Part) -> Scale | None:
    """Read `from`, `to`, `step` and `minor`; None where they make no scale."""
    needed = ("from", "to", "step")
    low, high, step = (part.number(name, required=True) for name in needed)
    minor = part.fields.integer("minor", 1, low=1, high=10)
    if not all(isinstance(_plain(part.value(name)), int | float) for name in needed):
        return None
    if low >= high:
        part.fail(11, f"the scale goes from {shown(low)} to {shown(high)}: `from` must be less than `to`", "from", "Swap the two.")
        return None
    if step <= 0:
        part.fail(11, f"`step` is {shown(step)}: it must be greater than 0", "step")
        return None
    steps = (high - low) / step
    if steps > _MOST_STEPS:
        hint = f"Choose a larger `step`, such as {shown(_round_step((high - low) / 10))}; `minor: 5` divides each step."
        part.fail(12, f"the scale has {steps:.0f} steps: no more than {_MOST_STEPS} can be numbered", "step", hint)
        return None
    if abs(steps - round(steps)) > _HAIR * max(1.0, steps):
        end = low + step * max(1, int(steps))
        hint = f"End it at {shown(end)} or {shown(end + step)}, or change the step."
        part.fail(12, f"steps of {shown(step)} from {shown(low)} do not lead to {shown(high)}", "step", hint)
        return None
    if minor not in _PARTS or minor * steps > _MOST_FINE:
        hint = f"Divide each step into {', '.join(map(str, _PARTS[1:-1]))} or {_PARTS[-1]} parts."
        part.fail(12, f"`minor: {minor}` cannot be drawn with {steps:.0f} steps", "minor", hint)
        return None
    return Scale(low=low, high=high, step=step, minor=minor)


def _plain(value: Value | None) -> object:
    return value.value if isinstance(value, Scalar) and not isinstance(value.value, bool) else None


def _round_step(step: float) -> float:
    """Return a step of 1, 2, 5 or 10 times a power of ten, not less than `step`."""
    power = 10.0 ** (len(str(int(step))) - 1) if step >= 1 else 1.0
    return next(each * power for each in (1, 2, 5, 10) if each * power >= step)


def read_axis(part: Part, name: str, *, title: str = "") -> Axis | None:
    """Read an axis: its scale, its title with the unit, and whether it is numbered."""
    mapping = part.fields.mapping(name)
    if mapping is None:
        if not part.fields.has(name):
            hint = f"Add `{name}: {{from: 0, to: 10, step: 1, title: ...}}`."
            part.fields.fail(1, f"the drawing lacks `{name}`, an axis", part.fields.span, hint)
        return None
    inner = Part(mapping, f"the axis `{name}`", part.problems)
    words = text_of(inner.fields, "title", part.problems) or rich(title)
    numbered = inner.fields.truth("numbers", True)
    scale = read_scale(inner)
    if not words:
        inner.fields.fail(1, f"the axis `{name}` lacks `title`", mapping.span, "Say what it shows, with the unit: `title: Mass in g`.")
    inner.done()
    return Axis(title=words, scale=scale, numbers=numbered) if scale is not None else None


def read_numbers(value: Value | None) -> tuple[tuple[float | None, Span], ...] | None:
    """Return the numbers of a list with their places, None for an empty entry; None where it is not such a list."""
    if not isinstance(value, Sequence):
        return None
    numbers: list[tuple[float | None, Span]] = []
    for each in value.values:
        if not isinstance(each, Scalar) or isinstance(each.value, bool | str):
            return None
        numbers.append((None if each.value is None else float(each.value), each.span))
    return tuple(numbers)


def read_pair(part: Part, name: str, value: Value | None) -> Pair | None:
    """Return a pair of numbers, `[3, -1]`; None, and an error, for anything else."""
    numbers = read_numbers(value)
    if numbers is None or len(numbers) != 2 or any(number is None for number, _ in numbers):
        place = value.span if value is not None else part.fields.place(name)
        part.fields.fail(13, f"`{name}` must hold pairs of numbers", place, "Write a pair as `[3, -1]`.")
        return None
    (first, _), (second, _) = numbers
    return first or 0.0, second or 0.0


def read_pairs(part: Part, name: str, *, least: int) -> tuple[Pair, ...]:
    """Return a list of pairs, `least` at the least; none where anything is wrong with it."""
    value = part.value(name)
    if not isinstance(value, Sequence):
        part.fields.fail(13, f"`{name}` must be a list of pairs", part.fields.place(name), "Write it as `[[0, 0], [3, 2]]`.")
        return ()
    pairs = [read_pair(part, name, each) for each in value.values]
    if len(pairs) < least:
        part.fields.fail(13, f"`{name}` has {len(pairs)} pairs: it needs {least} or more", value.span)
    found = tuple(pair for pair in pairs if pair is not None)
    return found if len(found) == len(pairs) >= least else ()
