"""Flashcards: terms with their meanings, and misconceptions to judge, as far as the notes say what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from packbuilder.derive.claims import claim_of, put_right
from packbuilder.derive.definitions import compares, is_command, is_label, states
from packbuilder.derive.formula_terms import is_amounts
from packbuilder.derive.ids import item_id, slug
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, said_in, said_term
from packbuilder.derive.vocabulary import with_meanings
from packbuilder.markup import rich
from packbuilder.model.card import Card
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex
from packbuilder.text import Break, capital, emboldened, joined, said
from packbuilder.wording import catalogue

_FEWEST = 2
"""A meaning has so many words at the least: one word is a label, not a meaning."""

_CUT = regex(r"(?:[,;:–-]|\b(?:and|or|the|a|an|of|to|in|for|with|such as|including|by|from|that|which))$")
"""A text that ends so was cut when the notes were copied."""


def cards_of(topic: Topic) -> tuple[Card, ...]:
    """Return a topic's cards, its terms first, in the order of the notes.

    Left out are meanings that were cut, are amounts alone or belong to another subject, statements, command words, and mistakes that are no claim or that
    the notes do not put right: the cards hold nothing that is not in the notes.
    """
    return (*_terms(with_meanings(topic)), *_claims(topic))


def _terms(topic: Topic) -> Iterator[Card]:
    running = said_in(topic)
    seen: Counter[str] = Counter()
    meanings: set[tuple[str, str]] = set()
    for concept in topic.concepts:
        if not _learnable(concept, topic) or (pair := (slug(concept.term), slug(concept.definition))) in meanings:
            continue
        meanings.add(pair)
        seen[pair[0]] += 1
        again = f"-{seen[pair[0]]}" if seen[pair[0]] > 1 else ""
        yield Card(
            id=f"{topic.id}.term-{pair[0]}{again}",
            topic=topic.id,
            title=topic.title,
            kind="term",
            front=emboldened(rich(_term(concept, running, topic.language))),
            back=rich(_sentence(bare_definition(concept))),
            span=concept.span,
            language=topic.language,
        )


def _term(concept: KeyConcept, running: str, language: str) -> str:
    """Return a term as the notes head it, but "pH" for "PH": a card is no running text, and keeps the heading's capitals."""
    return said_term(concept, running, language) if concept.term.isupper() else concept.term


def _learnable(concept: KeyConcept, topic: Topic) -> bool:
    meaning = bare_definition(concept)
    return (
        bool(slug(concept.term))
        and len(meaning.split()) >= _FEWEST
        and not _CUT.search(meaning.rstrip())
        and not is_command(concept.term)
        and not is_label(concept.term, topic.language)
        and not states(concept.term, topic.language)
        and not compares(concept.term)
        and not is_amounts(concept)
        and belongs(concept, topic)
    )


def _claims(topic: Topic) -> Iterator[Card]:
    wording = catalogue(topic.language)
    seen: set[str] = set()
    for wrong in topic.misconceptions:
        claim, right = claim_of(wrong), put_right(wrong)
        id_ = item_id(topic.id, "claim", claim)
        if not claim or not right or id_ in seen:
            continue
        seen.add(id_)
        yield Card(
            id=id_,
            topic=topic.id,
            title=topic.title,
            kind="claim",
            front=(*said(wording, "cards.claim", bold=True), Break(), *rich(_sentence(claim))),
            back=joined(said(wording, "cards.false", bold=True), rich(_sentence(right)), separator=" "),
            span=wrong.span,
            language=topic.language,
        )


def _sentence(text: str) -> str:
    """Begin a meaning with a capital, where its first word is an ordinary one, and end it with a stop."""
    opened = capital(text.strip())
    return opened if opened.rstrip('”’"').endswith((".", "!", "?", ")")) else f"{opened.rstrip(',;:')}."
