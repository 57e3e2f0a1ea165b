"""Branches of the structure tree: a fragment's elements, written from a pattern.

Nearly all fragments have elements that hold either others or content. What is written of them then differs from that of another such
fragment by numbers alone: those of objects, pages and marked content. A pattern is made once for all fragments of a shape, and filled in;
an element for each node, made, filled and written by itself, takes eight times as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.typeset.elements import element_object, elsewhere, sealed
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node
from packbuilder.typeset.objects import reference
from packbuilder.typeset.seals import SealedTexts, apart, place_words, placed_element

_ROLES = frozenset(("Link", "Figure", "Note"))
"""Elements that say more than their nodes and their content: annotations, boxes, identities."""

_MOST = 256
"""Nodes of a fragment without segments: a pattern of more is hardly ever used twice, and large."""

_NUMBER = b"\0"
_REFERENCE = b"\0 0 R"
"""Stands in a pattern in the making where a number will: neither names nor strings have it as they are written."""

_PARENT, _FIRST, _RUNS = range(3)
"""The places of numbers that others are counted from: the parent's object, that of the first node, page and MCID of each run, the first object of each
segment.
"""

Plan: TypeAlias = Sequence[tuple[int, int]]
"""The numbers of a pattern in order: for each the place of the one that it is counted from, and by how much it is more."""


class Run(NamedTuple):
    """Marked content in a row: the page's object number, the MCID of the first, and the node of each."""

    page: int
    mcid: int
    nodes: tuple[int, ...]


class _Pattern(NamedTuple):
    """What nodes become: their objects, and what a seal is taken of.

    `objects` is filled in by `numbers`; the order of `texts`, and `read`, by `places`.
    """

    objects: bytes
    numbers: Plan
    texts: SealedTexts
    read: str
    places: Plan


class _Part(NamedTuple):
    """A pattern, and what it is filled in with: `numbers` as `_PARENT` and the rest tell, `places` the index of the page and the first MCID of each run."""

    pattern: Same[_Pattern]
    numbers: tuple[int, ...]
    places: tuple[int, ...]


class Kind(NamedTuple):
    """What branches of a fragment have in common: the nodes of each part; the segments' first ones, and the end; nodes that lie in no other; those that
    others lie in; and packbuilder's names for all.
    """

    parts: tuple[Same[tuple[Node, ...]], ...]
    starts: tuple[int, ...]
    roots: tuple[int, ...]
    inner: frozenset[int]
    names: frozenset[str]


class Branch:
    """The elements of a fragment: `first` is the number of the first one's object, `parent` that of the Document's."""

    __slots__ = ("_kind", "_parts", "first", "order", "parent", "runs")

    def __init__(self, kind: Kind, nodes: int, first: int, parent: int) -> None:
        self.first = first
        self.parent = parent
        self.order = _in_turn(nodes)
        self.runs: list[Run] = []
        self._kind = kind
        self._parts: tuple[_Part, ...] = ()

    def hold(self, nodes: Sequence[int], page: int, mcid: int) -> list[int]:
        """Note that marked content from `mcid` on, on a page, belongs to nodes; return the numbers of their elements."""
        if nodes:
            self.runs.append(Run(page, mcid, tuple(nodes)))
        first = self.first
        return [first + node for node in nodes]

    def roots(self) -> list[bytes]:
        """Return references to the elements that lie in no other of the branch."""
        return [reference(self.first + index) for index in self._kind.roots]

    def settle(self, order: Mapping[int, int]) -> None:
        """Take what was painted so far for all that there is; `order` has a page's index by the number of its object."""
        self._parts = tuple(_parts(self._kind, self.runs, self.first, self.parent, order))

    def objects(self) -> list[bytes]:
        """Return the elements' dictionaries, in the order of their numbers."""
        return [each for pattern, numbers, _ in self._parts for each in _objects(pattern, numbers)]

    @property
    def names(self) -> frozenset[str]:
        """Packbuilder's names for elements of the branch."""
        return self._kind.names

    def sealed(self) -> list[SealedTexts]:
        """Return what a seal is taken of, of several elements at once."""
        return [_texts(pattern, places) for pattern, _, places in self._parts]

    def read(self) -> list[str]:
        """Return the branch's content as it is read, as a seal sees it, several pieces at once."""
        return [_read(pattern, places) for pattern, _, places in self._parts if places]


@lru_cache(maxsize=256)
def _objects(pattern: Same[_Pattern], numbers: tuple[int, ...]) -> tuple[bytes, ...]:
    # Remembered, as are texts: most of what versions of a paper have in one place has the same numbers.
    found = pattern.__self__
    return tuple((found.objects % tuple([numbers[at] + more for at, more in found.numbers])).split(b"\n"))


@lru_cache(maxsize=256)
def _texts(pattern: Same[_Pattern], places: tuple[int, ...]) -> SealedTexts:
    found = pattern.__self__
    return found.texts._replace(order=_filled(found.texts.order, found.places, places))


@lru_cache(maxsize=256)
def _read(pattern: Same[_Pattern], places: tuple[int, ...]) -> str:
    return _filled(pattern.__self__.read, pattern.__self__.places, places)


def _filled(text: str, plan: Plan, numbers: Sequence[int]) -> str:
    return text % tuple([numbers[at] + more for at, more in plan])


def kind_of(fragment: Fragment) -> Kind | None:
    """Return what a fragment's branches have in common; None where its elements cannot be a branch, or are not worth it."""
    # Versions share the nodes of questions; those of a table with segments are put together anew.
    kind = _segmented(fragment.nodes, fragment.segments) if fragment.segments else _whole(same_as(fragment.nodes))
    if kind is None or not kind.inner.isdisjoint(map(_NODE, chain.from_iterable(map(_LEAVES, fragment.slabs)))):
        return None
    return kind


_LEAVES, _NODE = attrgetter("leaves"), itemgetter(Leaf._fields.index("node"))


@lru_cache(maxsize=1024)
def _whole(same: Same[tuple[Node, ...]]) -> Kind | None:
    nodes = same.__self__
    if not nodes or len(nodes) > _MOST:
        return None
    part = _equal(nodes)
    told = _told(part)
    return told and Kind((part,), (len(nodes),), told.roots, told.inner, told.names)


def _segmented(nodes: tuple[Node, ...], segments: tuple[tuple[Node, ...], ...]) -> Kind | None:
    starts = tuple(accumulate(map(len, segments), initial=len(nodes) - sum(map(len, segments))))
    parts = (_equal(nodes[: starts[0]]), *[_one(same_as(segment)) for segment in segments])
    told = [each for each in map(_told, parts) if each]
    if len(told) < len(parts):
        return None
    # Segments lie under the first node.
    inner = frozenset([0, *[start + each for start, one in zip((0, *starts), told, strict=False) for each in one.inner]])
    return Kind(parts, starts, told[0].roots, inner, frozenset().union(*[each.names for each in told]))


@lru_cache(maxsize=2048)
def _one(nodes: Same[tuple[Node, ...]]) -> Same[tuple[Node, ...]]:
    """Return the first nodes that were equal to these."""
    return _equal(nodes.__self__)


@lru_cache(maxsize=1024)
def _equal(nodes: tuple[Node, ...]) -> Same[tuple[Node, ...]]:
    return same_as(nodes)


class _Told(NamedTuple):
    """What is to be known of nodes: those that lie in no other, those that others lie in, and packbuilder's names for them."""

    roots: tuple[int, ...]
    inner: frozenset[int]
    names: frozenset[str]


@lru_cache(maxsize=1024)
def _told(same: Same[tuple[Node, ...]]) -> _Told | None:
    """Return what is to be known of nodes; None where one of them says more than itself and its content."""
    nodes = same.__self__
    if not _ROLES.isdisjoint([node.role for node in nodes]):
        return None
    return _Told(
        roots=tuple([index for index, node in enumerate(nodes) if node.parent < 0]),
        inner=frozenset([node.parent for node in nodes]) - {ARTIFACT},
        names=frozenset([node.name for node in nodes]) - {""},
    )


@lru_cache(maxsize=64)
def _in_turn(count: int) -> tuple[int, ...]:
    """Return for each node of so many the place of its content in reading order, which is its own; the last is an artifact's."""
    return (*range(count), ARTIFACT)


def _parts(kind: Kind, runs: Sequence[Run], first: int, parent: int, order: Mapping[int, int]) -> Iterator[_Part]:
    """Yield the parts of a branch: the nodes that are in no segment, then each segment."""
    own, *segments = kind.parts
    if not segments:
        yield _part(_pattern(own, *_shape(runs), 1), parent, first, runs, order)
        return
    trunk, *others = _shared_out(runs, kind.starts)
    firsts = [first + start for start in kind.starts[:-1]]
    yield _part(_pattern(own, *_shape(trunk), 1, len(segments)), parent, first, trunk, order, firsts)
    for segment, start, held in zip(segments, firsts, others, strict=True):
        yield _part(_pattern(segment, *_shape(held), 2), first, start, held, order)


def _part(
    pattern: Same[_Pattern], parent: int, first: int, runs: Sequence[Run], order: Mapping[int, int], segments: Sequence[int] = ()
) -> _Part:
    numbers: list[int] = [parent, first]
    places: list[int] = []
    for page, mcid, _ in runs:
        numbers += (page, mcid)
        places += (order[page], mcid)
    return _Part(pattern, (*numbers, *segments), tuple(places))


def _shared_out(runs: Sequence[Run], starts: tuple[int, ...]) -> list[list[Run]]:
    """Return the content of each part, its nodes counted from the part's first; `starts` are the segments' first nodes, and the end."""
    shares: list[list[Run]] = [[] for _ in starts]
    for page, mcid, nodes in runs:
        for part, done, held in _shares(nodes, starts):
            shares[part].append(Run(page, mcid + done, held))
    return shares


@lru_cache(maxsize=256)
def _shares(nodes: Sequence[int], starts: Sequence[int]) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
    """Return what of a row of nodes is in which part: the part, how many nodes of the row are before its, and those, counted from the part's first."""
    shares, done = [], 0
    while done < len(nodes):
        part = bisect_right(starts, nodes[done])
        end = bisect_left(nodes, starts[part], done)
        start = starts[part - 1] if part else 0
        shares.append((part, done, tuple([node - start for node in nodes[done:end]])))
        done = end
    return tuple(shares)


def _shape(runs: Sequence[Run]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return what decides a pattern: the nodes of each run, and the first run that is on the same page."""
    if len(runs) == 1:
        return (runs[0].nodes,), (0,)
    pages = [run.page for run in runs]
    return tuple([run.nodes for run in runs]), tuple([pages.index(page) for page in pages])


@lru_cache(maxsize=512)
def _pattern(
    same: Same[tuple[Node, ...]], runs: tuple[tuple[int, ...], ...], pages: tuple[int, ...], depth: int, segments: int = 0
) -> Same[_Pattern]:
    """Make the pattern of nodes, the roots lying `depth` deep; the first also has so many segments."""
    nodes = same.__self__
    content: dict[int, list[tuple[int, int]]] = {}
    for run, held in enumerate(runs):
        for more, index in enumerate(held):
            content.setdefault(index, []).append((run, more))
    kids: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        kids.setdefault(node.parent, []).append(index)
    numbers: list[tuple[int, int]] = []
    within = {parent: [(_FIRST, kid) for kid in inner] for parent, inner in kids.items()}
    within[0] = [*within.get(0, ()), *((_RUNS + 2 * len(runs) + at, 0) for at in range(segments))]
    written = [_written(node, within.get(index, ()), content.get(index, ()), pages, numbers) for index, node in enumerate(nodes)]
    preorder = list(_preorder(kids, depth))
    texts = [
        placed_element(deep, sealed(nodes[index]), [place_words("%d", "%d") for _ in content.get(index, ())]) for deep, index in preorder
    ]
    places = tuple([each for _, index in preorder for run, more in content.get(index, ()) for each in ((2 * run, 0), (2 * run + 1, more))])
    return same_as(
        _Pattern(
            objects=b"\n".join(written).replace(b"%", b"%%").replace(_NUMBER, b"%d"),
            numbers=tuple(numbers),
            texts=SealedTexts(*map(apart, zip(*texts, strict=True))),
            read=", ".join([place_words("%d", "%d")] * (len(places) // 2)),
            places=places,
        )
    )


def _written(node: Node, kids: Plan, content: Sequence[tuple[int, int]], pages: Sequence[int], numbers: list[tuple[int, int]]) -> bytes:
    """Return an element's dictionary with `_NUMBER` for each number; what those are, as those of `kids` are given, is added to `numbers`."""
    numbers.append((_FIRST, node.parent) if node.parent >= 0 else (_PARENT, 0))
    own = pages[content[0][0]] if content else 0
    if content:
        numbers.append((_RUNS + 2 * own, 0))
    numbers += kids
    children = [_REFERENCE for _ in kids]
    for run, more in content:
        page, mcid = (_RUNS + 2 * run, 0), (_RUNS + 2 * run + 1, more)
        numbers += (mcid,) if pages[run] == own else (page, mcid)
        children.append(_NUMBER if pages[run] == own else elsewhere(_REFERENCE, _NUMBER))
    return element_object(node, _REFERENCE, _REFERENCE if content else b"", children)


def _preorder(kids: Mapping[int, Sequence[int]], depth: int) -> Iterator[tuple[int, int]]:
    """Yield nodes with how deep they lie, each before those in it."""
    waiting = [(depth, root) for root in reversed(kids.get(-1, ()))]
    while waiting:
        deep, index = waiting.pop()
        yield deep, index
        waiting += [(deep + 1, kid) for kid in reversed(kids.get(index, ()))]
