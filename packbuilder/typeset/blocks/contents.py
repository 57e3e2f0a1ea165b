"""The contents: a line a heading, with a link, a row of dots and the page number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from packbuilder.layout import POINTS_PER_MM
from packbuilder.text import Reference, RichText, plain
from packbuilder.typeset.blocks.marks import rule
from packbuilder.typeset.blocks.paragraphs import set_text, together_lines
from packbuilder.typeset.builder import Builder, together
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, LONELY, Fragment, Leaf, Node, leaves_of
from packbuilder.values import dataclass, replace

_INDENT = 6.0 * POINTS_PER_MM
_WHOLE = 0.6
"""Contents up to this part of a page's height are not divided."""

_PAGE_COLUMN = 12.0 * POINTS_PER_MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents: the heading's level from 1, its words, its anchor and its printed page number."""

    level: int
    text: str
    anchor: str
    page: str


class ContentsLines(NamedTuple):
    """The contents with their numbers known. Made by the typesetter from a `Contents` block, never by a product."""

    title: RichText
    entries: tuple[Entry, ...]


def set_contents(block: ContentsLines, context: Context) -> Fragment:
    """Lay out the contents."""
    builder = Builder(Node(role="TOC"))
    if block.title:
        title = set_text(block.title, context.layout.style("heading1"), context, node=Node(role="H1", name="heading"))
        top = Builder()
        top.add(together_lines(title))
        builder = top
        root = builder.node(Node(role="TOC"))
    else:
        root = 0
    for entry, *after in _followed(block.entries):
        _entry(builder, entry, context, root)
        if entry.level > 1 and [each.level > 1 for each in after] in ([True], [True, False]):
            # The last entry of a topic does not open a page on its own.
            builder.price(LONELY)
    builder.release()
    fragment = builder.fragment()
    # A few lines that run over would have a page to themselves.
    return together(fragment) if fragment.height <= _WHOLE * context.layout.page.text_height else fragment


def _followed(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, ...]]:
    """Yield each entry with the next two, as far as there are any."""
    for index in range(len(entries)):
        yield entries[index : index + 3]


def _entry(builder: Builder, entry: Entry, context: Context, root: int) -> None:
    style = context.layout.style("body")
    style = replace(style, bold=style.bold or entry.level == 1, before=4.0 if entry.level == 1 else 0.0, after=1.5)
    scale = context.layout.scale
    indent, column = _INDENT * scale * (entry.level - 1), _PAGE_COLUMN * scale
    item = builder.node(Node(role="TOCI", parent=root))
    words = (Reference(anchor=entry.anchor, text=entry.text),)
    text = set_text(words, style, context.within(context.width - indent - column), node=Node(role="P"))
    builder.add(together_lines(text), x=indent, parent=item)
    page = set_text(plain(entry.page), replace(style, align="right"), context, node=Node(role="P", name="page"))
    offset = builder.adopt(page, parent=item)
    builder.overlay(leaves_of(page.slabs[0], nodes=offset), index=-1)
    reach = max((leaf.box[2] for leaf in text.slabs[-1].leaves if leaf.box), default=0.0) + indent + 4
    y = -builder.last().height / 2 - 0.3 * style.size
    dots = b"[0.5 3] 0 d\n" + rule(reach, y, context.width - column + 6, y, colour=context.layout.rule, width=0.5)
    if reach < context.width - column:
        builder.overlay((Leaf(ARTIFACT, dots + b"[] 0 d\n"),), index=-1)
    builder.release()
    builder.price(0.0 if entry.level > 1 else FORBIDDEN)
