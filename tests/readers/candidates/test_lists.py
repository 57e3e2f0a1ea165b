"""What schools' lists have besides candidates, and what is doubtful in a list as a whole."""

from __future__ import annotations

import pytest

from packbuilder.app.runs.plan import list_of
from packbuilder.diagnostics import Diagnostic
from packbuilder.model.candidate import Candidate


def read(text: str) -> tuple[tuple[Candidate, ...], tuple[Diagnostic, ...]]:
    return list_of(text.encode(), "list.csv", versions=("A", "B"))


def told(text: str, severity: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is told of a list."""
    return [(each.code, each.span.line, each.span.column) for each in read(text)[1] if each.severity.word == severity]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("2,Total,", 3),
        ("1002,VACANT,Gym", 6),
        ("1003,Empty seat,Gym", 6),
        ("9999,Spare,Gym", 6),
        ("1004,None,Gym", 6),
    ],
)
def test_a_total_or_an_empty_seat_is_one_error_and_nobody(row: str, column: int) -> None:
    text = f"number,name,room\n1001,Ann,Gym\n{row}\n"
    assert told(text, "error") == [("C110", 3, column)]


def test_a_total_in_two_columns_of_names_is_one_error() -> None:
    assert told("No,Candidate number,Surname,Forename\n1,1001,Lee,Ann\n,2,Total,candidates\n", "error") == [("C110", 3, 4)]


def test_people_whose_names_hold_such_words_are_candidates() -> None:
    names = ("Austin Spare", "Page Turner", "Ann Count", "Sum Wong", "Void Total-Smith", "Noah Number", "Student Lee")
    text = "number,name\n" + "".join(f"{at},{name}\n" for at, name in enumerate(names, 1))
    candidates, found = read(text)
    assert [each.name for each in candidates] == list(names)
    assert found == ()


def test_a_name_beside_first_and_last_names_is_no_other_name() -> None:
    candidates, found = read("Legal surname,Name,Forename,Candidate No\nLee,May,Ann,1001\nRay,Jo,Bob,1002\n")
    assert [each.name for each in candidates] == ["Ann Lee", "Bob Ray"]
    assert [(each.code, each.severity.word) for each in found] == [("C122", "warning")]
    rows = "Lee,Ann Lee,Ann,1\nRay,Bob Ray,Bob,2\nFox,May,Cy,3\n"
    assert told(f"Surname,Name,Forename,No\n{rows}", "error") == [("C110", 4, 5)]


@pytest.mark.parametrize("heading", ["Middle name", "Chosen Name", "Name known by"])
def test_no_column_is_said_to_be_the_name_beside_first_and_last_names(heading: str) -> None:
    _, found = read(f"Legal surname,{heading},Forename,Candidate No\nLee,May,Ann,1001\n")
    assert [(each.code, each.hints) for each in found] == [("C122", ())]


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("seat", "01-Feb", "C113"),
        ("seat", "Jan-03", "C113"),
        ("seat", "02/01/2027", "C113"),
        ("seat", "2027-01-02 00:00:00", "C113"),
        ("seat", "2027-01-02", "C113"),
        ("seat", "M-3", ""),
        ("seat", "1-2", ""),
        ("room", "01-Feb", "C113"),
        ("room", "1.00E+02", "C113"),
        ("room", "101.0", "C113"),
        ("room", "3.5", ""),
        ("room", "2.00", ""),
        ("room", "E2", ""),
    ],
)
def test_what_a_spreadsheet_has_made_of_rooms_and_seats_is_an_error(field: str, cell: str, code: str) -> None:
    assert told(f"name,number,{field}\nAnn,1,{cell}\n", "error") == ([(code, 2, 7)] if code else [])


def test_a_number_with_a_comma_is_told_how_to_write_it() -> None:
    _, found = read('number,name\n"1,234",Ann\n')
    assert found[0].hints == ("Write 1234, and format the column as text.",)


def test_the_mistakes_of_a_row_come_from_left_to_right() -> None:
    assert told("number,name,edition\n=1,,huge\n", "error") == [("C116", 2, 1), ("C110", 2, 4), ("C118", 2, 5)]


def test_a_room_that_is_refused_makes_no_seat_a_double() -> None:
    rooms = ("x" * 41, "y" * 41)
    assert told("name,number,room,seat\n" + "".join(f"P{at},{at},{room},A1\n" for at, room in enumerate(rooms)), "error") == [
        ("C121", 2, 6),
        ("C121", 3, 6),
    ]


@pytest.mark.parametrize(
    ("one", "other", "doubtful"),
    [
        ("Sports Hall", "SportsHall", True),
        ("Sports Hall", "sports-hall.", True),
        ("1", "001", True),
        ("G1", "G01", True),
        ("Hall A", "hall  a", False),
        ("1.1", "11", False),
        ("1.1", "1.10", False),
        ("Hall 1", "Hall 2", False),
        ("G1", "G10", False),
    ],
)
def test_a_room_that_is_written_two_ways_is_told(one: str, other: str, doubtful: bool) -> None:
    text = f"name,number,room,seat\nAnn,1,{one},A1\nBob,2,{other},A2\nCy,3,{other},A3\n"
    assert told(text, "warning") == ([("C128", 3, 1)] if doubtful else [])


def test_a_seat_that_is_there_twice_under_two_spellings_is_told_with_them() -> None:
    _, found = read("name,number,room,seat\nAnn,1,Sports Hall,A1\nBob,2,SportsHall,a-01\n")
    assert "the seat a-01 (lines 2 and 3) is there twice" in found[0].message


def test_a_centre_without_its_zero_is_told() -> None:
    assert told("name,number,centre\nAnn,1,01234\nBob,2,1234\n", "warning") == [("C128", 3, 1)]


def test_one_person_with_two_numbers_is_told_with_all_lines() -> None:
    text = 'name,number\n"Lee, Ann",1\nBob Ray,2\n"LEE, Ann",3\nAnn Lee,4\n'
    assert told(text, "warning") == [("C129", 4, 2)]
    assert "Lee, Ann (line 2, 4, 5)" in read(text)[1][0].message
    assert told("name,number,centre\nAnn,1,12345\nAnn,2,54321\n", "warning") == []


@pytest.mark.parametrize(
    ("header", "one", "other", "doubtful"),
    [
        ("Surname,Forename", "Thomas,James", "James,Thomas", False),
        ("Surname,Forename", "Thomas,James", "THOMAS,James", True),
        ("Surname,Forename", "Smith Jones,Al", "Jones,Al Smith", True),
        ("Name", '"Thomas, James"', '"James, Thomas"', False),
        ("Name", '"Thomas, James"', '"thomas,  james"', True),
        ("Name", '"Thomas, James"', "Thomas James", True),
        ("Name", "Thomas James", "James Thomas", True),
    ],
)
def test_who_is_called_the_other_way_round_is_somebody_else_where_surnames_are_known(
    header: str, one: str, other: str, doubtful: bool
) -> None:
    assert [code for code, *_ in told(f"{header},number\n{one},1\n{other},2\n", "warning")] == ["C129"] * doubtful


def test_seats_that_tell_no_place_are_told_room_by_room() -> None:
    rows = "Ann,1,Gym,Front left\nBob,2,Gym,A1\nCy,3,Gym,A1a\nDi,4,Hall,A1\nEd,5,Lab,Window\n"
    text = f"name,number,room,seat\n{rows}"
    assert told(text, "warning") == [("C127", 2, 1), ("C127", 6, 1)]
    assert "line 2, 4 (Front left, A1a)" in read(text)[1][0].message
    assert told("name,number,seat,neighbours\nAnn,1,Window,Door\nBob,2,Door,\n", "warning") == []


@pytest.mark.parametrize("later", ["TBC", "tba", "?"])
def test_a_room_or_a_seat_that_is_not_known_yet_is_none(later: str) -> None:
    candidates, found = read(f"name,number,room,seat\nAnn,1,Gym,{later}\nBob,2,Gym,{later}\nCy,3,{later},A1\nDi,4,Gym,A2\n")
    assert [(each.room, each.seat) for each in candidates] == [("Gym", ""), ("Gym", ""), ("", "A1"), ("Gym", "A2")]
    assert {(each.code, each.severity.word) for each in found} == {("C126", "warning")}


@pytest.mark.parametrize(
    ("header", "row", "seat"),
    [
        ("Table,Seat", "1,2", "R1C2"),
        ("Table,Seat", "T1,S2", "R1C2"),
        ("Table,Desk", "Table 3,4", "R3C4"),
        ("Row,Seat", "B,Seat 4", "B4"),
        ("Row,Seat", "B,B4", "B4"),
        ("Table", "7", "7"),
        ("Table,Row,Column", "7,1,2", "R1C2"),
    ],
)
def test_a_table_is_the_row_of_its_seats_and_without_them_the_seat(header: str, row: str, seat: str) -> None:
    candidates, _ = read(f"name,number,{header}\nAnn,1,{row}\n")
    assert [each.seat for each in candidates] == [seat]


@pytest.mark.parametrize(
    ("room", "seat", "told"),
    [
        ("Sports Hall", "Sports Hall-A1", "A1"),
        ("Gym (main)", "Gym (main) A10", "A10"),
        ("Main Hall", "main hall-A1", "A1"),  # as A10, which would be too long
        ("Gym", "Gym-A1", "Gym-A1"),
        ("Gym main", "Gym main-R1C12", "R1C12"),
    ],
)
def test_a_seat_is_measured_without_its_rooms_name(room: str, seat: str, told: str) -> None:
    candidates, found = read(f"name,number,seat,room\nAnn,1,{seat},{room}\n")
    assert [each.seat for each in candidates] == [told]
    assert found == ()


def test_a_seat_that_is_too_long_without_its_room_too_is_an_error() -> None:
    assert told("name,number,room,seat\nAnn,1,Sports Hall,Sports Hall-more than twenty long\n", "error") == [("C121", 2, 19)]
    assert told("name,number,room,seat\nAnn,1,Gym,Sports Hall-A1\n", "error") == [("C121", 2, 11)]


def test_neighbours_are_named_without_their_rooms_name_of_two_words() -> None:
    rows = 'Ann,1,Sports Hall,Sports Hall-A1,"Sports Hall-A2, sports hall A3"\nBob,2,Sports Hall,A2,\nCy,3,Sports Hall,A3,\n'
    candidates, found = read(f"name,number,room,seat,neighbours\n{rows}")
    assert candidates[0].neighbours == ("A2", "A3")
    assert found == ()


@pytest.mark.parametrize(("many", "told_of"), [(8, "T1, T2, T3, T4, T5, T6, T7, T8"), (9, "T1, T2, T3, T4, T5, T6, T7, T8, …")])
def test_of_neighbours_that_nobody_is_the_first_eight_are_named(many: int, told_of: str) -> None:
    rows = "".join(f"{1000 + at},Ann {chr(64 + at)}ay,Hall,A{at},T{at}\n" for at in range(1, many + 1))
    (warned,) = (each for each in read(f"number,name,room,seat,neighbours\n{rows}")[1] if each.code == "C125")
    assert warned.message.endswith(f": {told_of}")


@pytest.mark.parametrize(("whole", "short", "told_of"), [(4, 3, ["C136"]), (4, 4, ["C136"]), (2, 4, ["C136"]), (0, 4, []), (4, 0, [])])
def test_short_numbers_are_told_where_others_are_filled_up_with_zeros(whole: int, short: int, told_of: list[str]) -> None:
    numbers = [*(f"00{at:02}" for at in range(1, whole + 1)), *(str(at) for at in range(50, 50 + short))]
    text = "number,name,room\n" + "".join(f"{each},Ann {chr(65 + at)}ay,Gym\n" for at, each in enumerate(numbers))
    assert [each.code for each in read(text)[1] if each.code == "C136"] == told_of


@pytest.mark.parametrize(("beside", "told_of"), [("Stage", ["(Window)"]), ("Stage Window", [])])
def test_a_seat_without_a_place_is_told_unless_somebody_names_it_as_a_neighbour(beside: str, told_of: list[str]) -> None:
    text = f"number,name,room,seat,neighbours\n1001,Ann,Hall,Window,\n1002,Bob,Hall,Door,{beside}\n1003,Cy,Hall,Stage,Door\n"
    assert [each.message[each.message.rindex("(") :] for each in read(text)[1] if each.code == "C127"] == told_of


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (("Amy,Ash,1", "Ben,O'Dell,2", "Cy,Cole-Poe,3"), ["Amy Ash", "Ben O'Dell", "Cy Cole-Poe"]),
        (("Amy Ash,F,1", "Ben Birch,M,2"), ["Amy Ash", "Ben Birch"]),
        (("Amy,11A,1", "Ben,11B,2"), ["Amy", "Ben"]),
        (("Amy,Reader,1", "Ben,Reader,2", "Cy,Reader,3"), ["Amy", "Ben", "Cy"]),
        (("Amy Ash,Late,1", "Ben Birch,,2"), ["Amy Ash", "Ben Birch"]),
    ],
)
def test_a_heading_that_was_merged_over_both_halves_of_names_is_over_both(rows: tuple[str, ...], names: list[str]) -> None:
    candidates, found = read("Name,,Number\n" + "\n".join(rows) + "\n")
    assert [each.name for each in candidates] == names
    assert any("the other half of the names" in each.message for each in found) == (names[0] != rows[0].split(",")[0])
    assert found  # the column is told, whatever it is


def test_initials_are_the_first_name_where_there_is_no_other() -> None:
    candidates, _ = read("Surname,Initials,Number\nLee,A. B.,1\nRay,C,2\n")
    assert [each.name for each in candidates] == ["A. B. Lee", "C Ray"]
    candidates, _ = read("Surname,Forename,Initials,Candidate Code\nLee,Ann,A,1\nRay,Cy,C,2\n")
    assert [(each.name, each.number) for each in candidates] == [("Ann Lee", "1"), ("Cy Ray", "2")]
