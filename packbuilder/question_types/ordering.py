"""Ordering: steps with empty boxes, to be numbered in the right order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from packbuilder.document import Block, Cell, Column, Paragraph, Table
from packbuilder.markup import flat
from packbuilder.question_types.multiple_choice import letter
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Steps in the right order, and the order in which they are printed."""

    steps: tuple[RichText, ...]
    order: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """`ordering`."""
        return "ordering"

    @property
    def _order(self) -> tuple[int, ...]:
        return self.order or tuple(range(len(self.steps)))

    def arranged(self, seed: Seed) -> Ordering:
        """Shuffle the steps; never into the right order."""
        straight = tuple(range(len(self.steps)))
        order = seed.shuffled(straight, lambda i: f"{i}:{flat(self.steps[i])}")
        return replace(self, order=(*order[1:], order[0]) if order == straight else order)

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return a table: letter and step, and an empty box for its number."""
        head = tuple(Cell(blocks=(Paragraph(text=plain(text, bold=True)),), header=True) for text in ("Step", "Order (1 is first)"))
        rows = tuple(
            (Cell(blocks=(Paragraph(text=joined(plain(f"{letter(i)}  ", bold=True), self.steps[place])),)), Cell())
            for i, place in enumerate(self._order)
        )
        return (Table(columns=(Column(share=6), Column(share=1.8)), header=(head,), rows=rows, role="data"),)

    def key(self) -> tuple[Block, ...]:
        """Return the letters in the right order."""
        letters = {place: letter(index) for index, place in enumerate(self._order)}
        return (Paragraph(text=plain(", ".join(letters[index] for index in range(len(self.steps))))),)
