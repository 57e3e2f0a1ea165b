"""Reading a run's pages back as a scanner would: drawn, and the codes found in the picture; with engines that did not write them.

Pages are drawn by PDFium (that of Chromium) and codes read by ZXing-C++. The strip of a page is drawn finely, for its code; all else coarsely,
for comparison only. A page of the file is a side of a sheet; where several pages stand side by side on it, each has its strip, and is read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from math import ceil, floor
from typing import Any, Literal

from packbuilder.layout import paper_name
from packbuilder.press.strip import EDGE, HEIGHT
from packbuilder.values import dataclass

_DPI = (200, 300)
"""Dots an inch: a bar of 10 thousandths is two dots wide, as in a fax; what cannot be read so, since bars begin in the middle of dots, is
read again with three.
"""

_COARSE_DPI = 72
"""Dots an inch of what is compared: grey tells what is smaller than a dot."""

_WHITE, _DARK = 255, 140
"""Greys: of paper, and of what can be read on it."""
_TALLEST_GAP = 1.2
"""White of so many heights of its letters is no gap between words."""
_BELOW = 2.0
_DIGITS = 24
"""Hexadecimal digits of hashes."""


class WrongPasswordError(ValueError):
    """A file that a password does not open, or that cannot be read at all: for the caller to tell."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a page holds besides its strip: a hash of its picture and of the side's size, and one of its characters, those that cannot be seen too.

    Characters are sorted: which text is read first depends on how a file is tagged.
    """

    picture: str
    letters: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the strip of a page says, the codes in its picture and its text; all else on it; and what the paper of its side is called.

    `unseen` is the part of the strip's text where its picture has no ink.
    """

    codes: tuple[str, ...]
    text: str
    body: Body
    paper: str
    unseen: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page without a strip: a hash of its picture and size, one of its characters, and whether there is nothing on it."""

    picture: str
    letters: str
    blank: bool


_NOTHING = Scanned((), "", Body("", ""), "")

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


def scan(
    data: bytes, start: int, stop: int, *, password: str = "", across: int = 1, height: float = HEIGHT
) -> tuple[tuple[Scanned, ...], ...]:
    """Read the sides with indexes from `start` up to `stop`: of each, `across` pages from the left, with strips of a `height`.

    Raises `WrongPasswordError`.
    """
    import pypdfium2

    found = []
    with _document(data, password) as document:
        for at in range(start, min(stop, len(document))):
            try:
                page = _whole_page(document, at)
                found.append(_side(page, across, height))
                page.close()
            except (pypdfium2.PdfiumError, ValueError):
                # A page that is no page, or is turned or cut so that nothing is left, says nothing, and is told as such.
                found.append((_NOTHING,) * across)
    return tuple(found)


def leaves(data: bytes, stop: int, *, password: str = "") -> tuple[Leaf, ...]:
    """Read the first pages of a file, up to index `stop`, as pages without strips. Raises `WrongPasswordError`."""
    with _document(data, password) as document:
        return tuple(_leaf(document, at) for at in range(min(stop, len(document))))


def _leaf(document: Any, at: int) -> Leaf:
    import pypdfium2

    try:
        page = _whole_page(document, at)
        picture = page.render(scale=_COARSE_DPI / 72, grayscale=True).to_numpy()
    except (pypdfium2.PdfiumError, ValueError):
        return Leaf("", "", blank=False)
    letters = letters_of(page.get_textpage().get_text_bounded())
    seen = sha256(f"{picture.shape}\n".encode() + picture.tobytes())
    return Leaf(seen.hexdigest()[:_DIGITS], _hashed(letters), blank=not letters and bool((picture == _WHITE).all()))


def _whole_page(document: Any, at: int) -> Any:
    """Return a page with all of its paper, whatever part of it viewers are told to show: that it says so is told elsewhere (`extras`)."""
    page = document[at]
    if page.get_cropbox() != page.get_mediabox():
        page.set_cropbox(*page.get_mediabox())
    return page


def _hashed(letters: str) -> str:
    return sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _document(data: bytes, password: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as failure:
        raise WrongPasswordError(str(failure)) from failure


def _side(page: Any, across: int, height: float) -> tuple[Scanned, ...]:
    """Read each page on a side: the strip at its head, as far as the paper is left when it has been cut, and the rest."""
    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    each, bottom = (right - left) / across, top - EDGE - height
    words, found = page.get_textpage(), []
    bodies = _bodies(page, words, across, height)
    for x, body in zip((left + at * each for at in range(across)), bodies, strict=True):
        # How much is cut off at the left, below, at the right and above.
        crop = tuple(max(0.0, part) for part in (x - x0, bottom - _BELOW - y0, x1 - x - each, y1 - top))
        if crop[0] + crop[2] + 1 > x1 - x0 or crop[1] + crop[3] + 1 > y1 - y0:
            # Boxes that leave nothing of the paper, as no printer of ours makes them.
            found.append(_NOTHING)
            continue
        picture = _picture(page, crop, _DPI[0])
        codes = _codes(picture) or _codes(_picture(page, crop, _DPI[1]))
        text = words.get_text_bounded(x, bottom, x + each, top)
        unseen = _unseen(words, picture, (x0 + crop[0], y1 - crop[3]), (x, bottom, x + each, top))
        found.append(Scanned(codes, " ".join(text.split()), body, paper_name(x1 - x0, y1 - y0), unseen))
    return tuple(found)


def _picture(page: Any, crop: tuple[float, ...], dots: int) -> Any:
    """Return a picture of a page with `dots` an inch; `crop` is what is cut off of it."""
    return page.render(scale=dots / 72, crop=crop, grayscale=True).to_numpy()


def _codes(picture: Any) -> tuple[str, ...]:
    import zxingcpp

    return tuple(code.text for code in zxingcpp.read_barcodes(picture, formats=_formats()))


def _unseen(words: Any, picture: Any, corner: tuple[float, float], strip: tuple[float, float, float, float]) -> str:
    """Return what a strip says where its picture has no ink: white letters, and words under a patch. `corner` is where the picture's upper left stands."""
    scale, (left, bottom, right, top) = _DPI[0] / 72, strip
    for at in range(words.count_rects()):
        x0, y0, x1, y1 = words.get_rect(at)
        if not (left <= (x0 + x1) / 2 < right and bottom <= (y0 + y1) / 2 < top):
            continue
        rows = slice(max(0, floor((corner[1] - y1) * scale)), max(0, ceil((corner[1] - y0) * scale)))
        columns = slice(max(0, floor((x0 - corner[0]) * scale)), max(0, ceil((x1 - corner[0]) * scale)))
        inked = (picture[rows, columns] < _DARK).any(axis=0).nonzero()[0]
        # Between words there is less white than they are tall.
        widest = _TALLEST_GAP * (y1 - y0) * scale
        if not inked.size or max(inked[0], (x1 - x0) * scale - inked[-1], *(inked[1:] - inked[:-1])) > widest:
            return " ".join(words.get_text_bounded(x0, y0, x1, y1).split()) or "something"
    return ""


def _bodies(page: Any, words: Any, across: int, height: float) -> Iterator[Body]:
    """Yield what stands on each page of a side outside the strips; the first and the last reach to the edges of the paper."""
    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    scale, bottom = _COARSE_DPI / 72, top - EDGE - height
    picture = page.render(scale=scale, grayscale=True).to_numpy().copy()
    picture[max(0, floor((y1 - top) * scale)) : max(0, ceil((y1 - bottom) * scale)), :] = _WHITE
    edges = [x0, *(left + at * (right - left) / across for at in range(1, across)), x1]
    for begin, end in pairwise(edges):
        seen = sha256(f"{x1 - x0:.2f} {y1 - y0:.2f} {left:.2f} {right:.2f} {top:.2f}\n".encode())
        seen.update(picture[:, round((begin - x0) * scale) : round((end - x0) * scale)].tobytes())
        letters = letters_of(
            words.get_text_bounded(begin, y0, end, bottom) + (words.get_text_bounded(begin, top, end, y1) if top < y1 else "")
        )
        yield Body(seen.hexdigest()[:_DIGITS], _hashed(letters))


def letters_of(text: str) -> str:
    """Return the characters of a text in the order of their codes, without white space: PDFium puts that between texts as they come one after the other."""
    return "".join(sorted("".join(text.split())))
