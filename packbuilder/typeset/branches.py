"""Branches of the structure tree: a fragment's elements, written from a pattern.

Nearly all fragments have elements that hold either others or content. What is written of them then differs from that of another such
fragment by numbers alone: those of objects, pages and marked content. A pattern is made once for all fragments of a shape, and filled in;
an element for each node, made, filled and written by itself, takes eight times as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.typeset.elements import element_object, elsewhere, sealed
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Node
from packbuilder.typeset.objects import reference
from packbuilder.typeset.page_seals import NOWHERE
from packbuilder.typeset.seals import Placed, SealedTexts, apart, place_words, placed_element

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

Content: TypeAlias = Mapping[int, Sequence[tuple[int, int]]]
"""What is marked content of each node: the run that it is in, and its place there."""

Plan: TypeAlias = Sequence[tuple[int, int]]
"""The numbers of a pattern in order: for each the place of the one that it is counted from, and by how much it is more."""


class Run(NamedTuple):
    """Marked content in a row: the page's object number, the MCID of the first, and the node of each."""

    page: int
    mcid: int
    nodes: tuple[int, ...]


class _Stretch(NamedTuple):
    """What a seal is taken of nodes in a row on one page, which is that of a run, `NOWHERE` without content; `places` fill in the order of `texts`."""

    run: int
    texts: SealedTexts
    places: Plan


class _Pattern(NamedTuple):
    """What nodes become: their objects, and what a seal is taken of.

    `objects` is filled in by `numbers`; `read` by `places`.
    """

    objects: bytes
    numbers: Plan
    stretches: tuple[_Stretch, ...]
    read: str
    places: Plan
    names: frozenset[str]


class _Part(NamedTuple):
    """A pattern, and what it is filled in with: `numbers` as `_PARENT` and the rest tell, `runs` of its content."""

    pattern: _Pattern
    numbers: tuple[int, ...]
    runs: tuple[Run, ...]


class Branch:
    """The elements of a fragment: `first` is the number of the first one's object, `parent` that of the Document's."""

    __slots__ = ("_parts", "first", "fragment", "order", "parent", "runs")

    def __init__(self, fragment: Fragment, first: int, parent: int) -> None:
        self.fragment = fragment
        self.first = first
        self.parent = parent
        self.order = _in_turn(len(fragment.nodes))
        self.runs: list[Run] = []
        self._parts: tuple[_Part, ...] = ()

    def hold(self, nodes: Sequence[int], page: int, mcid: int) -> list[int]:
        """Note that marked content from `mcid` on, on a page, belongs to nodes; return the numbers of their elements."""
        if nodes:
            self.runs.append(Run(page, mcid, tuple(nodes)))
        first = self.first
        return [first + node for node in nodes]

    def roots(self) -> list[bytes]:
        """Return references to the elements that lie in no other of the branch."""
        nodes, segments = self.fragment.nodes, self.fragment.segments
        # Segments lie under the first node.
        trunk = nodes[: len(nodes) - sum(map(len, segments))] if segments else nodes
        return [reference(self.first + index) for index, node in enumerate(trunk) if node.parent < 0]

    def settle(self) -> None:
        """Take what was painted so far for all that there is."""
        self._parts = tuple(_parts(self))

    def objects(self) -> Iterator[bytes]:
        """Yield the elements' dictionaries, in the order of their numbers."""
        for pattern, numbers, _ in self._parts:
            yield from (pattern.objects % tuple([numbers[at] + more for at, more in pattern.numbers])).split(b"\n")

    def names(self) -> frozenset[str]:
        """Return packbuilder's names for elements of the branch."""
        return frozenset().union(*(part.pattern.names for part in self._parts))

    def sealed(self, order: Mapping[int, int]) -> Iterator[Placed]:
        """Yield what a seal is taken of, of several elements at once; `order` has a page's index by the number of its object."""
        for pattern, _, runs in self._parts:
            places = [each for page, mcid, _ in runs for each in (order[page], mcid)]
            for run, texts, plan in pattern.stretches:
                filled = texts._replace(order=texts.order % tuple([places[at] + more for at, more in plan]))
                yield Placed(places[2 * run] if run != NOWHERE else NOWHERE, filled)

    def read(self, order: Mapping[int, int]) -> Iterator[str]:
        """Yield the branch's content as it is read, as a seal sees it, several pieces at once."""
        for pattern, _, runs in self._parts:
            if runs:
                places = [each for page, mcid, _ in runs for each in (order[page], mcid)]
                yield pattern.read % tuple([places[at] + more for at, more in pattern.places])


def branches_off(fragment: Fragment) -> bool:
    """Whether a fragment's elements can be a branch, and are worth it."""
    nodes = fragment.nodes
    if len(nodes) > _MOST and not fragment.segments:
        return False
    if not nodes or not _ROLES.isdisjoint({node.role for node in nodes}):
        return False
    inner = {node.parent for node in nodes} - {ARTIFACT}
    return inner.isdisjoint({leaf.node for slab in fragment.slabs for leaf in slab.leaves})


@lru_cache(maxsize=64)
def _in_turn(count: int) -> tuple[int, ...]:
    """Return for each node of so many the place of its content in reading order, which is its own; the last is an artifact's."""
    return (*range(count), ARTIFACT)


def _parts(branch: Branch) -> Iterator[_Part]:
    """Yield the parts of a branch: the nodes that are in no segment, then each segment."""
    nodes, segments = branch.fragment.nodes, branch.fragment.segments
    starts = [len(nodes) - sum(map(len, segments))]
    for segment in segments:
        starts.append(starts[-1] + len(segment))
    trunk, *others = _shared_out(branch.runs, starts)
    own = _equal(nodes[: starts[0]]) if segments else _one(same_as(nodes))
    pattern = _pattern(own, *_shape(trunk), 1, len(segments))
    firsts = [branch.first + start for start in starts[:-1]]
    yield _part(pattern, branch.parent, branch.first, trunk, firsts)
    for segment, first, runs in zip(segments, firsts, others, strict=True):
        yield _part(_pattern(_one(same_as(segment)), *_shape(runs), 2), branch.first, first, runs)


def _part(pattern: _Pattern, parent: int, first: int, runs: Sequence[Run], segments: Sequence[int] = ()) -> _Part:
    return _Part(pattern, (parent, first, *[each for page, mcid, _ in runs for each in (page, mcid)], *segments), tuple(runs))


def _shared_out(runs: Sequence[Run], starts: Sequence[int]) -> list[list[Run]]:
    """Return the content of each part, its nodes counted from the part's first; `starts` are the segments' first nodes, and the end."""
    if len(starts) == 1:
        return [list(runs)]
    shares: list[list[Run]] = [[] for _ in starts]
    for page, mcid, nodes in runs:
        done = 0
        while done < len(nodes):
            at = bisect_right(starts, nodes[done])
            end = bisect_left(nodes, starts[at], done)
            start = starts[at - 1] if at else 0
            shares[at].append(Run(page, mcid + done, tuple([node - start for node in nodes[done:end]])))
            done = end
    return shares


def _shape(runs: Sequence[Run]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Return what decides a pattern: the nodes of each run, and the first run that is on the same page."""
    if len(runs) == 1:
        return (runs[0].nodes,), (0,)
    pages = [run.page for run in runs]
    return tuple([run.nodes for run in runs]), tuple([pages.index(page) for page in pages])


@lru_cache(maxsize=2048)
def _one(nodes: Same[tuple[Node, ...]]) -> Same[tuple[Node, ...]]:
    """Return the first nodes that were equal to these."""
    return _equal(nodes.__self__)


@lru_cache(maxsize=1024)
def _equal(nodes: tuple[Node, ...]) -> Same[tuple[Node, ...]]:
    return same_as(nodes)


@lru_cache(maxsize=512)
def _pattern(
    same: Same[tuple[Node, ...]], runs: tuple[tuple[int, ...], ...], pages: tuple[int, ...], depth: int, segments: int = 0
) -> _Pattern:
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
    stretches = [_stretch(run, each, nodes, content) for run, each in _by_page(_preorder(kids, depth), content, pages)]
    places = tuple([each for _, _, plan in stretches for each in plan])
    return _Pattern(
        objects=b"\n".join(written).replace(b"%", b"%%").replace(_NUMBER, b"%d"),
        numbers=tuple(numbers),
        stretches=tuple(stretches),
        read=", ".join([place_words("%d", "%d")] * (len(places) // 2)),
        places=places,
        names=frozenset(node.name for node in nodes if node.name),
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


def _by_page(preorder: Iterable[tuple[int, int]], content: Content, pages: Sequence[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield nodes in a row on one page, each with its depth, and the run that the page is of; without content nodes stand with the next that have some."""
    run, found, waiting = NOWHERE, list[tuple[int, int]](), list[tuple[int, int]]()
    for each in preorder:
        waiting.append(each)
        if not (places := content.get(each[1])):
            continue
        page = pages[places[0][0]]
        if found and page != run:
            yield run, found
            found = []
        run, found, waiting = page, found + waiting, []
    if found:
        yield run, found
    if waiting:
        yield NOWHERE, waiting


def _stretch(run: int, preorder: Sequence[tuple[int, int]], nodes: Sequence[Node], content: Content) -> _Stretch:
    """Return what a seal is taken of nodes, given with their depths."""
    texts = [
        placed_element(deep, sealed(nodes[index]), [place_words("%d", "%d") for _ in content.get(index, ())]) for deep, index in preorder
    ]
    places = tuple([each for _, index in preorder for at, more in content.get(index, ()) for each in ((2 * at, 0), (2 * at + 1, more))])
    return _Stretch(run, SealedTexts(*map(apart, zip(*texts, strict=True))), places)


def _preorder(kids: Mapping[int, Sequence[int]], depth: int) -> Iterator[tuple[int, int]]:
    """Yield nodes with how deep they lie, each before those in it."""
    waiting = [(depth, root) for root in reversed(kids.get(-1, ()))]
    while waiting:
        deep, index = waiting.pop()
        yield deep, index
        waiting += [(deep + 1, kid) for kid in reversed(kids.get(index, ()))]
