"""The shape of a list's rows: which end early and are whole all the same, which are not, and which row of the sheet stands in a line of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from packbuilder.diagnostics import Diagnostic, counted, error, note
from packbuilder.model.seating import desk_of
from packbuilder.patterns import regex
from packbuilder.readers.candidates.columns import Columns
from packbuilder.readers.candidates.needs import extra_time_of
from packbuilder.readers.candidates.nobody import is_footer
from packbuilder.readers.candidates.whole_list import lines, one_room
from packbuilder.readers.delimited import Places, Row, stated_delimiter
from packbuilder.values import replace

_CLOSE = "Close it at the end of the cell, or delete it."
_LINE_END = regex(r"\r\n|\r|\n")
_FIGURES = regex(r"[\d.,]+ ?%?")
_POINTS = frozenset(("18", "24", "36"))
"""Figures that are letters' points, and hardly a percentage: a delimiter is missing before them."""
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
    """Yield short rows that lack nothing: what most rows have, and name and number, stand in them, and each cell is like its column.

    A delimiter that was lost in the middle makes a row short too, and moves all that is behind it.
    """
    rows = [row for row in columns.rows if not row.empty and not columns.heads(row)]
    width = columns.width
    filled = [sum(index < len(row.cells) and bool(row.cells[index].strip()) for row in rows) for index in range(width)]
    places = {columns.at[part] for part in _PLACES if part in columns.at}
    # Of one candidate nothing shows which cell is gone.
    several = sum(sum(map(bool, map(str.strip, row.cells))) > 1 for row in rows) > 1
    seldom = {index for index in range(width) if (filled[index] * 2 <= len(rows) if index not in places else several and not filled[index])}
    needed = max(columns.at[part] for part in _NEEDED if part in columns.at)
    kinds = [Counter(_kinds(rows, index)) for index in range(width)]
    full = [row for row in rows if len(row.cells) >= width]
    whole = [Counter(_kinds(full, index)) for index in range(width)]
    for row in early:
        reaches = len(row.cells) > needed and all(index in seldom for index in range(len(row.cells), width))
        if not reaches or row.broken or _sits_nowhere(row, full, columns):
            continue
        if not any(_is_unlike(cell, at, columns, kinds[at], whole[at]) for at, cell in enumerate(row.cells)):
            yield row


def _sits_nowhere(row: Row, full: Sequence[Row], columns: Columns) -> bool:
    """Whether a row has a room that none of the whole rows has, and under the seat what is no desk, as theirs are: a cell before is gone."""
    room, seat = columns.at.get("room", columns.width), columns.at.get("seat", columns.width)
    if max(room, seat) >= len(row.cells) or _tells_desk(row.cells[seat]) or not row.cells[seat].strip():
        return False
    others = [each.cells for each in full if each.cells[seat].strip()]
    desks = sum(_tells_desk(cells[seat]) for cells in others)
    return desks * 2 > len(others) and one_room(row.cells[room]) not in {one_room(cells[room]) for cells in others}


def _tells_desk(cell: str) -> bool:
    return isinstance(desk_of(" ".join(cell.split())), tuple)


def _is_unlike(cell: str, index: int, columns: Columns, kinds: Mapping[bool, int], whole: Mapping[bool, int]) -> bool:
    """Whether a cell is a figure where most of its column are none, and no whole row has any, or the other way round; or no extra time where that stands."""
    written = " ".join(cell.split())
    if not written:
        return False
    if index == columns.at.get("extra_time"):
        return written in _POINTS or bool(extra_time_of(written)[1])
    figure = _is_figure(cell)
    return not whole[figure] and kinds[figure] * 2 <= kinds[not figure]


def _kinds(rows: Iterable[Row], index: int) -> Iterator[bool]:
    """Yield of each cell of a column whether it is a figure."""
    return (_is_figure(row.cells[index]) for row in rows if index < len(row.cells) and row.cells[index].strip())


def _is_figure(cell: str) -> bool:
    return bool(_FIGURES.fullmatch(cell.strip()))


def fault_of(row: Row, columns: Columns, places: Places) -> Diagnostic | None:
    """Return what is wrong with the shape of a row; None where it has the header's cells."""
    width = columns.width
    if row.broken:
        place = places.at(row.offsets[row.broken[0]])
        return error("C108", "a quotation mark opens here that none closes", place, _CLOSE)
    if swallowed := _swallowed(row, columns):
        index, count = swallowed
        message = f"a quotation mark opens here that is closed {counted(count, 'line')} below: other candidates' rows stand in the cell"
        return error("C108", message, places.at(row.offsets[index]), _CLOSE)
    counts = f"the row has {counted(len(row.cells), 'cell')}, the header has {width}"
    if len(row.cells) < width and (footer := is_footer(row)):
        return error("C110", f"{footer!r} is no candidate's name", places.at(row.offsets[0]), "Delete the row: no candidate stands in it.")
    if len(row.cells) < width:
        return error("C109", counts, places.at(row.offsets[-1]), "An empty cell keeps its delimiter.", *_cut_off(row, columns))
    extra = next((index for index in range(width, len(row.cells)) if row.cells[index].strip()), None)
    if extra is None:
        if parted := _parted_name(row, columns):
            message = f"a comma parts the name {parted!r}, and the cells behind it are shifted"
            return error(
                "C109",
                message,
                places.at(row.offsets[0]),
                "Put names with a comma in them in quotation marks, or save the list anew from the spreadsheet.",
            )
        return None
    place = places.at(row.offsets[extra])
    if extra < len(columns.header.cells):
        message = f"{row.cells[extra].strip()[:40]!r} stands under no heading, in column {extra + 1}"
        return error("C109", message, place, "Head the column, or delete what stands there.")
    message = f"{counts}: {row.cells[extra].strip()[:40]!r} stands under no heading"
    return error(
        "C109", message, place, "Head the column, or delete what stands there; a name with a comma in it stands in quotation marks."
    )


def _swallowed(row: Row, columns: Columns) -> tuple[int, int] | None:
    """Return the cell of a row in which other rows stand, and in how many lines; None where there is none.

    Most lines within the cell have the header's cells, with a name and a number in their places; of a cell of two lines both, with what stands before and
    behind it in the row.
    """
    for index, cell in enumerate(row.cells):
        if "\n" in cell or "\r" in cell:
            parts = [line.split(columns.delimiter) for line in _LINE_END.split(cell)]
            parts[0][:0], parts[-1][len(parts[-1]) :] = row.cells[:index], row.cells[index + 1 :]
            # Below others stand empty rows, and such as are nobody's.
            within = [part for part in parts[1:-1] if any(map(str.strip, part))]
            if sum(_is_somebody(part, columns) for part in within or parts) * 2 > len(within or parts):
                return index, len(parts) - 1
    return None


def _is_somebody(cells: Sequence[str], columns: Columns) -> bool:
    """Whether cells are a whole row of a candidate."""
    if len(cells) < columns.width or any(cell.strip() for cell in cells[columns.width :]):
        return False
    named = any(map(str.isalpha, "".join(cells[columns.at[part]] for part in ("name", "first", "last") if part in columns.at)))
    return named and any(map(str.isdecimal, cells[columns.at["number"]]))


def _cut_off(row: Row, columns: Columns) -> Iterator[str]:
    """Yield what a row with too few cells may be where it alone has, and is the last: the end of a list that was not copied whole, or no candidate's."""
    if row is columns.rows[-1] and all(each.empty or len(each.cells) >= columns.width for each in columns.rows[:-1]):
        yield "It is the last row: if the list ends too early here, export it again; if no candidate stands in it, delete it."


def _parted_name(row: Row, columns: Columns) -> str:
    """Return a name that a comma has cut in two: the row has a cell too many, and the one behind the name alone begins with a space."""
    at = columns.at.get("name", len(row.cells)) + 1
    if len(row.cells) <= columns.width or at >= len(row.cells) or columns.heads(row):
        return ""
    spaced = [index for index, cell in enumerate(row.cells) if cell[:1] == " " and cell.strip()]
    return f"{row.cells[at - 1].strip()},{row.cells[at]}" if spaced == [at] and not any(map(str.isdecimal, row.cells[at])) else ""


def with_rows(found: Iterable[Diagnostic], text: str, columns: Columns, places: Places) -> Iterator[Diagnostic]:
    """Yield what is told of a list with the row of the sheet, where cells of several lines stand above it: spreadsheets count rows."""
    starts = [places.at(row.offsets[0]).line for row in (columns.header, *columns.rows)]
    first = places.at(stated_delimiter(text)[1]).line - 1
    for each in found:
        at = bisect_right(starts, each.span.line) - 1
        row = len(columns.above) + at + 1
        if at > 0 and row + first != each.span.line:
            yield replace(each, message=f"{each.message} (line {each.span.line} is row {row} of the sheet)")
        else:
            yield each
