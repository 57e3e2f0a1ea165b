"""Verifying finds what a slip, or a hand, has put into finished files. Each test spoils one thing in a good pair."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from reportlab.pdfgen.canvas import Canvas

from packbuilder.app.accessibility.report import accessibility
from packbuilder.app.making import PaperWishes, draw, make_papers
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, layout, library_of
from packbuilder.app.reading import CannotReadError
from packbuilder.app.verifying.verify import NothingToVerifyError, verify
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Question
from packbuilder.model.scheme import PointsScheme
from packbuilder.text import plain
from tests.app.papers import NOTES, paper_in


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return paper_in(tmp_path_factory.mktemp("made"), versions=2)


@pytest.fixture
def pair(made: Path, tmp_path: Path) -> tuple[Path, Path]:
    for name in ("paper-A.pdf", "mark-scheme-A.pdf"):
        (tmp_path / name).write_bytes((made / name).read_bytes())
    return tmp_path / "paper-A.pdf", tmp_path / "mark-scheme-A.pdf"


@pytest.fixture(scope="module")
def credited(made: Path) -> str:
    """A text that the scheme credits: the first bullet under "Answers may include"."""
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(made / "mark-scheme-A.pdf").pages)
    bullets = [part.strip() for part in text.split("•")]
    return next(part.split(" (")[0] for part in bullets[1:] if 4 <= len(part.split(" (")[0].split()) <= 20 and "(1)" in part)


def spoilt(path: Path, change: Callable[[PdfWriter], None]) -> None:
    writer = PdfWriter(clone_from=path)
    change(writer)
    writer.write(path)


def overprint(words: str) -> Callable[[PdfWriter], None]:
    sheet = BytesIO()
    canvas = Canvas(sheet)
    canvas.drawString(10, 10, words)
    canvas.save()
    return lambda writer: writer.pages[1].merge_page(PdfReader(sheet).pages[0])


def test_a_good_pair_passes(pair: tuple[Path, Path]) -> None:
    report = verify(pair)
    assert report.failures == ()
    assert any("none of" in line and "creditworthy" in line for line in report.checked)


PLANTS: dict[str, tuple[str, Callable[[str], Callable[[PdfWriter], None]]]] = {
    "text": ("page 2", overprint),
    "bookmark": ("the bookmarks", lambda words: lambda writer: writer.add_outline_item(title=words, page_number=0) and None),
    "information": ("the metadata", lambda words: lambda writer: writer.add_metadata({"/Keywords": words})),
    "note": ("a note or link", lambda words: lambda writer: writer.add_annotation(0, Text(rect=(1, 1, 9, 9), text=words)) and None),
    "attachment": ("attachment", lambda words: lambda writer: writer.add_attachment("answers.txt", words.encode()) and None),
}


@pytest.mark.parametrize("where", PLANTS)
def test_scheme_wording_in_a_paper_is_found_wherever_it_is(pair: tuple[Path, Path], credited: str, where: str) -> None:
    said, plant = PLANTS[where]
    spoilt(pair[0], plant(credited.upper() if where == "text" else credited))
    failures = verify(pair).failures
    assert any(said in failure for failure in failures), failures


@pytest.mark.parametrize("where", [name for name in PLANTS if name != "attachment"])
def test_other_words_in_the_same_places_are_no_leak(pair: tuple[Path, Path], where: str) -> None:
    spoilt(pair[0], PLANTS[where][1]("Printed for room 12 of the annexe"))
    assert not any("gives away" in failure for failure in verify(pair).failures)


def test_a_lost_page_of_a_scheme_is_named_by_its_questions(pair: tuple[Path, Path]) -> None:
    spoilt(pair[1], lambda writer: writer.remove_page(len(writer.pages) - 1))
    assert verify(pair).failures


def test_a_file_that_the_manifest_does_not_know_as_it_is(made: Path, tmp_path: Path) -> None:
    for file in made.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert verify((tmp_path,)).failures == ()
    spoilt(tmp_path / "paper-B.pdf", lambda writer: writer.add_metadata({"/Keywords": "x"}))
    (tmp_path / "paper-A.pdf").unlink()
    failures = "\n".join(verify((tmp_path,)).failures)
    assert "paper-A.pdf is missing" in failures
    assert "paper-B.pdf is not the file that the manifest names" in failures
    assert "mark-scheme-A.pdf: there is no paper for it" in failures


def test_all_that_a_folder_holds_is_the_folder(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`verify output/mock/*` is what people type: the shell hands over the manifest and the reader files too."""
    whole = verify((made,))
    assert any("are those of the manifest" in line for line in whole.checked)
    assert verify(tuple(sorted(made.iterdir()))) == whole
    assert verify((made / "manifest.json",)) == whole
    assert verify((made, made / "paper-A.pdf", made)) == whole, "what is in a folder is checked once"
    monkeypatch.chdir(made)
    assert len(verify((Path(), Path("paper-A.pdf"), made / "paper-A.pdf")).checked) == len(whole.checked)


def test_what_is_not_there_is_said_beside_a_folder_that_is(made: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match=r"paper-Z\.pdf"):
        verify((made, made / "paper-Z.pdf"))
    (tmp_path / "notes.txt").write_text("Notes")
    told = verify((made, tmp_path / "notes.txt")).failures
    assert any("notes.txt cannot be read as a PDF" in failure for failure in told)


def test_products_are_read_however_large_they_are(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is one of sources, which a person writes: a packet or a class set for a whole year outgrows it."""
    monkeypatch.setattr("packbuilder.app.reading._LARGEST", 1000)
    assert verify((made,)).failures == ()
    assert all(finding.good for finding in accessibility(made / "paper-A.pdf"))
    with pytest.raises(CannotReadError, match="which no source is"):
        library_of((str(NOTES),), Workplace(root=made, project=None))


def test_a_broken_manifest_is_said_to_be_one(made: Path, tmp_path: Path) -> None:
    files = list(made.glob("*-A.pdf"))
    assert files
    for file in files:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "manifest.json").write_text(json.dumps([1]))
    assert any("is not a manifest" in failure for failure in verify((tmp_path,)).failures)


def test_a_scheme_whose_answers_were_changed_after_the_paper_was_printed(tmp_path: Path) -> None:
    """Same questions, same fingerprint, other answers: only the digests tell."""
    library, _ = library_of((str(NOTES),), Workplace(root=tmp_path, project=None))
    (form,) = draw(library.bank, Blueprint(marks=20), seed=7, title="Notes")
    changed = replace(form, sections=tuple(replace(s, questions=tuple(_altered(q) for q in s.questions)) for s in form.sections))
    place, printer = Workplace(root=tmp_path, project=None), Printer()
    exam, handout = layout("exam-a4", place), layout("handout-a4", place)
    (paper,) = make_papers((form,), PaperWishes(paper=exam, scheme=handout, products=("practice_paper",)), printer)
    (scheme,) = make_papers((changed,), PaperWishes(paper=exam, scheme=handout, products=("mark_scheme",)), printer)
    for each in (paper, scheme):
        (tmp_path / each.name).write_bytes(each.data)
    failures = verify((tmp_path,)).failures
    assert any("not made from the same item" in failure for failure in failures), failures
    assert not any("fingerprint" in failure for failure in failures)


def _altered(question: Question) -> Question:
    parts = []
    for part in question.parts:
        scheme = part.item.scheme
        if isinstance(scheme, PointsScheme):
            scheme = replace(scheme, indicative=(*scheme.indicative, plain("something that was not there before")))
        parts.append(replace(part, item=replace(part.item, scheme=scheme)))
    return replace(question, parts=tuple(parts))


def test_nothing_to_verify(tmp_path: Path) -> None:
    with pytest.raises(NothingToVerifyError):
        verify((tmp_path,))
