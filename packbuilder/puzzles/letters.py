"""Letters: a term as it is written into a grid."""

from __future__ import annotations

import re
import unicodedata

from packbuilder.languages import ENGLISH, primary

SHORTEST, LONGEST = 3, 15
"""Letters of a term that a puzzle takes: less is no word to find, more fits no grid on A5."""


_WRITTEN_OUT = {"de": str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ẞ": "SS"})}
"""Letters that a language's puzzles write as two."""

_OWN = {"es": "Ññ", "pl": "ĄąĆćĘęŃńÓóŚśŹźŻż"}
"""Letters of a language's alphabet that its puzzles keep, whatever sign they have."""

_BETWEEN = "'’–-"
"""What stands between letters of a term and is not entered."""


def letters_of(term: str, language: str = ENGLISH) -> str:
    """Return a term in capitals, without spaces, hyphens and accents; empty where a grid cannot hold it.

    A term with figures (raised and lowered ones too), formulas, signs or letters of two scripts ("β-blocker") is left out: its letters
    alone would be another word, and nobody guesses them. Letters are those that puzzles of a language have: GEBAEUDE, ESPAÑA.
    """
    bare = "".join(_bare(char, language) for char in _entered(term, language))
    if any(not (char.isalpha() or char.isspace() or char in _BETWEEN) for char in bare):
        return ""
    if len({unicodedata.name(char, "").partition(" ")[0] for char in bare if char.isalpha()}) > 1:
        return ""
    letters = "".join(char for char in bare.upper() if char.isalpha())
    return letters if SHORTEST <= len(letters) <= LONGEST else ""


def is_respelt(term: str, language: str) -> bool:
    """Whether a grid holds other letters than a term has, so that solvers must be told."""
    composed = unicodedata.normalize("NFC", term.replace("*", ""))
    return composed != "".join(_bare(char, language) for char in _entered(term, language))


def enumeration(term: str, language: str = ENGLISH) -> str:
    """Return how long a term's words are in a grid, as clues give it: `(7)`, `(5,4)`, `(4-5)`."""
    pieces = re.findall(r"[^\W\d_]+|[\s-]", "".join(c for c in _entered(term.replace("–", "-"), language) if c not in "'’"))
    return "(" + "".join(str(len(piece.upper())) if piece[0].isalpha() else "-" if piece == "-" else "," for piece in pieces) + ")"


def _entered(term: str, language: str) -> str:
    """Return a term with the letters written out that a language's puzzles write as two."""
    composed = unicodedata.normalize("NFC", term.replace("*", ""))
    return composed.translate(_WRITTEN_OUT.get(primary(language), {}))


def _bare(char: str, language: str) -> str:
    """Return a letter without its accents, but for those of its language's alphabet."""
    if char in _OWN.get(primary(language), ""):
        return char
    return "".join(each for each in unicodedata.normalize("NFD", char) if not unicodedata.combining(each))
