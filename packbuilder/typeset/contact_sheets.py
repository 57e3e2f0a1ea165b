"""Contact sheets: the pages of a finished PDF, small and side by side with their numbers, as a picture.

Drawn by PDFium, the engine of Chromium, and so by code that shares nothing with what wrote the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from packbuilder.typeset.reading.readback import UnreadablePdfError
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_GAP = 16
_CAPTION = 26
_TEXT = 15
"""Pixels between thumbnails, under each for its number, and the number's size."""

_GROUND = (214, 217, 220)
_EDGE = (130, 135, 140)
_INK = (20, 20, 20)

_FONT = "atkinson/AtkinsonHyperlegible-Regular.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSheet:
    """How pages are shown: thumbnails in a row, thumbnails on a picture, and the width of one in pixels."""

    columns: int = 4
    most: int = 24
    width: int = 420

    def __post_init__(self) -> None:
        if min(self.columns, self.most, self.width) < 1:
            raise ValueError("a contact sheet has at least one thumbnail of at least one pixel")


def page_count(data: bytes, *, name: str) -> int:
    """Return how many pages a PDF has. Raises `UnreadablePdfError`; `name` is what that calls the file."""
    document = opened_pdf(data, name)
    try:
        return len(document)
    finally:
        document.close()


def contact_sheets(data: bytes, pages: Sequence[int], look: ContactSheet, *, name: str) -> tuple[bytes, ...]:
    """Return PNG pictures of pages (from 1), in the order given, as many to a picture as `look` says.

    Raises `UnreadablePdfError` for what is no PDF, or is encrypted.
    """
    document = opened_pdf(data, name)
    try:
        groups = [pages[start : start + look.most] for start in range(0, len(pages), look.most)]
        return tuple(_sheet([_thumbnail(document, number, look.width) for number in group], look) for group in groups)
    finally:
        document.close()


def opened_pdf(data: bytes, name: str) -> PdfDocument:
    """Return a PDF opened by PDFium, to be closed by the caller. Raises `UnreadablePdfError`."""
    # Imported here: PDFium is loaded only when something is to be seen.
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        return PdfDocument(data)
    except PdfiumError as failure:
        locked = failure.err_code == FPDF_ERR_PASSWORD
        raise UnreadablePdfError(name, "it is encrypted, and needs a password" if locked else "it is no PDF, or is broken") from failure


def _thumbnail(document: PdfDocument, number: int, width: int) -> tuple[str, Image.Image]:
    """Return a page's number, with its label where that says more, and its picture."""
    page = document[number - 1]
    picture: Image.Image = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    page.close()
    label = document.get_page_label(number - 1)
    return (f"{number} ({label})" if label not in ("", str(number)) else str(number)), picture


def _sheet(thumbnails: Sequence[tuple[str, Image.Image]], look: ContactSheet) -> bytes:
    """Return one picture: rows as high as their highest page, and no more columns than there are pages."""
    columns = min(look.columns, len(thumbnails))
    rows = [thumbnails[start : start + columns] for start in range(0, len(thumbnails), columns)]
    heights = [max(picture.height for _, picture in row) for row in rows]
    size = (_GAP + columns * (look.width + _GAP), _GAP + sum(height + _CAPTION + _GAP for height in heights))
    sheet = Image.new("RGB", size, _GROUND)
    draw = ImageDraw.Draw(sheet)
    font = _font()
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for place, (words, picture) in enumerate(row):
            left = _GAP + place * (look.width + _GAP)
            sheet.paste(picture, (left, top))
            draw.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=_EDGE)
            draw.text((left + picture.width / 2, top + height + _CAPTION / 2), words, fill=_INK, font=font, anchor="mm")
        top += height + _CAPTION + _GAP
    written = BytesIO()
    sheet.save(written, "PNG", optimize=True)
    return written.getvalue()


def _font() -> ImageFont.FreeTypeFont:
    file = resources.files("packbuilder") / "fonts" / _FONT
    return ImageFont.truetype(BytesIO(file.read_bytes()), _TEXT)
