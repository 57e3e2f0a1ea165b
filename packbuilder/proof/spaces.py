"""That answer spaces hold what they announce to whoever does not see them: as many lines to write on, or boxes to fill in, and a frame as high as is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.layout import POINTS_PER_MM
from packbuilder.patterns import regex
from packbuilder.typeset.reading.tree import Element
from packbuilder.wording import catalogue

_NUMBER = regex(r"\d+", re.ASCII)

_COUNTED = ("space.lines", "space.boxes")
"""Messages that announce a number, each line or box of which is a path of its own."""

_MEASURED = ("space.draw", "space.draw.squared")
"""Messages that announce the height of a frame in millimetres."""

_NEAR = 0.5
"""Millimetres by which a frame may be higher or lower than its height in whole ones."""


def space_faults(tree: Element, language: str) -> Iterator[str]:
    """Yield the answer spaces, in a document of a language, that show more or fewer lines or boxes than they announce, or a frame of another height."""
    language = tree.language or language
    if tree.role == "Form" and (found := _NUMBER.search(tree.alt)):
        yield from _unlike(tree, int(found[0]), language)
    for child in tree.children:
        yield from space_faults(child, language)


def _unlike(space: Element, number: int, language: str) -> Iterator[str]:
    """Yield in what a space differs from the words that announce it, in which there is a number."""
    wording = catalogue(language)
    strokes = [stroke for content in space.contents for stroke in content.strokes]
    if number and any(wording.count(message, number) == space.alt for message in _COUNTED) and number != len(strokes):
        yield f"page {space.page}: what is announced as “{space.alt}” shows {len(strokes)}"
    if any(wording.say(message, height=number) == space.alt for message in _MEASURED):
        height = max((stroke.height for stroke in strokes), default=0.0) / POINTS_PER_MM
        if abs(height - number) > _NEAR:
            yield f"page {space.page}: what is announced as “{space.alt}” is {height:.0f} mm high"
