"""Cloze: a text with gaps of one length, and a word bank where there is one."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.diagnostics import Diagnostic
from packbuilder.document import Block, Group, ItemList, Paragraph
from packbuilder.fields import Fields
from packbuilder.markup import flat, gapped, rich, written
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import KeyScheme
from packbuilder.patterns import regex
from packbuilder.question_types.checks import printed
from packbuilder.question_types.common import Result, finished, read_common
from packbuilder.question_types.doubts import unsaid_marks
from packbuilder.question_types.passages import blocks_in
from packbuilder.seeding import Seed
from packbuilder.text import Gap, Maths, RichText, Run, joined, said, tagged
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_GAP = regex(r"\{\{((?:[^{}]|\{[^{}]*\})+)\}\}")
"""A gap; what fills it may hold braces of its own: `{{[gare]{lang=fr}}}`."""

_BRACES = regex(r"\{\{|\}\}")

_OPENED, _ENDED = "\ue0fd", "\ue0fe"
"""Stand for a gap's braces while its text is read: characters for private use, which no bank may hold."""

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
        return (*blocks, *blocks_in(self._text()))

    def _text(self) -> RichText:
        return gapped(self.pieces, [Gap(ems=_GAP_EMS, label=str(number)) for number in range(1, len(self.answers) + 1)])

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the answers in the order of the gaps, with what is also accepted."""
        entries = tuple((Paragraph(text=rich(" / ".join(words)), role="credit"),) for words in self.answers)
        return (ItemList(entries=entries, style="number"),)


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build a cloze; `{{answer|also accepted}}` makes a gap. A word bank holds each gap's word, and the surplus."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    text = fields.text("text", required=True)
    problems.extend(printed(text, fields.place("text")))
    pieces = _GAP.split(text)
    answers = tuple(tuple(word for each in gap.split("|") if (word := each.strip())) for gap in pieces[1::2])
    if text and not (answers and all(answers)) and (answers or not _BRACES.search(text)):
        what = "a gap of the text is empty" if answers else "the text has no gap"
        fields.fail(42, what, fields.place("text"), "Write {{answer}} where a word is to be filled in.")
    languages = _languages(text, fields)
    answers = tuple(tuple(_in_language(word, language) for word in gap) for gap, language in zip(answers, languages, strict=True))
    wanted = fields.truth("word_bank")
    surplus = _surplus(fields, {flat(rich(word)).casefold() for gap in answers for word in gap}, wanted, problems)
    asked = "Complete the text. " + ("The words are in the word bank." if wanted else "Put a word or phrase in each gap.")
    common = read_common(raw, fields, problems, stem=asked, marks=max(1, len(answers)))
    problems.extend(unsaid_marks(common.marks, (len(answers),), common.guidance, fields.place("marks"), "gap"))
    if len(set(languages)) == 1:
        surplus = tuple(_in_language(word, languages[0]) for word in surplus)
    # A word that fills two gaps stands twice in the bank, so that every word is used once at most.
    words = (*(gap[0] for gap in answers if gap), *surplus) if wanted else ()
    interaction = Cloze(pieces=tuple(pieces[0::2]), answers=answers, bank=words)
    return finished(raw, common, interaction, KeyScheme(guidance=common.guidance), stimulus, fields, problems)


def _languages(text: str, fields: Fields) -> tuple[str | None, ...]:
    """Return the language that the text around each gap is marked as of; what would be printed as it is written is reported.

    A gap's braces are characters to the markup, so that emphasis which begins before a gap and ends within it tells its ends apart.
    """
    place = fields.place("text")
    inlines = rich(_GAP.sub(rf"{_OPENED}\1{_ENDED}", text))
    runs = [inline for inline in inlines if isinstance(inline, Run)]
    if any(_OPENED in inline.source or _ENDED in inline.source for inline in inlines if isinstance(inline, Maths)):
        hint = "Let the gap hold the whole formula, {{$x = 3$}}, or end the formula before it."
        fields.fail(54, "a gap of the text stands inside a formula", place, hint)
    elif any(_BRACES.search(inline.text) for inline in runs if not inline.code):
        fields.fail(53, "the text has braces that make no gap", place, "Write {{answer}}, with two braces at either end.")
    opened, ended = ([replace(inline, text="") for inline in runs for _ in range(inline.text.count(sign))] for sign in (_OPENED, _ENDED))
    if len(opened) == len(ended) and opened != ended:
        hint = "Put it around the gap, *{{answer}}*, or within it, {{*answer*}}."
        fields.fail(55, "emphasis or a mark of a language ends between the braces of a gap, or begins there", place, hint)
    count = len(_GAP.findall(text))
    return tuple(look.language for look in opened) if len(opened) == count else (None,) * count


def _in_language(word: str, language: str | None) -> str:
    """Mark a word that fills a gap as of the language of the text around it; one that says its language keeps it."""
    if language is None:
        return word
    marked = tagged(rich(word), language)
    return text if rich(text := written(marked)) == marked else word


def _surplus(fields: Fields, taken: set[str], wanted: bool, problems: list[Diagnostic]) -> tuple[str, ...]:
    """Read the word bank's distractors: none without a word bank, and none that would fill a gap."""
    found = fields.texts("surplus")
    if found and not wanted:
        fields.fail(47, "`surplus` needs a word bank", fields.place("surplus"), "Add `word_bank: true`.")
    for word, span in found:
        problems.extend(printed(word, span))
        if flat(rich(word)).casefold() in taken:
            fields.fail(48, f"the surplus word {word!r} fills a gap", span, "A distractor must be wrong in every gap.")
    return tuple(word for word, _ in found)
