"""Stems of questions on terms, texts and claims, in the language of the notes; where that has no grammar, in English, and saying so."""

from __future__ import annotations

import re

from packbuilder.grammars import ENGLISH, grammar_of, primary
from packbuilder.markup import rich
from packbuilder.text import RichText, Run, joined

_ENGLISH = {
    "meaning": "State what is meant by the term ‘{term}’.",
    "term": "Give the term that has this meaning: ‘{meaning}’.",
    "which": "Which of these is meant by the term ‘{term}’?",
    "complete": "Complete the text. Use each word or phrase once.",
    "complete_spare": "Complete the text. Use each word or phrase once; some are not needed.",
    "other": "the meaning of ‘{term}’",
    "wrong": "A student claims: “{claim}.” Explain why this claim is wrong.",
}


def stem(language: str, asked: str, /, **said: str) -> RichText:
    """Return a stem, by what is asked (a key of `Grammar.stems`), in a language (a BCP 47 tag); `said` are the notes' own words in it."""
    grammar = grammar_of(language)
    if grammar is not None:
        return rich(grammar.stems[asked].format(**said))
    if primary(language) == ENGLISH:
        return rich(_ENGLISH[asked].format(**said))
    pieces = re.split(r"\{(\w+)\}", _ENGLISH[asked])
    return joined(*(rich(said[piece]) if at % 2 else (Run(text=piece, language=ENGLISH),) for at, piece in enumerate(pieces) if piece))
