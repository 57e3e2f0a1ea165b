"""Terms without the article that notes write before them: "Les gamètes" are asked for as "gamètes".

Only where a term surely reads as a common noun: names and titles ("La Haye", "Les Misérables", "El Niño", "Die Räuber") keep theirs, and
so does what would have to be inflected without it ("Das lyrische Ich").
"""

from __future__ import annotations

import re

from packbuilder.grammars.grammar import Grammar, folded, grammar_of
from packbuilder.patterns import regex

_MARKUP = regex(r"[*`$\\\[\]<“”„«»‘\"]")
_INFLECTED = regex(r"[^\W\d_]+en?")
_TURNED = regex(r"\w*(?:ierten|iven|alen|ischen|enden|oten|ünen|eißen)")
"""German adjectives that are nouns in the plural, "Die Alliierten", which end otherwise without the article; as some nouns do."""

_ABBREVIATION = regex(r"[A-Z]{2,}\b")

_UNSOFTENED = {"dd": "d", "g": "c", "b": "p", "d": "t"}
_SOFT_ONLY = regex(r"dd|f(?!f)(?!el\b|y\b)")
"""How Welsh words begin only where they are mutated, as after a feminine noun."""

_NEVER_SOFT = regex(r"(?:p|t|c(?!h)|ch|ll|rh|s|h|n|ff|th|m)")
"""Beginnings that a Welsh noun has after the article only where it is not mutated."""


def without_article(term: str, definition: str, language: str) -> str:
    """Return a term as running text has it, without its article; as it is where it has none, or may need it."""
    grammar, found = grammar_of(language), _article(term, language)
    if grammar is None or found is None or _MARKUP.search(term) or _is_name(grammar, definition) or term in grammar.places:
        return term
    article, rest = folded(found[0]), term[found.end() :]
    if grammar.language == "cy":
        return _welsh(rest) or term
    if grammar.capital_nouns:
        return rest if _stands(article, rest) else term
    return rest if rest[:1].islower() or _ABBREVIATION.match(rest) else term


def within(term: str, definition: str, language: str) -> str:
    """Return a term that keeps its article as running text has it, where that is sure; else nothing. A title's begins with a capital letter."""
    grammar, found = grammar_of(language), _article(term, language)
    if grammar is None or found is None or _MARKUP.search(term) or _is_name(grammar, definition):
        return ""
    return term[:1].lower() + term[1:] if grammar.capital_nouns or term[found.end() :][:1].islower() else ""


def bare(term: str, language: str) -> str:
    """Return a term without an article before it, even where it needs that: for telling which words of other texts are the term's."""
    found = _article(term, language)
    return term[found.end() :] if found else term


def _article(term: str, language: str) -> re.Match[str] | None:
    """Return the article that a term begins with, if it does."""
    grammar = grammar_of(language)
    return grammar.term_article.match(term) if grammar is not None and grammar.term_article is not None else None


def _is_name(grammar: Grammar, definition: str) -> bool:
    """Whether a definition says that its term is a title or a name: "roman de Victor Hugo"."""
    return grammar.works is not None and grammar.works.match(folded(definition)) is not None


def _stands(article: str, rest: str) -> bool:
    """Whether German words are the same without the article as behind it."""
    words = rest.split()
    first = words[0]
    if first[:1].isupper():
        adjective = len(words) > 1 and words[1][:1].isupper() and _INFLECTED.fullmatch(first)
        noun = len(words) == 1 and first.endswith("e") and article in ("der", "das", "ein")
        return not adjective and not noun and not _TURNED.fullmatch(first)
    # The noun may begin small: "pH-Wert".
    lowered = words[: next((at for at, word in enumerate(words) if word != word.lower()), len(words))]
    if len(lowered) == len(words):
        return False
    # "Die industrielle Revolution"; "das lyrische Ich" and "die freien Radikale" end otherwise by themselves.
    return all(word.endswith("e") and article in ("die", "eine") for word in lowered if _INFLECTED.fullmatch(word))


def _welsh(rest: str) -> str:
    """Return a Welsh noun as it is without "y", where that is sure; else nothing. After it feminine nouns are mutated, and no others."""
    first, _, more = rest.partition(" ")
    if not first.islower():
        return ""
    if _NEVER_SOFT.match(first):
        return rest
    soft = next((each for each in _UNSOFTENED if first.startswith(each)), "")
    if soft and _SOFT_ONLY.match(more):
        return _UNSOFTENED[soft] + rest[len(soft) :]
    return ""
