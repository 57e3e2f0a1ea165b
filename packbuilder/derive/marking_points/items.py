"""Items from a topic's marking points, each with its scheme; and the points that gave none, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.ids import item_id, slug
from packbuilder.derive.marking_points.levels import levels_for
from packbuilder.derive.marking_points.normal import Normal, normalise
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.derive.marking_points.rules import ask
from packbuilder.derive.marking_points.tariff import LEVELS_FROM, Tariff, tariff_of
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.terms import bare_definition, first_sentence, named_in
from packbuilder.markup import rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme, PointsScheme, Scheme
from packbuilder.model.topic import MarkingPoint, Topic
from packbuilder.question_types.written import Written
from packbuilder.text import RichText

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SHARED = 2
"""A misconception bears on a question that shares so many content words with it."""


def point_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield an item or an omission for each marking point, in order."""
    seen: set[str] = set()
    for point in topic.marking_points:
        outcome = _outcome(topic, point)
        if isinstance(outcome, Item):
            if outcome.id in seen:
                continue
            seen.add(outcome.id)
        yield outcome


def _outcome(topic: Topic, point: MarkingPoint) -> Item | Omission:
    if point.cut:
        return _omitted(topic, point, LeftOut(rule="N", reason="the text is cut", remedy="Complete the point in the notes."))
    normal = normalise(point.text)
    asked = ask(normal)
    if isinstance(asked, LeftOut):
        return _omitted(topic, point, asked)
    stem = _stem(asked, normal)
    return _item(topic, point, normal, asked, stem)


def _omitted(topic: Topic, point: MarkingPoint, left: LeftOut) -> Omission:
    return Omission(topic=topic.id, text=point.text, rule=left.rule, reason=left.reason, remedy=left.remedy, span=point.span)


def _stem(asked: Asked, normal: Normal) -> str:
    """Return the whole stem: its sentence, and an instruction where the point asks for examples."""
    end = "" if asked.sentence.endswith("?") else "."
    sentence = asked.sentence.rstrip(" .,;:") + end
    return f"{sentence} Refer to {normal.refer} in your answer." if normal.refer else sentence


def _item(topic: Topic, point: MarkingPoint, normal: Normal, asked: Asked, stem: str) -> Item:
    command, tariff = tariff_of(asked.command, asked.second, count=_count(asked.sentence), worth=normal.count)
    id_ = item_id(topic.id, "p", point.text)
    extended = tariff.marks >= LEVELS_FROM
    return Item(
        id=id_,
        topic=topic.id,
        stem=rich(stem),
        interaction=Written(kind="extended_response" if extended else "short_answer"),
        marks=tariff.marks,
        scheme=_scheme(topic, normal, asked, command, tariff),
        command=command,
        objectives=tariff.objectives,
        difficulty=tariff.difficulty,
        rule=asked.rule,
        span=point.span,
        confidence=asked.confidence,
        tests=frozenset({f"point:{id_}"}),
        language=topic.language,
    )


def _count(sentence: str) -> int:
    """Return the number of things that the command asks for ("Give two reasons"), or 0."""
    found = re.match(
        r"(?:Critically )?\w+(?: and \w+)? (?:at least |any |the )?(?:main |key )?(one|two|three|four|five)\b(?! of\b)",
        sentence,
        re.IGNORECASE,
    )
    return _NUMBERS[found[1].casefold()] if found else 0


def _scheme(topic: Topic, normal: Normal, asked: Asked, command: str, tariff: Tariff) -> Scheme:
    stated = rich(normal.full[:1].upper() + normal.full[1:] + ".")
    pieces = tuple(rich(piece[:1].upper() + piece[1:]) for piece in normal.tail)
    known = tuple(
        rich(f"{concept.term}: {_small(first_sentence(bare_definition(concept)))}") for concept in named_in(asked.sentence, topic)
    )
    wrong = tuple(_bearing(topic, asked.sentence))
    if tariff.marks >= LEVELS_FROM:
        return LevelsScheme(levels=levels_for(command, tariff.marks), stated=stated, indicative=(*pieces, *known), do_not_credit=wrong)
    return PointsScheme(stated=stated, indicative=(*pieces, *known), open_ended=True, do_not_credit=wrong)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _bearing(topic: Topic, sentence: str) -> Iterator[RichText]:
    """Yield the claims of misconceptions that share content words with the question."""
    asked = set(_stems(sentence))
    for wrong in topic.misconceptions:
        shared = asked & set(_stems(wrong.claim))
        if len(shared) > _SHARED:
            yield rich(wrong.claim)


def _stems(text: str) -> Iterator[str]:
    for word in content_words(text):
        if len(word) > 3:
            yield slug(word).removesuffix("s")
