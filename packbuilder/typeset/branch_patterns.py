"""Patterns of branches: what nodes become, written once for all branches of a shape, and filled in with numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.typeset.elements import element_object, elsewhere, sealed
from packbuilder.typeset.fragments import Node
from packbuilder.typeset.seals import SealedTexts, apart, place_words, placed_element

_NUMBER = b"\0"
_REFERENCE = b"\0 0 R"
"""Stands in a pattern in the making where a number will: neither names nor strings have it as they are written."""

_PARENT, _FIRST, _RUNS = range(3)
"""The places of numbers that others are counted from: the parent's object, that of the first node, page and MCID of each run, the first object of each
segment.
"""

Plan: TypeAlias = Sequence[tuple[int, int]]
"""The numbers of a pattern in order: for each the place of the one that it is counted from, and by how much it is more."""


class Pattern(NamedTuple):
    """What nodes become: their objects, and what a seal is taken of.

    `objects` is filled in by `numbers`; the order of `texts`, and `read`, by `places`.
    """

    objects: bytes
    numbers: Plan
    texts: SealedTexts
    read: str
    places: Plan


@lru_cache(maxsize=512)
def pattern_of(
    same: Same[tuple[Node, ...]], runs: tuple[tuple[int, ...], ...], pages: tuple[int, ...], depth: int, segments: int = 0
) -> Same[Pattern]:
    """Return the pattern of nodes, the roots lying `depth` deep; the first also has so many segments.

    `runs` are the nodes of each run of content, `pages` for each the first run that is on the same page.
    """
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
        Pattern(
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


@lru_cache(maxsize=256)
def objects_of(pattern: Same[Pattern], numbers: tuple[int, ...]) -> tuple[bytes, ...]:
    """Return the dictionaries of a pattern's elements, from the numbers that its own are counted from."""
    # Remembered, as are texts: most of what versions of a paper have in one place has the same numbers.
    found = pattern.__self__
    return tuple((found.objects % tuple([numbers[at] + more for at, more in found.numbers])).split(b"\n"))


@lru_cache(maxsize=256)
def texts_of(pattern: Same[Pattern], places: tuple[int, ...]) -> SealedTexts:
    """Return what a seal is taken of, from the index of the page and the first MCID of each run."""
    found = pattern.__self__
    return found.texts._replace(order=_filled(found.texts.order, found.places, places))


@lru_cache(maxsize=256)
def read_of(pattern: Same[Pattern], places: tuple[int, ...]) -> str:
    """Return a pattern's content as it is read, from the same as `texts_of`."""
    return _filled(pattern.__self__.read, pattern.__self__.places, places)


def _filled(text: str, plan: Plan, numbers: Sequence[int]) -> str:
    return text % tuple([numbers[at] + more for at, more in plan])
