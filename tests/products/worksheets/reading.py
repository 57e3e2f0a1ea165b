"""Reading a sheet's blocks as a student does: the texts of lists and tables, gaps as `____`."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import AnswerBox, Block, Cell, Columns, Group, ItemList, LetterGrid, Paragraph, Table
from packbuilder.markup import flat
from packbuilder.text import Gap, RichText

BLANK = "____"


def words(text: RichText) -> str:
    return " ".join("".join(BLANK if isinstance(each, Gap) else flat((each,)) for each in text).split())


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Every paragraph in the blocks, in order."""
    return list(_lines(blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield words(block.text)
            case ItemList():
                for entry in block.entries:
                    yield from _lines(entry)
            case Table():
                for row in (*block.header, *block.rows):
                    for cell in row:
                        yield from _lines(cell.blocks)
            case Group():
                yield from _lines(block.blocks)
            case AnswerBox():
                yield BLANK


def entries(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The lines of each entry of the numbered list."""
    (found,) = [block for block in blocks if isinstance(block, ItemList) and block.style == "number"]
    return [lines(entry) for entry in found.entries]


def rows(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The words of each cell of the first table, its head left out."""
    table = next(block for block in blocks if isinstance(block, Table))
    return [[" ".join(lines(cell.blocks)) for cell in row] for row in table.rows]


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    """Every table in the blocks, in groups and in entries of lists too."""
    return list(_tables(blocks))


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Group():
                yield from _tables(block.blocks)
            case ItemList():
                for entry in block.entries:
                    yield from _tables(entry)


def cells(row: tuple[Cell, ...]) -> list[str]:
    return [" ".join(lines(cell.blocks)) for cell in row]


def listed(blocks: tuple[Block, ...]) -> list[dict[int, str]]:
    """The lines of each list in columns, by their numbers."""
    (columns,) = [block for block in blocks if isinstance(block, Columns)]
    lists = [block for block in columns.blocks if isinstance(block, ItemList)]
    return [{number: " ".join(lines(entry)) for number, entry in zip(each.numbers, each.entries, strict=True)} for each in lists]


def grid(blocks: tuple[Block, ...]) -> LetterGrid:
    return next(block for block in blocks if isinstance(block, LetterGrid))
