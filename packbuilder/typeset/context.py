"""What a block needs to know to be laid out: the layout, its width, and how to lay out the blocks inside it."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.document import Block
from packbuilder.layout import Layout
from packbuilder.typeset.fragments import Fragment
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True)
class Context:
    """`width` in points; `lay` lays out a block for a context, remembering what it has laid out before."""

    layout: Layout
    width: float
    wording: Catalogue
    lay: Callable[[Block, Context], Fragment]

    def within(self, width: float) -> Context:
        """Return the context for another width in points."""
        return Context(self.layout, width, self.wording, self.lay)

    def set(self, block: Block) -> Fragment:
        """Lay out a block in this context."""
        return self.lay(block, self)
