"""Kinds of branches: which fragments' elements can be one, and what all branches of a fragment have in common."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from packbuilder.identity import Same, same_as
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Node

_ROLES = frozenset(("Link", "Figure", "Note"))
"""Elements that say more than their nodes and their content: annotations, boxes, identities."""

_MOST = 256
"""Nodes of a fragment without segments: a pattern of more is hardly ever used twice, and large."""


class Kind(NamedTuple):
    """What branches of a fragment have in common: the nodes of each part; the segments' first ones, and the end; nodes that lie in no other; those that
    others lie in; and packbuilder's names for all.
    """

    parts: tuple[Same[tuple[Node, ...]], ...]
    starts: tuple[int, ...]
    roots: tuple[int, ...]
    inner: frozenset[int]
    names: frozenset[str]


def kind_of(fragment: Fragment) -> Kind | None:
    """Return what a fragment's branches have in common; None where its elements cannot be a branch, or are not worth it."""
    # Versions share the nodes of questions; those of a table with segments are put together anew.
    kind = _segmented(fragment.nodes, fragment.segments) if fragment.segments else _whole(same_as(fragment.nodes))
    return kind if kind is not None and kind.inner.isdisjoint(bearing(fragment)) else None


def bearing(fragment: Fragment) -> set[int]:
    """Return the nodes that a fragment's leaves belong to."""
    # Nothing of it is remembered by slab: to find that again takes as long as to look at the few leaves that a slab has.
    return {base + node for slab in fragment.slabs for base in (slab.base,) for node, _, _ in slab.leaves if node != ARTIFACT}


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
