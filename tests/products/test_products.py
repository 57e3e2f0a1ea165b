"""Products: what a paper, its scheme and a revision pack hold, read from finished files."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from packbuilder.app.library import load
from packbuilder.app.making import PaperWishes, draw, make_papers
from packbuilder.app.packs import make_pack
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, layout
from packbuilder.markup import flat
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.typeset.reading.readback import ReadBack, read_back
from packbuilder.walks import texts_of

ROOT = Path(__file__).parent.parent.parent
FILES = (
    ROOT / "sources" / "physics" / "electric-circuits.txt",
    ROOT / "sources" / "physics" / "electric-circuits.bank.yaml",
    ROOT / "sources" / "chemistry" / "acids-and-titration.md",
    ROOT / "sources" / "chemistry" / "acids-and-titration.bank.yaml",
)
PLACE = Workplace(root=ROOT, project=None)


@lru_cache(maxsize=1)
def made() -> tuple[tuple[Form, ...], dict[str, ReadBack]]:
    """Two versions of a 60-mark paper with schemes, and a pack, from two topics with formulas, tables and a picture."""
    library = load(FILES, root=ROOT)
    assert [d.render() for d in library.diagnostics if d.severity.word == "error"] == []
    forms = draw(library.bank, Blueprint(marks=60, versions=2), seed=5, title="Science")
    exam, handout, printer = layout("exam-a4", PLACE), layout("handout-a4", PLACE), Printer()
    files = {each.name: read_back(each.data) for each in make_papers(forms, PaperWishes(paper=exam, scheme=handout), printer)}
    pack = make_pack(library.bank, title="Science", layout=handout, printer=printer)
    return forms, {**files, pack.name: read_back(pack.data)}


PAPERS = ("paper-A.pdf", "paper-B.pdf")
SCHEMES = ("mark-scheme-A.pdf", "mark-scheme-B.pdf")


def test_versions_have_the_same_total_and_differ() -> None:
    forms, _ = made()
    assert [form.marks for form in forms] == [60, 60]
    assert forms[0].fingerprint != forms[1].fingerprint
    assert forms[0].minutes == 75


def test_no_two_items_of_a_form_clash() -> None:
    for form in made()[0]:
        items = [part.item for question in form.questions for part in question.parts]
        assert len(items) > 10
        for index, one in enumerate(items):
            same_set = [other for other in items[index + 1 :] if one.clashes(other)]
            assert same_set == []


@pytest.mark.parametrize("name", [*PAPERS, *SCHEMES, "revision-pack.pdf"])
def test_the_structure_has_no_fault(name: str) -> None:
    read = made()[1][name]
    assert read.faults == ()
    assert read.tree is not None
    assert read.language == "en-GB"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_tells_its_true_page_count_and_identity_on_each_page(name: str) -> None:
    read = made()[1][name]
    count = len(read.pages)
    assert f"This paper has {count} pages" in " ".join(read.pages[0].split())
    for number, text in enumerate(read.pages, 1):
        assert f"Page {number} of {count}" in text
        assert read.record["fingerprint"] in text
    assert count % 2 == 0


@pytest.mark.parametrize(("number", "name"), [(0, "paper-A.pdf"), (1, "paper-B.pdf")])
def test_a_papers_questions_are_the_forms(number: int, name: str) -> None:
    forms, files = made()
    tree = files[name].tree
    assert tree is not None
    shown = ["".join(each.text.split()) for each in tree.find(name="marks")]
    expected = [f"[{part.item.marks}]" for question in forms[number].questions for part in question.parts]
    assert shown == expected
    text = " ".join(" ".join(files[name].pages).split())
    assert "END OF QUESTIONS" in text
    assert "TOTAL FOR PAPER: 60 MARKS" in text


@pytest.mark.parametrize("name", PAPERS)
def test_a_candidate_reads_no_markers_language(name: str) -> None:
    text = " ".join(made()[1][name].pages).casefold()
    for words in ("award credit", "learner", "evidence of", "indicative content", "accept any other", "level 1 ("):
        assert words not in text


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_shows_objectives_that_sum_to_a_hundred(name: str) -> None:
    read = made()[1][name]
    assert read.tree is not None
    grid = next(table for table in read.tree.find(name="grid"))
    shares = [int(cell.text.strip("%")) for cell in grid.walk() if cell.role == "TD" and re.fullmatch(r"\d+%", cell.text.strip())]
    assert shares[-1] == 100
    assert sum(shares[:-1]) == 100


def test_a_pack_lists_its_headings_with_their_pages_and_bookmarks() -> None:
    read = made()[1]["revision-pack.pdf"]
    titles = [mark.words for mark in read.outline]
    assert "Key concepts" in titles
    assert "What examiners credit" in titles
    contents = " ".join(" ".join(read.pages[:2]).split())
    for mark in read.outline:
        assert mark.words in contents


@pytest.mark.parametrize(
    ("name", "words"), [("paper-A.pdf", ["Instructions", "Information", "Advice"]), ("revision-pack.pdf", ["How to use this pack"])]
)
def test_what_looks_like_a_heading_is_one_and_stands_in_no_contents(name: str, words: list[str]) -> None:
    read = made()[1][name]
    assert read.tree is not None
    assert [each.text for each in read.tree.find(role="H2")][: len(words)] == words
    assert not {mark.words for mark in read.outline} & set(words)
    assert not any(word in entry.text for entry in read.tree.find(role="TOCI") for word in words)


def test_formulas_extract_as_readable_text() -> None:
    text = " ".join(" ".join(made()[1]["revision-pack.pdf"].pages).split())
    assert "H₂" in text or "H2" in text
    assert "\\ce" not in text
    assert "$" not in text


@pytest.mark.parametrize(("language", "named"), [("en-GB", "AO1"), ("cy", "AA1"), ("fr", "OE1")])
def test_objectives_are_named_as_in_the_schemes_language(tmp_path: Path, language: str, named: str) -> None:
    bank = f"bank: {{topic: t, language: {language}}}\nitems:\n- {{id: one, kind: numeric, stem: 2 + 2?, marks: 1, answer: 4}}\n"
    (tmp_path / "t.bank.yaml").write_text(bank)
    (form,) = draw(load((tmp_path / "t.bank.yaml",), root=tmp_path).bank, Blueprint(marks=1), seed=1, title="T")
    assert {text for text in map(flat, texts_of(mark_scheme(form).blocks)) if re.fullmatch(r"[A-Z]{2}\d", text)} == {named}
