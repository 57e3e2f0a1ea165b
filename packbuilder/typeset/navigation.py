"""Getting about in a file: the places that anchors name, bookmarks, and links to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from packbuilder.errors import PackbuilderError
from packbuilder.typeset.fragments import Node, Page, number
from packbuilder.typeset.objects import Objects, string
from packbuilder.typeset.painting import LinkArea

_ADDRESS = re.compile(r"(https?|mailto):", re.ASCII)


class DanglingLinkError(PackbuilderError):
    """A link to an anchor that stands nowhere in the document."""

    def __init__(self, target: str) -> None:
        super().__init__(f"a link leads to {target!r}, which stands nowhere in the document")
        self.target = target


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page: the page object's number and a height above its foot in points; `words` describe it."""

    page: int
    y: float
    words: str = ""

    @property
    def destination(self) -> bytes:
        """The explicit destination: the place at the window's top, the magnification as it is."""
        return b"[%d 0 R/XYZ null %s null]" % (self.page, number(self.y))


@dataclass(slots=True)
class _Bookmark:
    level: int
    words: str
    place: Place
    children: list[_Bookmark] = field(default_factory=list)


def places(pages: Sequence[Page], numbers: Sequence[int]) -> Mapping[str, Place]:
    """Return the place of each anchor; `numbers` are the page objects'. The first of two that share a name counts."""
    found: dict[str, Place] = {}
    for page, page_number in zip(pages, numbers, strict=True):
        for placement in page.placements:
            slab = placement.slab
            if slab.anchor and not placement.repeated:
                words = slab.outline[1] if slab.outline else slab.words
                found.setdefault(slab.anchor, Place(page_number, placement.y, words))
    return found


def link_annotation(area: LinkArea, anchors: Mapping[str, Place], parent: int) -> bytes:
    """Return a link's annotation; `parent` is its StructParent. Raises `DanglingLinkError`."""
    node = area.element.node
    if _ADDRESS.match(node.target):
        action = b"/A<</S/URI/URI%s>>" % string(node.target)
        words = node.target
    elif node.target in anchors:
        place = anchors[node.target]
        action = b"/Dest" + place.destination
        words = place.words or node.target
    else:
        raise DanglingLinkError(node.target)
    return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent %d%s>>" % (
        b" ".join(map(number, area.box)),
        string(_described(node) or words),
        parent,
        action,
    )


def _described(node: Node) -> str:
    return node.alt or node.actual


def add_outline(objects: Objects, pages: Sequence[Page], numbers: Sequence[int]) -> int:
    """Add the bookmarks, nested by level, those below the top closed; return the root's number, 0 where there are none."""
    roots: list[_Bookmark] = []
    open_: list[_Bookmark] = []
    for bookmark in _bookmarks(pages, numbers):
        while open_ and open_[-1].level >= bookmark.level:
            open_.pop()
        (open_[-1].children if open_ else roots).append(bookmark)
        open_.append(bookmark)
    if not roots:
        return 0
    root = objects.reserve()
    first = _add_siblings(objects, roots, root)
    objects.put(
        root,
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, first + len(roots) - 1, len(roots)),
    )
    return root


def _bookmarks(pages: Sequence[Page], numbers: Sequence[int]) -> Iterator[_Bookmark]:
    for page, page_number in zip(pages, numbers, strict=True):
        for placement in page.placements:
            if placement.slab.outline and not placement.repeated:
                level, words = placement.slab.outline
                yield _Bookmark(level, words, Place(page_number, placement.y))


def _add_siblings(objects: Objects, bookmarks: Sequence[_Bookmark], parent: int) -> int:
    first = objects.reserve(len(bookmarks))
    for index, bookmark in enumerate(bookmarks):
        own = first + index
        links = b"/Prev %d 0 R" % (own - 1) if index else b""
        links += b"/Next %d 0 R" % (own + 1) if index < len(bookmarks) - 1 else b""
        if bookmark.children:
            child, count = _add_siblings(objects, bookmark.children, own), len(bookmark.children)
            # A negative count: closed, with so many bookmarks to show when it is opened.
            links += b"/First %d 0 R/Last %d 0 R/Count %d" % (child, child + count - 1, -count)
        words, place = string(bookmark.words), bookmark.place.destination
        objects.put(own, b"<</Title%s/Parent %d 0 R%s/Dest%s>>" % (words, parent, links, place))
    return first
