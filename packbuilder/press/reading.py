"""Reading a run's pages back as a scanner would: drawn, and the codes found in the picture; with engines that did not write them.

Pages are drawn by PDFium (that of Chromium) and codes read by ZXing-C++; only the strip of a page is drawn. A page of the file is a side
of a sheet; where several pages stand side by side on it, each has its strip, and is read by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

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


_NOTHING = Scanned((), "")

Duplex = Literal["", "simplex", "short", "long"]
_DUPLEX: tuple[Duplex, ...] = ("", "simplex", "short", "long")
"""What print dialogues are told, in PDFium's order (`FPDF_DUPLEXTYPE`)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file says of itself: its pages, and over which edge paper is to be turned."""

    pages: int
    duplex: Duplex


def _formats() -> Any:
    """Return the formats to look for, in the type that this version of ZXing takes."""
    import zxingcpp

    return zxingcpp.BarcodeFormat.Code128


def opened(data: bytes, *, password: str = "") -> Opened:
    """Open a file. Raises `WrongPasswordError`."""
    from pypdfium2 import raw

    with _document(data, password) as document:
        turned = raw.FPDF_VIEWERREF_GetDuplex(document)
        return Opened(len(document), _DUPLEX[turned] if 0 <= turned < len(_DUPLEX) else "")


def scan(data: bytes, start: int, stop: int, *, password: str = "", across: int = 1) -> tuple[tuple[Scanned, ...], ...]:
    """Read the strips of the sides with indexes from `start` up to `stop`: of each, those of `across` pages from the left.

    Raises `WrongPasswordError`.
    """
    import pypdfium2

    found = []
    with _document(data, password) as document:
        for at in range(start, min(stop, len(document))):
            try:
                page = document[at]
            except pypdfium2.PdfiumError:
                # A page that is no page says nothing, and is told as such.
                found.append((_NOTHING,) * across)
                continue
            found.append(_strips(page, across))
            page.close()
    return tuple(found)


def _document(data: bytes, password: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failure:
        raise WrongPasswordError(str(failure)) from failure


def _strips(page: Any, across: int) -> tuple[Scanned, ...]:
    """Read the head of each page on a side, as far as the paper is left when it has been cut."""
    import zxingcpp

    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    each, bottom = (right - left) / across, top - EDGE - HEIGHT
    words, found = page.get_textpage(), []
    for x in (left + at * each for at in range(across)):
        # How much is cut off at the left, below, at the right and above.
        crop = tuple(max(0.0, part) for part in (x - x0, bottom - _BELOW - y0, x1 - x - each, y1 - top))
        if crop[0] + crop[2] + 1 > x1 - x0 or crop[1] + crop[3] + 1 > y1 - y0:
            # Boxes that leave nothing of the paper, as no printer of ours makes them.
            found.append(_NOTHING)
            continue
        picture = page.render(scale=_DPI / 72, crop=crop, grayscale=True).to_numpy()
        codes = zxingcpp.read_barcodes(picture, formats=_formats())
        text = words.get_text_bounded(x, bottom, x + each, top)
        found.append(Scanned(tuple(code.text for code in codes), " ".join(text.split())))
    return tuple(found)
