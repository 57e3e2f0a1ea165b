"""Reading a run's pages back as a scanner would: drawn, and the codes found in the picture; with engines that did not write them.

Pages are drawn by PDFium (that of Chromium) and codes read by ZXing-C++. The strip of a page is drawn finely, for its code; all else coarsely,
for comparison only. A page of the file is a side of a sheet; where several pages stand side by side on it, each has its strip, and is read by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import pairwise
from math import ceil, floor
from typing import Any, Literal, TypeVar

from packbuilder.layout import paper_name
from packbuilder.press.strip import EDGE, HEIGHT
from packbuilder.values import dataclass

T = TypeVar("T")

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
_LOOSE = 2
"""Dots by which letters may reach out of the boxes round them."""

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


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where a strip stands: how much of the paper is cut off of its picture (left, below, right, above), and its box (left, bottom, right, top), in points."""

    crop: tuple[float, ...]
    box: tuple[float, float, float, float]


_NO_BODY = Body("", "")
_NOTHING = Scanned((), "", _NO_BODY, "")

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


def scan(data: bytes, sides: Iterable[int], *, password: str = "", across: int = 1, height: float = HEIGHT) -> tuple[tuple[Scanned, ...], ...]:
    """Read the sides with indexes `sides`, as far as there are such: of each, `across` pages from the left, with strips of a `height`.

    Raises `WrongPasswordError`.
    """
    # A page that is no page, or is turned or cut so that nothing is left, says nothing, and is told as such.
    read = partial(_side, across=across, height=height)
    return tuple(found or (_NOTHING,) * across for found in _each(data, sides, read, password=password))


def scan_strips(data: bytes, sides: Iterable[int], *, across: int, height: float) -> tuple[tuple[Scanned, ...] | None, ...]:
    """Read sides that have nothing but strips, as `scan` does, without their bodies; None for one on which more can be seen or read, or not one code
    and its words. Raises `WrongPasswordError`.
    """
    return tuple(_each(data, sides, partial(_strips_alone, across=across, height=height)))


def scan_bodies(data: bytes, sides: Iterable[int], *, across: int, height: float) -> tuple[tuple[Body, ...] | None, ...]:
    """Read the bodies of sides that have no strips; None for one on which something stands where these belong. Raises `WrongPasswordError`."""
    return tuple(_each(data, sides, partial(_bodies_alone, across=across, height=height)))


def _each(data: bytes, sides: Iterable[int], read: Callable[[Any], T], *, password: str = "") -> Iterator[T | None]:
    """Yield what is read of each side that there is; None of one that cannot be drawn."""
    import pypdfium2

    with _document(data, password) as document:
        for at in sides:
            if at >= len(document):
                return
            try:
                page = _whole_page(document, at)
                yield read(page)
                page.close()
            except (pypdfium2.PdfiumError, ValueError):
                yield None


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
    """Read each page on a side: the strip at its head, and the rest."""
    words, found = page.get_textpage(), []
    for place, body in zip(_places(page, across, height), _bodies(page, words, across, height), strict=True):
        if place is None:
            found.append(_NOTHING)
            continue
        picture = _picture(page, place.crop, _DPI[0])
        codes = _codes(picture) or _codes(_picture(page, place.crop, _DPI[1]))
        found.append(_scanned(page, words, place, picture, codes, body))
    return tuple(found)


def _scanned(page: Any, words: Any, place: _Strip, picture: Any, codes: tuple[str, ...], body: Body) -> Scanned:
    x0, y0, x1, y1 = page.get_mediabox()
    text = words.get_text_bounded(*place.box)
    unseen = _unseen(words, picture, (x0 + place.crop[0], y1 - place.crop[3]), place.box)
    return Scanned(codes, " ".join(text.split()), body, paper_name(x1 - x0, y1 - y0), unseen)


def _places(page: Any, across: int, height: float) -> Iterator[_Strip | None]:
    """Yield where the strip of each page on a side stands, as far as the paper is left when it has been cut; None where boxes leave nothing of it, as no
    printer of ours makes them.
    """
    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    each, bottom = (right - left) / across, top - EDGE - height
    for x in (left + at * each for at in range(across)):
        # How much is cut off at the left, below, at the right and above.
        crop = tuple(max(0.0, part) for part in (x - x0, bottom - _BELOW - y0, x1 - x - each, y1 - top))
        nothing = crop[0] + crop[2] + 1 > x1 - x0 or crop[1] + crop[3] + 1 > y1 - y0
        yield None if nothing else _Strip(crop, (x, bottom, x + each, top))


def _strips_alone(page: Any, across: int, height: float) -> tuple[Scanned, ...] | None:
    words, found = page.get_textpage(), []
    if (_below_strips(page, height) != _WHITE).any():
        return None
    for place in _places(page, across, height):
        picture = _picture(page, place.crop, _DPI[0]) if place else None
        codes = _found(picture, upright=True) if place else ()
        if place is None or len(codes) != 1 or _loose_ink(page, words, place, picture, codes[0].position):
            return None
        found.append(_scanned(page, words, place, picture, (codes[0].text,), _NO_BODY))
    said = letters_of(words.get_text_bounded())
    return tuple(found) if said == letters_of("".join(each.text for each in found)) else None


def _bodies_alone(page: Any, across: int, height: float) -> tuple[Body, ...] | None:
    words = page.get_textpage()
    for place in _places(page, across, height):
        if place is None or words.get_text_bounded(*place.box).split() or (_picture(page, place.crop, _DPI[0]) != _WHITE).any():
            return None
    return tuple(_bodies(page, words, across, height))


def _loose_ink(page: Any, words: Any, place: _Strip, picture: Any, bars: Any) -> bool:
    """Whether there is ink in the picture of a strip where no words stand; `bars` is where its code was found."""
    (x0, _, _, y1), scale, left = page.get_mediabox(), _DPI[0] / 72, picture.copy()
    corner = (x0 + place.crop[0], y1 - place.crop[3])
    for at in range(words.count_rects()):
        box = words.get_rect(at)
        rows, columns = _span(corner[1] - box[3], corner[1] - box[1], scale, _LOOSE), _span(box[0] - corner[0], box[2] - corner[0], scale, _LOOSE)
        if rows.start <= bars.top_left.y < rows.stop and columns.start <= bars.top_left.x < columns.stop:
            # The last of its signs says nothing, and is no word.
            columns = slice(columns.start, max(columns.stop, bars.top_right.x + _LOOSE))
        left[rows, columns] = _WHITE
    return bool((left != _WHITE).any())


def _span(begin: float, end: float, scale: float, more: int = 0) -> slice:
    """Return the dots from one place to another, and some more on both sides."""
    return slice(max(0, floor(begin * scale) - more), max(0, ceil(end * scale) + more))


def _picture(page: Any, crop: tuple[float, ...], dots: int) -> Any:
    """Return a picture of a page with `dots` an inch; `crop` is what is cut off of it."""
    return page.render(scale=dots / 72, crop=crop, grayscale=True).to_numpy()


def _codes(picture: Any) -> tuple[str, ...]:
    return tuple(code.text for code in _found(picture))


def _found(picture: Any, *, upright: bool = False) -> Sequence[Any]:
    """Return the codes in a picture; `upright` finds only those that run from left to right, in black, in half the time."""
    import zxingcpp

    ways = {"try_rotate": False, "try_downscale": False, "try_invert": False} if upright else {}
    return zxingcpp.read_barcodes(picture, formats=_formats(), **ways)  # type: ignore[no-any-return]  # it has no types of its own


def _unseen(words: Any, picture: Any, corner: tuple[float, float], strip: tuple[float, float, float, float]) -> str:
    """Return what a strip says where its picture has no ink: white letters, and words under a patch. `corner` is where the picture's upper left stands."""
    scale, (left, bottom, right, top) = _DPI[0] / 72, strip
    for at in range(words.count_rects()):
        x0, y0, x1, y1 = words.get_rect(at)
        if not (left <= (x0 + x1) / 2 < right and bottom <= (y0 + y1) / 2 < top):
            continue
        rows, columns = _span(corner[1] - y1, corner[1] - y0, scale), _span(x0 - corner[0], x1 - corner[0], scale)
        inked = (picture[rows, columns] < _DARK).any(axis=0).nonzero()[0]
        # Between words there is less white than they are tall.
        widest = _TALLEST_GAP * (y1 - y0) * scale
        if not inked.size or max(inked[0], (x1 - x0) * scale - inked[-1], *(inked[1:] - inked[:-1])) > widest:
            return " ".join(words.get_text_bounded(x0, y0, x1, y1).split()) or "something"
    return ""


def _below_strips(page: Any, height: float) -> Any:
    """Return a coarse picture of a side without what stands at the height of its strips."""
    (_, _, _, y1), (_, _, _, top) = page.get_mediabox(), page.get_trimbox()
    scale, bottom = _COARSE_DPI / 72, top - EDGE - height
    picture = page.render(scale=scale, grayscale=True).to_numpy().copy()
    picture[max(0, floor((y1 - top) * scale)) : max(0, ceil((y1 - bottom) * scale)), :] = _WHITE
    return picture


def _bodies(page: Any, words: Any, across: int, height: float) -> Iterator[Body]:
    """Yield what stands on each page of a side outside the strips; the first and the last reach to the edges of the paper."""
    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    scale, bottom, picture = _COARSE_DPI / 72, top - EDGE - height, _below_strips(page, height)
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
