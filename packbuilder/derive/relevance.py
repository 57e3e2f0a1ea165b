"""Relevance: whether a key concept belongs to its topic, or was put there with another subject's meaning of the word.

Notes from real life define "product" as the result of a multiplication, in a chemistry topic. What speaks of another
subject's things is neither asked nor printed as an answer; it is reported.
"""

from __future__ import annotations

import re

from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex

_SUBJECTS = (
    (
        r"artworks?|artists?|sculptural|sculptures?|brushstrokes?|visual elements|canvas",
        r"\b(?:paint(?:ing|er)s?|portraits?|sculptors?|fine art|art history)\b",
    ),
    (
        r"stanzas?|poems?|poetry|poets?|narrators?|readers?|playwrights?|paragraphs?|non-fiction|fictional|piece of writing|(?:whole of a|a|the) text(?! box)",
        r"\b(?:poe(?:m|t|try)s?|sonnets?|novels?|novelists?|shakespeare|dramatists?|plays? by|fiction|literature|metaphors?|verse|rhyme|html|tags?|essays?)\b",
    ),
    (
        r"melody|melodies|musical|musicians?|chords?|singers?",
        r"\b(?:music|compos(?:er|ition)s?|orchestras?|concertos?|bass|rhythms?|harmony|piano|opera)\b",
    ),
    (r"multiplied|multiplication|numerator|denominator|integers?", r"\b(?:fractions?|algebra|arithmetic|decimals?|mathematics|maths|arrays?|boolean|operators?|data types?|python|pseudocode|binary)\b"),
    (r"surgical|medical operation|misused|sound wave|wave medium", r"(?!)"),
    (
        r"opponents?|the court vertically|team[- ]?mates?|muscles?|exercise that",
        r"\b(?:sports?|athletes?|fitness|training|muscular|skelet(?:on|al)|tennis|football|netball|performers?|physical education)\b",
    ),
    (r"worship|scripture", r"\b(?:religio(?:n|us)|christian(?:s|ity)?|islam(?:ic)?|muslims?|jew(?:s|ish)|judaism|hindu\w*|buddh\w+|sikh\w*|church|god)\b"),
    (r"alkanes", r"\b(?:hydrocarbons?|organic)\b"),
    (r"problem or disagreement|problem or overcome", r"(?!)"),
)  # fmt: skip
"""Words that name things of one school subject, and those that tell that notes are about it. In a definition the former are foreign
where the rest of the notes has none of them, and fewer than two of the latter."""

_ANOTHER_SUBJECT = regex("|".join(rf"(?P<s{number}>\b(?:{words})\b)" for number, (words, _) in enumerate(_SUBJECTS)), re.IGNORECASE)
_TOLD = tuple(regex(told) for _, told in _SUBJECTS)


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
    found = tuple(_ANOTHER_SUBJECT.finditer(concept.definition))
    marked = {each[0].casefold() for each in found} - {concept.term.casefold()}
    if not marked:
        return True
    elsewhere = _elsewhere(topic, concept)
    return any(word.removesuffix("s") in elsewhere for word in marked) or any(
        len(set(_TOLD[int(str(each.lastgroup)[1:])].findall(elsewhere))) > 1 for each in found
    )
