"""Whether the rows of a table come to as many columns as each other, cells over several columns and rows counted in."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.typeset.reading.readback import Element


def is_even(table: Element) -> bool:
    """Whether each row has as many columns as the first; a cell over several rows takes its columns of each."""
    widths: set[int] = set()
    waiting: list[tuple[int, int]] = []
    for row in _rows(table):
        cells = [cell for cell in row.children if cell.role in ("TH", "TD")]
        widths.add(sum(cell.columns for cell in cells) + sum(columns for columns, _ in waiting))
        waiting = [(columns, left - 1) for columns, left in waiting if left > 1]
        waiting += [(cell.columns, cell.rows - 1) for cell in cells if cell.rows > 1]
    return len(widths) <= 1


def _rows(element: Element) -> Iterator[Element]:
    """Yield a table's rows, without those of tables in its cells."""
    for child in element.children:
        if child.role == "TR":
            yield child
        elif child.role in ("THead", "TBody", "TFoot", "NonStruct", "Div"):
            yield from _rows(child)
