"""Multiple choice from a topic's own concepts: the distractors are the meanings of other terms."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.derive.definitions import concept_key, definable, recall_key, shown_key
from packbuilder.derive.ids import item_id
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, first_sentence, gives_away, said_term
from packbuilder.markup import rich
from packbuilder.model.item import Item
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.seeding import Seed
from packbuilder.text import plain

_OPTIONS = 4
"""Four options, one best answer (HANDBOOK section 3)."""


def choice_items(topic: Topic) -> Iterator[Item]:
    """Yield `Which of these is meant by X?` for each concept that has three others to stand beside it."""
    usable = tuple(c for c in topic.concepts if definable(c) and belongs(c, topic) and not gives_away(_meaning(c), c.term))
    for concept in usable:
        others = _distractors(concept, usable, topic)
        if len(others) == _OPTIONS - 1:
            yield _item(topic, concept, others)


def _meaning(concept: KeyConcept) -> str:
    return first_sentence(bare_definition(concept)).rstrip(".")


def _distractors(concept: KeyConcept, usable: tuple[KeyConcept, ...], topic: Topic) -> tuple[KeyConcept, ...]:
    """Return the three concepts whose meanings are nearest in length; ties by a hash, so that none is always taken."""
    length = len(_meaning(concept))
    tie = Seed(0, ("distractors", topic.id, concept.term))
    others = [
        c
        for c in usable
        if c.term.casefold() != concept.term.casefold() and not gives_away(_meaning(c), concept.term) and _meaning(c) != _meaning(concept)
    ]
    near = sorted(others, key=lambda c: (abs(len(_meaning(c)) - length) // 15, tie.integer(c.term)))
    return tuple(near[: _OPTIONS - 1])


def _item(topic: Topic, concept: KeyConcept, others: tuple[KeyConcept, ...]) -> Item:
    options = (
        Choice(text=rich(_upper(_meaning(concept))), correct=True),
        *tuple(Choice(text=rich(_upper(_meaning(other))), correct=False, why=plain(f"the meaning of ‘{other.term}’")) for other in others),
    )
    return Item(
        id=item_id(topic.id, "c", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=rich(f"Which of these is meant by the term ‘{said_term(concept, topic)}’?"),
        interaction=MultipleChoice(options=options),
        marks=1,
        scheme=KeyScheme(),
        command="Which",
        objectives=("AO1",),
        difficulty=1,
        rule="choice",
        span=concept.span,
        confidence=0.9,
        tests=frozenset({concept_key(topic, concept), shown_key(topic, concept)}),
        exposes=frozenset((*(recall_key(topic, each) for each in (concept, *others)), *(shown_key(topic, other) for other in others))),
        language=topic.language,
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
