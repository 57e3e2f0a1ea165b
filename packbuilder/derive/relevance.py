"""Relevance: whether a key concept belongs to its topic, or was put there with another subject's meaning of the word.

Notes from real life define "product" as the result of a multiplication, in a chemistry topic. What speaks of another
subject's things is neither asked nor printed as an answer; it is reported.
"""

from __future__ import annotations

import re

from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex

_ANOTHER_SUBJECT = regex(
    r"\b(?:artworks?|artists?|sculptural|sculptures?|brushstrokes?|visual elements|canvas|"
    r"stanzas?|poems?|poetry|poets?|narrators?|readers?|playwrights?|paragraphs?|non-fiction|fictional|piece of writing|(?:whole of a|a|the) text(?! box)|"
    r"melody|melodies|musical|musicians?|chords?|singers?|multiplied|multiplication|numerator|denominator|integers?|"
    r"surgical|medical operation|misused|sound wave|wave medium|"
    r"opponents?|the court vertically|team[- ]?mates?|muscles?|exercise that|worship|scripture|alkanes|"
    r"problem or disagreement|problem or overcome)\b",
    re.IGNORECASE,
)
"""Words that name things of one school subject. In a definition they are foreign where nothing else in the notes has them."""


def _elsewhere(topic: Topic, concept: KeyConcept) -> str:
    """Return all that the notes say outside a concept's own definition, in small letters."""
    pieces = [topic.title, topic.subject, topic.synopsis]
    pieces += [f"{other.term} {other.definition}" for other in topic.concepts if other != concept]
    pieces += [tip.text for tip in topic.exam_tips]
    pieces += [f"{wrong.claim} {wrong.correction}" for wrong in topic.misconceptions]
    pieces += [point.text for point in topic.marking_points]
    return " ".join(pieces).casefold()


def belongs(concept: KeyConcept, topic: Topic) -> bool:
    """Tell whether a definition speaks of nothing that belongs to another subject and is strange to the rest of the notes."""
    marked = {found[0].casefold() for found in _ANOTHER_SUBJECT.finditer(concept.definition)} - {concept.term.casefold()}
    elsewhere = _elsewhere(topic, concept) if marked else ""
    return not marked or any(word.removesuffix("s") in elsewhere for word in marked)
