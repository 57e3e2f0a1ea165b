"""What `verify` says of files that lack their company: nothing is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter

from packbuilder.app.verifying.verify import NothingToVerifyError, verify
from tests.app.papers import paper_in


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("made"), versions=1)


def put(made: Path, folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes((made / name).read_bytes())


def without_record(path: Path) -> None:
    writer = PdfWriter(clone_from=path)
    writer.metadata = None
    writer.write(path)


@pytest.mark.parametrize("name", ["paper-A.pdf", "mark-scheme-A.pdf"])
@pytest.mark.parametrize("named", [True, False])
def test_a_pdf_whose_record_is_gone_is_not_passed_over(made: Path, tmp_path: Path, name: str, named: bool) -> None:
    put(made, tmp_path, "paper-A.pdf", "mark-scheme-A.pdf")
    without_record(tmp_path / name)
    report = verify(tuple(sorted(tmp_path.iterdir())) if named else (tmp_path,))
    assert [failure for failure in report.failures if f"{name} has no record of packbuilder's" in failure]


def test_somebody_elses_pdf_is_told_of_where_it_lies_and_a_failure_where_it_is_named(made: Path, tmp_path: Path) -> None:
    put(made, tmp_path, "paper-A.pdf", "mark-scheme-A.pdf")
    theirs = tmp_path / "timetable.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(theirs)
    report = verify((tmp_path,))
    assert not report.failures
    assert any("timetable.pdf has no record" in note for note in report.notes)
    assert any("timetable.pdf has no record" in failure for failure in verify((theirs, tmp_path / "paper-A.pdf")).failures)
    with pytest.raises(NothingToVerifyError):
        verify((theirs,))


@pytest.mark.parametrize(("name", "lacking"), [("paper-A.pdf", "no mark scheme"), ("mark-scheme-A.pdf", "no paper")])
def test_what_could_not_be_compared_is_said(made: Path, tmp_path: Path, name: str, lacking: str) -> None:
    put(made, tmp_path, name)
    report = verify((tmp_path,))
    assert not report.failures
    assert [note for note in report.notes if f"{name}: {lacking} is there with it" in note]


def test_a_pair_needs_no_such_word(made: Path, tmp_path: Path) -> None:
    put(made, tmp_path, "paper-A.pdf", "mark-scheme-A.pdf")
    assert not verify((tmp_path,)).notes


def test_one_file_that_cannot_be_read_does_not_hide_the_others(made: Path, tmp_path: Path) -> None:
    put(made, tmp_path, "paper-A.pdf", "mark-scheme-A.pdf")
    (tmp_path / "broken.pdf").write_bytes((made / "paper-A.pdf").read_bytes()[:3000])
    report = verify((tmp_path,))
    assert [failure for failure in report.failures if "broken.pdf cannot be read as a PDF" in failure]
    assert any("paper-A.pdf and" in line for line in report.checked)
