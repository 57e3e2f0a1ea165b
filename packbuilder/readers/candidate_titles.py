"""What stands above the header of a list: a title that names the room of all that follow, as registers have it, and others, which are passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.diagnostics import Diagnostic, Span, error, note
from packbuilder.patterns import regex
from packbuilder.readers.candidate_headings import field_of
from packbuilder.readers.delimited import Places, Row
from packbuilder.values import dataclass

_SHOWN = 4
"""Titles that a note quotes."""
_LONGEST = 40
_STATED = regex(r"(?P<what>[^:=]{2,30}?)\s*[:=]\s*(?P<value>.*)")
"""`Room: Sports Hall` in one cell; without the rest where that stands in the next."""
_DIFFERENT_ROOMS = "Give each candidate a room, in a column 'room': a list may hold several."


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What the rows above a header say: the room of everybody (empty: none is named), and where that stands."""

    room: str = ""
    span: Span | None = None


def titles_of(rows: Sequence[Row], places: Places, found: list[Diagnostic], *, roomed: bool) -> Titles:
    """Read the rows above the header, and tell what becomes of them. `roomed`: the list has rooms in a column of its own, so that a title's is not used."""
    written = [(row, [" ".join(cell.split()) for cell in row.cells if cell.strip()]) for row in rows if not row.empty]
    rooms = [(room, places.at(row.offsets[0])) for row, cells in written for room in _rooms(cells)]
    if len({room.casefold() for room, _ in rooms}) > 1 and not roomed:
        named = ", ".join(f"{room!r} (line {span.line})" for room, span in rooms[:_SHOWN])
        found.append(error("C126", f"titles above the header name several rooms: {named}", rooms[0][1], _DIFFERENT_ROOMS))
        return Titles()
    if rooms and not roomed:
        room, span = rooms[0]
        found.append(note("C123", f"the title {room!r} is taken for the room of all candidates", span))
        return Titles(room=room, span=span)
    if rooms:
        shown = ", ".join(f"line {span.line} ({room!r})" for room, span in rooms[:_SHOWN])
        found.append(note("C107", f"a room in a title is passed over, since a column has the candidates' rooms: {shown}", rooms[0][1]))
    return Titles()


def _rooms(cells: Sequence[str]) -> Iterator[str]:
    """Yield the rooms that a row of titles names: `Room: Hall`, or `Room` and `Hall` in cells side by side."""
    for at, cell in enumerate(cells):
        stated = _STATED.fullmatch(cell)
        what, value = (stated["what"], stated["value"]) if stated else (cell, "")
        if field_of(what) != "room":
            continue
        following = cells[at + 1] if at + 1 < len(cells) else ""
        # A room may be called `Hall`, as its column may be.
        is_value = not _STATED.fullmatch(following) and (bool(stated) or not field_of(following))
        value = value or (following if is_value else "")
        if value and len(value) <= _LONGEST and (stated or at % 2 == 0):
            yield value
