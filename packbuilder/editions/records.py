"""A table as records: one a row, each cell after the words that head its column. For tables that no column is wide enough for."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import AnswerBlank, AnswerBox, Block, Cell, Group, Paragraph, Table
from packbuilder.text import Maths, RichText, Run, emboldened, joined, plain
from packbuilder.values import replace
from packbuilder.walks import texts_of

_BLANK = 6.0
"""Width in ems of the blank that stands for an empty cell, or a box, to write in."""

_NOTHING = plain("–")
"""What stands for nothing on paper."""


def records(table: Table, *, bold: bool = True, empty: RichText = _NOTHING) -> Group:
    """Return a record a row: each cell on its own lines after the words that head its column.

    `bold`: those words are. In print that is bold all over they would be larger than the values, which they are not worth. `empty` is
    what a cell says that holds nothing, and into which nothing is to be written: on paper no word, since editions have the same words.
    """
    heads = headings(table)
    nothing = (Paragraph(text=empty),) if table.whole and empty else ()
    rows = tuple(tuple(_record(_filled(row, nothing), heads, bold=bold)) for row in table.rows)
    blocks = tuple(Group(blocks=record, role="callout", together=True) for record in rows)
    return Group(blocks=blocks, role="records", label=table.caption)


def _filled(row: tuple[Cell, ...], nothing: tuple[Block, ...]) -> tuple[Cell, ...]:
    return tuple(cell if cell.blocks or cell.header else replace(cell, blocks=nothing) for cell in row)


def headings(table: Table) -> list[RichText]:
    """Return the words that head each column: those of all header rows that stand over it."""
    heads: list[RichText] = [()] * len(table.columns)
    for row in table.header:
        at = 0
        for cell in row:
            words = joined(*texts_of(cell.blocks), separator=" ")
            for column in range(at, min(at + cell.span, len(heads))):
                heads[column] = joined(heads[column], words, separator=", ")
            at += cell.span
    return heads


def _record(row: tuple[Cell, ...], heads: list[RichText], *, bold: bool) -> Iterator[Block]:
    at = 0
    pending: RichText = ()
    for cell in row:
        label = pending or (heads[at] if at < len(heads) else ())
        at += cell.span
        if cell.header and not label:
            # A row's own heading: it stands before the cell that follows.
            pending = joined(*texts_of(cell.blocks), separator=" ")
            continue
        pending = ()
        if not label and cell is row[0] and cell.blocks:
            # The first column needs no words over it to head its rows.
            yield from (Paragraph(text=emboldened(text), keep=True) for text in texts_of(cell.blocks))
            continue
        yield from _entry(label, cell, bold=bold)
    if pending:
        yield Paragraph(text=emboldened(pending))


def _entry(label: RichText, cell: Cell, *, bold: bool) -> Iterator[Block]:
    before = joined(label, plain(":")) if label else ()
    before = emboldened(before) if bold else _light(before)
    if not cell.blocks or (isinstance(cell.blocks[0], AnswerBox) and not cell.blocks[0].room):
        yield AnswerBlank(label=before, ems=_BLANK)
        return
    first, *rest = cell.blocks
    if isinstance(first, Paragraph) and not _displayed(first.text):
        yield Paragraph(text=joined(before, first.text, separator=" "), anchor=first.anchor, keep=bool(rest))
        yield from rest
    else:
        if before:
            yield Paragraph(text=before, keep=True)
        yield from cell.blocks


def _light(text: RichText) -> RichText:
    """Return the text with no run in bold: heads of tables are."""
    return tuple(replace(inline, bold=False) if isinstance(inline, Run) else inline for inline in text)


def _displayed(text: RichText) -> bool:
    return any(isinstance(inline, Maths) and inline.display for inline in text)
