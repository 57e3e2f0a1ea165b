"""Cloze on the synopsis: its sentences with the topic's own terms left out, and a word bank with terms to spare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.asked import asked
from packbuilder.derive.definitions import recall_key
from packbuilder.derive.ids import item_id, synopsis_key
from packbuilder.derive.relevance import belongs
from packbuilder.derive.synopsis import subject_sentences
from packbuilder.derive.terms import said_in, said_term
from packbuilder.derive.vocabulary import OF_TOLD, with_meanings
from packbuilder.model.item import Item
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.question_types.cloze import Cloze
from packbuilder.text import is_said_as

_FEWEST, _MOST = 3, 4
_SURPLUS = 2
_LONGEST = 90
"""Words of the text; a longer one is cut at a sentence's end."""
_SURE = 0.75


def cloze_items(topic: Topic) -> Iterator[Item]:
    """Yield one cloze where the synopsis names three terms or more, each once, in sentences about the subject: key concepts, else any."""
    whole = with_meanings(topic)
    of_concepts = tuple(_cloze(topic, sure=_SURE))
    yield from of_concepts or (_cloze(whole, sure=OF_TOLD) if whole is not topic else ())


def _cloze(topic: Topic, *, sure: float) -> Iterator[Item]:
    text = _text(topic)
    blanks = _blanks(text, topic)
    if len(blanks) < _FEWEST:
        return
    pieces, end = [], 0
    for start, stop, _ in blanks:
        pieces.append(text[end:start])
        end = stop
    pieces.append(text[end:])
    answers = tuple((text[start:stop],) for start, stop, _ in blanks)
    used = {concept.term for _, _, concept in blanks}
    spare = [
        c for c in topic.concepts if c.term and c.term not in used and len(c.term.split()) <= 3 and c.term.casefold() not in text.casefold()
    ]
    bank = (*(words[0] for words in answers), *(said_term(c, said_in(topic), topic.language) for c in spare[:_SURPLUS]))
    shown = (*(concept for _, _, concept in blanks), *spare[:_SURPLUS])
    id_ = item_id(topic.id, "z", text)
    yield Item(
        id=id_,
        topic=topic.id,
        stem=asked(topic, "derived.cloze.surplus" if spare else "derived.cloze.exact"),
        interaction=Cloze(pieces=tuple(pieces), answers=answers, bank=bank),
        marks=len(blanks),
        scheme=KeyScheme(),
        command="Complete",
        objectives=("AO1",),
        difficulty=2,
        rule="cloze",
        span=topic.span,
        confidence=sure,
        tests=frozenset({f"cloze:{topic.id}", synopsis_key(topic.id)}),
        exposes=frozenset(recall_key(topic, concept) for concept in shown),
        language=topic.language,
    )


def _text(topic: Topic) -> str:
    """Return the synopsis's sentences that are about the subject, up to so many words."""
    kept: list[str] = []
    for sentence in subject_sentences(topic):
        if "$" in sentence or "\\" in sentence:
            continue
        if sum(len(each.split()) for each in kept) + len(sentence.split()) > _LONGEST:
            break
        kept.append(sentence)
    return " ".join(kept)


def _blanks(text: str, topic: Topic) -> list[tuple[int, int, KeyConcept]]:
    """Return where terms stand that can be left out: each stands once, and no other word of the text gives it away."""
    found: list[tuple[int, int, KeyConcept]] = []
    for concept in topic.concepts:
        if not concept.term or not belongs(concept, topic) or len(concept.term.split()) > 3:
            continue
        found_at = re.finditer(rf"(?<![\w-]){re.escape(concept.term)}(?:s|es)?(?![\w-])", text, re.IGNORECASE)
        places = [each for each in found_at if is_said_as(each[0], concept.term, concept.definition)]
        stem = max(re.findall(r"\w+", concept.term.casefold()), key=len, default="")[:6]
        # "an ____" tells that the missing word begins with a vowel.
        if len(places) == 1 and text[: places[0].start()].casefold().endswith(" an "):
            continue
        if len(places) == 1 and places[0].start() > 3 and stem and text.casefold().count(stem) == 1:
            found.append((places[0].start(), places[0].end(), concept))
    apart: list[tuple[int, int, KeyConcept]] = []
    for start, stop, concept in sorted(found, key=lambda each: each[0]):
        if not apart or start - apart[-1][1] > 12:
            apart.append((start, stop, concept))
    return apart[:_MOST]
