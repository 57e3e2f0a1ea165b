"""Spaces at which no line ends: they tie a number to its unit, or to what it is the number of."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.figure_words import NUMBERED
from packbuilder.patterns import regex

_NUMBERED = frozenset([each for word in NUMBERED for each in (word, word.capitalize())])
_LONGEST = max(map(len, _NUMBERED))

_UNBROKEN = regex(
    r" (?:(?<=\d )(?=(?:%|°C?|[kcmµnMG]?m[²³]?|dm[²³]?|[kmµM]?g|t|[mµn]?s|min|h|[kM]?J|[kM]?W|[mk]?V|[mµ]?A|k?Hz|[kM]?N|k?Pa|K|[mk]?mol|ha|ml|cl|l|L|Ω|p)(?![\w’']))"
    r"|(?=[:;?!»](?:[\s.,)]|$))|(?<=« )"
    r"|(?<=\b[zdui]\. )(?=[Bhad]\.)"
    r"|(?<=(?<![^\s(„])[wzWZ] )(?=[^\W\d_])|(?<=(?<![^\s(„])[aiouAIOU] )(?=[^\W\d_].*[ąęłńśźż])"
    r"|(?=(?:\d{1,3}|[A-H])(?!\w))(?P<number>))"
)
"""A space at which no line ends: between a number and its unit, within "z. B." and "d. h.", as French has it before a colon or a question mark and
inside quotation marks, behind a word of one letter in Polish, where no line may end in "w" or "i"; and one before what may be the `number` of a
table. It begins with the space, which is looked for first: texts are looked through three times as fast."""

_WORD = regex(r"\w+\.?$")


@lru_cache(maxsize=512)
def unbroken(text: str) -> str:
    """Return a text whose spaces of this kind are no-break spaces. Remembered: most texts are measured before they are set."""
    return _UNBROKEN.sub(_tied, text) if " " in text else text


def _tied(space: re.Match[str]) -> str:
    """Return what stands for a space; between "Table" and its number, but not before any other number, one at which no line ends."""
    if space["number"] is None:
        return "\u00a0"
    before = _WORD.search(space.string[max(0, space.start() - _LONGEST - 1) : space.start()])
    return "\u00a0" if before is not None and before[0] in _NUMBERED else " "
