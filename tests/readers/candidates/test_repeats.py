"""A mistake that many rows of a list have is told once, and what does not fit is told where it stands."""

from __future__ import annotations

import pytest

from packbuilder.model.candidate import Candidate
from packbuilder.readers.candidates.reading import read_candidates
from tests.readers.candidates.test_lists import read, told


def test_a_cell_of_two_lines_in_every_row_is_one_mistake() -> None:
    rows = "".join(f'P{at},{at},"Main\nHall\nEast",A{at}\n' for at in range(1, 31))
    _, (error,) = read(f"name,number,room,seat\n{rows}")

    assert (error.code, error.span.line) == ("C115", 2)
    assert "in 29 more rows: line 5, 8, 11, 14, 17, 20, 23, 26, …" in error.message
    assert "(line 2 is" not in error.message


def test_the_seats_of_two_sittings_are_one_mistake_with_what_to_do() -> None:
    rows = [f"P{at}{half},{half}{at},Hall,A{at}\n" for half in (1, 2) for at in range(1, 7)]
    _, (error,) = read(f"name,number,room,seat\n{''.join(rows)}")

    assert error.message == ("the seat A1 in Hall is that of line 2 as well; the same mistake is in 5 more rows: line 9, 10, 11, 12, 13")
    assert error.hints[-1].startswith("If two sittings")


def test_numbers_that_two_centres_share_are_one_mistake() -> None:
    rows = [f"P{at}{centre},000{at},{centre}\n" for centre in (12345, 54321) for at in range(1, 6)]
    _, found = read(f"name,number,centre\n{''.join(rows)}")

    assert [each.code for each in found if each.severity.word == "error"] == ["C112"]


def test_few_mistakes_are_told_one_by_one() -> None:
    assert told("name,number\nAnn,\nBob,\nCy,\n", "error") == [("C111", 2, 5), ("C111", 3, 5), ("C111", 4, 4)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("P{at},{at}.0", "C113"),
        ("P{at},{at}.5E+03", "C113"),
        ("P{at},0{at}/01/2027", "C113"),
        ("{at}001,P{at}", "C110"),
        ("Lee, P{at},{at}", "C109"),
        ("+P{at},{at}", "C116"),
        ("Spare {at},{at}", "C110"),
        (",", ""),
    ],
)
def test_what_stands_in_the_cells_parts_no_mistakes_that_have_one_cause(row: str, code: str) -> None:
    rows = "".join(f"{row.format(at=at)}\n" for at in range(1, 9))
    _, found = read(f"name,number\nAnn,901\n{rows}")

    assert [each.code for each in found if each.severity.word == "error"] == [code] * bool(code)


def test_mistakes_of_two_columns_are_two() -> None:
    rows = "".join(f"P{at},#N/A,A{at}\nQ{at},50{at},#N/A\n" for at in range(1, 9))

    assert told(f"name,number,seat\n{rows}", "error") == [("C116", 2, 4), ("C116", 3, 8)]


def test_editions_that_are_not_known_are_told_each_by_itself() -> None:
    rows = "".join(f"P{at},{at},Form {at}\n" for at in range(1, 9))

    assert len(told(f"name,number,edition\n{rows}", "error")) == 8


def _long(candidate: Candidate) -> str:
    """Say that a strip is too long, as one of ten letters would be."""
    words = candidate.name if len(candidate.name) > 10 else candidate.centre + candidate.room
    return f"{words!r} does not fit" if max(len(candidate.name), len(candidate.centre + candidate.room)) > 10 else ""


def test_what_does_not_fit_below_the_name_is_told_in_its_own_cell() -> None:
    _, (error,) = read_candidates(b"name,number,room\nAnn,1,The very long hall\n", "list.csv", unfit=_long)

    assert (error.code, error.span.column) == ("C114", 7)
    assert error.message.startswith("below the name no place is left for the room")


def test_a_room_of_many_that_does_not_fit_is_told_once_and_a_long_name_each_time() -> None:
    rows = "".join(f"P{at},{at},The very long hall\n" for at in range(1, 9))
    _, found = read_candidates(f"name,number,room\n{rows}".encode(), "list.csv", unfit=_long)
    assert [each.span.line for each in found] == [2]

    rows = "".join(f"Bartholomew P{at},{at},\n" for at in range(1, 9))
    _, found = read_candidates(f"name,number,room\n{rows}".encode(), "list.csv", unfit=_long)
    assert len(found) == 8


def test_of_what_stands_below_the_name_the_longest_is_to_blame() -> None:
    _, (error,) = read_candidates(b"name,number,centre,room\nAnn,1,12345,Big hall\n", "list.csv", unfit=_long)

    assert "no place is left for the room" in error.message


def test_a_centre_of_the_command_line_that_does_not_fit_is_told_once_and_there() -> None:
    _, (error,) = read_candidates(b"name,number\nAnn,1\nBob,2\n", "list.csv", unfit=_long, centre="12345678901234567890")

    assert (error.code, error.span.path, error.hints) == ("C114", "--centre", ("Shorten it there.",))


def test_a_name_that_does_not_fit_is_told_at_the_name() -> None:
    _, (error,) = read_candidates(b"number,name\n1,Bartholomew Lee\n", "list.csv", unfit=_long)

    assert (error.code, error.span.column) == ("C114", 3)


@pytest.mark.parametrize("numbers", [("0012", "00 12"), ("00 12", "0012"), ("ab1", "AB 1"), ("61234 0001", "612340001"), ("1 2 3", "123")])
def test_a_number_with_spaces_and_one_without_are_one(numbers: tuple[str, str]) -> None:
    one, other = numbers
    assert told(f"name,number\nAnn,{one}\nBo,{other}\n", "error") == [("C112", 3, 4)]


def test_numbers_that_all_have_spaces_are_told_apart_by_them() -> None:
    candidates, _ = read("name,number\nAnn,1 12\nBo,11 2\n")
    assert [each.number for each in candidates] == ["1 12", "11 2"]
