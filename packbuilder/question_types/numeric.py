"""A number as the answer: working space, a blank with its unit, tolerance and M/A/B marks in the key."""

from __future__ import annotations

from dataclasses import dataclass

from packbuilder.document import AnswerBlank, Block, ItemList, Paragraph, Workings
from packbuilder.markup import rich
from packbuilder.model.scheme import CreditPoint
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """A numeric answer as written, its absolute tolerance, its unit, and working with method and accuracy marks."""

    answer: str
    value: float
    tolerance: float = 0.0
    unit: str = ""
    working: tuple[CreditPoint, ...] = ()
    accept: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """`numeric`."""
        return "numeric"

    def arranged(self, seed: Seed) -> Numeric:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return white space for the working and the answer line with its unit."""
        return (Workings(marks=marks), AnswerBlank(label=plain("Answer"), unit=rich(self.unit)))

    def key(self) -> tuple[Block, ...]:
        """Return the value with the accepted range, what else is accepted, and the working."""
        unit = f" {self.unit}" if self.unit else ""
        blocks: list[Block] = [Paragraph(text=rich(f"**{self.answer}**{unit}"), role="credit")]
        if self.tolerance:
            low, high = (f"{self.value + sign * self.tolerance:.10g}" for sign in (-1, 1))
            blocks.append(Paragraph(text=rich(f"Accept {low} to {high}{unit}"), role="guidance"))
        for text in self.accept:
            blocks.append(Paragraph(text=joined(plain("Accept "), rich(text)), role="guidance"))
        if self.working:
            lines = tuple(
                (Paragraph(text=joined(plain(f"{point.mark_type or 'M'}{point.marks}  ", bold=True), point.text), role="credit"),)
                for point in self.working
            )
            blocks.append(ItemList(entries=lines, style="plain"))
        return tuple(blocks)
