"""Tables whose words do not fit their columns: columns shared out anew, an examiner's grid in bands, else stacked records.

A table is never scaled and no word is cut as long as there is a way to set it whole (HANDBOOK section 5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from packbuilder.document import AnswerBlank, Block, Cell, Column, Group, Paragraph, Table, texts_of
from packbuilder.layout import TextStyle
from packbuilder.text import Maths, RichText, emboldened, joined, plain
from packbuilder.typeset.context import Context
from packbuilder.typeset.words import boxes

_SLACK = 0.5
"""Points by which a column is wider than its longest word, against rounding."""

_BLANK = 6.0
"""Width in ems of the blank that stands for an empty cell to write in."""


def fitted(table: Table, context: Context, *, side: float) -> Table | Group:
    """Return the table as it can be set in the context's width; `side` is a cell's padding in points at each side.

    The table itself where every word fits its column; also where it has no rows, of which records could be made.
    """
    needs = _needs(table, context, side)
    shares = [column.share for column in table.columns]
    total = sum(shares)
    if not table.rows or all(need <= share / total * context.width for need, share in zip(needs, shares, strict=True)):
        return table
    if table.role == "grid" and _regular(table):
        return _banded(table, needs, context.width)
    if sum(needs) <= context.width:
        return _shared(table, needs, context.width)
    return _stacked(table)


def _needs(table: Table, context: Context, side: float) -> list[float]:
    """Return the width in points of each column's longest word, with its padding; spanning cells count for none."""
    style = context.layout.style("cell")
    needs = [0.0] * len(table.columns)
    for row in (*table.header, *table.rows):
        at = 0
        for cell in row:
            if cell.span == 1:
                needs[at] = max(needs[at], _longest(cell.blocks, style, context) + 2 * side + _SLACK)
            at += cell.span
    return needs


def _longest(blocks: tuple[Block, ...], style: TextStyle, context: Context) -> float:
    """Return the width of the longest word in blocks, in points."""
    return max((_word(text, style, context) for text in texts_of(blocks)), default=0.0)


def _word(text: RichText, style: TextStyle, context: Context) -> float:
    return max((box.width for box in boxes(text, style, context.layout.family)), default=0.0)


def _shared(table: Table, needs: list[float], width: float) -> Table:
    """Give columns whose longest word needs more than their share what it needs; the others share the rest as the table does."""
    needy: set[int] = set()
    while True:
        rest = width - sum(needs[index] for index in needy)
        total = sum(column.share for index, column in enumerate(table.columns) if index not in needy)
        shares = [needs[index] if index in needy else rest * column.share / total for index, column in enumerate(table.columns)]
        more = {index for index, share in enumerate(shares) if share < needs[index]}
        if not more:
            break
        needy |= more
    columns = tuple(replace(column, share=share) for share, column in zip(shares, table.columns, strict=True))
    return replace(table, columns=columns)


def _regular(table: Table) -> bool:
    spans = {tuple(cell.span for cell in row) for row in (*table.header, *table.rows)}
    return len(spans) == 1 and next(iter(spans))[:1] == (1,)


def _banded(table: Table, needs: list[float], width: float) -> Group:
    """Cut a grid between columns into bands, one below the other, each with the first column again."""
    widest = max(needs[1:], default=1.0)
    most = max(1, int((width - needs[0]) // widest))
    spans = [cell.span for cell in (*table.header, *table.rows)[0][1:]]
    count = ceil(sum(spans) / most)
    # Bands of much the same length: eleven columns make six and five, not ten and one.
    room = min(most, ceil(sum(spans) / count))
    bands: list[list[int]] = [[]]
    used = 0
    for index, span in enumerate(spans, 1):
        if used + span > room and bands[-1] and (len(bands) < count or used + span > most):
            bands.append([])
            used = 0
        bands[-1].append(index)
        used += span
    return Group(blocks=tuple(_band(table, band, needs[0] / widest) for band in bands), role="bands")


def _band(table: Table, band: list[int], first: float) -> Table:
    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return (row[0], *(row[index] for index in band))

    across = sum((*table.header, *table.rows)[0][index].span for index in band)
    columns = (replace(table.columns[0], share=first), *(Column(share=1, align="centre") for _ in range(across)))
    return replace(table, columns=columns, header=tuple(map(cut, table.header)), rows=tuple(map(cut, table.rows)))


def _stacked(table: Table) -> Group:
    """Return a record a row: each cell on its own lines after the words that head its column."""
    heads = _headings(table)
    records = tuple(tuple(_record(row, heads)) for row in table.rows)
    opening = (Paragraph(text=table.caption, role="label", keep=True),) if table.caption else ()
    return Group(blocks=(*opening, *(Group(blocks=record, role="callout", together=True) for record in records)), role="records")


def _headings(table: Table) -> list[RichText]:
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


def _record(row: tuple[Cell, ...], heads: list[RichText]) -> Iterator[Block]:
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
        yield from _entry(label, cell)
    if pending:
        yield Paragraph(text=emboldened(pending))


def _entry(label: RichText, cell: Cell) -> Iterator[Block]:
    before = joined(emboldened(label), plain(":", bold=True)) if label else ()
    if not cell.blocks:
        yield AnswerBlank(label=before, ems=_BLANK)
    elif len(cell.blocks) == 1 and isinstance(only := cell.blocks[0], Paragraph) and not _displayed(only.text):
        yield Paragraph(text=joined(before, only.text, separator=" "), anchor=only.anchor)
    else:
        if before:
            yield Paragraph(text=before, keep=True)
        yield from cell.blocks


def _displayed(text: RichText) -> bool:
    return any(isinstance(inline, Maths) and inline.display for inline in text)
