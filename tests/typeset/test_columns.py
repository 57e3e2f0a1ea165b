"""Columns on pages: panels as large as fit and never over their page, lists that flow over pages in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Block, Cell, Column, Columns, Document, Group, Heading, ItemList, Paragraph, Table
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.blocks.columns import ColumnsOverflowError
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import Laid
from packbuilder.typeset.metadata import Metadata
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.writer import write_pdf
from tests.products.test_products import PLACE

SENTENCE = "A region where the wind falls has little rain, since air that sinks grows warmer and drier. "


def panel(name: str, entries: int) -> Group:
    listed = ItemList(entries=tuple((Paragraph(text=plain(f"{name} {n}: {SENTENCE}")),) for n in range(entries)))
    return Group(blocks=(Heading(text=plain(name), level=2, listed=False), listed), role="panel")


def document(*sizes: int, sides: int = 1) -> Document:
    """An organiser of panels with so many entries each."""
    panels = tuple(panel(f"Panel {letter}", size) for letter, size in zip("ABCDE", sizes, strict=False))
    block = Columns(head=(Heading(text=plain("Deserts"), level=1, anchor="deserts"),), blocks=panels, sides=sides)
    return Document(title="Deserts", language="en-GB", blocks=(block,))


def organiser() -> Layout:
    return layout("organiser-a4", PLACE)


def of_one_size(size: float) -> Layout:
    look = organiser()
    return replace(look, columns=replace(look.columns, least=size, most=size))


def tops(laid: Laid) -> Iterator[tuple[int, float, float]]:
    """The page of each box that is painted, with how far its foot and its right edge lie inside the margins."""
    for number, page in enumerate(laid.pages):
        for placement in page.placements:
            for leaf in placement.slab.leaves:
                if leaf.box:
                    yield number, placement.y + leaf.box[1] - organiser().page.bottom, organiser().page.text_width - leaf.box[2]


@pytest.mark.parametrize("sizes", [(1,), (3, 2), (12, 4, 4, 4, 6), (30, 5, 2, 2, 9)])
def test_panels_stand_on_one_page_inside_its_margins(sizes: tuple[int, ...]) -> None:
    laid = lay_out(document(*sizes), Setter(organiser()))
    assert len(laid.pages) == 1
    boxes = list(tops(laid))
    assert boxes
    assert all(foot > -0.1 and right > -0.1 for _, foot, right in boxes)


def test_the_text_is_the_largest_that_fits() -> None:
    crowded = document(24, 5, 2, 2, 9)
    laid = lay_out(crowded, Setter(organiser()))
    fits = []
    for quarter in range(30, 49):
        try:
            fits.append((quarter / 4, lay_out(crowded, Setter(of_one_size(quarter / 4)))))
        except ColumnsOverflowError:
            break
    size, same = fits[-1]
    assert 7.5 < size < 12
    assert laid.fragments[0].height == same.fragments[0].height
    assert len(fits) == (size - 7.5) * 4 + 1


def words_of(made: Document) -> str:
    read = read_back(
        write_pdf(lay_out(made, Setter(organiser())), metadata=Metadata(title="Deserts", language="en-GB", created=0), pictures={})
    )
    assert read.faults == ()
    return " ".join(" ".join(read.pages).split())


def test_panels_stay_whole_where_they_fit() -> None:
    assert "continued" not in words_of(document(5, 5, 5))


def test_a_panel_that_goes_on_says_its_title_again_and_short_ones_stay_whole() -> None:
    words = words_of(document(3, 1, 2, 2, 22))
    assert "Panel E (continued)" in words
    assert not any(f"Panel {letter} (continued)" in words for letter in "ABCD")


def test_a_table_that_goes_on_in_another_column_has_its_head_again_and_stays_inside_the_page() -> None:
    def row(*words: str, header: bool = False) -> tuple[Cell, ...]:
        return tuple(Cell(blocks=(Paragraph(text=plain(each)),), header=header) for each in words)

    rows = tuple(row(f"Site {number}", "Wide") for number in range(60))
    table = Table(columns=(Column(share=1), Column(share=1)), header=(row("Place", "Course", header=True),), rows=rows)
    block = Columns(blocks=(Group(blocks=(Heading(text=plain("Sites"), level=2, listed=False), table), role="panel"),))
    made = Document(title="T", language="en-GB", blocks=(block,))
    laid = lay_out(made, Setter(organiser()))
    assert len(laid.pages) == 1
    words = words_of(made)
    across = words.count("Sites")
    assert across > 1
    assert words.count("Place Course") == across
    assert all(below >= -1 for _, below, _ in tops(laid))


def test_what_is_short_is_set_larger_than_the_styles_stand() -> None:
    sizes = {
        leaf.operators.split(b" Tf")[0].rsplit(b" ", 1)[-1]
        for leaf in lay_out(document(1, 1, 1), Setter(organiser())).pages[0].placements[0].slab.leaves
        if b" Tf" in leaf.operators
    }
    assert b"15" in sizes


def test_what_does_not_fit_is_told_with_the_longest_panel() -> None:
    with pytest.raises(ColumnsOverflowError) as failure:
        lay_out(document(5, 90, 5), Setter(organiser()))
    told = failure.value
    assert (told.title, told.longest, told.size) == ("Deserts", "Panel B", 7.5)
    assert told.lines > 90
    assert 0 < told.over < told.lines


def test_a_second_side_holds_twice_as_much_in_order() -> None:
    made = document(42, 56, 16, sides=2)
    setter = Setter(organiser())
    laid = lay_out(made, setter)
    assert len(laid.pages) == 2
    read = read_back(write_pdf(laid, metadata=Metadata(title="Deserts", language="en-GB", created=0), pictures={}))
    text = " ".join(" ".join(read.pages).split())
    places = [text.index(f"Panel {letter} {n}:") for letter, size in (("A", 42), ("B", 56), ("C", 16)) for n in range(size)]
    assert places == sorted(places)
    assert read.faults == ()


def flow(count: int, head: tuple[Block, ...] = ()) -> Document:
    lines = (Group(blocks=tuple(Paragraph(text=plain(f"term {n:04}"), role="entry") for n in range(count))),)
    return Document(title="Index", language="en-GB", blocks=(Columns(head=head, blocks=lines, role="flow"),))


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (7, 1), (90, 1), (400, 5)])
def test_a_list_flows_over_pages_in_order(count: int, pages: int) -> None:
    head = (Heading(text=plain("Index"), level=1, anchor="index"),)
    laid = lay_out(flow(count, head), Setter(layout("handout-a4", PLACE)))
    read = read_back(write_pdf(laid, metadata=Metadata(title="Index", language="en-GB", created=0), pictures={}))
    words = [word for page in read.pages for word in page.split() if word.isdigit()]
    assert [word for word in words if len(word) == 4] == [f"{n:04}" for n in range(count)]
    assert len(laid.pages) == pages
    assert [mark.words for mark in read.outline] == ["Index"]
