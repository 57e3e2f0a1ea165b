"""Mark this answer: what a student wrote, to be marked against the real scheme, point by point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.document import AnswerBlank, AnswerLines, Block, Group, ItemList, Paragraph
from packbuilder.markup import flat, rich
from packbuilder.model.item import Item
from packbuilder.model.material import Material, Notion
from packbuilder.model.scheme import PointsScheme
from packbuilder.patterns import regex
from packbuilder.products.worksheets.parts import numbered, picked
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.question_types.passages import stem_between
from packbuilder.seeding import Seed
from packbuilder.text import RichText, filled, joined, leading, plain, said, within
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_USUAL, _MOST = 4, 10
_FEWEST_POINTS, _MOST_POINTS = 2, 5
_PART, _PART_OF, _LEFT_OUT = 4, 0.4, 3
"""Half an answer has so many words at the least and this part of the whole ("a compound" earns nothing), and lacks so many."""
_CUT = regex(r"\s+(?:that|which|who|where|when|because|so that|by|through|between|from|into|used|with|without|in order|, )\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """A question with its marks, the scheme's lines, what a student wrote, and what it earns and why."""

    asked: RichText
    marks: int
    scheme: tuple[RichText, ...]
    written: RichText
    earned: int
    why: RichText


_NOTHING_YET = frozenset(
    """those one ones person persons people someone somebody anyone anybody everyone another other others thing things something anything way ways place places
    time times point part amount number kind type state stage condition situation area tells says shows states means""".split()
)
"""Words that say nothing without the clause that they wait for ("sharing information only with those who ...")."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Draw questions of the banks with several points, and meanings of terms, answered in full, in part and wrongly."""
    wanted = min(_MOST, wish.count or _USUAL)
    from_banks = list(_of_items(material, seed, wording))[: (wanted + 1) // 2]
    drawn = [*from_banks, *_of_terms(material, seed, wanted - len(from_banks), wording)]
    if not drawn:
        where = f"{TERMS}, or questions with several points in a bank"
        raise LackingError(kind="mark-this-answer", needed=1, what="question with a scheme", found=0, where=where)
    tasks = numbered(_task(each, wording) for each in drawn)
    key = numbered((Paragraph(text=_verdict(each, wording), role="guidance"),) for each in drawn)
    return Sheet(tasks=(tasks,), answers=(key,), count=len(drawn))


def _of_items(material: Material, seed: Seed, wording: Catalogue) -> Iterator[_Marked]:
    """Yield questions whose scheme has several points of a mark each; the answer makes some of them."""
    for item in seed.child("items").shuffled(material.items, lambda item: item.id):
        texts = _points(item)
        if not _FEWEST_POINTS <= len(texts) <= _MOST_POINTS:
            continue
        own = seed.child("made", item.id)
        kept = sorted(own.shuffled(range(len(texts)), str)[: 1 + own.below("kept", len(texts) - 1)])
        earned = min(item.marks, len(kept))
        written = joined(*(_sentence(texts[index]) for index in kept), separator=" ")
        made = ", ".join(str(index + 1) for index in kept)
        missed = ", ".join(str(index + 1) for index in range(len(texts)) if index not in kept)
        why = said(wording, "worksheet.marking.points", made=made, missed=missed)
        yield _Marked(asked=item.stem, marks=item.marks, scheme=texts, written=written, earned=earned, why=why)


def _points(item: Item) -> tuple[RichText, ...]:
    scheme = item.scheme
    fit = isinstance(scheme, PointsScheme) and item.stimulus is None and item.variants is None and item.kind == "short_answer"
    if not fit or not isinstance(scheme, PointsScheme) or any(p.marks != 1 or len(flat(p.text).split()) < 3 for p in scheme.points):
        return ()
    return tuple(point.text for point in scheme.points)


def _sentence(text: RichText) -> RichText:
    words = flat(text)
    return rich(f"{words[:1].upper()}{words[1:].rstrip('.,;: ')}.") if not re.search(r"[$\\*`]", words) else joined(text, plain("."))


def _of_terms(material: Material, seed: Seed, count: int, wording: Catalogue) -> Iterator[_Marked]:
    """Yield meanings that are given in full, in part, or of another term: two marks, one, none."""
    drawn = picked(material.notions, seed.child("terms"), count)
    for index, notion in enumerate(drawn):
        turn = (index + seed.child("turn").below("first", 3)) % 3
        part = _part(notion)
        others = [other for other in material.notions if other.term != notion.term and other.topic == notion.topic]
        asked = filled(wording, "worksheet.recall.meaning", term=rich(notion.said))
        scheme = (joined(rich(notion.meaning), plain(" (2)")), said(wording, "worksheet.marking.part"))
        told, words, earned, why = notion, notion.meaning, 2, "full"
        if turn == 1 and part:
            words, earned, why = part, 1, "half"
        elif turn == 2 and others:
            told = seed.child("other", notion.term).shuffled(others, lambda other: other.term)[0]
            words, earned, why = told.meaning, 0, "none"
        key = "worksheet.marking.does" if told.does else "worksheet.marking.means"
        written = leading(wording, key, f"{wording.say(key)} ", rich(f"{within(words, wording.language, term=told.term)}."))
        yield _Marked(asked=asked, marks=2, scheme=scheme, written=written, earned=earned, why=said(wording, f"worksheet.marking.{why}"))


def _part(notion: Notion) -> str:
    """Return the first part of a meaning, cut where a phrase begins and enough is said for half the marks; empty where there is no such place."""
    whole = len(notion.meaning.split())
    for found in _CUT.finditer(notion.meaning):
        words = notion.meaning[: found.start()].split()
        if words and words[-1].casefold().strip(",;") in _NOTHING_YET:
            continue
        if max(_PART, _PART_OF * whole) <= len(words) <= whole - _LEFT_OUT:
            if words[-2].endswith(","):
                words.pop()  # "the head of the government, chosen": what a comma sets off is cut with what it opens
            # Cut before "and" or "that", it would end in the comma before them, and then a stop.
            return " ".join(words).rstrip(",;:–- ")
    return ""


def _task(each: _Marked, wording: Catalogue) -> tuple[Block, ...]:
    stem = stem_between((), each.asked, plain(f" [{wording.count('marks', each.marks)}]", bold=True))
    lines = tuple((Paragraph(text=line),) for line in each.scheme)
    answer = Group(blocks=(Paragraph(text=each.written),), role="callout", label=said(wording, "worksheet.marking.answer"))
    scheme = Group(blocks=(ItemList(entries=lines, style="number"),), role="box", label=said(wording, "scheme.label"))
    mark = AnswerBlank(label=said(wording, "worksheet.marking.mark"), unit=plain(f"/ {each.marks}"), ems=4)
    reason = (Paragraph(text=said(wording, "worksheet.marking.reason"), keep=True), AnswerLines(lines=2))
    return (Group(blocks=(*stem, answer, scheme, mark, *reason), together=True),)


def _verdict(each: _Marked, wording: Catalogue) -> RichText:
    return joined(plain(f"{each.earned} / {each.marks}. ", bold=True), each.why)
