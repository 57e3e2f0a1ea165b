"""Putting fragments together: the one place where vertical lists and structure trees are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from packbuilder.identity import same_as
from packbuilder.typeset.fragments import (
    FORBIDDEN,
    LAST_RESORT,
    Fragment,
    Leaf,
    Node,
    Slab,
    adopted,
    leaves_of,
    moved_again,
    paragraph_node,
    shared,
    shifted,
)
from packbuilder.values import replace

_PLAIN = (paragraph_node(""),)


class Builder:
    """Collects slabs and nodes, then gives a `Fragment`. Local to the laying out of one block."""

    def __init__(self, *nodes: Node) -> None:
        self._nodes: list[Node] = list(nodes)
        self._slabs: list[Slab] = []
        # Whole sets, put together once: most are those of other fragments, and come again.
        self._glyphs: set[frozenset[tuple[str, str]]] = set()
        self._pictures: set[str] = set()
        self._segments: list[tuple[Node, ...]] = []
        self._segmented = 0

    @classmethod
    def of(cls, fragment: Fragment) -> Builder:
        """Return a builder that has collected what a fragment is."""
        builder = cls(*fragment.nodes)
        builder._slabs.extend(fragment.slabs)
        builder.uses(fragment)
        return builder

    @property
    def empty(self) -> bool:
        """Whether nothing has been added yet."""
        return not self._slabs

    def node(self, node: Node) -> int:
        """Add a node and return its index."""
        self._nodes.append(node)
        return len(self._nodes) - 1

    def rename(self, index: int, name: str) -> None:
        """Give a node another name than it was added with."""
        self._nodes[index] = self._nodes[index]._replace(name=name)

    def slab(self, slab: Slab, *, glyphs: frozenset[tuple[str, str]] = frozenset(), pictures: Iterable[str] = ()) -> None:
        """Add a slab whose leaves already belong to this builder's nodes."""
        self._slabs.append(slab)
        if glyphs:
            self._glyphs.add(glyphs)
        self._pictures.update(pictures)

    def space(self, points: float) -> None:
        """Ask for at least `points` of white space after what has been added; spaces do not add up."""
        if self._slabs and self._slabs[-1].space < points:
            self._slabs[-1] = replace(self._slabs[-1], space=points)

    def keep(self) -> None:
        """Forbid a page break after what has been added."""
        self.price(FORBIDDEN)

    def price(self, cost: float) -> None:
        """Let a page break after what has been added cost at least `cost`."""
        if self._slabs and self._slabs[-1].after < cost:
            self._slabs[-1] = replace(self._slabs[-1], after=cost)

    def bind(self, least: float) -> None:
        """Let page breaks inside what has been added so far cost at least `least`."""
        self._slabs[:-1] = [replace(slab, after=max(slab.after, least)) for slab in self._slabs[:-1]]

    def height(self) -> float:
        """Height in points of what has been added, without the space after it."""
        return sum(slab.height + slab.space for slab in self._slabs) - (self._slabs[-1].space if self._slabs else 0.0)

    def count(self) -> int:
        """Return how many slabs have been added."""
        return len(self._slabs)

    def release(self) -> None:
        """Allow a page break after what has been added."""
        self.end(0.0)

    def end(self, cost: float) -> None:
        """Let a page break after what has been added cost so much, whatever it cost."""
        if self._slabs and self._slabs[-1].after != cost:
            self._slabs[-1] = replace(self._slabs[-1], after=cost)

    def uses(self, fragment: Fragment) -> None:
        """Note the characters and pictures of a fragment of which leaves are painted."""
        self._glyphs.add(fragment.glyphs)
        if fragment.pictures:
            self._pictures.update(fragment.pictures)

    def slab_glyphs(self, glyphs: frozenset[tuple[str, str]]) -> None:
        """Note characters that an overlay paints."""
        self._glyphs.add(glyphs)

    def adopt(self, fragment: Fragment, *, parent: int = -1) -> int:
        """Take in a fragment's nodes (under `parent`), characters and pictures; return the nodes' offset."""
        offset = len(self._nodes)
        self._nodes += adopted(fragment.nodes, offset=offset, parent=parent)
        self.uses(fragment)
        return offset

    def segment(
        self, fragment: Fragment, *, inside: float, after: float, repeat: tuple[Slab, ...], leaves: tuple[Leaf, ...] | None = None
    ) -> None:
        """Add a fragment of one root, under the first node, below what there is: one of many that are alike.

        `inside` is the cost of a page break in it, `after` that of one after it; `repeat` are the head slabs that a page shows first when it begins
        with one of its slabs. The first of these has `leaves` instead of its own, if there are any.
        """
        if len(self._nodes) != self._segmented:
            # Segments are the last nodes: those before others are none.
            self._segments.clear()
        offset = self.adopt(fragment, parent=0)
        self._segments.append(fragment.nodes)
        self._segmented = len(self._nodes)
        last = len(fragment.slabs) - 1
        for at, slab in enumerate(fragment.slabs):
            # Written out: to copy a slab and then change what is not the same takes half as long again, and each row of each scheme is one.
            self._slabs.append(
                Slab(
                    slab.height,
                    slab.leaves if at or leaves is None else leaves,
                    inside if at < last else after,
                    slab.space,
                    slab.anchor,
                    slab.outline,
                    slab.question,
                    slab.row if slab.row < 0 else slab.row + offset,
                    repeat,
                    slab.closing,
                    slab.spare,
                    slab.parting,
                    slab.words,
                    slab.baseline,
                    slab.base + offset,
                )
            )

    def hold(self, fragment: Fragment, node: int) -> int:
        """Take in what `node`, the one added last, holds, as `adopt` does.

        One plain paragraph is not told of: its text is the node's own. That is what most cells and entries hold, and each element
        that says nothing costs some twenty bytes.
        """
        if not _one_paragraph(fragment.nodes):
            return self.adopt(fragment, parent=node)
        if len(fragment.nodes) > 1:
            inner = shared([each._replace(parent=each.parent - 1) for each in fragment.nodes[1:]])
            self._nodes += adopted(inner, offset=len(self._nodes), parent=node)
        self.uses(fragment)
        return node

    def add(self, fragment: Fragment, *, x: float = 0.0, parent: int = -1, width: float = 0.0) -> None:
        """Add a fragment below what there is, `x` points in."""
        self._below(fragment, x, self.adopt(fragment, parent=parent))

    def add_held(self, fragment: Fragment, node: int, *, x: float = 0.0) -> None:
        """Add what `node`, the one added last, holds below what there is, `x` points in."""
        self._below(fragment, x, self.hold(fragment, node))

    def _below(self, fragment: Fragment, x: float, offset: int) -> None:
        self.space(fragment.before)
        slabs = [replace(slab, question=fragment.question) for slab in fragment.slabs] if fragment.question else fragment.slabs
        self._slabs += [moved(slab, x, offset) for slab in slabs]

    def overlay(self, leaves: Iterable[Leaf], *, index: int, at: int | None = None) -> None:
        """Paint more leaves on the slab at `index` (-1: the last), after so many of its own (None: all); their nodes are this builder's.

        The slab is none that may be left out: what is painted would be gone with it.
        """
        slab = self._slabs[index]
        own = leaves_of(slab)
        self._slabs[index] = replace(slab, leaves=(*own[:at], *leaves, *(own[at:] if at is not None else ())), base=0, spare=False)

    def first(self) -> Slab:
        """Return the first slab."""
        return self._slabs[0]

    def last(self) -> Slab:
        """Return the last slab."""
        return self._slabs[-1]

    def first_height(self) -> float:
        """Height of the first slab in points."""
        return self._slabs[0].height

    def fragment(self, *, before: float = 0.0) -> Fragment:
        """Return what has been collected."""
        return Fragment(
            slabs=tuple(self._slabs),
            nodes=shared(self._nodes),
            segments=tuple(self._segments) if self._segmented == len(self._nodes) else (),
            before=before,
            glyphs=united(self._glyphs),
            pictures=frozenset(self._pictures),
        )


def united(glyphs: Collection[frozenset[tuple[str, str]]]) -> frozenset[tuple[str, str]]:
    """Return all characters of some sets; the very set where there is one."""
    return next(iter(glyphs)) if len(glyphs) == 1 else frozenset().union(*glyphs)


def _one_paragraph(nodes: Sequence[Node]) -> bool:
    """Whether nodes are a paragraph of which there is nothing to say, with what is in it."""
    return nodes == _PLAIN or (nodes[:1] == _PLAIN and all(node.parent >= 0 for node in nodes[1:]))


def moved(slab: Slab, x: float, offset: int, y: float = 0.0) -> Slab:
    """Return a slab whose leaves stand `x` points in and `y` points up, with nodes counted from `offset`."""
    if not (x or y or offset):
        return slab
    leaves = shifted(slab.leaves, x, y) if y else moved_again(same_as(slab.leaves), x) if x else slab.leaves
    put = replace(slab, leaves=leaves, base=slab.base + offset)
    if slab.row < 0 and not slab.repeat and not slab.closing:
        return put
    repeat, closing = (tuple([moved(edge, x, offset) for edge in edges]) for edges in (slab.repeat, slab.closing))
    return replace(put, row=slab.row if slab.row < 0 else slab.row + offset, repeat=repeat, closing=closing)


def kept_with_next(fragment: Fragment, cost: float = FORBIDDEN) -> Fragment:
    """Return the fragment with a page break after it costing at least `cost`: by default none is allowed."""
    last = fragment.slabs[-1]
    return replace(fragment, slabs=(*fragment.slabs[:-1], replace(last, after=max(last.after, cost))))


def kept_whole(fragment: Fragment, cost: float) -> Fragment:
    """Return the fragment with a page break in it or after it costing at least `cost`."""
    return replace(fragment, slabs=tuple(replace(slab, after=max(slab.after, cost)) for slab in fragment.slabs))


def together(fragment: Fragment) -> Fragment:
    """Return the fragment with no page break inside it, unless it is taller than a page.

    What was dear before stays dearer than the rest: a table too tall for a page is divided between its records, not inside one.
    """
    last = len(fragment.slabs) - 1
    slabs = tuple(replace(s, after=s.after + LAST_RESORT) if i < last else s for i, s in enumerate(fragment.slabs))
    return replace(fragment, slabs=slabs)
