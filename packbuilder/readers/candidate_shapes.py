"""The shape of a list's rows: which end early and are whole all the same, which are not, and which row of the sheet stands in a line of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from packbuilder.diagnostics import Diagnostic, error, note
from packbuilder.readers.candidate_columns import Columns
from packbuilder.readers.candidate_list import lines
from packbuilder.readers.delimited import Places, Row, stated_delimiter
from packbuilder.values import replace

_BLOCK = 16
"""Rows that Excel writes at a time: it leaves out delimiters at the end of all of them, where none of them has anything there."""
_NEEDED = ("name", "first", "last", "number")
_PLACES = ("centre", "room", "seat", "row", "column")
"""Fields of which a row lacks something where others have them."""


def filled_up(columns: Columns, places: Places, found: list[Diagnostic]) -> Columns:
    """Return columns with rows of which the end is left out filled up with empty cells, and one note for all of them."""
    early = [row for row in columns.rows if 0 < len(row.cells) < columns.width and not row.empty]
    if not early:
        return columns
    whole = {id(row) for row in _left_out(columns, early)}
    if not whole:
        return columns
    spans = [places.at(row.offsets[0]) for row in early if id(row) in whole]
    found.append(note("C109", f"rows that end early are taken to have empty cells there: line {lines(spans)}", spans[0]))
    return replace(columns, rows=tuple(_padded(row, columns.width) if id(row) in whole else row for row in columns.rows))


def _padded(row: Row, width: int) -> Row:
    more = width - len(row.cells)
    return replace(row, cells=row.cells + ("",) * more, offsets=row.offsets + row.offsets[-1:] * more)


def _left_out(columns: Columns, early: Sequence[Row]) -> Iterator[Row]:
    """Yield short rows that lack nothing: what most rows have, and name and number, stand in them, and whoever wrote the list does so.

    A delimiter that was lost in the middle makes a row short too, and moves all that is behind it.
    """
    rows = [row for row in columns.rows if not row.empty]
    width = columns.width
    filled = [sum(index < len(row.cells) and bool(row.cells[index].strip()) for row in rows) for index in range(width)]
    places = {columns.at[part] for part in _PLACES if part in columns.at}
    seldom = {index for index in range(width) if (filled[index] * 2 <= len(rows) if index not in places else not filled[index])}
    needed = max(columns.at[part] for part in _NEEDED if part in columns.at)
    keeps_all = any(len(row.cells) >= width and not row.cells[width - 1].strip() for row in rows)
    in_blocks = set(_of_blocks(columns)) if keeps_all else set()
    for row in early:
        reaches = len(row.cells) > needed and all(index in seldom for index in range(len(row.cells), width))
        if reaches and not row.broken and (not keeps_all or id(row) in in_blocks):
            yield row


def _of_blocks(columns: Columns) -> Iterator[int]:
    """Yield the identity of each row that is as long as all others which Excel writes with it."""
    numbered = enumerate((columns.header, *columns.rows), columns.above)
    for _, block in groupby(numbered, key=lambda each: each[0] // _BLOCK):
        rows = [row for _, row in block]
        if len({len(row.cells) for row in rows}) == 1:
            yield from map(id, rows)


def fault_of(row: Row, columns: Columns, places: Places) -> Diagnostic | None:
    """Return what is wrong with the shape of a row; None where it has the header's cells."""
    width = columns.width
    if row.broken:
        place = places.at(row.offsets[row.broken[0]])
        return error("C108", "a quotation mark opens here that none closes", place, "Close it at the end of the cell, or delete it.")
    counts = f"the row has {len(row.cells)} cells, the header has {width}"
    if len(row.cells) < width:
        return error("C109", counts, places.at(row.offsets[-1]), "An empty cell keeps its delimiter.")
    extra = next((index for index in range(width, len(row.cells)) if row.cells[index].strip()), None)
    if extra is None:
        return None
    place = places.at(row.offsets[extra])
    if extra < len(columns.header.cells):
        message = f"{row.cells[extra].strip()[:40]!r} stands under no heading, in column {extra + 1}"
        return error("C109", message, place, "Head the column, or delete what stands there.")
    return error("C109", counts, place, "A name with a comma in it stands in quotation marks.")


def with_rows(found: Iterable[Diagnostic], text: str, columns: Columns, places: Places) -> Iterator[Diagnostic]:
    """Yield what is told of a list with the row of the sheet, where cells of several lines stand above it: spreadsheets count rows."""
    rows = (columns.header, *columns.rows)
    if not any("\n" in cell or "\r" in cell for row in rows for cell in row.cells):
        yield from found
        return
    starts = [places.at(row.offsets[0]).line for row in rows]
    first = places.at(stated_delimiter(text)[1]).line - 1
    for each in found:
        at = bisect_right(starts, each.span.line) - 1
        row = columns.above + at + 1
        if at > 0 and row + first != each.span.line:
            yield replace(each, message=f"{each.message} (line {each.span.line} is row {row} of the sheet)")
        else:
            yield each
