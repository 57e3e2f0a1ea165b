"""Terms: which key concepts a text names, and what their definitions say without repeating the term."""

from __future__ import annotations

import re

from packbuilder.model.topic import KeyConcept, Topic


def named_in(text: str, topic: Topic) -> tuple[KeyConcept, ...]:
    """Return the concepts whose term stands in a text as a whole phrase. No others: never assume."""
    lowered = text.casefold()
    return tuple(
        concept
        for concept in topic.concepts
        if concept.term and re.search(rf"(?<!\w){re.escape(concept.term.casefold())}(?:s|es)?(?!\w)", lowered)
    )


def bare_definition(concept: KeyConcept) -> str:
    """Return a definition as a phrase: without `X is`, its article before, or a lone `is`."""
    text = concept.definition.strip()
    term = re.escape(concept.term)
    found = re.match(rf"^(?:(?:a|an|the)\s+)?{term}s?\s+(?:is|are|means|refers to|happens when)\s+", text, re.IGNORECASE)
    if found:
        text = text[found.end() :]
    text = re.sub(r"^(?:is|are|means|refers to)\s+", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def gives_away(text: str, term: str) -> bool:
    """Whether a text holds the term, or a word with the stem of one of its longer words."""
    words = re.findall(r"[a-z]{4,}", term.casefold())
    lowered = text.casefold()
    return any(word[: max(4, len(word) - 3)] in lowered for word in words) or term.casefold() in lowered


def first_sentence(text: str) -> str:
    """Return a text's first sentence."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip())[0]
