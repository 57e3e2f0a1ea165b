"""Claims in other languages than English: what notes call a mistake, without who makes it.

"Croire que les plantes dorment": "Les plantes dorment". In German and Welsh the clause has an order of words of its own, and stays one:
"Annehmen, dass Säuren stark sind": "Jemand behauptet, dass Säuren stark sind."
"""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.grammars import folded, grammar_of
from packbuilder.grammars.grammar import Grammar
from packbuilder.patterns import regex
from packbuilder.text import capital

_SHORTENED = regex(r"\b(?:r|w|itd|itp|π\.Χ|μ\.Χ|κ\.λπ)\.$")
"""A stop that belongs to a word, in languages whose question has none of its own after a claim."""


def claim_in(text: str, language: str) -> str:
    """Return a claim without who believes it and without a stop; empty where it only names a mistake (`Confondre X et Y`) or is a clause (`clause_in`)."""
    said, grammar = _whole(text), grammar_of(language)
    if grammar is None:
        return said
    found = _held(said, grammar)
    if found and grammar.belief:
        return "" if grammar.belief.stays else capital(found)
    bare = folded(said)
    words = bare.split()
    if words and (words[0].strip(",:") in grammar.deeds or words[-1] in grammar.last_deeds):
        return ""
    for believer in grammar.believers:
        if bare.startswith(believer if believer.endswith("'") else f"{believer} ") and len(bare) == len(said):
            return capital(said[len(believer) :].strip())
    return "" if any(re.match(rf"{re.escape(slip)}\b", bare) for slip in grammar.slips) else said


def clause_in(text: str, language: str) -> str:
    """Return what somebody believes as the clause that it is, without a stop: `dass alle Säuren stark sind`; empty in languages where it can be a sentence."""
    grammar = grammar_of(language)
    return _held(_whole(text), grammar) if grammar and grammar.belief and grammar.belief.stays else ""


def _whole(text: str) -> str:
    return capital(text if _SHORTENED.search(text) else text.rstrip("."))


def _held(said: str, grammar: Grammar) -> str:
    """Return what stands behind words that only say that it is believed: with the word that opens it where it stays a clause; else an empty text."""
    if grammar.belief is None:
        return ""
    opener = _opener(grammar.belief.that).search(said)
    if opener is None:
        return ""
    before = [word.strip(",:'") for word in folded(said[: opener.start()].replace("’", "’ ")).split()]
    known = all(word in grammar.belief.thinking or word in grammar.belief.beside for word in before)
    thought = grammar.belief.thinking.intersection(before) or (grammar.belief.stays and not before)
    if not known or not thought or re.search(r"[.!?] ", said):
        return ""
    return said[opener.start() :][:1].lower() + said[opener.start() + 1 :] if grammar.belief.stays else said[opener.end() :].strip()


@lru_cache(maxsize=16)
def _opener(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words that open such a clause: `that` in a language, as `que ` and `qu’` are."""
    each = (re.escape(word).replace("’", "[’']") if word.endswith("’") else rf"{re.escape(word)}\s+" for word in words)
    return re.compile(rf"\b(?:{'|'.join(each)})", re.IGNORECASE)
