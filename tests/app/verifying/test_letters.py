"""A paper in Greek has Greek letters before its options and parts, in every file, and `verify` finds the same questions in all of them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from packbuilder.app.one_product import build_paper
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, library_of
from packbuilder.app.verifying.verify import verify
from packbuilder.model.blueprint import Blueprint

_NOTES = Path(__file__).parent.parent.parent / "cases" / "greek"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("greek")
    workplace = Workplace(root=folder, project=None)
    build_paper(
        library_of((str(_NOTES),), workplace),
        workplace,
        Blueprint(marks=25, versions=2),
        seed=3,
        layout_name="exam-a4",
        output=folder,
        title="",
        progress=lambda _: None,
        printer=Printer(),
        editions=("large-18", "reader"),
        self_marking=True,
    )
    return folder


def _words(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".docx":
        return re.sub(r"<[^>]+>", " ", ZipFile(BytesIO(path.read_bytes())).read("word/document.xml").decode())
    return re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8").partition("</style>")[2] or path.read_text(encoding="utf-8"))


def test_no_file_has_a_latin_letter_for_an_option_or_a_part(made: Path) -> None:
    files = [path for path in made.iterdir() if path.suffix in (".pdf", ".html", ".docx", ".txt") and path.name != "editions.pdf"]
    assert len(files) == 14
    for path in files:
        words = re.sub(r"Παραλλαγή\W+[AB]\b|παραλλαγή [AB]\b", "", _words(path))
        assert not re.search(r"(?<![\w.-])[A-Ga-g](?![\w.-])", words), path.name
    for name in (
        "paper-B.pdf",
        "mark-scheme-B.pdf",
        "self-marking-B.pdf",
        "paper-B-large-18.pdf",
        "paper-B-reader.html",
        "paper-B-reader.txt",
    ):
        assert re.search(r"\(β\)", _words(made / name)), name
    # The key of the first question with options is the letter that its option has on the paper.
    keys = re.findall(r"\n([ΑΒΓΔ]) +(DNA|στον χλωροπλάστη)", _words(made / "mark-scheme-A.pdf"))
    paper = _words(made / "paper-A.pdf")
    assert len(keys) == 2
    assert all(re.search(rf"{letter}\s+{option}", paper) for letter, option in keys)


def test_verify_finds_the_same_questions_under_them(made: Path) -> None:
    report = verify((made,))
    assert not report.failures
    assert any("has the" in each for each in report.checked)
