"""The revision pack: a set of topics to learn from, a chapter a topic (HANDBOOK section 7)."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import (
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Group,
    Heading,
    ItemList,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
)
from packbuilder.leads import without_lead
from packbuilder.markup import rich
from packbuilder.model.topic import KeyConcept, Misconception, Topic
from packbuilder.text import RichText, counted, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_ON_THE_COVER = 4
"""Contents of up to so many topics stand on the cover; more get a page of their own."""


def revision_pack(topics: tuple[Topic, ...], *, title: str, language: str = "en-GB") -> Document:
    """Compose a pack over topics, in their order. A section that the notes lack is left out, not printed empty."""
    wording = catalogue(language)
    product = wording.say("pack.label")
    blocks: list[Block] = [*_cover(topics, title, wording)]
    if len(topics) > _ON_THE_COVER:
        blocks.append(PageBreak())
    blocks.append(Contents(title=said(wording, "pack.contents")))
    blocks.append(PageBreak())
    for topic in topics:
        blocks.extend(_chapter(topic, wording))
    return Document(
        title=f"{title} – {product}",
        language=language,
        blocks=tuple(blocks),
        sheet="handout",
        facts={"product": product, "title": title},
        record={"product": "revision-pack"},
        subject=product,
    )


def _cover(topics: tuple[Topic, ...], title: str, wording: Catalogue) -> Iterator[Block]:
    yield Paragraph(text=said(wording, "pack.label"), role="label")
    yield Heading(text=plain(title), level=1, role="title", listed=False)
    levels = dict.fromkeys(" · ".join(x for x in (t.qualification, t.unit, t.level) if x) for t in topics)
    for line in levels:
        if line:
            yield Paragraph(text=plain(line), role="lead")
    yield Paragraph(text=counted(wording, "pack.topics", len(topics)))
    yield Group(
        role="box",
        together=True,
        blocks=(
            Heading(text=said(wording, "pack.how.title"), level=2, role="label", listed=False),
            ItemList(entries=tuple((Paragraph(text=line),) for line in said_lines(wording, "pack.how"))),
            PageTotal(template=wording.say("pack.pages"), language=wording.spoken("pack.pages")),
        ),
    )


def _chapter(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    yield Heading(text=plain(topic.title), level=1, anchor=topic.id)
    if topic.synopsis:
        yield _heading(topic, "synopsis", wording)
        yield Paragraph(text=rich(topic.synopsis), role="lead")
    if topic.concepts:
        yield _heading(topic, "concepts", wording)
        yield from _concepts(topic.concepts, wording)
    if topic.exam_tips:
        yield _heading(topic, "tips", wording)
        tips = ItemList(entries=tuple((Paragraph(text=rich(tip.text)),) for tip in topic.exam_tips))
        yield Group(blocks=(tips,), role="callout")
    if topic.misconceptions:
        yield _heading(topic, "misconceptions", wording)
        yield from _misconceptions(topic.misconceptions, wording)
    points = tuple(point for point in topic.marking_points if not point.cut)
    if points:
        yield _heading(topic, "credit", wording)
        yield Paragraph(text=said(wording, "pack.credit.note"), role="small")
        yield ItemList(entries=tuple((Paragraph(text=rich(without_lead(point.text)[0])),) for point in points), style="rag")


def _heading(topic: Topic, section: str, wording: Catalogue) -> Heading:
    return Heading(text=said(wording, f"pack.{section}"), level=2, anchor=f"{topic.id}/{section}")


def _concepts(concepts: tuple[KeyConcept, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield a glossary of the terms, then the plain statements as a list."""
    terms = tuple(concept for concept in concepts if concept.term)
    if terms:
        rows = tuple((_cell(_bold(concept.term), header=True), _cell(rich(_sentence(concept.definition)))) for concept in terms)
        head = (
            _cell(said(wording, "pack.term", bold=True), header=True),
            _cell(said(wording, "pack.meaning", bold=True), header=True),
        )
        yield Table(columns=(Column(share=3), Column(share=7)), header=(head,), rows=rows, role="glossary")
    statements = tuple(concept for concept in concepts if not concept.term)
    if statements:
        yield ItemList(entries=tuple((Paragraph(text=rich(concept.definition)),) for concept in statements))


def _bold(term: str) -> RichText:
    return rich(f"**{term}**") if "*" not in term else rich(term)


def _sentence(text: str) -> str:
    """Begin a definition with a capital and end it with a stop: half of all notes do, mixed within one section."""
    text = text.strip()
    opened = text if text[1:2].isupper() else text[:1].upper() + text[1:]
    return opened if opened.endswith((".", "!", "?", ":", ")")) or not opened else f"{opened}."


def _misconceptions(misconceptions: tuple[Misconception, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield "Not this / but this" for what the notes put right, and the other mistakes as a list."""
    paired = tuple(m for m in misconceptions if m.correction and m.claim.strip() != m.correction.strip())
    if paired:
        head = (
            _cell(said(wording, "pack.not_this", bold=True), header=True),
            _cell(said(wording, "pack.but_this", bold=True), header=True),
        )
        rows = tuple((_cell(rich(_sentence(m.claim))), _cell(rich(_sentence(m.correction)))) for m in paired)
        yield Table(columns=(Column(share=1), Column(share=1)), header=(head,), rows=rows, role="glossary")
    alone = tuple(m for m in misconceptions if m not in paired)
    if alone:
        yield Paragraph(text=said(wording, "pack.avoid"), keep=True)
        yield ItemList(entries=tuple((Paragraph(text=rich(_sentence(m.claim))),) for m in alone))


def _cell(text: RichText, *, header: bool = False) -> Cell:
    return Cell(blocks=(Paragraph(text=text),), header=header)
