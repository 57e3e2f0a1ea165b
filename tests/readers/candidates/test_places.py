"""Where candidates sit, as a list says it: rooms in titles, rooms and seats that are missing, people who do not sit at all."""

from __future__ import annotations

import pytest

from tests.readers.candidates.test_lists import read, told


def test_cells_that_were_merged_leave_nobody_without_a_room() -> None:
    text = "Room,No,Name,Seat\nHall,1,Ann,A1\n,2,Bob,A2\n,3,Cy,A3\nGym,4,Di,B1\n,5,Ed,B2\n"
    _, found = read(text)
    assert [(each.code, each.span.line) for each in found if each.severity.word == "error"] == [("C126", 3)]
    assert "line 3, 4, 6, the first below 'Hall' in line 2" in found[0].message
    assert "merged" in found[0].hints[0]


@pytest.mark.parametrize(("cell", "severity"), [("", "error"), ("NULL", "error"), ("TBC", "warning"), ("-", "warning")])
def test_an_empty_seat_among_others_is_an_error_and_one_to_be_decided_is_not(cell: str, severity: str) -> None:
    assert told(f"name,number,room,seat\nAnn,1,Gym,A1\nBob,2,Gym,{cell}\n", severity) == [("C126", 3, 1)]
    assert told(f"name,number,seat\nAnn,1,A1\nBob,2,{cell}\n", severity) == [("C126", 3, 1)]
    assert told(f"name,number,room\nAnn,1,Gym\nBob,2,{cell}\n", severity) == [("C126", 3, 1)]


def test_a_list_without_any_room_or_seat_is_whole() -> None:
    assert read("name,number,room,seat\nAnn,1,,\nBob,2,,\n")[1] == ()
    assert read("name,number,room,seat\nAnn,1,Gym,A1\nBob,2,Office,\n")[1] == ()


@pytest.mark.parametrize(
    "titles",
    ["Exam: Physics,,\nRoom: Sports Hall,,\nStart: 09:00,,", "Room,Sports Hall,", "Venue:,Sports Hall,", "Date,14 May,Room,Sports Hall"],
)
def test_a_title_names_the_room_of_all(titles: str) -> None:
    candidates, found = read(f"{titles}\nNo,Name,Seat\n1,Ann,A1\n2,Bob,A2\n")
    assert [each.room for each in candidates] == ["Sports Hall", "Sports Hall"]
    assert [(each.code, each.severity.word) for each in found] == [("C123", "note")]


def test_titles_that_name_several_rooms_are_refused() -> None:
    _, found = read("Room: Hall,,\nRoom: Gym,,\nNo,Name,Seat\n1,Ann,A1\n")
    assert [(each.severity.word, "'Hall' (line 1), 'Gym' (line 2)" in each.message) for each in found] == [("error", True)]


def test_a_room_in_a_title_gives_way_to_a_column() -> None:
    candidates, found = read("Room: Gym,,\nNo,Name,Room\n1,Ann,Hall\n")
    assert [each.room for each in candidates] == ["Hall"]
    assert [(each.code, each.severity.word) for each in found] == [("C107", "note")]


@pytest.mark.parametrize("title", ["Seating plan,,", "Rooms: 3,,", "Room list,,", "Start: 09:00,,"])
def test_other_titles_name_no_room(title: str) -> None:
    candidates, _ = read(f"{title}\nNo,Name,Seat\n1,Ann,A1\n")
    assert [each.room for each in candidates] == [""]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Status", "Withdrawn"),
        ("Status", "Absent"),
        ("Entry status", "withdrawn 3/5"),
        ("Status", "Not entered"),
        ("Notes", "withdrawn 3/5"),
        ("Withdrawn", "Y"),
        ("Withdrawn", "3 May"),
        ("Absent", "x"),
        ("Status", "W/D"),
    ],
)
def test_who_may_not_sit_the_paper_is_named(heading: str, cell: str) -> None:
    candidates, found = read(f"name,number,{heading}\nAnn,1,{cell}\nBob,2,\n")
    assert len(candidates) == 2
    assert [f"line 2 ({cell!r})" in each.message for each in found if "may not sit the paper" in each.message] == [True]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Status", "Entered"), ("Hand", "Left"), ("Withdrawn", "No"), ("Absence rate", "3"), ("Notes", "was absent from mock")],
)
def test_who_sits_the_paper_is_not(heading: str, cell: str) -> None:
    _, found = read(f"name,number,{heading}\nAnn,1,{cell}\n")
    assert [each for each in found if "may not sit the paper" in each.message] == []


def test_a_column_that_is_not_used_is_told_with_what_it_holds() -> None:
    _, found = read("name,number,Status\nAnn,1,Entered\nBob,2,Entered\nCy,3,Pending\n")
    assert [each.message for each in found] == ["the column 'Status' is not used: line 2, 3 ('Entered'); line 4 ('Pending')"]


@pytest.mark.parametrize(("heading", "cell", "refused"), [
    ("Where", "Sports Hall", True), ("Sits in", "Room B12", True), ("Form room", "Room 12", False), ("Where", "Bristol", False),
    ("Subject", "Theatre studies", False), ("Teaching_room", "Lab 3", False),
])  # fmt: skip
def test_rooms_under_a_heading_that_is_not_known_are_not_passed_over(heading: str, cell: str, *, refused: bool) -> None:
    text = f"name,number,{heading}\nAnn,1,{cell}\nBob,2,{cell}\n"
    assert told(text, "error") == [("C126", 1, 13)] * refused
    assert told(text.replace("number,", "number,room,").replace(",1,", ",1,Hall,").replace(",2,", ",2,Hall,"), "error") == []


def _errors(*rows: str) -> list[tuple[str, int]]:
    _, found = read("\n".join(("Name,Number,Room,Seat", *rows)))
    return [(each.code, each.span.line) for each in found if each.severity.word == "error"]


@pytest.mark.parametrize(
    ("rows", "shifted"),
    [
        (("Ann,1,Hall,A1", "Bob,2,A2,", "Cy,3,Hall,A3"), [3]),
        (("Ann,1,Hall,A1", "Bob,2,A2,", "Cy,3,A3,", "Di,4,Hall,A4"), [3, 4]),
        (("Ann,1,Hall,1", "Bob,2,2,", "Cy,3,Hall,3"), [3]),
        (("Ann,1,Hall,A1", "Bob,2,A2,", "Cy,3,Gym,A1", "Di,4,Gym,A2"), [3]),
        (("Ann,1,Hall,A1", "Bob,2,A2,25", "Cy,3,Hall,A3"), [3]),
        (("Ann,1,Hall,A1", "Bob,2,A2,25%", "Cy,3,Hall,A3"), [3]),
        (("Ann,1,Hall,A1", "Bob,2,A2,WP", "Cy,3,Hall,A3", "Di,4,Hall,-"), [3]),
        (("Ann,1,A1,25%", "Bob,2,Gym,A1"), [2]),
        (("Ann,1,A1,large-18",), [2]),
        (("Ann,1,A1,18pt", "Bob,2,B1.07,A2"), [2]),
        (("Ann,1,A1,0.25", "Bob,2,A2,50 %", "Cy,3,Hall,A1"), [2]),  # told once
        (("Ann,1,Hall,A1", "Bob,2,Hall,A2", "Cy,3,Lab,25"), []),
        (("Ann,1,R1,1", "Bob,2,R1,2", "Cy,3,R2,25"), []),
        # Rooms that are called like desks, and are none of these.
        (("Ann,1,Hall,A1", "Bob,2,Hall,A2", "Cy,3,G12,"), []),
        (("Ann,1,Hall,1", "Bob,2,Hall,2", "Cy,3,101,"), []),
        (("Ann,1,Hall,A1", "Bob,2,Hall,A2", "Cy,3,B1,-"), []),
        (("Ann,1,Hall,A1", "Bob,2,Hall,A2", "Cy,3,A2,"), []),
        (("Ann,1,Hall,", "Bob,2,Hall,", "Cy,3,A2,"), []),
        (("Ann,1,C1,C1", "Bob,2,C1,C2", "Cy,3,C3,"), []),
    ],
)
def test_a_seat_that_stands_under_the_room_is_an_error(rows: tuple[str, ...], shifted: list[int]) -> None:
    assert _errors(*rows) == [("C126", line) for line in shifted]


@pytest.mark.parametrize(
    ("seat", "fits"),
    [("Wheelchair desk", True), ("Front right corner x", True), ("Front right corner by", False), ("A123456789012", False)],
)
def test_a_seat_in_words_has_more_room(seat: str, *, fits: bool) -> None:
    assert told(f"name,number,room,seat\nAnn,1,Gym,{seat}\n", "error") == [("C121", 2, 11)] * (not fits)


def test_a_room_of_several_words_has_more_room_than_one() -> None:
    room = "Appleby Memorial Sports and Performing Arts Hall (Upper Floor)"
    assert [told(f"name,number,room\nAnn,1,{each}\n", "error") for each in (room[:60], room, "x" * 41)] == [
        [],
        [("C121", 2, 7)],
        [("C121", 2, 7)],
    ]


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2012", "\u2212"])
def test_a_hyphen_of_a_word_processor_is_one_in_seats_and_numbers(hyphen: str) -> None:
    candidates, found = read(f"number,name,room,seat\n10{hyphen}1,Ann,Hall,A{hyphen}1\n10{hyphen}2,Bo,Hall,A{hyphen}2\n")
    assert [(each.number, each.seat) for each in candidates] == [("10-1", "A-1"), ("10-2", "A-2")]
    assert found == ()


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (("Hall,A1", "Hall,A2", "A3,Hall", "Hall,A4"), "4"),
        (("Lecture Block,1", "Lecture Block,2", "3,lecture block", "4,Lecture Block"), "4, 5"),
        (("A1,Sports Hall", "A2,Sports Hall", "A3,Sports Hall"), "2, 3, 4"),  # the headings
        (("B1.07,A1", "B1.07,A2", "A3,B1.07"), "4"),  # a room that may be a desk
        (("Lab 1/2,A1", "A2,Lab 1/2"), "3"),
    ],
)
def test_a_room_and_a_seat_that_stand_under_each_others_heading_are_an_error(rows: tuple[str, ...], lines: str) -> None:
    text = "".join(f"{at},P{at},{row}\n" for at, row in enumerate(rows, 1))
    (fault,) = read(f"number,name,room,seat\n{text}")[1]  # and nothing besides
    assert (fault.code, f"line {lines} (" in fault.message) == ("C126", True)


@pytest.mark.parametrize(
    "rows",
    [
        ("B1,Desk", "B2,Desk"),
        ("A3,Window", "Hall,A1"),
        ("Hall,Wheelchair desk", "Hall,A1"),
        ("12,A1", "14,A2"),
        ("1,1", "2,1", "2,2", "7,2"),
        ("A1,B2", "A1,B3", "B2,A1"),
    ],
)
def test_rooms_that_are_called_like_seats_are_rooms(rows: tuple[str, ...]) -> None:
    text = "".join(f"{at},P{at},{row}\n" for at, row in enumerate(rows, 1))
    assert told(f"number,name,room,seat\n{text}", "error") == []


@pytest.mark.parametrize(("row", "column"), [("Ann,Gym,A1,", 5), ("Ann,Room 5,A1,", 5), ("Ann,1,01/02/2011,A1", 7)])
def test_what_is_of_another_column_is_no_number_and_no_room(row: str, column: int) -> None:
    assert told(f"Name,Number,Room,Seat\n{row}\n", "error") == [("C113", 2, column)]
