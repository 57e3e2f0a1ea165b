"""Tables that were too wide for their column, as they must read: the same cells in bands or in records.

How many columns a band has is the typesetter's business and read from the file; what stands in it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from packbuilder.document import AnswerBlank, AnswerBox, Block, Cell, Group, Paragraph, Table
from packbuilder.text import Maths, RichText, Run, emboldened, joined, plain
from packbuilder.walks import texts_of


def in_bands(table: Table, widths: Sequence[int]) -> Group:
    """Return a table cut between cells into bands: `widths` are the cells of each band's rows, its first column included."""
    bands = []
    start = 1
    for width in widths:
        end = start + width - 1

        def cut(row: tuple[Cell, ...], start: int = start, end: int = end) -> tuple[Cell, ...]:
            return (row[0], *row[start:end])

        bands.append(replace(table, header=tuple(map(cut, table.header)), rows=tuple(map(cut, table.rows))))
        start = end
    # Cells that no band shows must be missed: the last band takes them.
    cells = len((*table.header, *table.rows)[0])
    if start < cells:
        bands.append(replace(table, header=tuple(row[start:] for row in table.header), rows=tuple(row[start:] for row in table.rows)))
    return Group(blocks=tuple(bands), role="bands")


def in_records(table: Table) -> Group:
    """Return a table as a record a row: every cell after the words over its column, row headings before what they head.

    A dash stands for a cell that stays empty, in a table into which nothing is to be written.
    """
    heads = _heads(table)
    dash = plain("–") if table.whole else ()
    blocks = tuple(Group(blocks=tuple(_record(row, heads, dash)), role="callout") for row in table.rows)
    return Group(blocks=blocks, role="records", label=table.caption)


def _heads(table: Table) -> list[RichText]:
    """Return the words over each column, those of all header rows one after the other."""
    heads = []
    for column in range(len(table.columns)):
        over = [_at(row, column) for row in table.header]
        heads.append(joined(*(_words(cell) for cell in over if cell is not None), separator=", "))
    return heads


def _at(row: tuple[Cell, ...], column: int) -> Cell | None:
    start = 0
    for cell in row:
        if start <= column < start + cell.span:
            return cell
        start += cell.span
    return None


def _words(cell: Cell) -> RichText:
    return joined(*texts_of(cell.blocks), separator=" ")


def _record(row: tuple[Cell, ...], heads: list[RichText], empty: RichText) -> list[Block]:
    blocks: list[Block] = []
    label: RichText = ()
    column = 0
    for cell in row:
        over = heads[column] if column < len(heads) else ()
        column += cell.span
        if cell.header and not (label or over):
            label = _words(cell)
            continue
        blocks += _entry(label or over, cell.blocks or ((Paragraph(text=empty),) if empty and not cell.header else ()))
        label = ()
    return [*blocks, Paragraph(text=emboldened(label))] if label else blocks


def _entry(label: RichText, inside: tuple[Block, ...]) -> list[Block]:
    # Where bold is size, no word before a value is larger than the value.
    before = tuple(replace(each, bold=False) if isinstance(each, Run) else each for each in joined(label, plain(":"))) if label else ()
    match inside:
        case () | (AnswerBox(room=0),):
            return [AnswerBlank(label=before)]
        case (Paragraph(text=text, anchor=anchor), *others) if not any(isinstance(each, Maths) and each.display for each in text):
            return [Paragraph(text=joined(before, text, separator=" "), anchor=anchor), *others]
        case _:
            return [*([Paragraph(text=before)] if before else []), *inside]
