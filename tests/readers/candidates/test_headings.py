"""What columns of a list are called: whose a field is, legal and preferred names, and what is said where one is missing."""

from __future__ import annotations

import pytest

from packbuilder.app.runs.plan import list_of
from packbuilder.readers.candidates.headings import field_of
from tests.readers.candidates.test_lists import read, told
from tests.readers.candidates.test_needs import cases


@pytest.mark.parametrize(("heading", "field"), cases("headings.txt"))
def test_a_heading_is_a_field_or_none(heading: str, field: str) -> None:
    assert (field_of(heading) or "-") == field


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Candidate Surname,Candidate Forename", "Lee,Ann", "Ann Lee"),
        ("First,Last", "Ann,Lee", "Ann Lee"),
        ("Legal Surname,Preferred Forename", "Lee,Annie", "Annie Lee"),
        ("Preferred Forename,Preferred Surname", "Annie,Leigh", "Annie Leigh"),
        ("Surname,Forename,Legal Surname,Legal Forename,Preferred Forename", "Leigh,A,Lee,Ann,Annie", "Ann Lee"),
        ("Legal name,Preferred name", "Ann Lee,Annie", "Ann Lee"),
        ("Known as,Surname", "Annie,Lee", "Annie Lee"),
        ("Known as,Surname", "Annie Lee,Lee", "Annie Lee"),
        ("Known as,Form", "Annie Lee,11B", "Annie Lee"),
        ("Name,Known as,Surname", "Ann,Annie,Lee", "Ann Lee"),
        ("Name,Last", "Ann Lee,Tuesday", "Ann Lee"),
        ("Legal Surname,Chosen name", "Lee,Annie", "Annie Lee"),
    ],
)
def test_the_legal_name_is_printed_where_the_list_has_it(header: str, row: str, name: str) -> None:
    candidates, found = read(f"{header},Candidate #\n{row},0001\n")
    assert [(each.name, each.number) for each in candidates] == [(name, "0001")]
    assert {each.code for each in found} <= {"C122"}


@pytest.mark.parametrize(
    ("header", "rows", "names"),
    [
        ("Surname,Forename,Legal Surname,No", "Lee,Ann,,1; Ray,Bob,Roy,2", ["Ann Lee", "Bob Roy"]),
        ("Name,Legal name,No", "Bob Smith,Robert Smith,1; Ann Lee,,2", ["Robert Smith", "Ann Lee"]),
        ("Legal name,Name,No", "Robert Smith,Bob Smith,1; ,Ann Lee,2", ["Robert Smith", "Ann Lee"]),
        ("Legal forename,Preferred forename,Surname,No", ",Bob,Lee,1; Ann,Annie,Ray,2", ["Bob Lee", "Ann Ray"]),
    ],
)
def test_a_legal_name_is_taken_where_it_stands_and_a_note_says_where_not(header: str, rows: str, names: list[str]) -> None:
    candidates, found = read(f"{header}\n" + rows.replace("; ", "\n") + "\n")
    assert [each.name for each in candidates] == names
    (told_of,) = found
    assert (told_of.code, told_of.severity.word) == ("C122", "note")
    assert f"line {next(at for at, row in enumerate(rows.split('; '), 2) if ',,' in row or row.startswith(','))}" in told_of.message


@pytest.mark.parametrize(
    "header",
    [
        "Candidate surname,Candidate preferred surname,Candidate first name,No",
        "Candidate surname,Candidate known as,Candidate first name,No",
    ],
)
def test_a_preferred_name_of_a_candidate_gives_way(header: str) -> None:
    candidates, _ = read(f"{header}\nSmith,Jones,Robert,1\n")
    assert [each.name for each in candidates] == ["Robert Smith"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Tutor name", "Mx X"), ("Pref. name", "Bob"), ("Former name", "Poe"), ("Paper", "8462/1H"), ("Row no.", "1")],
)
def test_no_hint_makes_another_column_the_candidates(heading: str, cell: str) -> None:
    _, found = read(f"Surname,Forename,No,{heading}\nLee,Ann,1,{cell}\n")
    assert [(each.code, each.hints) for each in found] == [("C122", ())]


def test_two_columns_of_extra_time_are_told_apart_by_the_user() -> None:
    assert told("Name,No,Extra time,ET%\nAnn,1,25,50\n", "error") == [("C105", 1, 20)]


def test_a_paper_code_is_no_version_and_a_wrong_version_names_its_column() -> None:
    candidates, _ = read("Name,No,Paper code\nAnn,1,8462/1H\n")
    assert [each.version for each in candidates] == [""]
    _, found = read("Name,No,Paper version\nAnn,1,C\n")
    assert "'Paper version'" in found[0].message


@pytest.mark.parametrize(
    ("header", "row", "hint"),
    [
        ("UCI,Name,Room", "12345A0001001X,Ann,Hall", "If 'UCI' holds it, head that column 'candidate number'."),
        ("Name,IB Session Number", "Ann,000123-0001", "If 'IB Session Number' holds it, head that column 'candidate number'."),
        ("Nmae,Candidate No", "Ann,1", "If 'Nmae' holds it, head that column 'name'."),
        ("Surname,Candidate No", "Lee,1", "There is a column for one part of the name only"),
    ],
)
def test_what_is_missing_is_hinted_at_by_columns_that_are_not_read(header: str, row: str, hint: str) -> None:
    _, found = read(f"{header}\n{row}\n")
    assert [each.code for each in found] == ["C104"]
    assert found[0].hints[0].startswith(hint)
    assert len(found[0].hints) == 2


def test_columns_that_are_right_are_not_to_be_renamed() -> None:
    _, found = read("Candidate No,Room,Seat\n1,Hall,A1\n")
    assert [len(each.hints) for each in found] == [1]


@pytest.mark.parametrize(
    ("rows", "seats"),
    [
        ("1,Hall,1;2,Hall,2;3,Hall,3;4,Gym,1", ["1", "2", "3", "1"]),
        ("1,Hall,1;2,Hall,1;3,Hall,1", ["R1C1", "R2C1", "R3C1"]),
        ("1,Hall,1;1,Hall,2;2,Hall,1", ["R1C1", "R1C2", "R2C1"]),
        ("A,Hall,1;B,Hall,2;C,Hall,3", ["A1", "B2", "C3"]),
    ],
)
def test_a_column_that_counts_the_lists_rows_is_no_row_of_desks(rows: str, seats: list[str]) -> None:
    text = "Name,Candidate No,Row,Room,Seat\n" + "".join(f"P{at},{at},{row}\n" for at, row in enumerate(rows.split(";"), 1))
    candidates, found = read(text)
    assert [each.seat for each in candidates] == seats
    assert [each.code for each in found if each.code == "C122"] == ["C122"] * seats[0].isdecimal()


def test_several_columns_of_arrangements_are_read() -> None:
    candidates, _ = list_of(
        b"Name,No,Access arrangement 1,AA2,Arrangement (3)\nAnn,1,25% ET,yellow paper,Reader\n", "list.csv", versions=("A",)
    )
    assert [(each.extra_time, each.edition, each.arrangements) for each in candidates] == [(25, "tinted-yellow", ("Reader",))]


@pytest.mark.parametrize("heading", ["Candidate's access arrangements", "Student arrangements", "AARA", "Access arrangement 12"])
def test_a_column_of_arrangements_is_one_whoever_it_is_of(heading: str) -> None:
    candidates, _ = read(f"Name,No,{heading}\nAnn,1,25% ET\n")
    assert [each.extra_time for each in candidates] == [25]


@pytest.mark.parametrize("heading", ["Registration Form", "Mentor group", "Form Tutor", "Legal Sex", "Current NC Year", "Primary Class"])
def test_what_systems_export_besides_is_named_in_a_note(heading: str) -> None:
    assert told(f"name,number,{heading}\nAnn,1,x\nBo,2,y\n", "warning") == []
