"""Where one arrangement ends and the next begins in a cell that holds several: signs and words between them, or nothing but spaces (`MLP18 ET25 WP`)."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidates.codes import NO_TIME
from packbuilder.readers.candidates.needs import AMOUNT
from packbuilder.readers.candidates.words import COLOUR

_OF_A_DATE = r"(?<=\d)/\d\d?/\d\d|(?<=/\d)/\d\d|(?<=/\d\d)/\d\d"
"""A stroke within a date: `approved 14/01/2027` is one remark, and 14 no size of letters."""
_PARTS = regex(
    rf"[;,&+|•\r\n]+|(?!(?<=\bn)/a\b|(?<=\b\d)/\d\b|{_OF_A_DATE})/|\b(?:and|plus|with|a)\b(?=\s)",
    re.IGNORECASE,
)
_SIZE = r"(?:18|24|36)"
_SIZED = rf"(?:(?:m?lp|mod|(?:modified )?large print|enlarged|a3|n)[ -]?{_SIZE}(?: ?p(?:oin)?ts?)?|{_SIZE} ?p(?:oin)?ts?(?: bold)?(?: large print)?)"
"""A paper by the size of its letters: `MLP18`, `LP 24pt`, `18 point`."""
_TINTED = rf"(?:cp[ :-]*\(?(?:{COLOUR}|[yc])\b\)?|(?:pale |light )?{COLOUR} papers?)"
"""A paper by its colour: `CP(Y)`, `CP Yellow`, `cream paper`."""
_PIECE = regex(rf"(?<![^\W_])(?:{AMOUNT}|{_SIZED}|{_TINTED}|{NO_TIME})(?![^\W_])", re.IGNORECASE)
_DASH = regex(r"\s[–-]\s")
_RESTS = regex(r"\bs?rb\b|\bbreak", re.IGNORECASE)
_WORDED = regex(r"et|e/t|time|extra|ychwanegol", re.IGNORECASE)
_CODED_PAPER = regex(rf"\bcp[ :-]*\(?(?P<colour>{COLOUR}|[yc])\b\)?", re.IGNORECASE)
_LETTERS = {"y": "yellow", "c": "cream"}
"""Colours that a letter says: B may be blue or buff, G green or grey, P pink, peach or purple."""


def parts_of(text: str) -> tuple[str, ...]:
    """Return the arrangements of a cell, each by itself."""
    parts = filter(None, (part.strip(" .") for part in _PARTS.split(text)))
    return tuple(piece for part in parts for piece in _pieces(part))


@lru_cache(maxsize=4096)
def _pieces(part: str) -> tuple[str, ...]:
    """Return the codes that stand in a part with nothing but spaces between them; the part as it is where anything else stands there too."""
    pieces = [match.group() for match in _PIECE.finditer(part)]
    if len(pieces) < 2 or _DASH.sub("", _PIECE.sub("", part)).strip(" .:"):
        return (part,)
    # `25% RB` may be a quarter of the time in breaks.
    if any(map(_RESTS.search, pieces)) and any("%" in each and not _WORDED.search(each) for each in pieces):
        return (part,)
    return tuple(pieces)


def coloured(part: str) -> str:
    """Return a part with words for a code of coloured paper: `yellow paper` for `CP(Y)`."""
    return _CODED_PAPER.sub(lambda match: f"{_LETTERS.get(match['colour'].casefold(), match['colour'])} paper", part)
