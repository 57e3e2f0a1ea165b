"""Branches of the structure tree: a fragment's elements, written from a pattern.

Nearly all fragments have elements that hold either others or content. What is written of them then differs from that of another such
fragment by numbers alone: those of objects, pages and marked content. A pattern is made once for all fragments of a shape, and filled in;
an element for each node, made, filled and written by itself, takes eight times as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from packbuilder.identity import Same
from packbuilder.typeset.branch_kinds import Kind
from packbuilder.typeset.branch_patterns import Pattern, objects_of, pattern_of, read_of, texts_of
from packbuilder.typeset.fragments import ARTIFACT
from packbuilder.typeset.objects import reference
from packbuilder.typeset.seals import SealedTexts


class Run(NamedTuple):
    """Marked content in a row: the page's object number, the MCID of the first, and the node of each."""

    page: int
    mcid: int
    nodes: tuple[int, ...]


class _Part(NamedTuple):
    """A pattern, and what its objects and its texts are filled in with: the numbers that its own are counted from, as patterns have them in order."""

    pattern: Same[Pattern]
    numbers: tuple[int, ...]
    places: tuple[int, ...]


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
        return [each for pattern, numbers, _ in self._parts for each in objects_of(pattern, numbers)]

    @property
    def names(self) -> frozenset[str]:
        """Packbuilder's names for elements of the branch."""
        return self._kind.names

    def sealed(self) -> list[SealedTexts]:
        """Return what a seal is taken of, of several elements at once."""
        return [texts_of(pattern, places) for pattern, _, places in self._parts]

    def read(self) -> list[str]:
        """Return the branch's content as it is read, as a seal sees it, several pieces at once."""
        return [read_of(pattern, places) for pattern, _, places in self._parts if places]


@lru_cache(maxsize=64)
def _in_turn(count: int) -> tuple[int, ...]:
    """Return for each node of so many the place of its content in reading order, which is its own; the last is an artifact's."""
    return (*range(count), ARTIFACT)


def _parts(kind: Kind, runs: Sequence[Run], first: int, parent: int, order: Mapping[int, int]) -> Iterator[_Part]:
    """Yield the parts of a branch: the nodes that are in no segment, then each segment."""
    own, *segments = kind.parts
    if not segments:
        yield _part(pattern_of(own, *_shape(runs), 1), parent, first, runs, order)
        return
    trunk, *others = _shared_out(runs, kind.starts)
    firsts = [first + start for start in kind.starts[:-1]]
    yield _part(pattern_of(own, *_shape(trunk), 1, len(segments)), parent, first, trunk, order, firsts)
    for segment, start, held in zip(segments, firsts, others, strict=True):
        yield _part(pattern_of(segment, *_shape(held), 2), first, start, held, order)


def _part(
    pattern: Same[Pattern], parent: int, first: int, runs: Sequence[Run], order: Mapping[int, int], segments: Sequence[int] = ()
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
