"""Modified editions of revision packs: the same sections, word for word, in files and on the sheet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from packbuilder.app.one_product import build_pack
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, library_of
from packbuilder.app.verifying.packs import content_differences, reader_content_differences
from packbuilder.app.verifying.verify import verify
from packbuilder.editions import EDITIONS
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.typeset.reading.readback import read_back
from tests.products.test_products import ROOT

NOTES = (ROOT / "sources" / "chemistry" / "acids-and-titration.md", ROOT / "sources" / "biology" / "ecosystems-and-food-webs.txt")
READER = ("revision-pack-reader.html", "revision-pack-reader.docx", "revision-pack-reader.txt")


def pack(folder: Path, *editions: str, notes: tuple[Path, ...] = NOTES[:1], habits: PrintHabits = AS_IT_IS) -> Path:
    """Make a pack from notes alone."""
    workplace = Workplace(root=folder, project=None)
    build_pack(
        library_of(tuple(map(str, notes)), workplace), workplace, layout_name="handout-a4", output=folder, title="Notes", progress=lambda _: None, printer=Printer(),
        editions=editions, habits=habits,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(tmp_path_factory.mktemp("pack"), *EDITIONS)


def test_every_edition_is_made_and_verified(folder: Path) -> None:
    report = verify((folder,))
    assert report.failures == ()
    said = "\n".join(report.checked)
    for name in EDITIONS:
        if name != "reader":
            assert f"revision-pack-{name}.pdf: edition {name} has the sections of" in said
    for name in READER:
        assert f"{name}: has all words of" in said


def test_editions_of_a_booklet_are_held_against_its_pages_not_its_sides(tmp_path: Path) -> None:
    folder = pack(tmp_path, "large-18", "reader", habits=PrintHabits(imposition="booklet"))
    report = verify((folder,))
    assert report.failures == ()
    read = read_back((folder / "revision-pack.pdf").read_bytes())
    assert any(f"revision-pack.pdf: {2 * len(read.pages)} pages, " in each for each in report.checked)


def test_the_sheet_says_what_a_pack_needs_and_nothing_of_questions(folder: Path) -> None:
    text = " ".join(" ".join(read_back((folder / "editions.pdf").read_bytes()).pages).split())
    assert "Large print, 18 point" in text
    assert "has the sections of the standard pack, word for word" in text
    assert "revision-pack-large-18.pdf – " in text
    assert "18 pt bold instead of 10.5 pt" in text
    assert "Answer lines" not in text
    assert "Version" not in text


def test_an_edition_of_other_notes_is_told(folder: Path, tmp_path: Path) -> None:
    other = pack(tmp_path / "other", "large-18", notes=NOTES[1:])
    shutil.copy(other / "revision-pack-large-18.pdf", folder.parent / "swapped.pdf")
    standard = read_back((folder / "revision-pack.pdf").read_bytes())
    found = content_differences(standard, read_back((folder.parent / "swapped.pdf").read_bytes()))
    assert "its sections are" in found[0]


@pytest.mark.parametrize("name", READER[::2])
def test_a_word_that_a_reader_file_lacks_is_told(folder: Path, name: str) -> None:
    standard = read_back((folder / "revision-pack.pdf").read_bytes())
    data = (folder / name).read_bytes()
    assert reader_content_differences(standard, name, data) == ()
    spoilt = data.replace(b"indicator", b"thing").replace(b"Indicator", b"Thing")
    assert "'indicator'" in "".join(reader_content_differences(standard, name, spoilt) or ())


def test_an_edition_without_its_standard_pack_cannot_be_proved(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "revision-pack-large-18.pdf", tmp_path)
    report = verify((tmp_path,))
    assert not report.failures
    assert any("the standard pack is not beside it" in note for note in report.notes)


def test_contents_of_the_page_for_browsers_lead_to_its_headings(folder: Path) -> None:
    page = (folder / READER[0]).read_text(encoding="utf-8")
    assert '<a href="#acids-and-titration/concepts">' in page
    assert 'id="acids-and-titration/concepts"' in page
