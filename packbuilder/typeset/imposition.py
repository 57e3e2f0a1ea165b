"""Imposition: finished pages onto sides of sheets, for folding, for reading side by side and for cutting.

Pages are neither scaled nor changed; they are given places. All functions are pure, and work for pages of any one size: an A5
booklet on A4 and a folded A3 paper of A4 pages are the same imposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from packbuilder.layout import POINTS_PER_MM
from packbuilder.model.print_habits import PrintHabits
from packbuilder.typeset.fragments import Laid, Page, number
from packbuilder.typeset.labels import AND
from packbuilder.typeset.sides import Box, Duplex, Imposed, Side, moved_to
from packbuilder.values import dataclass, replace

PAPER_THICKNESS = 0.1 * POINTS_PER_MM
"""A leaf of 80 g/m² office paper in points (ISO 534 measures 0.10 to 0.11 mm)."""

FOLIO = 4
"""A folded sheet has so many pages."""

BLEED = 3.0 * POINTS_PER_MM
_MARK = 5.0 * POINTS_PER_MM
_SLUG = 10.0 * POINTS_PER_MM
"""Crop marks begin where the bleed ends, are so long, and stand in a border that is so wide."""

_MARK_COLOUR = b"0 G 0.25 w\n"


class UnevenPagesError(ValueError):
    """A number of pages, or pages of sizes, that an imposition cannot take: the caller's mistake."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A page with its place on a side that is not yet bordered: its index and its lower left corner in points."""

    page: int
    x: float
    y: float


def sides_of(laid: Laid) -> tuple[Side, ...]:
    """Return the sides of a document: those it has been given, else one a page."""
    if laid.sides:
        return laid.sides
    return tuple([_side_of_its_own(at, page.width, page.height, page.label) for at, page in enumerate(laid.pages)])


@lru_cache(maxsize=512)
def _side_of_its_own(at: int, width: float, height: float, label: str) -> Side:
    return Side(width=width, height=height, pages=(Imposed(at),), label=label)


def imposed(laid: Laid, habits: PrintHabits) -> Laid:
    """Return a document with its pages on sheets as habits have them. Raises `UnevenPagesError`."""
    if habits.folded:
        return saddle_stitched(laid, crop_marks=habits.crop_marks)
    if habits.imposition == "2up":
        return side_by_side(laid, crop_marks=habits.crop_marks)
    single = cropped(laid) if habits.crop_marks else laid
    turned: dict[str, Duplex] = {"duplex": "long", "duplex-short": "short"}
    return on_both_sides(single, turned[habits.imposition]) if habits.imposition in turned else single


def saddle_stitched(laid: Laid, *, thickness: float = PAPER_THICKNESS, crop_marks: bool = False) -> Laid:
    """Return a document as a booklet: sheets printed on both sides, laid into each other, folded and stapled at the fold.

    Sheets are in order from the outermost, front before back, the paper turned over its short edge. A sheet that lies inside
    others stands out at the open edge by their thickness, `thickness` points a leaf: its pages move towards the fold by as much,
    so that margins are even once the edge is cut. Raises `UnevenPagesError` unless pages are of one size and a multiple of 4.
    """
    width, height = _size(laid, FOLIO)
    count = len(laid.pages)
    sides = []
    for sheet in range(count // FOLIO):
        creep = sheet * thickness
        outer, inner = count - 1 - 2 * sheet, 2 * sheet
        for left, right in ((outer, inner), (inner + 1, outer - 1)):
            cells = (_Cell(left, creep, 0.0), _Cell(right, width - creep, 0.0))
            sides.append(_side(laid, cells, 2 * width, height, crop_marks=crop_marks, folds=(width,)))
    return replace(laid, sides=tuple(sides), duplex="short")


def side_by_side(laid: Laid, *, columns: int = 2, rows: int = 1, crop_marks: bool = False) -> Laid:
    """Return a document with `columns` times `rows` pages that follow each other on each side, row by row.

    Raises `UnevenPagesError` unless pages are of one size and fill the last side. Turned over the edge at which the next side
    stands upright: the short one of a landscape side, the long one of an upright.
    """
    each = columns * rows
    width, height = _size(laid, each)
    sides = []
    for start in range(0, len(laid.pages), each):
        cells = (_Cell(start + at, at % columns * width, (rows - 1 - at // columns) * height) for at in range(each))
        cuts = (tuple(column * width for column in range(1, columns)), tuple(row * height for row in range(1, rows)))
        sides.append(_side(laid, tuple(cells), columns * width, rows * height, crop_marks=crop_marks, cuts=cuts))
    return replace(laid, sides=tuple(sides), duplex="short" if columns * width > rows * height else "long")


def on_both_sides(laid: Laid, edge: Duplex = "long") -> Laid:
    """Return a document printed on both sides of the paper, which is turned over an edge."""
    return replace(laid, duplex=edge)


def cropped(laid: Laid) -> Laid:
    """Return a document with a page to a side, on paper that is larger and is cut along crop marks."""
    cells = ((_Cell(at, 0.0, 0.0), page) for at, page in enumerate(laid.pages))
    return replace(laid, sides=tuple(_side(laid, (cell,), page.width, page.height, crop_marks=True) for cell, page in cells))


def _size(laid: Laid, multiple: int) -> tuple[float, float]:
    """Return the size that all pages have, in points."""
    sizes = {(page.width, page.height) for page in laid.pages}
    if len(sizes) > 1:
        raise UnevenPagesError(f"pages of {len(sizes)} sizes cannot share a sheet")
    if len(laid.pages) % multiple:
        raise UnevenPagesError(f"{len(laid.pages)} pages are no multiple of {multiple}")
    return sizes.pop() if sizes else (0.0, 0.0)


def _side(
    laid: Laid,
    cells: tuple[_Cell, ...],
    width: float,
    height: float,
    *,
    crop_marks: bool,
    folds: tuple[float, ...] = (),
    cuts: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
) -> Side:
    """Return a side of a finished size, with a border for marks where they are wanted."""
    border = _SLUG if crop_marks else 0.0
    pages = tuple(Imposed(cell.page, moved_to(cell.x + border, cell.y + border)) for cell in cells)
    label = AND.join(_label(laid.pages[cell.page], cell.page) for cell in cells)
    if not crop_marks:
        return Side(width=width, height=height, pages=pages, label=label)
    trim = (border, border, border + width, border + height)
    marks = _MARK_COLOUR + b"".join(_crop_marks(trim, cuts)) + b"".join(_fold_marks(trim, folds))
    return Side(width=width + 2 * border, height=height + 2 * border, pages=pages, label=label, trim=trim, bleed=BLEED, marks=marks)


def _label(page: Page, index: int) -> str:
    return page.label or str(index + 1)


def _crop_marks(trim: Box, cuts: tuple[tuple[float, ...], tuple[float, ...]]) -> Iterator[bytes]:
    """Yield marks at the corners, and where the sheet is cut between pages: outside of the bleed, never on a page."""
    left, bottom, right, top = trim
    for x in (left, *(left + each for each in cuts[0]), right):
        yield _stroke(x, bottom - BLEED - _MARK, x, bottom - BLEED)
        yield _stroke(x, top + BLEED, x, top + BLEED + _MARK)
    for y in (bottom, *(bottom + each for each in cuts[1]), top):
        yield _stroke(left - BLEED - _MARK, y, left - BLEED, y)
        yield _stroke(right + BLEED, y, right + BLEED + _MARK, y)


def _fold_marks(trim: Box, folds: tuple[float, ...]) -> Iterator[bytes]:
    """Yield dashed marks above and below the sheet where it is folded."""
    left, bottom, _, top = trim
    for fold in folds:
        x = left + fold
        yield b"[1.5 1.5] 0 d\n"
        yield _stroke(x, bottom - BLEED - _MARK, x, bottom - BLEED)
        yield _stroke(x, top + BLEED, x, top + BLEED + _MARK)
        yield b"[] 0 d\n"


def _stroke(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%s %s m %s %s l S\n" % (number(x0), number(y0), number(x1), number(y1))
