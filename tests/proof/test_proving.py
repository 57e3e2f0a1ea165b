"""The oracle: what was printed is proved, and every planted fault is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject, TextStringObject

from packbuilder.app.printing import Printer
from packbuilder.layout import Layout, TextStyle
from packbuilder.proof import faults
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import DOCUMENT, LAYOUT, cramped
from tests.typeset.altering import Fault, altered, content, elements, reference


@pytest.fixture(scope="module")
def sample() -> bytes:
    return Printer().print(DOCUMENT, LAYOUT).data


def found(data: bytes) -> str:
    return "\n".join(faults(DOCUMENT, LAYOUT, read_back(data)))


LARGE = Layout(name="large", styles=(("body", TextStyle(size=24, leading=36)), ("stem", TextStyle(size=24, leading=36))), marks_below=True)


@pytest.mark.parametrize(
    "layout",
    [
        LAYOUT,
        replace(LAYOUT, name="boxed", numbering="boxed", marks="words"),
        replace(LAYOUT, name="dotted", numbering="dotted", marks="parentheses"),
        replace(cramped(), name="cramped"),
        LARGE,
        replace(cramped(LARGE), name="cramped and large"),
    ],
    ids=lambda layout: layout.name,
)
def test_what_is_printed_is_proved(layout: Layout) -> None:
    assert faults(DOCUMENT, layout, read_back(Printer().print(DOCUMENT, layout).data)) == ()


def test_another_document_or_another_layout_is_not_proved(sample: bytes) -> None:
    fewer = replace(DOCUMENT, blocks=DOCUMENT.blocks[:-1])
    assert "has one element more than it should" in "".join(faults(fewer, LAYOUT, read_back(sample)))
    assert "not “2.1*”" in "".join(faults(DOCUMENT, replace(LAYOUT, numbering="dotted"), read_back(sample)))


def test_a_clone_is_no_fault(sample: bytes) -> None:
    assert found(altered(sample, lambda writer: None)) == ""


def tag_as_paragraph(writer: PdfWriter) -> None:
    """A heading becomes a paragraph, in the tree and on the page alike."""
    for element in elements(writer, "/H2"):
        element[NameObject("/S")] = NameObject("/P")
    for page in range(len(writer.pages)):
        stream = content(writer, page)
        stream.set_data(stream.get_data().replace(b"/H2<<", b"/P<<"))


def make_an_artifact(writer: PdfWriter) -> None:
    """A paragraph's text becomes an artifact, and its element holds nothing."""
    second = writer.pages[1].indirect_reference
    element = next(each for each in elements(writer, "/P") if each.get("/K") == 1 and each.raw_get("/Pg") == second)
    del element["/K"]
    stream = content(writer, 1)
    stream.set_data(stream.get_data().replace(b"/P<</MCID 1>>BDC", b"/Artifact<</Type/Layout>>BDC"))


def untag(writer: PdfWriter) -> None:
    stream = content(writer, 1)
    data = stream.get_data()
    start = data.index(b"/P<</MCID 1>>BDC\n")
    end = data.index(b"EMC\n", start)
    stream.set_data(data[:start] + data[start:end].replace(b"/P<</MCID 1>>BDC\n", b"") + data[end + 4 :])


def swap_alternatives(role: str) -> Fault:
    def change(writer: PdfWriter) -> None:
        one, other, *_ = [each for each in elements(writer, role) if "/Alt" in each]
        one[NameObject("/Alt")], other[NameObject("/Alt")] = other["/Alt"], one["/Alt"]

    return change


def swap(role: str) -> Fault:
    """Let two neighbouring elements of a role under one parent change places."""

    def change(writer: PdfWriter) -> None:
        for element in elements(writer, role):
            kids = element["/P"]["/K"]
            if not isinstance(kids, ArrayObject):
                continue
            at = kids.index(reference(element))
            following = kids[at + 1].get_object() if at + 1 < len(kids) else None
            if isinstance(following, dict) and following.get("/S") == role:
                kids[at], kids[at + 1] = kids[at + 1], kids[at]
                return
        raise AssertionError(role)

    return change


def drop(role: str, key: str) -> Fault:
    def change(writer: PdfWriter) -> None:
        del next(each for each in elements(writer, role) if key in each)[key]

    return change


def put(role: str, key: str, value: object) -> Fault:
    def change(writer: PdfWriter) -> None:
        next(each for each in elements(writer, role) if key in each)[NameObject(key)] = value  # type: ignore[index]  # a dictionary

    return change


def links(writer: PdfWriter) -> list[dict[str, object]]:
    return [each.get_object() for page in writer.pages for each in page.get("/Annots", ())]


def lead_elsewhere(writer: PdfWriter) -> None:
    """A link in the text leads as far down its page as another link does: validators know nothing of either."""
    one, other = links(writer)[-2:]
    one[NameObject("/Dest")], other[NameObject("/Dest")] = other["/Dest"], one["/Dest"]


def lead_to_another_page(writer: PdfWriter) -> None:
    links(writer)[0]["/Dest"][0] = writer.pages[0].indirect_reference


def lead_astray(writer: PdfWriter) -> None:
    """Every link to one heading leads to the top of its page."""
    for each in links(writer):
        if each["/Contents"] == "Organs":
            each["/Dest"][3] = FloatObject(830)


def describe_another(writer: PdfWriter) -> None:
    one, other, *_ = links(writer)
    one[NameObject("/Contents")], other[NameObject("/Contents")] = other["/Contents"], one["/Contents"]


def swap_parents(writer: PdfWriter) -> None:
    nums = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    listed = next(each.get_object() for each in nums[1::2] if isinstance(each.get_object(), ArrayObject))
    listed[0], listed[1] = listed[1], listed[0]


def claim_twice(writer: PdfWriter) -> None:
    elements(writer, "/H2")[0][NameObject("/K")] = ArrayObject([NumberObject(0), NumberObject(1)])


def number_twice(writer: PdfWriter) -> None:
    stream = content(writer, 1)
    stream.set_data(stream.get_data().replace(b"<</MCID 2>>", b"<</MCID 1>>"))


def move_to_another_parent(writer: PdfWriter) -> None:
    """The last entry of one list becomes the first of the next."""
    one, other, *_ = elements(writer, "/L")
    moved = one["/K"].pop()
    kids = other["/K"] if isinstance(other["/K"], ArrayObject) else ArrayObject([other.raw_get("/K")])
    other[NameObject("/K")] = ArrayObject([moved, *kids])
    moved.get_object()[NameObject("/P")] = reference(other)


def move_a_gap(writer: PdfWriter) -> None:
    """A gap stands before the words that it follows on the page: its paragraph's words stay in their order."""
    paragraph = next(each["/P"] for each in elements(writer, "/Form") if each["/P"].get("/S") == "/P" and len(each["/P"]["/K"]) > 2)
    kids = paragraph["/K"]
    kids[0], kids[1] = kids[1], kids[0]


def lead_beside(at: int) -> Fault:
    """A link leads to a point a little below its place, which a viewer then scrolls out of sight."""

    def change(writer: PdfWriter) -> None:
        destination = links(writer)[at]["/Dest"]
        destination[3] = FloatObject(float(destination[3]) - 50)  # type: ignore[index]  # an array

    return change


def swap_words(writer: PdfWriter) -> None:
    """Two paragraphs have each other's words on the page: tags and tree are as they were."""
    stream = content(writer, 1)
    data = stream.get_data()
    one, other = (data[data.index(b"BT", start) : data.index(b"ET", start)] for start in _starts(data))
    stream.set_data(data.replace(one, b"\r").replace(other, one).replace(b"\r", other))


def _starts(data: bytes) -> tuple[int, int]:
    return data.index(b"/P<</MCID 1>>"), data.index(b"/P<</MCID 2>>")


def retitle(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": "Something else"})


def speak_another_language(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/Lang")] = TextStringObject("de")


def mark_another_page(writer: PdfWriter) -> None:
    outline = writer.root_object["/Outlines"]["/First"]
    outline["/Dest"][0] = writer.pages[0].indirect_reference


def rename_a_bookmark(writer: PdfWriter) -> None:
    writer.root_object["/Outlines"]["/First"][NameObject("/Title")] = TextStringObject("Celts")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        pytest.param(drop("/Figure", "/Alt"), "has the alternative text '', not 'a red square'", id="missing alternative text"),
        pytest.param(swap_alternatives("/Figure"), "not 'a red square'", id="swapped alternative texts of pictures"),
        pytest.param(swap_alternatives("/Formula"), "has the alternative text", id="swapped alternative texts of formulas"),
        pytest.param(swap_alternatives("/Form"), "not 'space to fill in'", id="swapped announcements of answer spaces"),
        pytest.param(put("/Formula", "/ActualText", TextStringObject("E = mc³")), "has the actual text 'E = mc³", id="another actual text"),
        pytest.param(tag_as_paragraph, "has the role 'P', not 'H2'", id="headings tagged as paragraphs"),
        pytest.param(make_an_artifact, "reads “”, not “Cells are small.”", id="text made an artifact"),
        pytest.param(untag, "text is neither tagged nor an artifact", id="untagged content"),
        pytest.param(swap("/P"), "reads “", id="paragraphs in another order"),
        pytest.param(swap("/LI"), "reads “2.”, not “1.”", id="entries in another order"),
        pytest.param(swap("/TR"), "has the role", id="rows in another order"),
        pytest.param(swap("/TH"), "reads “Meaning”, not “Term”", id="cells in another order"),
        pytest.param(swap_words, "reads “Tissues are made of cells.”, not “Cells are small.”", id="words in each other's place"),
        pytest.param(drop("/TH", "/A"), "has the scope 'none', not 'Column'", id="header without scope"),
        pytest.param(drop("/TD", "/A"), "has the span '1', not '2'", id="spanning cell that no longer spans"),
        pytest.param(drop("/L", "/A"), "has the list numbering 'none', not 'Decimal'", id="list that no longer counts"),
        pytest.param(drop("/Span", "/Lang"), "has the language 'none', not 'fr'", id="words of another language unmarked"),
        pytest.param(put("/Span", "/Lang", TextStringObject("es")), "has the language 'es', not 'fr'", id="words of a wrong language"),
        pytest.param(drop("/Div", "/C"), "has the name 'none'", id="element without its name"),
        pytest.param(move_to_another_parent, "lacks its LI", id="entry moved to another list"),
        pytest.param(move_a_gap, "has its gaps after “”", id="gap before the words that it follows"),
        *(pytest.param(lead_beside(at), "leads beside", id=f"link {at} to a point below its place") for at in range(4)),
        pytest.param(lead_elsewhere, "leads to another place", id="links that changed their targets"),
        pytest.param(lead_to_another_page, "leads to page 1, its heading stands on page", id="link to another page"),
        pytest.param(lead_astray, "in another order than that of their headings", id="links to another place on the page"),
        pytest.param(describe_another, "is described as", id="links with each other's descriptions"),
        pytest.param(swap_parents, "the parent tree leads from marked content", id="swapped entries of the parent tree"),
        pytest.param(claim_twice, "2 elements claim marked content 1", id="content claimed twice"),
        pytest.param(number_twice, "marked content 1 occurs more than once", id="duplicate numbers"),
        pytest.param(retitle, "its title is 'Something else'", id="another title"),
        pytest.param(speak_another_language, "its language is 'de'", id="another language"),
        pytest.param(mark_another_page, "a bookmark is (1, 'Cells', 1), not", id="bookmark to another page"),
        pytest.param(rename_a_bookmark, "a bookmark is (1, 'Celts'", id="renamed bookmark"),
    ],
)
def test_a_planted_fault_is_found(sample: bytes, fault: Fault, words: str) -> None:
    assert words in found(altered(sample, fault))
