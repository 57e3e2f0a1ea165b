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

_WHITE, _PALE, _DARK = 255, 200, 140
"""Greys: of paper, of the darkest tint on which black is read as on white, and of what can be read."""
_TALLEST_GAP = 1.2
"""White of so many heights of its letters is no gap between words."""
_BELOW = 2.0
_AROUND = 8
"""Rows of white that a reader of codes is left above and below all ink."""

_RULE = 3
"""Rows of dots that a line to write on takes at the most."""

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


_Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where a strip stands: how much of the paper is cut off of its picture (left, below, right, above), where the picture's upper left corner is, and
    the strip's own box; all in points.
    """

    crop: tuple[float, ...]
    corner: tuple[float, float]
    box: _Box

    def dots(self, box: _Box, more: int = 0) -> tuple[slice, slice]:
        """Return the rows and columns of its fine picture in which a box lies, and so many `more` around it."""
        scale, (left, top) = _DPI[0] / 72, self.corner
        return _span((top - box[3]) * scale, (top - box[1]) * scale, more), _span((box[0] - left) * scale, (box[2] - left) * scale, more)


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


def scan(
    data: bytes, sides: Iterable[int], *, password: str = "", across: int = 1, height: float = HEIGHT
) -> tuple[tuple[Scanned, ...], ...]:
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


def _each(data: bytes, sides: Iterable[int], read: Callable[[Any, _Drawing], T], *, password: str = "") -> Iterator[T | None]:
    """Yield what is read of each side that there is; None of one that cannot be drawn."""
    import pypdfium2

    draw = _Drawing()
    with _document(data, password) as document:
        for at in sides:
            if at >= len(document):
                return
            try:
                page = _whole_page(document, at)
                yield read(page, draw)
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


class _Drawing:
    """Draws pages of a document into the same memory again and again: a picture is gone as soon as another of its size is drawn."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], Any] = {}

    def _bitmap(self, width: int, height: int, **options: Any) -> Any:
        from pypdfium2 import PdfBitmap

        known = self._held.get((width, height))
        made = PdfBitmap.new_native(width, height, **options, buffer=known.buffer if known else None)
        self._held[width, height] = made
        return made

    def coarse(self, page: Any) -> Any:
        """Return a coarse picture of a side."""
        return page.render(scale=_COARSE_DPI / 72, grayscale=True, bitmap_maker=self._bitmap).to_numpy()

    def strip(self, page: Any, place: _Strip, dots: int = _DPI[0]) -> Any:
        """Return a picture of a strip with `dots` an inch."""
        return page.render(scale=dots / 72, crop=place.crop, grayscale=True, bitmap_maker=self._bitmap).to_numpy()

    def in_colour(self, page: Any, place: _Strip) -> Any:
        """Return a picture of a strip's place in colour."""
        return page.render(scale=_DPI[0] / 72, crop=place.crop).to_numpy()


def _side(page: Any, draw: _Drawing, across: int, height: float) -> tuple[Scanned, ...]:
    """Read each page on a side: the strip at its head, and the rest."""
    words, found = page.get_textpage(), []
    boxes = _boxes(words)
    for place, body in zip(_places(page, across, height), _bodies(page, draw, words, across, height), strict=True):
        if place is None:
            found.append(_NOTHING)
            continue
        picture = draw.strip(page, place)
        codes = _codes(picture) or _codes(draw.strip(page, place, _DPI[1]))
        found.append(_scanned(page, words, boxes, place, picture, codes, body))
    return tuple(found)


def _scanned(page: Any, words: Any, boxes: Sequence[_Box], place: _Strip, picture: Any, codes: tuple[str, ...], body: Body) -> Scanned:
    x0, y0, x1, y1 = page.get_mediabox()
    text = words.get_text_bounded(*place.box)
    return Scanned(codes, " ".join(text.split()), body, paper_name(x1 - x0, y1 - y0), _unseen(words, boxes, picture, place))


def _boxes(words: Any) -> tuple[_Box, ...]:
    """Return the boxes round the words of a page, so many in a row as are of one kind."""
    return tuple(words.get_rect(at) for at in range(words.count_rects()))


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
        yield None if nothing else _Strip(crop, (x0 + crop[0], y1 - crop[3]), (x, bottom, x + each, top))


def _strips_alone(page: Any, draw: _Drawing, across: int, height: float) -> tuple[Scanned, ...] | None:
    picture, head = draw.coarse(page), _heads(page, height)
    if picture[: head.start].min(initial=_WHITE) < _WHITE or picture[head.stop :].min(initial=_WHITE) < _WHITE:
        return None
    words, found = page.get_textpage(), []
    boxes = _boxes(words)
    for place in _places(page, across, height):
        read = _alone(page, draw, words, boxes, place) if place else None
        if read is None:
            return None
        found.append(read)
    said = letters_of(words.get_text_bounded())
    return tuple(found) if said == letters_of("".join(each.text for each in found)) else None


def _alone(page: Any, draw: _Drawing, words: Any, boxes: Sequence[_Box], place: _Strip) -> Scanned | None:
    """Return what a strip says that has one code, and ink nowhere but where its words are, or of a line to write on; None for any other."""
    picture = draw.strip(page, place)
    inked = (picture.min(axis=1) < _WHITE).nonzero()[0]
    above = max(0, int(inked[0]) - _AROUND) if inked.size else 0
    codes = _found(picture[above : int(inked[-1]) + _AROUND], upright=True) if inked.size else ()
    if len(codes) != 1:
        return None
    bars, found = codes[0].position, _scanned(page, words, boxes, place, picture, (codes[0].text,), _NO_BODY)
    for rows, columns in (place.dots(box, _LOOSE) for box in boxes):
        if rows.start <= bars.top_left.y + above < rows.stop and columns.start < bars.top_right.x and bars.top_left.x < columns.stop:
            # The first and the last of its signs say nothing, and are no words.
            columns = slice(min(columns.start, max(0, bars.top_left.x - _LOOSE)), max(columns.stop, bars.top_right.x + _LOOSE))
        picture[rows, columns] = _WHITE
    return found if _is_rule_at_most(picture) else None


def _is_rule_at_most(picture: Any) -> bool:
    """Whether there is no ink but that of one line to write on."""
    inked = (picture.min(axis=1) < _WHITE).nonzero()[0]
    return not inked.size or bool(inked[-1] - inked[0] < _RULE)


def _bodies_alone(page: Any, draw: _Drawing, across: int, height: float) -> tuple[Body, ...] | None:
    words = page.get_textpage()
    for place in _places(page, across, height):
        if place is None or words.get_text_bounded(*place.box).split() or not _is_even(draw.in_colour(page, place)):
            return None
    return tuple(_bodies(page, draw, words, across, height))


def _is_even(picture: Any) -> bool:
    """Whether a picture is of one colour, white or a tint. In colour, since two colours may have one grey."""
    return bool(picture[0, 0].mean() >= _PALE and (picture == picture[0, 0]).all())


def _span(begin: float, end: float, more: int = 0) -> slice:
    """Return the dots from one place to another, and some more on both sides."""
    return slice(max(0, floor(begin) - more), max(0, ceil(end) + more))


def _codes(picture: Any) -> tuple[str, ...]:
    return tuple(code.text for code in _found(picture))


def _found(picture: Any, *, upright: bool = False) -> Sequence[Any]:
    """Return the codes in a picture; `upright` finds only those that run from left to right, in black, in half the time."""
    import zxingcpp

    if not upright:
        return zxingcpp.read_barcodes(picture, formats=_formats())
    return zxingcpp.read_barcodes(picture, formats=_formats(), try_rotate=False, try_downscale=False, try_invert=False)


def _unseen(words: Any, boxes: Sequence[_Box], picture: Any, place: _Strip) -> str:
    """Return what a strip says where its picture has no ink: white letters, and words under a patch."""
    scale, (left, bottom, right, top) = _DPI[0] / 72, place.box
    for x0, y0, x1, y1 in boxes:
        if not (left <= (x0 + x1) / 2 < right and bottom <= (y0 + y1) / 2 < top):
            continue
        inked = (picture[place.dots((x0, y0, x1, y1))] < _DARK).any(axis=0).nonzero()[0]
        # Between words there is less white than they are tall.
        widest = _TALLEST_GAP * (y1 - y0) * scale
        gaps = inked[1:] - inked[:-1]
        if not inked.size or max(inked[0], (x1 - x0) * scale - inked[-1], gaps.max(initial=0)) > widest:
            return " ".join(words.get_text_bounded(x0, y0, x1, y1).split()) or "something"
    return ""


def _heads(page: Any, height: float) -> slice:
    """Return the rows of a side's coarse picture in which its strips stand."""
    (_, _, _, y1), (_, _, _, top), scale = page.get_mediabox(), page.get_trimbox(), _COARSE_DPI / 72
    return _span((y1 - top) * scale, (y1 - top + EDGE + height) * scale)


def _bodies(page: Any, draw: _Drawing, words: Any, across: int, height: float) -> Iterator[Body]:
    """Yield what stands on each page of a side outside the strips; the first and the last reach to the edges of the paper."""
    (x0, y0, x1, y1), (left, _, right, top) = page.get_mediabox(), page.get_trimbox()
    scale, bottom, picture = _COARSE_DPI / 72, top - EDGE - height, draw.coarse(page)
    picture[_heads(page, height)] = _WHITE
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
