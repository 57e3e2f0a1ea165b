"""Whether what is read in a row also stands in a row: the order of the tags against the places of the text on its pages.

Text goes down a page, and across it from column to column. Of two elements side by side in the tree the second may stand below the first, beside it
on its right, or on a later page; where it stands above, on its left or on an earlier page, eye and ear are told different things. So they are
where a piece of the second stands over a piece of the first in one column: two stems that changed places leave the outlines of their questions
as they were. Of a table's cells only the order in their row is asked, since each may begin at another height; of pictures, captions and notes
nothing, which stand where there is room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from packbuilder.languages import primary
from packbuilder.typeset.reading.readback import Element
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass

_LOOSE = frozenset("Figure Formula Caption Note Artifact Link Annot Form Lbl Ruby Warichu Aside FENote".split())
_CELLS = frozenset(("TH", "TD"))
_LEFTWARDS = frozenset(("ar", "he", "fa", "ur", "yi"))
"""Languages that are written from right to left."""

_CARDS = "cards"
"""A sheet of cards: each is read with its back, which stands on the next page; how they follow each other, their fronts tell."""

_SLACK = 2.0
"""Points by which texts may reach into each other without being in another order."""

_RISE = 0.8
"""Of its size a text reaches above its baseline, about; a quarter below."""


@dataclass(frozen=True, slots=True)
class Order:
    """How many steps from one element to the next could be compared with the page, and how many of each page go back."""

    steps: int
    back: Counter[int]


def reading_order(tree: Element, *, language: str) -> Order:
    """Compare the order of a tree with the places of its text; `language` is the file's tag."""
    steps, back = 0, Counter[int]()
    leftwards = primary(language) in _LEFTWARDS
    extents: dict[int, tuple[tuple[int, Box], tuple[int, Box]] | None] = {}
    pieces: dict[int, dict[int, list[Box]]] = {}
    for element in tree.walk():
        for one, other in pairwise(element.children):
            if one.role in _LOOSE or other.role in _LOOSE:
                continue
            ends, begins = _extent(one, extents), _extent(other, extents)
            if ends is not None and element.name == _CARDS:
                ends = (ends[0], ends[0])
            if ends is None or begins is None or ends[1][0] < begins[0][0]:
                continue
            steps += 1
            page = begins[0][0]
            turned = ends[1][0] > page
            if (
                turned
                or _goes_back(ends[1][1], begins[0][1], row=other.role in _CELLS, leftwards=leftwards)
                or _stands_over(other, one, pieces, page)
            ):
                back[page] += 1
    return Order(steps, back)


def _stands_over(later: Element, earlier: Element, known: dict[int, dict[int, list[Box]]], page: int) -> bool:
    """Whether a piece of what is read later stands over a piece of what was read before it, in one column of a page."""
    below, above = (_pieces(each, known).get(page, ()) for each in (earlier, later))
    return any(one[1] >= other[3] - _SLACK and min(one[2], other[2]) - max(one[0], other[0]) > _SLACK for other in below for one in above)


def _pieces(element: Element, known: dict[int, dict[int, list[Box]]]) -> dict[int, list[Box]]:
    """Return the boxes of an element's pieces of text by page, without what stands where there is room."""
    key = id(element)
    if key not in known:
        found: dict[int, list[Box]] = {}
        for page, box in _own_boxes(element):
            found.setdefault(page, []).append(box)
        for child in element.children:
            for page, boxes in _pieces(child, known).items() if child.role not in _LOOSE else ():
                found.setdefault(page, []).extend(boxes)
        known[key] = found
    return known[key]


def _goes_back(one: Box, other: Box, *, row: bool, leftwards: bool) -> bool:
    """Whether the second of two boxes stands before the first, as a page is read."""
    beside = other[2] <= one[0] + _SLACK if leftwards else other[0] >= one[2] - _SLACK
    before = other[0] >= one[2] - _SLACK if leftwards else other[2] <= one[0] + _SLACK
    above = other[1] >= one[3] - _SLACK
    level = other[1] < one[3] - _SLACK and other[3] > one[1] + _SLACK
    return before if row else (above and not beside) or (level and before)


def _extent(
    element: Element, known: dict[int, tuple[tuple[int, Box], tuple[int, Box]] | None]
) -> tuple[tuple[int, Box], tuple[int, Box]] | None:
    """Return the box of an element's text on the first page that has any, and on the last; None where it has none that can be seen."""
    key = id(element)
    if key not in known:
        pages: dict[int, Box] = {}
        for page, box in _boxes(element):
            held = pages.get(page, box)
            pages[page] = (min(held[0], box[0]), min(held[1], box[1]), max(held[2], box[2]), max(held[3], box[3]))
        listed = list(pages.items())
        known[key] = (listed[0], listed[-1]) if listed else None
    return known[key]


def _boxes(element: Element) -> Iterator[tuple[int, Box]]:
    for each in element.walk():
        yield from _own_boxes(each)


def _own_boxes(element: Element) -> Iterator[tuple[int, Box]]:
    for content in element.contents:
        for shown in content.pieces:
            if shown.visible and shown.text.strip():
                left, right = min(shown.x, shown.end), max(shown.x, shown.end)
                yield content.page, (left, shown.y - shown.size / 4, right, shown.y + _RISE * shown.size)
