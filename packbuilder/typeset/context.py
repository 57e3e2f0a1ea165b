"""What a block needs to know to be laid out: the layout, its width, and how to lay out the blocks inside it."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.document import Block
from packbuilder.layout import Layout
from packbuilder.typeset.fragments import Fragment
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


class Inner:
    """What a block is made of that no document has as a block; it is laid out once, as blocks are. Each kind is a frozen value."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Context:
    """`width` in points; `lay` lays out a block for a context, remembering what it has laid out before."""

    layout: Layout
    width: float
    wording: Catalogue
    lay: Callable[[Block | Inner, Context], Fragment]

    def within(self, width: float) -> Context:
        """Return the context for another width in points."""
        return Context(self.layout, width, self.wording, self.lay)

    def set(self, block: Block | Inner) -> Fragment:
        """Lay out a block in this context."""
        return self.lay(block, self)
