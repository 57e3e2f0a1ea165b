"""Worksheets as files: pages, pairs that verify, pairs that were spoilt, and what the project file asks for."""

from __future__ import annotations

from pathlib import Path

import page
import pytest

from packbuilder.app.build import build_project, packs_of
from packbuilder.app.one_product import build_worksheets
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, find_workplace, library_of
from packbuilder.app.verifying.verify import verify
from packbuilder.app.worksheets import NoWorksheetError
from packbuilder.errors import UnknownNameError
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.project import WorksheetSpec
from packbuilder.products.worksheets.registry import KINDS
from packbuilder.products.worksheets.sheet import LackingError
from packbuilder.typeset.reading.readback import ReadBack, read_back

NOTES = Path(__file__).parent.parent / "cases" / "worksheets" / "tides.txt"


def build(folder: Path, *kinds: str, notes: Path = NOTES, **more: object) -> Path:
    spec = WorksheetSpec(kinds=kinds, **more)  # type: ignore[arg-type]  # the names are WorksheetSpec's
    workplace = Workplace(root=folder, project=None)
    build_worksheets(
        library_of((str(notes),), workplace), workplace, spec, output=folder, title="", progress=lambda _: None, printer=Printer(prove=True)
    )
    return folder


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All kinds in two versions, each file compared with its document before it was written."""
    return build(tmp_path_factory.mktemp("all"), "all", versions=2)


def test_every_kind_has_sheets_and_answers_that_match(everything: Path) -> None:
    report = verify((everything,))
    assert report.failures == ()
    assert {file.name for file in everything.glob("*.pdf")} == {
        f"{kind.name}-{version}{ending}.pdf" for kind in KINDS for version in "AB" for ending in ("", "-answers")
    }
    assert sum("each with its answer" in line for line in report.checked) == 2 * len(KINDS)


def test_versions_have_as_many_tasks(everything: Path) -> None:
    for kind in KINDS:
        counts = {read(everything / f"{kind.name}-{version}.pdf").record["tasks"] for version in "AB"}
        assert len(counts) == 1, kind.name


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_sheets_and_answers_are_accessible(everything: Path, kind: str) -> None:
    for ending in ("", "-answers"):
        assert page.validate_pdf(str(everything / f"{kind}-A{ending}.pdf"), profile="ua1").is_compliant


def test_a_sheet_has_room_for_name_class_and_date_and_its_answers_have_not(everything: Path) -> None:
    for word in ("Name", "Class", "Date"):
        assert word in read(everything / "quiz-A.pdf").pages[0]
    assert "Class" not in read(everything / "quiz-A-answers.pdf").pages[0]


def test_swapped_answers_are_found(everything: Path, tmp_path: Path) -> None:
    for name, source in (("cloze-A.pdf", "cloze-A.pdf"), ("cloze-A-answers.pdf", "cloze-B-answers.pdf")):
        (tmp_path / name).write_bytes((everything / source).read_bytes())
    failures = " | ".join(verify((tmp_path,)).failures)
    assert "there is no sheet for it" in failures
    (tmp_path / "cloze-A-answers.pdf").write_bytes(build(tmp_path / "other", "cloze", seed=9).joinpath("cloze-A-answers.pdf").read_bytes())
    failures = " | ".join(verify((tmp_path / "cloze-A.pdf", tmp_path / "cloze-A-answers.pdf")).failures)
    assert "the sheet's fingerprint is" in failures


def test_answers_on_the_back_begin_a_page(tmp_path: Path) -> None:
    build(tmp_path, "starter", answers="back")
    pages = read(tmp_path / "starter-A.pdf").pages
    assert len(pages) == 2
    assert "Answers" in pages[1]
    assert not (tmp_path / "starter-A-answers.pdf").exists()


def test_class_sets_of_several_kinds_in_one_folder_are_copies_of_their_own(tmp_path: Path) -> None:
    build(tmp_path, "starter", versions=2, habits=PrintHabits(class_set=3, imposition="booklet"))
    manifest = (tmp_path / "manifest.json").read_bytes()
    build(tmp_path, "terms", versions=2, habits=PrintHabits(class_set=3))
    assert manifest != (tmp_path / "manifest.json").read_bytes()
    report = verify((tmp_path,))
    assert report.failures == ()
    assert sum("3 copies of" in line for line in report.checked) == 2


def test_same_seed_same_bytes(everything: Path, tmp_path: Path) -> None:
    again = build(tmp_path, "crossword", "wordsearch", versions=2)
    files = list(again.glob("*.pdf"))
    assert files
    for file in files:
        assert file.read_bytes() == (everything / file.name).read_bytes()


def test_what_the_notes_cannot_give_stops_a_kind_that_is_named_and_not_all(tmp_path: Path) -> None:
    notes = tmp_path / "few.txt"
    notes.write_text(
        "Topic Synopsis\nTwo terms of the sea.\n\nKey Concepts & Core Principles\n- Swash: The rush of water up a beach\n", "utf-8"
    )
    with pytest.raises(LackingError, match="'crossword' needs at least 3 terms"):
        build(tmp_path / "one", "crossword", notes=notes)
    assert not (tmp_path / "one").exists(), "nothing is half written"
    assert (build(tmp_path / "every", "all", notes=notes) / "definitions-A.pdf").exists()


def test_notes_that_give_no_worksheet_at_all_are_told_so(tmp_path: Path) -> None:
    notes = tmp_path / "none.txt"
    notes.write_text("Topic Synopsis\nNothing to be learnt by heart.\n\nExaminer Marking Points\n- Explain how tides come about\n", "utf-8")
    with pytest.raises(NoWorksheetError, match="no worksheet can be made from"):
        build(tmp_path / "out", "all", notes=notes)
    assert not (tmp_path / "out").exists()


def test_an_unknown_kind_is_named_with_its_neighbour(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        build(tmp_path, "crosword")
    assert "crossword" in " ".join(caught.value.hints)


def test_the_project_file_asks_for_worksheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "tides.txt").write_bytes(NOTES.read_bytes())
    (tmp_path / "packbuilder.yaml").write_text(
        "packs:\n  - name: tides\n    topics: [tides]\n    products: [revision_pack, flashcards, anki_deck, knowledge_organiser]\n"
        "    worksheets: {kinds: [match-up, quiz], versions: 2, answers: back}\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    workplace = find_workplace()
    (built,) = build_project(workplace, packs_of(workplace, ()), output=tmp_path / "output", progress=lambda _: None, printer=Printer())
    assert {made.name for made in built.made} >= {
        "revision-pack.pdf",
        "knowledge-organiser.pdf",
        "flashcards.pdf",
        "flashcards.apkg",
        "match-up-A.pdf",
        "match-up-B.pdf",
        "quiz-A.pdf",
        "quiz-B.pdf",
    }
    assert verify((tmp_path / "output",)).failures == ()


def read(path: Path) -> ReadBack:
    return read_back(path.read_bytes(), name=path.name)
