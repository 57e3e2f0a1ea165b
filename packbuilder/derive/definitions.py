"""Definitions, both ways: the meaning of a term, and the term for a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from packbuilder.amounts import MONTH, SEVERAL
from packbuilder.derive.asked import asked
from packbuilder.derive.formula_terms import formula_called, is_amounts, is_formula, is_value
from packbuilder.derive.ids import item_id, slug
from packbuilder.derive.marking_points.words import content_words
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, does, first_sentence, gives_away, named_in, said_in, said_term
from packbuilder.figure_words import LABEL
from packbuilder.grammars import bare, folded, grammar_of
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.question_types.written import Written
from packbuilder.text import OWNED, PEOPLES, RichText, small, spells
from packbuilder.wording import catalogue

_COMMANDS = frozenset("analyse assess compare define describe discuss evaluate explain identify interpret justify outline state".split())
_LABELS = frozenset(
    label.replace("_", " ")
    for label in """note notes nb n.b n.b. warning important remember tip hint example examples e.g eg see source sources figure fig table date dates question answer
    q a todo homework task aim link links website websites webpage url textbook key_date key_dates key_fact key_facts key_point key_points key_quote key_quotes key_person key_people
    useful_link useful_links further_reading""".split()
)
_SHOWN = regex(LABEL)
_YEAR = r"(?:c(?:irca|\.)?\s*)?\d{1,4}(?:s|th|st|nd|rd)?(?:\s*(?:AD|BC|BCE|CE))?"
_DATE = regex(
    rf"(?:(?:early|mid|late|spring|summer|autumn|winter|from|by|in)[- ]+)*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH}\.?,?\s+)?(?:\d{{1,2}},\s+)?{_YEAR}(?:\s*[-–—/]\s*(?:{MONTH}\s+)?{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\d[\d:./,%-]*",
    re.IGNORECASE,
)
_LIST = regex(
    r"(?:the )?(?:\d+|two|three|four|five|six|seven|eight)? ?(?:main |key )?(?:factors|types|causes|effects|examples|features|stages|reasons|advantages|disadvantages|components|parts|"
    r"steps|uses|functions|properties|ways|characteristics|impacts|principles|consequences|benefits|limitations) (?:of|affecting|that|for|in|to|influencing)\b",
    re.IGNORECASE,
)
_ENTRY = r"(?:the )?[\w’'-]+(?: [\w’'-]+){0,2}"
_NAMES = regex(rf"{_ENTRY}(?:, {_ENTRY})+,? (?:and|&) {_ENTRY}|{_ENTRY}(?:, {_ENTRY}){{2,}}", re.IGNORECASE)
"""Names in a row, each of few words."""
_SEVERAL = regex(rf"(?:the )?(?:\d+|{SEVERAL}) ?[A-Za-z]", re.IGNORECASE)
_PLACE = regex(
    r"(?:pages?|pp?\.?|books?|chapters?|lessons?|weeks?|slides?|worksheets?|exercises?|questions?|tasks?|lines?|verses?) ?\d+(?:\s*(?:[-–—,&/]|and|to)\s*\d+)*$",
    re.IGNORECASE,
)
_HOW_TO = regex(r"(?:how|when|where|why|what) (?:to|do|does|did|is|are|was|were|can|should) ", re.IGNORECASE)
_PERSON = regex(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|King|Queen|Pope|St)\.? [A-Z]|[A-Z][\w’'-]+(?:,? (?:and|&) [A-Z][\w’'-]+| et al\.?)* \((?:19|20)\d\d\)$"
)
_STATES = regex(
    r"(?!.*\b(?:that|which|who|whose|what|how|why|when|where|if|whether)\b)\w.*(?<!\band)(?<!\bor)(?<!\bto)(?<!\bof) (?:is|are|was|were|has|have|had|consists? of|contains?) \w.*",
    re.IGNORECASE,
)
"""A clause before a colon says something of a thing, and is no name of one: "The cell cycle has three stages: ..."."""
_AGAINST = regex(r"\S\s+(?:vs|vs\.|versus)\s+\S", re.IGNORECASE)
"""What compares two things, and has no one meaning."""
LISTED = "the heading of a list, not a term of the topic"
_MARKS = 2
"""A definition is worth so much (HANDBOOK section 2): in full both, in part one."""
_ONE_FACT = 4
"""A meaning of so many content words at most has no part that could earn one mark of two ("Rate of flow of charge"), unless it is limited twice."""
_LIMITS = regex(
    r"(?:\b[a-z]{3,}(?:ed|en|wn) (?=(?:to|by|in|on|from|for|with|at|into|as|through)\b))?"
    r"\b(?:(?P<of>of)|in|on|at|by|for|from|to|with|without|between|into|through|during|before|after|against|among|under|over|towards?|within|per|about|across|around|as|than|"
    r"when|where|while|because|so|that|which|who|whose|and|but|using)\b(?= \w)",
    re.IGNORECASE,
)
"""What limits a meaning, or adds to it: "tension | between the USA | and USSR", "the union of Germany | and Austria | in 1938"."""


def definable(concept: KeyConcept, topic: Topic) -> bool:
    """Whether a concept has a term and a definition that can be asked for."""
    told = is_formula(concept) or (len(bare_definition(concept).split()) >= 4 and not is_value(concept) and not is_amounts(concept))
    return 0 < len(concept.term.split()) <= 5 and told and not no_term(concept.term, topic.language)


def worth_of(concept: KeyConcept) -> int:
    """Return what a meaning is worth: two marks, or one where it says one thing alone."""
    said = re.sub(r"\([^()]*\)", "", first_sentence(bare_definition(concept)))
    short = len(content_words(said)) <= _ONE_FACT and _limits(said) < _MARKS
    return 1 if is_formula(concept) or short else _MARKS


def _limits(said: str) -> int:
    """Return how often a meaning is limited; "of" counts once, since "the rate of flow of charge" is one thing."""
    found = list(_LIMITS.finditer(said))
    return sum(not each["of"] for each in found) + any(each["of"] for each in found)


def is_label(term: str, language: str) -> bool:
    """Whether a term only labels what follows it ("Note", "Example", "Source A")."""
    grammar = grammar_of(language)
    bare = term.casefold().strip(" .*")
    if _SHOWN.fullmatch(term.strip(" .*")):
        return True
    return bare in _LABELS or term.casefold() in _LABELS or (grammar is not None and folded(bare) in grammar.labels)


def _capital_nouns(topic: Topic) -> bool:
    """Whether nouns begin with a capital letter in a topic's language, so that no meaning can be begun with a small one."""
    grammar = grammar_of(topic.language)
    return grammar is not None and grammar.capital_nouns


def no_term(term: str, language: str) -> str:
    """Return why what stands before a colon is no term of the topic; empty where it may be one."""
    if is_command(term):
        return "a command word, not a term of the topic"
    if is_label(term, language):
        return "a label, not a term of the topic"
    if _PLACE.match(term):
        return "a place in a book, not a term of the topic"
    if _HOW_TO.match(term) or term.endswith("?"):
        return "what is asked or done, not a term of the topic"
    if term.startswith(("“", '"', "‘")) and " " in term:
        return "a quotation, not a term of the topic"
    if _LIST.match(term):
        return LISTED
    if states(term, language):
        return "a statement, not a term of the topic"
    if compares(term):
        return "two things set against each other, not a term of the topic"
    if _PERSON.match(term):
        return "a person or a study, not a term of the topic"
    return "a date or a number, not a term of the topic" if _DATE.fullmatch(term) or _dated(term, language) else ""


def lists_names(concept: KeyConcept, language: str) -> bool:
    """Whether what stands behind a plural are names and no meaning ("Greenhouse gases: carbon dioxide, methane, water vapour")."""
    head = re.split(r" (?:of|in|for|to|\()", concept.term)[0]
    several = is_plural(head.split()[-1].casefold()) or bool(_SEVERAL.match(head))
    said = first_sentence(bare_definition(concept)).rstrip(".")
    return primary(language) == ENGLISH and several and bool(_NAMES.fullmatch(said)) and not _LIMITS.search(said.replace(" and ", " & "))


def compares(term: str) -> bool:
    """Whether what stands before a colon are two things set against each other ("Confidentiality vs disclosure")."""
    return bool(_AGAINST.search(term))


def states(term: str, language: str) -> bool:
    """Whether what stands before a colon is a statement ("The cell cycle has three stages")."""
    return primary(language) == ENGLISH and bool(_STATES.fullmatch(term))


def _dated(term: str, language: str) -> bool:
    """Whether a term is a date in another language than English: `1er mai 1789`, `14 de julio`."""
    return primary(language) != ENGLISH and bool(_date_in(primary(language)).fullmatch(folded(term)))


@lru_cache(maxsize=16)
def _date_in(language: str) -> re.Pattern[str]:
    months = "|".join(re.escape(folded(month)) for month in catalogue(language).lines("date.months"))
    # "de" or a stop may stand between: "14 de julio de 1936", "1. Mai".
    day = r"(?:\d{1,2}(?:er|o|º|\.)?\s+(?:de\s+)?)"
    year = r"(?:,?\s+(?:del?\s+)?\d{3,4})"
    # A month alone may be a word of the subject: "julio" is the joule.
    return re.compile(rf"{day}(?:(?:[-–—]|au|al|a)\s*{day})?(?:{months}){year}?|(?:{months}){year}")


def is_command(term: str) -> bool:
    """Whether a term is a command word of exam questions, which notes also explain, and no term of the topic."""
    return term.casefold() in _COMMANDS


def concept_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key of what items on a concept test."""
    return f"concept:{topic.id}:{slug(concept.term)}"


def recall_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a printed definition exposes, and that recall of it tests."""
    return f"recall:{topic.id}:{slug(concept.term)}"


def named_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a stem exposes which names a term, and that asking for this term tests."""
    return f"named:{topic.id}:{slug(concept.term)}"


def shown_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a meaning among wrong options exposes, and that choosing it as the right one tests."""
    return f"shown:{topic.id}:{slug(concept.term)}"


def printed_key(topic: Topic, concept: KeyConcept) -> str:
    """Return the key that a printed meaning exposes, and that asking for a fact which it may hold tests ("Give the unit of X")."""
    return f"printed:{topic.id}:{slug(concept.term)}"


def definition_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each definable concept the question for its meaning, and the one for its term."""
    said = said_in(topic)
    for concept in topic.concepts:
        if not concept.term:
            continue
        if not belongs(concept, topic):
            reason = "its definition has nothing to do with the rest of the notes: another subject's meaning of the word?"
            text = f"{concept.term}: {concept.definition}"
            remedy = "Give the meaning that the word has in this topic."
            yield Omission(topic=topic.id, text=text, rule="definition", reason=reason, remedy=remedy, span=concept.span)
            continue
        listed = lists_names(concept, topic.language)
        if listed or not definable(concept, topic):
            reason = no_term(concept.term, topic.language) or (LISTED if listed else "too long a term or too short a meaning")
            yield Omission(
                topic=topic.id, text=f"{concept.term}: {concept.definition}", rule="definition", reason=reason, remedy="", span=concept.span
            )
            continue
        yield _define(topic, concept, said)
        meaning = first_sentence(bare_definition(concept))
        if not is_formula(concept) and not gives_away(meaning, bare(concept.term, topic.language)) and len(meaning.split()) >= 5:
            yield _term(topic, concept, meaning, said)


def _define(topic: Topic, concept: KeyConcept, said: str) -> Item:
    meaning, marks = bare_definition(concept), worth_of(concept)
    point = CreditPoint(text=rich(first_sentence(meaning).rstrip(".")), marks=marks, span=concept.span)
    return Item(
        id=item_id(topic.id, "d", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=_asked_to_define(topic, concept, said),
        interaction=Written(kind="short_answer"),
        marks=marks,
        scheme=PointsScheme(points=(point,), open_ended=True, convention="define"),
        command="Define",
        objectives=("AO1",),
        difficulty=marks,
        rule="definition",
        span=concept.span,
        confidence=0.95,
        tests=frozenset({concept_key(topic, concept), recall_key(topic, concept)}),
        exposes=frozenset({named_key(topic, concept)}),
        language=topic.language,
    )


def _asked_to_define(topic: Topic, concept: KeyConcept, said: str) -> RichText:
    """Return the question for a meaning; what is a formula is asked for as one ("PED formula": "State the PED formula")."""
    term = said_term(concept, said, topic.language)
    if not is_formula(concept):
        return asked(topic, "derived.define", term=term)
    if primary(topic.language) == ENGLISH:
        return rich(f"State {formula_called(term)}.")
    return asked(topic, "derived.formula", term=term)


def _small(meaning: str, concept: KeyConcept, said: str, *, nouns: bool) -> str:
    """Begin a meaning with a small letter, as the notes do or as English does; not a name ("Henry VIII ...", "Muslim belief").

    `nouns`: as German, the language writes every noun with a capital letter; then the notes' own is kept.
    """
    if spells(meaning, concept.term):
        return meaning
    lowered = meaning[:1].lower() + meaning[1:]
    if lowered in concept.definition or nouns:
        return lowered if lowered in concept.definition else meaning
    first, _, rest = meaning.partition(" ")
    if first.strip(",;").casefold() in PEOPLES or OWNED.match(first):
        return meaning
    if re.match(r"[IVX]+\b|[A-Z][a-z]", rest) and not re.match(
        r"(?:an?|the|this|when|where|any|all|one|some|each|how)$", first, re.IGNORECASE
    ):
        return meaning
    named = re.search(rf"(?<=[a-z,] ){re.escape(first)}\b", said) and not re.search(rf"\b{re.escape(first.lower())}\b", said)
    return meaning if named else small(meaning)


_SAYS_OF = regex(r"(?:describes|refers to|means|denotes|names|covers) ")


def _asked_for(topic: Topic, meaning: str) -> RichText:
    """Return the question for the term of a meaning, which may say what the term does ("splits a list into halves")."""
    if primary(topic.language) != ENGLISH or not does(meaning):
        return asked(topic, "derived.term", meaning=meaning)
    lead = "Give the term that" if _SAYS_OF.match(meaning) else "Give the term for something that"
    return rich(f"{lead} {meaning}.")


def _term(topic: Topic, concept: KeyConcept, meaning: str, said: str) -> Item:
    return Item(
        id=item_id(topic.id, "t", f"{concept.term}: {concept.definition}"),
        topic=topic.id,
        stem=_asked_for(topic, _small(meaning.rstrip("."), concept, said, nouns=_capital_nouns(topic))),
        interaction=Written(kind="short_answer", lines=1),
        marks=1,
        scheme=PointsScheme(points=(CreditPoint(text=rich(concept.term), span=concept.span),)),
        command="Give",
        objectives=("AO1",),
        difficulty=1,
        rule="term",
        span=concept.span,
        confidence=0.9,
        tests=frozenset({concept_key(topic, concept), recall_key(topic, concept), named_key(topic, concept)}),
        exposes=frozenset(
            {
                recall_key(topic, concept),
                printed_key(topic, concept),
                *(named_key(topic, each) for each in named_in(meaning, topic) if each is not concept),
            }
        ),
        language=topic.language,
    )
