"""What files of the site say, and which withheld wording stands in them."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from packbuilder.app.printing import Printer
from packbuilder.app.site_words import leaks_in, squashed
from packbuilder.document import Document, Figure, Paragraph, Picture
from packbuilder.text import plain
from packbuilder.typeset.readback import UnreadablePdfError
from tests.press.runs import look

WORDS = "Enzymes are denatured above 60 °C"
WITHHELD = {squashed(WORDS): WORDS}


def png() -> bytes:
    held = BytesIO()
    Image.new("RGB", (8, 8), "red").save(held, "PNG")
    return held.getvalue()


PNG = png()


def zipped(name: str, text: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr(name, text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<p>{WORDS}</p>".encode()),
        ("a.html", b"<p>Enzymes <em>are</em> dena&shy;tured above 60&nbsp;&#176;C</p>"),
        ("a.html", f'<img alt="{WORDS}">'.encode()),
        ("a.html", f"<!-- {WORDS} -->".encode()),
        ("a.js", b'["\\u0045nzymes are denatured above 60 \\u00b0C"]'),
        ("a.xml", f"<title>{WORDS.upper()}</title>".encode()),
        ("a.txt", WORDS.replace(" ", "\n").encode()),
        ("a.docx", zipped("word/document.xml", "<w:t>Enzymes are dena</w:t><w:t>tured above 60 °C</w:t>")),
        ("a.apkg", zipped("collection.anki2", f"\x00\x01{WORDS}\x1f")),
        ("disguised.css", zipped("x", WORDS)),
    ],
)
def test_wording_is_found_however_it_is_written(name: str, data: bytes) -> None:
    found = tuple(leaks_in(data, name, WITHHELD))
    assert found
    assert {leak.words for leak in found} == {WORDS}
    assert {leak.file for leak in found} == {name}


def test_other_words_are_none() -> None:
    assert not tuple(leaks_in(b"<p>Enzymes are denatured when they are too hot</p>", "a.html", WITHHELD))


def test_what_is_no_pdf_though_it_says_so_is_an_error_and_not_clean() -> None:
    with pytest.raises(UnreadablePdfError, match=r"a\.pdf"):
        tuple(leaks_in(b"%PDF-1.7 and nothing more", "a.pdf", WITHHELD))


@given(st.text(max_size=40), st.sampled_from(["-\n", " ", "\u00ad", "</b> <i>", "  "]))
def test_breaking_wording_up_changes_nothing(text: str, between: str) -> None:
    broken = between.join(text)
    assert squashed("".join(text)) == squashed(broken.replace("</b> <i>", "")) or not text.isascii()


def test_a_pdf_is_read_with_what_it_hides() -> None:
    blocks = (
        Paragraph(text=plain(f"Seen: {WORDS}.")),
        Figure(picture=Picture(digest=sha256(PNG).hexdigest(), data=PNG), alt=f"Hidden: {WORDS}"),
    )
    printed = Printer().print(Document(title=f"Titled: {WORDS}", language="en-GB", blocks=blocks), look())
    places = {leak.place for leak in leaks_in(printed.data, "a.pdf", WITHHELD)}
    assert places >= {"page 1", "an alternative text of page 1", "the metadata"}
