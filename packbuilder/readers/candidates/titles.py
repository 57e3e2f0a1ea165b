"""What stands above the header of a list: a title that names the room of all that follow, as registers have it, and others, which are passed over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from packbuilder.diagnostics import Diagnostic, Span, error, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.candidates.columns import Columns
from packbuilder.readers.candidates.footers import stands_alone
from packbuilder.readers.candidates.headings import field_of
from packbuilder.readers.candidates.nobody import is_footer
from packbuilder.readers.candidates.places import like_a_room
from packbuilder.readers.delimited import Places, Row
from packbuilder.values import dataclass

_SHOWN = 4
"""Titles that a note quotes."""
_LONGEST = 60
_FEW = 2
_STATED = regex(r"(?P<what>[^:=]{2,30}?)\s*[:=]\s*(?P<value>.*)")
"""`Room: Sports Hall` in one cell; without the rest where that stands in the next."""
_PARTS = regex(r"\s+[–—-]+\s+|\s*[,;:|()]\s*|\s+\b(?:in|at)\b\s+(?:the\s+)?", re.IGNORECASE)
"""What parts a title: `Seating plan – Sports Hall`, `Biology in the Gym`."""
_CENTRE = regex(r"(?=.*\d)[A-Za-z0-9]{4,8}")
"""A centre's number: of five figures in the United Kingdom, two letters and three figures elsewhere. A school's name is none."""
_DIFFERENT_ROOMS = "Give each candidate a room, in a column 'room': a list may hold several."


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What the rows above a header say: the room of everybody (empty: none is named), and where that stands."""

    room: str = ""
    span: Span | None = None


def titles_of(
    rows: Sequence[Row], places: Places, found: list[Diagnostic], *, roomed: bool, parted: bool = False, by_title: bool = False
) -> Titles:
    """Read the rows above the header, and tell what becomes of them. `roomed`: the list has rooms in a column of its own, so that a title's is not used.
    `parted`: other titles follow between candidates, and that is told; `by_title`: each of them names the room of those below it.
    """
    written = [(row, [" ".join(cell.split()) for cell in row.cells if cell.strip()]) for row in rows if not row.empty]
    rooms = [(room, places.at(row.offsets[0])) for row, cells in written if not _heads_groups(row) for room in _rooms(cells)]
    if len({room.casefold() for room, _ in rooms}) > 1 and not roomed:
        named = ", ".join(f"{room!r} (line {span.line})" for room, span in rooms[:_SHOWN])
        found.append(error("C126", f"titles above the header name several rooms: {named}", rooms[0][1], _DIFFERENT_ROOMS))
        return Titles()
    if rooms and not roomed:
        room, span = rooms[0]
        if not by_title:
            found.append(note("C123", f"the title {room!r} is taken for the room of all candidates", span))
        return Titles(room=room, span=span)
    if rooms:
        shown = ", ".join(f"line {span.line} ({room!r})" for room, span in rooms[:_SHOWN])
        found.append(note("C107", f"a room in a title is passed over, since a column has the candidates' rooms: {shown}", rooms[0][1]))
    likely = ((row, part) for row, cells in written if not _heads_groups(row) for cell in cells for part in _PARTS.split(cell))
    row, title = next(((row, part) for row, part in likely if like_a_room(part)), (None, ""))
    if row and not (roomed or parted):
        message = f"the title {title!r} may be the room of all candidates, and is not read: they have no room on any page"
        found.append(warning("C126", message, places.at(row.offsets[0]), f"Write 'Room: {title}' there, or a column 'room'."))
    return Titles()


def centre_of(rows: Sequence[Row], places: Places, found: list[Diagnostic], *, given: str) -> str:
    """Return the centre of all candidates of a list without such a column: the one that was `given`, else that of the title `Centre number: 61234`."""
    written = [
        (row, [" ".join(cell.split()) for cell in row.cells if cell.strip()]) for row in rows if not row.empty and not _heads_groups(row)
    ]
    named = {value: places.at(row.offsets[0]) for row, cells in written for value in _values(cells, "centre") if _CENTRE.fullmatch(value)}
    if given or not named:
        if different := next((each for each in named if each.casefold() != given.casefold()), ""):
            message = f"the title says that the centre is {different!r}, and {given!r} was given, which is printed"
            found.append(warning("C124", message, named[different], "Leave out --centre if the title is right."))
        return given
    (centre, span), *others = named.items()
    if others:
        message = f"titles above the header name several centres: {', '.join(map(repr, named))}"
        found.append(error("C124", message, span, "Give each candidate a centre, in a column 'centre'."))
        return ""
    found.append(note("C124", f"the centre in a title, {centre!r}, is taken for that of all candidates", span))
    return centre


def titled_rooms(columns: Columns) -> Mapping[int, str]:
    """Return the rooms that rows between candidates name, by where these rows begin, if each candidate stands below one that says that it is a room: a list that is
    printed room by room. Nothing where there is doubt.
    """
    if "room" in columns.at or any(not _section(row) for row, _ in _above_headers(columns)):
        return {}
    titled = {row.offsets[0]: room for row in columns.rows if (room := _section(row))}
    people = (row for row in columns.rows if not (row.empty or columns.heads(row) or stands_alone(alone_in(row))))
    first = next(people, None)
    above = any(_rooms([" ".join(cell.split()) for cell in row.cells if cell.strip()]) for row in columns.above)
    return titled if titled and first and (first.offsets[0] in titled or above) else {}


def told_rooms(titled: Mapping[int, str], above: Titles, places: Places) -> Diagnostic:
    """Return a note on which rows give candidates their room."""
    named = [*([(above.span, above.room)] if above.span else []), *((places.at(offset), room) for offset, room in titled.items())]
    shown = ", ".join(f"line {span.line} ({room!r})" for span, room in named[:_SHOWN])
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return note("C123", f"titles are taken for the room of the candidates below each: {shown}{more}", named[0][0])


def sections(columns: Columns, places: Places, *, titled: Collection[int] = ()) -> Iterator[Diagnostic]:
    """Yield an error where the list is several: a row between candidates names a room, or stands alone above the header again; or heads the columns in
    another order. `titled` are where rows begin that are read as titles.
    """
    rows = [row for row in columns.rows if not columns.heads(row) and row.offsets[0] not in titled]
    titles = [
        *((row, room) for row in rows if (room := _section(row))),
        *(each for each in _above_headers(columns) if each[0].offsets[0] not in titled),
    ]
    named = sorted({places.at(row.offsets[0]): title for row, title in titles}.items())
    if named:
        shown = ", ".join(f"line {span.line} ({title!r})" for span, title in named[:_SHOWN])
        message = f"sections of a list, each under its room, are not read: {shown}"
        hint = "Give each candidate a room in a column 'room', and delete these rows then; or make a list for each room."
        if "room" in columns.at:
            message, hint = (
                f"titles between candidates are not read: {shown}",
                "Delete these rows: each candidate's room stands in its column.",
            )
        yield error("C126", message, named[0][0], hint)
    heads = [places.at(row.offsets[0]) for row in rows if {"number", "seat", "room"} & (fields := _fields(row)) and len(fields) > _FEW]
    if heads:
        hint = "Put the columns into one order, under one header; or make a list of each part."
        yield error(
            "C126",
            f"a second header, with other columns, stands in line {', '.join(str(each.line) for each in heads[:_SHOWN])}",
            heads[0],
            hint,
        )


def _heads_groups(row: Row) -> bool:
    """Whether a row heads groups of columns, `Room` above two of them and `Access` above others: a value stands beside what it is of."""
    filled = [index for index, cell in enumerate(row.cells) if cell.strip()]
    return (
        len(filled) > 1
        and not any(":" in cell or "=" in cell for cell in row.cells)
        and all(two - one > 1 for one, two in pairwise(filled))
    )


def _above_headers(columns: Columns) -> Iterator[tuple[Row, str]]:
    """Yield each row of one cell that stands right above a repeated header, and what it says: `Library` names a room without saying so."""
    rows = [row for row in columns.rows if not row.empty]
    for row, below in pairwise(rows):
        if columns.heads(below) and (title := alone_in(row)) and not is_footer(row) and not stands_alone(title):
            yield row, title


def alone_in(row: Row) -> str:
    """Return what stands in a row's only cell; nothing where several are filled."""
    written = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    return written[0] if len(written) == 1 else ""


def _fields(row: Row) -> frozenset[str]:
    """Return the fields that a row names, if it names nothing else."""
    if any(map(str.isdecimal, "".join(row.cells))):
        return frozenset()  # nearly all candidates, at once
    fields = [field_of(cell) for cell in row.cells if cell.strip()]
    return frozenset() if None in fields else frozenset(filter(None, fields))


def _section(row: Row) -> str:
    """Return the room that a row between candidates names: `Room: Gym`, with nothing beside it."""
    if not any(":" in cell or "=" in cell for cell in row.cells):
        return ""
    cells = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    stated = bool(cells) and _STATED.fullmatch(cells[0])
    return next(_rooms(cells), "") if stated and len(cells) <= _FEW else ""


def _rooms(cells: Sequence[str]) -> Iterator[str]:
    """Yield the rooms that a row of titles names: `Room: Hall`, or `Room` and `Hall` in cells side by side."""
    return _values(cells, "room")


def _values(cells: Sequence[str], field: str) -> Iterator[str]:
    """Yield what a row of titles says of a field."""
    for at, cell in enumerate(cells):
        stated = _STATED.fullmatch(cell)
        what, value = (stated["what"], stated["value"]) if stated else (cell, "")
        if field_of(what) != field:
            continue
        following = cells[at + 1] if at + 1 < len(cells) else ""
        # A room may be called `Hall`, as its column may be.
        is_value = not _STATED.fullmatch(following) and (bool(stated) or not field_of(following))
        value = value or (following if is_value else "")
        if value and len(value) <= _LONGEST and (stated or at % 2 == 0):
            yield value
