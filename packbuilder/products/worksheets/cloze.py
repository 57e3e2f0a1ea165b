"""Cloze: sentences of the notes with terms left out, all blanks of one length, never one that its sentence gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from packbuilder.document import Block, Group, Paragraph
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import gapped, rich, worded
from packbuilder.model.material import Material, Notion
from packbuilder.patterns import regex
from packbuilder.products.worksheets.parts import answers, clued, numbered, picked
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import Gap, RichText, is_said_as, joined, said, small_term, within
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 10, 24
_GAP_EMS = 9.0
_SURPLUS = 2
_LONGEST_TERM = 4
_SET_OFF = regex(
    r", (?:which|who|whose|whom|where|when|as|usually|often|such as|[a-z]+(?:ed|en|ing)|made|built|held|set|led|run|known)\b[^,]*$"
)
"""What a comma sets off at a meaning's end has one behind it as well: "The head of the government, chosen by the president, is called"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blanked:
    """A sentence before and after its blank, and the words that fill it as they stand there."""

    before: str
    answer: str
    after: str
    term: str

    @property
    def shown(self) -> str:
        return f"{self.before} {self.after}".casefold()

    @property
    def whole(self) -> str:
        return f"{self.before}{self.answer}{self.after}"


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Blank terms in the synopsis, in other terms' meanings, and after meanings (`A ... is called ____.`)."""
    wanted = min(_MOST, wish.count or _USUAL)
    chosen: list[_Blanked] = []
    for each in _candidates(material, seed, wording):
        if len(chosen) < wanted and _apart(each, chosen):
            chosen.append(each)
    if len(chosen) < _FEWEST:
        raise LackingError(kind="cloze", needed=_FEWEST, what="sentences with a term to leave out", found=len(chosen), where=TERMS)
    asked = seed.child("order").shuffled(chosen, lambda each: each.term)
    tasks: list[Block] = [_bank(asked, material, seed, wording)] if wish.word_bank else []
    tasks.append(numbered((Paragraph(text=_gapped(each), role="gapped"),) for each in asked))
    return Sheet(tasks=tuple(tasks), answers=_answers(asked, listed=wish.word_bank), count=len(asked))


def _answers(asked: Sequence[_Blanked], *, listed: bool) -> tuple[Block, ...]:
    """Return the answers; where they are `listed` in a word bank, they may stand on the sheet."""
    texts = [rich(each.answer) for each in asked]
    return (numbered((Paragraph(text=text),) for text in texts),) if listed else answers(texts)


def _candidates(material: Material, seed: Seed, wording: Catalogue) -> Iterator[_Blanked]:
    """Yield sentences with a blank: those of the synopsis first, then meanings that name other terms, then meanings alone."""
    short = tuple(n for n in material.notions if len(n.term.split()) <= _LONGEST_TERM and "$" not in n.term)
    notions = picked(short, seed, len(short))
    for passage in material.passages:
        for sentence in passage.sentences:
            yield from _blanked(sentence, notions)
    for notion in notions:
        yield from _blanked(
            f"{wording.say('scheme.term', term=notion.term, meaning=within(notion.meaning, wording.language, term=notion.term))}.",
            [other for other in notions if other is not notion],
            head=len(notion.term),
        )
    # "The term for ‘splits a list into halves’ is ____" is no English.
    asked = [notion for notion in clued(notions, _FEWEST) if not notion.does]
    for notion in asked:
        # No more is "The water breaks rock is called ____".
        if re.match(r"(?:An?|The) ", notion.clue) and "…" not in notion.clue and not notion.happens:
            yield _Blanked(
                before=f"{notion.clue}{',' * bool(_SET_OFF.search(notion.clue))} {worded(wording, 'worksheet.cloze.called')} ",
                answer=_within(notion.term, material, wording),
                after=".",
                term=notion.term,
            )
    for notion in asked:
        before = worded(wording, "worksheet.cloze.term", meaning=within(notion.clue, wording.language, term=notion.term))
        yield _Blanked(before=f"{before} ", answer=_within(notion.term, material, wording), after=".", term=notion.term)


def _within(term: str, material: Material, wording: Catalogue) -> str:
    """Begin a term as it stands within a sentence: in other languages than English, a name keeps its capital letter where the notes write it so."""
    lowered = small_term(term, wording.language)
    if primary(wording.language) == ENGLISH:
        # A name keeps its capital letter: the notes and a dictionary tell (`Notion.said`).
        known = next((each for each in material.notions if term.casefold().startswith(each.term.casefold())), None)
        return known.said + term[len(known.term) :] if known else lowered
    if lowered == term:
        return lowered
    said = " | ".join(text for topic in material.topics for text in (topic.synopsis, *(each.definition for each in topic.concepts)))
    if re.search(rf"(?<!\w){re.escape(lowered)}(?!\w)", said):
        return lowered
    return term if re.search(rf"(?<=[^\W\d_][ '’]){re.escape(term)}(?!\w)", said) else lowered


def _blanked(sentence: str, notions: Sequence[Notion], *, head: int = 0) -> Iterator[_Blanked]:
    """Yield a sentence with one of the terms blanked, for each that stands in it once and is not given away by the rest.

    Nothing is blanked in the first `head` letters: they are the term that the sentence is about.
    """
    if "$" in sentence or "\\" in sentence:
        return
    for notion in notions:
        found = re.finditer(rf"(?<![\w-]){re.escape(notion.term)}(?:s|es)?(?![\w-])", sentence, re.IGNORECASE)
        places = [each for each in found if is_said_as(each[0], notion.term, notion.meaning)]
        if len(places) != 1 or places[0].start() < max(3, head):
            continue
        before, after = sentence[: places[0].start()], sentence[places[0].end() :]
        stem = max(re.findall(r"\w+", notion.term.casefold()), key=len)[:5]
        # "an ____" tells that the missing word begins with a vowel; a word of the same family tells the word itself.
        if not before.casefold().endswith(" an ") and stem not in f"{before} {after}".casefold():
            yield _Blanked(before=before, answer=places[0][0], after=after, term=notion.term)


def _apart(new: _Blanked, chosen: Sequence[_Blanked]) -> bool:
    """Whether a sentence can stand beside those chosen: none of them prints what another leaves out, no sentence comes twice."""
    return all(
        new.term != other.term
        and new.whole != other.whole
        and new.term.casefold() not in other.shown
        and other.term.casefold() not in new.shown
        for other in chosen
    )


def _gapped(each: _Blanked) -> RichText:
    return gapped((each.before, each.after), (Gap(ems=_GAP_EMS),))


def _bank(asked: Sequence[_Blanked], material: Material, seed: Seed, wording: Catalogue) -> Group:
    """Return the word bank: all answers, and some terms that fill no blank."""
    shown = " ".join(each.shown for each in asked)
    used = {each.term for each in asked}
    spare = [n for n in material.notions if n.term not in used and len(n.term.split()) <= _LONGEST_TERM and n.term.casefold() not in shown]
    surplus = seed.child("surplus").shuffled(spare, lambda notion: notion.term)[:_SURPLUS]
    words = seed.child("bank").shuffled(
        (*(_within(each.answer, material, wording) for each in asked), *(_within(notion.term, material, wording) for notion in surplus))
    )
    text = joined(*(rich(word) for word in words), separator="   ·   ")
    # The sheet says itself how its bank is to be used: notes with few terms have none to spare.
    use = Paragraph(text=said(wording, f"worksheet.cloze.{'surplus' if surplus else 'exact'}"), role="small")
    return Group(blocks=(Paragraph(text=text), use), role="box", together=True, label=said(wording, "cloze.bank"))
