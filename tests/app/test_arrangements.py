"""Editions are compared word by word, in order, though one of them has a table as records or in bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from packbuilder.app.arrangements import difference
from packbuilder.app.printing import Printer
from packbuilder.document import Block, Cell, Column, Document, Paragraph, Table
from packbuilder.layout import Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.reading.readback import Element, read_back

_BODY = TextStyle(size=24, leading=30)
WIDE = Layout(name="wide", styles=(("body", TextStyle()),))
NARROW = Layout(name="narrow", styles=(("body", _BODY), ("stem", _BODY), ("label", _BODY), ("cell", _BODY)))

METALS = (("Metal", "Conductivity", "Temperature"), ("Aluminium", "thirty-seven", "six hundred"), ("Magnesium", "twenty-two", "six fifty"))
GRID = tuple(tuple(f"{row}{column:02}" for column in range(1, 13)) for row in "123")


def table(rows: Sequence[Sequence[str]]) -> Table:
    """Return a table with a header row and row headings; a grid where it has many columns."""
    cells = [
        tuple(Cell(blocks=(Paragraph(text=plain(words)),), header=not at or not column) for column, words in enumerate(row))
        for at, row in enumerate(rows)
    ]
    return Table(
        columns=(Column(share=1),) * len(rows[0]), header=(cells[0],), rows=tuple(cells[1:]), role="grid" if len(rows[0]) > 4 else "data"
    )


def printed(rows: Sequence[Sequence[str]], layout: Layout, *, before: str = "Use the table.", after: str = "Which is it?") -> Element:
    blocks: tuple[Block, ...] = (Paragraph(text=plain(before)), table(rows), Paragraph(text=plain(after)))
    tree = read_back(Printer().print(Document(title="Table", language="en-GB", blocks=blocks), layout).data).tree
    assert tree is not None
    return tree


def narrow(width: float) -> Layout:
    return replace(NARROW, page=replace(NARROW.page, width=width))


def exchanged(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return rows of which two cells have changed places: the same words as a set."""
    changed = [list(row) for row in rows]
    changed[1][1], changed[2][1] = changed[2][1], changed[1][1]
    return changed


@pytest.mark.parametrize(
    ("rows", "layout", "name"),
    [(METALS, WIDE, ""), (METALS, narrow(420), "records"), (GRID, narrow(480), "bands")],
    ids=["as a table", "as records", "in bands"],
)
def test_two_exchanged_cells_are_told_in_any_arrangement(rows: Sequence[Sequence[str]], layout: Layout, name: str) -> None:
    standard, edition = printed(rows, WIDE), printed(rows, layout)
    assert bool(edition.find(name=name)) or not name
    assert difference(standard.children, edition.children) == ""
    assert "stands where the standard has" in difference(standard.children, printed(exchanged(rows), layout).children)


def test_words_in_another_order_are_told() -> None:
    standard = printed(METALS, WIDE)
    told = difference(standard.children, printed(METALS, WIDE, after="It is which?").children)
    assert told == "“it is which” stands where the standard has “which is it”"


def test_a_sentence_of_an_edition_s_own_is_left_out() -> None:
    one, other = printed(METALS, WIDE, before="It has 3 pages."), printed(METALS, narrow(420), before="It has 9 pages.")
    assert difference(one.children, other.children, without=("It has 3 pages.", "It has 9 pages.")) == ""
    assert difference(one.children, other.children) != ""
