"""Matching: numbered entries on the left, lettered ones on the right, with a box for each letter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from packbuilder.document import Block, Cell, Column, Paragraph, Table
from packbuilder.markup import flat
from packbuilder.question_types.multiple_choice import letter
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What belongs together."""

    left: RichText
    right: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Pairs, and surplus entries on the right. `order` is the right-hand order, as indexes into pairs then surplus."""

    pairs: tuple[Pair, ...]
    surplus: tuple[RichText, ...] = ()
    order: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """`matching`."""
        return "matching"

    @property
    def _right(self) -> tuple[RichText, ...]:
        return (*(pair.right for pair in self.pairs), *self.surplus)

    @property
    def _order(self) -> tuple[int, ...]:
        return self.order or tuple(range(len(self._right)))

    def arranged(self, seed: Seed) -> Matching:
        """Shuffle the right-hand entries; never into the order of the left-hand ones."""
        straight = tuple(range(len(self._right)))
        order = seed.shuffled(straight, lambda i: f"{i}:{flat(self._right[i])}")
        if order[: len(self.pairs)] == straight[: len(self.pairs)]:
            order = (*order[1:], order[0])
        return replace(self, order=order)

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return a table: entry, empty box, letter, entry."""
        rows = []
        for index in range(max(len(self.pairs), len(self._order))):
            left = self.pairs[index].left if index < len(self.pairs) else ()
            number = f"{index + 1}" if left else ""
            right = self._right[self._order[index]] if index < len(self._order) else ()
            rows.append((_cell(joined(plain(f"{number}  ", bold=True), left) if left else ()), Cell(), _cell(joined(plain(f"{letter(index)}  ", bold=True), right) if right else ())))
        head = tuple(Cell(blocks=(Paragraph(text=plain(text, bold=True)),), header=True) for text in ("Entry", "Letter", "Matches with"))
        columns = (Column(share=5), Column(share=1.4), Column(share=6))
        return (Table(columns=columns, header=(head,), rows=tuple(rows), role="data"),)

    def key(self) -> tuple[Block, ...]:
        """Return the letter of each entry."""
        letters = {place: letter(index) for index, place in enumerate(self._order)}
        words = ", ".join(f"{index + 1} – {letters[index]}" for index in range(len(self.pairs)))
        return (Paragraph(text=plain(words), role="body"),)


def _cell(text: RichText) -> Cell:
    return Cell(blocks=(Paragraph(text=text),) if text else ())
