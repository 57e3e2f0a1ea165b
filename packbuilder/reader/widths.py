"""How wide a table must be so that none of its words is cut, guessed in ems: who reads on a screen chooses the font."""

from __future__ import annotations

from packbuilder import maths
from packbuilder.document import AnswerBox, Cell, Table
from packbuilder.text import Inline, Maths, RichText
from packbuilder.walks import texts_of

_LETTER = 0.62
"""A letter's mean width in ems in a wide sans serif; 0.5 to 0.6 in most."""

_BLANK = 5.0
"""Ems of a cell to type into."""

_PADDING = 1.0
"""Ems beside a cell's words."""


def needs(table: Table) -> tuple[float, ...]:
    """Return the width in ems of each column's longest word or formula; cells that span columns count for none."""
    widths = [_PADDING] * len(table.columns)
    for row in (*table.header, *table.rows):
        at = 0
        for cell in row:
            if cell.span == 1:
                widths[at] = max(widths[at], _longest(cell) + _PADDING)
            at += cell.span
    return tuple(widths)


def _longest(cell: Cell) -> float:
    if not cell.blocks or isinstance(cell.blocks[0], AnswerBox):
        return _BLANK
    return max((_LETTER * len(word) for text in texts_of(cell.blocks) for word in _words(text)), default=0.0)


def _words(text: RichText) -> list[str]:
    """Return what cannot be broken: words, and formulas without their spaces."""
    return "".join(map(_unbroken, text)).split()


def _unbroken(inline: Inline) -> str:
    if isinstance(inline, Maths):
        return maths.to_plain(maths.parse(inline.source).tree).replace(" ", "")
    return getattr(inline, "text", " ")
