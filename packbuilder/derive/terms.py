"""Terms: which key concepts a text names, and what their definitions say without repeating the term."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.model.topic import KeyConcept, Topic


def named_in(text: str, topic: Topic) -> tuple[KeyConcept, ...]:
    """Return the concepts whose term stands in a text as a whole phrase. No others: never assume."""
    lowered = text.casefold()
    return tuple(
        concept
        for concept in topic.concepts
        if concept.term and concept.term.casefold() in lowered and _whole(concept.term.casefold()).search(lowered)
    )


@lru_cache(maxsize=4096)
def _whole(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)")


@lru_cache(maxsize=4096)
def bare_definition(concept: KeyConcept) -> str:
    """Return a definition as a phrase: without `X is`, its article before, or a lone `is`."""
    text = concept.definition.strip()
    term = re.escape(concept.term)
    found = re.match(rf"^(?:(?:a|an|the)\s+)?{term}s?\s+(?:is|are|means|refers to|happens when)\s+", text, re.IGNORECASE)
    if found:
        text = text[found.end() :]
    text = re.sub(r"^(?:is|are|means|refers to)\s+", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=16384)
def gives_away(text: str, term: str) -> bool:
    """Whether a text holds the term, or a word with the stem of one of its longer words."""
    words = re.findall(r"[a-z]{4,}", term.casefold())
    lowered = text.casefold()
    shortened = any(len(word) >= 3 and term.casefold().startswith(word) for word in re.findall(r"[a-z]+", lowered))
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", text)).casefold()
    if shortened or (term.isupper() and len(term) > 1 and term.casefold() in initials):
        return True  # "tan" for the tangent, "Geographical Information System" for GIS
    return any(word[: max(4, len(word) - 3)] in lowered for word in words) or term.casefold() in lowered


@lru_cache(maxsize=4096)
def first_sentence(text: str) -> str:
    """Return a text's first sentence."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())[0]


def small(text: str) -> str:
    """Begin a meaning with a small letter where its first word is an ordinary one."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def said_in(topic: Topic) -> str:
    """Return all running text of a topic's notes, for `said_term`."""
    return " | ".join(
        (
            topic.synopsis,
            *(c.definition for c in topic.concepts),
            *(p.text for p in topic.marking_points),
            *(t.text for t in topic.exam_tips),
        )
    )


def said_term(concept: KeyConcept, said: str) -> str:
    """Return a term as it stands in running text: with a small letter where the notes themselves (`said_in`) write it so."""
    lowered = small(concept.term)
    if lowered == concept.term or lowered not in said:
        return concept.term
    return lowered if re.search(rf"(?<!\w){re.escape(lowered)}", said) else concept.term


def subjects_in(stem: str, topic: Topic) -> tuple[tuple[str, str], ...]:
    """Return the topic's terms that a stem names, each with the phrase in which it stands ("the half-life", "glaciers").

    A term that stands in brackets, in quotation marks, or as part of a longer hyphenated word is not a subject.
    """
    found: list[tuple[str, str]] = []
    for concept in named_in(stem, topic):
        term = re.escape(concept.term.casefold())
        match = re.search(rf"(?<![-‘(])\b(?:(?:the|an?) )?{term}(?:s|es)?\b(?![-’)])", stem, re.IGNORECASE)
        if match and not stem.casefold().startswith(match[0].casefold()):
            found.append((concept.term.casefold(), match[0]))
    return tuple(found)
