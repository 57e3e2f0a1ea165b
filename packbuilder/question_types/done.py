"""Done: what is credited for being drawn, or for being chosen of what the question offers: its words may stand in the stem."""

from __future__ import annotations

import re

from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.patterns import regex
from packbuilder.text import RichText

_DRAWN = frozenset({"drawing"})
_DRAWING = frozenset({"Construct", "Draw", "Plot", "Sketch"})
"""Commands that a candidate follows with a pencil: `Draw a wave of amplitude 3 cm`, with a mark for the amplitude of 3 cm."""

_OFFERED = regex(
    r"\b(?:[Ss]tate|[Ss]ay|[Dd]ecide|[Jj]udge|[Tt]ick|[Ii]ndicate|[Ii]dentify|[Dd]educe|[Pp]redict) (?:whether|if) "
    r"(?P<what>[^.?!]+?)(?=[.?!]|,? (?:because|since)\b|$)"
)
"""`State whether the student is right`: one of what it offers is the answer. What stands in another sentence, or gives a reason, is not offered."""


def is_done(item: Item, credited: RichText) -> bool:
    """Whether a credited text says what is drawn or chosen, so that it gives nothing away where the stem says it too."""
    if item.interaction.kind in _DRAWN or item.command in _DRAWING:
        return True
    found = _OFFERED.search(flat(item.stem))
    return found is not None and f" {_words(flat(credited))} " in f" {_words(found['what'])} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
