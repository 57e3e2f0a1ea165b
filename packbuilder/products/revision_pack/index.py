"""Finding terms again: the index over all topics, and from a topic's notes to the terms of others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from packbuilder.alphabets import letter, order
from packbuilder.document import Block, Columns, Group, Heading, Paragraph
from packbuilder.markup import flat, rich
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import places
from packbuilder.text import Inline, Reference, Run, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_SHORTEST = 5
_MOST = 5
_COMMON = 3
"""References to other topics are to terms of so many letters at least, so many at most, and none that so many topics define."""


@dataclass(frozen=True, slots=True)
class _Entry:
    term: str
    places: tuple[tuple[Topic, str], ...]


def index(topics: tuple[Topic, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield the index of terms: under each letter its terms with the pages of their meanings; nothing where there are no terms."""
    entries = sorted(_entries(topics), key=lambda entry: (order(_words(entry), wording.language), entry.term))
    if not entries:
        return
    heading = Heading(text=said(wording, "pack.index"), level=1, anchor="index")
    groups = groupby(entries, lambda entry: letter(_words(entry), wording.language) or "0–9")
    blocks = tuple(Group(blocks=(Paragraph(text=plain(under), role="label"), *map(_line, found))) for under, found in groups)
    yield Columns(blocks=blocks, head=(heading,), role="flow")


def _words(entry: _Entry) -> str:
    return flat(rich(entry.term))


def _entries(topics: tuple[Topic, ...]) -> Iterator[_Entry]:
    """Yield each term once, however it is written, with the places of its meanings."""
    found: dict[str, _Entry] = {}
    for topic in topics:
        for at, concept in enumerate(topic.concepts):
            if concept.term:
                key = flat(rich(concept.term)).casefold()
                known = found.get(key, _Entry(concept.term, ()))
                found[key] = _Entry(known.term, (*known.places, (topic, places.term(topic, at))))
    yield from found.values()


def _line(entry: _Entry) -> Paragraph:
    text: list[Inline] = list(rich(entry.term))
    for topic, anchor in entry.places:
        text += [Run(text=", "), Reference(anchor=anchor, text=topic.title, paper="{page}")]
    return Paragraph(text=tuple(text), role="entry")


def elsewhere(topic: Topic, topics: tuple[Topic, ...], wording: Catalogue) -> Iterator[Block]:
    """Yield one line that leads to terms of other topics which this one's notes name; nothing where there are none."""
    said_here = " ".join((topic.synopsis, *(concept.definition for concept in topic.concepts))).casefold()
    own = {concept.term.casefold() for concept in topic.concepts}
    counts = Counter(concept.term.casefold() for other in topics for concept in other.concepts if concept.term)
    found: dict[str, tuple[int, Reference]] = {}
    for other in topics:
        if other is topic:
            continue
        for at, concept in enumerate(other.concepts):
            term = concept.term.casefold()
            known = term in own or term in found or counts[term] >= _COMMON or len(term) < _SHORTEST or "$" in term or "\\" in term
            if known or term not in said_here or not (match := re.search(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", said_here)):
                continue
            words = flat(rich(concept.term))
            paper = wording.say("pack.term_on", term=words.replace("{", "{{").replace("}", "}}"), page="{page}")
            found[term] = (match.start(), Reference(anchor=places.term(other, at), text=words, paper=paper))
    if found:
        links = ((link,) for _, link in sorted(found.values(), key=lambda each: each[0])[:_MOST])
        listed = joined(*links, separator=wording.say("punctuation.semicolon"))
        yield Paragraph(text=joined(said(wording, "pack.elsewhere"), listed, separator=" "), role="small")
