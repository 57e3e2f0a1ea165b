"""Candidates whom a list gives no room or no seat: an error where the cell is empty, a warning where it says so (`TBC`, `-`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from packbuilder.diagnostics import Diagnostic, Span, error, warning
from packbuilder.model.candidate import Candidate
from packbuilder.model.seating import desk_of
from packbuilder.patterns import regex
from packbuilder.readers.candidates.codes import is_code
from packbuilder.readers.candidates.columns import Columns
from packbuilder.readers.candidates.needs import is_extra_time
from packbuilder.readers.candidates.whole_list import lines, one_room

Desk: TypeAlias = tuple[int | str, ...] | str
"""What `desk_of` reads of a seat: its row and place, a number alone, or its own words."""
_ROOMS = 3
"""Rooms that a message names."""

_MERGED = (
    "If cells are merged in the spreadsheet, only the first of them keeps its text: unmerge them, and write the room into every row "
    "(in Excel: Go To Special, Blanks, type = and the cell above, Ctrl+Enter)."
)


_OF_A_NEED = regex(r"\d{1,3} ?%|0[.,]\d\d?|\d\d ?pt|(?:large|tinted)-\w+", re.IGNORECASE)
"""What stands in columns behind the seat, and comes under it where a cell before is gone."""
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


def like_a_room(text: str) -> bool:
    """Whether a text is a room's name and nothing else: `Sports Hall`, `Room B12`."""
    return bool(_LIKE_A_ROOM.fullmatch(text))


def unheaded_rooms(columns: Columns) -> Iterator[Diagnostic]:
    """Yield an error where a list has no room, and a column that is not read holds nothing but rooms: all would be one sitting."""
    for column in columns.unread if "room" not in columns.at else ():
        if column.doubtful or _OF_LESSONS.search(column.heading.replace("_", " ")):
            continue
        entries = {" ".join(row.cells[column.index].split()) for row in columns.rows if column.index < len(row.cells)} - {
            "",
            column.heading,
        }
        if entries and all(map(like_a_room, entries)):
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
    shifted = tuple(_shifted(candidates, seatless))
    yield from shifted
    yield from _needs_as_seats(candidates, {each.span for each in shifted})
    yield from _told_exchanged(exchanged(candidates))
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
    yield from _without_seats([each for each in candidates if _room(each) not in seated and each.span not in roomless], bool(seated))


def _without_seats(sitting: Sequence[Candidate], elsewhere: bool) -> Iterator[Diagnostic]:
    """Warn of each room where several sit and nobody has a seat, though `elsewhere` candidates have: a column may have been cut off."""
    rooms: dict[tuple[str, str], list[Candidate]] = {}
    for each in sitting if elsewhere else ():
        rooms.setdefault(_room(each), []).append(each)
    for several in rooms.values():
        if len(several) > 1 and several[0].room:
            message = f"nobody in {several[0].room} has a seat, and those of other rooms have: line {_all([each.span for each in several])}"
            yield warning(
                "C126",
                message,
                several[0].span,
                "Write their seats: without them the room has no plan, and neighbours may have one version.",
            )


def _without_room(empty: Sequence[Span], roomed: Sequence[Candidate]) -> Iterator[Diagnostic]:
    if not empty:
        return
    above = next((each for each in reversed(roomed) if each.span.line < empty[0].line), None)
    below = f", the first below {above.room!r} in line {above.span.line}" if above else ""
    message = f"the room is empty, and others have one: line {_all(empty)}{below}"
    yield error("C126", message, empty[0], _MERGED, "Write TBC if it is not known yet: such candidates have a packet of their own.")


def _shifted(candidates: Sequence[Candidate], seatless: Collection[Span]) -> Iterator[Diagnostic]:
    """Yield an error for each seat that stands under the room: one row alone has that room, and no seat or extra time in its place, and the room is a
    desk that is free in another, or comes next there.

    A cell that was deleted moves all that is behind it, and the candidate would lie in a packet of a room that is none.
    """
    usual = Counter(_form(desk_of(each.seat, each.room))[0] for each in candidates if each.seat).most_common(1)
    suspects = [each for each in candidates if each.room and (each.span in seatless or _is_strayed(each, usual[0][0] if usual else ()))]
    if not (usual and suspects):
        return
    suspected = {each.span for each in suspects}
    seated = [each for each in candidates if each.seat and each.span not in suspected]
    rooms: dict[tuple[str, str], set[Desk]] = {}
    for each in seated:
        rooms.setdefault(_room(each), set()).add(desk_of(each.seat, each.room))
    reach = {room: _reach(desks) for room, desks in rooms.items()}
    sitting = Counter(map(_room, candidates))
    # Where one room with seats is called so, others may be: C1, C2.
    if any(_is_next(desk_of(room), each) for room in {each.room for each in seated} for each in reach.values()):
        return
    for each in suspects:
        desk = desk_of(each.room)
        if sitting[_room(each)] == 1 and any(desk not in rooms[room] and _is_next(desk, reach[room]) for room in rooms):
            lacking = f"{each.seat!r} is no seat" if each.seat else "the seat is empty"
            message = f"{lacking}, and {each.room!r} under the room, which nobody else has, is like the seats of the others"
            hint = (
                "If the cells of this row are shifted, write the room and the seat in their own; if it is a room, write - under its seat."
            )
            yield error("C126", message, each.span, hint)


def _needs_as_seats(candidates: Sequence[Candidate], told: Collection[Span]) -> Iterator[Diagnostic]:
    """Yield an error for extra time, or an edition, that stands under the seat: in a list of few nothing else says that the row is shifted."""
    if odd := [each for each in candidates if _OF_A_NEED.fullmatch(each.seat) and each.span not in told]:
        shown = ", ".join(repr(each.seat) for each in odd[:_ROOMS])
        message = f"extra time, or a paper, stands under the seat: line {_all([each.span for each in odd])} ({shown})"
        yield error("C126", message, odd[0].span, "Perhaps the cells of the row are shifted: write each in its own column.")


def exchanged(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return in whose rows the seat stands under the room, and the room under the seat: `A3` and `Hall`.

    What stands under the room is a desk and nobody else's room; what stands under the seat is where others sit, written as their seats are not, or a room by
    its name that tells no desk.
    """
    rooms = Counter(one_room(each.room) for each in candidates)
    odd = [each for each in candidates if each.seat and each.room and rooms[one_room(each.room)] == 1 and _is_desk(each.room)]
    forms = Counter(_form(desk_of(each.seat))[0] for each in candidates) if odd else Counter()

    def is_one(each: Candidate) -> bool:
        there = one_room(each.seat) in rooms
        unlike = forms[_form(desk_of(each.seat))[0]] == 1 and _form(desk_of(each.room))[0] in forms
        return (there and unlike) or (not _is_desk(each.seat) and (there or like_a_room(each.seat)))

    return tuple(filter(is_one, odd))


def _told_exchanged(there: Sequence[Candidate]) -> Iterator[Diagnostic]:
    if there:
        first, where = there[0], _all([each.span for each in there])
        message = f"the seat stands under the room, and the room under the seat: line {where} ({first.room!r}, {first.seat!r})"
        hint = "Write each in its own column, or put the two headings right; if it is a room, write - under its seat."
        yield error("C126", message, first.span, hint)


def _is_desk(text: str) -> bool:
    """Whether a text is a desk's number, or its row and place."""
    return bool(_form(desk_of(text))[1])


def _is_strayed(candidate: Candidate, usual: tuple[str, ...]) -> bool:
    """Whether what is for another column stands under the seat: extra time or codes, and written as most seats are not."""
    return (
        bool(candidate.seat) and (is_extra_time(candidate.seat) or is_code(candidate.seat)) and _form(desk_of(candidate.seat))[0] != usual
    )


def _reach(desks: Collection[Desk]) -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """Return the last row and the last place of a room's desks, for each way in which they are written."""
    reach: dict[tuple[str, ...], tuple[int, ...]] = {}
    for desk in desks:
        form, figures = _form(desk)
        reach[form] = tuple(map(max, reach.get(form, figures), figures))
    return reach


def _is_next(desk: Desk, reach: Mapping[tuple[str, ...], tuple[int, ...]]) -> bool:
    """Whether a desk stands among others, or comes next behind them: G12 is far from A1 to E6, and is a room."""
    form, figures = _form(desk)
    return bool(figures) and form in reach and all(one <= last + 1 for one, last in zip(figures, reach[form], strict=True))


def _form(desk: Desk) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return how a desk is written, its words with `#` for each figure, and its figures."""
    parts = (desk,) if isinstance(desk, str) else desk
    return tuple(part if isinstance(part, str) else "#" for part in parts), tuple(part for part in parts if isinstance(part, int))


def _room(candidate: Candidate) -> tuple[str, str]:
    return candidate.centre.casefold(), one_room(candidate.room)


_SHOWN = 40
"""Lines that are all named: whoever corrects the list goes from one to the next."""


def _all(spans: Sequence[Span]) -> str:
    if len(spans) > _SHOWN:
        return lines(spans)
    return ", ".join(str(span.line) for span in spans)
