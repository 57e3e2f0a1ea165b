"""Where a file was changed: the page is named, and the questions that stand on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from packbuilder.app.accessibility.report import accessibility
from packbuilder.app.printing import Printer
from packbuilder.app.verifying.changed_places import changed_aspect
from packbuilder.typeset.reading.readback import read_back
from tests.app.papers import paper_in
from tests.proof.sample import DOCUMENT, LAYOUT, cramped
from tests.typeset.altering import altered, content, elements

Change = Callable[[PdfWriter], DictionaryObject]
"""Changes an element of the last page that has such a one, and returns it."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return (paper_in(tmp_path_factory.mktemp("made")) / "paper-A.pdf").read_bytes()


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return (paper_in(tmp_path_factory.mktemp("made")) / "mark-scheme-A.pdf").read_bytes()


@pytest.fixture(scope="module")
def sample() -> bytes:
    """A document with links, lists and tables over several small pages."""
    return Printer().print(DOCUMENT, cramped()).data


def last(writer: PdfWriter, role: str) -> DictionaryObject:
    return [each for each in elements(writer, role) if "/Pg" in each][-1]


def announced_otherwise(writer: PdfWriter) -> DictionaryObject:
    space = last(writer, "/Form")
    space[NameObject("/Alt")] = TextStringObject("answer space, 40 lines")
    return space


def no_heading(writer: PdfWriter) -> DictionaryObject:
    heading = last(writer, "/H2")
    heading[NameObject("/S")] = NameObject("/P")
    return heading


def another_language(writer: PdfWriter) -> DictionaryObject:
    paragraph = last(writer, "/P")
    paragraph[NameObject("/Lang")] = TextStringObject("fr")
    return paragraph


def another_scope(writer: PdfWriter) -> DictionaryObject:
    head = last(writer, "/TH")
    head[NameObject("/A")] = DictionaryObject({NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Both")})
    return head


def read_backwards(writer: PdfWriter) -> DictionaryObject:
    space = last(writer, "/Form")
    parent = space["/P"].get_object()
    assert isinstance(parent, DictionaryObject)
    parent[NameObject("/K")] = ArrayObject(reversed(parent["/K"]))  # type: ignore[call-overload]  # an array
    return space


def led_elsewhere(writer: PdfWriter) -> DictionaryObject:
    link = last(writer, "/Link")
    annotation = next(kid["/Obj"].get_object() for kid in link["/K"] if isinstance(kid, DictionaryObject) and "/Obj" in kid)  # type: ignore[attr-defined]
    assert isinstance(annotation, DictionaryObject)
    annotation["/Dest"][3] = NumberObject(7)  # type: ignore[index]  # an array
    return link


def page_of(writer: PdfWriter, element: DictionaryObject) -> int:
    return [page.indirect_reference for page in writer.pages].index(element.raw_get("/Pg")) + 1


def told(data: bytes, change: Change) -> tuple[list[str], int]:
    """Return what is told of a file that was changed, of each aspect that differs, and the page of what was changed."""
    found: list[int] = []
    changed = read_back(altered(data, lambda writer: found.append(page_of(writer, change(writer)))))
    sealed = read_back(data).seal
    return [
        changed_aspect(aspect, sealed, changed) for aspect in sealed if sealed[aspect] != changed.seal[aspect] and "_" not in aspect
    ], found[0]


@pytest.mark.parametrize("change", [announced_otherwise, no_heading, another_language, another_scope, led_elsewhere])
def test_the_page_of_a_change_is_named(sample: bytes, change: Change) -> None:
    (words,), page = told(sample, change)
    assert page > 1
    assert re.search(rf"\(on page {page}\b", words)


def test_the_questions_on_the_page_are_named(paper: bytes) -> None:
    (words,), page = told(paper, announced_otherwise)
    assert re.search(rf"\(on page {page}, where questions? [0-9, and]+ stands?\)$", words)


def test_another_order_is_told_with_its_page(paper: bytes) -> None:
    said, page = told(paper, read_backwards)
    assert said
    assert all(f"(on page {page}, where question" in words for words in said)


def test_the_rows_of_a_scheme_are_named_by_their_questions(scheme: bytes) -> None:
    (words,), page = told(scheme, another_scope)
    assert re.search(rf"\(on page {page}, where questions? [0-9, and]+ stands?\)$", words)


def test_what_is_painted_is_told_with_the_questions_beside_it(paper: bytes) -> None:
    def more(writer: PdfWriter) -> None:
        stream = content(writer, 1)
        stream.set_data(stream.get_data() + b"/Artifact<</Type/Layout>>BDC\nq 0 0 10 10 re f Q\nEMC\n")

    words = changed_aspect("pages", read_back(paper).seal, read_back(altered(paper, more)))
    assert re.fullmatch(r"what is painted on page 2, or the size or tab order there \(where questions? [0-9, and]+ stands?\)", words)


def test_the_report_in_words_names_pages_too(tmp_path: Path) -> None:
    data = Printer().print(DOCUMENT, LAYOUT).data
    path = tmp_path / "changed.pdf"

    def change(writer: PdfWriter) -> None:
        announced_otherwise(writer)

    path.write_bytes(altered(data, change))
    assert any("its alternative texts" in each.text and "(on page " in each.text for each in accessibility(path))


def test_where_pages_were_added_no_page_is_named(paper: bytes) -> None:
    def change(writer: PdfWriter) -> None:
        writer.add_blank_page(100, 100)

    changed = read_back(altered(paper, change))
    assert "page 2" not in changed_aspect("pages", read_back(paper).seal, changed)
