"""What a question on a marking point asks that questions on terms ask too, or give away: no form has both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.definitions import concept_key, definable, no_term, printed_key, recall_key
from packbuilder.derive.names import is_called, may_stand_in, name_pattern, names_of
from packbuilder.derive.terms import named_in
from packbuilder.grammars import naming
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import flat, rich
from packbuilder.model.scheme import KeyScheme, LevelsScheme, Scheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex

_TERM = r"(?:the |an? )?(?:(?:terms?|words?|process|concept|idea|principle|phrase|theory|law) (?:of )?)?"
_MEANING = regex(
    r"(?:(?:Define|Explain|Describe|Outline|Summarise|Describe and explain)(?: what is meant by| the (?:meaning|definition)s? of)?"
    r"|(?:State|Give|Say) (?:what is meant by|the (?:meaning|definition)s? of)|What is meant by"
    r"|(?:State|Give|Explain|Describe|Outline|Say) what(?= [^,]+ (?:means?|is|are)\b)) "
    rf"{_TERM}(?P<what>[^,;]+?)(?: (?:means?|is|are))?[.?]?",
    re.IGNORECASE,
)
"""What asks for a meaning and no more: "Define X", "Explain the term X", "Explain X", "State what X means"."""
_IN_SO_MANY_WORDS = regex(r"\b(?:define|meant by|meanings?|definitions?|means?|terms?)\b", re.IGNORECASE)
"""What asks for a meaning and can ask for nothing else, as "Explain X" can."""
_OF_ONE = regex(r" of an? [\w-]+(?: [\w-]+)?$", re.IGNORECASE)
"""Says only whose it is: "the frequency of a wave" is what notes call frequency; "the law of demand" is no law that they define."""
_TWO = regex(
    r"(?:(?:Compare|Contrast|Compare and contrast|Distinguish between|Differentiate between|What (?:is|are) the differences? between"
    r"|(?:Explain|Describe|State|Give|Outline) (?:the|one|two|three) (?:main |key )?differences? between) (?P<one>[^,;]+?)(?: and | with |/)(?P<other>[^,;]+?)"
    r"|(?:Explain|Describe|State|Outline) how (?P<first>[^,;]+?) (?:differs?|is different|are different) from (?P<second>[^,;]+?))[.?]?",
    re.IGNORECASE,
)
"""What sets two things apart and asks no more of them: "Compare X and Y", "Explain how X differs from Y"."""
_FOR_WHAT = regex(
    r"(?:State|Give|Describe|Outline|Explain|Identify|What is) (?:the|a|one) (?:main |basic |key )?(?:purpose|function|role|use|job|structure) of (?P<what>[^,;]+?)[.?]?",
    re.IGNORECASE,
)
"""What a meaning mostly says too: "State the purpose of an index" beside what an index is."""
_FACT_OF = regex(
    r"(?:State|Give|Write|Write down|Recall|Name|What is) (?:the |an? )?(?P<fact>[\w-]+(?: [\w-]+)?) (?:for|of) (?P<what>[^,;]+?)[.?]?",
    re.IGNORECASE,
)
"""What notes may have an entry for: "State the formula for PED" beside the entry "PED formula"."""
_COMPARES = frozenset({"Compare", "Contrast", "Distinguish"})
_REFERS = regex(
    r" Refer to [^.]+ in your answer\.$|,? (?:using|with|(?:and )?giv(?:e|ing)|including) (?:(?:an?|one|two|your own|suitable|relevant|appropriate) ){0,2}examples?\b(?: of (?:it|this|each|one)\b)?,?",
    re.IGNORECASE,
)
"""What is said of the answer: "Explain, using an example, what is meant by X" asks for X."""
_DEFINED = regex(r"(?:Να )?\S+ (?P<what>.+?)\.?")
_ARTICLE = 3
"""Letters of an article or of "and" at most, in the languages that points are asked in."""

_ONE_FACT = regex(r"(?:State|Give|Name|Identify|Say|Write down|Recall) (?:the|one|an?|what|when|where|which|who|in which|to which)\b")
"""What asks for a fact alone: "Give the unit of frequency", "State the year in which NATO was formed"."""
_STATES = regex(r"\((?:g|l|s|aq)\)|\s+|[^\w\s→⇌=+]")
"""What may differ between one equation written twice: states, spaces and stops."""

_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "on", "a"))
_JOINING = frozenset(("a", "an", "the", "and", "or", "both", "term", "terms", "words"))
_EQUATION = regex(r"\w.*[=→⇌].*\w")


def also_tested(topic: Topic, stem: str, scheme: Scheme, *, command: str) -> Iterator[str]:
    """Yield the keys of the definitions that a question asks for, or that print an equation that it credits."""
    asked = tuple(meant(topic, stem, command))
    yield from (recall_key(topic, concept) for concept in (*told_apart(topic, stem), *_said_by_meaning(topic, stem, command)))
    yield from (concept_key(topic, concept) for concept in asked)
    yield from (recall_key(topic, concept) for concept in asked)
    yield from (printed_key(topic, concept) for concept in _facts_of(topic, stem, scheme) if concept not in asked)
    equations = tuple(_equations(scheme))
    for concept in topic.concepts if equations else ():
        said = _bare(flat(rich(concept.definition)))
        if concept.term and any(equation in said for equation in equations):
            yield recall_key(topic, concept)


def _facts_of(topic: Topic, stem: str, scheme: Scheme) -> Iterator[KeyConcept]:
    """Yield the concepts of which one fact is asked that their meaning holds, or may hold where the notes give no answer."""
    if not _ONE_FACT.match(stem) or isinstance(scheme, LevelsScheme | KeyScheme):
        return
    answers = [f" {_words(flat(text))} " for text in (*(point.text for point in scheme.points), *scheme.indicative)]
    for concept in named_in(stem, topic):
        meaning = f" {_words(flat(rich(concept.definition)))} "
        if not answers or any(answer in meaning for answer in answers):
            yield concept


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def meant(topic: Topic, stem: str, command: str) -> Iterator[KeyConcept]:
    """Yield the concepts whose meaning is all that is asked: "Define mitosis and meiosis", not "Define the term and its causes".

    In other languages than English that is what is to be defined, or a term that is called one, but for its articles.
    """
    english = primary(topic.language) == ENGLISH
    stem = _REFERS.sub("", stem)
    if english and (entry := tuple(_entry_of(topic, stem))):
        yield from entry
        return
    match = _MEANING.fullmatch(stem) if english else _DEFINED.fullmatch(stem)
    if match is None:
        return
    # What asks for nothing else is answered by a meaning of two words too.
    plainly = english and bool(_IN_SO_MANY_WORDS.search(stem))
    left, found = match["what"].strip("‘’“”'\" "), []
    if plainly and _called(topic, (_bare_term(bare := _OF_ONE.sub("", left)),)):
        left = bare
    for concept in sorted(topic.concepts, key=lambda each: -len(each.term)):
        rest = "" if _spelt_out(concept.term, left.casefold()) else _without(concept, left)
        can_be = definable(concept, topic) or (plainly and not no_term(concept.term, topic.language))
        if concept.term and can_be and rest != left:
            left = rest
            found.append(concept)
    left = left.casefold()
    words = re.findall(r"\w+", left)
    named = [word for word in words if word in naming.TERMS | naming.MEANINGS]
    if english:
        alone = all(word in _JOINING for word in words)
    else:
        # "Définissez X", "Expliquez le terme X", "Donnez la définition de X".
        alone = (command == "Define" or bool(named)) and all(len(word) <= _ARTICLE or word in named for word in words)
    if alone:
        yield from found


def only_meant(topic: Topic, stem: str, command: str) -> KeyConcept | None:
    """Return the concept whose meaning a stem asks for in so many words, and nothing else: it is worth what the question on that term is."""
    if primary(topic.language) != ENGLISH or _REFERS.search(stem) or not _IN_SO_MANY_WORDS.search(stem):
        return None
    found = tuple(meant(topic, stem, command))
    return found[0] if len(found) == 1 else None


def _without(concept: KeyConcept, text: str) -> str:
    """Return a text without a concept's name, under whichever it stands there."""
    lowered = text.casefold()
    for name in names_of(concept.term) if concept.term else ():
        if may_stand_in(name, lowered) and (rest := name_pattern(name).sub(" ", text)) != text:
            return rest
    return text


def _entry_of(topic: Topic, stem: str) -> Iterator[KeyConcept]:
    """Yield the entry that notes have for the very fact that is asked for, in either order: "PED formula", "formula for PED"."""
    found = _FACT_OF.fullmatch(stem)
    if found is None:
        return
    fact, what = found["fact"], _bare_term(found["what"])
    said = (f"{what} {fact}", *(f"{fact} {link} {article}{what}" for link in ("for", "of") for article in ("", "the ", "a ", "an ")))
    yield from (
        each for each in topic.concepts if each.term and definable(each, topic) and any(is_called(words, each.term) for words in said)
    )


def _said_by_meaning(topic: Topic, stem: str, command: str) -> Iterator[KeyConcept]:
    """Yield the concepts whose printed meaning answers a stem in part: what is compared, and what something is for."""
    if found := _FOR_WHAT.fullmatch(stem):
        yield from (each for each in topic.concepts if each.term and is_called(_bare_term(found["what"]), each.term))
    if command in _COMPARES:
        yield from named_in(stem, topic)


def told_apart(topic: Topic, stem: str) -> tuple[KeyConcept, ...]:
    """Return two concepts that are compared and nothing more ("Compare mitosis and meiosis"): a printed meaning of either answers in part.

    Of "definite and indefinite iteration" the first is definite iteration.
    """
    found = _TWO.fullmatch(_REFERS.sub("", stem))
    if found is None:
        return ()
    one, other = (_bare_term(found[side] or found[instead]) for side, instead in (("one", "first"), ("other", "second")))
    shared = other.split(" ")
    firsts = (one, *(" ".join((one, *shared[at:])) for at in range(1, len(shared))))
    first, second = _called(topic, firsts), _called(topic, (other,))
    return (first, second) if first and second and first != second else ()


def _called(topic: Topic, words: tuple[str, ...]) -> KeyConcept | None:
    """Return the concept that goes by the first of some words that any goes by."""
    return next((each for said in words for each in topic.concepts if each.term and is_called(said, each.term)), None)


def _bare_term(said: str) -> str:
    return re.sub(r"^(?:the|an?)(?: (?:terms?|words?))? |^terms? ", "", said.casefold().strip("‘’“”'\" "))


def _spelt_out(term: str, what: str) -> bool:
    """Whether words are what a term in capitals stands for ("price elasticity of demand" for PED)."""
    words = re.findall(r"[^\W\d_]+", what)
    initials = ("".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL))
    return len(term) > 1 and term.isupper() and term.casefold() in initials


def _equations(scheme: Scheme) -> Iterator[str]:
    if not isinstance(scheme, KeyScheme):
        yield from (_bare(text) for text in map(flat, scheme.indicative) if _EQUATION.search(text))


def _bare(text: str) -> str:
    return _STATES.sub("", text.casefold())
