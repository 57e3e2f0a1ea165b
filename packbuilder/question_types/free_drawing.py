"""An answer drawn on an empty space, marked by points."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import Block, Drawing, DrawingSpace, Ruling
from packbuilder.fields import Fields
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.question_types.common import Result, finished
from packbuilder.question_types.drawn import read_drawing
from packbuilder.question_types.points_scheme import read_points_scheme
from packbuilder.seeding import Seed
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

RULINGS: dict[str, Ruling] = {"plain": "plain", "squared": "squared"}
"""What `space:` of a bank may say."""

_LOW, _HIGH = 30, 150
"""Heights in millimetres: what anything can be drawn in, and what a page holds beside its question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDrawing:
    """What the candidate draws in: `height` millimetres, or what the layout gives for the marks where it is 0. `answer` is for the mark scheme."""

    ruling: Ruling = "plain"
    height: int = 0
    answer: Drawing | None = None

    @property
    def kind(self) -> str:
        """`drawing`."""
        return "drawing"

    def arranged(self, seed: Seed) -> FreeDrawing:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the space to draw in."""
        return (DrawingSpace(marks=marks, height=self.height, ruling=self.ruling),)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the finished drawing, as wide as the scheme's column, where there is one."""
        return (replace(self.answer, share=1.0),) if self.answer is not None else ()


def build_free(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an answer to draw in a space; `answer:` may have the finished drawing."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    common, scheme = read_points_scheme(raw, fields, problems)
    ruling = RULINGS[fields.choice("space", tuple(RULINGS), "plain")]
    answer = fields.mapping("answer")
    drawn = read_drawing(answer, problems) if answer is not None else None
    interaction = FreeDrawing(ruling=ruling, height=fields.integer("height", 0, low=_LOW, high=_HIGH), answer=drawn)
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)
