"""What any file of the site says, as one run of letters and figures, and which withheld wording stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_TAG = re.compile(r"<[^<>]*>")
_ZIPPED = (".docx", ".apkg", ".zip")
_PICTURES = (".webp", ".png", ".jpg", ".jpeg", ".gif", ".ico", ".woff2")
_LARGEST = 64 * 1024 * 1024
"""Bytes of a part of an archive beyond which it is not looked into, but refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Withheld wording in a file of the site: the file, the place in it, and the words."""

    file: str
    place: str
    words: str


def squashed(text: str) -> str:
    """Return the letters and figures of a text alone, in one form: line breaks, hyphens and typesetting make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, plain))


def leaks_in(data: bytes, name: str, withheld: Mapping[str, str]) -> Iterator[Leak]:
    """Yield what of `withheld` (squashed wording, and how it reads) a file says. A PDF that cannot be read raises `UnreadablePdfError`."""
    if not withheld:
        return
    for place, text in said_by(data, name):
        flat = squashed(text)
        yield from (Leak(file=name, place=place, words=words) for wording, words in withheld.items() if wording in flat)


def said_by(data: bytes, name: str) -> Iterable[tuple[str, str]]:
    """Yield the places of a file with what is said there: pages, parts of archives, or the text with and without its tags."""
    ending = name.lower().rpartition(".")[2]
    if data.startswith(b"%PDF-") or ending == "pdf":
        # Imported here: PDFium is loaded only when a PDF is to be read.
        from packbuilder.typeset.pdf_words import pdf_words

        yield from pdf_words(data, name=name)
    elif f".{ending}" in _ZIPPED or data.startswith(b"PK\x03\x04"):
        yield from _zipped(data)
    elif f".{ending}" in _PICTURES:
        yield "the picture's data", data.decode("latin-1")
    else:
        text = unescape(_unescaped(data.decode("utf-8", "replace")))
        yield "the text", _TAG.sub(" ", text)
        yield "the markup", text


def _zipped(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                if part.file_size <= _LARGEST:
                    text = unescape(archive.read(part).decode("utf-8", "ignore"))
                    yield f"its part {part.filename}", _TAG.sub("", text)
                    yield f"its part {part.filename}", text
    except BadZipFile:
        yield "the data", data.decode("utf-8", "ignore")


def _unescaped(text: str) -> str:
    r"""Return a text with the `\u0041` of scripts and JSON as the signs they stand for."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text
