"""Word files among the sources: read where text is, told by their words, and never twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from watchfiles import Change

from packbuilder.app.checking import check
from packbuilder.app.excerpts import excerpts, with_words
from packbuilder.app.library import load, source_files
from packbuilder.app.passed_over import passed_over
from packbuilder.app.project import Workplace
from packbuilder.cli.main import group
from packbuilder.diagnostics import Span, note
from packbuilder.local.watching import _Sources
from tests.cli.test_start import NOTES, imported
from tests.readers.word_documents import word_file


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tides.docx"
    path.write_bytes(word_file(NOTES))
    return path


def test_a_word_file_gives_the_questions_of_the_same_text(notes: Path) -> None:
    text = notes.with_suffix(".md")
    text.write_text(NOTES)
    of_word, of_text = (load((path,), root=notes.parent).bank for path in (notes, text))
    assert [(each.id, each.stem, each.marks) for each in of_word.items] == [(each.id, each.stem, each.marks) for each in of_text.items]
    assert len(of_word.items) > 5


def test_a_folder_is_read_with_its_word_files_but_for_what_is_no_notes(notes: Path) -> None:
    folder = notes.parent
    shutil.copy(notes, folder / "Rivers.DOCX")
    (folder / "~$tides.docx").write_bytes(b"\x05Tutor")
    shutil.copy(notes, folder / "twice.docx")
    (folder / "twice.txt").write_text(NOTES)
    shutil.copy(notes, folder / "paper-A-reader.docx")
    (folder / "paper-A-reader.html").write_text("<p>x</p>")
    assert [each.name for each in source_files(folder)] == ["Rivers.DOCX", "tides.docx", "twice.txt"]
    (told,) = [each for each in passed_over(folder) if "docx" in each.message]
    assert told.message == "not read: twice.docx"


def test_a_bank_beside_a_word_file_goes_with_it(notes: Path) -> None:
    bank = notes.with_name("tides.bank.yaml")
    bank.write_text("bank: {topic: tides}\nitems: []\n")
    assert source_files(notes) == (notes, bank)


def test_what_changes_in_a_word_file_is_read_anew(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKBUILDER_CACHE", str(notes.parent / "cache"))
    first = load((notes,), root=notes.parent).bank
    assert load((notes,), root=notes.parent).bank == first
    notes.write_bytes(word_file(NOTES.replace("an ebb is", "a flood is")))
    assert load((notes,), root=notes.parent).bank != first


def test_what_cannot_be_printed_is_told_at_its_place(notes: Path) -> None:
    document = docx.Document()
    for text in ("Key Concepts", "Ebb: a flow \ue123 away"):
        document.add_paragraph(text)
    document.save(str(notes))
    (wrong,) = [each for each in load((notes,), root=notes.parent).diagnostics if each.code == "T101"]
    assert wrong.span == Span(path="tides.docx", line=2, column=13)


def test_messages_about_word_files_say_the_words_there(notes: Path) -> None:
    there, known, nowhere = (
        note("N1", "this", Span(path="tides.docx", line=7)),
        note("N1", "the heading 'Synopsis'", Span(path="tides.docx", line=3)),
        note("N1", "this", Span(path="tides.docx", line=700)),
    )
    first, *others = with_words((there, known, nowhere))
    assert first.hints == ("In the Word file, this is where it says ‘Spring tide: A tide of the greatest range, when sun and moon …’.",)
    assert others == [known, nowhere]
    (shown,) = excerpts((there,), notes.parent)
    assert "Spring tide" in shown.before + shown.at + shown.after


def test_the_command_line_reads_word_files_and_tells_their_words(notes: Path) -> None:
    document = docx.Document(str(notes))
    document.add_paragraph("Homework")
    document.add_paragraph("Read the next chapter by Monday.")
    document.save(str(notes))
    run = CliRunner().invoke(group, ["check", "tides.docx"])
    assert run.exit_code == 0, run.output
    assert "In the Word file, this is where it says ‘" in run.output
    assert "Spring tide" in CliRunner().invoke(group, ["questions", "tides.docx", "--explain"]).output.replace("spring tide", "Spring tide")


@pytest.mark.parametrize(("data", "told"), [(b"PK\x03\x04", "damaged"), (b"\xd0\xcf\x11\xe0", "an old Word document"), (b"", "empty")])
def test_a_word_file_that_cannot_be_read_stops_nothing_else(notes: Path, data: bytes, told: str) -> None:
    notes.with_name("bad.docx").write_bytes(data)
    checked = check((str(notes.parent),), Workplace(root=notes.parent, project=None))
    assert [each.message for each in checked.diagnostics if each.severity.word == "error" and told in each.message]
    assert [each.topic for each in checked.counts] == ["tides"]


@pytest.mark.parametrize(("name", "passes"), [("tides.docx", True), ("~$tides.docx", False), ("~WRL0001.tmp", False)])
def test_the_page_watches_word_files_and_not_what_word_keeps_beside_them(tmp_path: Path, name: str, passes: bool) -> None:
    assert _Sources(tmp_path / "output")(Change.modified, str(tmp_path / name)) is passes


def test_reading_a_word_file_imports_no_heavy_package_and_nothing_of_xml_again(notes: Path) -> None:
    command = ("questions", "tides.docx")
    first = imported(notes.parent, *command, kept=str(notes.parent / "cache"))
    assert "packbuilder.readers.word_files" in first and "docx" not in first
    again = imported(notes.parent, *command, kept=str(notes.parent / "cache"))
    assert not again & {"packbuilder.readers.word_files", "xml", "zipfile"}


def test_documents_with_macros_are_read_in_a_folder_and_templates_where_they_are_named(notes: Path) -> None:
    folder = notes.parent
    for name in ("rivers.docm", "letter.dotx"):
        shutil.copy(notes, folder / name)
    assert [each.name for each in source_files(folder)] == ["rivers.docm", "tides.docx"]
    assert source_files(folder / "letter.dotx") == (folder / "letter.dotx",)
    (told,) = [each for each in passed_over(folder) if "dotx" in each.message]
    assert told.message == "not read: letter.dotx"
    (worded,) = with_words((note("D101", "x", Span(path=str(folder / "rivers.docm"), line=1)),))
    assert "In the Word file" in worded.hints[-1]
