"""The students' edition of a mark scheme: plain words, a box to tick for each point, and where to look for what was missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from packbuilder.document import Block, Document, Drawing, Group, Heading, ItemList, Paragraph
from packbuilder.markup import flat, rich
from packbuilder.model.form import Form, Part, Question
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, KeyScheme, LevelsScheme, PointsScheme
from packbuilder.model.topic import ExamTip, Topic
from packbuilder.products.digests import digest_of
from packbuilder.products.facts import form_facts, form_record
from packbuilder.question_types.numeric import Numeric
from packbuilder.question_types.passages import stem_between
from packbuilder.text import RichText, counted, joined, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_TIP_SHARES = 2
"""A tip belongs to a question when it shares so many longer words with it."""


def self_marking(form: Form, topics: tuple[Topic, ...], pages: Mapping[str, str]) -> Document:
    """Compose the edition. `pages` are the revision pack's printed page numbers by anchor (`<topic>/<section>`); empty: none is made."""
    wording = catalogue(form.language)
    product = wording.say("self.label")
    by_id = {topic.id: topic for topic in topics}
    blocks: list[Block] = [
        Paragraph(text=said(wording, "self.label"), role="label"),
        Heading(text=plain(form.title), level=1, role="title", listed=False),
        Paragraph(text=said(wording, "self.for", code=form.code, fingerprint=form.fingerprint), role="lead"),
        ItemList(entries=tuple((Paragraph(text=line),) for line in said_lines(wording, "self.how"))),
    ]
    for section in form.sections:
        if section.letter:
            title = said(wording, "section.title", letter=wording.lettered(section.letter), title=section.title)
            blocks.append(Heading(text=title, level=2, anchor=f"section-{section.letter.lower()}"))
        for question in section.questions:
            blocks.extend(_part(question, part, by_id.get(part.item.topic), pages, wording) for part in question.parts)
    blocks.append(Paragraph(text=said(wording, "self.total", marks=form.marks), role="strong"))
    return Document(
        title=f"{form.title} – {product}, {wording.say('version', code=form.code)}",
        language=form.language,
        blocks=tuple(blocks),
        sheet="scheme",
        facts=form_facts(form, product, wording),
        record=form_record(form, "self-marking"),
        subject=product,
    )


def _part(question: Question, part: Part, topic: Topic | None, pages: Mapping[str, str], wording: Catalogue) -> Block:
    """Return one question or part: what was asked, how to count, what to tick, and where to look."""
    item = part.item
    label = wording.part(question.number, part.label)
    marks = plain(f"  [{wording.count('marks', item.marks)}]", bold=True)
    blocks: list[Block] = [*stem_between(plain(f"{label}  ", bold=True), item.stem, marks)]
    blocks.append(Paragraph(text=_how(item, wording), role="guidance", keep=True))
    blocks.extend(block for block in item.interaction.key(wording) if isinstance(block, Drawing))
    entries = tuple((Paragraph(text=text),) for text in _ticks(item, topic, pages, wording))
    if entries:
        blocks.append(ItemList(entries=entries, style="tick"))
    tip = _tip(topic, item)
    if tip is not None:
        text = joined(said(wording, "self.tip", bold=True), rich(tip.text), separator=" ")
        blocks.append(Paragraph(text=text, role="guidance"))
    blocks.append(Paragraph(text=plain(digest_of(item)), role="digest"))
    return Group(blocks=tuple(blocks), together=len(entries) <= _KEPT)


_KEPT = 6
"""Questions with so many boxes or fewer are never divided between pages."""


def _how(item: Item, wording: Catalogue) -> RichText:
    """Return how to count the marks, in plain words."""
    match item.scheme:
        case PointsScheme() as scheme if scheme.convention and item.marks == 1:
            return counted(wording, "self.convention.key", 1)
        case PointsScheme() as scheme if scheme.convention:
            return said(wording, f"self.convention.{scheme.convention}", marks=item.marks, things=item.marks // 2)
        case LevelsScheme():
            return said(wording, "self.convention.levels", marks=item.marks)
        case KeyScheme() if not _working(item):
            return counted(wording, "self.convention.key", item.marks)
    return said(wording, "self.convention.points", marks=item.marks)


def _ticks(item: Item, topic: Topic | None, pages: Mapping[str, str], wording: Catalogue) -> Iterator[RichText]:
    """Yield what can be ticked, each with where in the pack it stands."""
    yield from _key_texts(item, wording)
    match item.scheme:
        case PointsScheme() as scheme:
            for point in scheme.points:
                yield _placed(joined(point.text, plain(f" ({point.marks})", bold=True)), flat(point.text), topic, pages, wording)
            for text in scheme.indicative:
                yield _placed(text, flat(text), topic, pages, wording)
            if not scheme.points and not scheme.indicative:
                yield _placed(said(wording, "self.does"), "", topic, pages, wording)
        case LevelsScheme() as scheme:
            for level in sorted(scheme.levels, key=lambda each: -each.high):
                band = f"{level.low}–{level.high}" if level.low != level.high else str(level.low)
                yield joined(said(wording, "self.level", band=band, bold=True), level.descriptor, separator=" ")
            for text in scheme.indicative:
                yield _placed(text, flat(text), topic, pages, wording)


def _working(item: Item) -> tuple[CreditPoint, ...]:
    return item.interaction.working if isinstance(item.interaction, Numeric) else ()


def _key_texts(item: Item, wording: Catalogue) -> Iterator[RichText]:
    """Yield what the key says, each with a box of its own; working in its steps, each with its marks and no marker's letters."""
    key = item.interaction.key(wording)
    if working := _working(item):
        yield from (joined(point.text, plain(f" ({point.marks})", bold=True)) for point in working)
        return
    if isinstance(item.interaction, Numeric):
        # A range, and what else is accepted, go with the answer: they are no answers of their own.
        yield joined(*(block.text for block in key if isinstance(block, Paragraph)), separator=wording.say("punctuation.semicolon"))
        return
    for block in key:
        match block:
            case Paragraph():
                yield block.text
            case ItemList():
                for number, entry in enumerate(block.entries, 1):
                    yield joined(plain(f"{number}.  "), *(each.text for each in entry if isinstance(each, Paragraph)))


def _placed(text: RichText, words: str, topic: Topic | None, pages: Mapping[str, str], wording: Catalogue) -> RichText:
    """Return a tick's text with its place: the section of the pack that says it, and its page where there is a pack."""
    if topic is None:
        return text
    section = section_of(topic, words)
    name = wording.say(f"pack.{section}")
    page = pages.get(f"{topic.id}/{section}", "")
    where = wording.say("self.look_page", section=name, page=page) if page else wording.say("self.look", section=name)
    return joined(text, plain(f"  {where}", italic=True))


def section_of(topic: Topic, words: str) -> str:
    """Return the section of a topic's notes that says some words: concepts, misconceptions, synopsis, or else what examiners credit.

    Where none of them says the words, the meaning of a term that stands in them is the nearest; but not for words that a marking point says itself.
    """
    said = _bare(words)
    if not said:
        return "credit"
    terms = tuple(_bare(concept.term) for concept in topic.concepts if concept.term)
    if said in terms or any(_holds(_noted(concept.definition), said) for concept in topic.concepts):
        return "concepts"
    if any(_holds(_noted(wrong.correction), said) for wrong in topic.misconceptions):
        return "misconceptions"
    if _holds(_noted(topic.synopsis), said):
        return "synopsis"
    credited = any(_holds(_noted(point.text), said) for point in topic.marking_points)
    return "concepts" if not credited and any(_holds(said, term) for term in terms) else "credit"


def _holds(text: str, words: str) -> bool:
    """Whether a text holds words one after the other, each whole: "crack" stands nowhere in "cracks"."""
    return bool(words) and f" {words} " in f" {text} "


@lru_cache(maxsize=4096)
def _noted(source: str) -> str:
    """Return what notes say as it is read in print: formulas in their signs, without markup."""
    return _bare(flat(rich(source)))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _tip(topic: Topic | None, item: Item) -> ExamTip | None:
    """Return the exam tip that shares most longer words with a question, if it shares enough."""
    asked = set(re.findall(r"\w{5,}", flat(item.stem).casefold()))
    best = max(
        ((len(asked & set(re.findall(r"\w{5,}", tip.text.casefold()))), -i, tip) for i, tip in enumerate(topic.exam_tips if topic else ())),
        default=(0, 0, None),
    )
    return best[2] if best[0] >= _TIP_SHARES else None
