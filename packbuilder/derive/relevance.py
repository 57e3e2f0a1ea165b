"""Relevance: whether a key concept belongs to its topic, or was put there with another subject's meaning of the word.

Notes from real life define "product" as the result of a multiplication, in a chemistry topic. What has nothing to do with
the rest of the notes is neither asked nor printed as an answer; it is reported.
"""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.model.topic import KeyConcept, Topic

_COMMON = frozenset(
    """about above across after again against along also although always among another anything around because become becomes been
    before being below between both bring called cannot cause certain change changes changing come common contain contains could
    describe describes different does doing done down during each either every example examples explain explaining factor find first
    form formed forms from gave general give given gives group have having help helps here high higher important include includes
    into itself kind large largest less level levels like long made main make makes making many mean means measure method more most
    much must name need needs number object occur often only other others over part particular parts people person piece place places
    point possible process produce produced range rather refer refers relating result results same several shape should show shown
    simple since single small some something specific state such take taken term than that their them then there these they thing
    things this those through time together total type types under unit until used uses using usually value very wanted well were what
    when where whether which while will with within without word words work would year years""".split()
)


@lru_cache(maxsize=4096)
def _distinctive(text: str) -> frozenset[str]:
    """Return the stems of a text's words that say what it is about."""
    words = re.findall(r"[a-zà-ÿ]{4,}", text.casefold())
    return frozenset(_stem(word) for word in words if word not in _COMMON)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ities", "ity", "ies", "ers", "er", "ed", "es", "s", "al", "ic", "ion", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=64)
def _vocabulary(topic: Topic) -> dict[str, int]:
    """Return how many pieces of a topic's notes each distinctive stem stands in."""
    counts: dict[str, int] = {}
    pieces = [topic.title, topic.subject, topic.synopsis]
    pieces += [f"{concept.term} {concept.definition}" for concept in topic.concepts]
    pieces += [tip.text for tip in topic.exam_tips]
    pieces += [f"{wrong.claim} {wrong.correction}" for wrong in topic.misconceptions]
    pieces += [point.text for point in topic.marking_points]
    for piece in pieces:
        for stem in _distinctive(piece):
            counts[stem] = counts.get(stem, 0) + 1
    return counts


_ENOUGH_NOTES = 60
"""Distinctive stems that notes must have before anything can be said to be foreign to them."""


@lru_cache(maxsize=4096)
def belongs(concept: KeyConcept, topic: Topic) -> bool:
    """Tell whether a definition shares a distinctive word, besides its own term, with anything else in the notes.

    Short notes and short definitions (fewer than 4 distinctive words) are believed.
    """
    vocabulary = _vocabulary(topic)
    words = _distinctive(concept.definition) - _distinctive(concept.term)
    if len(vocabulary) < _ENOUGH_NOTES or len(words) < 4:
        return True
    return any(vocabulary.get(word, 0) > 1 for word in words)
