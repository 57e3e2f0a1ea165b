"""Print habits, from a document to the sheet: what comes out is folded, leafed through and proved."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Literal

import page
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from packbuilder.app.making import PaperWishes, make_papers
from packbuilder.app.printing import Printed, Printer
from packbuilder.app.project import layout
from packbuilder.app.verifying.sets import set_differences
from packbuilder.document import Contents, Document, Heading, PageBreak, PageTotal, Paragraph
from packbuilder.editions.print_layouts import for_habits
from packbuilder.layout import BLACK, LEAST_CONTRAST, PAGE_SIZES_MM, POINTS_PER_MM, WHITE, Layout, PageGeometry, contrast
from packbuilder.model.print_habits import Imposition, PrintHabits
from packbuilder.products.practice_paper import practice_paper
from packbuilder.proof import faults, set_faults
from packbuilder.text import Reference, plain
from packbuilder.typeset.reading.readback import read_back
from tests.products.test_products import PLACE, made
from tests.proof.sample import DOCUMENT
from tests.typeset.altering import altered
from tests.typeset.folding import HALF_A_MM, leafed, printed

Sheet = Literal["exam", "scheme", "handout"]

PAGE = r"^Page (\d+) of \d+"
LAYOUTS = ("handout-a4", "letter", "exam-a4")
SHEETS = {"handout-a4": "A4", "letter": "letter", "exam-a4": "A4"}
BOOKLET = PrintHabits(imposition="booklet")
TWO = PrintHabits(imposition="2up")
DUPLEX = PrintHabits(imposition="duplex")
FOLD = PrintHabits(imposition="a3-fold")
HEAD = PrintHabits(imposition="duplex-short")


def chapters(count: int, version: str = "A") -> Document:
    """Return a document of as many pages on paper of any size: the contents, then a chapter a page, the first with a link to the last."""
    blocks: list[object] = [
        Contents(title=plain("Contents"), depth=1),
        PageTotal(template="There are {pages} pages."),
        Paragraph(text=plain(f"Some words of 1, in version {version}")),
    ]
    for number in range(2, count + 1):
        link = (Reference(anchor=f"chapter-{count}", text="the last one"),) if number == 2 else ()
        blocks += [
            PageBreak(),
            Heading(text=plain(f"Chapter {number}"), level=1, anchor=f"chapter-{number}"),
            Paragraph(text=(*plain(f"Some words of {number} "), *link)),
        ]
    return Document(title="A sample", language="en-GB", blocks=tuple(blocks), facts={"version": version}, record={"product": "sample"})  # type: ignore[arg-type]  # blocks


@lru_cache(maxsize=1)
def printer() -> Printer:
    """A printer that reads every file back and compares it with its document."""
    return Printer(prove=True)


def made_of(count: int, name: str, habits: PrintHabits) -> Printed:
    return printer().print(chapters(count), layout(name, PLACE), habits)


@pytest.mark.parametrize("name", ["handout-a4", "letter"])
@pytest.mark.parametrize("count", range(1, 18))
def test_any_number_of_pages_makes_a_booklet_that_reads_in_order(count: int, name: str) -> None:
    booklet = made_of(count, name, BOOKLET)
    assert booklet.pages == -(-count // 4) * 4
    assert booklet.sides == booklet.pages / 2
    sides = printed(booklet.data)
    assert [half.number for half in leafed(sides, PAGE)] == list(range(1, booklet.pages + 1))
    short, long = (side * POINTS_PER_MM for side in PAGE_SIZES_MM[SHEETS[name]])
    assert {(round(side.width), round(side.height)) for side in sides} == {(round(long), round(short))}


def test_margins_of_a_booklet_are_the_wider_at_the_fold_on_both_sides_of_a_leaf() -> None:
    geometry = for_habits(layout("handout-a4", PLACE), BOOKLET).page
    assert geometry.inner - geometry.outer >= 3 * POINTS_PER_MM
    halves = leafed(printed(made_of(8, "handout-a4", BOOKLET).data), r"^Some words of (\d+)")
    assert [half.number for half in halves] == list(range(1, 9))
    for half in halves:
        edge = geometry.inner if half.number % 2 else geometry.width - geometry.outer
        assert half.from_fold == pytest.approx(edge, abs=HALF_A_MM)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 17])
def test_two_pages_to_a_side_follow_each_other(count: int) -> None:
    two = made_of(count, "letter", TWO)
    numbers = [[number for number, _ in side.matching(PAGE)] for side in printed(two.data)]
    assert numbers == [[at, at + 1] for at in range(1, two.pages, 2)]
    assert two.pages == count + count % 2


@pytest.mark.parametrize(("sheet", "words"), [("handout", "Notes"), ("exam", "BLANK PAGE")])
def test_pages_that_fill_the_last_sheet_are_for_notes_in_a_handout_and_marked_blank_in_a_paper(sheet: Sheet, words: str) -> None:
    document = replace(chapters(5), sheet=sheet)
    said = [each.text for side in printed(printer().print(document, layout("letter", PLACE), BOOKLET).data) for each in side.words]
    assert said.count(words) == 3


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_margin_for_the_holes_is_at_the_same_edge_of_both_sides_of_a_leaf(name: str) -> None:
    made_ = made_of(5, name, DUPLEX)
    look = for_habits(layout(name, PLACE), DUPLEX)
    assert made_.pages % 2 == 0
    assert 20 * POINTS_PER_MM <= look.page.inner <= 25 * POINTS_PER_MM
    starts = {number: words.x for side in printed(made_.data) for number, words in side.matching(r"^Some words of (\d+)")}
    # Seen through the paper, the hole margin of a back lies behind that of its front.
    assert starts[3] == pytest.approx(look.page.inner, abs=HALF_A_MM)
    assert starts[2] == pytest.approx(look.page.width - look.page.inner - look.page.text_width, abs=HALF_A_MM)
    told = PdfReader(BytesIO(made_.data)).root_object["/ViewerPreferences"]
    assert told["/Duplex"] == "/DuplexFlipLongEdge"


@pytest.mark.parametrize("imposition", ["booklet", "2up"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_text_of_half_size_pages_can_be_read(name: str, imposition: Imposition) -> None:
    full = layout(name, PLACE)
    half = for_habits(full, PrintHabits(imposition=imposition))
    assert (2 * half.page.width, half.page.height) == pytest.approx((full.page.height, full.page.width))
    for role, style in half.styles:
        assert style.size >= (7.5 if role == "furniture" else 9.5)
        assert style.leading >= 1.2 * style.size
        assert style.size <= max(9.5, full.style(role).size)
    assert 8 <= half.answer.pitch / POINTS_PER_MM <= 9


def test_nobody_is_told_to_turn_over_to_a_page_that_stands_beside() -> None:
    exam = layout("exam-a4", PLACE)
    assert [for_habits(exam, habits).turn_over for habits in (BOOKLET, TWO, DUPLEX)] == [True, False, True]


def test_text_that_is_large_for_its_readers_is_not_made_small() -> None:
    large = replace(layout("handout-a4", PLACE), styles=(("body", replace(layout("handout-a4", PLACE).style("body"), size=18.0)),))
    assert for_habits(large, BOOKLET).style("body").size > 16


def test_pages_that_are_small_already_are_not_halved() -> None:
    full = layout("handout-a4", PLACE)
    width, height = (side * POINTS_PER_MM for side in PAGE_SIZES_MM["A5"])
    small = replace(full, name="a5", page=PageGeometry(width=width, height=height, inner=40, outer=30))
    booklet = for_habits(small, BOOKLET)
    assert (booklet.page.width, booklet.page.inner, booklet.page.mirrored) == (width, 40, True)
    assert booklet.styles == small.styles
    data = printer().print(chapters(5), small, BOOKLET).data
    assert [half.number for half in leafed(printed(data), PAGE)] == list(range(1, 9))


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_paper_of_full_size_is_folded_on_sheets_of_twice_its_pages(name: str) -> None:
    made_ = made_of(5, name, FOLD)
    full = layout(name, PLACE)
    sides = printed(made_.data)
    assert {(round(side.width), round(side.height)) for side in sides} == {(round(2 * full.page.width), round(full.page.height))}
    assert [half.number for half in leafed(sides, PAGE)] == list(range(1, 9))
    look = for_habits(full, FOLD)
    assert (look.styles, look.page.text_width, look.page.mirrored) == (full.styles, full.page.text_width, True)
    assert PdfReader(BytesIO(made_.data)).root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"


@pytest.mark.parametrize(("asked", "folded"), [(False, False), (True, True)])
def test_a_mark_scheme_is_folded_with_its_paper_only_where_that_is_asked(asked: bool, folded: bool) -> None:
    look = layout("handout-a4", PLACE)
    made_ = make_papers(made()[0][:1], PaperWishes(paper=layout("exam-a4", PLACE), scheme=look, habits=FOLD, fold_schemes=asked), printer())
    wide = {each.product: {round(side.width) > 700 for side in printed(each.data)} for each in made_}
    assert wide == {"practice_paper": {True}, "mark_scheme": {folded}}


def test_no_sheet_is_larger_than_a3() -> None:
    wide = replace(layout("handout-a4", PLACE), name="wide", page=PageGeometry(width=842, height=595))
    made_ = printer().print(chapters(3), wide, FOLD)
    assert (made_.pages, made_.sides) == (3, 3)


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_bound_at_the_head_has_room_for_holes_at_head_and_foot(name: str) -> None:
    page_ = for_habits(layout(name, PLACE), HEAD).page
    assert min(page_.top, page_.bottom) >= 20 * POINTS_PER_MM
    assert not page_.mirrored
    told = PdfReader(BytesIO(made_of(3, name, HEAD).data)).root_object["/ViewerPreferences"]
    assert told["/Duplex"] == "/DuplexFlipShortEdge"


@pytest.mark.parametrize("name", LAYOUTS)
def test_little_ink_is_no_tint_and_black_text(name: str) -> None:
    look = for_habits(replace(layout(name, PLACE), background=(1.0, 0.9, 0.8)), PrintHabits(ink_saving=True))
    assert (look.tint, look.background) == (WHITE, None)
    assert {style.colour for role, style in look.styles if role != "digest"} == {BLACK}
    assert contrast(look.style("digest").colour, WHITE) >= LEAST_CONTRAST
    assert 3 <= contrast(look.rule, WHITE) <= 4


def test_what_saves_ink_paints_no_area() -> None:
    areas = {}
    for saving in (False, True):
        data = printer().print(DOCUMENT, layout("handout-a4", PLACE), PrintHabits(ink_saving=saving)).data
        areas[saving] = sum(side.get_contents().get_data().count(b" re f") for side in PdfReader(BytesIO(data)).pages)
    assert areas[False] > 0
    assert areas[True] == 0


def test_habits_leave_the_layout_alone_that_nobody_asked_to_change() -> None:
    look = layout("exam-a4", PLACE)
    assert for_habits(look, PrintHabits()) is look
    assert for_habits(look, PrintHabits(class_set=30)) is look
    assert for_habits(layout("handout-a4", PLACE), PrintHabits(class_set=30)).pad_to == 2
    assert for_habits(replace(look, pad_to=3), BOOKLET).pad_to == 12


def test_what_markers_use_is_never_set_on_half_pages() -> None:
    forms, _ = made()
    exam, handout = layout("exam-a4", PLACE), layout("handout-a4", PLACE)
    files = {each.name: each for each in make_papers(forms[:1], PaperWishes(paper=exam, scheme=handout, habits=BOOKLET), Printer())}
    boxes = {name: PdfReader(BytesIO(each.data)).pages[0].mediabox for name, each in files.items()}
    assert boxes["paper-A.pdf"].width > boxes["paper-A.pdf"].height
    assert boxes["mark-scheme-A.pdf"].width < boxes["mark-scheme-A.pdf"].height


@lru_cache(maxsize=8)
def class_set(imposition: Imposition, copies: int) -> tuple[Printed, tuple[Document, ...], Layout, PrintHabits]:
    """A class set of two versions in turn, proved."""
    documents = (chapters(3), chapters(5, "B"))
    habits, look = PrintHabits(imposition=imposition, class_set=copies), layout("exam-a4", PLACE)
    return printer().print_set(documents, look, habits), documents, for_habits(look, habits), habits


@pytest.mark.parametrize("imposition", ["", "booklet", "2up", "duplex"])
def test_each_copy_of_a_class_set_begins_on_a_fresh_sheet_and_versions_take_turns(imposition: Imposition) -> None:
    made_, documents, _, habits = class_set(imposition, 3)
    read = read_back(made_.data)
    assert read.tree is not None
    begun = [copy.page for copy in read.tree.children]
    assert len(begun) == 3
    assert all(side % 2 == 1 for side in begun)
    assert [each.page for each in read.outline] == begun
    assert [each.words for each in read.outline] == ["Copy 1, version A", "Copy 2, version B", "Copy 3, version A"]
    singles = [read_back(printer().print(document, layout("exam-a4", PLACE), habits).data) for document in documents]
    assert tuple(set_differences(read, singles)) == ()
    assert page.validate_pdf_bytes(made_.data, profile="ua1").is_compliant


def test_copies_cost_little() -> None:
    paper, look, plainly = practice_paper(made()[0][0]), layout("exam-a4", PLACE), Printer()
    single = len(plainly.print(paper, look).data)
    few, many = (len(plainly.print_set((paper,), look, PrintHabits(class_set=copies)).data) for copies in (1, 7))
    assert (many - few) / 6 < 0.25 * single


def test_a_class_set_of_other_documents_or_in_another_turn_is_not_proved() -> None:
    made_, (first, second), look, _ = class_set("duplex", 3)
    read = read_back(made_.data)
    assert set_faults((first, second, first), look, read) == ()
    assert set_faults((first, second), look, read) == ("the file holds 3 documents, not 2",)
    assert any(fault.startswith("copy 2: ") for fault in set_faults((first, first, first), look, read))
    assert read.tree is not None
    (_, b, _) = read.tree.children
    assert list(set_differences(read, [replace(read, tree=b)])) == [
        "copy 1 is not word for word the file that it is a copy of",
        "copy 3 is not word for word the file that it is a copy of",
    ]


def test_a_link_into_another_copy_is_a_fault_that_proof_finds() -> None:
    made_, (first, second), look, _ = class_set("duplex", 3)

    def mislead(writer: PdfWriter) -> None:
        """Let the first link of the third copy lead to the first copy."""
        wrong = writer.pages[0]["/Annots"][0].get_object()["/Dest"]
        pages = [each for each in writer.pages if "/Annots" in each]
        pages[-2]["/Annots"][0].get_object()[NameObject("/Dest")] = wrong

    found = set_faults((first, second, first), look, read_back(altered(made_.data, mislead)))
    assert found
    assert all(fault.startswith("copy 3: ") and "leads to" in fault for fault in found)


def test_a_pack_s_contents_print_the_numbers_of_the_small_pages() -> None:
    made_ = made_of(9, "handout-a4", BOOKLET)
    assert [made_.anchors[f"chapter-{number}"] for number in (2, 9)] == ["2", "9"]
    read = read_back(made_.data)
    assert read.tree is not None
    assert [each.text for each in read.tree.find(name="page")] == [str(number) for number in range(2, 10)]
    assert "There are 12 pages." in read.tree.text


def test_a_wrong_page_label_is_a_fault_that_proof_finds() -> None:
    made_ = made_of(8, "handout-a4", BOOKLET)
    read = read_back(made_.data)
    look = for_habits(layout("handout-a4", PLACE), BOOKLET)
    assert faults(chapters(8), look, read) == ()
    swapped = replace(read, labels=(read.labels[0], "7, 2", *read.labels[2:]))
    assert any("reads “2”, not “7”" in fault for fault in faults(chapters(8), look, swapped))


@pytest.mark.parametrize(
    "habits", [BOOKLET, replace(TWO, ink_saving=True), DUPLEX, HEAD, replace(BOOKLET, crop_marks=True), FOLD], ids=repr
)
def test_every_kind_of_block_is_printed_in_every_way(habits: PrintHabits) -> None:
    sample = printer().print(DOCUMENT, layout("letter", PLACE), habits)
    assert page.validate_pdf_bytes(sample.data, profile="ua1").is_compliant
    numbers = [number for side in printed(sample.data) for number, _ in side.matching(PAGE)]
    assert sorted(numbers) == list(range(1, sample.pages + 1))
