"""Everything that a PDF says, seen or not, as PDFium reads it: for finding words that must not be there.

PDFium is the engine of Chromium, and so shares nothing with what wrote the file; it reads a page in about a millisecond.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from packbuilder.typeset.contact_sheets import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_XMP = re.compile(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
_MOST_ELEMENTS = 200_000
"""Elements of a page's structure tree that are looked at: a file that holds itself must not hold us."""


def pdf_words(data: bytes, *, name: str) -> Iterator[tuple[str, str]]:
    """Yield what a PDF says with where: pages, alternative and actual texts, notes, bookmarks, attachments, metadata.

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
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            yield "an attachment", f"{attachment.get_name()} | {bytes(attachment.get_data()).decode('utf-8', 'replace')}"
    finally:
        document.close()


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
