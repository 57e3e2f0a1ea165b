"""That answer spaces hold what they announce to whoever does not see them: as many lines to write on, or boxes to fill in, and a frame as high as is told.

Lines stand evenly, and as far apart as the layout has them: in large print that is what a candidate's larger writing needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from packbuilder.layout import POINTS_PER_MM
from packbuilder.patterns import regex
from packbuilder.typeset.reading.marked_content import Stroke
from packbuilder.typeset.reading.tree import Element
from packbuilder.wording import catalogue

_NUMBER = regex(r"\d+", re.ASCII)

_LINES = "space.lines"
_COUNTED = (_LINES, "space.boxes")
"""Messages that announce a number, each line or box of which is a path of its own."""

_MEASURED = ("space.draw", "space.draw.squared")
"""Messages that announce the height of a frame in millimetres."""

_NEAR = 0.5
"""Millimetres by which a frame may be higher or lower than its height in whole ones."""


_EVEN = 0.75
"""Points by which the distances of lines may differ: rounding."""

_LEAST = 0.8
"""Where a page is full, lines of large print may be so much nearer than their layout has them (`typeset/breaking.py` and `blocks/answers.py`)."""


def space_faults(tree: Element, language: str, pitch: float = 0.0) -> Iterator[str]:
    """Yield the answer spaces, in a document of a language, that show more or fewer lines or boxes than they announce, lines otherwise apart, or a frame of another height.

    `pitch` is how far apart lines stand in the document's layout, in points; 0 where that is not known.
    """
    language = tree.language or language
    if tree.role == "Form" and (found := _NUMBER.search(tree.alt)):
        yield from _unlike(tree, int(found[0]), language, pitch)
    for child in tree.children:
        yield from space_faults(child, language, pitch)


def _unlike(space: Element, number: int, language: str, pitch: float) -> Iterator[str]:
    """Yield in what a space differs from the words that announce it, in which there is a number."""
    wording = catalogue(language)
    strokes = [stroke for content in space.contents for stroke in content.strokes]
    if number and any(wording.count(message, number) == space.alt for message in _COUNTED) and number != len(strokes):
        yield f"page {space.page}: what is announced as “{space.alt}” shows {len(strokes)}"
    if number and wording.count(_LINES, number) == space.alt:
        for page in dict.fromkeys(content.page for content in space.contents):
            lines = [stroke for content in space.contents if content.page == page for stroke in content.strokes]
            yield from _apart(lines, page, pitch)
    if any(wording.say(message, height=number) == space.alt for message in _MEASURED):
        height = max((stroke.height for stroke in strokes), default=0.0) / POINTS_PER_MM
        if abs(height - number) > _NEAR:
            yield f"page {space.page}: what is announced as “{space.alt}” is {height:.0f} mm high"


def _apart(lines: Sequence[Stroke], page: int, pitch: float) -> Iterator[str]:
    """Yield that a page's lines of one space stand unevenly, or nearer than they should.

    Where a space goes on upon the other small page of a sheet, its lines go on in both directions: that is no distance of lines.
    """
    steps = [(below.x - above.x, below.y - above.y) for above, below in pairwise(lines)]
    gaps = [hypot(x, y) for x, y in steps if min(abs(x), abs(y)) < _EVEN]
    if gaps and max(gaps) - min(gaps) > _EVEN:
        yield f"page {page}: lines to write on stand unevenly, {min(gaps) / POINTS_PER_MM:.1f} to {max(gaps) / POINTS_PER_MM:.1f} mm apart"
    elif gaps and min(gaps) < _LEAST * pitch:
        yield f"page {page}: lines to write on stand {min(gaps) / POINTS_PER_MM:.1f} mm apart, and not {pitch / POINTS_PER_MM:.1f}"
