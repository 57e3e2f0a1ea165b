"""Reading finished files back: what they hold, and where they contradict themselves."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject

from packbuilder.typeset.reading.fonts import unicode_map
from packbuilder.typeset.reading.readback import UnreadablePdfError, read_back
from packbuilder.typeset.writer import write_pdf
from tests.typeset.altering import altered, elements
from tests.typeset.building import METADATA, PICTURES, three_pages


@pytest.fixture(scope="module")
def sample() -> bytes:
    return write_pdf(three_pages(), metadata=METADATA, pictures=PICTURES)


def test_metadata_comes_back_as_it_went_in(sample: bytes) -> None:
    back = read_back(sample)
    assert back.ours
    assert back.record == METADATA.record
    assert (back.info["Title"], back.info["Subject"], back.language) == (METADATA.title, "Biology", "en-GB")
    assert back.info["CreationDate"] == "D:20250615150640Z"
    assert "<pdfuaid:part>1</pdfuaid:part>" in back.xmp


def test_annotations_are_described_by_what_they_lead_to(sample: bytes) -> None:
    assert read_back(sample).annotations == ((1, "Tissues"),)


def test_pages_are_extracted_in_reading_order(sample: bytes) -> None:
    assert "Cells are small → \nand 𝑥 is not ₂." in read_back(sample).pages[0]


def test_attachments_come_back(sample: bytes) -> None:
    with_file = altered(sample, lambda writer: writer.add_attachment("notes.md", b"# Cells"))
    assert read_back(with_file).attachments == {"notes.md": b"# Cells"}


def test_a_file_of_someone_elses_without_tags_has_no_tree() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)
    back = read_back(out.getvalue())
    assert (back.ours, back.tree, back.faults, back.pages) == (False, None, (), ("",))


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_an_error_that_names_the_file(data: bytes) -> None:
    with pytest.raises(UnreadablePdfError, match=r"^paper\.pdf cannot be read"):
        read_back(data, name="paper.pdf")


def test_half_a_file_is_an_error(sample: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        read_back(sample[: len(sample) // 2])


def test_a_file_that_asks_for_a_password_is_an_error(sample: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        read_back(altered(sample, lambda writer: writer.encrypt("secret", algorithm="RC4-128")))


def swap_parents(writer: PdfWriter) -> None:
    tree = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    first = tree[1].get_object()
    first[0], first[1] = first[1], first[0]


def put_parents_out_of_order(writer: PdfWriter) -> None:
    tree = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree[0], tree[1], tree[2], tree[3] = tree[2], tree[3], tree[0], tree[1]


def claim_twice(writer: PdfWriter) -> None:
    elements(writer, "/H1")[0][NameObject("/K")] = ArrayObject([NumberObject(0), NumberObject(1)])


def claim_nothing(writer: PdfWriter) -> None:
    elements(writer, "/H1")[0][NameObject("/K")] = ArrayObject()


def claim_what_is_not_there(writer: PdfWriter) -> None:
    elements(writer, "/H1")[0][NameObject("/K")] = ArrayObject([NumberObject(0), NumberObject(99)])


def make_a_paragraph_of_a_heading(writer: PdfWriter) -> None:
    elements(writer, "/H1")[0][NameObject("/S")] = NameObject("/P")


def forget_an_annotation(writer: PdfWriter) -> None:
    elements(writer, "/Link")[0][NameObject("/K")] = NumberObject(2)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (put_parents_out_of_order, "the keys of the parent tree do not ascend"),
        (swap_parents, "the parent tree leads from marked content 0 to another element"),
        (claim_twice, "2 elements claim marked content 1"),
        (claim_nothing, "no element claims marked content 0"),
        (claim_what_is_not_there, "claims marked content 99, which is not there"),
        (make_a_paragraph_of_a_heading, "marked content 0 is tagged H1, its element is P"),
        (forget_an_annotation, "an annotation and its element do not know each other"),
    ],
)
def test_contradictions_that_validators_let_pass_are_found(sample: bytes, fault: object, words: str) -> None:
    assert any(words in each for each in read_back(altered(sample, fault)).faults)


def test_cloning_a_file_is_no_contradiction(sample: bytes) -> None:
    assert read_back(altered(sample, lambda writer: None)).faults == ()


def test_ranges_of_codes_are_understood_in_both_their_forms() -> None:
    cmap = b"""1 beginbfchar <01> <00660069> endbfchar
    2 beginbfrange <0041> <0043> <0061> <0050> <0051> [<D835DC65> <0078>] endbfrange"""
    assert unicode_map(cmap) == {1: "fi", 0x41: "a", 0x42: "b", 0x43: "c", 0x50: "𝑥", 0x51: "x"}
