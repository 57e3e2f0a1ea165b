"""Alphabets: in what order a language's words stand, and under what letter."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from packbuilder.languages import ENGLISH, primary
from packbuilder.patterns import regex

Order: TypeAlias = tuple[int | str, ...]

_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
}
"""Alphabets that have letters of their own: two signs in Welsh (Geiriadur Prifysgol Cymru), signs with a mark in Polish and Spanish."""
_PLACES = {language: {letter: at for at, letter in enumerate(letters.split())} for language, letters in _ALPHABETS.items()}
_LETTERS = {
    language: re.compile("|".join(sorted((*map(re.escape, places), "."), key=len, reverse=True))) for language, places in _PLACES.items()
}
_UNMARKED = regex(r"[\W_]+")


def order(text: str, language: str) -> Order:
    """Return what a text is sorted by in a language (a BCP 47 tag): its letters and figures, case left out, and marks that make no other letter."""
    places = _PLACES.get(primary(language), {})
    return tuple(f"{places[each]:02}" if each in places else each for each in _letters(text, language))


def in_list(text: str, language: str) -> Order:
    """Return what a text is sorted by in a short list: `order`, but for English, where an accent is too rare to reorder for."""
    return (text.casefold(),) if primary(language) == ENGLISH else order(text, language)


def letter(text: str, language: str) -> str:
    """Return the letter that a text stands under; empty where it begins with none."""
    first = _letters(text, language)[:1]
    return first[0].capitalize() if first and first[0][0].isalpha() else ""


def _letters(text: str, language: str) -> tuple[str, ...]:
    found = _LETTERS.get(primary(language))
    if found is None:
        return tuple(_bare(text))
    bare = _UNMARKED.sub("", unicodedata.normalize("NFC", text.casefold()))
    places = _PLACES[primary(language)]
    return tuple(each if each in places else _bare(each) for each in found.findall(bare) if each in places or _bare(each))


def _bare(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(char for char in parted if char.isalnum())
