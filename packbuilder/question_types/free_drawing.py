"""An answer drawn on an empty space, marked by points."""

from __future__ import annotations

from packbuilder.document import Block, Drawing, DrawingSpace, Ruling
from packbuilder.seeding import Seed
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

RULINGS: dict[str, Ruling] = {"plain": "plain", "squared": "squared"}
"""What `space:` of a bank may say of what is drawn on."""


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
