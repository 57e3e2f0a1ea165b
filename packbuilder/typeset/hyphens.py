"""Hyphenation: where words may be divided, by pyphen's patterns for the document's language.

English is set without (ragged right, as exam papers are): its words are divided only where one is wider than its column.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from packbuilder.languages import ENGLISH, primary
from packbuilder.patterns import regex

HYPHEN = "\u00ad"
"""A soft hyphen: printed as a hyphen where a word is divided, and passed over by whoever reads or copies the text."""

AROUND = "()[]{}«»‹›“”„‘’‚\"',.;:!?…¿¡"
"""Signs about a word that are no part of it."""

_NAME = regex(r"[^\W_](?:[^\W_]|[()\[\],’'′·–-])*")
"""What may be the name of a compound, or a word with a number behind it; an address or a piece of code has other signs."""
_PART = regex(r"[^\W\d_]{12,}")

_SHORTEST = 7
"""Words of fewer letters stay whole."""

_LEFT, _RIGHT = 3, 3
"""Letters that stay on either line at the least."""


@lru_cache(maxsize=16384)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places in a word after which a hyphen may stand, from the left; none in a language without patterns.

    `language` is a BCP 47 tag; empty: none.
    """
    letters = word.strip(AROUND)
    if not language or len(letters) < _SHORTEST or letters.isupper():
        return ()
    whole = letters.replace("’", "").isalpha()
    # Of the name of a compound its long parts are divided: "bis(4-chlorophenyl)ethanecarbaldehyde".
    parts = [(0, letters)] if whole else [(part.start(), part[0]) for part in _PART.finditer(letters)] if _NAME.fullmatch(letters) else []
    patterns = _patterns(language) if parts else None
    if patterns is None:
        return ()
    begin = word.index(letters)
    return tuple(begin + start + at for start, part in parts for at in patterns(part) if at >= _LEFT and len(part) - at >= _RIGHT)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Callable[[str], list[int]] | None:
    # Imported here: its patterns take half a second to read, and most documents are not hyphenated.
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    if not known:
        return None
    positions: Callable[[str], list[int]] = pyphen.Pyphen(lang=known).positions
    return positions


def is_hyphenated(language: str) -> bool:
    """Whether running text in a language is hyphenated: every language with patterns but English."""
    return bool(language) and primary(language) != ENGLISH
