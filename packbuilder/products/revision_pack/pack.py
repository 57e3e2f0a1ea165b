"""The whole pack: cover, contents, a chapter a topic, the answers and the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress
from types import MappingProxyType

from packbuilder.document import Block, Contents, Document, Group, Heading, ItemList, PageBreak, PageTotal, Paragraph, product_document
from packbuilder.markup import titled
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import notes
from packbuilder.products.revision_pack.answers import Practice, answers_at_the_back, in_language
from packbuilder.products.revision_pack.cornell import cornell, summary
from packbuilder.products.revision_pack.index import elsewhere, index
from packbuilder.products.revision_pack.practice import practice
from packbuilder.products.revision_pack.worked import worked
from packbuilder.text import RichText, counted, plain, said, said_lines, tagged
from packbuilder.walks import headings_of
from packbuilder.wording import Catalogue, catalogue

_ON_THE_COVER = 18
"""Contents of up to so many lines stand on the cover; longer ones get a page of their own."""

_IN_DETAIL = 8
"""Contents of up to so many topics list their sections too; of more they would take pages."""


def revision_pack(
    topics: tuple[Topic, ...],
    *,
    title: str,
    language: str = "en-GB",
    variant: str = "full",
    questions: Practice = MappingProxyType({}),
    examples: Mapping[str, Item] = MappingProxyType({}),
    answers: str = "back",
) -> Document:
    """Compose a pack over topics, in their order. A section that the notes lack is left out, not printed empty.

    `variant` and `answers` are names of `packbuilder.model.pack`; `questions` are the practice questions and `examples` the items of
    the worked examples, both by topic id.
    """
    wording = catalogue(language)
    product = wording.say("pack.label")
    at_the_back = bool(questions) and answers == "back"
    blocks: list[Block] = [PageBreak()]
    for number, topic in enumerate(topics):
        if number and variant != "plain":
            blocks.append(PageBreak())
        own = in_language(topic, wording)
        chapter = _chapter(topic, topics, own, variant, questions, examples, at_the_back=at_the_back)
        blocks.extend(chapter if own is wording else (tagged(block, topic.language) for block in chapter))
    if at_the_back:
        blocks.extend((PageBreak(), *answers_at_the_back(topics, questions, wording, variant=variant)))
    if variant != "plain" and len(topics) > 1 and (listed := tuple(index(topics, wording))):
        blocks.extend((PageBreak(), *listed))
    cover = tuple(_cover(topics, title, wording, variant, practised=bool(questions)))
    return product_document(
        title,
        product,
        language=language,
        blocks=(*cover, *_contents(topics, tuple(blocks), wording), *blocks),
        record={"product": "revision-pack"},
    )


def _contents(topics: tuple[Topic, ...], blocks: tuple[Block, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield the contents, on the cover where they are short, else on a page of their own."""
    depth = 2 if len(topics) <= _IN_DETAIL else 1
    lines = sum(heading.listed and heading.level <= depth for heading in headings_of(blocks))
    if lines > _ON_THE_COVER:
        yield PageBreak()
    yield Contents(title=said(wording, "pack.contents"), depth=depth)


def _how(topics: tuple[Topic, ...], wording: Catalogue) -> Iterator[RichText]:
    """Yield how to use a pack: of its overview and terms, its common mistakes and its checklist, as far as it has them."""
    held = (
        any(topic.synopsis or topic.concepts for topic in topics),
        any(topic.misconceptions for topic in topics),
        any(topic.marking_points for topic in topics),
    )
    return compress(said_lines(wording, "pack.how"), held)


def _cover(topics: tuple[Topic, ...], title: str, wording: Catalogue, variant: str, *, practised: bool) -> Iterator[Block]:
    yield Paragraph(text=said(wording, "pack.label"), role="label")
    own = next((topic.heading for topic in topics if topic.title == title), "")
    yield Heading(text=titled(own or title), level=1, role="title", listed=False)
    levels = dict.fromkeys(" · ".join(x for x in (t.qualification, t.unit, t.level) if x) for t in topics)
    # One topic's level is not that of others, which say none.
    for line in levels if all(levels) else ():
        yield Paragraph(text=plain(line), role="lead")
    yield Paragraph(text=counted(wording, "pack.topics", len(topics)))
    lines = (
        *(said_lines(wording, "pack.how.cornell") if variant == "cornell" else _how(topics, wording)),
        *(said_lines(wording, "pack.how.practice") if practised else ()),
    )
    yield Group(
        role="box",
        together=True,
        blocks=(
            Heading(text=said(wording, "pack.how.title"), level=2, role="label", listed=False),
            ItemList(entries=tuple((Paragraph(text=line),) for line in lines)),
            PageTotal(template=wording.say("pack.pages"), language=wording.spoken("pack.pages")),
        ),
    )


def _chapter(
    topic: Topic,
    topics: tuple[Topic, ...],
    wording: Catalogue,
    variant: str,
    questions: Practice,
    examples: Mapping[str, Item],
    *,
    at_the_back: bool,
) -> Iterator[Block]:
    yield Heading(text=titled(topic.heading or topic.title), level=1, anchor=topic.id)
    if variant == "cornell":
        yield from cornell(topic, wording)
        # Behind the notes that it sums up: after the questions it would often have a page to itself.
        yield summary(topic, wording)
    else:
        yield from notes.overview(topic, wording)
        yield from notes.concepts(topic, wording)
        if variant == "full":
            yield from elsewhere(topic, topics, wording)
        yield from notes.tips(topic, wording, callout=variant == "full")
        yield from notes.mistakes(topic, wording)
    yield from notes.checklist(topic, wording)
    if variant == "full" and topic.id in examples:
        yield from worked(topic, examples[topic.id], wording)
    yield from practice(topic, questions.get(topic.id, ()), wording, answers=at_the_back)
