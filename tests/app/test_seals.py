"""Seals: the manifest tells what a file held when it was made, so that a change is named though its hash was written anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from packbuilder.app.printing import Printer
from packbuilder.app.verifying.changed_places import counted_pages
from packbuilder.app.verifying.verify import verify
from packbuilder.layout import Layout
from packbuilder.model.print_habits import PrintHabits
from packbuilder.typeset.page_seals import EACH_PAGE
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.seals import ASPECTS, FORM, as_text, from_text
from tests.app.papers import paper_in, rewrite_manifest
from tests.proof.sample import DOCUMENT, LAYOUT, cramped
from tests.typeset.altering import Fault, altered, content, elements


@pytest.mark.parametrize(
    ("layout", "habits"),
    [
        (LAYOUT, PrintHabits()),
        (cramped(), PrintHabits()),
        (LAYOUT, PrintHabits(imposition="booklet", crop_marks=True)),
        (LAYOUT, PrintHabits(imposition="2up")),
    ],
    ids=["plain", "cramped", "booklet", "two up"],
)
def test_the_writer_seals_what_is_read_back(layout: Layout, habits: PrintHabits) -> None:
    printed = Printer().print(DOCUMENT, layout, habits)
    assert read_back(printed.data).seal == printed.seal
    assert set(printed.seal) == {FORM, *ASPECTS, EACH_PAGE}


def test_a_class_set_is_sealed_too() -> None:
    printed = Printer().print_set((DOCUMENT, DOCUMENT), LAYOUT, PrintHabits(class_set=3))
    assert read_back(printed.data).seal == printed.seal


def test_a_file_that_is_only_written_anew_keeps_its_seal() -> None:
    printed = Printer().print(DOCUMENT, LAYOUT)
    cloned = read_back(altered(printed.data, lambda writer: None)).seal
    assert cloned == printed.seal


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("sealed"))


def announce_otherwise(writer: PdfWriter) -> None:
    elements(writer, "/Form")[0][NameObject("/Alt")] = TextStringObject("answer space, 40 lines")


def speak_another_language(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/Lang")] = TextStringObject("fr")


def say_more(writer: PdfWriter) -> None:
    stream = content(writer, 1)
    stream.set_data(stream.get_data() + b"/Artifact<</Type/Layout>>BDC\nq 0 0 10 10 re f Q\nEMC\n")


def lose_a_scope(writer: PdfWriter) -> None:
    del next(each for each in elements(writer, "/TH") if "/A" in each)["/A"]


def rename_a_bookmark(writer: PdfWriter) -> None:
    writer.root_object["/Outlines"]["/First"][NameObject("/Title")] = TextStringObject("Elsewhere")


@pytest.mark.parametrize(
    ("fault", "aspect"),
    [
        (announce_otherwise, "words"),
        (speak_another_language, "language"),
        (lose_a_scope, "tables"),
        (rename_a_bookmark, "bookmarks"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_change_is_named_though_the_manifest_was_made_to_fit(made: Path, tmp_path: Path, fault: Fault, aspect: str) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(made, folder)
    paper = folder / "paper-A.pdf"
    paper.write_bytes(altered(paper.read_bytes(), fault))
    rewrite_manifest(folder)
    assert any(f"paper-A.pdf: changed since it was made: {ASPECTS[aspect]}" in each for each in verify((folder,)).failures)


@pytest.mark.parametrize("alone", [False, True])
def test_the_page_that_was_painted_on_is_named(made: Path, tmp_path: Path, alone: bool) -> None:
    folder = tmp_path / "changed"
    shutil.copytree(made, folder)
    paper = folder / "paper-A.pdf"
    paper.write_bytes(altered(paper.read_bytes(), say_more))
    rewrite_manifest(folder)
    failures = verify((paper,) if alone else (folder,)).failures
    assert any("paper-A.pdf: changed since it was made: what is painted on page 2" in each for each in failures)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((3,), "page 3"), ((2, 5), "pages 2 and 5"), (range(1, 16), "pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more")],
)
def test_pages_in_words(numbers: Sequence[int], words: str) -> None:
    assert counted_pages(numbers) == words


def test_files_as_they_were_made_are_said_to_be(made: Path) -> None:
    report = verify((made,))
    assert report.failures == ()
    assert any("2 PDFs are as they were made" in each for each in report.checked)


def test_a_manifest_of_an_earlier_format_without_seals_is_no_fault(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(made, folder)

    def age(manifest: Any) -> None:
        manifest["format"] = 1
        del manifest["seal"]
        for about in manifest["files"].values():
            del about["seal"]

    rewrite_manifest(folder, age)
    report = verify((folder,))
    assert report.failures == ()
    assert any("has no seal over what it says" in each for each in report.notes)


def test_a_seal_that_is_gone_from_the_manifest_is_told(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unsealed"
    shutil.copytree(made, folder)
    rewrite_manifest(folder, lambda manifest: manifest["files"]["paper-A.pdf"].pop("seal"))
    assert any("paper-A.pdf: the manifest's seal of it is missing" in each for each in verify((folder,)).failures)


def alone(data: bytes, folder: Path) -> tuple[str, str]:
    """Return what is found right, and what wrong, of a file that has nothing beside it."""
    path = folder / "paper-A.pdf"
    path.write_bytes(data)
    report = verify((path,))
    return "\n".join(report.checked), "\n".join(report.failures)


def test_a_file_that_comes_alone_is_held_against_its_own_seal_and_told_so(made: Path, tmp_path: Path) -> None:
    checked, failures = alone((made / "paper-A.pdf").read_bytes(), tmp_path)
    assert failures == ""
    assert "held against the seal in the file itself only" in checked
    assert "not told so: whether it belongs to its scheme" in checked


@pytest.mark.parametrize(
    ("fault", "aspect"),
    [(announce_otherwise, "words"), (speak_another_language, "language"), (lose_a_scope, "tables"), (rename_a_bookmark, "bookmarks")],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_file_that_comes_alone_tells_what_was_changed(made: Path, tmp_path: Path, fault: Fault, aspect: str) -> None:
    checked, failures = alone(altered((made / "paper-A.pdf").read_bytes(), fault), tmp_path)
    assert f"changed since it was made: {ASPECTS[aspect]}" in failures
    assert "held against" not in checked


def test_a_file_without_a_seal_cannot_be_trusted_alone(made: Path, tmp_path: Path) -> None:
    def unseal(writer: PdfWriter) -> None:
        kept = {key: value for key, value in (writer.metadata or {}).items() if key != "/PackbuilderSeal"}
        writer.metadata = kept

    _, failures = alone(altered((made / "paper-A.pdf").read_bytes(), unseal), tmp_path)
    assert "has no seal, so that nobody can tell from it alone whether it was changed" in failures


@pytest.mark.parametrize("age", [lambda seal: seal.pop("figures"), lambda seal: seal.pop(FORM), lambda seal: seal.update({FORM: "1"})])
def test_a_seal_of_another_version_is_not_called_a_change(made: Path, tmp_path: Path, age: Callable[[dict[str, str]], object]) -> None:
    folder = tmp_path / "earlier"
    shutil.copytree(made, folder)

    rewrite_manifest(folder, lambda manifest: [age(about["seal"]) for about in manifest["files"].values()])
    failures = verify((folder,)).failures
    assert failures
    assert all("not of this version of packbuilder" in each for each in failures)


def test_what_a_file_says_of_itself_in_another_form_is_no_seal() -> None:
    seal = Printer().print(DOCUMENT, LAYOUT).seal
    assert from_text(as_text(seal)) == seal
    assert from_text(as_text(seal)[1:]) == from_text("1" + as_text(seal)[1:]) == {}
