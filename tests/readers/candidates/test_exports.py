"""Lists as schools' systems and spreadsheets export them by accident: what is meant is read, or the mistake is told with what to do about it."""

from __future__ import annotations

import pytest

from tests.readers.candidates.test_lists import read, told


def people(text: str) -> list[tuple[str, str, str, str, str]]:
    """Number, name, centre, room and seat of each candidate."""
    return [(each.number, each.name, each.centre, each.room, each.seat) for each in read(text)[0]]


@pytest.mark.parametrize("name", ["Name", "Full name", "Candidate name"])
def test_legal_names_in_two_columns_are_printed_before_any_other(name: str) -> None:
    text = f"number,{name},Legal surname,Legal forename\n1,Clo Abbott,Abbott,Chloe\n2,Bo Ray,Ray,Robert\n"
    assert [each[1] for each in people(text)] == ["Chloe Abbott", "Robert Ray"]


def test_a_name_stays_where_the_legal_ones_are_only_of_some() -> None:
    text = "number,Name,Legal surname,Legal forename\n1,Clo Abbott,Abbott,Chloe\n2,Bo Ray,,\n"
    assert [each[1] for each in people(text)] == ["Clo Abbott", "Bo Ray"]


def test_a_whole_name_under_both_headings_is_one() -> None:
    text = 'number,surname,forename\n1,"Lee, Ann","Lee, Ann"\n2,James,James\n'
    assert [each[1] for each in people(text)] == ["Lee, Ann", "James James"]


@pytest.mark.parametrize("title", ["Centre number: 61234", "Centre number,61234", "Centre No: 61234,Centre name: High School"])
def test_a_title_names_the_centre_of_all(title: str) -> None:
    assert [each[2] for each in people(f"{title}\nnumber,name,room\n1,Ann,Hall\n2,Bo,Hall\n")] == ["61234", "61234"]


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        ("Centre: High School\nnumber,name\n1,Ann\n", ""),  # a name is no number
        ("Centre number: 61234\nnumber,name,centre\n1,Ann,70001\n", "70001"),
    ],
)
def test_a_title_names_no_centre_where_a_column_does_or_it_is_none(text: str, centre: str) -> None:
    assert [each[2] for each in people(text)] == [centre]


def test_titles_that_name_two_centres_are_an_error() -> None:
    assert ("C124", 1, 1) in told("Centre number: 61234\nCentre number: 70001\nnumber,name\n1,Ann\n", "error")


@pytest.mark.parametrize("seat", ["46023", "46388", "45000"])
def test_the_number_of_a_date_is_no_seat(seat: str) -> None:
    assert told(f"number,name,room,seat\n1,Ann,Hall,{seat}\n2,Bo,Hall,A2\n", "error") == [("C113", 2, 12)]


def test_a_number_under_a_half_of_the_name_is_none() -> None:
    text = "number,surname,forename\nLee,0001,Ann\n0002,Ray,Bo\n"
    assert told(text, "error")[-1][:2] == ("C110", 2)
    assert people(text) == [("0002", "Bo Ray", "", "", "")]


@pytest.mark.parametrize(("number", "whole"), [("1001,0", "1001"), ("1001,00", "1001"), ("1001.0", "1001"), ("1,001", "1001")])
def test_a_number_to_calculate_with_is_told_with_what_to_write(number: str, whole: str) -> None:
    (fault,) = read(f"number;name\n{number};Ann\n1002;Bo\n")[1]
    assert (fault.code, fault.hints) == ("C113", (f"Write {whole}, and format the column as text.",))


@pytest.mark.parametrize("numbers", [("1.234", "1.235", "999"), ("1 234", "12 345", "7")])
def test_thousands_that_a_spreadsheet_has_parted_are_warned_of(numbers: tuple[str, ...]) -> None:
    rows = "".join(f"{number};P{at}\n" for at, number in enumerate(numbers))
    assert [(code, line) for code, line, _ in told(f"number;name\n{rows}", "warning")] == [("C136", 2)]


@pytest.mark.parametrize("numbers", [("1.234", "1.23", "10.12"), ("001 234", "001 235"), ("11 100 A", "11 101 A"), ("1.234", "1235")])
def test_other_numbers_with_points_or_spaces_are_numbers(numbers: tuple[str, ...]) -> None:
    rows = "".join(f"{number};P{at}\n" for at, number in enumerate(numbers))
    assert not any("thousands" in each.message for each in read(f"number;name\n{rows}")[1])


@pytest.mark.parametrize("seat", ["101", "1001", "A46023"])
def test_other_numbers_are_seats(seat: str) -> None:
    assert told(f"number,name,room,seat\n1,Ann,Hall,{seat}\n", "error") == []


@pytest.mark.parametrize(
    ("rooms", "warned"),
    [
        (("Hall A1", "Hall A2", "Gym B1"), True),
        (("Hall - A1", "Hall - B1", "Hall - C12"), True),
        (("Main hall, seat A1", "Main hall, seat A2"), True),
        (("Hall A1", "Hall A1", "Hall A2"), False),  # a room of two is one
        (("Room 1", "Room 2", "Room 3"), False),
        (("Hall A", "Hall B", "Hall C"), False),
        (("A1", "A2", "B1"), False),  # rooms are called so
    ],
)
def test_rooms_that_end_in_a_seat_are_warned_of(rooms: tuple[str, ...], *, warned: bool) -> None:
    rows = "".join(f'{at},Somebody {chr(64 + at)}el,"{room}"\n' for at, room in enumerate(rooms, 1))
    _, found = read(f"number,name,room\n{rows}")
    assert any("look like a room with a seat" in each.message for each in found) is warned


@pytest.mark.parametrize(
    "text",
    ['"number,name,room"\n"1,Ann Lee,Hall"\n"2,Bo Ray,Hall"\n', '"0001,""Ann Lee"",Hall"\n"0002,""Bo Ray"",Hall"\n'],
)
def test_rows_in_quotation_marks_from_end_to_end_are_told_as_that(text: str) -> None:
    _, (fault,) = read(text)
    assert fault.code == "C104"
    assert "each row of the list is a single cell" in fault.message


def test_a_list_that_lies_on_its_side_is_told_as_that() -> None:
    _, (fault,) = read("Number,0001,0002,0003\nName,Ann Lee,Bo Ray,Cy Poe\nRoom,Hall,Hall,Gym\n")
    assert fault.code == "C104"
    assert "lies on its side" in fault.message


def test_candidates_who_are_called_so_are_no_headings() -> None:
    assert people("Number,Name,Room\n0001,Name Number,Hall\n0002,Number Room,Hall\n")[1][1] == "Number Room"
