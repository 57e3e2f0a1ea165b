"""References that print a page, and columns: proved like everything else, and faults in them found."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.app.printing import Printer
from packbuilder.document import Block, Columns, Document, Group, Heading, PageBreak, Paragraph
from packbuilder.layout import Layout
from packbuilder.proof import faults
from packbuilder.text import Reference, plain
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import LAYOUT, cramped, paragraph, table
from tests.proof.sample import cell as table_cell


def referring(words: str = "page {page}") -> Paragraph:
    return Paragraph(text=(*plain("See "), Reference(anchor="point", text="the point", paper=words)))


def document(*first: Block) -> Document:
    panels = tuple(
        Group(blocks=(Heading(text=plain(name), level=2, listed=False), paragraph(f"{name} of cells.")), role="panel")
        for name in ("Parts", "Kinds")
    )
    long_term = replace(table_cell("Deoxyribonucleic", header=True), blocks=(Paragraph(text=plain("Deoxyribonucleic"), anchor="point"),))
    return Document(
        title="A sample",
        language="en-GB",
        blocks=(
            *first,
            PageBreak(),
            Columns(head=(Heading(text=plain("All of it"), level=1, anchor="all"),), blocks=panels),
            PageBreak(),
            table((long_term, table_cell("an acid that carries inheritance")), header=(table_cell("Term", header=True), table_cell("Meaning", header=True))),
        ),
    )  # fmt: skip


def printed(made: Document, look: Layout = LAYOUT) -> bytes:
    return Printer().print(made, look).data


def test_a_reference_prints_the_page_that_it_leads_to() -> None:
    made = document(referring())
    read = read_back(printed(made))
    assert faults(made, LAYOUT, read) == ()
    assert "See page 3" in " ".join(read.pages[0].split())


def test_it_does_where_the_table_is_set_as_records() -> None:
    made = document(referring())
    narrow = replace(cramped(), page=replace(LAYOUT.page, width=190.0, inner=20.0, outer=20.0))
    assert faults(made, narrow, read_back(printed(made, narrow))) == ()


def test_a_wrong_page_and_a_wrong_target_are_found() -> None:
    read = read_back(printed(document(referring())))
    assert any(
        "reads “See page 3”, not “See page 3 of it”" in fault for fault in faults(document(referring("page {page} of it")), LAYOUT, read)
    )
    elsewhere = Paragraph(text=(*plain("See "), Reference(anchor="all", text="the point", paper="page 3")))
    assert any("leads to page 3, its heading stands on page 2" in fault for fault in faults(document(elsewhere), LAYOUT, read))


def test_panels_in_another_order_are_found() -> None:
    made = document(referring())
    read = read_back(printed(made))
    columns = made.blocks[2]
    assert isinstance(columns, Columns)
    swapped = replace(made, blocks=(*made.blocks[:2], replace(columns, blocks=columns.blocks[::-1]), *made.blocks[3:]))
    assert any("reads “Parts”, not “Kinds”" in fault for fault in faults(swapped, LAYOUT, read))
