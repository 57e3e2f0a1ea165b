"""Seats that are plain numbers: where they stand in rows."""

from __future__ import annotations

import pytest

from packbuilder.model.seating import seating_of


def rows_of(numbers: range, desks: int) -> list[list[str]]:
    """Return the seats by row, from the front and from the left."""
    places = seating_of([str(each) for each in numbers], 2, desks_a_row=desks).places
    rows: dict[int, dict[int, str]] = {}
    for seat, place in places.items():
        rows.setdefault(place[0], {})[place[1]] = seat
    return [[row[column] for column in sorted(row)] for _, row in sorted(rows.items())]


def test_numbers_stand_in_rows_of_so_many_desks() -> None:
    assert rows_of(range(1, 8), 3) == [["1", "2", "3"], ["4", "5", "6"], ["7"]]


def test_numbers_that_begin_late_begin_a_row_with_the_least() -> None:
    assert rows_of(range(402, 408), 3) == [["402", "403", "404"], ["405", "406", "407"]]


@pytest.mark.parametrize(
    ("first", "rows"), [(23, [["23", "24"], ["25", "26", "27", "28"]]), (24, [["24", "25", "26", "27"], ["28", "29"]])]
)
def test_holes_are_large_beyond_four_times_the_seats_and_a_row(first: int, rows: list[list[str]]) -> None:
    # Six seats of four a row: the last may be 28, for empty desks may stand before the first.
    assert rows_of(range(first, first + 6), 4) == rows
