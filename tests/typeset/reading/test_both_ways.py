"""What a file says of one tree in two ways must be one thing: each fault is found, which `verify` tells, and told by `a11y`; validators pass all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from packbuilder.app.accessibility.report import accessibility
from packbuilder.app.printing import Printer
from packbuilder.model.print_habits import PrintHabits
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import DOCUMENT, LAYOUT, cramped
from tests.typeset.altering import Fault, altered, elements, reference


@pytest.fixture(scope="module")
def made() -> bytes:
    """A document with bookmarks, lists, tables, notes, links and spaces over several pages."""
    return Printer().print(DOCUMENT, cramped()).data


def held(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    assert isinstance(found, DictionaryObject)
    return found


def array(value: PdfObject | None) -> ArrayObject:
    found = value.get_object() if value is not None else None
    assert isinstance(found, ArrayObject)
    return found


def tree(writer: PdfWriter) -> DictionaryObject:
    return held(writer.root_object["/StructTreeRoot"])


def top_bookmark(writer: PdfWriter) -> DictionaryObject:
    return held(held(writer.root_object["/Outlines"])["/First"])


def with_one_content(writer: PdfWriter) -> DictionaryObject:
    return next(each for each in elements(writer, "/P") if isinstance(each.get("/K"), int))


# Pages and bookmarks


def fewer_pages(writer: PdfWriter) -> None:
    held(writer.root_object["/Pages"])[NameObject("/Count")] = NumberObject(1)


def back_to_itself(writer: PdfWriter) -> None:
    second = held(top_bookmark(writer)["/Next"])
    second[NameObject("/Prev")] = reference(second)


def above_itself(writer: PdfWriter) -> None:
    first = top_bookmark(writer)
    first[NameObject("/Parent")] = reference(first)


def ends_with_the_first(writer: PdfWriter) -> None:
    held(writer.root_object["/Outlines"])[NameObject("/Last")] = reference(top_bookmark(writer))


def no_bookmarks_counted(writer: PdfWriter) -> None:
    held(writer.root_object["/Outlines"])[NameObject("/Count")] = NumberObject(0)


# The parent tree and the index of notes


def a_key_of_nothing(writer: PdfWriter) -> None:
    entries = array(held(tree(writer)["/ParentTree"])["/Nums"])
    entries.extend([NumberObject(9999), entries[1]])
    tree(writer)[NameObject("/ParentTreeNextKey")] = NumberObject(10000)


def a_next_key_in_use(writer: PdfWriter) -> None:
    tree(writer)[NameObject("/ParentTreeNextKey")] = NumberObject(0)


def limits_of_others(writer: PdfWriter) -> None:
    held(tree(writer)["/ParentTree"])[NameObject("/Limits")] = ArrayObject([NumberObject(0), NumberObject(1)])


# Elements


def holds_nothing(writer: PdfWriter) -> None:
    array(elements(writer, "/L")[0]["/K"]).insert(0, NullObject())


def content_of_a_drawing(writer: PdfWriter) -> None:
    element = with_one_content(writer)
    page = held(element["/Pg"])
    said = {"/Type": NameObject("/MCR"), "/Pg": element.raw_get("/Pg"), "/MCID": element["/K"], "/Stm": page.raw_get("/Contents")}
    element[NameObject("/K")] = DictionaryObject({NameObject(key): value for key, value in said.items()})


def a_page_without_content(writer: PdfWriter) -> None:
    elements(writer, "/L")[0][NameObject("/Pg")] = writer.pages[0].indirect_reference


def two_scopes(writer: PdfWriter) -> None:
    head = next(each for each in elements(writer, "/TH") if "/A" in each)
    own = held(head["/A"])
    other = DictionaryObject({**own, NameObject("/Scope"): NameObject("/Both")})
    head[NameObject("/A")] = ArrayObject([other, own])


def a_class_and_a_number(writer: PdfWriter) -> None:
    element = next(each for each in elements(writer, "/Div") if "/C" in each)
    element[NameObject("/C")] = ArrayObject([element["/C"], NumberObject(3)])


def replaced_by_nothing(writer: PdfWriter) -> None:
    elements(writer, "/P")[1][NameObject("/ActualText")] = TextStringObject("")


def no_language(writer: PdfWriter) -> None:
    elements(writer, "/P")[1][NameObject("/Lang")] = TextStringObject("")


def another_name_of_a_font(writer: PdfWriter) -> None:
    found = (each.get_object() for each in writer._objects if each is not None)
    descriptor = next(each for each in found if isinstance(each, DictionaryObject) and "/FontFile2" in each)
    descriptor[NameObject("/FontName")] = NameObject("/Symbol")


FAULTS = {
    fewer_pages: "not have as many pages as it says",
    back_to_itself: "a bookmark leads back to another",
    above_itself: "a bookmark leads back to another",
    ends_with_the_first: "the last bookmark is another",
    no_bookmarks_counted: "not as many bookmarks as the file says",
    a_key_of_nothing: "the parent tree has the key 9999",
    a_next_key_in_use: "the next key of the parent tree is in use",
    limits_of_others: "does not say rightly which keys it has",
    holds_nothing: "holds nothing in the place of something",
    content_of_a_drawing: "holds content with the entry Stm",
    a_page_without_content: "names a page, and has nothing there",
    two_scopes: "says what it is more than once",
    a_class_and_a_number: "says what it is more than once",
    replaced_by_nothing: "has an empty ActualText",
    no_language: "has an empty Lang",
    another_name_of_a_font: "has another name elsewhere",
}


def test_nothing_is_found_in_files_as_they_are_made(made: bytes) -> None:
    sets = Printer().print_set((DOCUMENT, DOCUMENT, DOCUMENT), LAYOUT, PrintHabits(class_set=3)).data
    for data in (made, sets, altered(made, lambda writer: None)):
        read = read_back(data)
        assert (read.additions, read.faults) == ((), ())


@pytest.mark.parametrize(("fault", "told"), FAULTS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_each_fault_is_caught_and_told_in_words(made: bytes, tmp_path: Path, fault: Fault, told: str) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(altered(made, fault))
    assert any(told in each for each in read_back(path.read_bytes()).additions)
    assert any(told in each.text for each in accessibility(path) if not each.good)


def test_notes_that_the_index_has_exchanged_are_caught() -> None:
    """The index of notes has all names in order, and each leads to the other's words."""
    data = Printer().print(DOCUMENT, LAYOUT).data

    def two_notes(writer: PdfWriter) -> None:
        notes = elements(writer, "/P")[:2]
        for number, note in enumerate(notes):
            note[NameObject("/S")], note[NameObject("/ID")] = NameObject("/Note"), TextStringObject(f"note-{number}")
        names = [each for number, note in enumerate(reversed(notes)) for each in (TextStringObject(f"note-{number}"), reference(note))]
        index = writer._add_object(DictionaryObject({NameObject("/Names"): ArrayObject(names)}))
        tree(writer)[NameObject("/IDTree")] = index

    assert "the index of its notes is not that of the notes" in read_back(altered(data, two_notes)).additions


# Links


def claims(writer: PdfWriter) -> Iterator[tuple[IndirectObject, DictionaryObject]]:
    """Yield each annotation with what an element says of it."""
    for link in elements(writer, "/Link"):
        for kid in array(link["/K"]):
            if isinstance(kid, DictionaryObject) and "/Obj" in kid:
                yield kid.raw_get("/Obj"), kid


def exchanged(writer: PdfWriter) -> None:
    """Let two links of one page, which lead to two places, take each other's annotation, with all that tells whose it is."""
    page = next(page for page in writer.pages if len({str(held(each)["/Dest"]) for each in page.get("/Annots", ())}) > 1)
    by_place = {str(held(each)["/Dest"]): each for each in array(page["/Annots"])}
    one, other = list(by_place.values())[:2]
    said = {annotation.idnum: kid for annotation, kid in claims(writer)}
    said[one.idnum][NameObject("/Obj")], said[other.idnum][NameObject("/Obj")] = other, one
    first, second = held(one), held(other)
    key, another = first["/StructParent"], second["/StructParent"]
    first[NameObject("/StructParent")], second[NameObject("/StructParent")] = another, key


def test_links_that_are_read_in_one_place_and_clicked_in_another_are_caught(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(altered(Printer().print(DOCUMENT, LAYOUT).data, exchanged))
    words = "of its links are read in one place and clicked in another"
    assert any("where another one is read" in each for each in read_back(path.read_bytes()).faults)
    assert any(words in each.text for each in accessibility(path) if not each.good)
