"""How a point earns credit: a question with an answer in the notes' own words, a tick wherever a mark is earned.

Nothing is invented: the answer is what the question's scheme took from the notes, and only where that answers the question. Of a marking
point it does where things are to be named and the point lists them, or where it asks what terms mean and the notes define them. Whatever
is to be described or explained the notes seldom hold whole: things in a list describe nothing. Else a definition is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from packbuilder.document import Block, Group, ItemList, Paragraph
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import Topic
from packbuilder.patterns import regex
from packbuilder.products.revision_pack.notes import heading
from packbuilder.text import RichText, counted, joined, plain, said
from packbuilder.wording import Catalogue

_APART = frozenset({"describe", "recall"})
"""Conventions under which each relevant point earns a mark of its own."""

_TOLD = regex(r"\bwhat is meant by (?P<terms>.+)", re.IGNORECASE)
"""Stems that definitions answer: "Describe what is meant by an isotope and an ion"."""

_HAPPENING = regex(
    r"\b(?:effects?|impacts?|consequences|changes?|changed|trends?|steps|stages|differences?|similarities|reasons?|how|why)\b",
    re.IGNORECASE,
)
"""What is said in sentences: "heart rate" is no effect on the heart, whatever the command word is."""

_FEWEST = 2
"""A single credited sentence shows nothing of how marks add up."""


def worked_items(items: Iterable[Item], topics: Iterable[Topic]) -> Mapping[str, Item]:
    """Return for each topic the item that shows best how marks are earned, by topic id.

    A marking point's, else the definition of a term that the marking points name, else another's.
    """
    named = {concept.span for topic in topics for concept in topic.concepts if concept.term and _named(concept.term, topic)}
    best: dict[str, tuple[tuple[bool, bool, float, int], Item]] = {}
    for item in items:
        earned = len(_credited(item))
        point = isinstance(item.scheme, PointsScheme) and item.scheme.convention in _APART
        if not earned:
            continue
        rank = (point, item.span in named, earned / item.marks, item.marks)
        if item.topic not in best or rank > best[item.topic][0]:
            best[item.topic] = (rank, item)
    return {topic: item for topic, (_, item) in best.items()}


def _named(term: str, topic: Topic) -> bool:
    """Whether the marking points of a topic name a term."""
    return any(term.casefold() in point.text.casefold() for point in topic.marking_points)


def worked(topic: Topic, item: Item, wording: Catalogue) -> Iterator[Block]:
    """Yield the worked example of a topic under its heading."""
    yield heading(topic, "worked", wording)
    texts = _credited(item)
    scheme = item.scheme
    convention = scheme.convention if isinstance(scheme, PointsScheme) else "points"
    ticks = item.marks if convention == "define" else 1
    entries = tuple((Paragraph(text=joined(text, plain("\u00a0" + "✓" * ticks, bold=True))),) for text in texts)
    earned = ticks * len(texts)
    tariff = wording.count("marks", item.marks).replace(" ", "\u00a0")
    closing = counted(wording, "pack.worked.earned", earned, of=item.marks)
    if earned < item.marks:
        closing = joined(closing, counted(wording, "pack.worked.missing", item.marks - earned), separator=" ")
    blocks: tuple[Block, ...] = (
        Paragraph(text=joined(item.stem, plain(f"  [{tariff}]", bold=True)), role="stem", keep=True),
        Paragraph(text=said(wording, f"self.convention.{convention}", marks=item.marks), role="small", keep=True),
        Paragraph(text=said(wording, "pack.worked.answer", bold=True), keep=True),
        ItemList(entries=entries),
        Paragraph(text=closing, role="small"),
    )
    yield Group(blocks=blocks, role="box", together=True)


def _credited(item: Item) -> tuple[RichText, ...]:
    """Return the sentences that earn marks, as many as there are marks; none where the notes hold too little to show."""
    scheme = item.scheme
    if not isinstance(scheme, PointsScheme) or item.rule == "bank":
        return ()
    if scheme.convention == "define":
        # One mark for one fact shows nothing of how marks add up either.
        return () if item.marks < _FEWEST else tuple(point.text for point in scheme.points[:1])
    if scheme.convention not in _APART or item.rule[:1] != "R":
        return ()
    texts = _meanings(item, scheme) if scheme.convention == "describe" else _named_things(item, scheme)
    return texts[: item.marks] if len(texts) >= _FEWEST else ()


def _meanings(item: Item, scheme: PointsScheme) -> tuple[RichText, ...]:
    """Return the meanings of the terms that a question asks for; of what else is to be described, nothing."""
    asked = _TOLD.search(flat(item.stem))
    if not asked:
        return ()
    terms = asked["terms"].casefold()
    heads = ((text, flat(text).partition(":")) for text in scheme.indicative)
    return tuple(text for text, (term, colon, _) in heads if colon and term.casefold().strip() in terms)


def _named_things(item: Item, scheme: PointsScheme) -> tuple[RichText, ...]:
    """Return the things that a point lists, where things are asked for."""
    if _HAPPENING.search(flat(item.stem)):
        return ()
    stated = flat(scheme.stated).casefold()
    listed = (*(point.text for point in scheme.points), *scheme.indicative)
    return tuple(text for text in listed if flat(text).casefold().rstrip(".") in stated)
