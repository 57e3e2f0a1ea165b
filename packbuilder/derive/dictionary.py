"""English words that are surely no names: those that simplemma's dictionary has small.

Its dictionary takes 0.3 s to read, and nearly every set of notes has a term or a phrase that begins with a capital only because a line
does. So what is asked of it here is kept in the cache as one text, which takes a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from packbuilder.cache import Entry, cache_folder


def is_ordinary_word(word: str) -> bool:
    """Whether the dictionary has a word, however it is written here, and writes it small: "Turgid", not "Krebs" or "Norway"."""
    small = word.casefold()
    words = _kept()
    return f"\n{small}\n" in words if words else _lemma(_dictionary(), small).islower()


@lru_cache(maxsize=1)
def _kept() -> str:
    """Return all such words, each between line ends; an empty text where there is no cache to keep them in."""
    entry = Entry("ordinary-words", ())
    for found in entry.found():
        return str(found)
    if cache_folder() is None:
        return ""
    lemmas = dict(_dictionary().items())
    known = {key.casefold() for key in lemmas if not key.isspace()}
    words = "\n".join(("", *sorted(word for word in known if _lemma(lemmas, word).islower()), ""))
    entry.keep(words)
    return words


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, str]:
    """Return each word's form in a dictionary, by word."""
    # Imported here: see the module.
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("en")


def _lemma(lemmas: Mapping[str, str], word: str) -> str:
    """Return what a word is a form of where it begins a sentence, names first; empty where it is unknown."""
    return lemmas.get(word.capitalize()) or lemmas.get(word) or ""
