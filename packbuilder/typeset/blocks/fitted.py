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


def set_fitted(
    builder: Builder, lines: Sequence[RichText], *, parent: int, box: tuple[float, float, float, float], sizes: Sizes, context: Context
) -> tuple[Leaf, ...]:
    """Set lines, each a paragraph under the node `parent`, into the middle of a box: x and y of its top left corner, width and height.

    At the least size a word wider than the box goes on in the next line; what is then still too high runs over.
    """
    x, y, width, height = box
    fragments = _largest([line for line in lines if line], width, height, sizes, context)
    taken = sum(fragment.height for fragment in fragments) + sum(fragment.slabs[-1].space for fragment in fragments[:-1])
    at = y - max(0.0, (height - taken) / 2)
    leaves: list[Leaf] = []
    for fragment in fragments:
        offset = builder.adopt(fragment, parent=parent)
        for slab in fragment.slabs:
            leaves += shifted(slab.leaves, x, at, nodes=offset)
            at -= slab.height + slab.space
    return tuple(leaves)


def _largest(lines: Sequence[RichText], width: float, height: float, sizes: Sizes, context: Context) -> list[Fragment]:
    inner = context.within(width)
    fragments: list[Fragment] = []
    for size in sizes.steps():
        styles = [_style(context, size * (sizes.head if index == 0 else 1.0)) for index in range(len(lines))]
        if size > sizes.least and any(_widest(line, style, context) > width for line, style in zip(lines, styles, strict=True)):
            continue
        fragments = [set_text(line, style, inner, node=Node(role="P")) for line, style in zip(lines, styles, strict=True)]
        if sum(fragment.height + fragment.slabs[-1].space for fragment in fragments) <= height:
            return fragments
    return fragments


def _style(context: Context, size: float) -> TextStyle:
    spacing = context.layout.spacing
    return replace(
        context.layout.style("body"), size=size, leading=_LEADING * size, before=0.0, after=_APART * size / spacing, align="centre"
    )


def _widest(line: RichText, style: TextStyle, context: Context) -> float:
    return max((box.width for box in boxes(line, style, context.layout.family)), default=0.0)
