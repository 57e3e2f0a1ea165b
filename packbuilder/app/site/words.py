"""What any file of the site says, as one run of letters and figures, and which withheld wording stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from packbuilder.app.site.parts import PartOf, parts_of
from packbuilder.app.site.pictures import picture_words
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_TAG = regex(r"<[^<>]*>")


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


def leaks_in(data: bytes, name: str, withheld: Mapping[str, str], *, foreign: bool = False) -> Iterator[Leak]:
    """Yield what of `withheld` (squashed wording, and how it reads) a file says, or something packed into it.

    A file that is `foreign`, not made by packbuilder, is looked into more closely: it can hide words where packbuilder puts none. Raises
    `UnsearchableError`, and `UnreadablePdfError` for a PDF that cannot be read.
    """
    if not withheld:
        return
    told: set[tuple[str, str]] = set()
    for place, text in said_by(data, name, foreign=foreign):
        flat = squashed(text)
        found = {(place, words) for wording, words in withheld.items() if wording in flat} - told
        told |= found
        yield from (Leak(file=name, place=place, words=words) for _, words in sorted(found))


def said_by(data: bytes, name: str, *, foreign: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the places of a file with what is said there: pages, parts of archives, or the text with and without its tags."""
    for part in parts_of(data, name):
        before = f"{part.place}, " if part.place else ""
        if part.place:
            yield part.place, part.name
        yield from ((f"{before}{place}", text) for place, text in _said(part, name, foreign=foreign))


def _said(part: PartOf, whole: str, *, foreign: bool) -> Iterator[tuple[str, str]]:
    if part.kind == "pdf" or (not part.place and part.name.lower().endswith(".pdf")):
        # Imported here: PDFium is loaded only when a PDF is to be read.
        from packbuilder.typeset.reading.words import attachments_of, hidden_words, pdf_words

        yield from pdf_words(part.data, name=whole)
        for title, data in attachments_of(part.data, name=whole):
            yield "an attachment", title
            yield from (
                (f"an attachment, {place}", text) for place, text in said_by(data, f"{whole}, its attachment {title}", foreign=foreign)
            )
        if foreign:
            yield "something hidden in it", hidden_words(part.data)
    elif part.kind == "archive":
        return
    elif part.kind == "picture":
        yield "the picture's data", part.data.decode("latin-1")
        yield "the picture's data", picture_words(part.data) if foreign else ""
    else:
        for text in _texts(part.data):
            yield "the text", _TAG.sub(" ", text)
            yield "the text", _TAG.sub("", text)
            yield "the markup", text


def _texts(data: bytes) -> Iterator[str]:
    """Yield a text as UTF-8, or as whatever else it may be; escapes of scripts, pages and addresses are undone."""
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8"]
    try:
        data.decode(encodings[0])
    except UnicodeDecodeError:
        encodings.append("latin-1")
    for encoding in encodings:
        text = unescape(_unescaped(data.decode(encoding, "replace")))
        yield text
        if "%" in text:
            yield unquote(text)


def _unescaped(text: str) -> str:
    r"""Return a text with the `\u0041` of scripts and JSON as the signs they stand for."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text
