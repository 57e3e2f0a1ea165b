"""Cloze: a text with gaps of one length, and a word bank where there is one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from packbuilder.document import Block, Group, ItemList, Paragraph
from packbuilder.markup import rich
from packbuilder.seeding import Seed
from packbuilder.text import Gap, Inline, RichText, plain

_GAP_EMS = 9.0
"""All gaps are this wide, so that a gap's length tells nothing (HANDBOOK section 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze:
    """Pieces of text between gaps, and for each gap the answers that fill it, the best first."""

    pieces: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    bank: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """`cloze`."""
        return "cloze"

    def arranged(self, seed: Seed) -> Cloze:
        """Shuffle the word bank; the text stays."""
        return replace(self, bank=seed.shuffled(self.bank))

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return the word bank, where there is one, and the text with its gaps."""
        blocks: list[Block] = []
        if self.bank:
            words = plain("   ·   ".join(self.bank))
            blocks.append(Group(blocks=(Paragraph(text=words),), role="box", together=True, label=plain("Word bank")))
        blocks.append(Paragraph(text=self._text(), role="stem"))
        return tuple(blocks)

    def _text(self) -> RichText:
        inlines: list[Inline] = []
        for index, piece in enumerate(self.pieces):
            inlines.extend(rich(piece))
            if index < len(self.answers):
                inlines.append(Gap(ems=_GAP_EMS, label=str(index + 1)))
        return tuple(inlines)

    def key(self) -> tuple[Block, ...]:
        """Return the answers in the order of the gaps, with what is also accepted."""
        entries = tuple((Paragraph(text=rich(" / ".join(words)), role="credit"),) for words in self.answers)
        return (ItemList(entries=entries, style="number"),)
