"""Everything that a PDF says, seen or not, as PDFium reads it: for finding words that must not be there.

PDFium is the engine of Chromium, and so shares nothing with what wrote the file; it reads a page in about a millisecond.
"""

from __future__ import annotations

import ctypes
import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from packbuilder.patterns import regex
from packbuilder.typeset.contact_sheets import opened_pdf
from packbuilder.typeset.reading.readback import BROKEN

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_XMP = regex(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
_MOST_ELEMENTS = 200_000
"""Elements of a page's structure tree that are looked at: a file that holds itself must not hold us."""


def pdf_words(data: bytes, *, name: str) -> Iterator[tuple[str, str]]:
    """Yield what a PDF says with where: pages, alternative and actual texts, notes, bookmarks, metadata.

    Raises `UnreadablePdfError`; `name` is what that calls the file.
    """
    document = opened_pdf(data, name)
    try:
        for number in range(len(document)):
            yield from _page(document, number)
        yield "the bookmarks", " | ".join(bookmark.get_title() for bookmark in document.get_toc())
        yield "the metadata", " | ".join(document.get_metadata_dict().values())
        for packet in _XMP.findall(data):
            yield "the metadata", packet.decode("utf-8", "replace")
    finally:
        document.close()


def attachments_of(data: bytes, *, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are attached to a PDF, with their names. Raises `UnreadablePdfError`."""
    document = opened_pdf(data, name)
    try:
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            yield attachment.get_name(), bytes(attachment.get_data())
    finally:
        document.close()


def hidden_words(data: bytes) -> str:
    """Return all texts in a PDF's objects, wherever they stand: fields, scripts, packed metadata, entries that no reader shows.

    pypdf reads them, which is slow: files of our own need it not. What it cannot read is left out.
    """
    found: list[str] = []
    # What is wrong with a file of others is nothing to tell here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        loose = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
        for number, generation in sorted(loose | {(number, 0) for number in reader.xref_objStm}):
            try:
                _collect(reader.get_object(IndirectObject(number, generation, reader)), found)
            except BROKEN:
                continue
    except BROKEN:
        pass
    return " | ".join(found)


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, StreamObject) and value.get("/Subtype") != "/Image":
        found.append(value.get_data().decode("utf-8", "ignore"))
    if isinstance(value, DictionaryObject):
        for each in value.values():
            _collect(each, found)
    elif isinstance(value, ArrayObject):
        for each in value:
            _collect(each, found)
    elif isinstance(value, str):
        found.append(value)


def _page(document: PdfDocument, number: int) -> Iterator[tuple[str, str]]:
    page = document[number]
    try:
        text = page.get_textpage()
        yield f"page {number + 1}", text.get_text_range()
        text.close()
        yield f"an alternative text of page {number + 1}", " | ".join(_hidden(page.raw))
        yield f"a note of page {number + 1}", " | ".join(_notes(page.raw))
    finally:
        page.close()


def _hidden(page: Any) -> Iterator[str]:
    """Yield the alternative and actual texts and titles of a page's structure elements."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(raw.FPDF_StructTree_CountChildren(tree))]
    for _ in range(_MOST_ELEMENTS):
        if not waiting:
            break
        element = waiting.pop()
        if not element:
            continue
        for read in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText, raw.FPDF_StructElement_GetTitle):
            text = _text(read, element)
            if text:
                yield text
        children = raw.FPDF_StructElement_CountChildren(element)
        waiting.extend(raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(children))
    raw.FPDF_StructTree_Close(tree)


def _notes(page: Any) -> Iterator[str]:
    """Yield the texts of a page's annotations."""
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        yield _text(lambda it, room, size: raw.FPDFAnnot_GetStringValue(it, b"Contents", room, size), annotation)
        raw.FPDFPage_CloseAnnot(annotation)


def _text(read: Any, element: Any) -> str:
    """Return what a function of PDFium gives, which is asked first how much room it needs (UTF-16 with a zero at its end)."""
    size = read(element, None, 0)
    if size <= 2:
        return ""
    room = ctypes.create_string_buffer(size)
    read(element, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)) if read.__name__ == "<lambda>" else room, size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")
