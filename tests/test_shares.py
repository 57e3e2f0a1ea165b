"""Shares of a table's columns: what stands in them decides."""

from __future__ import annotations

from packbuilder.document import Cell, Paragraph
from packbuilder.shares import shares
from packbuilder.text import plain


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(blocks=(Paragraph(text=plain(text)),) if text else ()) for text in texts)


def test_remarks_take_more_than_figures_and_no_column_all() -> None:
    columns = shares(
        row("Name", "n", "Remarks"), (row("Quick sort", "12", "Needs memory in proportion to the length of the list, and time"),)
    )
    name, figure, remarks = (column.share for column in columns)
    assert figure < name < remarks < 5 * figure + name


def test_a_head_is_broken_before_its_column_is_widened() -> None:
    long, short = shares(row("Quick sort with the first item as the pivot", "Name"), (row("12", "Insertion sort"),))
    assert long.share < 2 * short.share


def test_a_table_without_a_head_and_with_empty_cells_has_shares() -> None:
    assert len(shares((), (row("a", ""), row("", "b")))) == 2
    assert shares((), ()) == ()
