"""That a page is seen in the order in which it is read: what comes next stands below, or to the right, of what came before.

This holds between neighbours under one parent, on one page (with several pages on a side: inside one of them), for columns of cards and
for cells as well as for lines. Text that is turned, as on the backs of cards that turn over the short edge, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from packbuilder.layout import Colour, contrast
from packbuilder.typeset.reading.canvas import Shown
from packbuilder.typeset.reading.readback import Element, ReadBack
from packbuilder.typeset.reading.tree import Content
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass

_ABOVE = 0.5
"""So many ems of the following text's size it may stand higher than what it follows: raised figures, numbers of another size."""

_LEAST_ABOVE = 4.0
_ASIDE = 8.0
"""Points by which texts side by side may overlap: a line's last space is painted too."""

_FAINT = 3.0
"""Text of less contrast with its page is not seen by many; layouts have 4.5 at the least."""

Cell = tuple[int, int]
"""A page of the file, and the number of the page on it."""

CellOf = Callable[[int, float, float], int]
"""Tells the number of the page that stands at a place of a side: page of the file, x, y."""


@dataclass(slots=True)
class _Spread:
    """Where something stands in a cell: its first place, its lowest, its right end, and the size of its first text.

    Where it goes on at the top of the next column, `part` is where its last part begins (0: there is one part), and its lowest place is that part's.
    """

    x: float
    y: float
    low: float
    right: float
    size: float
    part: float = 0.0


def sight_faults(tree: Element, cell_of: CellOf) -> Iterator[str]:
    """Yield what is seen in another order than it is read, one sentence each."""
    found: list[str] = []
    _walk(tree, cell_of, found)
    yield from found


def hidden_faults(read: ReadBack, page: Colour) -> Iterator[str]:
    """Yield the words of a file that are read and cannot be seen: painted over, not painted, beside the paper, or in the `page`'s own colour.

    Only a formula has words under its outlines, so that it can be copied. Files of others rightly do either (scans, marker pens).
    """
    for number, content in enumerate(read.contents, 1):
        for words in content.covered:
            yield f"page {number}: something is painted over {_short(words)}"
        for mcid, pieces in content.pieces.items():
            if content.tags.get(mcid) != "Formula":
                unseen = "".join(piece.text for piece in pieces if not _seen(piece, page, read.trims[number - 1]))
                if unseen.strip():
                    yield f"page {number}: text is read but cannot be seen: {_short(unseen)}"


def _seen(piece: Shown, page: Colour, paper: Box) -> bool:
    left, bottom, right, top = paper
    # Spaces at the end of a line reach beyond it, and are not missed.
    inside = left <= piece.x and (piece.end <= right or not piece.text.strip()) and bottom <= piece.y <= top
    return piece.visible and inside and (piece.colour is None or contrast(piece.colour, page) >= _FAINT)


def _walk(element: Element, cell_of: CellOf, found: list[str]) -> dict[Cell, _Spread]:
    """Return where an element stands, in order of its cells; add what is wrong in it and below it."""
    parts = [_spread(content, cell_of) for content in element.contents]
    below = [_walk(child, cell_of, found) for child in element.children]
    # A formula's words are squeezed under its outlines, and a drawing's stand where they belong: neither has lines to read.
    for content in element.contents if element.role not in ("Formula", "Figure") else ():
        found.extend((*_lines(content), *_ruled(content)))
    # Nothing but this tells of an answer space: it has no words.
    pages = [cell_of(content.page, *content.place) for content in element.contents if content.place]
    if pages != sorted(pages):
        found.append(f"page {element.contents[0].page}: the {element.role} {_short(element.text or element.alt)} goes on before it begins")
    for (before, after), (first, child) in zip(pairwise(below), pairwise(element.children), strict=True):
        if after and (words := _misplaced(before, after, label=first.role == "Lbl", cell=child.role in ("TD", "TH", "Form"))):
            cell = next(iter(after))
            found.append(f"page {cell[0]}: the {child.role} {_short(child.text or child.alt)} stands {words} what is read before it")
    whole: dict[Cell, _Spread] = {}
    for spreads in (*parts, *below):
        for cell, spread in spreads.items():
            _join(whole, cell, spread)
    return whole


def _misplaced(before: dict[Cell, _Spread], after: dict[Cell, _Spread], *, label: bool, cell: bool) -> str:
    """Return how something is placed wrongly after its neighbour; empty where it is not.

    A card's number (`label`) stands at its right; spaces at the end of a `cell` may reach into the next, and boxes to mark stand where the layout has room for them.
    """
    place, here = next(iter(after.items()))
    there = before.get(place)
    if there is None:
        return ""
    slack = max(_LEAST_ABOVE, _ABOVE * here.size)
    if here.y > there.low + slack and here.x < (there.x + 1.0 if cell else there.right - _ASIDE):
        return "above"
    if not label and abs(here.y - there.y) <= 1.0 and there.low > there.y - 1.0 and here.x < there.x - 1.0:
        return "to the left of"
    return ""


def _spread(content: Content, cell_of: CellOf) -> dict[Cell, _Spread]:
    pieces = [piece for piece in content.pieces if piece.text.strip()]
    if content.place is None or any(piece.turned for piece in pieces):
        return {}
    x, y = content.place
    cell = (content.page, cell_of(content.page, x, y))
    if not pieces:
        return {cell: _Spread(x, y, min([y, *(stroke[1] for stroke in content.strokes)]), x, 0.0)}
    whole: dict[Cell, _Spread] = {}
    for piece in pieces:
        _join(whole, cell, _Spread(piece.x, piece.y, piece.y, _end(piece), piece.size))
    return whole


def _end(piece: Shown) -> float:
    """Return where a text ends on the right; of a formula's words, which are squeezed under its outlines, where they begin."""
    return piece.end if piece.visible else piece.x


def _join(whole: dict[Cell, _Spread], cell: Cell, spread: _Spread) -> None:
    known = whole.get(cell)
    if known is None:
        whole[cell] = replace(spread)
    else:
        slack = max(_LEAST_ABOVE, _ABOVE * spread.size)
        beside = bool(spread.part) or (spread.y > known.low + slack and spread.x >= known.right - _ASIDE)
        if beside:
            known.low, known.part = spread.low, spread.part or spread.x
        elif spread.right > known.part:
            # A formula of the part before says nothing of where the last one ends.
            known.low = min(known.low, spread.low)
        known.right = max(known.right, spread.right)


def _lines(content: Content) -> Iterator[str]:
    """Yield the lines of one piece of marked content that stand above the line that they follow."""
    pieces = [piece for piece in content.pieces if piece.text.strip() and not piece.turned]
    for before, after in pairwise(pieces):
        if after.y > before.y + max(_LEAST_ABOVE, after.size) and after.x < _end(before) - _ASIDE:
            yield f"page {content.page}: the text {_short(after.text)} stands above what is read before it"


def _ruled(content: Content) -> Iterator[str]:
    """Yield the lines to write on that stand above the line that they follow; boxes stand side by side."""
    for before, after in pairwise(content.strokes):
        if after[1] > before[1] + 1.0 and after[0] <= before[0] + 1.0:
            yield f"page {content.page}: a line to write on stands above the one before it"


def _short(text: str) -> str:
    words: Sequence[str] = text.split()
    return f"“{' '.join(words)[:40]}”"
