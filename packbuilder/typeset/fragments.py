"""Fragments: laid-out blocks that know nothing of their place on a page.

A block is laid out once for a layout and a width. The result is a vertical list, as in TeX: slabs that may not be
divided, and the cost of a page break after each. Every slab paints **leaves**; a leaf says what its operators *are*: a
node of the fragment's own small structure tree, or an artifact. The writer gives leaves their marked-content numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.typeset.sides import Duplex, Side
from packbuilder.values import dataclass

ARTIFACT: Final = -1
"""A leaf's node when it is page furniture, a rule, a tint or an answer line: real content to nobody."""

FORBIDDEN: Final = float("inf")
"""The cost of a page break that may not happen."""

LAST_RESORT: Final = 400.0
"""The cost of a page break inside what belongs together: dearer than another page, so taken only where no page holds it."""

LONELY: Final = 60.0
"""The cost of a page break that leaves one row of a table or one entry of a list alone, against 100 for one more page."""

_Box: TypeAlias = tuple[float, float, float, float]

Role: TypeAlias = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "Caption", "Figure", "Formula", "Link", "Span", "TOC", "TOCI", "Note", "Form",
]  # fmt: skip


Scope: TypeAlias = Literal["", "Row", "Column"]
"""What a header cell is the head of."""


class Node(NamedTuple):
    """A node of a fragment's structure tree.

    `parent` is the index of another node of the fragment, before this one, or -1 for the fragment's own parent.
    `name` is packbuilder's role for it (`question`, `credit`, `stem`, `marks` ...), written as the element's class, so that
    `verify` can find it. `scope` is for header cells, `columns` for cells that span. `target` is a link's anchor.
    `lines` is how many ruled lines an answer space has: each is a leaf of its node. Arguments are named; a tuple, since nodes are
    looked up thousands of times a paper, and a tuple's hash is found without running any Python.
    """

    role: Role
    parent: int = -1
    name: str = ""
    alt: str = ""
    actual: str = ""
    language: str = ""
    scope: Scope = ""
    columns: int = 1
    target: str = ""
    numbering: Literal["", "Disc", "Decimal", "UpperAlpha"] = ""
    lines: int = 0


@lru_cache(maxsize=16)
def paragraph_node(name: str) -> Node:
    """Return the node of a paragraph of a name: nearly all that a document has are one and the same."""
    return Node(role="P", name=name)


class Leaf(NamedTuple):
    """Painting operators, relative to the slab's top left corner, y upwards (so inside the slab y is negative).

    `node` is an index into the fragment's nodes, counted from the slab's `base`, or `ARTIFACT`. `box` is (left, bottom, right, top) of what it paints,
    in the same coordinates; needed for links and figures, else None.
    """

    node: int
    operators: bytes
    box: _Box | None = None


@dataclass(frozen=True, slots=True)
class Slab:
    """Something that may not be divided: its height in points, its leaves, and the cost of a page break after it.

    `space` is white space after the slab in points, dropped at a page's end. `anchor` is a target that stands here;
    `outline` its level and words in the bookmarks. `question` is the number of the question that the slab belongs
    to ("3"), or empty. `row` is the node of the table row that the slab is a slice of, or -1. `repeat` are head slabs
    that a page shows first when it begins with this slab, and `closing` slabs that it shows last when it ends with it before others
    of its fragment. `spare`: it may be left out where a page would overflow.
    `parting`: it parts what stands on one page, and is left out at a page's beginning and end.
    `words` say what the anchor is, for links to it, where the bookmarks do not. `baseline` is that of
    a line of text, in points from the slab's top (0: it is none), for what stands beside it. The nodes of its leaves are counted from the node
    `base` of its fragment, so that what comes again in other fragments has the same leaves there.
    """

    height: float
    leaves: tuple[Leaf, ...] = ()
    after: float = 0.0
    space: float = 0.0
    anchor: str = ""
    outline: tuple[int, str] | None = None
    question: str = ""
    row: int = -1
    repeat: tuple[Slab, ...] = ()
    closing: tuple[Slab, ...] = ()
    spare: bool = False
    parting: bool = False
    words: str = ""
    baseline: float = 0.0
    base: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A laid-out block: its vertical list, its structure nodes, and the characters and pictures it uses.

    `glyphs` maps a face's name to the characters that it must embed. `pictures` maps a picture's resource name to its
    digest. `before` is white space above in points, dropped at the top of a page; neighbouring spaces are not added
    up: the larger counts. `question` is the number of the question that all of it belongs to, or empty.

    `segments` are the last of the nodes, put together of parts that come again, as rows of a table do: each has one root, under the
    fragment's first node, and knows its nodes by their places in it.
    """

    slabs: tuple[Slab, ...]
    nodes: tuple[Node, ...] = ()
    segments: tuple[tuple[Node, ...], ...] = ()
    before: float = 0.0
    glyphs: frozenset[tuple[str, str]] = frozenset()
    pictures: frozenset[str] = frozenset()
    question: str = ""

    @property
    def height(self) -> float:
        """Height in points when it is not divided, without `before` and without the space after the last slab."""
        inner = sum(slab.height + slab.space for slab in self.slabs)
        return inner - (self.slabs[-1].space if self.slabs else 0.0)


class Placement(NamedTuple):
    """A slab of a fragment on a page: its top left corner in page coordinates (points, from the bottom left)."""

    fragment: int
    slab: Slab
    x: float
    y: float
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page: its size in points, its placements in reading order, and its furniture.

    `furniture` are artifact slabs with their places; `label` the page's printed number.
    """

    width: float
    height: float
    placements: tuple[Placement, ...]
    furniture: tuple[Placement, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A paginated document: its fragments in reading order and the pages that their slabs stand on.

    `sides` are the sides of paper that the pages go to; none: each page is a side. `duplex`: how the paper is turned.
    """

    fragments: tuple[Fragment, ...]
    pages: tuple[Page, ...]
    glyphs: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    sides: tuple[Side, ...] = ()
    duplex: Duplex = ""

    def question(self, placement: Placement) -> str:
        """Return the number of the question that stands at a placement, or an empty text."""
        return self.fragments[placement.fragment].question or placement.slab.question


@lru_cache(maxsize=2048)
def moved_again(leaves: Same[tuple[Leaf, ...]], dx: float) -> tuple[Leaf, ...]:
    """Return leaves moved to the right by `dx` points: the same for the same, since what stands in questions and lists comes again there."""
    return shifted(leaves.__self__, dx, 0.0)


def leaves_of(slab: Slab, dx: float = 0.0, dy: float = 0.0, *, nodes: int = 0) -> tuple[Leaf, ...]:
    """Return a slab's leaves, moved by (dx, dy) points, with their nodes counted as those of its fragment, or from `nodes` on."""
    return shifted(slab.leaves, dx, dy, nodes=slab.base + nodes)


def shifted(leaves: tuple[Leaf, ...], dx: float, dy: float, *, nodes: int = 0) -> tuple[Leaf, ...]:
    """Return the leaves moved by (dx, dy) points, with their nodes counted from `nodes`."""
    if not (dx or dy or nodes):
        return leaves
    if not (dx or dy):
        return tuple(renumbered(leaves, nodes))
    return tuple(
        [Leaf(leaf.node if leaf.node == ARTIFACT else leaf.node + nodes, *_moved(leaf.operators, leaf.box, dx, dy)) for leaf in leaves]
    )


@lru_cache(maxsize=1024)
def _moved(operators: bytes, box: _Box | None, dx: float, dy: float) -> tuple[bytes, _Box | None]:
    # Remembered, so that what stands at one place of many rows is there once.
    moved = box and (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
    return b"q 1 0 0 1 %s %s cm\n%sQ\n" % (number(dx), number(dy), operators), moved


def renumbered(leaves: Iterable[Leaf], nodes: int) -> list[Leaf]:
    """Return the leaves where they are, with their nodes counted from `nodes`."""
    return [leaf if leaf.node == ARTIFACT else Leaf(leaf.node + nodes, leaf.operators, leaf.box) for leaf in leaves]


def lowered(beside: Slab, line: Slab) -> float:
    """Return by how many points what stands beside a line of text must stand lower, so that both have one baseline."""
    return line.baseline - beside.baseline if beside.baseline and line.baseline else 0.0


def adopted(nodes: tuple[Node, ...], *, offset: int, parent: int) -> tuple[Node, ...]:
    """Return a fragment's nodes for use inside another: counted from `offset`, the roots put under `parent`."""
    if not offset and parent < 0:
        return nodes
    return _adopted_again(same_as(nodes), offset, parent) if len(nodes) <= _FEW else _adopted(nodes, offset, parent)


def _adopted(nodes: tuple[Node, ...], offset: int, parent: int) -> tuple[Node, ...]:
    return tuple([_under(node, parent if node.parent < 0 else node.parent + offset) for node in nodes])


@lru_cache(maxsize=4096)
def _adopted_again(nodes: Same[tuple[Node, ...]], offset: int, parent: int) -> tuple[Node, ...]:
    return _adopted(nodes.__self__, offset, parent)


_FEW = 32
"""Nodes of what is like others: an option, a question, a table's row."""


def shared(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return nodes as a tuple: the first that was equal where they are few, so that what is made of them is known by its identity."""
    return _one(tuple(nodes)) if len(nodes) <= _FEW else tuple(nodes)


@lru_cache(maxsize=1024)
def _one(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return nodes


@lru_cache(maxsize=8192)
def _under(node: Node, parent: int) -> Node:
    # Remembered: the rows of tables and the labels of sheets have the same nodes in the same places.
    return node._replace(parent=parent)


@lru_cache(maxsize=8192)
def number(value: float) -> bytes:
    """Return a PDF number: at most three decimals (a third of a micrometre), no exponent, no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if text in ("-0", "") else text.encode()
