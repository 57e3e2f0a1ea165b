"""Frames that go on over pages: closed on each, divided before a heading, and not at all where a page holds them; the covers of large print."""

from __future__ import annotations

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Block, Cell, Column, Document, Field, Fields, Group, Heading, ItemList, PageBreak, Paragraph, Table
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import ARTIFACT, Laid, Page
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

PLAIN = Layout(name="plain")
LARGE = modified(layout("exam-a4", PLACE), edition_named("large-18"))


def heading(words: str) -> Heading:
    return Heading(text=plain(words), level=2, role="label", listed=False)


def lines(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=plain("Some words.")) for _ in range(count))


def framed(*counts: int) -> Group:
    """Return a frame of sections of so many lines each, each with its heading."""
    blocks = (block for count in counts for block in (heading("Advice"), ItemList(entries=tuple((line,) for line in lines(count)))))
    return Group(blocks=tuple(blocks), role="box", together=True)


def laid_out(look: Layout, *blocks: Block) -> Laid:
    return lay_out(Document(title="T", language="en-GB", blocks=blocks), Setter(look))


def shown(page: Page, fragment: int) -> int:
    """Return how many slabs of a fragment stand on a page, without what is painted again."""
    return sum(each.fragment == fragment and not each.repeated for each in page.placements)


def edges(page: Page) -> tuple[bool, bool]:
    """Return whether a page begins, and ends, with the edge of a frame that goes on over it."""
    first, last = page.placements[0], page.placements[-1]
    return tuple(each.repeated and {leaf.node for leaf in each.slab.leaves} == {ARTIFACT} for each in (first, last))  # type: ignore[return-value]  # two they are


def test_a_frame_is_closed_at_the_foot_of_a_page_and_opened_on_the_next() -> None:
    pages = laid_out(PLAIN, framed(15, 15, 15, 15)).pages
    assert [edges(page) for page in pages] == [(False, True), (True, False)]
    above, edge = pages[0].placements[-2:]
    assert edge.y == pytest.approx(above.y - above.slab.height)
    assert edge.y - edge.slab.height >= PLAIN.page.bottom - 0.01


def test_a_frame_on_one_page_has_nothing_painted_again() -> None:
    (page,) = laid_out(PLAIN, framed(3, 3)).pages
    assert not any(each.repeated for each in page.placements)


def test_a_table_in_a_frame_repeats_its_head_below_the_edge() -> None:
    cells = tuple((Cell(blocks=(Paragraph(text=plain(f"Row {at}")),)),) for at in range(70))
    table = Table(columns=(Column(share=1),), header=((Cell(blocks=(Paragraph(text=plain("Head")),), header=True),),), rows=cells)
    pages = laid_out(PLAIN, Group(blocks=(table,), role="box")).pages
    assert [sum(each.repeated for each in page.placements) for page in pages[:2]] == [1, 3]
    assert edges(pages[1])[0]


def test_a_frame_that_no_page_holds_is_divided_before_a_heading() -> None:
    fragment = Setter(LARGE).lay(framed(9, 9, 9), "en-GB")
    assert fragment.height > LARGE.page.text_height
    pages = laid_out(LARGE, framed(9, 9, 9)).pages
    assert [shown(page, 0) for page in pages] == [20, 10]


def test_a_frame_that_a_page_holds_goes_over_whole() -> None:
    pages = laid_out(LARGE, *lines(12), framed(5, 5, 5)).pages
    assert [shown(page, 12) for page in pages] == [0, 18]


def test_a_cover_of_large_print_is_set_closer_where_its_frame_stays_whole_for_it() -> None:
    fields = Fields(fields=tuple(Field(label=f"Name {number}", short=True) for number in range(5)))
    setter = Setter(LARGE)
    for lines_last, closer in ((8, False), (10, True)):
        frame = framed(5, 5, lines_last)
        blocks: tuple[Block, ...] = (*lines(11), fields, frame, *lines(2), PageBreak(soft=True), *lines(6))
        pages = lay_out(Document(title="T", language="en-GB", blocks=blocks), setter).pages
        assert [shown(page, 12) for page in pages[:3]] == [0, 13 + lines_last, 0]
        given, own = ([slab.height for slab in setter.lay(block, "en-GB").slabs] for block in (fields, frame))
        assert (given != [each.slab.height for page in pages for each in page.placements if each.fragment == 11]) == closer
        # Text is as large as ever: the lines are as high.
        assert own[1:-1] == [each.slab.height for each in pages[1].placements if each.fragment == 12][1:-1]
