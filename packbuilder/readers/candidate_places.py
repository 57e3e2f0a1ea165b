"""Candidates whom a list gives no room or no seat: an error where the cell is empty, a warning where it says so (`TBC`, `-`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from packbuilder.diagnostics import Diagnostic, Span, error, warning
from packbuilder.model.candidate import Candidate
from packbuilder.patterns import regex
from packbuilder.readers.candidate_columns import Columns
from packbuilder.readers.candidate_list import lines, one_room

_ROOMS = 3
"""Rooms that a message names."""

_MERGED = (
    "If cells are merged in the spreadsheet, only the first of them keeps its text: unmerge them, and write the room into every row "
    "(in Excel: Go To Special, Blanks, type = and the cell above, Ctrl+Enter)."
)


_LIKE_A_ROOM = regex(
    r"(?:(?:main|sports|exam|school|assembly|dining|lower|upper|old|new|great|small) )*(?:hall|gym(?:nasium)?|library|canteen|theatre|studio|lab(?:oratory)?)(?: ?\w{1,3})?"
    r"|(?:room|rm)\.? ?[a-z]{0,2} ?\d{1,4}[a-z]?",
    re.IGNORECASE,
)
"""`Sports Hall`, `Hall 2`, `Room B12`: what an entry is, and nothing else, where rooms stand."""
_OF_LESSONS = regex(
    r"\b(?:form|tutor|teach\w*|class\w*|reg\w*|lessons?|home|base|usual|normal|previous|old|locker|office|separate|staff)\b", re.IGNORECASE
)
"""Headings of rooms in which nobody sits this exam."""


def unheaded_rooms(columns: Columns) -> Iterator[Diagnostic]:
    """Yield an error where a list has no room, and a column that is not read holds nothing but rooms: all would be one sitting."""
    for column in columns.unread if "room" not in columns.at else ():
        if column.doubtful or _OF_LESSONS.search(column.heading.replace("_", " ")):
            continue
        entries = {" ".join(row.cells[column.index].split()) for row in columns.rows if column.index < len(row.cells)} - {
            "",
            column.heading,
        }
        if entries and all(map(_LIKE_A_ROOM.fullmatch, entries)):
            shown = ", ".join(map(repr, sorted(entries)[:_ROOMS]))
            message = f"no column is headed 'room', and {column.heading!r} holds what look like rooms: {shown}"
            yield error("C126", message, column.span, "Head that column 'room'; or delete it, if candidates do not sit there.")


def unplaced(candidates: Sequence[Candidate], roomless: Collection[Span], seatless: Collection[Span]) -> Iterator[Diagnostic]:
    """Yield what is wrong with candidates without a room, in a list of rooms, or without a seat, in a room of seats.

    `roomless` and `seatless` are those whose cells are empty: nobody has said that it is not known yet.
    """
    roomed = [each for each in candidates if each.room]
    without = [each.span for each in candidates if not each.room] if roomed else []
    yield from _without_room([span for span in without if span in roomless], roomed)
    if said := [span for span in without if span not in roomless]:
        message = f"candidates without a room, in a list of rooms, have a packet of their own: line {_all(said)}"
        yield warning("C126", message, said[0], "Write their room.")
    seated = {_room(each) for each in candidates if each.seat}
    # Who has no room is told already.
    unseated = [each.span for each in candidates if not each.seat and _room(each) in seated and not (roomed and each.span in roomless)]
    if empty := [span for span in unseated if span in seatless]:
        message = f"the seat is empty, in a room where others have one: line {_all(empty)}"
        yield error("C126", message, empty[0], "Write their seat; or TBC, if it is not known yet: then they are on no plan.")
    if said := [span for span in unseated if span not in seatless]:
        message = f"candidates without a seat, in a room of seats, are not on its plan: line {_all(said)}"
        yield warning("C126", message, said[0], "Write their seat.")


def _without_room(empty: Sequence[Span], roomed: Sequence[Candidate]) -> Iterator[Diagnostic]:
    if not empty:
        return
    above = next((each for each in reversed(roomed) if each.span.line < empty[0].line), None)
    below = f", the first below {above.room!r} in line {above.span.line}" if above else ""
    message = f"the room is empty, and others have one: line {_all(empty)}{below}"
    yield error("C126", message, empty[0], _MERGED, "Write TBC if it is not known yet: such candidates have a packet of their own.")


def _room(candidate: Candidate) -> tuple[str, str]:
    return candidate.centre.casefold(), one_room(candidate.room)


_SHOWN = 40
"""Lines that are all named: whoever corrects the list goes from one to the next."""


def _all(spans: Sequence[Span]) -> str:
    if len(spans) > _SHOWN:
        return lines(spans)
    return ", ".join(str(span.line) for span in spans)
