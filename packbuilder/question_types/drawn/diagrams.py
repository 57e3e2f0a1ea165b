"""`kind: diagram`: boxes, circles, polygons, lines and words on a grid of units, with labels at the sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from packbuilder.drawings import Diagram, Label, Shape, shown
from packbuilder.drawings.sketches import Pair
from packbuilder.model.raw_item import Sequence
from packbuilder.question_types.common import text_of
from packbuilder.question_types.drawn.parts import Part, read_numbers, read_pair, read_pairs

_KINDS = ("box", "circle", "polygon", "line", "at")
_ARROWS: tuple[Literal["none", "end", "both"], ...] = ("none", "end", "both")
_MOST_LABELS = 12
_MOST_UNITS = 1000.0


def read_diagram(part: Part) -> Diagram | None:
    """Read a diagram; None where its size is wrong."""
    size = read_pair(part, "size", part.value("size"))
    blank = part.fields.truth("blank")
    if size is None or not all(0 < side <= _MOST_UNITS for side in size):
        if size is not None:
            part.fail(
                30, f"`size` must be greater than 0 and at most {shown(_MOST_UNITS)}", "size", "Write it as `[12, 8]`: width, height."
            )
        for name in ("shapes", "labels"):
            part.fields.has(name)  # not read, but known
        return None
    shapes = tuple(_shapes(part, size))
    labels = tuple(_labels(part, size))
    written = part.value("shapes")
    if not (isinstance(written, Sequence) and written.values):
        part.fields.fail(
            31, "a diagram needs `shapes:`", part.fields.span, "Add `- box: [x, y, width, height]`, `- circle: [x, y, radius]` ..."
        )
    if len(labels) > _MOST_LABELS:
        part.fail(31, f"a diagram has up to {_MOST_LABELS} labels, this one {len(labels)}", "labels")
    if blank and not labels:
        part.fail(31, "`blank: true`, but there are no labels to leave blank", "blank", "Add `labels:`.")
    return Diagram(width=size[0], height=size[1], shapes=shapes, labels=labels, blank=blank)


def _shapes(part: Part, size: Pair) -> Iterator[Shape]:
    for each in part.parts("shapes", "a shape"):
        kinds = [kind for kind in _KINDS if each.fields.has(kind)]
        text = text_of(each.fields, "text", part.problems)
        stroke, shaded = each.stroke(), each.fields.truth("shaded")
        arrow = each.fields.choice("arrow", _ARROWS, "none")
        if len(kinds) != 1:
            hint = "Each entry has one of `box:`, `circle:`, `polygon:`, `line:`, or `text:` with `at:`."
            each.fields.fail(32, f"a shape is one of {', '.join(_KINDS[:-1])}, or a text `at` a place", each.fields.span, hint)
        elif kinds == ["at"] and not text:
            each.fail(32, "`at` gives the place of a `text`, which is not there", "at")
        elif points := _points(each, kinds[0]):
            kind: Literal["box", "circle", "polygon", "line", "text"]
            kind = "text" if kinds[0] == "at" else next(known for known in _SHAPES if known == kinds[0])
            if arrow != "none" and kind != "line":
                each.fail(32, f"a {kind} has no ends for an arrowhead", "arrow")
            _inside(each, kinds[0], _corners(kind, points), size)
            yield Shape(
                kind=kind, points=points, text=text, stroke=stroke, shaded=shaded, arrows=next(known for known in _ARROWS if known == arrow)
            )
        each.done()


_SHAPES: tuple[Literal["box", "circle", "polygon", "line"], ...] = ("box", "circle", "polygon", "line")


def _points(part: Part, kind: str) -> tuple[Pair, ...]:
    """Return a shape's points as `Shape` has them; none where they are wrong."""
    if kind == "at":
        pair = read_pair(part, kind, part.value(kind))
        return (pair,) if pair is not None else ()
    if kind in ("polygon", "line"):
        return read_pairs(part, kind, least=3 if kind == "polygon" else 2)
    wanted = "[x, y, width, height]" if kind == "box" else "[x, y, radius]"
    numbers = [number for number, _ in read_numbers(part.value(kind)) or ()]
    lengths = numbers[2:]
    if len(numbers) != wanted.count(",") + 1 or not all(length is not None and length > 0 for length in lengths):
        part.fail(
            33, f"`{kind}` must be {wanted}, its lengths greater than 0", kind, f"Write it as `{kind}: {wanted}`, in units of the diagram."
        )
        return ()
    x, y, first, *rest = (number or 0.0 for number in numbers)
    return ((x, y), (x + first, y + rest[0])) if rest else ((x, y), (x + first, y))


def _corners(kind: str, points: tuple[Pair, ...]) -> tuple[Pair, ...]:
    if kind != "circle":
        return points
    (x, y), (edge, _) = points
    return (edge, y + edge - x), (2 * x - edge, y - edge + x)


def _inside(part: Part, name: str, points: tuple[Pair, ...], size: Pair) -> None:
    hair = 1e-9
    if any(not (-hair <= x <= size[0] + hair and -hair <= y <= size[1] + hair) for x, y in points):
        message = f"the {name if name != 'at' else 'text'} lies outside the diagram, which is {shown(size[0])} by {shown(size[1])} units"
        part.fail(10, message, name, "Change its place, or the diagram's `size:`.")


def _labels(part: Part, size: Pair) -> Iterator[Label]:
    for each in part.parts("labels", "a label"):
        text = text_of(each.fields, "text", part.problems, required=True)
        to = read_pair(each, "to", each.value("to"))
        side = each.fields.choice("side", ("left", "right"), "")
        if to is not None:
            _inside(each, "to", (to,), size)
            nearer = "left" if to[0] < size[0] / 2 else "right"
            yield Label(text=text, to=to, side="left" if (side or nearer) == "left" else "right")
        each.done()
