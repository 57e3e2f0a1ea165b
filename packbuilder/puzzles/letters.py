"""Letters: a term as it is written into a grid."""

from __future__ import annotations

import re
import unicodedata

SHORTEST, LONGEST = 3, 15
"""Letters of a term that a puzzle takes: less is no word to find, more fits no grid on A5."""


_BETWEEN = "'’–-"
"""What stands between letters of a term and is not entered."""


def letters_of(term: str) -> str:
    """Return a term in capitals, without spaces, hyphens and accents; empty where a grid cannot hold it.

    A term with figures (raised and lowered ones too), formulas, signs or letters of two scripts ("β-blocker") is left out: its letters
    alone would be another word, and nobody guesses them.
    """
    parted = unicodedata.normalize("NFD", term.replace("*", ""))
    bare = "".join(char for char in parted if not unicodedata.combining(char))
    if any(not (char.isalpha() or char.isspace() or char in _BETWEEN) for char in bare):
        return ""
    if len({unicodedata.name(char, "").partition(" ")[0] for char in bare if char.isalpha()}) > 1:
        return ""
    letters = "".join(char for char in bare.upper() if char.isalpha())
    return letters if SHORTEST <= len(letters) <= LONGEST else ""


def enumeration(term: str) -> str:
    """Return how long a term's words are, as clues give it: `(7)`, `(5,4)`, `(4-5)`."""
    pieces = re.findall(r"[^\W\d_]+|[\s-]", "".join(c for c in unicodedata.normalize("NFC", term.replace("–", "-")) if c not in "'’*"))
    return "(" + "".join(str(len(piece.upper())) if piece[0].isalpha() else "-" if piece == "-" else "," for piece in pieces) + ")"
