"""Definitions, both ways: the meaning of a term, and the term for a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.derive.ids import item_id, slug
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, first_sentence, gives_away, said_in, said_term
from packbuilder.markup import rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.question_types.written import Written
from packbuilder.text import small

_COMMANDS = frozenset("analyse assess compare define describe discuss evaluate explain identify interpret justify outline state".split())
_MARKS = 2
"""A definition is worth so much (HANDBOOK section 2): in full both, in part or by an example one."""


def definable(concept: KeyConcept) -> bool:
    """Whether a concept has a term and a definition that can be asked for."""
    return 0 < len(concept.term.split()) <= 5 and len(bare_definition(concept).split()) >= 4 and not is_command(concept.term)


def is_command(term: str) -> bool:
    """Whether a term is a command word of exam questions, which notes also explain, and no term of the topic."""
    return term.casefold() in _COMMANDS


def concept_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key of what items on a concept test."""
    return f"concept:{topic.id}:{slug(concept.term)}"


def recall_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a printed definition exposes, and that recall of it tests."""
    return f"recall:{topic.id}:{slug(concept.term)}"


def shown_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a meaning among wrong options exposes, and that choosing it as the right one tests."""
    return f"shown:{topic.id}:{slug(concept.term)}"


def definition_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each definable concept the question for its meaning, and the one for its term."""
    said = said_in(topic)
    for concept in topic.concepts:
        if not concept.term:
            continue
        if not belongs(concept, topic):
            reason = "its definition has nothing to do with the rest of the notes: another subject's meaning of the word?"
            text = f"{concept.term}: {concept.definition}"
            remedy = "Give the meaning that the word has in this topic."
            yield Omission(topic=topic.id, text=text, rule="definition", reason=reason, remedy=remedy, span=concept.span)
            continue
        if not definable(concept):
            reason = "a command word, not a term of the topic" if is_command(concept.term) else "too long a term or too short a meaning"
            yield Omission(
                topic=topic.id, text=f"{concept.term}: {concept.definition}", rule="definition", reason=reason, remedy="", span=concept.span
            )
            continue
        yield _define(topic, concept, said)
        meaning = first_sentence(bare_definition(concept))
        if not gives_away(meaning, concept.term) and len(meaning.split()) >= 5:
            yield _term(topic, concept, meaning)


def _define(topic: Topic, concept: KeyConcept, said: str) -> Item:
    meaning = bare_definition(concept)
    point = CreditPoint(text=rich(first_sentence(meaning).rstrip(".")), marks=_MARKS, span=concept.span)
    return Item(
        id=item_id(topic.id, "d", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=rich(f"State what is meant by the term ‘{said_term(concept, said)}’."),
        interaction=Written(kind="short_answer"),
        marks=_MARKS,
        scheme=PointsScheme(points=(point,), open_ended=True, convention="define"),
        command="Define",
        objectives=("AO1",),
        difficulty=2,
        rule="definition",
        span=concept.span,
        confidence=0.95,
        tests=frozenset({concept_key(topic, concept), recall_key(topic, concept)}),
        language=topic.language,
    )


def _term(topic: Topic, concept: KeyConcept, meaning: str) -> Item:
    return Item(
        id=item_id(topic.id, "t", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=rich(f"Give the term that has this meaning: ‘{small(meaning.rstrip('.'))}’."),
        interaction=Written(kind="short_answer", lines=1),
        marks=1,
        scheme=PointsScheme(points=(CreditPoint(text=rich(concept.term), span=concept.span),)),
        command="Give",
        objectives=("AO1",),
        difficulty=1,
        rule="term",
        span=concept.span,
        confidence=0.9,
        tests=frozenset({concept_key(topic, concept), recall_key(topic, concept)}),
        exposes=frozenset({recall_key(topic, concept)}),
        language=topic.language,
    )
