"""Lines of text in a box of a fixed size: as large as they fit, never cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from packbuilder.layout import TextStyle
from packbuilder.text import RichText
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import Fragment, Leaf, Node, shifted
from packbuilder.typeset.words import boxes

_STEP = 0.5
_LEADING = 1.25
_APART = 0.15
"""White space between lines of a box, against their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Text sizes in points: from `largest` down to `least`, the first line of a box `head` times as large as the others."""

    largest: float
    least: float
    head: float = 1.0

    def steps(self) -> Iterator[float]:
        """Yield the sizes to be tried."""
        size = self.largest
        while size > self.least:
            yield size
            size -= _STEP
        yield self.least


class Fitter:
    """Sets lines into boxes of one width. Remembers the lines that it has set: labels of one sheet have most of them in common."""

    def __init__(self, builder: Builder, *, width: float, sizes: Sizes, context: Context) -> None:
        self._builder = builder
        self._sizes = sizes
        self._context = context.within(width)
        self._known: dict[tuple[RichText, float], Fragment] = {}

    def set(self, lines: Sequence[RichText], *, parent: int, x: float, y: float, height: float) -> tuple[Leaf, ...]:
        """Set lines, each a paragraph under the node `parent`, into the middle of a box whose top left corner is (x, y).

        At the least size a word wider than the box goes on in the next line; what is then still too high runs over.
        """
        fragments = self._largest([line for line in lines if line], height)
        taken = sum(fragment.height for fragment in fragments) + sum(fragment.slabs[-1].space for fragment in fragments[:-1])
        at = y - max(0.0, (height - taken) / 2)
        leaves: list[Leaf] = []
        for fragment in fragments:
            offset = self._builder.adopt(fragment, parent=parent)
            for slab in fragment.slabs:
                leaves += shifted(slab.leaves, x, at, nodes=offset)
                at -= slab.height + slab.space
        return tuple(leaves)

    def _largest(self, lines: Sequence[RichText], height: float) -> list[Fragment]:
        fragments: list[Fragment] = []
        for size in self._sizes.steps():
            sizes = [size * (self._sizes.head if index == 0 else 1.0) for index in range(len(lines))]
            fragments = [self._set(line, own) for line, own in zip(lines, sizes, strict=True)]
            if sum(fragment.height + fragment.slabs[-1].space for fragment in fragments) > height:
                continue
            if not any(map(self._cuts, fragments, lines, sizes)):
                return fragments
        return fragments

    def _set(self, line: RichText, size: float) -> Fragment:
        known = self._known.get((line, size))
        if known is None:
            known = self._known[line, size] = set_text(line, self._style(size), self._context, node=Node(role="P"))
        return known

    def _cuts(self, fragment: Fragment, line: RichText, size: float) -> bool:
        """Whether a word is cut at the end of a line; what stands on one line has none."""
        context = self._context
        return len(fragment.slabs) > 1 and any(box.width > context.width for box in boxes(line, self._style(size), context.layout.family))

    def _style(self, size: float) -> TextStyle:
        layout = self._context.layout
        after = _APART * size / layout.spacing
        return replace(layout.style("body"), size=size, leading=_LEADING * size, before=0.0, after=after, align="centre")
