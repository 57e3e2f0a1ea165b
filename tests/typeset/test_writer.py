"""The writer: a laid-out document to a tagged PDF."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from packbuilder.typeset.fragments import Fragment, Laid, Leaf, Node, Page, Slab
from packbuilder.typeset.navigation import DanglingLinkError
from packbuilder.typeset.reading.readback import Element, read_back
from packbuilder.typeset.writer import write_pdf
from tests.programs import require
from tests.typeset.building import (
    METADATA,
    PICTURES,
    glyphs,
    line,
    linked,
    paragraph,
    place,
    table,
    three_pages,
    words,
)

ROOT = Path(__file__).parents[2]


def laid(*fragments: Fragment) -> Laid:
    """Return fragments one under the other on a page."""
    y, placements = 800.0, []
    for index, fragment in enumerate(fragments):
        for slab in fragment.slabs:
            placements.append(place(index, slab, y))
            y -= slab.height
    page = Page(width=595.276, height=841.89, placements=tuple(placements))
    used = frozenset().union(*(fragment.glyphs for fragment in fragments))
    return Laid(fragments=fragments, pages=(page,), glyphs=used)


def tree(of: Laid) -> Element:
    """Write, read back, and return the structure tree, which must agree with the pages."""
    back = read_back(write_pdf(of, metadata=METADATA, pictures=PICTURES))
    assert back.faults == ()
    assert back.tree is not None
    return back.tree


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(three_pages(), metadata=METADATA, pictures=PICTURES)


def test_the_same_arguments_give_the_same_bytes(sample: bytes) -> None:
    assert write_pdf(three_pages(), metadata=METADATA, pictures=PICTURES) == sample


def test_bytes_do_not_depend_on_the_hash_seed(sample: bytes) -> None:
    code = (
        "import sys; from tests.typeset.building import *; from packbuilder.typeset.writer import write_pdf;"
        "sys.stdout.buffer.write(write_pdf(three_pages(), metadata=METADATA, pictures=PICTURES))"
    )
    path = str(ROOT)
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": path, "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert run.stdout == sample


def test_qpdf_finds_nothing_to_mend(sample: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(sample)
    run = subprocess.run([require("qpdf"), "--check", file], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_stream_ends_a_line_before_endstream(sample: bytes) -> None:
    for length, start in ((int(m[1]), m.end()) for m in re.finditer(rb"/Length (\d+)>>stream\n", sample)):
        assert sample[start + length :].startswith(b"\r\nendstream\nendobj\n")


def test_the_catalogue_says_what_pdf_ua_asks(sample: bytes) -> None:
    catalog = PdfReader(BytesIO(sample)).root_object
    assert catalog["/MarkInfo"] == {"/Marked": True, "/UserProperties": True}
    assert catalog["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert catalog["/Lang"] == "en-GB"


def test_elements_stand_in_reading_order_with_their_roles() -> None:
    roles = [element.role for element in tree(three_pages()).children]
    assert roles == ["H1", "P", "P", "H2", "L", "Table", "Figure"]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    element = tree(three_pages()).children[2]
    assert (element.text, element.page) == ("Cells are small → and 𝑥 is not ₂. Third line. ", 1)


def test_a_link_takes_its_place_among_the_text_around_it() -> None:
    paragraph_ = tree(three_pages()).children[1]
    assert paragraph_.text == "See Tissues below, or not. "
    assert paragraph_.own == "See  below, or not. "
    (link,) = paragraph_.children
    assert (link.role, link.text, link.targets[0].page, link.targets[0].y) == ("Link", "Tissues", 2, 760.0)


def test_rows_cut_into_slices_read_cell_by_cell() -> None:
    rows = tree(three_pages()).find(role="TR")
    assert [[cell.text for cell in row.children] for row in rows] == [
        ["Term", "Meaning"],
        ["cell one cell two ", "unit one unit two "],
        ["tissue one tissue two ", "many one many two "],
    ]


def test_a_repeated_head_is_painted_again_and_read_once(sample: bytes) -> None:
    back = read_back(sample)
    assert "Meaning" in back.pages[1]
    assert "Meaning" in back.pages[2]
    assert back.tree is not None
    assert back.tree.text.count("Meaning") == 1


def test_header_cells_have_their_scope_and_spanning_cells_their_columns() -> None:
    grid = table(("a", "b"), (("c", "d"),))
    wide = replace(grid, nodes=(*grid.nodes[:-1], grid.nodes[-1]._replace(columns=2)), segments=())
    element = tree(laid(wide))
    assert [cell.scope for cell in element.find(role="TH")] == ["Column", "Column"]
    assert [cell.columns for cell in element.find(role="TD")] == [1, 2]


def test_cells_without_text_are_cells_all_the_same() -> None:
    nodes = (Node(role="Table"), Node(role="TR", parent=0), *(Node(role="TD", parent=1) for _ in range(3)))
    row = Fragment(slabs=(line("middle", 3),), nodes=nodes, glyphs=glyphs("middle"))
    assert [cell.text for cell in tree(laid(row)).find(role="TD")] == ["", "middle", ""]


def test_names_texts_and_languages_of_nodes_are_read_back() -> None:
    node = Node(role="Formula", name="credit", alt="x squared", actual="x²", language="fr")
    outline = Slab(14.0, (Leaf(0, b"0 0 5 -5 re f\n" + words("x")),))
    formula = Fragment(slabs=(outline,), nodes=(node,), glyphs=glyphs("x"))
    (element,) = tree(laid(formula)).find(name="credit")
    assert (element.role, element.alt, element.actual, element.language) == (
        "Formula",
        "x squared",
        "x²",
        "fr",
    )


def test_artifacts_are_no_elements(sample: bytes) -> None:
    back = read_back(sample)
    assert back.tree is not None
    assert "Page foot" in back.pages[0]
    assert "Page foot" not in back.tree.text


def test_bookmarks_are_nested_by_level(sample: bytes) -> None:
    assert [(each.level, each.words, each.page) for each in read_back(sample).outline] == [
        (1, "Cells", 1),
        (2, "Tissues", 2),
    ]


def test_a_link_to_nowhere_is_an_error() -> None:
    with pytest.raises(DanglingLinkError, match="'atlantis'"):
        write_pdf(laid(linked("a", "b", "c", "atlantis")), metadata=METADATA, pictures={})


def test_a_link_to_an_address_leads_out_of_the_file() -> None:
    (link,) = tree(laid(linked("a", "b", "c", "https://example.org/x(1)"))).find(role="Link")
    assert link.targets[0].address == "https://example.org/x(1)"


def test_a_picture_keeps_its_transparency(sample: bytes) -> None:
    (image,) = PdfReader(BytesIO(sample)).pages[2].images
    assert image.image is not None
    assert [image.image.getpixel((x, 0)) for x in range(2)] == [(200, 10, 10, 0), (200, 10, 10, 255)]


@pytest.mark.parametrize("count", [0, 1, 32, 33, 1100])
def test_the_page_tree_is_balanced(count: int) -> None:
    pages = tuple(Page(width=100, height=100 + at, placements=()) for at in range(count))
    reader = PdfReader(BytesIO(write_pdf(Laid(fragments=(), pages=pages), metadata=METADATA, pictures={})))
    assert [float(page.mediabox.height) for page in reader.pages] == [100 + at for at in range(count)]
    tree_ = reader.root_object["/Pages"]
    assert tree_["/Count"] == count
    assert len(tree_["/Kids"]) <= 32


def test_fonts_are_the_same_objects_in_files_that_embed_the_same_characters() -> None:
    shared = glyphs("abcdef")
    one = write_pdf(laid(paragraph("abc")), metadata=METADATA, pictures={}, glyphs=shared)
    other = write_pdf(laid(paragraph("def"), paragraph("a")), metadata=METADATA, pictures={}, glyphs=shared)
    program = re.compile(rb"(\d+ 0 obj\n<</Length1 .*?endobj)", re.DOTALL)
    assert program.findall(one) == program.findall(other) != []
