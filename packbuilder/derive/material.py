"""Topics to the material of worksheets, held to what questions are held to: nothing cut, no other subject's meanings, no teacher's asides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.claims import claim_of, put_right, speaks_of
from packbuilder.derive.definitions import definable
from packbuilder.derive.marking_points.statements.meanings import happens
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.misconceptions import stands_alone
from packbuilder.derive.relevance import belongs
from packbuilder.derive.sequences import sequences_of
from packbuilder.derive.synopsis import subject_sentences
from packbuilder.derive.terms import bare_definition, does, first_sentence, gives_away, said_in, said_term
from packbuilder.derive.vocabulary import with_meanings
from packbuilder.grammars import bare
from packbuilder.languages import ENGLISH, primary
from packbuilder.model.bank import ItemBank
from packbuilder.model.material import Claim, Material, Notion, Passage
from packbuilder.model.topic import Topic

_SHORTEST_MEANING = 3
"""Words of a meaning at least; only formulas can have fewer."""

_SHORTEST_CLUE = 3
"""Words of a clue at least, besides what was left out of it."""

_WHOLE_BEGINNING = 3
"""Words that a telling clue begins with: they say what kind of thing is meant."""

_MOST_HIDDEN = 3
"""A telling clue has at most one in so many of its content words left out."""

_SHORTEST_STEM = 4
"""Letters that two words must share at their beginnings to be of one family."""


def material_of(bank: ItemBank) -> Material:
    """Return what a bank's topics give for worksheets."""
    return Material(
        topics=bank.topics,
        notions=tuple(_once(notion for topic in bank.topics for notion in _notions(with_meanings(topic)))),
        claims=tuple(claim for topic in bank.topics for claim in _claims(topic)),
        passages=tuple(passage for topic in bank.topics for passage in _passages(topic)),
        sequences=tuple(steps for topic in bank.topics for steps in sequences_of(topic)),
        items=bank.items,
        language=bank.language,
    )


def _once(notions: Iterator[Notion]) -> Iterator[Notion]:
    """Yield notions whose terms and meanings were not there before: two that agree in either could be taken for each other."""
    seen: set[str] = set()
    for notion in notions:
        own = {notion.term.casefold(), notion.meaning.casefold()}
        if not own & seen:
            yield notion
        seen |= own


def _notions(topic: Topic) -> Iterator[Notion]:
    running = said_in(topic)
    english = primary(topic.language) == ENGLISH
    for concept in topic.concepts:
        meaning = first_sentence(bare_definition(concept)).rstrip(".")
        # What no question asks for is asked for by no task either: `check` has said so (D100).
        if (
            (definable(concept, topic) or _is_spelt_out(concept.term, meaning))
            and belongs(concept, topic)
            and len(meaning.split()) >= _SHORTEST_MEANING
        ):
            clue = _clue(bare(concept.term, topic.language), meaning)
            yield Notion(
                term=concept.term,
                said=said_term(concept, running, topic.language),
                meaning=meaning,
                clue=clue,
                telling=_telling(clue, meaning),
                topic=topic.id,
                span=concept.span,
                does=english and does(meaning),
                happens=english and happens(meaning),
            )


def _is_spelt_out(term: str, meaning: str) -> bool:
    """Whether a meaning is what the letters of an abbreviation stand for, in however few words ("ITCZ", "inter-tropical convergence zone")."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", meaning) if word).upper()
    return term.isupper() and initials == term


def _clue(term: str, meaning: str) -> str:
    """Return a meaning without what gives its term away; empty where too little is left, or where it is given away all the same."""
    stems = {word[: max(_SHORTEST_STEM, len(word) - 3)] for word in re.findall(r"\w{4,}", term.casefold())}
    whole = re.sub(re.escape(term), "…", meaning, flags=re.IGNORECASE)
    words = ["…" if any(word.casefold().strip("(“‘'\"").startswith(stem) for stem in stems) else word for word in whole.split()]
    clue = re.sub(r"…(?:\s+…)+", "…", " ".join(words))
    # Within a formula the sign would be read as "and so on".
    clue = re.sub(r"\$[^$]*…[^$]*\$", lambda formula: formula[0].replace("…", r"\text{…}"), clue)
    left = [word for word in clue.split() if word != "…"]
    return "" if len(left) < _SHORTEST_CLUE or gives_away(clue, term) else clue


def _telling(clue: str, meaning: str) -> bool:
    """Whether a clue can still be asked: little is left out, nothing where it begins, and not what it ends in."""
    words = clue.split()
    masked = [index for index, word in enumerate(words) if "…" in word]
    if not masked:
        return bool(clue)
    whole = len(content_words(meaning))
    hidden = whole - len(content_words(clue))
    return masked[0] >= _WHOLE_BEGINNING and masked[-1] < len(words) - 1 and hidden * _MOST_HIDDEN <= whole


def _claims(topic: Topic) -> Iterator[Claim]:
    for wrong in topic.misconceptions:
        claim, right = claim_of(wrong), put_right(wrong)
        if claim and right:
            plain = stands_alone(right) and speaks_of(right, claim)
            yield Claim(wrong=claim, right=first_sentence(right).rstrip("."), plain=plain, topic=topic.id, span=wrong.span)


def _passages(topic: Topic) -> Iterator[Passage]:
    sentences = subject_sentences(topic)
    if sentences:
        yield Passage(topic=topic.id, sentences=sentences)
