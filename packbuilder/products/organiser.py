"""The knowledge organiser: a topic on one landscape page, in panels (HANDBOOK section 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from packbuilder.document import Block, Columns, Document, Group, Heading, ItemList, PageBreak, Paragraph, product_document
from packbuilder.markup import rich, titled
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.products.revision_pack.notes import bullets, corrected, credited, sentence
from packbuilder.text import RichText, emboldened, joined, plain, said
from packbuilder.values import replace
from packbuilder.wording import Catalogue, catalogue

_T = TypeVar("_T")

_STOP = regex(r"(?<=[^\W\d_][.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\b[A-Z]\.)\s+(?=[A-Z$\\*])")
"""Where one sentence ends and the next begins: abbreviations and initials end none."""


def knowledge_organiser(
    topics: tuple[Topic, ...], *, title: str, language: str = "en-GB", sides: int = 1, leave_out: frozenset[str] = frozenset()
) -> Document:
    """Compose an organiser a topic, each on a page of its own; topics that hold nothing of what is wanted are left out."""
    wording = catalogue(language)
    product = wording.say("organiser.label")
    blocks: list[Block] = []
    for topic in topics:
        panels = tuple(_panels(topic, wording, leave_out))
        if panels:
            heading = Heading(text=titled(topic.heading or topic.title), level=1, anchor=topic.id)
            blocks += [*([PageBreak()] if blocks else ()), Columns(head=(heading,), blocks=panels, sides=sides)]
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
        if listed.entries and name not in leave_out:
            heading = Heading(text=said(wording, f"organiser.{name}"), level=2, listed=False)
            yield Group(blocks=(heading, listed), role="panel")


def _terms(topic: Topic) -> ItemList:
    terms = (concept for concept in topic.concepts if concept.term)
    texts = (joined(emboldened(rich(concept.term)), plain(" – "), rich(concept.definition.strip())) for concept in terms)
    return ItemList(entries=tuple((Paragraph(text=text),) for text in texts), style="plain")


def _facts(topic: Topic) -> ItemList:
    sentences = tuple(rich(each) for each in _STOP.split(topic.synopsis.strip()) if each)
    return bullets((*sentences, *(rich(sentence(concept.definition)) for concept in topic.concepts if not concept.term)))


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
