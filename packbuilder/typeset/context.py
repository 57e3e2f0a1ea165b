"""What a block needs to know to be laid out: the layout, its width, and how to lay out the blocks inside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

from packbuilder.document import Block
from packbuilder.identity import Same, same_as
from packbuilder.layout import Layout
from packbuilder.typeset.fragments import Fragment
from packbuilder.wording import Catalogue

K = TypeVar("K")
T = TypeVar("T")

Inner: TypeAlias = tuple[object, ...]
"""What a block is made of that no document has as a block; it is laid out once, as blocks are. Each kind is a named tuple: they are looked
up many times a page, and a tuple's hash is found without running any Python.
"""


class Lays(Protocol):
    """What lays blocks out, remembering what it has laid out before: the setter."""

    def context_of(self, layout: Layout, width: float, language: str) -> Context:
        """Return the context for a layout, a width in points, and a language: the same one each time."""

    def lay_inside(self, block: Block | Inner, context: Context) -> Fragment:
        """Lay out a block in a context."""

    def lay_part(self, part: Inner, context: Context, /) -> Fragment:
        """Lay out a part of a block in a context, which comes again in every version of a paper."""

    def lay_again(self, block: Same[Block], context: Context, /) -> Fragment:
        """Lay out a block that comes again as the same object."""

    def shared(self, make: Callable[[K, Context], T], of: K, context: Context, /) -> T:
        """Return what `make` makes of `of` in a context: the same object each time."""


class Context:
    """`width` in points. There is one for all that is laid out alike, so that what is remembered of it is found by its identity."""

    __slots__ = ("_again", "_lays", "_part", "layout", "width", "wording")

    def __init__(self, layout: Layout, width: float, wording: Catalogue, lays: Lays) -> None:
        self.layout = layout
        self.width = width
        self.wording = wording
        self._lays = lays
        self._part, self._again = lays.lay_part, lays.lay_again

    def within(self, width: float) -> Context:
        """Return the context for another width in points."""
        return self._lays.context_of(self.layout, width, self.wording.language)

    def styled(self, layout: Layout) -> Context:
        """Return the context for another layout."""
        return self if layout is self.layout else self._lays.context_of(layout, self.width, self.wording.language)

    def set(self, block: Block | Inner) -> Fragment:
        """Lay out a block in this context."""
        return self._lays.lay_inside(block, self)

    def part(self, part: Inner) -> Fragment:
        """Lay out a part of a block in this context, which comes again in every version of a paper."""
        return self._part(part, self)

    def again(self, block: Block) -> Fragment:
        """Lay out a block that comes again as the same object: it is found without hashing what it holds."""
        return self._again(same_as(block), self)

    def shared(self, make: Callable[[K, Context], T], of: K) -> T:
        """Return what `make` makes of `of` in this context: the same object each time, for what itself remembers what it has laid out."""
        return self._lays.shared(make, of, self)
