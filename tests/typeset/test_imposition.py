"""Imposition: finished files are folded, cut and leafed through as paper would be."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.layout import POINTS_PER_MM
from packbuilder.typeset.fragments import Laid, Page, Placement
from packbuilder.typeset.imposition import PAPER_THICKNESS, UnevenPagesError, cropped, on_both_sides, saddle_stitched, side_by_side
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.sides import area, moved_to, point
from packbuilder.typeset.writer import write, write_pdf
from tests.typeset.building import METADATA, PICTURES, glyphs, heading, linked, paragraph, three_pages
from tests.typeset.folding import HALF_A_MM, leafed, printed

A5 = (148.5 * POINTS_PER_MM, 210 * POINTS_PER_MM)
HALF_LETTER = (139.7 * POINTS_PER_MM, 215.9 * POINTS_PER_MM)
AT = 60.0
"""Words begin so many points from a page's left edge."""

LEAF = r"^leaf (\d+)$"


def leaves(count: int, size: tuple[float, float] = A5) -> Laid:
    """Return a document of pages that say which one they are; the first has a link to the last."""
    fragments = [paragraph(f"leaf {number}") for number in range(1, count + 1)]
    fragments += [heading("The end", 1, "end"), linked("Go to ", "the end", " of it", "end")]
    lines = [(at, at, size[1] - 40) for at in range(count)] + [(count, count - 1, 200.0), (count + 1, 0, 300.0)]
    placed: dict[int, list[Placement]] = {at: [] for at in range(count)}
    for fragment, on, y in lines:
        placed[on] += [Placement(fragment, slab, AT, y) for slab in fragments[fragment].slabs]
    pages = tuple(Page(width=size[0], height=size[1], placements=tuple(placed[at]), label=str(at + 1)) for at in range(count))
    used = frozenset[tuple[str, str]]().union(*(fragment.glyphs for fragment in fragments))
    return Laid(fragments=tuple(fragments), pages=pages, glyphs=used | glyphs("leaf 0123456789"))


def written(laid: Laid) -> bytes:
    return write_pdf(laid, metadata=METADATA, pictures=PICTURES)


@pytest.mark.parametrize("size", [A5, HALF_LETTER], ids=["A4", "letter"])
@pytest.mark.parametrize("count", [4, 8, 12, 16, 20])
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count: int, size: tuple[float, float]) -> None:
    sides = printed(written(saddle_stitched(leaves(count, size))))
    assert len(sides) == count // 2
    assert {(round(side.width, 1), round(side.height, 1)) for side in sides} == {(round(2 * size[0], 1), round(size[1], 1))}
    assert [half.number for half in leafed(sides, LEAF)] == list(range(1, count + 1))


def test_the_two_pages_of_a_leaf_line_up_back_to_back() -> None:
    """What begins 60 points from a page's left edge is 60 from the fold on a right-hand page, and 60 from the open edge on a left."""
    width = A5[0]
    halves = leafed(printed(written(saddle_stitched(leaves(16)))), LEAF)
    for recto, verso in zip(halves[::2], halves[1::2], strict=True):
        inner_edges = recto.from_fold - AT, verso.from_fold - (width - AT)
        assert inner_edges[0] == pytest.approx(inner_edges[1], abs=0.01)
        assert abs(inner_edges[0]) < HALF_A_MM


def test_inner_sheets_come_nearer_to_the_fold_by_the_thickness_of_those_around_them() -> None:
    halves = leafed(printed(written(saddle_stitched(leaves(32)))), LEAF)
    rectos = [half.from_fold for half in halves[::2]]
    assert rectos[:8] == pytest.approx([AT - sheet * PAPER_THICKNESS for sheet in range(8)], abs=0.01)
    assert rectos[8:] == pytest.approx(rectos[7::-1], abs=0.01)
    thick = leafed(printed(written(saddle_stitched(leaves(8), thickness=1.0))), LEAF)
    assert thick[2].from_fold == pytest.approx(AT - 1.0, abs=0.01)


@settings(deadline=None)
@given(sheets=st.integers(1, 40), thickness=st.floats(0, 1))
def test_every_page_stands_on_one_side_and_facing_sides_add_up(sheets: int, thickness: float) -> None:
    count = 4 * sheets
    blank = Laid(fragments=(), pages=tuple(Page(width=100, height=150, placements=(), label=str(at + 1)) for at in range(count)))
    sides = saddle_stitched(blank, thickness=thickness).sides
    assert Counter(each.page for side in sides for each in side.pages) == Counter(range(count))
    assert all(sum(each.page for each in side.pages) == count - 1 for side in sides)
    assert all(side.pages[1].page % 2 == 0 for side in sides)


@given(count=st.integers(1, 24), columns=st.integers(1, 3), rows=st.integers(1, 3))
def test_cells_of_a_side_fill_it_and_do_not_overlap(count: int, columns: int, rows: int) -> None:
    pages = tuple(Page(width=100, height=150, placements=()) for _ in range(count * columns * rows))
    for at, side in enumerate(side_by_side(Laid(fragments=(), pages=pages), columns=columns, rows=rows).sides):
        corners = [point(each.matrix, 0, 0) for each in side.pages]
        assert [each.page for each in side.pages] == list(range(at * columns * rows, (at + 1) * columns * rows))
        assert corners == sorted(corners, key=lambda corner: (-corner[1], corner[0]))
        assert set(corners) == {(100.0 * column, 150.0 * row) for column in range(columns) for row in range(rows)}
        assert (side.width, side.height) == (100.0 * columns, 150.0 * rows)


def test_pages_side_by_side_follow_each_other() -> None:
    sides = printed(written(side_by_side(leaves(6))))
    assert [[number for number, _ in side.matching(LEAF)] for side in sides] == [[1, 2], [3, 4], [5, 6]]
    for side in sides:
        (_, left), (_, right) = side.matching(LEAF)
        assert right.x - left.x == pytest.approx(A5[0], abs=0.01)
        assert right.y == pytest.approx(left.y, abs=0.01)


@pytest.mark.parametrize("count", [n for n in range(1, 18) if n % 4])
def test_pages_that_do_not_fill_their_sheets_are_refused(count: int) -> None:
    with pytest.raises(UnevenPagesError, match="multiple of 4"):
        saddle_stitched(leaves(count))


def test_pages_of_two_sizes_are_refused() -> None:
    pages = (Page(width=100, height=150, placements=()), Page(width=150, height=100, placements=()))
    with pytest.raises(UnevenPagesError, match="2 sizes"):
        side_by_side(Laid(fragments=(), pages=pages))


IMPOSED = {
    "booklet": lambda laid: saddle_stitched(laid),
    "cropped booklet": lambda laid: saddle_stitched(laid, crop_marks=True),
    "2up": lambda laid: side_by_side(laid),
    "4up": lambda laid: side_by_side(laid, columns=2, rows=2, crop_marks=True),
    "cropped": cropped,
    "duplex": on_both_sides,
}


@pytest.mark.parametrize("name", IMPOSED)
def test_reading_order_links_and_bookmarks_are_those_of_the_document(name: str) -> None:
    plain = read_back(written(leaves(8)))
    data = written(IMPOSED[name](leaves(8)))
    read = read_back(data)
    assert read.tree is not None
    assert plain.tree is not None
    assert read.faults == ()
    assert read.tree.text == plain.tree.text
    assert [each.role for each in read.tree.walk()] == [each.role for each in plain.tree.walk()]
    (link,) = read.tree.find(role="Link")
    (end,) = read.tree.find(role="H1")
    assert link.targets[0].page == end.page == read.outline[0].page
    # The top of the line that is led to, and the left edge of its page.
    assert link.targets[0].y - 10 == pytest.approx(end.place[1], abs=0.01)
    assert end.place[0] - link.targets[0].x == pytest.approx(AT, abs=0.01)
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant


@pytest.mark.parametrize("name", ["booklet", "cropped booklet", "2up"])
def test_a_link_may_be_clicked_where_its_words_stand(name: str) -> None:
    data = written(IMPOSED[name](leaves(8)))
    read = read_back(data)
    assert read.tree is not None
    (link,) = read.tree.find(role="Link")
    (annotation,) = (each.get_object() for side in PdfReader(BytesIO(data)).pages for each in side.get("/Annots", ()))
    left, bottom, right, top = map(float, annotation["/Rect"])
    assert left - 0.01 <= link.place[0] <= right
    assert bottom <= link.place[1] <= top


def test_labels_tell_which_pages_a_side_has() -> None:
    assert read_back(written(saddle_stitched(leaves(8)))).labels == ("8, 1", "2, 7", "6, 3", "4, 5")
    assert read_back(written(side_by_side(leaves(4)))).labels == ("1, 2", "3, 4")
    assert b"/PageLabels" not in written(leaves(4))


@pytest.mark.parametrize(
    ("name", "turned"), [("booklet", "/DuplexFlipShortEdge"), ("2up", "/DuplexFlipShortEdge"), ("duplex", "/DuplexFlipLongEdge")]
)
def test_print_dialogues_are_told_how_to_turn_the_paper(name: str, turned: str) -> None:
    told = PdfReader(BytesIO(written(IMPOSED[name](leaves(8))))).root_object["/ViewerPreferences"]
    assert (told["/Duplex"], told["/PrintScaling"], told["/PickTrayByPDFSize"]) == (turned, "/None", True)
    assert "/Duplex" not in PdfReader(BytesIO(written(leaves(8)))).root_object["/ViewerPreferences"]


def test_sheets_to_be_cut_have_boxes_and_marks_outside_of_them() -> None:
    plain, marked = written(saddle_stitched(leaves(4))), written(saddle_stitched(leaves(4), crop_marks=True))
    side = PdfReader(BytesIO(marked)).pages[0]
    trim, bleed = (tuple(float(each) for each in side[box]) for box in ("/TrimBox", "/BleedBox"))
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((2 * A5[0], A5[1]), abs=0.01)
    assert [abs(outer - inner) / POINTS_PER_MM for outer, inner in zip(bleed, trim, strict=True)] == pytest.approx([3] * 4, abs=0.01)
    assert float(side.mediabox.width) - 2 * A5[0] == pytest.approx(20 * POINTS_PER_MM, abs=0.01)
    (_, before), _ = printed(plain)[0].matching(LEAF)
    (_, after), _ = printed(marked)[0].matching(LEAF)
    assert (after.x - before.x, after.y - before.y) == pytest.approx(trim[:2], abs=0.01)
    strokes = [each.split() for each in side.get_contents().get_data().split(b"EMC")[0].splitlines() if each.endswith(b" S")]
    ends = [(float(x), float(y)) for stroke in strokes for x, y in ((stroke[0], stroke[1]), (stroke[3], stroke[4]))]
    assert len(strokes) == 10
    assert all(x <= bleed[0] + 0.01 or x >= bleed[2] - 0.01 or y <= bleed[1] + 0.01 or y >= bleed[3] - 0.01 for x, y in ends)


def test_a_picture_s_box_is_where_it_stands_on_the_side() -> None:
    laid = three_pages()
    four = Laid(fragments=laid.fragments, pages=(*laid.pages, Page(width=595.276, height=841.89, placements=())), glyphs=laid.glyphs)
    reader = PdfReader(BytesIO(written(saddle_stitched(four, thickness=0))))
    tree = reader.root_object["/StructTreeRoot"]["/K"]
    (figure,) = (each.get_object() for each in tree["/K"] if each.get_object()["/S"] == "/Figure")
    assert [float(each) for each in figure["/A"]["/BBox"]] == pytest.approx([60 + 595.276, 650, 110 + 595.276, 700], abs=0.01)


def test_copies_have_trees_links_and_labels_of_their_own_and_share_what_is_painted() -> None:
    laid = saddle_stitched(leaves(8))
    single = written(laid)
    data = write([laid] * 5, [f"Copy {number}" for number in range(1, 6)], metadata=METADATA, pictures=PICTURES).data
    read, reader = read_back(data), PdfReader(BytesIO(data))
    assert read.tree is not None
    assert read.faults == ()
    assert [each.role for each in read.tree.children] == ["Document"] * 5
    assert len({copy.text for copy in read.tree.children}) == 1
    assert [(each.words, each.page) for each in read.outline] == [(f"Copy {number}", 4 * number - 3) for number in range(1, 6)]
    assert read.labels[3:6] == ("1: 4, 5", "2: 8, 1", "2: 2, 7")
    assert [copy.find(role="Link")[0].targets[0].page for copy in read.tree.children] == [1, 5, 9, 13, 17]
    assert len({side["/Contents"].indirect_reference.idnum for side in reader.pages}) == 4
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert len(data) < 2 * len(single)


def test_a_matrix_turns_a_box_upright() -> None:
    assert point(moved_to(3, 4), 1, 1) == (4, 5)
    assert area((0, 1, -1, 0, 100, 0), (10, 20, 30, 60)) == (40, 10, 80, 30)
