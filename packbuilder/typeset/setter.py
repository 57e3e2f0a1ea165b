"""The setter: lays out each block once for a layout and a width, and remembers it.

One setter serves all the documents of a run that share a layout: a second version of a paper re-uses every fragment
that it shares with the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias

from packbuilder.document import (
    AnswerBlank,
    AnswerLines,
    Block,
    CardSheet,
    Columns,
    CutLine,
    DeskPlan,
    Drawing,
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
from packbuilder.layout import Layout
from packbuilder.typeset.blocks.contents import ContentsLines
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import Fragment
from packbuilder.wording import catalogue

_KINDS: Mapping[type, tuple[str, str]] = {
    Paragraph: ("paragraphs", "set_paragraph"),
    Heading: ("paragraphs", "set_heading"),
    ItemList: ("lists", "set_list"),
    Table: ("tables", "set_table"),
    AnswerLines: ("answers", "set_answer_lines"),
    Workings: ("answers", "set_workings"),
    AnswerBlank: ("answers", "set_answer_blank"),
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


_Key: TypeAlias = tuple[Block | ContentsLines, float, int, str]

_REMEMBERED = 2048
"""Blocks inside others that are remembered: a register of thousands has tens of thousands."""


class Setter:
    """Lays out blocks for one layout. Holds nothing but what it has already laid out."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known: dict[_Key, Fragment] = {}
        # What stands in a cell or a question comes again soon or not at all.
        self._inner: dict[_Key, Fragment] = {}
        # Cell styles make variants of the layout. To hash a layout takes longer than to set most cells, so that its identity stands for it:
        # each is kept alive here, with the first that is equal to it.
        self._layouts: dict[int, tuple[Layout, Layout]] = {}
        self._equal: dict[Layout, Layout] = {}

    def context(self, language: str) -> Context:
        """Return the context for a document's column of text."""
        return Context(self.layout, self.layout.page.text_width, catalogue(language), self._lay_inside)

    def lay(self, block: Block | ContentsLines, language: str) -> Fragment:
        """Return the block's fragment at the full width of the text."""
        context = self.context(language)
        key = self._key(block, context)
        fragment = self._known.get(key)
        if fragment is None:
            kind: type = type(block)
            fragment = self._known[key] = _kind(kind)(block, context)
        return fragment

    def _lay_inside(self, block: Block | ContentsLines, context: Context) -> Fragment:
        """Return the fragment of a block in another; those asked for last are remembered."""
        key = self._key(block, context)
        fragment = self._inner.pop(key, None)
        if fragment is None:
            kind: type = type(block)
            fragment = _kind(kind)(block, context)
            if len(self._inner) >= _REMEMBERED:
                del self._inner[next(iter(self._inner))]
        self._inner[key] = fragment
        return fragment

    def _key(self, block: Block | ContentsLines, context: Context) -> _Key:
        return (block, round(context.width, 3), id(self._one(context.layout)), context.wording.language)

    def _one(self, layout: Layout) -> Layout:
        """Return the first layout that is equal to this one."""
        known = self._layouts.get(id(layout))
        if known is None:
            known = self._layouts[id(layout)] = (layout, self._equal.setdefault(layout, layout))
        return known[1]
