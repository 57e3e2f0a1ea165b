"""The setter: lays out each block once for a layout and a width, and remembers it.

One setter serves all the documents of a run that share a layout: a second version of a paper re-uses every fragment
that it shares with the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

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
from packbuilder.typeset.blocks.inner import Asked, Choice, NumberLabel, Rest, Stacked
from packbuilder.typeset.blocks.paragraphs import good_for, set_paragraph
from packbuilder.typeset.context import Context, Inner
from packbuilder.typeset.fragments import Fragment
from packbuilder.wording import catalogue

_KINDS: Mapping[type, tuple[str, str]] = {
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
    Choice: ("answers", "set_choice"),
    Asked: ("questions", "set_asked"),
    NumberLabel: ("questions", "set_number"),
    Rest: ("rows", "set_rest"),
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


def _is_new(block: Block | Inner) -> bool:
    """Whether a block is hardly ever equal to another, so that hashing all that it holds would be in vain: its parts are remembered."""
    return isinstance(block, NumberedQuestion) or (isinstance(block, Table) and block.role == "scheme")


class Setter:
    """Lays out blocks for one layout. Holds nothing but what it has already laid out."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known: dict[tuple[Block | Inner, float, int, str], Fragment] = {}
        self._paragraphs: dict[tuple[Paragraph, int, str], list[tuple[float, float, Fragment]]] = {}
        # The same objects come again in every version of a paper: they are found without hashing all that they hold.
        self._same: dict[tuple[int, float, int, str], tuple[Block | Inner, Fragment]] = {}
        # Cell styles make variants of the layout. To hash a layout takes longer than to set most cells, so that its identity stands for it:
        # each is kept alive here, with the first that is equal to it.
        self._layouts: dict[int, tuple[Layout, Layout]] = {}
        self._equal: dict[Layout, Layout] = {}

    def context(self, language: str) -> Context:
        """Return the context for a document's column of text."""
        return Context(self.layout, self.layout.page.text_width, catalogue(language), self._lay)

    def lay(self, block: Block | Inner, language: str) -> Fragment:
        """Return the block's fragment at the full width of the text."""
        return self._lay(block, self.context(language))

    def _lay(self, block: Block | Inner, context: Context) -> Fragment:
        width, layout, language = round(context.width, 3), id(self._one(context.layout)), context.wording.language
        found = self._same.get((id(block), width, layout, language))
        if found is not None:
            return found[1]
        kind: type = type(block)
        if _is_new(block):
            fragment = _kind(kind)(block, context)
        elif isinstance(block, Paragraph):
            fragment = self._paragraph(block, context)
        else:
            key = (block, width, layout, language)
            known = self._known.get(key)
            fragment = self._known[key] = known or _kind(kind)(block, context)
        if not isinstance(block, Inner):
            self._same[id(block), width, layout, language] = (block, fragment)
        return fragment

    def _paragraph(self, paragraph: Paragraph, context: Context) -> Fragment:
        """Lay out a paragraph, once for all widths in which it has the same lines: columns of schemes differ a little from version to version."""
        known = self._paragraphs.setdefault((paragraph, id(self._one(context.layout)), context.wording.language), [])
        for least, most, fragment in known:
            if least <= context.width < most or context.width == least:
                return fragment
        fragment = set_paragraph(paragraph, context)
        least, most = good_for(paragraph, context)
        fits = least <= context.width < most
        known.append((least, most, fragment) if fits else (context.width, context.width, fragment))
        return fragment

    def _one(self, layout: Layout) -> Layout:
        """Return the first layout that is equal to this one."""
        known = self._layouts.get(id(layout))
        if known is None:
            known = self._layouts[id(layout)] = (layout, self._equal.setdefault(layout, layout))
        return known[1]
