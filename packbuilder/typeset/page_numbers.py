"""The numbers of page objects, and the page tree over them: pages in a row, or each copy's in a block with all else that is the copy's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from packbuilder.typeset.copies import Blocks, strides
from packbuilder.typeset.fragments import Laid
from packbuilder.typeset.imposition import sides_of
from packbuilder.typeset.objects import Objects, references
from packbuilder.values import dataclass

_KIDS = 32
"""The most children of a node of the page tree: more than that are put under nodes between."""

_A_COPY = 4
"""Objects of a copy besides those of its pages, elements and links: nodes of the page tree and of the parent tree, its Document, and one to spare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumbers:
    """The object's number of each copy's first page, whose others follow; the parents of all pages, by number; and blocks, where there are any."""

    objects: Objects
    firsts: tuple[int, ...]
    parents: Mapping[int, int]
    blocks: Blocks | None = None

    @classmethod
    def given(cls, objects: Objects, copies: Sequence[Laid], counts: Sequence[int], root: int, stride: int = 0) -> PageNumbers:
        """Reserve the numbers of all pages and add the page tree; `counts` are the sides of each copy. Without a stride there are no blocks."""
        distinct = {id(laid): (count, kind) for kind, (laid, count) in enumerate(zip(copies, counts, strict=True))}
        # What is painted is stored once and is no copy's: its numbers are kept free below the blocks.
        painted = sum(count for count, _ in distinct.values())
        kinds = [distinct[id(laid)][1] for laid in copies]
        blocks = Blocks.above(objects.count + painted, stride=stride, kinds=kinds) if stride else None
        if blocks is None:
            first = objects.reserve(sum(counts))
            firsts = tuple(accumulate(counts, initial=first))[:-1]
            return cls(objects=objects, firsts=firsts, parents=page_tree(objects, range(first, first + sum(counts)), root))
        objects.shared, objects.blocks = objects.reserve(painted), blocks
        firsts = blocks.begins
        parents: dict[int, int] = {}
        nodes = []
        for first, count in zip(firsts, counts, strict=True):
            node, pages = first + count, range(first, first + count)
            objects.put(node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%s>>" % (root, count, references(pages)))
            parents.update(dict.fromkeys(pages, node))
            nodes.append(node)
        objects.put(root, b"<</Type/Pages/Count %d/Kids%s>>" % (sum(counts), references(nodes)))
        return cls(objects=objects, firsts=firsts, parents=parents, blocks=blocks)

    @property
    def order(self) -> Mapping[int, int]:
        """Each page's index in the file, by its number."""
        return {number: at for at, number in enumerate(self.parents)}

    def begin(self, copy: int) -> int:
        """Begin a copy: objects are numbered in its block from now on. Return the number of its first page."""
        if self.blocks:
            self.objects.count = self.parents[self.firsts[copy]]
        return self.firsts[copy]

    def end(self) -> None:
        """Number what is added from now on after all blocks."""
        if self.blocks:
            self.objects.count = self.blocks.end - 1


def strides_for(copies: Sequence[Laid], *, tagged: bool = True) -> tuple[int, ...]:
    """Return the strides that a file of copies may be numbered by, to be tried in turn; of documents that are all different, 0."""
    distinct = {id(laid): laid for laid in copies}
    if len(distinct) == len(copies):
        return (0,)
    return strides(max(_most(laid, tagged=tagged) for laid in distinct.values()), len(copies))


def _most(laid: Laid, *, tagged: bool) -> int:
    """Return how many objects a copy has at most."""
    linked, sides = 0, len(sides_of(laid))
    for page in laid.pages:
        for placement in page.placements:
            nodes, base = laid.fragments[placement.fragment].nodes, placement.slab.base
            linked += sum(1 for leaf in placement.slab.leaves if leaf.box and leaf.node >= 0 and nodes[base + leaf.node].target)
    if not tagged:
        return _A_COPY + sides + linked
    # A side and the list of its elements; a link and the key of its element.
    return _A_COPY + 2 * (sides + linked) + sum(len(each.nodes) for each in laid.fragments)


def page_tree(objects: Objects, pages: Sequence[int], root: int) -> dict[int, int]:
    """Add a balanced page tree over page objects; return the parent of each page."""
    parents: dict[int, int] = {}
    counts = dict.fromkeys(pages, 1)
    below: dict[int, list[int]] = {}
    level = list(pages)
    while True:
        groups = [level[start : start + _KIDS] for start in range(0, len(level), _KIDS)] or [[]]
        nodes = [root] if len(groups) == 1 else [objects.reserve() for _ in groups]
        for node, group in zip(nodes, groups, strict=True):
            below[node] = group
            counts[node] = sum(counts[each] for each in group)
            parents.update(dict.fromkeys(group, node))
        level = nodes
        if level == [root]:
            break
    for node, group in below.items():
        parent = b"/Parent %d 0 R" % parents[node] if node != root else b""
        objects.put(node, b"<</Type/Pages%s/Count %d/Kids%s>>" % (parent, counts[node], references(group)))
    return parents
