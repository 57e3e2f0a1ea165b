"""Which scheme `verify` holds a paper against; copies, other names and files that another program has saved anew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfWriter

from packbuilder.app.verifying.report import Report
from packbuilder.app.verifying.verify import verify
from tests.app.papers import paper_in
from tests.programs import require


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("made"), versions=2, editions=("large-18",))


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "mock"))


def checked(folder: Path, *, manifest: bool = True) -> Report:
    if not manifest:
        (folder / "manifest.json").unlink()
    return verify((folder,))


def keep(folder: Path, *names: str) -> None:
    for path in folder.iterdir():
        if path.name not in names:
            path.unlink()


@pytest.mark.parametrize("manifest", [True, False])
@pytest.mark.parametrize(
    "name", ["Copy of paper-A.pdf", "paper-A - Copy.pdf", "old/paper-A.pdf", "mark-scheme-B (1).pdf", "old/paper-A-large-18.pdf"]
)
def test_a_copy_is_told_by_what_it_is_a_copy_of(folder: Path, name: str, manifest: bool) -> None:
    original = next(each for each in ("paper-A-large-18", "paper-A", "mark-scheme-B") if each in name)
    (folder / name).parent.mkdir(exist_ok=True)
    shutil.copy(folder / f"{original}.pdf", folder / name)
    report = checked(folder, manifest=manifest)
    assert not report.failures
    assert [note for note in report.notes if f"{name} is a copy of" in note and f"/{original}.pdf, byte for byte" in note]
    assert len(report.notes) == 1
    assert len([line for line in report.checked if "one version" in line]) == 2


@pytest.mark.parametrize("manifest", [True, False])
def test_a_copy_under_another_papers_name_was_swapped(folder: Path, manifest: bool) -> None:
    shutil.copy(folder / "paper-A.pdf", folder / "paper-B.pdf")
    failures = "\n".join(checked(folder, manifest=manifest).failures)
    assert "paper-B.pdf is called so, but is of version A" in failures
    assert ("paper-B.pdf is not the file that the manifest names: it is a copy of paper-A.pdf" in failures) is manifest


@pytest.mark.parametrize("name", ["Year 11 mock A.pdf", "mark scheme.pdf"])
def test_a_file_under_another_name_is_told_and_matches(folder: Path, name: str) -> None:
    original = "mark-scheme-A.pdf" if "scheme" in name else "paper-A.pdf"
    (folder / original).rename(folder / name)
    report = checked(folder)
    assert not report.failures
    assert [note for note in report.notes if f"{name} is {original} under another name" in note]
    assert len(report.notes) == 1
    assert len([line for line in report.checked if "one version" in line]) == 2


def test_a_missing_file_is_missing_and_its_partner_alone(folder: Path) -> None:
    (folder / "mark-scheme-A.pdf").unlink()
    failures = "\n".join(checked(folder).failures)
    assert "mark-scheme-A.pdf is missing" in failures
    assert "paper-A.pdf: there is no mark scheme for it" in failures
    assert "gives away" not in failures


def test_a_paper_is_not_held_against_another_versions_scheme(folder: Path) -> None:
    keep(folder, "paper-A.pdf", "paper-B.pdf", "mark-scheme-A.pdf")
    report = checked(folder)
    assert not report.failures
    assert ["paper-B.pdf: no mark scheme is there with it" in note for note in report.notes] == [True]


def test_one_paper_and_one_scheme_of_different_versions_are_no_pair(folder: Path) -> None:
    keep(folder, "paper-A.pdf", "mark-scheme-B.pdf")
    failures = checked(folder).failures
    assert ["the paper's version is A, the scheme's B" in each or "fingerprint" in each for each in failures] == [True, True]


def test_a_scheme_of_another_draw_under_the_papers_name_is_found(folder: Path, tmp_path: Path) -> None:
    """Though the right one lies there too, under a name of somebody's."""
    keep(folder, "paper-A.pdf", "mark-scheme-A.pdf")
    (folder / "mark-scheme-A.pdf").rename(folder / "scheme.pdf")
    shutil.copy(another(tmp_path) / "mark-scheme-A.pdf", folder)
    failures = "\n".join(checked(folder).failures)
    assert "paper-A.pdf and" in failures and "the paper's fingerprint is" in failures


def test_papers_that_changed_folders_are_not_matched_across_them(folder: Path, tmp_path: Path) -> None:
    other = another(tmp_path)
    (folder / "paper-A.pdf").rename(folder / "z.pdf")
    (other / "paper-A.pdf").rename(folder / "paper-A.pdf")
    (folder / "z.pdf").rename(other / "paper-A.pdf")
    for each in (folder, other):
        keep(each, "paper-A.pdf", "mark-scheme-A.pdf")
    failures = verify((folder, other)).failures
    assert len([each for each in failures if "the paper's fingerprint is" in each]) == 2


def another(tmp_path: Path) -> Path:
    (tmp_path / "other").mkdir(exist_ok=True)
    return paper_in(tmp_path / "other", seed=9)


def test_an_edition_alone_is_a_note_and_one_beside_another_paper_a_failure(folder: Path, tmp_path: Path) -> None:
    report = verify((folder / "paper-A-large-18.pdf",))
    assert not report.failures
    assert any("the standard paper of version A is not beside it" in note for note in report.notes)
    shutil.copy(another(tmp_path) / "paper-A.pdf", folder)
    keep(folder, "paper-A.pdf", "paper-A-large-18.pdf")
    assert any("paper-A-large-18.pdf:" in failure for failure in checked(folder).failures)


def test_what_another_program_saved_anew_is_told_apart_from_what_was_changed(folder: Path) -> None:
    def saved(words: str) -> str:
        writer = PdfWriter(clone_from=folder / "paper-A.pdf")
        if words:
            writer.add_metadata({"/Keywords": words})
        writer.write(folder / "paper-A.pdf")
        return "\n".join(each for each in verify((folder,)).failures if "not the file that the manifest names" in each)

    assert "as if another program had saved it anew" in saved("")
    assert "it was changed or swapped" in saved("the answer is B")


def test_a_file_that_qpdf_linearised_was_saved_anew(folder: Path) -> None:
    subprocess.run([require("qpdf"), "--linearize", "--replace-input", folder / "paper-A.pdf"], check=True)
    (failure,) = checked(folder).failures
    assert "as if another program had saved it anew" in failure


def test_one_of_a_thing_is_one(folder: Path) -> None:
    assert not [line for line in checked(folder).checked if " 1 pages" in line or " 1 marks" in line or " 1 questions" in line]
