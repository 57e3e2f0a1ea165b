"""The setter: lays out each block once for a layout and a width, and remembers it.

One setter serves all the documents of a run that share a layout: a second version of a paper re-uses every fragment
that it shares with the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

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
from packbuilder.typeset.blocks.inner import (
    Asked,
    Choice,
    EntryLabel,
    HeadRow,
    NumberLabel,
    Numberless,
    OptionLetter,
    OptionWords,
    Stacked,
    Stem,
)
from packbuilder.typeset.blocks.paragraphs import good_for, set_paragraph
from packbuilder.typeset.closer import closer
from packbuilder.typeset.context import Context, Inner
from packbuilder.typeset.fragments import Fragment
from packbuilder.wording import catalogue

K = TypeVar("K")
T = TypeVar("T")

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
    Numberless: ("numbered_rows", "set_numberless"),
    HeadRow: ("rows", "set_head"),
    OptionWords: ("answers", "set_option_words"),
    OptionLetter: ("answers", "set_option_letter"),
    EntryLabel: ("lists", "set_entry_label"),
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


_REMEMBERED = 2048
"""Blocks inside others, and blocks as they are, that are remembered: a register of thousands has tens of thousands."""

_PARTS = 16384
"""Parts of blocks that are remembered: what versions of a paper share, which a register has none of."""

_SHARED = 64
"""What remembers something itself: the rows of tables in so many frames."""

_CONTEXTS = 1024
"""Widths, each in its layout and its language, that are remembered."""


def _is_new(block: Block | Inner) -> bool:
    """Whether a block is hardly ever equal to another, so that hashing all that it holds would be in vain: its parts are remembered."""
    return isinstance(block, NumberedQuestion) or (isinstance(block, Table) and block.role == "scheme")


def _set(block: Block | Inner, context: Context) -> Fragment:
    kind: type = type(block)
    return _kind(kind)(block, context)


def _set_again(same: Same[Block], context: Context) -> Fragment:
    return context.set(same.__self__)


def _made(make: Callable[[K, Context], T], of: K, context: Context) -> T:
    return make(of, context)


class Setter:
    """Lays out blocks for one layout. Holds nothing but what it has already laid out."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known = lru_cache(maxsize=None, typed=True)(_set)
        # The same objects come again in every round of a document: they are found without hashing all that they hold.
        self._again = lru_cache(maxsize=_REMEMBERED)(self._laid)
        # What stands in a cell or a question comes again soon or not at all.
        self._inner = lru_cache(maxsize=_REMEMBERED, typed=True)(_set)
        self.lay_part = lru_cache(maxsize=_PARTS, typed=True)(_set)
        self.lay_again = lru_cache(maxsize=_PARTS)(_set_again)
        self._shared = lru_cache(maxsize=_SHARED)(_made)
        self._paragraphs = lru_cache(maxsize=_REMEMBERED)(_widths)
        self._contexts = lru_cache(maxsize=_CONTEXTS)(self._context)
        # Cell styles make variants of the layout. To hash a layout takes longer than to set most cells, so that its identity stands for it:
        # the first that is equal to it is kept alive here.
        self._equal: dict[Layout, Layout] = {}
        self._closer: dict[int, Setter] = {}  # by how close they set

    def context(self, language: str) -> Context:
        """Return the context for a document's column of text."""
        return self.context_of(self.layout, self.layout.page.text_width, language)

    def context_of(self, layout: Layout, width: float, language: str) -> Context:
        """Return the context for a layout, a width in points, and a language: the same one each time."""
        return self._contexts(same_as(layout), width, language)

    def _context(self, layout: Same[Layout], width: float, language: str) -> Context:
        one = self._equal.setdefault(layout.__self__, layout.__self__)
        return Context(one, width, catalogue(language), self) if one is layout.__self__ else self.context_of(one, width, language)

    def closer(self) -> Iterator[Setter]:
        """Yield setters that set the same closer and closer."""
        for place, layout in enumerate(closer(self.layout)):
            yield self._closer.get(place) or self._closer.setdefault(place, Setter(layout))

    def lay(self, block: Block | Inner, language: str) -> Fragment:
        """Return the block's fragment at the full width of the text."""
        return self._again(same_as(block), language)

    def _laid(self, same: Same[Block | Inner], language: str) -> Fragment:
        block, context = same.__self__, self.context(language)
        return _set(block, context) if _is_new(block) else self._known(block, context)

    def shared(self, make: Callable[[K, Context], T], of: K, context: Context) -> T:
        """Return what `make` makes of `of` in a context: the same object each time."""
        return self._shared(make, of, context)  # type: ignore[no-any-return]  # it is what `make` returned

    def lay_inside(self, block: Block | Inner, context: Context) -> Fragment:
        """Return the fragment of a block in another; those asked for last are remembered."""
        kind: type = type(block)
        if kind is Paragraph:
            return self._paragraph(block, context)  # type: ignore[arg-type]  # its type was looked at
        return self._inner(block, context)

    def _paragraph(self, paragraph: Paragraph, context: Context) -> Fragment:
        """Lay out a paragraph, once for all widths in which it has the same lines: columns of schemes differ a little from version to version."""
        known = self._paragraphs(paragraph, same_as(context.layout), context.wording.language)
        for each in known:
            if each.least <= context.width < each.most or context.width == each.least:
                return each.fragment
        fragment = set_paragraph(paragraph, context)
        # Most come in one width, and need not be asked in which others they would be the same.
        least, most = good_for(paragraph, context) if known else (0.0, 0.0)
        fits = least <= context.width < most
        known.append(_Wide(least, most, fragment) if fits else _Wide(context.width, context.width, fragment))
        return fragment


class _Wide(NamedTuple):
    """A fragment, and from what width on and up to what width it is the paragraph's, in points."""

    least: float
    most: float
    fragment: Fragment


def _widths(_paragraph: Paragraph, _layout: Same[Layout], _language: str) -> list[_Wide]:
    """Return what is known of a paragraph to begin with: nothing."""
    return []
