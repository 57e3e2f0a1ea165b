"""Cloze: a text with gaps of one length, and a word bank where there is one."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import Block, Group, ItemList, Paragraph
from packbuilder.fields import Fields
from packbuilder.markup import checked, rich
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import KeyScheme
from packbuilder.patterns import regex
from packbuilder.question_types.common import Result, finished, read_common
from packbuilder.seeding import Seed
from packbuilder.text import Gap, Inline, RichText, joined, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_GAP = regex(r"\{\{([^{}]+)\}\}")

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

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the word bank, where there is one, and the text with its gaps."""
        blocks: list[Block] = []
        if self.bank:
            words = joined(*(rich(word) for word in self.bank), separator="   ·   ")
            blocks.append(Group(blocks=(Paragraph(text=words),), role="box", together=True, label=said(wording, "cloze.bank")))
        blocks.append(Paragraph(text=self._text(), role="stem"))
        return tuple(blocks)

    def _text(self) -> RichText:
        inlines: list[Inline] = []
        for index, piece in enumerate(self.pieces):
            inlines.extend(rich(piece))
            if index < len(self.answers):
                inlines.append(Gap(ems=_GAP_EMS, label=str(index + 1)))
        return tuple(inlines)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the answers in the order of the gaps, with what is also accepted."""
        entries = tuple((Paragraph(text=rich(" / ".join(words)), role="credit"),) for words in self.answers)
        return (ItemList(entries=entries, style="number"),)


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a cloze; `{{answer|also accepted}}` makes a gap. A word bank holds each gap's word, and the surplus."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    text = fields.text("text", required=True)
    problems.extend(checked(text, fields.place("text")))
    pieces = _GAP.split(text)
    answers = tuple(tuple(word for each in gap.split("|") if (word := each.strip())) for gap in pieces[1::2])
    if text and not (answers and all(answers)):
        what = "a gap of the text is empty" if answers else "the text has no gap"
        fields.fail(42, what, fields.place("text"), "Write {{answer}} where a word is to be filled in.")
    wanted = fields.truth("word_bank")
    surplus = _surplus(fields, {word.casefold() for gap in answers for word in gap}, wanted, problems)
    asked = "Complete the text. " + ("The words are in the word bank." if wanted else "Put a word or phrase in each gap.")
    common = read_common(raw, fields, problems, stem=asked, marks=max(1, len(answers)))
    # A word that fills two gaps stands twice in the bank, so that every word is used once at most.
    words = (*(gap[0] for gap in answers if gap), *surplus) if wanted else ()
    interaction = Cloze(pieces=tuple(pieces[0::2]), answers=answers, bank=words)
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)


def _surplus(fields: Fields, taken: set[str], wanted: bool, problems: list[Diagnostic]) -> tuple[str, ...]:
    """Read the word bank's distractors: none without a word bank, and none that would fill a gap."""
    found = fields.texts("surplus")
    if found and not wanted:
        fields.fail(47, "`surplus` needs a word bank", fields.place("surplus"), "Add `word_bank: true`.")
    for word, span in found:
        problems.extend(checked(word, span))
        if word.casefold() in taken:
            fields.fail(48, f"the surplus word {word!r} fills a gap", span, "A distractor must be wrong in every gap.")
    return tuple(word for word, _ in found)
