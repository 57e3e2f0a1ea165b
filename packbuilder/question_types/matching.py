"""Matching: numbered entries on the left, lettered ones on the right, with a box for each letter."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import AnswerBox, Block, Cell, Column, ItemList, Paragraph, Table
from packbuilder.fields import Fields
from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import KeyScheme
from packbuilder.question_types.common import (
    Result,
    finished,
    read_common,
    report_repeated,
    sound,
    text_of,
    texts_at,
)
from packbuilder.question_types.doubts import unsaid_marks
from packbuilder.question_types.shuffling import out_of_order
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


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
        return replace(self, order=out_of_order(seed, tuple(map(flat, self._right)), pairs=len(self.pairs)))

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the lettered entries to choose from, then a table with a box for a letter beside each of the others."""
        choices = tuple((Paragraph(text=self._right[place]),) for place in self._order)
        rows = []
        for index, pair in enumerate(self.pairs):
            rows.append((_cell(joined(plain(f"{index + 1}  ", bold=True), pair.left)), Cell(blocks=(AnswerBox(label=f"{index + 1}"),))))
        names: tuple[RichText, ...] = ((), said(wording, "matching.letter", bold=True))
        head = tuple(Cell(blocks=(Paragraph(text=name),) if name else (), header=True) for name in names)
        columns = (Column(share=6), Column(share=1.4))
        return (ItemList(entries=choices, style="letter"), Table(columns=columns, header=(head,), rows=tuple(rows), role="data"))

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the letter of each entry."""
        letters = {place: wording.option(index) for index, place in enumerate(self._order)}
        words = ", ".join(f"{index + 1}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}{letters[index]}" for index in range(len(self.pairs)))
        return (Paragraph(text=plain(words), role="body"),)


def _cell(text: RichText) -> Cell:
    return Cell(blocks=(Paragraph(text=text),) if text else ())


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a matching item of 3 to 10 pairs, with surplus entries on the right where there are any."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    pairs, lefts, rights = list[Pair](), [], []
    entries = fields.mappings("pairs", required=True)
    for entry in entries:
        own = Fields(entry, what="a pair", code="B2")
        pair = Pair(
            left=text_of(own, "left", problems, required=True),
            right=text_of(own, "right", problems, required=True),
        )
        pairs.append(pair)
        lefts.append((pair.left, own.place("left")))
        rights.append((pair.right, own.place("right")))
        problems.extend(own.finish())
    if entries and sound(fields, problems) and not 3 <= len(pairs) <= 10:
        fields.fail(40, f"{len(pairs)} pair{'s' * (len(pairs) != 1)}: there must be 3 to 10", fields.place("pairs"))
    surplus = texts_at(fields, "surplus", problems)
    report_repeated(fields, 45, "left-hand entry", lefts)
    report_repeated(fields, 45, "right-hand entry", (*rights, *surplus))
    common = read_common(raw, fields, problems, marks=max(1, len(pairs)))
    problems.extend(unsaid_marks(common.marks, (len(pairs),), common.guidance, fields.place("marks"), "pair"))
    interaction = Matching(pairs=tuple(pairs), surplus=tuple(text for text, _ in surplus))
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)
