"""Painting a page: the leaves of its placements between their marked-content operators, joined once.

Marked content never nests: each leaf stands between its own BDC and EMC, neighbouring leaves of one node between one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from packbuilder.typeset.fragments import ARTIFACT, Leaf, Page, Placement, number
from packbuilder.typeset.sides import IDENTITY, Box, Matrix, area
from packbuilder.typeset.structure import Element, Structure, TaggedFragment
from packbuilder.values import dataclass

_LAYOUT = b"/Artifact<</Type/Layout>>BDC\n"
PAGINATION = b"/Artifact<</Type/Pagination>>BDC\n"
END = b"EMC\n"
_DONE = b"Q\n"

_IN_ORDER = itemgetter(0)


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link may be clicked: its element and its box in coordinates of the side (left, bottom, right, top)."""

    element: Element
    box: Box


@dataclass(slots=True)
class Painting:
    """A side in the making: its object's number, its content so far, the elements of its marked content by MCID, and its links."""

    number: int
    parts: list[bytes] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        """The content stream."""
        return b"".join(self.parts)


def paint_page(page: Page, matrix: Matrix, painting: Painting, structure: Structure) -> None:
    """Paint a page on a side, where `matrix` takes it, and announce it to the structure."""
    parts = painting.parts
    if matrix != IDENTITY:
        parts.append(b"q %s cm\n" % b" ".join(map(number, matrix)))
    _artifacts(page.furniture, parts)
    for (index, repeated), group in groupby(page.placements, lambda each: (each.fragment, each.repeated)):
        if repeated:
            _artifacts(group, parts)
        else:
            _fragment(tuple(group), index, matrix, painting, structure)
    if matrix != IDENTITY:
        parts.append(_DONE)


def paint_marks(marks: bytes, painting: Painting) -> None:
    """Paint crop and fold marks, which are nobody's content."""
    if marks:
        painting.parts += (_LAYOUT, b"q\n", marks, b"Q\n", END)


def paint_bare(page: Page) -> bytes:
    """Return the content of a page that looks as the tagged one does and tells nobody what its parts are."""
    parts: list[bytes] = []
    for placement in (*page.furniture, *page.placements):
        origin = _origin(placement.x, placement.y)
        for leaf in placement.slab.leaves:
            parts += (origin, leaf.operators, _DONE)
    return b"".join(parts)


def moved(matrix: Matrix, content: bytes) -> bytes:
    """Return a page's content where a matrix takes it."""
    return content if matrix == IDENTITY else b"q %s cm\n%sQ\n" % (b" ".join(map(number, matrix)), content)


@lru_cache(maxsize=8192)
def _origin(x: float, y: float) -> bytes:
    # Remembered: placements share their margins and, from version to version, most of their heights.
    return b"q 1 0 0 1 %s %s cm\n" % (number(x), number(y))


def _artifacts(placements: Iterable[Placement], parts: list[bytes]) -> None:
    """Paint furniture and repeated table heads, whatever their leaves are."""
    start = len(parts)
    for placement in placements:
        origin = _origin(placement.x, placement.y)
        for leaf in placement.slab.leaves:
            parts += (origin, leaf.operators, _DONE)
    if len(parts) > start:
        parts.insert(start, PAGINATION)
        parts.append(END)


def _fragment(placements: Sequence[Placement], index: int, matrix: Matrix, painting: Painting, structure: Structure) -> None:
    """Paint what a fragment has on the page, in the reading order of its nodes."""
    parts, mcid = painting.parts, len(painting.parents)
    tagged = structure.fragment(index)
    order = tagged.order
    # Artifacts come before all that is read.
    artifacts: list[bytes] = []
    leaves: list[tuple[int, int, bytes, Leaf, Placement]] = []
    for placement in placements:
        _, slab, x, y, _ = placement
        origin, base = _origin(x, y), slab.base
        for leaf in slab.leaves:
            node, operators, _ = leaf
            if not operators:
                continue
            if node == ARTIFACT:
                artifacts += (origin, operators, _DONE)
            else:
                leaves.append((order[base + node], base + node, origin, leaf, placement))
    if artifacts:
        parts += (_LAYOUT, *artifacts, END)
    leaves.sort(key=_IN_ORDER)
    nodes: list[int] = []
    roles = structure.fragments[index].nodes
    open_node = ARTIFACT
    for _, node, origin, leaf, _ in leaves:
        if node != open_node:
            parts += (END if nodes else b"", _begin(roles[node].role, mcid + len(nodes)))
            nodes.append(node)
            open_node = node
        parts += (origin, leaf.operators, _DONE)
    if nodes:
        parts.append(END)
    painting.parents += tagged.hold(nodes, painting.number, mcid)
    if isinstance(tagged, TaggedFragment):
        elements = tagged.elements
        painting.links += _areas([(elements[node], leaf, place) for _, node, _, leaf, place in leaves if leaf.box], matrix)


@lru_cache(maxsize=2048)
def _begin(role: str, mcid: int) -> bytes:
    return b"/%s<</MCID %d>>BDC\n" % (role.encode("ascii"), mcid)


def _areas(boxed: Sequence[tuple[Element, Leaf, Placement]], matrix: Matrix) -> Iterator[LinkArea]:
    """Return a link's areas, one a slab; note where a figure stands."""
    areas = [each for each in boxed if each[0].node.role in ("Link", "Figure")]
    for _, group in groupby(areas, lambda each: (id(each[0]), id(each[2]))):
        members = tuple(group)
        element, _, placement = members[0]
        boxes = [leaf.box for _, leaf, _ in members if leaf.box]
        left, bottom, right, top = zip(*boxes, strict=True)
        x, y = placement.x, placement.y
        box = (min(left) + x, min(bottom) + y, max(right) + x, max(top) + y)
        if matrix != IDENTITY:
            box = area(matrix, box)
        if element.node.role == "Link" and element.node.target:
            yield LinkArea(element, box)
        elif element.node.role == "Figure" and element.box is None:
            element.box = box
