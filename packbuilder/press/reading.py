"""Reading a run's pages back as a scanner would: drawn, and the codes found in the picture; with engines that did not write them.

Pages are drawn by PDFium (that of Chromium) and codes read by ZXing-C++. The strip of a page is drawn finely, for its code; what stands below
it coarsely, for comparison only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from packbuilder.press.strip import EDGE, HEIGHT

_DPI = 200
"""Dots a inch: a bar of 10 thousandths is two dots wide, as in a fax."""

_COARSE_DPI = 72
"""Dots an inch of what is compared: grey tells what is smaller than a dot."""

_BELOW = 2.0


class WrongPasswordError(ValueError):
    """A file that a password does not open, or that cannot be read at all: for the caller to tell."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a page holds below its strip: a hash of its picture and the page's size, and one of its characters, those that cannot be seen too.

    Characters are sorted: which text is read first depends on how a file is tagged.
    """

    picture: str
    letters: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the strip of a page says, the codes in its picture and its text; and what stands below it."""

    codes: tuple[str, ...]
    text: str
    body: Body


_NOTHING = Scanned((), "", Body("", ""))


def _formats() -> Any:
    """Return the formats to look for, in the type that this version of ZXing takes."""
    import zxingcpp

    return zxingcpp.BarcodeFormat.Code128


def count_pages(data: bytes, *, password: str = "") -> int:
    """Return how many pages a file has. Raises `WrongPasswordError`."""
    with _opened(data, password) as document:
        return len(document)


def scan(data: bytes, start: int, stop: int, *, password: str = "") -> tuple[Scanned, ...]:
    """Read the pages with indexes from `start` up to `stop`. Raises `WrongPasswordError`."""
    with _opened(data, password) as document:
        return tuple(_scanned(page) if page else _NOTHING for page in _pages(document, start, stop))


def bodies(data: bytes, *, password: str = "") -> tuple[Body, ...]:
    """Read what all pages hold below the place of their strip. Raises `WrongPasswordError`."""
    with _opened(data, password) as document:
        return tuple(_body(page, page.get_textpage()) if page else _NOTHING.body for page in _pages(document, 0, len(document)))


@contextmanager
def _opened(data: bytes, password: str) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failure:
        raise WrongPasswordError(str(failure)) from failure
    with document:
        yield document


def _pages(document: Any, start: int, stop: int) -> Iterator[Any]:
    """Yield pages, each closed when the next is asked for. A page that is no page is None: it says nothing, and is told as such."""
    import pypdfium2

    for at in range(start, min(stop, len(document))):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield page
        page.close()


def _scanned(page: Any) -> Scanned:
    import zxingcpp

    width, height = page.get_size()
    bottom = height - EDGE - HEIGHT
    picture = page.render(scale=_DPI / 72, crop=(0, bottom - _BELOW, 0, 0), grayscale=True).to_numpy()
    codes = zxingcpp.read_barcodes(picture, formats=_formats())
    words = page.get_textpage()
    text = words.get_text_bounded(0, bottom, width, height)
    return Scanned(tuple(code.text for code in codes), " ".join(text.split()), _body(page, words))


def _body(page: Any, words: Any) -> Body:
    width, height = page.get_size()
    picture = page.render(scale=_COARSE_DPI / 72, crop=(0, 0, 0, EDGE + HEIGHT), grayscale=True).to_numpy()
    letters = sorted(words.get_text_bounded(0, 0, width, height - EDGE - HEIGHT))
    seen = sha256(f"{width:.2f} {height:.2f}\n".encode() + picture.tobytes())
    return Body(seen.hexdigest(), sha256("".join(letters).strip().encode("utf-8", "surrogatepass")).hexdigest())
