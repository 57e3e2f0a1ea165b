"""Seats: where a desk stands in its room, read from the many ways in which centres name desks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from math import ceil, sqrt

from packbuilder.patterns import regex
from packbuilder.values import dataclass, replace

_APART = r"[\s,;/.:_–-]*"
_ROW = r"(?P<row>\d{1,3}|[a-z]{1,2})"
_PLACE = r"(?P<column>\d{1,3}|[a-z])"
_IN_WORDS = (
    # Row 2 seat 3, R2C3, T1 S1: a table's seats are read as a row's.
    regex(
        rf"(?:row|rhes|r|table|bwrdd|t)\.?\s*{_ROW}{_APART}(?:column|col|c|seat|s|desk|d|chair|place|sedd|desg)\.?\s*{_PLACE}",
        re.IGNORECASE,
    ),
    regex(rf"(?:row|rhes|table|bwrdd)\.?\s*{_ROW}[\s,;/.:_–-]+{_PLACE}", re.IGNORECASE),  # Row B, 3; Table 1-1
    regex(r"[rt]\.?\s*(?P<row>\d{1,3})[\s,;/.:_–-]+(?P<column>\d{1,3}|[a-z])", re.IGNORECASE),  # T1-1
    # Seat 3 row 2, C3R2; and along the columns: Column 2 seat 3.
    regex(rf"(?:column|col|c|seat|s|desk|sedd|desg)\.?\s*{_PLACE}{_APART}(?:row|rhes|r|table|bwrdd)\.?\s*{_ROW}", re.IGNORECASE),
    regex(
        r"(?:column|col|colofn)\.?\s*(?P<column>\d{1,3}|[a-z])[\s,;/.:_–-]*(?:seat|s|desk|d|sedd|desg)\.?\s*(?P<row>\d{1,3})", re.IGNORECASE
    ),
)
_ORDINAL = r"(?:st|nd|rd|th)"
"""What may stand behind a plain number: `1st` is no row 1 with a place ST."""
_PAIRS = (
    regex(r"(?P<row>[a-z]{1,2})[\s./:_–-]*(?P<column>\d{1,4})", re.IGNORECASE),  # B3, B-03
    regex(rf"(?!\d+{_ORDINAL}\Z)(?P<row>\d{{1,3}})[\s./:_–-]*(?P<column>[a-z]{{1,2}})", re.IGNORECASE),  # 3B
    regex(r"(?P<row>\d{1,3})\s*[-–/.,:x_]\s*(?P<column>\d{1,3})", re.IGNORECASE),  # 2-3
)
_PLAIN = regex(rf"(?:seat|desk|table|sedd|desg|bwrdd|no\.?|#)?\s*(?P<number>\d{{1,4}}){_ORDINAL}?", re.IGNORECASE)
_SEAT_WORD = regex(r"(?:seat|desk|chair|table|sedd|desg|bwrdd)[\s.:_–-]*", re.IGNORECASE)
"""What may stand before a row and a place: `Desk A1`."""
_TABLE = regex(r"^\s*(?:table|bwrdd|t)\b|\b(?:table|bwrdd)\b", re.IGNORECASE)
_SEPARATOR = regex(r"[\s,;/.:_–-]+")
_NO_ROOM = frozenset("row rhes r column col colofn c table bwrdd t seat s desk d sedd desg".split())
"""Words before a seat that are part of it: what stands before `Row 3` is no room."""

_LETTERED_ROW = 12
"""A single row with more desks than this is a letter before plain numbers (`S1` to `S30`), and no row."""

_LONGEST_ROW_NAME = 2
"""Letters of a row: what is longer before a seat may be a room's name."""
_SEVERAL = 2
_HUNDRED = 100
_LONGEST_ROW = 40
"""Desks of a row whose number is the hundreds of its seats (`101` to `106`, `201` to `206`): running numbers come to 150 somewhere."""

_LETTER = regex(r"[a-z]{1,2}(?=[\s./:_–-]*\d)", re.IGNORECASE)
_FIGURES = regex(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts figures by their value: `A2` before `A10`, `Hall 9` before `Hall 10`."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _FIGURES.split(text.casefold()) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """The desks of a room: row and column of each seat, from 0, row 0 nearest the front and column 0 at the left.

    Rows and columns that nobody sits in are not counted. `numbered`: seats are plain numbers, and run along the rows, `width` desks to each,
    with those that nobody sits at (0 where seats tell their rows). `letter` stands before all of these numbers, or nothing.
    """

    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    numbered: bool = False
    width: int = 0
    letter: str = ""


def stride(versions: int) -> int:
    """Return by how many versions each row begins later than the one before it (see `seating_of`)."""
    return 2 if versions >= 4 else 1


def seating_of(seats: Sequence[str], versions: int, *, desks_a_row: int = 0, room: str = "") -> Seating:
    """Return where a room's seats stand; those whose names tell no place have none.

    What stands before a seat is left out where it is the `room`'s name, or before all that have anything there: `Gym-A1`. Where seats are plain
    numbers, `desks_a_row` of them stand in a row; 0 takes rows in the hundreds where all numbers have them, else a nearly square room with just
    so many desks to a row that the last of one and the first of the next row get different versions too.
    """
    bare = _bare(seats, room)
    pairs = {seat: pair for seat, told in bare.items() if (pair := _pair(told))}
    numbers = {seat: number for seat, told in bare.items() if (number := _number(told)) is not None}
    rows = {row for row, _ in pairs.values()}
    letter = ""
    if len(rows) == 1 and len(pairs) > _LETTERED_ROW:
        letter = next((each.group().upper() for told in bare.values() if told and (each := _LETTER.match(told))), "")
        numbers |= {seat: column for seat, (_, column) in pairs.items()}
        pairs = {}
    if len(pairs) >= len(numbers):
        return _ranked(pairs)
    if not desks_a_row and _in_hundreds(tuple(numbers.values())):
        return _ranked({seat: divmod(number, _HUNDRED) for seat, number in numbers.items()})
    width = desks_a_row or _width(max(numbers.values()), len(numbers), versions)
    if max(numbers.values()) > 4 * len(numbers) + width:
        # Numbers with large holes (desks 401 to 430) begin with the least.
        least = min(numbers.values()) - 1
        numbers = {seat: number - least for seat, number in numbers.items()}
    return replace(_ranked({seat: divmod(number - 1, width) for seat, number in numbers.items()}, width=width), letter=letter)


def along(seat: str, seating: Seating) -> tuple[object, ...]:
    """Return a key that sorts seats along the desks, row by row from the front; seats without a place come after them, no seat last."""
    place = seating.places.get(seat)
    return (0, *place) if place else (1, not seat, natural(seat))


def desk_of(seat: str, room: str = "") -> tuple[int | str, ...] | str:
    """Return which desk of a room a seat is, whatever it is written like: `A1`, `a 01` and `A-1` are one, and so are `7` and `Seat 07`.

    The room's own name before it makes no difference; another word does.
    """
    if len(room) > _LONGEST_ROW_NAME and not room.isdecimal() and (desk := _desk(within_room(seat, room))):
        return desk
    if desk := _desk(seat):
        return desk
    word, told = _divided(seat)
    desk = _desk(told)
    if word and desk:
        return desk if word == _plain_word(room) else (word, *desk)
    return " ".join(seat.casefold().split())


def shortened(seat: str) -> str:
    """Return a seat in words as short as it can be said: `R1C10` for `Row 1 Seat 10`, `T1 S10` for `Table 1 Seat 10`; others as they stand."""
    for pattern in _IN_WORDS:
        if match := pattern.fullmatch(seat.strip()):
            row, column = match["row"].upper(), match["column"].upper()
            if _TABLE.search(seat):
                return f"T{row} S{column}"
            return f"{row}{column}" if row.isalpha() != column.isalpha() else f"R{row}C{column}"
    return seat


def within_room(seat: str, room: str) -> str:
    """Return a seat without its room's name before it: `A1` of `Sports Hall-A1`."""
    name = _plain_word(room)
    for separator in _SEPARATOR.finditer(seat.strip()) if name else ():
        if _plain_word(seat.strip()[: separator.start()]) == name:
            return seat.strip()[separator.end() :] or seat
    return seat


def without_room(seats: str, room: str) -> str:
    """Return a text of several seats without a room's name of several words before each, which would part it: `Sports Hall-A1, Sports Hall-A2`."""
    words = [re.escape(word) for word in _SEPARATOR.split(room) if word]
    if len(words) < _SEVERAL:
        return seats
    return re.sub(rf"(?<!\w){_SEPARATOR.pattern.join(words)}{_SEPARATOR.pattern}(?=\w)", "", seats, flags=re.IGNORECASE)


def _desk(seat: str) -> tuple[int, ...]:
    if pair := _pair(seat):
        return pair
    number = _number(seat)
    return () if number is None else (number,)


def _number(seat: str) -> int | None:
    match = _PLAIN.fullmatch(seat.strip())
    return int(match["number"]) if match else None


def _bare(seats: Sequence[str], room: str) -> dict[str, str]:
    """Return seats as they stand, and without what stands before them all."""
    within = {seat: within_room(seat, room) for seat in seats}
    if any(char.isdecimal() for char in room) and all(told != seat and _desk(told) for seat, told in within.items()):
        return within  # `101-1` to `101-9` in room 101; with a 102-1 among them these are rows
    divided = {seat: ("", seat) if _desk(seat) else _divided(seat) for seat in seats}
    words = {word for word, _ in divided.values() if word}
    allowed = {_plain_word(room)} | (words if len(words) == 1 else set())
    return {seat: told if word in allowed else seat for seat, (word, told) in divided.items()}


@lru_cache(maxsize=1024)
def _divided(seat: str) -> tuple[str, str]:
    """Return what stands before a seat, and the seat: `gym` and `A1` of `Gym-A1`. Nothing stands before what is no seat without it."""
    text = seat.strip()
    for separator in _SEPARATOR.finditer(text):
        word, told = _plain_word(text[: separator.start()]), text[separator.end() :]
        if word and not _NO_ROOM & set(word.split()) and _desk(told):
            return word, told
    return "", seat


def _plain_word(text: str) -> str:
    return " ".join(filter(None, _SEPARATOR.split(text.casefold())))


def _in_hundreds(numbers: Sequence[int]) -> bool:
    """Whether numbers are a row in their hundreds and a desk in the rest: several rows, of which most desks are in more than one."""
    rows, desks = {number // _HUNDRED for number in numbers}, {number % _HUNDRED for number in numbers}
    return len(rows) > 1 and min(rows) > 0 and min(desks) > 0 and max(desks) <= _LONGEST_ROW and 3 * len(desks) <= 2 * len(set(numbers))


def _width(last: int, count: int, versions: int) -> int:
    width = max(1, ceil(sqrt(min(last, 2 * count))))
    while versions > 1 and (stride(versions) - width + 1) % versions == 0:
        width += 1
    return width


@lru_cache(maxsize=1024)  # rooms call their desks alike, and each is asked for several times
def _pair(seat: str) -> tuple[int, int] | None:
    text = seat.strip()
    for pattern in (*_IN_WORDS, *_PAIRS):
        if match := pattern.fullmatch(text):
            return _value(match["row"]), _value(match["column"])
    word = _SEAT_WORD.match(text)
    return _pair(text[word.end() :]) if word else None


def _value(part: str) -> int:
    """Return a row's or column's number: figures, or letters as in spreadsheets (A 1, Z 26, AA 27)."""
    if part.isdecimal():
        return int(part)
    value = 0
    for letter in part.upper():
        value = 26 * value + ord(letter) - ord("A") + 1
    return value


def _ranked(pairs: Mapping[str, tuple[int, int]], *, width: int = 0) -> Seating:
    rows, columns = (sorted({pair[axis] for pair in pairs.values()}) for axis in (0, 1))
    row, column = ({value: rank for rank, value in enumerate(values)} for values in (rows, columns))
    # Of two seats that tell one place (`S5` and `5`) the second has none: a plan draws one desk there, and names the other below.
    first = {pair: seat for seat, pair in reversed(tuple(pairs.items()))}
    places = {seat: (row[at[0]], column[at[1]]) for seat, at in pairs.items() if first[at] == seat}
    return Seating(places=places, rows=len(rows), columns=len(columns), numbered=width > 0, width=width)
