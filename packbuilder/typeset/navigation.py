"""Getting about in a file: the places that anchors name, bookmarks, and links to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from packbuilder.errors import PackbuilderError
from packbuilder.patterns import regex
from packbuilder.typeset.fragments import Node, Page, number
from packbuilder.typeset.objects import Objects, string
from packbuilder.typeset.painting import LinkArea
from packbuilder.typeset.sides import IDENTITY, Spot, point
from packbuilder.values import dataclass

_ADDRESS = regex(r"(https?|mailto):", re.ASCII)


class DanglingLinkError(PackbuilderError):
    """A link to an anchor that stands nowhere in the document."""

    def __init__(self, target: str) -> None:
        super().__init__(f"a link leads to {target!r}, which stands nowhere in the document")
        self.target = target


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a side: its object's number, and a point in points, `x` None where a page has the side to itself; `words` describe it."""

    side: int
    y: float
    words: str = ""
    x: float | None = None

    @property
    def destination(self) -> bytes:
        """The explicit destination: the place at the window's top, the magnification as it is."""
        left = b"null" if self.x is None else number(self.x)
        return b"[%d 0 R/XYZ %s %s null]" % (self.side, left, number(self.y))


def _place(spot: Spot, y: float, words: str = "") -> Place:
    """Return a height of a page as a place on its side: the page's left edge comes to the window's."""
    if spot.matrix == IDENTITY:
        return Place(spot.side, y, words)
    x, top = point(spot.matrix, 0.0, y)
    return Place(spot.side, top, words, x)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its level from 1, its words and where it leads."""

    level: int
    words: str
    place: Place


@dataclass(slots=True)
class _Branch:
    bookmark: Bookmark
    children: list[_Branch] = field(default_factory=list)


def places(pages: Sequence[Page], spots: Sequence[Spot]) -> Mapping[str, Place]:
    """Return the place of each anchor; `spots` are the pages'. The first of two that share a name counts."""
    found: dict[str, Place] = {}
    for page, spot in zip(pages, spots, strict=True):
        for placement in page.placements:
            slab = placement.slab
            if slab.anchor and not placement.repeated:
                words = slab.outline[1] if slab.outline else slab.words
                found.setdefault(slab.anchor, _place(spot, placement.y, words))
    return found


def link_annotation(area: LinkArea, anchors: Mapping[str, Place], parent: int) -> bytes:
    """Return a link's annotation; `parent` is its StructParent. Raises `DanglingLinkError`."""
    words, place = described(area, anchors)
    action = b"/Dest" + place.destination if place else b"/A<</S/URI/URI%s>>" % string(area.element.node.target)
    return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent %d%s>>" % (
        b" ".join(map(number, area.box)),
        string(words),
        parent,
        action,
    )


def described(area: LinkArea, anchors: Mapping[str, Place]) -> tuple[str, Place | None]:
    """Return the words that describe a link, and where it leads; None for an address. Raises `DanglingLinkError`."""
    node = area.element.node
    if _ADDRESS.match(node.target):
        return _described(node) or node.target, None
    if node.target not in anchors:
        raise DanglingLinkError(node.target)
    place = anchors[node.target]
    return _described(node) or place.words or node.target, place


def outline_depths(marks: Iterable[Bookmark]) -> Iterator[tuple[int, Bookmark]]:
    """Yield how deep each bookmark lies once it is nested, from 1: a level that is skipped does not deepen it."""
    above: list[int] = []
    for mark in marks:
        while above and above[-1] >= mark.level:
            above.pop()
        above.append(mark.level)
        yield len(above), mark


def _described(node: Node) -> str:
    return node.alt or node.actual


def add_outline(objects: Objects, bookmarks: Iterable[Bookmark]) -> int:
    """Add the bookmarks, nested by level, those below the top closed; return the root's number, 0 where there are none."""
    roots: list[_Branch] = []
    open_: list[_Branch] = []
    for bookmark in bookmarks:
        while open_ and open_[-1].bookmark.level >= bookmark.level:
            open_.pop()
        branch = _Branch(bookmark)
        (open_[-1].children if open_ else roots).append(branch)
        open_.append(branch)
    if not roots:
        return 0
    root = objects.reserve()
    first = _add_siblings(objects, roots, root)
    objects.put(
        root,
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, first + len(roots) - 1, len(roots)),
    )
    return root


def bookmarks(pages: Sequence[Page], spots: Sequence[Spot]) -> Iterator[Bookmark]:
    """Yield the bookmarks that a document's slabs ask for."""
    for page, spot in zip(pages, spots, strict=True):
        for placement in page.placements:
            if placement.slab.outline and not placement.repeated:
                level, words = placement.slab.outline
                yield Bookmark(level, words, _place(spot, placement.y))


def top_of(page: Page, spot: Spot) -> Place:
    """Return the top left corner of a page."""
    return _place(spot, page.height)


def _add_siblings(objects: Objects, branches: Sequence[_Branch], parent: int) -> int:
    first = objects.reserve(len(branches))
    for index, branch in enumerate(branches):
        own = first + index
        links = b"/Prev %d 0 R" % (own - 1) if index else b""
        links += b"/Next %d 0 R" % (own + 1) if index < len(branches) - 1 else b""
        if branch.children:
            child, count = _add_siblings(objects, branch.children, own), len(branch.children)
            # A negative count: closed, with so many bookmarks to show when it is opened.
            links += b"/First %d 0 R/Last %d 0 R/Count %d" % (child, child + count - 1, -count)
        words, place = string(branch.bookmark.words), branch.bookmark.place.destination
        objects.put_own(own, b"<</Title%s/Parent %d 0 R%s/Dest%s>>" % (words, parent, links, place))
    return first
