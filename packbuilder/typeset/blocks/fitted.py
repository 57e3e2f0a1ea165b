"""Lines of text in a box of a fixed size: as large as they fit, never cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil

from packbuilder.layout import TextStyle
from packbuilder.patterns import regex
from packbuilder.text import RichText, Run
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import Fragment, Leaf, leaves_of, paragraph_node
from packbuilder.typeset.overlong import longest
from packbuilder.typeset.words import as_a_whole, boxes, face_width
from packbuilder.values import dataclass, replace

_STEP = 0.5
_LEADING = 1.25
_APART = 0.15
"""White space between lines of a box, against their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Text sizes in points: from `largest` down to `least`, the first line of a box `head` times as large as the others.

    A line that is too long for the others' size is set smaller, by itself: down to `share` of it, else to `least`, and to `smallest` only where
    nothing else is low enough.
    """

    largest: float
    least: float
    head: float = 1.0
    share: float = 0.6
    smallest: float = 0.0

    def ways(self) -> Iterator[tuple[float, float]]:
        """Yield the sizes to be tried, each with the least that a single line may have beside it."""
        yield from ((size, max(self.least, self.share * size)) for size in self.steps())
        yield from ((size, self.least) for size in self.steps())
        if 0 < self.smallest < self.least:
            yield from ((size, self.smallest) for size in self.steps())
            yield self.smallest, self.smallest

    def steps(self) -> Iterator[float]:
        """Yield the sizes to be tried."""
        size = self.largest
        while size > self.least:
            yield size
            size -= _STEP
        yield self.least


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a line needs at a size of 1 point: its words side by side, and the longest of them; 0 where that does not grow with the size."""

    words: float
    longest: float


_NO_EXTENT = _Extent(0.0, 0.0)
_DIVISIBLE = regex("[-–—/]")
"""Signs after which a word may go on in the next line."""

_DOUBT = 0.05
"""Points within which widths that are counted up from 1 point decide nothing."""


class Fitter:
    """Sets lines into boxes of one width. Remembers the lines that it has set: labels of one sheet have most of them in common."""

    def __init__(self, builder: Builder, *, width: float, sizes: Sizes, context: Context) -> None:
        self._builder = builder
        self._sizes = sizes
        self._context = context.within(width)
        self._known: dict[tuple[RichText, float], Fragment] = {}
        self._styles: dict[float, TextStyle] = {}

    def set(self, lines: Sequence[RichText], *, parent: int, x: float, y: float, height: float) -> tuple[Leaf, ...]:
        """Set lines, each a paragraph under the node `parent`, into the middle of a box whose top left corner is (x, y).

        At the least size a word wider than the box goes on in the next line; what is too high at the smallest runs over.
        """
        fragments = self._largest([line for line in lines if line], height)
        taken = sum(fragment.height for fragment in fragments) + sum(fragment.slabs[-1].space for fragment in fragments[:-1])
        at = y - max(0.0, (height - taken) / 2)
        leaves: list[Leaf] = []
        for fragment in fragments:
            offset = self._builder.adopt(fragment, parent=parent)
            for slab in fragment.slabs:
                leaves += leaves_of(slab, x, at, nodes=offset)
                at -= slab.height + slab.space
        return tuple(leaves)

    def _largest(self, lines: Sequence[RichText], height: float) -> list[Fragment]:
        extents = [self._extent(line) for line in lines]
        sizes: list[float] = []
        for size, floor in self._sizes.ways():
            sizes = self._within(size, floor, extents)
            while sizes:
                if not self._surely_too_high(extents, sizes, height):
                    fragments = [self._set(line, own) for line, own in zip(lines, sizes, strict=True)]
                    if sum(fragment.height + fragment.slabs[-1].space for fragment in fragments) <= height:
                        return fragments
                sizes = self._smaller(sizes, floor, extents)
        last = self._sizes.smallest or self._sizes.least
        return [self._set(line, last * (self._sizes.head if index == 0 else 1.0)) for index, line in enumerate(lines)]

    def _within(self, size: float, floor: float, extents: Sequence[_Extent]) -> list[float]:
        """Return a size for each line, at most that of a box: as large as its longest word has room. Below the least size there is none: the word
        goes on in the next line.
        """
        sizes: list[float] = []
        for index, extent in enumerate(extents):
            own = size * (self._sizes.head if index == 0 else 1.0)
            room = (self._context.width - _DOUBT) / extent.longest if extent.longest else own
            if room < floor:
                if floor > self._sizes.least:
                    return []
                room = floor
            sizes.append(own if room >= own else max(floor, room // _STEP * _STEP))
        return sizes

    def _smaller(self, sizes: Sequence[float], floor: float, extents: Sequence[_Extent]) -> list[float]:
        """Return the sizes with that of the line that takes most lines one step smaller; nothing where none takes several."""
        taken = [extent.words * size / self._context.width for extent, size in zip(extents, sizes, strict=True)]
        longest = max(range(len(sizes)), key=lambda index: taken[index])
        if taken[longest] <= 1 or sizes[longest] <= floor:
            return []
        return [max(floor, size - _STEP) if index == longest else size for index, size in enumerate(sizes)]

    def _surely_too_high(self, extents: Sequence[_Extent], sizes: Sequence[float], height: float) -> bool:
        """Whether lines cannot fit at these sizes: seen before they are set, which takes a hundred times as long."""
        width = self._context.width + _DOUBT
        least = [max(1, ceil(extent.words * size / width)) for extent, size in zip(extents, sizes, strict=True)]
        return sum(size * (count * _LEADING + _APART) for count, size in zip(least, sizes, strict=True)) > height + _DOUBT

    def _extent(self, line: RichText) -> _Extent:
        layout, style = self._context.layout, self._style(1.0)
        extent = _extent(line, style, layout.family)
        if extent.longest * self._sizes.largest <= self._context.width:
            return extent
        # An overlong word is divided before it makes a line small.
        return replace(extent, longest=longest(boxes(line, style, layout.family), layout, self._context.wording.language))

    def _set(self, line: RichText, size: float) -> Fragment:
        known = self._known.get((line, size))
        if known is None:
            known = self._known[line, size] = set_text(line, self._style(size), self._context, node=paragraph_node(""))
        return known

    def _style(self, size: float) -> TextStyle:
        known = self._styles.get(size)
        if known is None:
            known = self._styles[size] = self._new_style(size)
        return known

    def _new_style(self, size: float) -> TextStyle:
        layout = self._context.layout
        after = _APART * size / layout.spacing
        return replace(layout.style("body"), size=size, leading=_LEADING * size, before=0.0, after=after, align="centre")


@lru_cache(maxsize=2048)
def _extent(line: RichText, style: TextStyle, family: str) -> _Extent:
    whole = as_a_whole(line, style, family)
    if whole is not None and not _DIVISIBLE.search(whole.text):
        # Counted without a piece for each word, which is most of what it costs to set them.
        advances = [face_width(whole.face, word) / 1000 + style.tracking * len(word) for word in whole.text.split(" ")]
        return _Extent(sum(advances), max(advances))
    if not all(isinstance(inline, Run) for inline in line):
        return _NO_EXTENT
    widths = [box.width for box in boxes(line, style, family)]
    return _Extent(sum(widths), max(widths, default=0.0))
