"""The knowledge organiser: a topic on one landscape page, in panels (HANDBOOK section 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from packbuilder.abbreviations import BEHIND
from packbuilder.document import Block, Cell, Columns, Document, Group, Heading, ItemList, PageBreak, Paragraph, Table, product_document
from packbuilder.editions.records import headings
from packbuilder.markup import rich, titled
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.products.revision_pack.answers import in_language
from packbuilder.products.revision_pack.notes import bullets, corrected, credited, outside_tables, sentence, tables
from packbuilder.text import RichText, emboldened, joined, plain, said, tagged
from packbuilder.values import replace
from packbuilder.walks import texts_of
from packbuilder.wording import Catalogue, catalogue

_T = TypeVar("_T")

_ACROSS = 5
"""Columns that a panel has room for side by side."""

_STOP = regex(rf"(?<=[^\W\d_][.!?]){BEHIND}(?<!\b[A-Z]\.)\s+(?=[A-Z$\\*])")
"""Where one sentence ends and the next begins: abbreviations and initials end none."""


def knowledge_organiser(
    topics: tuple[Topic, ...], *, title: str, language: str = "en-GB", sides: int = 1, leave_out: frozenset[str] = frozenset()
) -> Document:
    """Compose an organiser a topic, each on a page of its own; topics that hold nothing of what is wanted are left out."""
    wording = catalogue(language)
    product = wording.say("organiser.label")
    blocks: list[Block] = []
    for topic in topics:
        own = in_language(topic, wording)
        panels = tuple(_panels(topic, own, leave_out))
        if panels:
            heading = Heading(text=titled(topic.heading or topic.title), level=1, anchor=topic.id)
            page = Columns(head=(heading,), blocks=panels, sides=sides)
            blocks += [*([PageBreak()] if blocks else ()), page if own is wording else tagged(page, topic.language)]
    return product_document(
        title,
        product,
        language=language,
        blocks=tuple(blocks),
        record={"product": "knowledge-organiser"},
    )


def merged(topics: tuple[Topic, ...], title: str) -> Topic:
    """Return several topics as one: their sections one after the other, each term and line once."""
    first = topics[0]
    terms = {(concept.term or concept.definition).casefold(): concept for topic in reversed(topics) for concept in reversed(topic.concepts)}
    return replace(
        first,
        id="all",
        title=title,
        heading="",
        synopsis=" ".join(topic.synopsis for topic in topics if topic.synopsis),
        concepts=tuple(reversed(terms.values())),
        exam_tips=tuple(_once(chain.from_iterable(topic.exam_tips for topic in topics))),
        misconceptions=tuple(_once(chain.from_iterable(topic.misconceptions for topic in topics))),
        marking_points=tuple(_once(chain.from_iterable(topic.marking_points for topic in topics))),
        tables=tuple(chain.from_iterable(topic.tables for topic in topics)),
    )


def _once(things: Iterable[_T]) -> Iterator[_T]:
    """Yield things without those that say what one before them says."""
    seen: set[str] = set()
    for thing in things:
        words = getattr(thing, "text", "") or getattr(thing, "claim", "") or getattr(thing, "correction", "")
        if words not in seen:
            seen.add(words)
            yield thing


def _panels(topic: Topic, wording: Catalogue, leave_out: frozenset[str]) -> Iterator[Group]:
    """Yield the panels that have anything in them, in the order of `packbuilder.model.organiser.PANELS`."""
    lists = {
        "terms": _terms(topic),
        "facts": _facts(topic),
        "tips": bullets(tuple(rich(tip.text) for tip in topic.exam_tips)),
        "mistakes": _mistakes(topic, wording),
        "credit": ItemList(entries=tuple((Paragraph(text=text),) for text in credited(topic)), style="tick"),
    }
    for name, listed in lists.items():
        # What a table says of things is a fact; its terms stand in it.
        blocks = (*((listed,) if listed.entries else ()), *(map(_narrowed, tables(topic, anchored=False)) if name == "facts" else ()))
        if blocks and name not in leave_out:
            heading = Heading(text=said(wording, f"organiser.{name}"), level=2, listed=False)
            yield Group(blocks=(heading, *blocks), role="panel")


def _terms(topic: Topic) -> ItemList:
    terms = (concept for _, concept in outside_tables(topic) if concept.term)
    texts = (joined(emboldened(rich(concept.term)), plain(" – "), rich(concept.definition.strip())) for concept in terms)
    return ItemList(entries=tuple((Paragraph(text=text),) for text in texts), style="plain")


def _facts(topic: Topic) -> ItemList:
    sentences = tuple(rich(each) for each in _STOP.split(topic.synopsis.strip()) if each)
    return bullets((*sentences, *(rich(sentence(concept.definition)) for _, concept in outside_tables(topic) if not concept.term)))


def _narrowed(table: Table) -> Block:
    """Return a table as a panel has room for it: with more columns than `_ACROSS` a line a row, each cell but the row's own after its column's words."""
    if len(table.columns) <= _ACROSS:
        return table
    heads = headings(table)
    listed = ItemList(entries=tuple((Paragraph(text=_in_a_line(row, heads)),) for row in table.rows), style="plain")
    return Group(blocks=(Paragraph(text=emboldened(table.caption), keep=True), listed)) if table.caption else listed


def _in_a_line(row: tuple[Cell, ...], heads: list[RichText]) -> RichText:
    named = joined(*(emboldened(text) for cell in row if cell.header for text in texts_of(cell.blocks)))
    others = [
        joined(head, *texts_of(cell.blocks), separator=": ") if head else joined(*texts_of(cell.blocks))
        for head, cell in zip(heads, row, strict=True)
        if cell.blocks and not cell.header
    ]
    return joined(named, joined(*others, separator="; "), separator=" – ") if named else joined(*others, separator="; ")


def _mistakes(topic: Topic, wording: Catalogue) -> ItemList:
    right = corrected(topic.misconceptions)
    texts: list[RichText] = []
    for wrong in topic.misconceptions:
        claim = rich(sentence(wrong.claim or wrong.correction))
        if wrong.doubtful or not wrong.claim:
            claim = joined(said(wording, "organiser.careful" if wrong.doubtful else "organiser.remember", bold=True), claim, separator=" ")
        elif wrong in right:
            pair = (
                (said(wording, "organiser.not", bold=True), claim),
                (said(wording, "organiser.but", bold=True), rich(sentence(wrong.correction))),
            )
            claim = joined(*chain.from_iterable(pair), separator=" ")
        texts.append(claim)
    return bullets(tuple(texts))
