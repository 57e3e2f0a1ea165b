"""Packets on sheets: drawn as they come out of the printer, folded and leafed through, and every code read from the picture."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from pypdfium2 import PdfDocument

from packbuilder.app.runs.journal import OtherRunError
from packbuilder.app.verifying.verify import verify
from packbuilder.layout import POINTS_PER_MM, paper_name
from packbuilder.model.print_habits import Imposition, PrintHabits
from packbuilder.model.print_run import PrintRun
from packbuilder.press.leafing import Place, leafed
from packbuilder.press.master import Masters
from packbuilder.press.packet import Written, write_packet
from packbuilder.press.page_code import read
from packbuilder.press.reading import scan
from packbuilder.typeset.imposition import PAPER_THICKNESS
from tests.press.printing import printed
from tests.press.runs import masters, run_of
from tests.typeset.altering import altered
from tests.typeset.folding import leafed as folded
from tests.typeset.folding import printed as sides_of

DOTS = 200 / 72
"""Dots a point of a scanner that is no better than a fax."""


@lru_cache(maxsize=16)
def made(
    imposition: Imposition, *, count: int = 3, marks: int = 20, edition: str = "", crop: bool = False
) -> tuple[PrintRun, Masters, Written, bytes]:
    run = replace(run_of(count, edition=edition), habits=PrintHabits(imposition=imposition, crop_marks=crop))
    bank, file = masters(run, marks=marks), BytesIO()
    return run, bank, write_packet(run.packets[0], bank, file), file.getvalue()


def codes_of(data: bytes, run: str) -> list[list[tuple[float, str, int]]]:
    """Return of each side the codes that a reader finds anywhere in its picture, from the left: where in points, whose, which page.

    As `verify` does, in a finer picture too: bars that begin in the middle of a fax's dots are not read in its own.
    """
    document, found = PdfDocument(data), []
    for at in range(len(document)):
        side: dict[tuple[str, int], float] = {}
        for scale in (DOTS, 1.5 * DOTS):
            picture = document[at].render(scale=scale, grayscale=True).to_numpy()
            for each in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.Code128):
                code = read(each.text, run)
                assert code is not None
                side.setdefault((code.candidate, code.page), each.position.top_left.x / scale)
        found.append(sorted((x, *which) for which, x in side.items()))
    document.close()
    return found


@pytest.mark.parametrize("crop", [False, True], ids=["", "crop"])
@pytest.mark.parametrize("imposition", ["booklet", "a3-fold"])
def test_a_folded_copy_reads_from_its_first_page_to_its_last_with_a_code_on_each(imposition: Imposition, crop: bool) -> None:
    run, bank, written, data = made(imposition, crop=crop)
    codes, sides = codes_of(data, bank.run), sides_of(data)
    for copy in run.packets[0].copies:
        master, first = bank.masters[copy.version, ""], written.starts[copy.serial] - 1
        own = range(first, first + len(master.sides))
        assert first % 2 == 0
        # What is printed at the foot of the pages, leafed through with the reader of paper that all impositions are tested with.
        assert [half.number for half in folded(tuple(sides[at] for at in own), r"^Page (\d+) of \d+")] == list(
            range(1, len(master.pages) + 1)
        )
        halves = {(at, x > sides[at].width / 2): (whose, page) for at in own for x, whose, page in codes[at]}
        whose = copy.candidate.number if copy.candidate else f"*{copy.serial}"
        fronts = own[::2]
        order = [place for at in fronts for place in ((at, True), (at + 1, False))]
        order += [place for at in reversed(fronts) for place in ((at + 1, True), (at, False))]
        assert [halves[place] for place in order] == [(whose, page) for page in range(1, len(master.pages) + 1)]


def test_a_booklet_of_eight_pages_stands_on_two_sheets_as_anybody_folds_it() -> None:
    _, bank, written, data = made("booklet")
    codes = codes_of(data, bank.run)
    eight = next(serial for serial in written.starts if len(bank.masters[("A", "B")[(serial - 1) % 2], ""].pages) == 8)
    first = written.starts[eight] - 1
    assert [[page for _, _, page in side] for side in codes[first : first + 4]] == [[8, 1], [2, 7], [6, 3], [4, 5]]


@pytest.mark.parametrize(
    ("imposition", "edition", "duplex", "paper", "label"),
    [
        ("", "", "Long", "A4", "0001: 1"),
        ("duplex", "", "Long", "A4", "0001: 1"),
        ("duplex-short", "", "Short", "A4", "0001: 1"),
        ("2up", "", "Short", "A4", "0001: 1, 2"),
        ("booklet", "", "Short", "A4", "0001: {pages}, 1"),
        ("a3-fold", "", "Short", "A3", "0001: {pages}, 1"),
        ("booklet", "large-18", "Long", "A4", "0001: 1"),
        ("a3-fold", "large-18", "Short", "A3", "0001: {pages}, 1"),
        ("a3-fold", "a3-36", "Long", "A3", "0001: 1"),
    ],
)
def test_what_printers_and_viewers_are_told(imposition: Imposition, edition: str, duplex: str, paper: str, label: str) -> None:
    """No sheet is larger than A3, and modified papers are never set smaller."""
    _, bank, written, data = made(imposition, edition=edition)
    reader = PdfReader(BytesIO(data))
    told = reader.root_object["/ViewerPreferences"]
    assert told["/Duplex"] == f"/DuplexFlip{duplex}Edge"
    assert (told["/PickTrayByPDFSize"], told["/PrintScaling"], told["/NumCopies"]) == (True, "/None", 1)
    box = reader.pages[0].mediabox
    assert paper_name(float(box.width), float(box.height)) == bank.masters["A", edition].extent.paper == paper
    pages = len(bank.masters["A", edition].pages)
    assert reader.page_labels[written.starts[1] - 1] == label.format(pages=pages)


def test_paper_that_is_cut_says_where_and_marks_stand_outside() -> None:
    _, _, _, data = made("booklet", crop=True)
    page = PdfReader(BytesIO(data)).pages[0]
    slug, bleed = 10 * POINTS_PER_MM, 3 * POINTS_PER_MM
    assert [float(x) for x in page.trimbox] == pytest.approx([slug, slug, slug + 297 * POINTS_PER_MM, slug + 210 * POINTS_PER_MM], abs=0.01)
    assert float(page.bleedbox[0]) == pytest.approx(slug - bleed, abs=0.01)
    assert float(page.mediabox.width) == pytest.approx(317 * POINTS_PER_MM, abs=0.01)


def test_pages_of_inner_sheets_and_their_strips_come_nearer_to_the_fold() -> None:
    _, bank, written, data = made("booklet", marks=60)
    codes, sides = codes_of(data, bank.run), sides_of(data)
    master, first = bank.masters["A", ""], written.starts[1] - 1
    sheets = len(master.sides) // 2
    assert sheets >= 3
    for sheet in range(sheets):
        (_, _, _), (x, _, _) = codes[first + 2 * sheet]
        assert x == pytest.approx(codes[first][1][0] - sheet * PAPER_THICKNESS, abs=1.5 / DOTS)
        assert sides[first].width == sides[first + 2 * sheet].width


def test_what_copies_share_is_stored_once_whatever_the_imposition() -> None:
    for imposition in ("", "booklet", "2up", "a3-fold"):
        small, large = (made(imposition, count=count) for count in (5, 45))
        pages = sum(len(large[1].masters[copy.version, ""].pages) for copy in large[0].copies)
        pages -= sum(len(small[1].masters[copy.version, ""].pages) for copy in small[0].copies)
        assert (len(large[3]) - len(small[3])) / pages <= 500, imposition
        firsts = [page["/Contents"][0].idnum for page in PdfReader(BytesIO(large[3])).pages]
        assert len(set(firsts)) == sum(len(master.sides) for master in large[1].masters.values())


@pytest.mark.parametrize("imposition", ["booklet", "2up", "a3-fold"])
def test_places_of_a_copy_are_each_read_once(imposition: Imposition) -> None:
    for sides in range(2, 42, 2):
        places = leafed(sides, PrintHabits(imposition=imposition))
        assert Counter(places) == Counter(Place(side, column) for side in range(sides) for column in range(2))


@pytest.mark.parametrize("imposition", ["booklet", "2up", "a3-fold", "duplex-short"])
def test_verify_reads_a_run_on_sheets_and_files_for_screens_stay_a_page_a_page(tmp_path: Path, imposition: Imposition) -> None:
    run = replace(run_of(4, rooms=2), habits=PrintHabits(imposition=imposition, crop_marks=imposition == "2up"))
    printed(run, tmp_path, each=True)
    report = verify((tmp_path,))
    assert report.failures == ()
    assert any("6 copies (4 candidates, 2 spares)" in line for line in report.checked)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["counts"]["sheets"] == sum(copy["sides"] for copy in manifest["copies"]) // 2
    for copy in manifest["copies"]:
        if "own_file" in copy:
            own = PdfReader(tmp_path / copy["own_file"])
            assert len(own.pages) == copy["pages"]
            assert own.pages[0].mediabox.width < own.pages[0].mediabox.height


@pytest.mark.parametrize("imposition", ["", "a3-fold"])
def test_codes_are_read_wherever_bars_begin_between_the_dots_of_a_scanner(imposition: Imposition) -> None:
    _, bank, written, data = made(imposition)
    across = 2 if imposition else 1
    for step in range(8):

        def shift(writer: PdfWriter, by: float = step / 8 / DOTS) -> None:
            for each in writer.pages:
                each[NameObject("/MediaBox")] = each.mediabox.__class__(
                    (by, 0, float(each.mediabox.width) + by, float(each.mediabox.height))
                )

        sides = scan(altered(data, shift), range(1000), across=across)
        assert len(sides) == written.pages
        assert all(len(page.codes) == 1 and read(page.codes[0], bank.run) for side in sides for page in side), step


def test_packets_on_sheets_are_the_same_bytes_wherever_they_are_made_and_another_run_than_plain_ones(tmp_path: Path) -> None:
    run = replace(run_of(6, rooms=2), habits=PrintHabits(imposition="booklet"))
    for executor in ("in-process", "processes"):
        printed(run, tmp_path / executor, executor=executor, workers=2)
    names = [path.name for path in (tmp_path / "processes" / "packets").iterdir()]
    assert len(names) == 2
    for name in names:
        one, other = (tmp_path / executor / "packets" / name for executor in ("in-process", "processes"))
        assert one.read_bytes() == other.read_bytes()
    assert printed(run, tmp_path / "processes").kept > 2
    with pytest.raises(OtherRunError):
        printed(run_of(6, rooms=2), tmp_path / "processes")


Change = Callable[[PdfWriter], None]


def _swap_contents(writer: PdfWriter) -> None:
    """Let the second sheet of the first copy, which lies below the packet's cover, be printed before the first."""
    one, other = writer.pages[2], writer.pages[4]
    key = NameObject("/Contents")
    one[key], other[key] = other.raw_get("/Contents"), one.raw_get("/Contents")


def _swap_halves(writer: PdfWriter) -> None:
    """Let the two pages of the first side change places, with their strips."""
    page = writer.pages[2]
    half = float(page.mediabox.width) / 2
    page[NameObject("/MediaBox")] = page.mediabox.__class__((half, 0, 3 * half, float(page.mediabox.height)))


def _turn_long(writer: PdfWriter) -> None:
    writer.root_object["/ViewerPreferences"][NameObject("/Duplex")] = NameObject("/DuplexFlipLongEdge")


def _drop_copy(writer: PdfWriter) -> None:
    for at in reversed(range(len(writer.pages) - 4, len(writer.pages))):
        writer.remove_page(at)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_swap_contents, "the right half of page 3 is page 3 of 0001, version A; it should be page 1 of 0001"),
        (_swap_halves, "the left half of page 3 is page 1 of 0001, version A; it should be page"),
        (_turn_long, "does not tell printers to turn the paper over its short edge"),
        (_drop_copy, "though its copies need"),
    ],
)
def test_verify_finds_pages_that_are_on_the_wrong_sheet_or_half_and_copies_that_are_not_there(
    tmp_path: Path, change: Change, told: str
) -> None:
    printed(replace(run_of(3), habits=PrintHabits(imposition="booklet")), tmp_path)
    packet = tmp_path / "packets" / "hall-a.pdf"
    packet.write_bytes(altered(packet.read_bytes(), change))
    assert any(told in failure for failure in verify((tmp_path,)).failures)
