"""Patterns of branches: what nodes become, written once for all branches of a shape, and filled in with numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.typeset.elements import element_object, elsewhere, sealed
from packbuilder.typeset.fragments import Node
from packbuilder.typeset.page_seals import NOWHERE
from packbuilder.typeset.seals import Placed, SealedTexts, apart, place_words, placed_element

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


class _Stretch(NamedTuple):
    """What a seal is taken of nodes in a row on one page, which is that of a run, `NOWHERE` without content; `places` fill in the order of `texts`."""

    run: int
    texts: SealedTexts
    places: Plan


class Pattern(NamedTuple):
    """What nodes become: their objects, and what a seal is taken of.

    `objects` is filled in by `numbers`; `read` by `places`.
    """

    objects: bytes
    numbers: Plan
    stretches: tuple[_Stretch, ...]
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
    stretches = tuple([_stretch(run, each, nodes, content) for run, each in _by_page(_preorder(kids, depth), content, pages)])
    places = tuple([each for _, _, plan in stretches for each in plan])
    return same_as(
        Pattern(
            objects=b"\n".join(written).replace(b"%", b"%%").replace(_NUMBER, b"%d"),
            numbers=tuple(numbers),
            stretches=stretches,
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


@lru_cache(maxsize=256)
def objects_of(pattern: Same[Pattern], numbers: tuple[int, ...]) -> tuple[bytes, ...]:
    """Return the dictionaries of a pattern's elements, from the numbers that its own are counted from."""
    # Remembered, as are texts: most of what versions of a paper have in one place has the same numbers.
    found = pattern.__self__
    return tuple((found.objects % tuple([numbers[at] + more for at, more in found.numbers])).split(b"\n"))


@lru_cache(maxsize=256)
def texts_of(pattern: Same[Pattern], places: tuple[int, ...]) -> tuple[Placed, ...]:
    """Return what a seal is taken of, page by page, from the index of the page and the first MCID of each run."""
    return tuple(
        [
            Placed(NOWHERE if run == NOWHERE else places[2 * run], texts._replace(order=_filled(texts.order, plan, places)))
            for run, texts, plan in pattern.__self__.stretches
        ]
    )


@lru_cache(maxsize=256)
def read_of(pattern: Same[Pattern], places: tuple[int, ...]) -> str:
    """Return a pattern's content as it is read, from the same as `texts_of`."""
    return _filled(pattern.__self__.read, pattern.__self__.places, places)


def _filled(text: str, plan: Plan, numbers: Sequence[int]) -> str:
    return text % tuple([numbers[at] + more for at, more in plan])
