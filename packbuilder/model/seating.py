"""Seats: where a desk stands in its room, read from the many ways in which centres name desks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from math import ceil, sqrt

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_ROW_AND_SEAT = regex(
    r"(?:row|rhes|r)\s*(?P<row>\d{1,3}|[a-z]{1,2})[\s,;/.-]*(?:column|col|c|seat|s|desk|d|sedd|desg)\s*(?P<column>\d{1,3}|[a-z])",
    re.IGNORECASE,
)
_PAIRS = (
    regex(r"(?P<row>[a-z]{1,2})[\s./-]*(?P<column>\d{1,4})", re.IGNORECASE),  # B3, B-03
    regex(r"(?P<row>\d{1,3})[\s./-]*(?P<column>[a-z]{1,2})", re.IGNORECASE),  # 3B
    regex(r"(?P<row>\d{1,3})\s*[-/.,:x]\s*(?P<column>\d{1,3})", re.IGNORECASE),  # 2-3
)
_PLAIN = regex(r"(?:seat|desk|sedd|desg|no\.?|#)?\s*(?P<number>\d{1,4})", re.IGNORECASE)
_LETTERED_ROW = 12
"""A single row with more desks than this is a letter before plain numbers (`S1` to `S30`), and no row."""

_FIGURES = regex(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts figures by their value: `A2` before `A10`, `Hall 9` before `Hall 10`."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _FIGURES.split(text.casefold()) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """The desks of a room: row and column of each seat, from 0, row 0 nearest the front and column 0 at the left.

    Rows and columns that nobody sits in are not counted. `numbered`: seats are plain numbers, and run along the rows.
    """

    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    numbered: bool = False


def stride(versions: int) -> int:
    """Return by how many versions each row begins later than the one before it (see `seating_of`)."""
    return 2 if versions >= 4 else 1


def seating_of(seats: Sequence[str], versions: int, *, desks_a_row: int = 0) -> Seating:
    """Return where a room's seats stand; those whose names tell no place have none.

    Where seats are plain numbers, `desks_a_row` of them stand in a row; 0 takes a nearly square room with just so many desks to a row
    that the last of one and the first of the next row get different versions too.
    """
    pairs = {seat: pair for seat in seats if (pair := _pair(seat))}
    numbers = {seat: int(match["number"]) for seat in seats if (match := _PLAIN.fullmatch(seat.strip()))}
    rows = {row for row, _ in pairs.values()}
    if len(rows) == 1 and len(pairs) > _LETTERED_ROW:
        numbers |= {seat: column for seat, (_, column) in pairs.items()}
        pairs = {}
    if len(pairs) >= len(numbers):
        return _ranked(pairs, numbered=False)
    width = desks_a_row or _width(max(numbers.values()), len(numbers), versions)
    if max(numbers.values()) > 4 * len(numbers) + width:
        # Numbers with large holes (desks 401 to 430) begin with the least.
        least = min(numbers.values()) - 1
        numbers = {seat: number - least for seat, number in numbers.items()}
    return _ranked({seat: divmod(number - 1, width) for seat, number in numbers.items()}, numbered=True)


def along(seat: str, seating: Seating) -> tuple[object, ...]:
    """Return a key that sorts seats along the desks, row by row from the front; seats without a place come after them, no seat last."""
    place = seating.places.get(seat)
    return (0, *place) if place else (1, not seat, natural(seat))


def desk_of(seat: str) -> tuple[int, ...] | str:
    """Return which desk of a room a seat is, whatever it is written like: `A1`, `a 01` and `A-1` are one, and so are `7` and `Seat 07`."""
    if pair := _pair(seat):
        return pair
    match = _PLAIN.fullmatch(seat.strip())
    return (int(match["number"]),) if match else " ".join(seat.casefold().split())


def _width(last: int, count: int, versions: int) -> int:
    width = max(1, ceil(sqrt(min(last, 2 * count))))
    while versions > 1 and (stride(versions) - width + 1) % versions == 0:
        width += 1
    return width


def _pair(seat: str) -> tuple[int, int] | None:
    text = seat.strip()
    for pattern in (_ROW_AND_SEAT, *_PAIRS):
        if match := pattern.fullmatch(text):
            return _value(match["row"]), _value(match["column"])
    return None


def _value(part: str) -> int:
    """Return a row's or column's number: figures, or letters as in spreadsheets (A 1, Z 26, AA 27)."""
    if part.isdecimal():
        return int(part)
    value = 0
    for letter in part.upper():
        value = 26 * value + ord(letter) - ord("A") + 1
    return value


def _ranked(pairs: Mapping[str, tuple[int, int]], *, numbered: bool) -> Seating:
    rows, columns = (sorted({pair[axis] for pair in pairs.values()}) for axis in (0, 1))
    row, column = ({value: rank for rank, value in enumerate(values)} for values in (rows, columns))
    # Of two seats that tell one place (`S5` and `5`) the second has none: a plan draws one desk there, and names the other below.
    first = {pair: seat for seat, pair in reversed(tuple(pairs.items()))}
    places = {seat: (row[at[0]], column[at[1]]) for seat, at in pairs.items() if first[at] == seat}
    return Seating(places=places, rows=len(rows), columns=len(columns), numbered=numbered)
