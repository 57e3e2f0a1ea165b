"""Files that are no plain text are refused by the name of their format, and texts longer than any notes by their length."""

from __future__ import annotations

import pytest

from packbuilder.readers.notes import read_notes

NOTES = b"# Soils\n\n## Key Concepts\n- Humus: what is left of plants\n"


@pytest.mark.parametrize(
    ("data", "path", "told"),
    [
        (b"{\\rtf1\\ansi Topic Synopsis\\par}", "soils.rtf", "this is RTF"),
        (b"{\\rtf1\\ansi}", "soils.txt", "this is RTF"),
        (b"%PDF-1.7\n\xe2\xe3", "soils.txt", "this is a PDF"),
        (b"PK\x03\x04\x14\x00", "soils.zip", "this is a packed file"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "soils.docx", "a document with a password"),
        (b"\x05Tutor" + b"\x00" * 150, "~$soils.docx", "what Word keeps beside a document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "soils.doc", "this is an old Word document"),
        (b"term,meaning\nhumus,plants\n", "soils.csv", "this is a table"),
        (NOTES + b"- Point\n" * 300_000, "soils.txt", "more than notes of one topic have"),
    ],
)
def test_what_is_no_plain_text_is_named(data: bytes, path: str, told: str) -> None:
    topic, (wrong,) = read_notes(data, path)
    assert topic is None
    assert told in wrong.message
    assert wrong.severity.word == "error"


def test_what_to_save_a_document_as_is_told() -> None:
    _, (wrong,) = read_notes(b"\xd0\xcf\x11\xe0rest", "soils.doc")
    assert wrong.hints == ("Save it as a Word file (.docx), as plain text (.txt) or as a web page (.htm), and name that.",)


@pytest.mark.parametrize("start", [b"PKU is an inherited disease.\n", b"{Soils}\n", b"PDF files\n", b"\xef\xbb\xbf"])
def test_text_that_begins_like_them_is_text(start: bytes) -> None:
    topic, found = read_notes(start + NOTES, "soils.txt")
    assert topic is not None
    assert not [each for each in found if each.code in ("N101", "N106")]


def test_a_saved_page_may_be_longer_for_its_pictures() -> None:
    page = b"<html><body><h1>Soils</h1><h2>Key Concepts</h2><ul><li>Humus: what is left of plants</li></ul>"
    picture = b'<img src="data:image/png;base64,' + b"A" * 3_000_000 + b'"></body></html>'
    _, found = read_notes(page + picture, "soils.html")
    assert not [each for each in found if each.code == "N106"]
