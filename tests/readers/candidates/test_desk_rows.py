"""Which column `Row` is a row of desks, and which counts the list's rows."""

from __future__ import annotations

import pytest

from tests.readers.candidates.test_lists import read


def seats_of(header: str, rows: str) -> tuple[list[str], list[tuple[str, str]]]:
    lines = "\n".join(f"{number},N{chr(97 + number)}," + row for number, row in enumerate(rows.split("; "), 1))
    candidates, found = read(f"Number,Name,{header}\n{lines}\n")
    return [each.seat for each in candidates], [(each.code, each.severity.word) for each in found]


@pytest.mark.parametrize(
    "rows",
    [
        "3,Hall,3; 1,Hall,1; 2,Hall,2; 5,Hall,5; 4,Hall,4",  # sorted by name
        "1,Hall,1; 2,Hall,2; 3,Hall,3; 1,Gym,1; 2,Gym,2",  # again in each room
        "1,Hall,1; 2,Hall,2; 4,Hall,3; 5,Hall,4",  # a gap
        "1,Hall,12; 2,Hall,14; 4,Hall,3; 5,Hall,7",
        "1,Hall,7; 2,Hall,8; 3,Hall,9; 4,Hall,7",  # one seat twice is told, and hidden by no row
    ],
)
def test_a_row_that_no_two_share_counts_the_list(rows: str) -> None:
    seats, found = seats_of("Row,Room,Seat", rows)
    assert set(seats) <= {row.rpartition(",")[2] for row in rows.split("; ")}
    assert ("C122", "warning") in found


@pytest.mark.parametrize(
    ("header", "rows", "seats"),
    [
        ("Row,Room,Seat", "1,Hall,1; 1,Hall,2; 2,Hall,1; 2,Hall,2", ["R1C1", "R1C2", "R2C1", "R2C2"]),
        ("Row,Room,Seat", "1,Hall,1; 2,Hall,1; 3,Hall,1", ["R1C1", "R2C1", "R3C1"]),
        ("Seat row,Room,Seat", "1,Hall,1; 2,Hall,2; 3,Hall,3", ["R1C1", "R2C2", "R3C3"]),
        ("Row,Room,Seat", "A,Hall,1; B,Hall,2; C,Hall,3", ["A1", "B2", "C3"]),
    ],
)
def test_a_row_of_desks_is_part_of_the_seat(header: str, rows: str, seats: list[str]) -> None:
    assert seats_of(header, rows) == (seats, [])


def test_two_desks_with_a_row_each_may_be_either() -> None:
    assert seats_of("Row,Room,Seat", "1,Hall,1; 2,Hall,2") == (["R1C1", "R2C2"], [("C127", "warning")])


@pytest.mark.parametrize(("header", "more"), [("Row,Room,Seat", ","), ("Row,Room", "")])
def test_a_row_without_any_seat_counts_the_list(header: str, more: str) -> None:
    seats, found = seats_of(header, "; ".join(f"{at},Hall{more}" for at in (1, 2, 4)))
    assert (seats, found) == (["", "", ""], [("C122", "warning")])


def test_a_row_beside_seats_that_name_theirs_is_told() -> None:
    seats, found = seats_of("Row,Room,Seat", "1,Hall,A1; 2,Hall,A2; 2,Hall,B3")
    assert (seats, found) == (["A1", "A2", "B3"], [("C122", "warning"), ("C122", "note")])


@pytest.mark.parametrize(
    ("seat", "printed"),
    [
        ("Row 1 Seat 9", "Row 1 Seat 9"),
        ("Row 1 Seat 10", "R1C10"),
        ("Table 1 Seat 1", "T1 S1"),
        ('"Row A, Seat 1"', "A1"),
        ("Column A Row 1", "1A"),
        ("Column 2 Seat 13", "R13C2"),
    ],
)
def test_seats_in_words_are_printed_short_where_there_is_no_room(seat: str, printed: str) -> None:
    assert seats_of("Seat", seat)[0] == [printed]


def test_a_column_without_a_row_is_told() -> None:
    assert seats_of("Column,Room,Seat", "1,Hall,1; 1,Hall,2; 2,Hall,3") == (["1", "2", "3"], [("C122", "warning")])
