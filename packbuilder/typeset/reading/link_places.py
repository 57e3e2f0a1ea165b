"""Links whose tags have been exchanged: each is read in one place and clicked in the other, and both lead there and back without a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from packbuilder.typeset.reading.tree import Element
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass

_SLACK = 3.0
"""Points by which a text may begin beside the box in which it is clicked."""


@dataclass(slots=True)
class _On:
    """What a link has on one page: where its texts begin, and where it can be clicked."""

    places: list[tuple[float, float]]
    boxes: list[Box]


def exchanged_links(tree: Element) -> Iterator[str]:
    """Yield each link that can be clicked on none of its words on a page, and where another one has its words, one sentence each."""
    pages: dict[int, list[_On]] = defaultdict(list)
    for link in tree.find(role="Link"):
        on: dict[int, _On] = {}
        for content in (content for each in link.walk() for content in each.contents):
            if content.place is not None:
                on.setdefault(content.page, _On([], [])).places.append(content.place)
        for target in link.targets:
            on.setdefault(target.on, _On([], [])).boxes.append(target.box)
        for page, found in on.items():
            pages[page].append(found)
    for page, links in pages.items():
        for each in links:
            others = (place for other in links if other is not each for place in other.places)
            if each.boxes and each.places and not _within(each.places, each.boxes) and _within(others, each.boxes):
                yield f"page {page}: a link is clicked where another one is read"


def _within(places: Iterator[tuple[float, float]] | list[tuple[float, float]], boxes: list[Box]) -> bool:
    return any(
        left - _SLACK <= x <= right + _SLACK and bottom - _SLACK <= y <= top + _SLACK
        for x, y in places
        for left, bottom, right, top in boxes
    )
