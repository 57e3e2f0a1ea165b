"""Spaces at which no line ends: they tie a number to its unit, or to what it is the number of."""

from __future__ import annotations

import re

from packbuilder.figure_words import NUMBERED
from packbuilder.patterns import regex

_BEHIND = "|".join(rf"(?<=\b{re.escape(each)} )" for word in dict.fromkeys(NUMBERED) for each in (word, word.capitalize()))

UNBROKEN = regex(
    r" (?:(?<=\d )(?=(?:%|°C?|[kcmµnMG]?m[²³]?|dm[²³]?|[kmµM]?g|t|[mµn]?s|min|h|[kM]?J|[kM]?W|[mk]?V|[mµ]?A|k?Hz|[kM]?N|k?Pa|K|[mk]?mol|ha|ml|cl|l|L|Ω|p)(?![\w’']))"
    r"|(?=[:;?!»](?:[\s.,)]|$))|(?<=« )"
    r"|(?<=\b[zdui]\. )(?=[Bhad]\.)"
    rf"|(?=(?:\d{{1,3}}|[A-H])(?!\w))(?:{_BEHIND})"
    r"|(?<=(?<![^\s(„])[wzWZ] )(?=[^\W\d_])|(?<=(?<![^\s(„])[aiouAIOU] )(?=[^\W\d_].*[ąęłńśźż]))"
)
"""A space at which no line ends: between a number and its unit, within "z. B." and "d. h.", as French has it before a colon or a question mark and
inside quotation marks, between "Table" and its number, and behind a word of one letter in Polish, where no line may end in "w" or "i". It
begins with the space, which is looked for first: texts are looked through three times as fast."""


def unbroken(text: str) -> str:
    """Return a text whose spaces of this kind are no-break spaces."""
    return UNBROKEN.sub("\u00a0", text) if " " in text else text
