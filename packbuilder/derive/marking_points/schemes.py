"""Mark schemes of derived items: the point's own words, its tail, what the notes say, and a named convention. Nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from packbuilder.derive.claims import claim_of, put_right
from packbuilder.derive.ids import slug
from packbuilder.derive.marking_points.formulas import is_symbolic
from packbuilder.derive.marking_points.halves import halves
from packbuilder.derive.marking_points.levels import levels_for, levels_noted
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.derive.marking_points.overlaps import meant, only_meant, told_apart
from packbuilder.derive.marking_points.part_marks import joined_again, listed_apart, part_marks
from packbuilder.derive.marking_points.single import asks_for_one
from packbuilder.derive.marking_points.tariff import CALCULATED, LEVELS_FROM, TARIFF, Tariff
from packbuilder.derive.marking_points.words import content_words, is_code
from packbuilder.derive.relevance import belongs
from packbuilder.derive.synopsis import subject_sentences
from packbuilder.derive.terms import bare_definition, first_sentence, named_in
from packbuilder.markup import rich
from packbuilder.model.scheme import CreditPoint, LevelsScheme, PointsScheme, Scheme
from packbuilder.model.topic import KeyConcept, Misconception, Topic
from packbuilder.patterns import regex
from packbuilder.text import RichText, capital, within
from packbuilder.values import dataclass
from packbuilder.wording import catalogue

_SHARED = 2
"""A misconception bears on a question that shares more than so many content words with it."""

_ECHOED = 3
"""A sentence of the synopsis belongs to a question's content when it shares so many content words with it."""

_SYMBOL = regex(r"[a-z]\w? ?=|(?:[a-z]|[cmk][gms]|m[lm])(?:[/²³]|\d? ?[+−–-] ?\d|$)|[a-z]\w?\d? [+−–] ?[\da-z]\w?\b")
_OF_OBJECTIVE = regex(r"AO\d\s*[:–-]\s*(?=\S)")
_RECALL = frozenset({"State", "Name", "Give", "List", "Identify", "Write"})
_BY_ONES = frozenset({"recall", "method", "calculation", "compare"})
"""Conventions that go with a mark for each answer that notes give one; the others say how marks are earned where notes do not."""
_SEVERAL_MARKS = 2
_MEANING = regex(r"\w+ (?:what is meant by|the (?:meaning|definition) of) (?!.*\b(?:each|and)\b)")
_ONE_EQUATION = regex(
    r"Write (?:down )?(?:the|an?) (?:[\w-]+ ){0,3}?(?:equation|formula|expression|symbol|configuration|arrangement)\b(?!.*\b(?:each|and (?:the|an?|explain|describe|state|name|give))\b)"
)
_NAMED = regex(r"(?:State|Give|Name) ")
_ONE_FACT = regex(r"(?:State|Give|Name|Identify) (?:what|how|that|when|where|who)\b(?!.*\band (?:what|how|why|when|where|which|who)\b)")
_CONVENTIONS = {
    "Define": "define", "Outline": "describe", "Describe": "describe", "Summarise": "describe", "Classify": "describe",
    "Compare": "compare", "Distinguish": "compare", "Apply": "apply", "Use": "apply",
}  # fmt: skip


def convention_of(command: str, sentence: str) -> str:
    """Return the name of the convention that a points question is marked by; the catalogue has its words."""
    if re.match(
        r"Describe (?:how you would|how to|an experiment|an investigation|a (?:safe )?(?:method|experiment|fair test))\b", sentence
    ):
        return "method"
    if command == CALCULATED:
        return "calculation"
    return "recall" if command in _RECALL else _CONVENTIONS.get(command, "explain")


def scheme_of(topic: Topic, normal: Normal, asked: Asked, command: str, tariff: Tariff, *, count: int = 0) -> Scheme:
    """Return the scheme of a question: points up to 4 marks, levels from 6; what is recalled, and so many things (`count`), are marked one by one."""
    stated = rich(capital(normal.full) + ("" if normal.full.endswith(("?", ";", "\u037e")) else "."))
    answers = listed_apart(joined_again(normal.tail, normal.raw, tariff.marks), normal.raw, count)
    pieces = tuple(map(_credit, answers))
    wrong, said = tuple(_bearing(topic, asked.sentence)), _said(topic, asked.sentence, command)
    guidance = (*map(rich, normal.guidance), *said.beside)
    short = tariff.marks <= TARIFF["Define"].marks
    convention = "define" if short and only_meant(topic, asked.sentence, command) else convention_of(command, asked.sentence)
    if asked.space:
        return _of_features(asked, stated, pieces, tariff.marks, wrong, guidance)
    convention = convention if count > 1 else _of_one_answer(convention, asked.sentence, tariff.marks, answers)
    stating = () if normal.bands else part_marks(normal.raw, answers, tariff.marks)
    one_meaning = convention == "define" and tariff.marks == len(pieces) == 1 and not said.credited
    each_listed = one_meaning or (convention == "recall" and len(pieces) >= tariff.marks)
    ones = {part.marks for part in stating} == {1}
    if stating and not (each_listed and ones):
        return PointsScheme(
            stated=stated,
            points=tuple(CreditPoint(text=_credit(part.text), marks=part.marks) for part in stating),
            at_most=tariff.marks if sum(part.marks for part in stating) > tariff.marks else None,
            open_ended=True,
            do_not_credit=wrong,
            guidance=guidance,
            convention=convention if ones and convention in _BY_ONES else "",
        )
    by_points = convention in ("recall", "define") or each_listed or _one_by_one(tariff, count)
    if normal.bands or (tariff.marks >= LEVELS_FROM and not by_points):
        content = (*pieces, *said.credited)
        return LevelsScheme(
            levels=levels_noted(normal.bands, command, topic.language)
            if normal.bands
            else levels_for(command, tariff.marks, topic.language),
            stated=stated,
            indicative=content,
            do_not_credit=wrong,
            guidance=guidance,
        )
    if each_listed:
        points = tuple(CreditPoint(text=piece) for piece in pieces)
        any_of = tariff.marks if len(points) > tariff.marks else None
        return PointsScheme(
            stated=stated, points=points, any_of=any_of, open_ended=True, do_not_credit=wrong, guidance=guidance, convention=convention
        )  # fmt: skip
    apart = halves(answers, tariff.marks) if convention in ("describe", "explain") and not said.credited else ()
    if apart:
        marked = tuple(CreditPoint(text=_credit(each)) for each in apart)
        return PointsScheme(stated=stated, points=marked, open_ended=True, do_not_credit=wrong, guidance=guidance)
    if convention in ("recall", "describe", "explain") and count > 1 and tariff.marks == 2 * count:
        convention = "pairs"
    return PointsScheme(
        stated=stated,
        indicative=(*pieces, *said.credited),
        open_ended=True,
        do_not_credit=wrong,
        guidance=guidance,
        convention=convention,
    )


def _of_features(
    asked: Asked, stated: RichText, pieces: tuple[RichText, ...], marks: int, wrong: tuple[RichText, ...], guidance: tuple[RichText, ...]
) -> Scheme:
    """Return the scheme of a drawing, or of code: a mark for each feature; where there are fewer, others may earn the rest."""
    convention = "method" if asked.space == "lines" else "drawing"
    if len(pieces) < marks:
        return PointsScheme(
            stated=stated, indicative=pieces, open_ended=True, do_not_credit=wrong, guidance=guidance, convention=convention
        )  # fmt: skip
    points = tuple(CreditPoint(text=piece) for piece in pieces)
    any_of = marks if len(points) > marks else None
    return PointsScheme(
        stated=stated, points=points, any_of=any_of, open_ended=True, do_not_credit=wrong, guidance=guidance, convention=convention
    )  # fmt: skip


def _of_one_answer(convention: str, sentence: str, marks: int, answers: tuple[str, ...]) -> str:
    """Return how marks of recall are earned where one answer has several: by saying all of it, since there is no other to earn the rest."""
    if convention != "recall" or marks < _SEVERAL_MARKS or len(answers) > 1:
        return convention
    if _MEANING.match(sentence) and answers:
        return "define"
    one = asks_for_one(sentence) and (answers or _NAMED.match(sentence))
    return "whole" if one or _ONE_EQUATION.match(sentence) or (answers and _ONE_FACT.match(sentence)) else convention


def _credit(piece: str) -> RichText:
    piece = _OF_OBJECTIVE.sub("", piece) if piece.startswith("AO") else piece
    # An equation or a unit begins with a symbol, which a capital would make another.
    return rich(piece if _SYMBOL.match(piece) or is_symbolic(piece) or is_code(piece) else capital(piece))


def _one_by_one(tariff: Tariff, count: int) -> bool:
    """Whether so many things are asked for that each has a mark or two ("Outline three ways [6]"): no levels are needed."""
    return count > 1 and tariff.rank < TARIFF["Compare"].rank and tariff.marks <= 2 * count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the notes say of a question: what answers it, and what only stands beside it, for the marker."""

    credited: tuple[RichText, ...]
    beside: tuple[RichText, ...]


def _said(topic: Topic, sentence: str, command: str) -> _Said:
    """Return what the notes say of a question: the terms that it names, sentences of the synopsis, ideas put right.

    A definition answers what asks for the meaning; beside "Give one cause of X" the meaning of X is no answer, and neither is the synopsis.
    """
    defined = tuple(meant(topic, sentence, command))
    asked = dict.fromkeys((*defined, *both_sides(topic, sentence)))
    named = {concept: meaning_of(concept, topic) for concept in (*asked, *named_in(sentence, topic)) if belongs(concept, topic)}
    about = stems(sentence)
    # What asks for a meaning has it: what the notes say in general is of no more help.
    sentences = () if defined else subject_sentences(topic)
    echoed = (rich(each) for each in sentences if len(about & stems(each)) >= _ECHOED)
    put = (rich(right) for _, right in put_right_by(topic, sentence))
    return _Said(
        credited=(*(text for concept, text in named.items() if concept in asked), *put),
        beside=(*(text for concept, text in named.items() if concept not in asked), *echoed),
    )


def both_sides(topic: Topic, sentence: str) -> tuple[KeyConcept, ...]:
    """Return the two concepts that a question sets apart, where the notes give the meaning of both: one side alone is no answer."""
    sides = told_apart(topic, sentence)
    return sides if all(belongs(concept, topic) for concept in sides) else ()


def meaning_of(concept: KeyConcept, topic: Topic) -> RichText:
    """Return a term with its meaning, as a scheme credits it."""
    whole = first_sentence(bare_definition(concept))
    # Where nouns have capitals, only the notes tell whether the first word is one.
    small = f"{whole[:1].lower()}{whole[1:]}"
    meaning = small if small in concept.definition else within(whole, topic.language, term=concept.term)
    return rich(catalogue(topic.language).say("scheme.term", term=concept.term, meaning=meaning))


def put_right_by(topic: Topic, sentence: str) -> Iterator[tuple[Misconception, str]]:
    """Yield the misconceptions that bear on a question, each with what is right: its scheme credits that."""
    asked = stems(sentence)
    for wrong in topic.misconceptions:
        if len(asked & stems(wrong.claim or wrong.correction)) > _SHARED and (right := put_right(wrong)):
            yield wrong, right


def _bearing(topic: Topic, sentence: str) -> Iterator[RichText]:
    """Yield the claims of misconceptions that share content words with the question; only what an answer could say."""
    asked = stems(sentence)
    for wrong in topic.misconceptions:
        claim = claim_of(wrong)
        if claim and wrong.correction and len(asked & stems(claim)) > _SHARED:
            yield rich(claim + ".")


@lru_cache(maxsize=1024)  # every question is held against the same sentences
def stems(text: str) -> frozenset[str]:
    """Return a text's content words without the sign of several, by which texts are held against each other."""
    return frozenset(slug(word).removesuffix("s") for word in content_words(text) if len(word) > 3)
