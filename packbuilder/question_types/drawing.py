"""An answer drawn by the candidate: on a number line, a grid, a chart's axes or a diagram, marked by points; or in a space (`free_drawing`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.diagnostics import Diagnostic, counted
from packbuilder.document import Block, Drawing
from packbuilder.drawings import Chart, Diagram, Graph, NumberLine, Scale, Sketch, shown
from packbuilder.fields import Fields
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import PointsScheme
from packbuilder.question_types.common import Result, finished, read_common, sound
from packbuilder.question_types.drawn import read_drawing
from packbuilder.question_types.free_drawing import RULINGS, FreeDrawing
from packbuilder.question_types.points import read_points
from packbuilder.question_types.points_scheme import read_points_scheme
from packbuilder.seeding import Seed
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_LOW, _HIGH = 30, 150
"""Heights in millimetres: what anything can be drawn in, and what a page holds beside its question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnAnswer:
    """What the candidate draws on, and the finished drawing for the mark scheme, where there is one."""

    given: Drawing
    answer: Drawing | None = None

    @property
    def kind(self) -> str:
        """`drawing`."""
        return "drawing"

    def arranged(self, seed: Seed) -> DrawnAnswer:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the drawing to draw on."""
        return (replace(self.given, answered=True),)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the finished drawing, as wide as the scheme's column."""
        return (replace(self.answer, share=1.0),) if self.answer is not None else ()


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an answer to draw, marked by points. A blank diagram needs no `answer:`: it is the same one with its words."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    if fields.has("space") and not fields.has("drawing"):
        return _build_free(raw, stimulus, fields, problems)
    points = read_points(fields, "points", problems)
    whole = sound(fields, problems)
    total = sum(point.marks for point in points)
    common = read_common(raw, fields, problems, marks=max(1, total))
    if points and whole and common.marks != total:
        message = f"the item has {counted(common.marks, 'mark')}, but its points give {total}"
        fields.fail(33, message, fields.place("marks"), f"Write `marks: {total}`, or change the points.")
    if not points and whole:
        fields.fail(35, "the item has no creditworthy point", fields.place("points"), "Add `points:` with a `- text:` for each mark.")
    given, answer = fields.mapping("drawing"), fields.mapping("answer")
    if given is None and not fields.has("drawing"):
        fields.fail(
            1,
            "the item lacks `drawing`, which is drawn on",
            fields.span,
            "Add `drawing:` with a `kind:`, as `sources/README.md` shows, or `space: plain` (or `squared`) for an empty space to draw in.",
        )
    if fields.text("space"):
        fields.fail(22, "an item with a `drawing` to draw on has no `space` to draw in", fields.place("space"), "Leave one of the two out.")
    space = read_drawing(given, problems) if given is not None else None
    finished_one = read_drawing(answer, problems) if answer is not None else None
    if space is not None and finished_one is not None:
        for message in _unlike(space.sketch, finished_one.sketch):
            fields.fail(
                59, message, fields.place("answer"), "The answer is the same drawing, finished: copy `drawing:` and add what is drawn."
            )
    if finished_one is None and space is not None and isinstance(space.sketch, Diagram) and space.sketch.blank:
        finished_one = replace(space, sketch=replace(space.sketch, blank=False))
    scheme = PointsScheme(points=points, guidance=common.guidance)
    interaction = DrawnAnswer(given=space or Drawing(sketch=_NOTHING), answer=finished_one)
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)


def _build_free(raw: RawItem, stimulus: Stimulus | None, fields: Fields, problems: list[Diagnostic]) -> Result:
    """Build an answer to draw in an empty space; `answer:` may have the finished drawing."""
    common, scheme = read_points_scheme(raw, fields, problems)
    ruling = RULINGS[fields.choice("space", tuple(RULINGS), "plain")]
    answer = fields.mapping("answer")
    drawn = read_drawing(answer, problems) if answer is not None else None
    interaction = FreeDrawing(ruling=ruling, height=fields.integer("height", 0, low=_LOW, high=_HIGH), answer=drawn)
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)


def _unlike(given: Sketch, answer: Sketch) -> Iterator[str]:
    """Yield what of an answer is not on the drawing that the candidate gets: another kind, or another scale."""
    if type(given) is not type(answer):
        yield "the answer is a drawing of another kind than the candidate's"
        return
    for (name, own), (_, other) in zip(_scales(given), _scales(answer), strict=False):
        if (own.low, own.high) != (other.low, other.high):
            yield (
                f"{name} of the answer goes from {shown(other.low)} to {shown(other.high)}, that of the candidate's drawing "
                f"from {shown(own.low)} to {shown(own.high)}"
            )


def _scales(sketch: Sketch) -> Iterator[tuple[str, Scale]]:
    match sketch:
        case NumberLine():
            yield "the number line", sketch.scale
        case Graph():
            yield from (("the axis `x`", sketch.x.scale), ("the axis `y`", sketch.y.scale))
        case Chart():
            yield from (("the axis `y`", sketch.left.scale), *((("the axis `right`", sketch.right.scale),) if sketch.right else ()))
        case _:
            return


_NOTHING = Diagram(width=1.0, height=1.0, shapes=())
"""Stands for a drawing with a mistake: the item is not made then."""
