"""Pictures of single pages of a finished PDF, for a screen. Drawn by PDFium, as `contact_sheets` are."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from packbuilder.typeset.contact_sheets import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_QUALITY = 82
"""Of WebP: letters stay sharp at a fifth of the bytes of PNG."""


def page_sizes(data: bytes, *, name: str) -> tuple[tuple[float, float], ...]:
    """Return the width and height of each page in points. Raises `UnreadablePdfError`; what holds for threads holds here too."""
    document = opened_pdf(data, name)
    try:
        return tuple(document.get_page_size(index) for index in range(len(document)))
    finally:
        document.close()


def page_picture(data: bytes, number: int, *, width: int, name: str) -> bytes:
    """Return a page (from 1) as a WebP picture `width` pixels wide. Raises `UnreadablePdfError`; `name` is what that calls the file.

    PDFium may be entered by one thread at a time: callers see to that.
    """
    document = opened_pdf(data, name)
    try:
        return _webp(_drawn(document[number - 1], width), _QUALITY)
    finally:
        document.close()


def first_pictures(data: bytes, *, most: int, width: int, quality: int, name: str) -> tuple[tuple[bytes, int, int], ...]:
    """Return the first pages, `most` at most: WebP pictures `width` pixels wide, with width and height. Otherwise as `page_picture`."""
    document = opened_pdf(data, name)
    try:
        drawn = [_drawn(document[number], width) for number in range(min(most, len(document)))]
    finally:
        document.close()
    return tuple((_webp(picture, quality), picture.width, picture.height) for picture in drawn)


def _drawn(page: PdfPage, width: int) -> Image.Image:
    picture: Image.Image = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    page.close()
    return picture


def _webp(picture: Image.Image, quality: int) -> bytes:
    written = BytesIO()
    picture.save(written, "WEBP", quality=quality, method=2)
    return written.getvalue()
