"""By what letters a language counts options, parts and sections: no letter of a Greek paper is Latin, however alike they look."""

from __future__ import annotations

from functools import lru_cache

from packbuilder.languages import primary
from packbuilder.patterns import regex

_GREEK = "α β γ δ ε στ ζ η θ".split()
_GREEK_TENS = ["", "ι", "κ"]
"""What Greek counts by: its letters as figures, of which the sixth is two signs; behind the tenth they are put together (ια, ιβ)."""
_COUNTED = [f"{tens}{unit}" for tens in _GREEK_TENS for unit in ("", *_GREEK)][1:27]
_COUNTING = {"el": _COUNTED}
"""By what letters a language counts options, parts and sections, where that is not a to z."""
_BRACKETED = regex(r"\((?P<letter>[α-ω]{1,3})\)")


@lru_cache(maxsize=256)
def counted_by(letter: str, language: str) -> str:
    """Return the letter that a language has where English has `letter`, in capitals or small ones: Γ for C in Greek. No letter is Latin there, however alike."""
    counting = _COUNTING.get(primary(language))
    place = ord(letter.lower()) - ord("a") if letter.isascii() and len(letter) == 1 and letter.isalpha() else -1
    if counting is None or not 0 <= place < len(counting):
        return letter
    return counting[place].upper() if letter.isupper() else counting[place]


def as_english(label: str) -> str:
    """Return a question's label with its part as English counts, under which records have it: `3(b)` for `3(β)`."""
    return _BRACKETED.sub(
        lambda found: f"({chr(ord('a') + _COUNTED.index(found['letter']))})" if found["letter"] in _COUNTED else found[0], label
    )
