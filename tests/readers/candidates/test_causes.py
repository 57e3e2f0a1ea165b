"""Lists of which the whole shape is wrong, and words for nothing: what is told names the cause, and nothing is read askew."""

from __future__ import annotations

import pytest

from packbuilder.model.seating import desk_of, seating_of
from packbuilder.readers.candidates.blanks import blank_kind
from packbuilder.readers.candidates.reading import read_candidates
from tests.readers.candidates.test_lists import read, told


def test_a_comma_in_a_name_that_nothing_encloses_is_told() -> None:
    text = "No,Name,Room,Seat,Notes\n1,Adams, Amy,Hall,A1,\n2,Brown, Ben,Hall,A2,\n"
    assert told(text, "error") == [("C109", 2, 1), ("C109", 3, 1)]
    assert "'Adams, Amy'" in read(text)[1][0].message
    assert told("No, Name, Room, Seat\n1, Amy, Hall, A1,\n", "error") == []


def test_a_seat_under_extra_time_is_told_as_a_row_that_is_shifted() -> None:
    _, found = read("No,Name,Extra time\n1,Ann,A1\n")
    assert ["shifted" in hint for each in found for hint in each.hints] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Room: Hall,,\nNo,Name,Seat\n1,Ann,A1\n2,Bob,A2\n,,\nRoom: Gym,,\nNo,Name,Seat\n3,Cy,A1\n",
        "No,Name,Seat\nRoom: Hall,,\n1,Ann,A1\n2,Bob,A2\nRoom: Gym,,\n3,Cy,A1\n",
        "Mock exams,,\nRoom:,Hall,\nNo,Name,Seat\n1,Ann,A1\n2,Bob,A2\nTotal: 2,,\nRoom:,Gym,\n3,Cy,A1\nTotal: 1,,\n",
        "Venue = Hall,,\nNo,Name,Seat\n1,Ann,A1\nVenue = Hall,,\n2,Bob,A2\nVenue = Gym,,\n3,Cy,A1\n",
    ],
)
def test_sections_each_under_its_room_are_read_where_each_says_that_it_is_one(text: str) -> None:
    candidates, found = read(text)
    assert [(each.name, each.room) for each in candidates] == [("Ann", "Hall"), ("Bob", "Hall"), ("Cy", "Gym")]
    assert any("for the room of the candidates below each" in each.message and "'Gym'" in each.message for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "No,Name,Seat\n1,Ann,A1\nRoom: Gym,,\nNo,Name,Seat\n2,Bob,A1\n",
        "Hall,,\nNo,Name,Seat\n1,Ann,A1\nRoom: Gym,,\nNo,Name,Seat\n2,Bob,A1\n",
        "Room: Hall,,\nNo,Name,Seat\n1,Ann,A1\nLibrary,,\nNo,Name,Seat\n3,Cy,A1\nRoom: Gym,,\n2,Bob,A1\n",
    ],
)
def test_sections_of_which_some_have_no_room_are_refused_as_such(text: str) -> None:
    assert [code for code, *_ in told(text, "error")] == ["C126"]


def test_a_second_header_in_another_order_is_refused_as_such() -> None:
    text = "No,Name,Room,Seat\n1,Ann,Hall,A1\nName,No,Seat,Room\nBob,2,A2,Hall\n"
    assert told(text, "error") == [("C126", 3, 1)]


def test_a_column_of_candidates_beside_names_may_hold_the_number() -> None:
    _, found = read("Candidate,UCI,Name\n0001,12345A270001X,ADAMS:AMY\n")
    assert [each.hints[0].startswith("If 'Candidate'") for each in found] == [True]


@pytest.mark.parametrize("seat", ["02-Sept", "2-June", "Sept-12", "02-Sep"])
def test_a_seat_that_became_a_date_is_refused_whatever_the_month_is_called(seat: str) -> None:
    assert told(f"name,number,seat\nAnn,1,{seat}\n", "error") == [("C113", 2, 7)]


@pytest.mark.parametrize("word", ["tba", "tbd", "to follow", "missing", "TBC", "unknown"])
def test_what_is_decided_later_is_no_room_and_no_name(word: str) -> None:
    candidates, found = read(f"name,number,room\nAnn,1,{word}\nBob,2,Gym\n")
    assert [each.room for each in candidates] == ["", "Gym"]
    assert [each.code for each in found] == ["C126"]
    assert told(f"name,number\n{word},1\nBob,2\n", "error") != []


@pytest.mark.parametrize(
    ("word", "field", "kind"),
    [
        ("null", "room", "nothing"),
        ("tbd", "room", "later"),
        ("tbd", "centre", ""),
        ("null", "last", ""),
        ("n/a", "last", "nothing"),
        ("--", "seat", "nothing"),
    ],
)
def test_a_word_for_nothing_is_one_by_its_field(word: str, field: str, kind: str) -> None:
    assert blank_kind(word, field, optional=field != "last") == kind


@pytest.mark.parametrize("minutes", ["45 mins", "45 munud", "1 awr"])
def test_minutes_are_time_in_welsh_too(minutes: str) -> None:
    _, found = read(f"name,number,extra time\nAnn,1,{minutes}\n")
    assert ["is time" in each.message for each in found] == [True]


@pytest.mark.parametrize("colour", ["cream", "lilac", "hufen", "salmon"])
def test_a_colour_alone_asks_for_a_paper(colour: str) -> None:
    _, found = read(f"name,number,AA\nAnn,1,{colour}\n")
    assert ["is asked for" in each.message for each in found] == [True]


def test_quotation_marks_of_the_simple_kind_are_taken_off_both_ends() -> None:
    candidates, found = read("name;number\n'Adams, Amy';1\n'Brown, Ben';2\n")
    assert [each.name for each in candidates] == ["Adams, Amy", "Brown, Ben"]
    assert found == ()


@pytest.mark.parametrize(("name", "misread"), [("Müller, Zoë", True), ("Seán", True), ("José", True)])
def test_letters_of_an_old_mac_are_refused(name: str, *, misread: bool) -> None:
    _, found = read(f'name,number\n"{name}",1\n'.encode("mac_roman").decode("cp1252"))
    assert any(each.code == "C137" for each in found) is misread


@pytest.mark.parametrize("name", ["Γιώργος Παπαδόπουλος", "DUŠAN POPOVIĆ", "Žofie", "Ka‘iulani", "O’Neill", "Şükrü Çağlar"])
def test_letters_that_names_have_are_not(name: str) -> None:
    assert read(f"name,number\n{name},1\n")[1] == ()


def test_ordinal_seats_are_plain_numbers() -> None:
    seats = ("1st", "2nd", "3rd", "4th")
    assert desk_of("2nd") == desk_of("2")
    assert seating_of(seats, 2).numbered
    assert desk_of("2N") != desk_of("2")


@pytest.mark.parametrize("between", ["", ",,\n"])
def test_sections_under_titles_without_the_word_room_are_refused_as_such(between: str) -> None:
    text = f"Sports Hall,,\nName,Number,Seat\nAnn,1,A1\n{between}Library,,\nName,Number,Seat\nCy,3,A1\n"
    _, found = read(text)
    assert [(each.code, each.severity.word) for each in found] == [("C126", "error")]
    assert "('Library')" in found[0].message


def test_titles_between_pages_of_a_list_with_rooms_are_refused_without_asking_for_rooms() -> None:
    text = "Name,Number,Room\nAnn,1,Gym\nPage two,,\nName,Number,Room\nCy,3,Gym\n"
    _, found = read(text)
    assert [(each.code, each.hints) for each in found] == [("C126", ("Delete these rows: each candidate's room stands in its column.",))]


def test_a_row_of_one_cell_is_shown_to_be_one() -> None:
    _, found = read("Name,Number,Room,Seat\nGROUP 11A,,,\nAnn,1,Hall,A1\n")
    assert [(each.code, "'GROUP 11A' stands alone" in each.message) for each in found] == [("C111", True)]


@pytest.mark.parametrize(
    ("title", "told_of"),
    [
        ("Sports Hall", True),
        ("Room 12", True),
        ("Seating plan – Sports Hall", True),
        ("Biology mock (Gym)", True),
        ("Biology in the Main Hall", True),
        ("Geography mock", False),
        ("Year 11", False),
        ("Room: Gym", False),
        ("Hallam School", False),
        ("Physics in the laboratory of the future", False),
    ],
)
def test_a_title_that_may_be_a_room_is_told(title: str, *, told_of: bool) -> None:
    assert told(f"{title},,\nName,Number,Seat\nAnn,1,A1\n", "warning") == [("C126", 1, 1)] * told_of
    assert told(f"{title},,\nName,Number,Room\nAnn,1,Gym\n", "warning") == []


def test_rows_without_a_room_are_all_listed_and_share_no_seat() -> None:
    _, found = read("Room,Name,Number,Seat\nHall,Ann,1,A1\n,Bob,2,A2\nGym,Cy,3,A1\n,Di,4,A2\n")
    assert [(each.code, "line 3, 5" in each.message) for each in found] == [("C126", True)]
    assert told("Room,Name,Number,Seat\n,Ann,1,A1\n,Bob,2,A1\n", "error") == [("C120", 3, 8)]


def test_numbers_that_two_centres_share_are_an_error_that_names_a_way_out() -> None:
    _, found = read("Centre,Name,Number\n12345,Ann,1\n54321,Bob,1\n")
    assert [each.code for each in found if each.severity.word == "error"] == ["C112"]
    assert "of centre 12345" in found[0].message
    assert "54321-1" in found[0].hints[0]


@pytest.mark.parametrize("cell", ["25% + reader", "25 (history of need)", "MLP18", "Reader"])
def test_what_is_more_than_extra_time_is_sent_to_access_arrangements(cell: str) -> None:
    _, found = read(f"Name,Number,Extra time\nAnn,1,{cell}\n")
    assert [(each.code, "'Access arrangements'" in " ".join(each.hints)) for each in found] == [("C119", True)]
    _, found = read("Name,Number,Extra time\nAnn,1,25pc\n")
    assert "arrangements" not in found[0].hints[0]


@pytest.mark.parametrize(
    ("name", "told_of"),
    [
        ("Cy Poe (WP)", True), ("Cy Poe [SRB]", True), ("Cy Poe - WP", True), ("Cy Poe (RB; WP)", True), ("Cy Poe (R)", False), ("Cy Poe (Ann)", False),
        ("Cy (Sam) Poe", False), ("Anne-Marie Poe - Lee", False), ("Cy Poe (11A)", False),
    ],
)  # fmt: skip
def test_codes_beside_a_name_are_told(name: str, *, told_of: bool) -> None:
    assert told(f"Name,Number\n{name},1\n", "warning") == [("C133", 2, 1)] * told_of


def test_marks_of_bold_beside_a_name_are_told() -> None:
    assert told("Name,Number\n<b>Cy</b>,1\nAnn <3,2\n", "warning") == [("C137", 2, 1)]


def test_until_when_something_is_granted_is_no_arrangement() -> None:
    candidates, found = read("Name,Number,EAA expiry\nAnn,1,31/08/2027\nBob,2,\n")
    assert [each.arrangements for each in candidates] == [(), ()]
    assert [each.code for each in found] == ["C122"]


def test_the_tier_is_told_and_each_entry_with_all_its_lines() -> None:
    _, found = read("Name,Number,Tier,Date of birth\nAnn,1,H,1\nBob,2,F,2\nCy,3,H,3\n")
    assert {each.message for each in found} == {
        "the column 'Tier' tells several papers or sittings, and one paper is printed for all: line 2, 4 ('H'); line 3 ('F')",
        "columns that say nothing of a paper are not used: 'Date of birth'",
    }


@pytest.mark.parametrize("cell", ["Geography 1", "Higher", "8462/1H"])
def test_which_paper_is_sat_is_no_kind_of_paper(cell: str) -> None:
    _, found = read(f"Name,Number,Paper\nAnn,1,{cell}\n")
    assert [each.hints for each in found] == [()]


def test_a_heading_for_names_that_is_taken_for_a_number_is_named() -> None:
    _, found = read('Cand,Candidate number\n"LEE, ANN",1\n')
    assert "If 'Cand' holds it" in found[0].hints[0]


def test_mistakes_below_two_columns_for_one_thing_are_told_as_well() -> None:
    candidates, found = read_candidates(b"name,number,Extra Time,ET%\nAnn,1,25,25\n,1,,\n", "list.csv")
    assert not candidates
    assert [each.code for each in found] == ["C105", "C110", "C112"]


def test_a_room_of_several_without_seats_is_told_where_other_rooms_have_some() -> None:
    _, found = read_candidates(b"name,number,room,seat\nAnn,1,Gym,A1\nBob,2,Hall,\nCy,3,Hall,\nDi,4,Den,\n", "list.csv")
    assert [each.message for each in found] == ["nobody in Hall has a seat, and those of other rooms have: line 3, 4"]


@pytest.mark.parametrize(("heading", "cells", "told"), [("Exam", "Biology 1,Biology 2", True), ("Exam", "Biology 1,Biology 1", False)])
def test_a_list_for_several_papers_is_told(heading: str, cells: str, *, told: bool) -> None:
    one, other = cells.split(",")
    _, found = read_candidates(f"name,number,{heading}\nAnn,1,{one}\nBob,2,{other}\n".encode(), "list.csv")
    assert ["tells several papers" in each.message for each in found] == [told]


@pytest.mark.parametrize("heading", ["Time", "Exam time", "Start"])
def test_a_time_of_day_is_no_extra_time(heading: str) -> None:
    candidates, found = read_candidates(f"name,number,{heading}\nAnn,1,09:00\nBob,2,1.30 pm\n".encode(), "list.csv")
    assert [each.code for each in found] == ["C122"]
    assert "tells several papers or sittings" in found[0].message
    assert not any(each.arrangements for each in candidates)


@pytest.mark.parametrize(("heading", "told"), [("Finish time", False), ("Time", True), ("Leave at", False), ("Session starts", True)])
def test_times_at_which_papers_begin_are_several_sittings_and_those_at_which_they_end_are_not(heading: str, *, told: bool) -> None:
    _, found = read_candidates(f"name,number,{heading}\nAnn,1,09:00\nBob,2,13:30\n".encode(), "list.csv")
    assert ["Make a run for each" in hint for each in found for hint in each.hints] == [True] * told


@pytest.mark.parametrize("heading", ["Sitting", "Sitting no.", "Session", "Slot", "Exam day"])
def test_sittings_told_by_number_are_several(heading: str) -> None:
    _, found = read_candidates(f"name,number,{heading}\nAnn,1,1\nBob,2,2\n".encode(), "list.csv")
    assert [(each.code, each.hints) for each in found] == [("C122", ("Make a run for each, with a list of its own candidates.",))]


def test_a_time_that_some_have_longer_may_be_extra_time() -> None:
    _, found = read_candidates(b"name,number,Exam time\nAnn,1,60 mins\nBob,2,75 mins\n", "list.csv")
    assert "75 mins" in " ".join(each.message for each in found if each.code == "C133")


@pytest.mark.parametrize("cell", ['"Lee,\nAnn"', '"Ann\r\nLee"', '"Ann Jo \nLee"'])
def test_a_name_on_two_lines_is_one_name(cell: str) -> None:
    candidates, found = read(f'name,number,room\n{cell},1,"Main\nHall"\nBob,2,Main Hall\n')
    assert {each.name for each in candidates} <= {"Lee, Ann", "Ann Lee", "Ann Jo Lee", "Bob"}
    assert {each.room for each in candidates} == {"Main Hall"}
    assert [(each.code, each.severity.word) for each in found] == [("C123", "note")]


@pytest.mark.parametrize("row", ['"Ann\nBob","1\n2"', '"Ann;1\nBob",2', '"Ann\nBob\nCy",3'])
def test_two_people_in_one_row_are_no_name_on_two_lines(row: str) -> None:
    candidates, found = read(f"name,number\n{row}\n")
    assert (candidates, [each.code for each in found]) == ((), ["C115"])


def test_desks_without_anybody_are_one_mistake() -> None:
    _, found = read("Seat,Number,Name,Room\nA1,1,Ann,Hall\nA2,,,Hall\nA3,,,Hall\nA4,,,Hall\nA5,,,Hall\n")
    assert [(each.code, each.span.line) for each in found] == [("C110", 3)]
    assert "4, 5, 6" in found[0].message


@pytest.mark.parametrize("below", ["See the notice board", "Bring a ruler and two pens"])
def test_what_stands_below_a_list_in_another_column_is_one_mistake(below: str) -> None:
    _, (error,) = read(f"Seat,Number,Name\nA1,1,Ann\n{below},,\n")
    assert (error.code, error.span.line, error.span.column) == ("C110", 3, 1)
    assert f"{below!r} stands alone" in error.message


def test_columns_under_each_others_headings_are_told_so() -> None:
    _, found = read("Name,Number\n1001,Ann\n1002,Bob\n")
    assert all("each other's headings" in " ".join(each.hints) for each in found)
    _, found = read("Name,Number\n1001,1\n1002,2\n")
    assert not any("each other's headings" in " ".join(each.hints) for each in found)


@pytest.mark.parametrize(
    ("numbers", "told_of"),
    [
        ("1001 1002 1003 1004 10005", True),
        ("1001 1002 1003 1004 No-1005", True),
        ("1001 1002 1003 A004 B005", False),
        ("1 2 3 4 5 6 7 8 9 10 11", False),
        ("97 98 99 100 101", False),
        ("996 997 998 999 1000", False),
        ("AB1 AB2 AB3 AB4 AB55", False),
    ],
)
def test_numbers_unlike_nearly_all_others_are_warned_of(numbers: str, *, told_of: bool) -> None:
    rows = "".join(f"P{at},{each}\n" for at, each in enumerate(numbers.split()))
    assert [each[0] for each in told(f"name,number\n{rows}", "warning")] == ["C136"] * told_of


@pytest.mark.parametrize(("column", "code"), [("room", "C113"), ("centre", "C113"), ("seat", "")])
def test_a_look_up_that_found_nothing_is_no_room(column: str, code: str) -> None:
    assert [each[0] for each in told(f"name,number,{column}\nAnn,1,0\nBob,2,12\n", "error")] == [code] * bool(code)


def test_columns_parted_by_spaces_are_told_as_such() -> None:
    _, (error,) = read("Name            Number  Room   Seat\nAnn Lee         1001    Hall   A1\n")
    assert error.message.startswith("nothing parts the columns of the list")


def test_groups_of_columns_name_no_room() -> None:
    _, found = read(",,Room,,Access\nNumber,Name,Room,Seat,Arrangements\n1001,Ann,Hall,A1,\n")
    assert not found


@pytest.mark.parametrize(
    ("heading", "cell", "edition", "expected"),
    [
        ("Coloured paper", "Y", "Yellow", "tinted-yellow"),
        ("Large print", "Yes", "18pt", "large-18"),
        ("Coloured paper", "Y", "18pt", None),
        ("Coloured paper", "Y", "", None),
    ],
)
def test_which_paper_may_stand_in_the_column_of_editions(heading: str, cell: str, edition: str, expected: str | None) -> None:
    candidates, _ = read(f"Name,Number,{heading},Edition\nAnn,1,{cell},{edition}\n")
    assert [each.edition for each in candidates] == ([expected] if expected else [])


@pytest.mark.parametrize("version", ["Ver. B", "ver B", "v. b", "V B", "Version B"])
def test_a_version_is_known_by_its_letter(version: str) -> None:
    candidates, _ = read_candidates(f"Name,Number,Version\nAnn,1,{version}\n".encode(), "list.csv", versions=("A", "B"))
    assert [each.version for each in candidates] == ["B"]


@pytest.mark.parametrize("text", ["<html><table><tr><td>Name", "<?xml version='1.0'?><Workbook>", "{\\rtf1 Name", "\n<TABLE>"])
def test_what_is_no_csv_is_told_as_such(text: str) -> None:
    _, (error,) = read(text)
    assert error.code == "C101"
    assert "save it from there" in error.hints[0]


def test_two_lists_side_by_side_are_one_mistake() -> None:
    _, found = read("Name,Number,Seat,,Name,Number,Seat\nAnn,1,A1,,Bob,2,B1\nCy,3,A2,,Di,4,B2\n")
    (error,) = (each for each in found if each.severity.word == "error")
    assert (error.code, error.span.column) == ("C105", 19)
    assert "side by side" in error.message
    _, found = read("Surname,Surname,Forename,Number\nLee,Lee,Ann,1\n")
    assert [each.message.startswith("the column 'Surname'") for each in found] == [True]


@pytest.mark.parametrize(
    ("cell", "told_of"), [("1001 - Ann Lee", True), ("Ann Lee (1001)", True), ("Ann Lee", False), ("Ann Lee 2", False)]
)
def test_a_number_beside_the_name_is_to_have_a_column_of_its_own(cell: str, *, told_of: bool) -> None:
    _, (error,) = read(f"Candidate,Room,Seat\n{cell},Hall,A1\n")
    assert any("columns of their own" in hint for hint in error.hints) == told_of


def test_a_line_that_is_no_header_is_said_to_hold_nothing() -> None:
    _, (error,) = read("Exam notes line\n" * 45 + "Name,Number\nAnn,1\n")
    assert not any("holds it" in hint for hint in error.hints)
