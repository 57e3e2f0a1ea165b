"""Vocabulary: the terms that a topic gives with their meanings, wherever its notes tell them. Handouts and questions on terms take it from here.

Key concepts come first. Behind them stand meanings told as marking points ("Osmosis is the movement of ...", "GDP stands for ..."), in the
order of the notes: those that the grammar is sure of, since it asks for them (rule R12; behind a dash also R9). A term that is there already gets no second meaning,
and what its letters stand for gives way to what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from packbuilder.cache import kept
from packbuilder.derive.ids import slug
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATEMENT, Asked, LeftOut
from packbuilder.derive.marking_points.statements import as_question
from packbuilder.derive.marking_points.statements.terms import is_term
from packbuilder.derive.names import is_called
from packbuilder.grammars import folded
from packbuilder.grammars.said import said_in
from packbuilder.languages import ENGLISH, primary
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

OF_TOLD = 0.65
"""How sure a question is that prints meanings which marking points tell: those ask for them themselves, and cannot stand beside it."""

_MEANT = regex(r"Define the term ‘(?P<term>.+)’|State what is meant by (?P<behind_dash>.+)")
_BOTH_MEANT = regex(r"Define the terms ‘.+’ and ‘.+’")
_SPELT_OUT = regex(r"State what (?P<term>\S+) stands for")
"""As a meaning is asked for that a fact tells, and what letters stand for."""


@lru_cache(maxsize=32)
def with_meanings(topic: Topic) -> Topic:
    """Return a topic with its whole vocabulary for key concepts; the topic itself where its marking points tell no meanings."""
    told = primary(topic.language) == ENGLISH or said_in(topic.language) is not None
    if not told or not topic.marking_points:
        return topic
    return with_told(topic, kept("meanings", (topic,), lambda: _told(topic)))


def _told(topic: Topic) -> tuple[KeyConcept, ...]:
    # Imported here: whoever finds the meanings in the cache need not wait for the grammar, which takes meanings from here itself.
    from packbuilder.derive.marking_points.items import traces

    return told_by(((each.point, each.normal, each.outcome) for each in traces(topic)), topic.language)


def told_by(points: Iterable[tuple[MarkingPoint, Normal, Asked | LeftOut]], language: str) -> tuple[KeyConcept, ...]:
    """Return the meanings that marking points tell, as the grammar has read them, and behind them what letters stand for."""
    read = tuple((point, normal, outcome) for point, normal, outcome in points if isinstance(outcome, Asked) and normal.tail)
    meanings = (
        _entry(term, normal, point)
        for point, normal, outcome in read
        if outcome.command == "Define" and outcome.given and (term := _term_in(outcome) or _term_abroad(outcome, normal, language))
    )
    spelt_out = (
        _entry(found["term"], normal, point)
        for point, normal, outcome in read
        if len(normal.tail) == 1 and (found := _SPELT_OUT.fullmatch(outcome.sentence))
    )
    return (*meanings, *_two_in_one(read), *spelt_out)


def _two_in_one(read: Iterable[tuple[MarkingPoint, Normal, Asked]]) -> Iterator[KeyConcept]:
    """Yield both meanings of points that tell two ("Genotype: ...; phenotype: ...")."""
    for point, normal, outcome in read:
        if not _BOTH_MEANT.fullmatch(outcome.sentence):
            continue
        for piece in normal.tail:
            stated = as_question(capital(piece))
            if stated and (found := _MEANT.fullmatch(stated.asked)) and found["term"]:
                yield KeyConcept(term=capital(found["term"]), definition=stated.answer, span=point.span, within=found["term"])


def _term_in(outcome: Asked) -> str:
    """Return the term whose meaning a fact tells; empty where that asks for something else, or what it is about may be no term."""
    found = _MEANT.fullmatch(outcome.sentence)
    if found is None:
        return ""
    return found["term"] or (found["behind_dash"] if is_term(found["behind_dash"]) else "")


def _term_abroad(outcome: Asked, normal: Normal, language: str) -> str:
    """Return the term whose meaning a fact in another language tells, without its article; empty where that asks for something else."""
    said = said_in(language)
    if said is None or outcome.rule != STATEMENT or _OBJECT.match(normal.tail[0]):
        return ""
    if quoted := _QUOTED.search(outcome.sentence):
        return quoted["term"]
    found = re.fullmatch(said.meant, outcome.sentence) if said.meant else None
    if found is None:
        return ""
    words = _LEANING.sub("", found["asked"] or found["alone"]).split()
    bare = words[1:] if len(words) > 1 and folded(words[0]) in said.articles else words
    return " ".join(bare) if len(bare) <= _LONGEST_TERM else ""


_LONGEST_TERM = 3
_OBJECT = regex(r"(?:einen|den|τον|την?|τους|τις)\s", re.IGNORECASE)
"""How a meaning begins that is in the accusative ("Unter Inflation versteht man einen Anstieg"): by itself it would be wrong."""
_QUOTED = regex(r"[«„‘“]\s?(?P<term>[^»“”’\"]+?)\s?[»“”’]\.?$")
_LEANING = regex(r"^(?:l|une?)[’']", re.IGNORECASE)
"""An article that leans on its noun."""


def _entry(term: str, normal: Normal, point: MarkingPoint) -> KeyConcept:
    return KeyConcept(term=capital(term), definition=normal.tail[0], span=point.span, within=term)


def with_told(topic: Topic, told: Iterable[KeyConcept]) -> Topic:
    """Return a topic with meanings behind its key concepts, in the order of the notes: of each term that is not there the first."""
    added: list[KeyConcept] = []
    for each in told:
        if not any(_same(each.term, other.term) for other in (*topic.concepts, *added)):
            added.append(each)
    return replace(topic, concepts=(*topic.concepts, *sorted(added, key=lambda each: each.span))) if added else topic


def told_as_terms(topic: Topic) -> Topic:
    """Return a topic whose meanings all stand among its key concepts, and no longer among its marking points too: for what prints both."""
    whole = with_meanings(topic)
    told = {each.span for each in whole.concepts[len(topic.concepts) :]}
    return replace(whole, marking_points=tuple(point for point in topic.marking_points if point.span not in told)) if told else topic


def _same(term: str, other: str) -> bool:
    return bool(other) and (slug(term) == slug(other) or is_called(term, other) or is_called(other, term))
