"""The setter: lays out each block once for a layout and a width, and remembers it.

One setter serves all the documents of a run that share a layout: a second version of a paper re-uses every fragment
that it shares with the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias, TypeVar

from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    CardSheet,
    Columns,
    CutLine,
    DeskPlan,
    Drawing,
    DrawingSpace,
    Fields,
    Figure,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    LetterGrid,
    NumberedQuestion,
    Options,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.identity import Same, same_as
from packbuilder.layout import Layout
from packbuilder.typeset.blocks.contents import ContentsLines
from packbuilder.typeset.blocks.inner import Asked, Choice, NumberLabel, Numberless, Stacked, Stem
from packbuilder.typeset.blocks.paragraphs import good_for, set_paragraph
from packbuilder.typeset.closer import closer
from packbuilder.typeset.context import Context, Inner
from packbuilder.typeset.fragments import Fragment
from packbuilder.wording import catalogue

_KINDS: Mapping[type, tuple[str, str]] = {
    Paragraph: ("paragraphs", "set_paragraph"),
    Heading: ("paragraphs", "set_heading"),
    ItemList: ("lists", "set_list"),
    Table: ("tables", "set_table"),
    AnswerLines: ("answers", "set_answer_lines"),
    Workings: ("answers", "set_workings"),
    DrawingSpace: ("drawing_spaces", "set_drawing_space"),
    AnswerBlank: ("answers", "set_answer_blank"),
    AnswerBox: ("answers", "set_answer_box"),
    Options: ("answers", "set_options"),
    Fields: ("answers", "set_fields"),
    Figure: ("figures", "set_figure"),
    LetterGrid: ("grids", "set_grid"),
    CutLine: ("grids", "set_cut_line"),
    Drawing: ("drawings", "set_drawing"),
    Group: ("stacks", "set_group"),
    Columns: ("columns", "set_columns"),
    NumberedQuestion: ("questions", "set_question"),
    ContentsLines: ("contents", "set_contents"),
    Choice: ("answers", "set_choice"),
    Asked: ("questions", "set_asked"),
    Stem: ("questions", "set_stem"),
    NumberLabel: ("questions", "set_number"),
    Numberless: ("rows", "set_numberless"),
    Stacked: ("stacks", "set_stacked"),
    CardSheet: ("cards", "set_cards"),
    LabelSheet: ("label_sheets", "set_labels"),
    DeskPlan: ("desk_plans", "set_desks"),
}
"""The module below `blocks` and the function in it that lay a block of a type out: a document has few kinds, and imports theirs."""


@cache
def _kind(block: type) -> Callable[[Any, Context], Fragment]:
    module, function = _KINDS[block]
    found: Callable[[Any, Context], Fragment] = getattr(import_module(f"packbuilder.typeset.blocks.{module}"), function)
    return found


K = TypeVar("K")
V = TypeVar("V")

_Key: TypeAlias = tuple[Block | Inner, float, int, str]

_REMEMBERED = 2048
"""Blocks inside others, and blocks as they are, that are remembered: a register of thousands has tens of thousands."""

_PARTS = 16384
"""Parts of blocks that are remembered: what versions of a paper share, which a register has none of."""


def _is_new(block: Block | Inner) -> bool:
    """Whether a block is hardly ever equal to another, so that hashing all that it holds would be in vain: its parts are remembered."""
    return isinstance(block, NumberedQuestion) or (isinstance(block, Table) and block.role == "scheme")


class Setter:
    """Lays out blocks for one layout. Holds nothing but what it has already laid out."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known: dict[_Key, Fragment] = {}
        # The same objects come again in every round of a document: they are found without hashing all that they hold.
        self._same: dict[tuple[Same[Block | Inner], str], Fragment] = {}
        # What stands in a cell or a question comes again soon or not at all.
        self._inner: dict[_Key, Fragment] = {}
        self._parts: dict[_Key, Fragment] = {}
        self._paragraphs: dict[tuple[Paragraph, int, str], tuple[_Wide, ...]] = {}
        # Cell styles make variants of the layout. To hash a layout takes longer than to set most cells, so that its identity stands for it:
        # each is kept alive here, with the first that is equal to it.
        self._layouts: dict[int, tuple[Layout, Layout]] = {}
        self._equal: dict[Layout, Layout] = {}
        self._closer: dict[int, Setter] = {}  # by how close they set

    def context(self, language: str) -> Context:
        """Return the context for a document's column of text."""
        return Context(self.layout, self.layout.page.text_width, catalogue(language), self._lay_inside)

    def closer(self) -> Iterator[Setter]:
        """Yield setters that set the same closer and closer."""
        return (_kept(self._closer, place, _REMEMBERED, partial(Setter, layout)) for place, layout in enumerate(closer(self.layout)))

    def lay(self, block: Block | Inner, language: str) -> Fragment:
        """Return the block's fragment at the full width of the text."""
        return _kept(self._same, (same_as(block), language), _REMEMBERED, lambda: self._laid(block, self.context(language)))

    def _laid(self, block: Block | Inner, context: Context) -> Fragment:
        kind: type = type(block)
        if _is_new(block):
            return _kind(kind)(block, context)
        key = self._key(block, context)
        fragment = self._known.get(key)
        if fragment is None:
            fragment = self._known[key] = _kind(kind)(block, context)
        return fragment

    def _lay_inside(self, block: Block | Inner, context: Context) -> Fragment:
        """Return the fragment of a block in another; those asked for last are remembered."""
        if isinstance(block, Paragraph):
            return self._paragraph(block, context)
        kind: type = type(block)
        store, most = (self._parts, _PARTS) if kind in _SHARED else (self._inner, _REMEMBERED)
        return _kept(store, self._key(block, context), most, lambda: _kind(kind)(block, context))

    def _paragraph(self, paragraph: Paragraph, context: Context) -> Fragment:
        """Lay out a paragraph, once for all widths in which it has the same lines: columns of schemes differ a little from version to version."""
        key = (paragraph, id(self._one(context.layout)), context.wording.language)
        known = self._paragraphs.get(key, ())
        for each in known:
            if each.least <= context.width < each.most or context.width == each.least:
                return each.fragment
        fragment = set_paragraph(paragraph, context)
        # Most come in one width, and need not be asked in which others they would be the same.
        least, most = good_for(paragraph, context) if known else (0.0, 0.0)
        fits = least <= context.width < most
        wide = _Wide(least, most, fragment) if fits else _Wide(context.width, context.width, fragment)
        _kept(self._paragraphs, key, _REMEMBERED, lambda: (*known, wide), anew=True)
        return fragment

    def _key(self, block: Block | Inner, context: Context) -> _Key:
        return (block, round(context.width, 3), id(self._one(context.layout)), context.wording.language)

    def _one(self, layout: Layout) -> Layout:
        """Return the first layout that is equal to this one."""
        known = self._layouts.get(id(layout))
        if known is None:
            known = self._layouts[id(layout)] = (layout, self._equal.setdefault(layout, layout))
        return known[1]


class _Wide(NamedTuple):
    """A fragment, and from what width on and up to what width it is the paragraph's, in points."""

    least: float
    most: float
    fragment: Fragment


_SHARED = (Asked, Choice, NumberLabel, Numberless, Stem)
"""Parts that come again in every version."""


def _kept(store: dict[K, V], key: K, most: int, make: Callable[[], V], *, anew: bool = False) -> V:
    """Return what `store` has under a key, made where it has nothing (or `anew`); of more than `most` the one asked for longest ago is dropped."""
    found = store.pop(key, None)
    if found is None or anew:
        found = make()
        if len(store) >= most:
            del store[next(iter(store))]
    store[key] = found
    return found
