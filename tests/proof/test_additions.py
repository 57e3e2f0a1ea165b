"""What is added to a finished file, and what is made to vanish from its pages: the oracle names it, though validators let it pass."""

from __future__ import annotations

import re

import pytest
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject, TextStringObject

from packbuilder.app.printing import Printed, Printer
from packbuilder.app.verifying.seals import seal_differences
from packbuilder.proof import faults
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import Fault, altered, content, elements

_ADDRESS = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://example.org")})
_NUMBERED = DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(40)})
_FROM_40 = DictionaryObject({NameObject("/Nums"): ArrayObject([NumberObject(0), _NUMBERED])})


@pytest.fixture(scope="module")
def printed() -> Printed:
    return Printer().print(DOCUMENT, LAYOUT)


def to_page(key: str, value: object) -> Fault:
    return lambda writer: writer.pages[1].update({NameObject(key): value})


def to_catalog(key: str, value: object) -> Fault:
    return lambda writer: writer.root_object.update({NameObject(key): value})


def to_element(role: str, key: str, value: object) -> Fault:
    return lambda writer: elements(writer, role)[0].update({NameObject(key): value})


def to_link(key: str, value: object) -> Fault:
    return lambda writer: (
        next(page for page in writer.pages if "/Annots" in page)["/Annots"][0].get_object().update({NameObject(key): value})
    )


def to_tree(key: str, value: object) -> Fault:
    return lambda writer: writer.root_object["/StructTreeRoot"].update({NameObject(key): value})


def to_attributes(role: str, owner: str, key: str, value: object) -> Fault:
    held = DictionaryObject({NameObject("/O"): NameObject(owner), NameObject(key): value})
    return to_element(role, "/A", held)


def to_images(key: str, value: object) -> Fault:
    return lambda writer: next(iter(writer.pages[0]["/Resources"]["/XObject"].values())).get_object().update({NameObject(key): value})


def on_paragraph(pattern: bytes, changed: bytes) -> Fault:
    """Change the first paragraph of the second page, from its tag to its end."""

    def change(writer: PdfWriter) -> None:
        stream = content(writer, 1)
        before, tag, after = stream.get_data().partition(b"/P<</MCID 1>>BDC\n")
        found, rest = (tag + after).split(b"EMC\n", 1)
        stream.set_data(before + re.sub(pattern, changed, found, count=1, flags=re.DOTALL) + b"EMC\n" + rest)

    return change


def move_a_bookmark(writer: PdfWriter) -> None:
    writer.root_object["/Outlines"]["/First"]["/Dest"][3] = FloatObject(10)


def attach(writer: PdfWriter) -> None:
    writer.add_attachment("answers.txt", b"A")


def stick_a_note(writer: PdfWriter) -> None:
    writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text="The answer\nis D"))


def add_a_form(writer: PdfWriter) -> None:
    """Put a drawing of another program's among what the second page is painted with."""
    drawing = StreamObject()
    drawing.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): ArrayObject(map(NumberObject, (0, 0, 9, 9)))})
    held = writer.pages[1]["/Resources"]
    held[NameObject("/XObject")] = DictionaryObject({**held.get("/XObject", {}), NameObject("/Fm0"): drawing})


def _text(words: str) -> TextStringObject:
    return TextStringObject(words)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        pytest.param(to_element("/P", "/E", _text("another")), "an element P has the entry E", id="an expansion"),
        pytest.param(to_element("/P", "/T", _text("another")), "an element P has the entry T", id="a title of an element"),
        pytest.param(to_tree("/RoleMap", DictionaryObject()), "the structure tree has the entry RoleMap", id="roles mapped"),
        pytest.param(to_attributes("/TD", "/Table", "/RowSpan", NumberObject(2)), "an element TD has the entry RowSpan", id="row span"),
        pytest.param(to_attributes("/P", "/Odd", "/Key", NumberObject(2)), "an element P has the entry Key", id="unknown owner"),
        pytest.param(to_attributes("/Form", "/PrintField", "/Role", NameObject("/pb")), "has the kind of field 'pb'", id="another field"),
        pytest.param(to_page("/Rotate", NumberObject(180)), "page 2 has the entry Rotate", id="a page turned round"),
        pytest.param(
            to_page("/CropBox", ArrayObject(map(NumberObject, (0, 0, 9, 9)))), "page 2 has the entry CropBox", id="a page cropped"
        ),
        pytest.param(to_link("/F", NumberObject(6)), "a link is hidden", id="a hidden link"),
        pytest.param(to_link("/A", _ADDRESS), "does something else than to lead to one place", id="a link with two targets"),
        pytest.param(to_link("/AA", DictionaryObject()), "a link has the entry AA", id="an action at a link"),
        pytest.param(to_catalog("/OpenAction", _ADDRESS), "the file has the entry OpenAction", id="an action on opening"),
        pytest.param(to_catalog("/MarkInfo", DictionaryObject()), "does not say that it is tagged", id="tags disowned"),
        pytest.param(to_images("/Decode", ArrayObject(map(NumberObject, (1, 0)))), "in other colours than it has", id="colours inverted"),
        pytest.param(to_images("/OC", DictionaryObject()), "a picture has the entry OC", id="a picture in a layer"),
        pytest.param(stick_a_note, "page 1: a sticky note was put on it: “The answer is D”", id="a note"),
        pytest.param(add_a_form, "a drawing of another program's is painted on it", id="a form XObject"),
        pytest.param(on_paragraph(b"BDC\n", b"BDC\n/x sh\n"), "a shading is painted over it", id="a shading"),
        pytest.param(attach, "the file has the entry Names", id="an attachment"),
        pytest.param(on_paragraph(b">>BDC", b"/ActualText(No)>>BDC"), "its content has ActualText", id="other words of marked content"),
        pytest.param(on_paragraph(b">>BDC", b"/Lang(de)>>BDC"), "its content has Lang", id="another language of marked content"),
        pytest.param(on_paragraph(b"BDC\n", b"BDC\nq 0 0 1 1 re W n Q\n"), "is cut away, as packbuilder never does", id="clipped"),
        pytest.param(on_paragraph(b"BT", b"1 1 1 rg BT"), "text is read but cannot be seen", id="white on white"),
        pytest.param(on_paragraph(rb"[\d.]+ Tf", b"0.1 Tf"), "text is read but cannot be seen", id="too small to be seen"),
        pytest.param(on_paragraph(b"BDC\n", b"BDC\n1 0 0 1 2000 0 cm\n"), "text is read but cannot be seen", id="beside the paper"),
        pytest.param(move_a_bookmark, "leads beside its heading", id="a bookmark to another place"),
        pytest.param(lambda writer: writer.add_metadata({"/PackbuilderVersion": "Z"}), "its record is", id="another record"),
    ],
)
def test_additions_are_found(printed: Printed, fault: Fault, words: str) -> None:
    assert words in " ".join(faults(DOCUMENT, LAYOUT, read_back(altered(printed.data, fault))))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        pytest.param(move_a_bookmark, "its bookmarks", id="a bookmark to another place"),
        pytest.param(to_catalog("/PageLabels", _FROM_40), "page labels", id="page labels"),
        pytest.param(to_link("/Dest", ArrayObject([NumberObject(0), NameObject("/Fit")])), "its links", id="a link to a whole page"),
        pytest.param(to_attributes("/Form", "/PrintField", "/Role", NameObject("/pb")), "words of formulas and answer", id="another field"),
    ],
)
def test_seals_cover_them(printed: Printed, fault: Fault, words: str) -> None:
    assert words in " ".join(seal_differences(printed.seal, read_back(altered(printed.data, fault))))
