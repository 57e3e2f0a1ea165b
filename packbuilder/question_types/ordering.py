"""Ordering: steps with empty boxes, to be numbered in the right order."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerBox, Block, Cell, Column, Paragraph, Table
from packbuilder.fields import Fields
from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import KeyScheme
from packbuilder.question_types.common import Result, finished, read_common, report_repeated, texts_at
from packbuilder.question_types.doubts import unsaid_marks
from packbuilder.question_types.shuffling import out_of_order
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


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
        """Shuffle the steps; never into the right order, or nearly."""
        return replace(self, order=out_of_order(seed, tuple(map(flat, self.steps)), mixed=True))

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return a table: letter and step, and a box for its number."""
        names = (said(wording, "ordering.step", bold=True), said(wording, "ordering.order", bold=True))
        head = tuple(Cell(blocks=(Paragraph(text=name),), header=True) for name in names)
        rows = tuple(
            (
                Cell(blocks=(Paragraph(text=joined(plain(f"{wording.option(i)}  ", bold=True), self.steps[place])),)),
                Cell(blocks=(AnswerBox(label=wording.option(i)),)),
            )
            for i, place in enumerate(self._order)
        )
        return (Table(columns=(Column(share=6), Column(share=1.8)), header=(head,), rows=rows, role="data"),)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the number that each letter is to bear, in the order in which a candidate has written them."""
        words = ", ".join(
            f"{wording.option(index)}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{place + 1}" for index, place in enumerate(self._order)
        )
        return (Paragraph(text=plain(words)),)


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build an ordering item of 3 to 10 steps, written in the right order."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    found = texts_at(fields, "steps", problems)
    if fields.sound and not 3 <= len(found) <= 10:
        message = f"{len(found)} step{'s' * (len(found) != 1)}: there must be 3 to 10"
        fields.fail(41, message, fields.place("steps"), "List `steps:` in the right order; the paper shuffles them.")
    report_repeated(fields, 46, "step", found)
    common = read_common(raw, fields, problems, marks=max(1, len(found) - 1))
    problems.extend(unsaid_marks(common.marks, (len(found), len(found) - 1), common.guidance, fields.place("marks"), "step"))
    interaction = Ordering(steps=tuple(text for text, _ in found))
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)
