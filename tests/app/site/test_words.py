"""What files of the site say, and which withheld wording stands in them."""

from __future__ import annotations

import gzip
import tarfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from packbuilder.app.printing import Printer
from packbuilder.app.site.parts import UnsearchableError
from packbuilder.app.site.words import leaks_in, squashed
from packbuilder.document import Document, Figure, Paragraph, Picture
from packbuilder.text import plain
from packbuilder.typeset.reading.readback import UnreadablePdfError
from tests.press.runs import look

WORDS = "Enzymes are denatured above 60 °C"
WITHHELD = {squashed(WORDS): WORDS}


def png() -> bytes:
    held = BytesIO()
    Image.new("RGB", (8, 8), "red").save(held, "PNG")
    return held.getvalue()


PNG = png()


def zipped(name: str, text: str | bytes) -> bytes:
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


def scheme() -> bytes:
    return Printer().print(Document(title="Answers", language="en-GB", blocks=(Paragraph(text=plain(WORDS)),)), look()).data


def tarred(data: bytes) -> bytes:
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        entry = tarfile.TarInfo("answers")
        entry.size = len(data)
        archive.addfile(entry, BytesIO(data))
    return held.getvalue()


def commented() -> bytes:
    held, about = BytesIO(), PngInfo()
    about.add_text("Comment", WORDS, zip=True)
    Image.new("RGB", (4, 4)).save(held, "PNG", pnginfo=about)
    return held.getvalue()


def pdf_with(change: Callable[[PdfWriter], object]) -> bytes:
    writer, held = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    change(writer)
    writer.write(held)
    return held.getvalue()


def opening(writer: PdfWriter) -> None:
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(WORDS)}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(script)


FOREIGN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a PDF without an ending": ("answers", scheme),
    "a PDF called a picture": ("answers.jpg", scheme),
    "a PDF after other lines": ("answers.pdf", lambda: b"\n% hello\n" + scheme()),
    "a PDF in an archive": ("all.zip", lambda: zipped("answers.pdf", scheme())),
    "an archive in an archive": ("all.zip", lambda: zipped("in.zip", zipped("a.txt", WORDS))),
    "a name in an archive": ("all.zip", lambda: zipped(f"{WORDS}.txt", "")),
    "a packed page": ("a.html.gz", lambda: gzip.compress(WORDS.encode())),
    "a packed tape": ("a.tgz", lambda: tarred(scheme())),
    "a page called a picture": ("a.webp", lambda: WORDS.replace(" ", " <b>").encode()),
    "a picture's comment": ("a.png", commented),
    "an address": ("a.txt", lambda: quote(WORDS).encode()),
    "another encoding": ("a.txt", lambda: "Enzymes are dénatured".encode("latin-1")),
    "metadata of somebody's own": ("a.pdf", lambda: pdf_with(lambda writer: writer.add_metadata({"/Hint": WORDS}))),
    "a script in a PDF": ("a.pdf", lambda: pdf_with(opening)),
    "a PDF attached to a PDF": ("a.pdf", lambda: pdf_with(lambda writer: writer.add_attachment("answers.pdf", scheme()))),
    "a text attached to a PDF": ("a.pdf", lambda: pdf_with(lambda writer: writer.add_attachment("answers.txt", WORDS.encode()))),
}


@pytest.mark.parametrize("way", FOREIGN)
def test_what_somebody_else_puts_there_is_looked_into(way: str) -> None:
    name, made = FOREIGN[way]
    withheld = {**WITHHELD, squashed("Enzymes are dénatured"): "accented"}
    assert tuple(leaks_in(made(), name, withheld, foreign=True))


def locked() -> bytes:
    data = bytearray(zipped("a.txt", WORDS))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def nested(depth: int) -> bytes:
    data = WORDS.encode()
    for _ in range(depth):
        data = zipped("in.zip", data)
    return data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked(), "locked"),
        (b"PK\x03\x04 broken", "broken"),
        (gzip.compress(bytes(range(256)) * 4, mtime=0)[:100], "broken"),
        (nested(9), "too many"),
        (gzip.compress(bytes(65 * 1024 * 1024), mtime=0), "64 MiB"),
    ],
    ids=("locked", "no archive", "cut off", "deep", "large"),
)
def test_what_cannot_be_searched_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(UnsearchableError, match=rf"a\.zip.*{reason}"):
        tuple(leaks_in(data, "a.zip", WITHHELD, foreign=True))


def test_a_place_is_told_once() -> None:
    found = list(leaks_in(f"{WORDS} {WORDS}".encode(), "a.txt", WITHHELD))
    assert [leak.place for leak in found] == ["the text", "the markup"]
