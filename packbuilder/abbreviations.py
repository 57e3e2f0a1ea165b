"""Abbreviations: what is written for short with a stop that ends no sentence, in one list for everything that cuts sentences.

`WITHIN` stands in a regular expression right before a stop, `BEHIND` right behind one: both say that it is no abbreviation's own.
"""

from __future__ import annotations

import re
from typing import Final

from packbuilder.patterns import regex

_ALWAYS = "e.g i.e c.f cf etc approx vs viz incl esp Fig Figs fig figs".split()
"""What always goes on ("e.g. copper", "approx. 60 W", "Fig. 2")."""
TITLES: Final = "Dr Mr Mrs Ms Messrs Mme Prof St".split()
"""What a name follows ("St. Paul"); "Mr" before a number is a relative mass."""
_CLIPPED = "vol conc temp vols".split()
"""What ends a sentence before a capital only ("mass 54 g and vol. 20 cm³")."""
_SMALL = r"(?-i:[a-z]{2})"
_OPENS = r"(?:(?-i:[A-Z][a-z])|(?:[^\W\d_]\.?){1,5}\w?\s?=\s|\(?\d[\d.]*\s?[×÷*/])"
"""What opens a sentence behind dotted letters: a word with its capital ("... of p.d. Volt"), a symbol's equation ("... r.t.p. n = 24/24") or a sum; "a p.d. V across" goes on."""


def _unless(stop: str) -> str:
    """Return where no abbreviation's stop stands, for a place behind what `stop` says of it."""
    return "".join(
        (
            *(rf"(?<!\b{re.escape(word)}{stop})" for word in _ALWAYS),
            *(rf"(?:(?<!\b{word}{stop})|(?!\.?\s+(?-i:[A-Z])))" for word in TITLES),
            *(rf"(?:(?<!\b{word}{stop})|(?=\.?\s+(?-i:[A-Z])))" for word in _CLIPPED),
            rf"(?:(?<!\b[Nn]o{stop})|(?!\.?\s+(?:\d|of\b)))",
            rf"(?:(?<!\b[a-z]\.[a-z]{stop})|(?<=\d [sd]\.[fp]{stop})(?!\.?\s+{_SMALL})|(?=\.?\s+{_OPENS}))",
        )
    )


# Looked at only before a stop: at every other place of a text that would cost a hundred times as much.
WITHIN: Final = rf"(?=[.!?:]){_unless('')}"
BEHIND: Final = _unless(r"\.")
_END = regex(rf"\.{BEHIND}(?=\s|$)")
_OPEN = regex(rf"\b(?:{'|'.join(map(re.escape, (*_ALWAYS, *TITLES, 'no')))})\.$", re.IGNORECASE)


def ends(before: str, after: str) -> bool:
    """Whether a stop at the end of one text ends its sentence, where the other one follows it."""
    return not before.endswith(".") or bool(_END.match(f"{before} {after}", len(before) - 1))


def is_open(text: str) -> bool:
    """Whether a text ends with an abbreviation that something must follow, whatever it is."""
    return bool(_OPEN.search(text))
