"""Exposure: which units print, in a stem or an option, the very words that another unit's scheme credits.

Derived items know what they give away by their keys (`Item.exposes`). Items of banks are written by hand, and what
stands in one may be the answer to another: only the words themselves can tell. `verify` looks for the same in finished
files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from packbuilder.assemble.units import Unit
from packbuilder.document import texts_of
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme, PointsScheme
from packbuilder.text import RichText
from packbuilder.wording import catalogue

_WORD = re.compile(r"[^\W_]+")

_SHORTEST = 3
"""Credited texts of fewer words are not looked for: single terms rightly stand in stems too."""

Words = tuple[str, ...]


def exposures(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield pairs of units' indexes: the first prints what the second's scheme credits. Each pair once or more."""
    credited: dict[Words, list[tuple[Words, int]]] = {}
    for index, unit in enumerate(units):
        for item in unit.items:
            for words in _credited(item):
                credited.setdefault(words[:_SHORTEST], []).append((words, index))
    if not credited:
        return
    for index, unit in enumerate(units):
        for item in unit.items:
            for words in _printed(item):
                for start in range(len(words) - _SHORTEST + 1):
                    for whole, other in credited.get(words[start : start + _SHORTEST], ()):
                        if other != index and words[start : start + len(whole)] == whole:
                            yield index, other


def _credited(item: Item) -> Iterator[Words]:
    scheme = item.scheme
    texts: tuple[RichText, ...] = ()
    if isinstance(scheme, PointsScheme):
        texts = (*(point.text for point in scheme.points), *scheme.indicative)
    elif isinstance(scheme, LevelsScheme):
        texts = scheme.indicative
    for text in texts:
        words = _words(text)
        if len(words) >= _SHORTEST:
            yield words


def _printed(item: Item) -> Iterator[Words]:
    yield _words(item.stem)
    wording = catalogue(item.language)
    blocks = item.interaction.answer_space(item.marks, wording)
    for text in texts_of((*blocks, *(item.stimulus.blocks if item.stimulus else ()))):
        yield _words(text)


def _words(text: RichText) -> Words:
    return tuple(_WORD.findall(flat(text).casefold()))
