"""Terms: which key concepts a text names, and what their definitions say without repeating the term."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.abbreviations import BEHIND
from packbuilder.derive.dictionary import is_ordinary_word
from packbuilder.derive.marking_points.inflection import base_of_third, is_past
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.verbs import is_verb, third_person
from packbuilder.derive.names import may_stand_in, name_pattern, names_of
from packbuilder.grammars import grammar_of
from packbuilder.languages import ENGLISH, primary
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex
from packbuilder.text import NO_END, PEOPLES, UPPER, capital, is_said_as, small, small_term

_SENTENCE_END = regex(rf"{NO_END}(?<=[.!?]){BEHIND}(?<!\bNo\.)(?<!\b[A-Z]\.)\s+(?=[{UPPER}¿¡«„])")


_WORD_CLASS = regex(r"^\((?:noun|verb|adjective|adverb|n|v|vb|adj|adv)\.?\)\s+", re.IGNORECASE)
"""What dictionaries say before a meaning."""


def named_in(text: str, topic: Topic) -> tuple[KeyConcept, ...]:
    """Return the concepts that a text names, by a whole phrase that is one of their names. No others: never assume."""
    lowered = text.casefold()
    return tuple(concept for concept in topic.concepts if concept.term and _stands_in(concept, text, lowered))


def _stands_in(concept: KeyConcept, text: str, lowered: str) -> bool:
    return any(
        is_said_as(found[0], name, concept.definition)
        for name in names_of(concept.term)
        if may_stand_in(name, lowered)
        for found in name_pattern(name).finditer(text)
    )


@lru_cache(maxsize=4096)
def bare_definition(concept: KeyConcept) -> str:
    """Return a definition as a phrase: without `X is`, its article before, or a lone `is`."""
    text = concept.definition.strip()
    term = re.escape(concept.term)
    found = re.match(rf"^(?:(?:a|an|the)\s+)?{term}s?\s+(?:is|are|means|refers to|happens when)\s+", text, re.IGNORECASE)
    if found:
        text = text[found.end() :]
    text = re.sub(r"^(?:is|are|means|refers to)\s+", "", text, flags=re.IGNORECASE)
    return capital(_WORD_CLASS.sub("", text))


@lru_cache(maxsize=16384)
def gives_away(text: str, term: str) -> bool:
    """Whether a text holds the term, or a word with the stem of one of its longer words."""
    words = re.findall(r"[^\W\d_]{4,}", term.casefold())
    lowered = text.casefold()
    shortened = any(len(word) >= 3 and term.casefold().startswith(word) for word in re.findall(r"[^\W\d_]+", lowered))
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", text)).casefold()
    if shortened or (term.isupper() and len(term) > 1 and term.casefold() in initials):
        return True  # "tan" for the tangent, "Geographical Information System" for GIS
    return any(word[: max(4, len(word) - 3)] in lowered for word in words) or term.casefold() in lowered


@lru_cache(maxsize=4096)
def first_sentence(text: str) -> str:
    """Return a text's first sentence."""
    return _SENTENCE_END.split(text.strip())[0]


_OF_ANOTHER = regex(r"\[[^\[\]]+\]\{lang=[a-zA-Z0-9-]+\}")
"""Words that notes mark as another language's: they say nothing of how a word of their own is written."""


def said_in(topic: Topic) -> str:
    """Return all running text of a topic's notes in their own language, for `said_term`."""
    texts = (
        topic.synopsis,
        *(c.definition for c in topic.concepts),
        *(p.text for p in topic.marking_points),
        *(t.text for t in topic.exam_tips),
    )
    return _OF_ANOTHER.sub("", " | ".join(texts))


_WITHIN = r"(?<=[\w,;)’'%-] )"
"""Within a sentence, where a capital letter tells a name: any word may have one where a sentence begins."""


def said_term(concept: KeyConcept, said: str, language: str) -> str:
    """Return a term as it stands in running text: with a small letter where the notes themselves (`said_in`) write it so.

    Where nouns have a capital letter, a small one tells of another word: "Macht", "macht".
    """
    if concept.within:
        return concept.within
    grammar = grammar_of(language)
    if grammar is not None and grammar.capital_nouns and not concept.term.isupper():
        return concept.term
    lowered = small(concept.term)
    if concept.term.casefold() in PEOPLES:
        return concept.term
    if lowered != concept.term and re.search(rf"(?<!\w){re.escape(lowered)}", said):
        return lowered
    if re.search(rf"{_WITHIN}{re.escape(concept.term)}(?!\w)", said):
        return concept.term
    others = (found[0] for found in re.finditer(rf"(?<!\w){re.escape(concept.term)}(?!\w)", said, re.IGNORECASE))
    # "pH" where the notes head it "PH"; but "who" is not WHO.
    shown = next((other for other in others if is_said_as(other, concept.term, concept.definition)), concept.term)
    return small_term(shown, language) if primary(language) == ENGLISH and is_ordinary(shown) else shown


_EVENTS = frozenset(
    "reformation renaissance enlightenment restoration holocaust trinity hajj pentecost passover sabbath commonwealth blitz".split()
)
"""Names that are ordinary words too, and hardly ever meant as such where notes define them."""
_NO_NAMES = frozenset("standard square net star".split())
"""Words that the dictionary has as names too, and that notes have as such only with another name behind them ("Standard form", "Star Chamber")."""
_COINED = regex(
    r"[A-Za-z]{3}(?:isation|ization|ification|ication|rsion|lysis|osis|ilance|ular|ulate|ariate|metry|graphy|culture|ponics|cleic|carbons?|amides?|phyte|cyte|plast|valent|static|meter|scope)s?$"
)
"""Endings of learned words that no dictionary has all of, and that no name has: "Plasmolysis", "Suburbanisation"."""
_PREFIXES = frozenset(("De", "Re", "Co", "Un"))


@lru_cache(maxsize=4096)
def is_ordinary(term: str) -> bool:
    """Whether a term's first word, with a capital only because a list's entries have one, is surely no name: a dictionary has it small ("Turgid", not "Krebs")."""
    first = term.split(" ", 1)[0]
    parts = first.split("-")
    if not parts[0][:1].isupper() or not all(part.isalpha() for part in parts) or not first[1:].islower() or first.casefold() in _EVENTS:
        return False
    if (parts[1:] and len(parts[0]) > 2) or parts[0] in _PREFIXES:
        return True  # "Neo-colonialism", "De-industrialisation"; the second half of a double name has a capital
    return bool(_COINED.search(first)) or parts[0].casefold() in _NO_NAMES or is_ordinary_word(parts[0])


_DOES = regex(
    r"(?:(?!family|supply|reply|assembly|anomaly|monopoly|early|daily|only)[a-z]+ly )?(?P<verb>(?!this\b|its\b|his\b|as\b|always\b|plus\b|less\b|unless\b|across\b)[a-z]{3,}[^\Wsui]s) (?:only |just |also )?"
    r"(?:(?P<object>an?|the|each|every|any|how|what|when|where|whether|why|its|their|something)\b"
    r"|(?!(?:of|in|on|for|from|to|at|by|with|between|that|which|who|where|and|or|made|used|given|found|caused|are|is|such|like|than|as)\b)[a-z]{3,})",
    re.IGNORECASE,
)
"""A verb in the third person and what it is done to: an article tells; before another word only what is hardly a noun ("keeps items") is a verb."""


_THINGS = frozenset(
    "values needs beliefs views rights rules goods laws taxes costs duties ideas ways things words sounds colours materials signals wishes interests".split()
)
"""Plurals that a clause without "that" may follow ("values the customer holds")."""


def does(meaning: str) -> bool:
    """Whether a meaning says what its term does, and not what it is ("splits a list into halves", "describes a plant cell ...")."""
    found = _DOES.match(meaning)
    if found is None:
        return False
    verb = found["verb"].casefold()
    base = base_of_third(verb, any_word=bool(found["object"])) or third_person(verb)
    if not base or verb in _THINGS:
        return False
    return bool(found["object"]) or not (base in NOUNISH or is_past(meaning[found.end("verb") :].split()[0]))


_BEFORE = (
    r"(?:of|about|in|for|from|by|on|how|why|what|between|and|with|to|into|through|describe|explain|compare|discuss|evaluate|assess|analyse|outline|"
    r"identify|state|examine|explore|define|use|affects?|causes?)"
)
_AFTER = (
    r"(?=$|[.,;?]| (?:in|on|for|to|and|or|is|are|was|were|can|could|may|will|by|from|at|with|has|have|that|which|as|using|between|during|after|before|when|"
    r"works?|affects?|causes?|depends?|regulates?|provides?|develops?|creates?|shapes?|leads?|differs?|form|forms|occurs?|changes?|led|caused|helps?)\b)"
)
_ABSTRACT = frozenset(
    """location property properties supply demand response responses margin margins conflict conflicts effect effects process processes system
    systems structure structures function functions source sources feature features factor factors impact impacts method methods type types
    model models product products purpose role value values use uses context evidence data change changes potable relative""".split()
)
"""Terms that say nothing without the thing that they belong to: no question is "about properties"."""


def subjects_in(stem: str, topic: Topic) -> tuple[tuple[str, str], ...]:
    """Return the topic's terms that are the subject of a stem, each with the phrase in which it stands ("the half-life", "ions").

    A term is one where no adjective stands before it and no noun after it: "universal indicator" and "ion tests" name others.
    """
    found: list[tuple[str, str]] = []
    for concept in named_in(stem, topic):
        term = concept.term.casefold()
        # "separate", "electrolysed": a term that is a verb's form is no subject to ask about.
        if term in _ABSTRACT or is_verb(term) or term.endswith(("ed", "ise", "ize")):
            continue
        match = re.search(rf"\b{_BEFORE} (?P<phrase>(?:(?:the|an?) )?{re.escape(term)}(?:s|es)?){_AFTER}", stem, re.IGNORECASE)
        if match:
            found.append((term, match["phrase"]))
    return tuple(found)
