"""Comparing what two editions print word by word, in order, though a table may be set as records or in bands in one of them.

How a table reads in either arrangement is derived here from the standard edition's table. Only where that has itself been set anew, and
otherwise than the other's, are a table's words compared as a set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from packbuilder.app.paper_reading import normal, spoken
from packbuilder.typeset.reading.readback import Element
from packbuilder.values import dataclass

_ANEW = ("records", "bands")
_QUOTED = 6
"""So many words are quoted from where editions part."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words in a row, or a table in one of its arrangements: `table`, `records` or `bands`."""

    kind: str
    words: tuple[str, ...]
    element: Element | None = None


def difference(standard: Iterable[Element], edition: Iterable[Element], *, without: tuple[str, str] = ("", "")) -> str:
    """Return how an edition's words part from the standard's, empty where they are the same in the same order.

    `without` are sentences that each of the two has of its own.
    """
    ours, theirs = (list(_joined(_pieces(elements), normal(own))) for elements, own in zip((standard, edition), without, strict=True))
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None:
            return _parted(one.words if one else (), other.words if other else ())
        wanted = _arranged(one, other)
        if wanted is None:
            if set(one.words) != set(other.words):
                return _parted(one.words, other.words)
        elif wanted != other.words:
            return _parted(wanted, other.words)
    return ""


def _parted(wanted: Sequence[str], had: Sequence[str]) -> str:
    at = next((at for at, (one, other) in enumerate(zip_longest(wanted, had)) if one != other), 0)
    quoted = (" ".join(words[at : at + _QUOTED]) for words in (had, wanted))
    return "“{}” stands where the standard has “{}”".format(*quoted)


def _pieces(elements: Iterable[Element]) -> Iterator[_Piece]:
    for element in elements:
        if element.role == "Table" or element.name in _ANEW:
            kind = element.name if element.name in _ANEW else "table"
            yield _Piece(kind, tuple(normal(spoken(element)).split()), element)
        elif any(each.role == "Table" or each.name in _ANEW for child in element.children for each in child.walk()):
            yield from _pieces(element.children)
        else:
            yield _Piece("", tuple(normal(spoken(element)).split()))


def _joined(pieces: Iterable[_Piece], own: str) -> Iterator[_Piece]:
    """Yield the pieces, words between two tables as one, without the edition's own sentence."""
    words: list[str] = []
    for piece in pieces:
        if piece.kind:
            yield _Piece("", tuple(_less(words, own)))
            words = []
            yield piece
        else:
            words += piece.words
    yield _Piece("", tuple(_less(words, own)))


def _less(words: list[str], own: str) -> list[str]:
    return f" {' '.join(words)} ".replace(f" {own} ", " ", 1).split() if own else words


def _arranged(standard: _Piece, edition: _Piece) -> tuple[str, ...] | None:
    """Return the words of the standard's piece as the edition must have them; None where its arrangement does not tell."""
    if standard.kind == edition.kind and standard.kind != "bands":
        return standard.words
    if standard.kind != "table" or standard.element is None or edition.element is None:
        return None
    said = _records(standard.element) if edition.kind == "records" else _bands(standard.element, edition.element)
    return tuple(normal(" ".join(said)).split())


def _rows(table: Element) -> tuple[str, list[Element], list[Element]]:
    """Return a table's caption, its header rows and its other rows."""
    caption = " ".join(spoken(child) for child in table.children if child.role == "Caption")
    rows = [child for child in table.children if child.role == "TR"]
    heads = [row for row in rows if _heads(row)]
    return caption, heads, [row for row in rows if row not in heads]


def _heads(row: Element) -> bool:
    """Whether a row's cells head columns; of these the corner over the heads of rows may be empty."""
    scopes = {cell.scope for cell in row.children if cell.scope or cell.text.strip() or cell.children}
    return scopes == {"Column"}


def _records(table: Element) -> Iterator[str]:
    """Yield a table's words as records: a row's every cell after the words over its column."""
    caption, heads, rows = _rows(table)
    yield caption
    columns = max((sum(cell.columns for cell in row.children) for row in (*heads, *rows)), default=0)
    over = [" ".join(_at(row, column) for row in heads).strip() for column in range(columns)]
    for row in rows:
        label, column = "", 0
        for cell in row.children:
            head = over[column]
            column += cell.columns
            if cell.role == "TH" and not (label or head):
                label = spoken(cell)
                continue
            yield f"{label or head} {spoken(cell)}"
            label = ""
        yield label


def _at(row: Element, column: int) -> str:
    start = 0
    for cell in row.children:
        if start <= column < start + cell.columns:
            return spoken(cell)
        start += cell.columns
    return ""


def _bands(table: Element, bands: Element) -> Iterator[str]:
    """Yield a table's words in bands as wide as the edition's: what stands in them is the standard's."""
    caption, heads, rows = _rows(table)
    start = 1
    for band in bands.children:
        width = max((len(row.children) for row in band.children if row.role == "TR"), default=1)
        yield caption
        for row in (*heads, *rows):
            yield " ".join(map(spoken, (row.children[0], *row.children[start : start + width - 1])))
        start += width - 1
    # Cells that no band shows must be missed.
    for row in (*heads, *rows):
        yield " ".join(map(spoken, row.children[start:]))
