"""Multiple choice from a topic's own concepts: the distractors are the meanings of other terms."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.derive.asked import asked
from packbuilder.derive.definitions import concept_key, definable, lists_names, named_key, printed_key, recall_key, shown_key
from packbuilder.derive.formula_terms import is_formula
from packbuilder.derive.ids import item_id
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, first_sentence, gives_away, said_in, said_term
from packbuilder.derive.vocabulary import OF_TOLD, with_meanings
from packbuilder.grammars import bare
from packbuilder.markup import rich
from packbuilder.model.item import Item
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.seeding import Seed
from packbuilder.values import dataclass

_OPTIONS = 4
"""Four options, one best answer (HANDBOOK section 3)."""

_SURE = 0.9


@dataclass(frozen=True, slots=True)
class _Term:
    """A concept that can be chosen, with its meaning worked out once."""

    concept: KeyConcept
    meaning: str


def choice_items(topic: Topic) -> Iterator[Item]:
    """Yield `Which of these is meant by X?` for each term that has three others to stand beside it; key concepts among their like, where they can."""
    concepts, every = _usable(topic), _usable(with_meanings(topic))
    said = said_in(topic)
    for term in every:
        others = _distractors(term, concepts, topic) if term in concepts else ()
        if len(others) < _OPTIONS - 1:
            others = _distractors(term, every, topic)
        if len(others) == _OPTIONS - 1:
            sure = _SURE if {term, *others} <= set(concepts) else OF_TOLD
            yield _item(topic, term, others, said, sure=sure)


def _usable(topic: Topic) -> tuple[_Term, ...]:
    """Return the terms that can be chosen, and whose meanings can stand as options."""
    known = (
        _Term(c, first_sentence(bare_definition(c)).rstrip("."))
        for c in topic.concepts
        if definable(c, topic) and belongs(c, topic) and not (is_formula(c) or lists_names(c, topic.language))
    )
    return tuple(term for term in known if not gives_away(term.meaning, bare(term.concept.term, topic.language)))


def _distractors(term: _Term, usable: tuple[_Term, ...], topic: Topic) -> tuple[_Term, ...]:
    """Return the three terms whose meanings are nearest in length; ties by a hash, so that none is always taken."""
    name, length = term.concept.term, len(term.meaning)
    tie = Seed(0, ("distractors", topic.id, name))
    others = [
        other
        for other in usable
        if other.concept.term.casefold() != name.casefold()
        and other.meaning != term.meaning
        and not gives_away(other.meaning, bare(name, topic.language))
    ]
    near = sorted(others, key=lambda other: (abs(len(other.meaning) - length) // 15, tie.integer(other.concept.term)))
    return tuple(near[: _OPTIONS - 1])


def _item(topic: Topic, term: _Term, terms: tuple[_Term, ...], said: str, *, sure: float) -> Item:
    concept, others = term.concept, tuple(other.concept for other in terms)
    options = (
        Choice(text=rich(_upper(term.meaning)), correct=True),
        *(
            Choice(
                text=rich(_upper(other.meaning)),
                correct=False,
                why=asked(topic, "derived.meaning", term=said_term(other.concept, said, topic.language)),
            )
            for other in terms
        ),
    )
    return Item(
        id=item_id(topic.id, "c", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=asked(topic, "derived.choice", term=said_term(concept, said, topic.language)),
        interaction=MultipleChoice(options=options),
        marks=1,
        scheme=KeyScheme(),
        command="Which",
        objectives=("AO1",),
        difficulty=1,
        rule="choice",
        span=concept.span,
        confidence=sure,
        tests=frozenset({concept_key(topic, concept), shown_key(topic, concept)}),
        exposes=frozenset(
            (
                named_key(topic, concept),
                *(key(topic, each) for each in (concept, *others) for key in (recall_key, printed_key)),
                *(shown_key(topic, other) for other in others),
            )
        ),
        language=topic.language,
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
