"""The answers to the practice questions: at the back of a pack, or on a sheet of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from packbuilder.document import Block, Cell, Column, Document, Heading, ItemList, Paragraph, Table, product_document
from packbuilder.languages import primary
from packbuilder.markup import flat, titled
from packbuilder.model.form import Question
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, LevelsScheme, PointsScheme
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import places
from packbuilder.products.revision_pack.notes import cell, credited, head
from packbuilder.products.self_marking import section_of
from packbuilder.text import Inline, Reference, RichText, Run, joined, plain, said, tagged
from packbuilder.walks import texts_of
from packbuilder.wording import Catalogue, catalogue

Practice = Mapping[str, tuple[Question, ...]]
"""Practice questions by topic id."""

_COLUMNS = (Column(share=1.7), Column(share=7), Column(share=2.6))
_STEM, _SHARED = 5, 2
"""Letters by which longer words are taken for the same, and how many of them two texts about one thing share."""

_WORDS = 10
"""A marks scheme says how many in words up to here."""


def answers_at_the_back(topics: tuple[Topic, ...], practice: Practice, wording: Catalogue, *, variant: str) -> Iterator[Block]:
    """Yield the answers, a table a topic; each row leads back to its question and to where the notes of a pack's variant say it."""
    yield Heading(text=said(wording, "pack.answers"), level=1, anchor="answers")
    yield Paragraph(text=said(wording, "pack.answers.note"), role="small", keep=True)
    for topic in topics:
        if topic.id in practice:
            yield from _answers(topic, practice[topic.id], wording, None, variant)


def answer_sheet(
    topics: tuple[Topic, ...], practice: Practice, *, title: str, language: str, variant: str, pages: Mapping[str, str]
) -> Document:
    """Compose the answers as a document of their own. `pages` are the pack's printed page numbers by anchor."""
    wording = catalogue(language)
    product = wording.say("pack.answers.label")
    blocks: list[Block] = [
        Paragraph(text=said(wording, "pack.answers.label"), role="label"),
        Heading(text=plain(title), level=1, role="title", listed=False),
        Paragraph(text=said(wording, "pack.answers.note"), role="small"),
    ]
    for topic in topics:
        if topic.id in practice:
            blocks.extend(_answers(topic, practice[topic.id], wording, pages, variant))
    return product_document(
        title,
        product,
        language=language,
        blocks=tuple(blocks),
        sheet="scheme",
        record={"product": "pack-answers"},
    )


def in_language(topic: Topic, wording: Catalogue) -> Catalogue:
    """Return the wording that a topic's part of a pack is set with: the pack's own where that is in the topic's language, else the topic's."""
    return wording if primary(topic.language) == primary(wording.language) else catalogue(topic.language)


def _answers(
    topic: Topic, questions: tuple[Question, ...], wording: Catalogue, pages: Mapping[str, str] | None, variant: str
) -> Iterator[Block]:
    """Yield a topic's answers; in another language than the pack's they say so."""
    own = in_language(topic, wording)
    for block in _of_topic(topic, questions, own, pages, variant):
        yield block if own is wording else tagged(block, topic.language)


def _of_topic(
    topic: Topic, questions: tuple[Question, ...], wording: Catalogue, pages: Mapping[str, str] | None, variant: str
) -> Iterator[Block]:
    yield Heading(text=titled(topic.heading or topic.title), level=2, anchor=places.answers(topic))
    rows = tuple(_row(topic, question, wording, pages, variant) for question in questions)
    header = head(wording, "pack.column.question", "pack.column.answer", "pack.column.look")
    columns: tuple[Column, ...] = _COLUMNS
    if not any(look.blocks for *_, look in rows):
        # A topic that only a bank has: there are no notes to look at again.
        rows, header, columns = tuple(row[:-1] for row in rows), header[:-1], _COLUMNS[:-1]
    yield Table(columns=columns, header=(header,), rows=rows, role="glossary", whole=True)


def _row(topic: Topic, question: Question, wording: Catalogue, pages: Mapping[str, str] | None, variant: str) -> tuple[Cell, ...]:
    item = question.parts[0].item
    blocks = tuple(_answer(item, wording))
    anchor, section = _source(topic, item, tuple(map(flat, texts_of(blocks))), variant)
    name = wording.say(f"pack.{section}") if section else topic.title
    back = _place(places.question(topic, question.number), "", "pack.on_page", wording, pages)
    look = (_place(anchor, name, "pack.look_page", wording, pages),) if anchor else ()
    number = Paragraph(text=plain(str(question.number), bold=True))
    return Cell(blocks=(number, Paragraph(text=(back,), role="small")), header=True), Cell(blocks=blocks), cell(look) if look else cell()


def _source(topic: Topic, item: Item, texts: tuple[str, ...], variant: str) -> tuple[str, str]:
    """Return the anchor of what the notes say of an answer, and the name of its section; none where it is the topic at large.

    No anchor either where a bank asks what the notes say nowhere.
    """
    for index, concept in enumerate(topic.concepts):
        if concept.span == item.span and concept.term:
            return places.term(topic, index), "cornell" if variant == "cornell" else "concepts"
    if any(wrong.span == item.span for wrong in topic.misconceptions):
        section = "misconceptions"
    else:
        section = next((found for text in texts if (found := section_of(topic, text)) != "credit"), "credit")
    if section == "credit" and item.rule == "bank" and not any(_alike(flat(point), flat(item.stem)) for point in credited(topic)):
        return "", ""
    if section == "credit":
        return (places.section(topic, section), section) if credited(topic) else (topic.id, "")
    section = "cornell" if variant == "cornell" else section
    return places.section(topic, section), section


def _alike(point: str, stem: str) -> bool:
    """Whether a marking point and a question are about the same: they share some longer words."""
    one, other = ({word[:_STEM] for word in re.findall(rf"\w{{{_STEM},}}", text.casefold())} for text in (point, stem))
    return len(one & other) >= _SHARED


def _place(anchor: str, name: str, key: str, wording: Catalogue, pages: Mapping[str, str] | None) -> Inline:
    """Return a link with its page; in a file of its own, that page in words."""
    template = wording.say(key, section=name, page="{page}")
    language = wording.spoken(key)
    if pages is None:
        return Reference(anchor=anchor, text=name or wording.say("pack.to_question"), paper=template, language=language)
    return Run(text=template.format(page=pages.get(anchor, "")) if anchor in pages else name, language=language)


def _answer(item: Item, wording: Catalogue) -> Iterator[Block]:
    """Yield the right answer, and what a full one may hold."""
    yield from item.interaction.key(wording)
    match item.scheme:
        case PointsScheme() as scheme:
            if scheme.any_of:
                count = wording.say(f"number.{scheme.any_of}").lower() if scheme.any_of <= _WORDS else scheme.any_of
                yield Paragraph(text=said(wording, "scheme.any_of", n=count), keep=True)
            yield from _listed(tuple(map(_point, scheme.points)))
            yield from _indicative(item, scheme.indicative, flat(scheme.stated), wording)
        case LevelsScheme() as scheme:
            yield from _indicative(item, scheme.indicative, flat(scheme.stated), wording)


def _indicative(item: Item, texts: tuple[RichText, ...], stated: str, wording: Catalogue) -> Iterator[Block]:
    """Yield what an answer may include; apart from it what the notes say of the question's terms, which is not yet an answer."""
    given = tuple(text for text in texts if item.rule == "bank" or flat(text).casefold().rstrip(".") in stated.casefold())
    for key, found in (("scheme.may_include", given), ("pack.answers.build", tuple(text for text in texts if text not in given))):
        if found:
            yield Paragraph(text=said(wording, key), keep=True)
            yield from _listed(found)


def _listed(texts: tuple[RichText, ...]) -> Iterator[Block]:
    if len(texts) == 1:
        yield Paragraph(text=texts[0])
    elif texts:
        yield ItemList(entries=tuple((Paragraph(text=text),) for text in texts))


def _point(point: CreditPoint) -> RichText:
    return joined(point.text, *point.accept, separator=" / ")
