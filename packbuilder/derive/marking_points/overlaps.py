"""What a question on a marking point asks that questions on terms ask too, or give away: no form has both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.definitions import concept_key, definable, recall_key
from packbuilder.grammars import naming
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import flat, rich
from packbuilder.model.scheme import KeyScheme, Scheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.patterns import regex

_TERM = r"(?:the |an? )?(?:(?:terms?|words?|process|concept|idea|principle|phrase|theory|law) (?:of )?)?"
_MEANING = regex(
    r"(?:(?:Define|Explain|Describe|Outline|Summarise|Describe and explain)(?: what is meant by| the (?:meaning|definition)s? of)?"
    r"|(?:State|Give|Say) (?:what is meant by|the (?:meaning|definition)s? of)|What is meant by"
    r"|(?:State|Give|Explain|Describe|Outline|Say) what (?=[^,]+ (?:means?|is|are)\b)) "
    rf"{_TERM}(?P<what>[^,;]+?)(?: (?:means?|is|are))?[.?]?",
    re.IGNORECASE,
)
"""What asks for a meaning and no more: "Define X", "Explain the term X", "Explain X", "State what X means"."""
_TWO = regex(
    r"(?:Compare|Contrast|Compare and contrast|Distinguish between|Differentiate between|(?:Explain|Describe|State|Give|Outline) (?:the|one|two|three) (?:main |key )?differences? between) "
    r"(?P<one>[^,;]+?)(?: and | with |/)(?P<other>[^,;]+?)\.?",
    re.IGNORECASE,
)
_REFERS = regex(r" Refer to [^.]+ in your answer\.$")
_DEFINED = regex(r"(?:Να )?\S+ (?P<what>.+?)\.?")
_ARTICLE = 3
"""Letters of an article or of "and" at most, in the languages that points are asked in."""

_STATES = regex(r"\((?:g|l|s|aq)\)|\s+|[^\w\s→⇌=+]")
"""What may differ between one equation written twice: states, spaces and stops."""

_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "on", "a"))
_JOINING = frozenset(("a", "an", "the", "and", "or", "both", "term", "terms", "words"))
_EQUATION = regex(r"\w.*[=→⇌].*\w")


def also_tested(topic: Topic, stem: str, scheme: Scheme, *, command: str) -> Iterator[str]:
    """Yield the keys of the definitions that a question asks for, or that print an equation that it credits."""
    stem = _REFERS.sub("", stem)
    asked = tuple(meant(topic, stem, command))
    yield from (recall_key(topic, concept) for concept in told_apart(topic, stem))
    yield from (concept_key(topic, concept) for concept in asked)
    yield from (recall_key(topic, concept) for concept in asked)
    equations = tuple(_equations(scheme))
    for concept in topic.concepts if equations else ():
        said = _bare(flat(rich(concept.definition)))
        if concept.term and any(equation in said for equation in equations):
            yield recall_key(topic, concept)


def meant(topic: Topic, stem: str, command: str) -> Iterator[KeyConcept]:
    """Yield the concepts whose meaning is all that is asked: "Define mitosis and meiosis", not "Define the term and its causes".

    In other languages than English that is what is to be defined, or a term that is called one, but for its articles.
    """
    english = primary(topic.language) == ENGLISH
    match = _MEANING.fullmatch(stem) if english else _DEFINED.fullmatch(stem)
    if match is None:
        return
    left, found = match["what"].casefold().strip("‘’“”'\" "), []
    for concept in sorted(topic.concepts, key=lambda each: -len(each.term)):
        whole = rf"(?<!\w){re.escape(concept.term.casefold())}(?!\w)"
        spelt = _spelt_out(concept.term, left)
        if concept.term and definable(concept, topic) and (spelt or re.search(whole, left)):
            left = re.sub(whole, " ", left) if not spelt else ""
            found.append(concept)
    words = re.findall(r"\w+", left)
    named = [word for word in words if word in naming.TERMS | naming.MEANINGS]
    if english:
        alone = all(word in _JOINING for word in words)
    else:
        # "Définissez X", "Expliquez le terme X", "Donnez la définition de X".
        alone = (command == "Define" or bool(named)) and all(len(word) <= _ARTICLE or word in named for word in words)
    if alone:
        yield from found


def told_apart(topic: Topic, stem: str) -> Iterator[KeyConcept]:
    """Yield two concepts that are compared and nothing more ("Compare mitosis and meiosis"): a printed meaning of either answers in part."""
    found = _TWO.fullmatch(stem)
    pair = tuple(_bare_term(found[side]) for side in ("one", "other")) if found else ()
    known = [concept for concept in topic.concepts if concept.term and concept.term.casefold() in pair]
    if len(known) == len(pair):
        yield from known


def _bare_term(said: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", said.casefold().strip("‘’“”'\" "))


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
