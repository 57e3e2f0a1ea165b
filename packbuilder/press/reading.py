"""Reading a run's pages back as a scanner would: drawn, and the codes found in the picture; with engines that did not write them.

Pages are drawn by PDFium (that of Chromium) and codes read by ZXing-C++; only the strip of a page is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from packbuilder.press.strip import EDGE, HEIGHT

_DPI = 200
"""Dots a inch: a bar of 10 thousandths is two dots wide, as in a fax."""

_BELOW = 2.0


class WrongPasswordError(ValueError):
    """A file that a password does not open, or that cannot be read at all: for the caller to tell."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the strip of a page says: the codes in its picture, and its text."""

    codes: tuple[str, ...]
    text: str


def _formats() -> Any:
    """Return the formats to look for, in the type that this version of ZXing takes."""
    import zxingcpp

    return zxingcpp.BarcodeFormat.Code128


def count_pages(data: bytes, *, password: str = "") -> int:
    """Return how many pages a file has. Raises `WrongPasswordError`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failure:
        raise WrongPasswordError(str(failure)) from failure
    with document:
        return len(document)


def scan(data: bytes, start: int, stop: int, *, password: str = "") -> tuple[Scanned, ...]:
    """Read the strips of the pages with indexes from `start` up to `stop`. Raises `WrongPasswordError`."""
    import pypdfium2
    import zxingcpp

    found = []
    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failure:
        raise WrongPasswordError(str(failure)) from failure
    with document:
        for at in range(start, min(stop, len(document))):
            try:
                page = document[at]
            except pypdfium2.PdfiumError:
                # A page that is no page says nothing, and is told as such.
                found.append(Scanned((), ""))
                continue
            width, height = page.get_size()
            bottom = height - EDGE - HEIGHT
            picture = page.render(scale=_DPI / 72, crop=(0, bottom - _BELOW, 0, 0), grayscale=True).to_numpy()
            codes = zxingcpp.read_barcodes(picture, formats=_formats())
            text = page.get_textpage().get_text_bounded(0, bottom, width, height)
            page.close()
            found.append(Scanned(tuple(code.text for code in codes), " ".join(text.split())))
    return tuple(found)
