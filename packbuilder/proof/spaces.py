"""That answer spaces hold what they announce: as many lines to write on, or boxes to fill in, as whoever does not see them is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.patterns import regex
from packbuilder.typeset.reading.tree import Element
from packbuilder.wording import catalogue

_NUMBER = regex(r"\d+", re.ASCII)

_COUNTED = ("space.lines", "space.boxes")
"""Messages that announce a number, each line or box of which is a path of its own."""


def space_faults(tree: Element, language: str) -> Iterator[str]:
    """Yield the answer spaces, in a document of a language, that show more or fewer lines or boxes than they announce."""
    language = tree.language or language
    announced = _announced(tree.alt, language) if tree.role == "Form" else 0
    shown = sum(len(content.strokes) for content in tree.contents)
    if announced and announced != shown:
        yield f"page {tree.page}: what is announced as “{tree.alt}” shows {shown}"
    for child in tree.children:
        yield from space_faults(child, language)


def _announced(words: str, language: str) -> int:
    """Return how many lines or boxes words announce; 0 where they announce none."""
    found = _NUMBER.search(words)
    number = int(found[0]) if found else 0
    wording = catalogue(language)
    return number if number and any(wording.count(message, number) == words for message in _COUNTED) else 0
