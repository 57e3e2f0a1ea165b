"""Rows of a list: whose they are, where they end, and what stands in cells that were damaged on their way."""

from __future__ import annotations

import pytest

from packbuilder.readers.candidates.reading import read_candidates
from packbuilder.readers.candidates.remarks import looks_of_paper, remark_beside
from tests.readers.candidates.test_lists import read, told
from tests.readers.candidates.test_needs import cases


@pytest.mark.parametrize(("written", "meant"), cases("nobody.txt"))
def test_a_row_is_a_candidates_or_nobodys(written: str, meant: str) -> None:
    name, _, number = (part.strip() for part in written.partition("|"))
    where = "Gym,A3" if meant == "candidate" or meant.startswith("C1") else ","
    text = f"Name,Candidate No,Room,Seat\nAnn Lee,0001,Hall,A1\nBob Ray,0002,Hall,A2\n{name},{number},{where}\n"
    candidates, _ = read(text)
    errors = [code for code, *_ in told(text, "error")]
    assert errors == {"candidate": [], "footer": [], "nobody": ["C110"]}.get(meant, [meant])
    assert len(candidates) == 2 + (meant == "candidate")


def test_who_may_be_called_so_is_a_candidate_like_the_others_and_told_how_else() -> None:
    candidates, _ = read("Surname,Forename,Candidate No\nCount,Ann,0001\nCount,,0002\nNull,Bob,0003\n")
    assert [each.name for each in candidates] == ["Ann Count", "Count", "Bob Null"]
    _, found = read("Name,Candidate No\nAnn Lee,0001\nPresent,57\n")
    assert [len(each.hints) for each in found] == [2]


@pytest.mark.parametrize(("written", "meant"), cases("remarks.txt"))
def test_a_remark_beside_an_entry_is_told(written: str, meant: str) -> None:
    field, _, cell = (part.strip() for part in written.partition("|"))
    assert remark_beside(cell, field) == (meant == "told")


def test_remarks_are_told_with_their_lines_but_for_who_has_extra_time_in_a_room_that_is_called_so() -> None:
    rows = "Ann (25%),1,25% ET room,A1*,\nBob,2,25% ET room,A2,25\nCy*,3,Hall,A3,\n"
    _, found = read(f"Name,Number,Room,Seat,Extra time\n{rows}")
    assert [each.message.partition("beside the ")[2].partition(" ")[0] for each in found if each.code == "C133"] == ["name", "room", "seat"]
    assert "line 2 ('Ann (25%)'); line 4 ('Cy*')" in found[0].message
    assert "line 2 ('25% ET room')" in found[1].message


@pytest.mark.parametrize(("written", "meant"), cases("papers.txt"))
def test_a_paper_under_a_heading_that_is_not_read_is_told(written: str, meant: str) -> None:
    heading, _, cell = (part.strip() for part in written.partition("|"))
    assert looks_of_paper(cell, heading) == (meant == "told")
    _, found = read(f"Name,Number,{heading}\nAnn,1,{cell}\n")
    assert [each.severity.word == "warning" for each in found if each.code == "C133"] in ([[True]] if meant == "told" else [[], [False]])


@pytest.mark.parametrize(
    ("heading", "cell", "asked"),
    [
        ("Notes", "25%", True),
        ("Notes", "ET", True),
        ("Comments", "window seat, 25%", True),
        ("SEN notes", "ET - agreed", True),
        ("Notes", "attendance 92%", False),
        ("Notes", "Et cetera", False),
        ("Notes", "no ET", False),
        ("Mock", "25%", False),
        ("Notes", "seat 25", False),
    ],
)
def test_extra_time_in_short_is_told_among_remarks(heading: str, cell: str, *, asked: bool) -> None:
    _, found = read(f'Name,Number,{heading}\nAnn,1,"{cell}"\n')
    assert [each.severity.word == "warning" for each in found if each.code == "C133"] in ([[True]] if asked else [[], [False]])


def test_a_letter_that_the_export_has_lost_is_an_error_in_every_field() -> None:
    text = "Name,Number,Centre,Room,Seat\nJos\ufffd,0001,12345,Sal\ufffdn,A1\nBob,00\ufffd2,1\ufffd345,Hall,A\ufffd2\n"
    _, found = read(text)
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("C115", 2, 1), ("C115", 2, 17)] + [
        ("C115", 3, column) for column in (5, 10, 21)
    ]
    assert all("the export has lost a letter here" in each.message for each in found)


def test_damaged_bytes_and_lost_letters_are_told_once_each() -> None:
    candidates, found = read_candidates("Name,Number\nJos\ufffd,1\nZoë,2\nAnn@,3\n".encode().replace(b"@", b"\xff"), "list.csv")
    assert candidates == ()
    assert [(each.code, each.span.line) for each in found] == [("C101", 4), ("C115", 2)]
    assert [each.render() for each in found]


@pytest.mark.parametrize(("cell", "code"), [("TRUE", "C113"), ("########", "C116"), ("NULL", ""), ("nan", ""), ("(blank)", "")])
@pytest.mark.parametrize("field", ["room", "seat"])
def test_what_stands_for_nothing_in_a_room_or_a_seat_is_nothing_or_an_error(field: str, cell: str, code: str) -> None:
    text = f"Name,Number,{field}\nAnn,1,{cell}\nBob,2,{cell}\n"
    assert told(text, "error") == ([(code, 2, 7), (code, 3, 7)] if code else [])
    assert [getattr(each, field) for each in read(text)[0]] == ([] if code else ["", ""])


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("'Bob Ray,'0002,'Hall,'A2", "Bob Ray"),
        ("'Ofa Tonga,'0002,Hall,A2", "'Ofa Tonga"),
        ("'t Hooft,'0002,'Hall,'A2", "'t Hooft"),
    ],
)
def test_a_spreadsheets_apostrophe_is_taken_off_everywhere(row: str, name: str) -> None:
    candidates, _ = read(f"Name,Number,Room,Seat\nAnn,0001,Hall,A1\n{row}\n")
    assert [(each.name, each.number, each.room, each.seat) for each in candidates[1:]] == [(name, "0002", "Hall", "A2")]


def test_an_apostrophe_before_all_names_is_a_spreadsheets() -> None:
    candidates, _ = read("Name,Number\n'Ann Lee,'0001\n'Bob Ray,'0002\n")
    assert [each.name for each in candidates] == ["Ann Lee", "Bob Ray"]


@pytest.mark.parametrize("nothing", ["N/A", "n/a", "-", "(none)"])
def test_a_part_of_a_name_that_somebody_does_not_have_is_nothing(nothing: str) -> None:
    candidates, _ = read(f"Surname,Forename,Number\n{nothing},Madonna,0001\nNa,Li,0002\nCher,{nothing},0003\n")
    assert [each.name for each in candidates] == ["Madonna", "Li Na", "Cher"]


@pytest.mark.parametrize(
    ("rows", "names", "wrong"),
    [
        ("Ann,0001,Hall,A1;Bob,0002,Hall,A2;Cy,0003,Hall,A3,25%", ["Ann", "Bob", "Cy"], []),
        ("Ann 0001,Hall,A1;Bob,0002,Hall,A2,25%", ["Bob"], [2]),
        ("Ann,0001,Hall A1;Bob,0002,Hall,A2,25%", ["Bob"], [2]),
        ("Ann,0001;Bob,0002,Hall,A2,25%", ["Bob"], [2]),
        ("Ann,0001,Hall,A1;Bob,0002,Hall,A2,;Cy,0003,Hall,A3,25%", ["Ann", "Bob", "Cy"], []),
        ("Ann,0001,Hall,A1,;" * 15 + "Bob,0002,Hall,A2", None, []),
    ],
)
def test_a_row_whose_end_is_left_out_is_whole_where_nothing_else_can_be_missing(
    rows: str, names: list[str] | None, wrong: list[int]
) -> None:
    text = "Name,Number,Room,Seat,Extra time\n" + "\n".join(rows.split(";"))
    candidates, found = read(text)
    short = [(each.severity.word, each.span.line) for each in found if each.code == "C109"]
    if names is None:  # Excel writes sixteen rows at a time
        assert short == [("note", 17)]
        return
    assert [each.name for each in candidates] == names
    assert short == ([("error", line) for line in wrong] or [("note", 2)])


def test_what_stands_under_no_heading_at_the_end_is_told_so() -> None:
    _, found = read("Name,Candidate No,Room,Seat,,,\nAnn Lee,0001,Hall,A1,,25% ET,\n")
    errors = [each.message for each in found if each.severity.word == "error"]
    assert errors == ["'25% ET' stands under no heading, in column 6"]


def test_the_row_of_the_sheet_is_told_below_cells_of_several_lines() -> None:
    text = 'Name,Number,Notes\nAnn,1,"one\ntwo\nthree"\nBob,1,\n'
    _, found = read(text)
    assert "(line 5 is row 3 of the sheet)" in next(each.message for each in found if each.code == "C112")
    assert all("of the sheet" not in each.message for each in read('"Name\n(legal)",Number\nAnn,1\n')[1])
    assert "(line 3 is row 2 of the sheet)" in read('"Name\n(legal)",Number\n,1\n')[1][0].message
    assert "of the sheet" not in read("sep=,\nTitle\nName,Number\n,1\n")[1][0].message


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ("1,0002,0003", [2]),
        ("0001,02,0003,0004,5", [3]),
        ("9,10,11,12", []),
        ("0998,0999,1000,10001", []),
        ("1001,1002,7", [4]),
        ("996,999,1001,1002", []),
        ("1,2,3,1001,1002,10001", []),
        ("A1,0002,0003", []),
    ],
)
def test_numbers_that_have_lost_their_zeros_are_told(numbers: str, lines: list[int]) -> None:
    text = "Name,Number\n" + "".join(f"P{at},{number}\n" for at, number in enumerate(numbers.split(",")))
    assert [(code, line) for code, line, _ in told(text, "warning")] == [("C136", line) for line in lines]


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("JosÃ© Lee", True),
        ("ZoÃ« Ray", True),
        ("Jos? L?pez", True),
        ("BeyoncÃ", True),
        ("José Lee", False),
        ("SÃO Ângela", False),
        ("Łukasz Gęś", False),
        ("Åsa Ünal", False),
    ],
)
def test_letters_that_were_misread_are_told(name: str, odd: bool) -> None:
    assert told(f"Name,Number\n{name},1\n", "warning") == ([("C137", 2, 1)] if odd else [])


@pytest.mark.parametrize(
    ("short", "severity"),
    [
        ("0003,Cy,Hall", "note"),
        ("0003,Cy,Hall,25", "note"),
        ("0003,Cy,Hall,25%", "note"),
        ("0003,Cy,Lab 4", "note"),
        ("0003,Cy,Hall,18", "error"),
        ("0003,Cy,Hall,18pt", "error"),
        ("0003,Cy,25", "error"),
        ("0003,Cy", "error"),
    ],
)
def test_a_short_row_is_an_error_where_a_cell_is_unlike_its_column(short: str, severity: str) -> None:
    _, found = read(f"Number,Name,Room,Extra time,Edition\n0001,Ann,Hall,,\n0002,Bob,Hall,,18pt\n{short}\n")
    assert [(each.severity.word, each.span.line) for each in found if each.code == "C109"] == [(severity, 4)]


def test_several_rows_that_lack_the_same_cell_are_errors_and_several_kinds_of_rooms_none() -> None:
    header = "Number,Name,Room,Extra time,Notes"
    _, found = read(f"{header}\n1,Al,Hall,,\n2,Bo,Hall\n3,Cy,Hall\n4,Di,Hall\n5,Ed,Hall,25\n6,Flo,25\n7,Gus,50\n")
    assert [(each.severity.word, each.span.line) for each in found if each.code == "C109"] == [("note", 3), ("error", 7), ("error", 8)]
    candidates, _ = read("Number,Name,Room,Notes\n1,Al,Hall,big\n2,Bo,101\n3,Cy,101\n4,Di,102\n5,Ed,Hall\n")
    assert [each.room for each in candidates] == ["Hall", "101", "101", "102", "Hall"]


def test_a_footer_of_one_cell_is_nobody_and_a_cell_without_a_heading_is_named() -> None:
    _, found = read("Number,Name,Room,Seat\n1,Al,Hall,A1\nInvigilator: Mr X\n2,Bo,Hall,A2,25%\n")
    assert [(each.code, each.span.line) for each in found if each.severity.word == "error"] == [("C109", 4)]
    assert [(each.code, each.span.line) for each in found if each.severity.word == "note"] == [("C107", 3)]
    assert any("'25%' stands under no heading" in each.message for each in found)


@pytest.mark.parametrize(
    "name", ["Ben High LEFT SCHOOL", "Jo Kay w/d", "DO NOT SEAT Ken Lee", "Lu Moe moved to Hall", "*Dan Far* WITHDRAWN"]
)
def test_who_may_not_sit_the_paper_is_told_by_the_name(name: str) -> None:
    _, found = read_candidates(f"name,number\n{name},1\n".encode(), "list.csv")
    assert [each.message.split(",")[0] for each in found] == ["somebody who may not sit the paper"]


@pytest.mark.parametrize("name", ["Ann Left", "Wade Moved", "Lee Not"])
def test_names_that_are_also_words_for_leaving_are_names(name: str) -> None:
    _, found = read_candidates(f"name,number\n{name},1\n".encode(), "list.csv")
    assert not found


@pytest.mark.parametrize("name", ["Test Candidate", "A. N. Other", "x", "ben@school.org"])
def test_what_stands_for_anybody_is_no_name(name: str) -> None:
    candidates, found = read_candidates(f"name,number\n{name},1\n".encode(), "list.csv")
    assert not candidates
    assert [each.code for each in found] == ["C110"]


def test_a_last_row_that_ends_early_may_be_the_end_of_a_list_that_was_not_copied_whole() -> None:
    _, found = read("name,number,room,seat\nAnn,1,Hall,A1\nBo,2,Hall,A2\nCy\n")
    assert [(each.message, len(each.hints)) for each in found] == [("the row has 1 cell, the header has 4", 2)]
    _, found = read("name,number,room,seat\nAnn,1,Hall\nBo,2,Hall,A2\nCy,3,Hall\n")
    assert [len(each.hints) for each in found] == [1, 1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('name,number,room,Notes\nAnn,1,Hall,"see file\nBo,2,Hall,\nCy,3,Hall,ok"\nDi,4,Hall,\n', (2, 13)),
        ('Tutor,name,number,room\n"11A,Ann,1,Hall\n11B,Bo,2,Hall\n11C",Cy,3,Hall\n,Di,4,Hall\n', (2, 2)),
        ('Surname;Forename;Number;Reg\r\nLee;Ann;1;"11A\r\nRay;Bo;2;11B"\r\nDo;Di;4;\r\n', (2, 12)),
        ('name,number\n"Ann,1\nBob,2\nCy",3\nDi,4\n', (2, 2)),
        ('name,number,room,extra time\nAnn,1,Hall,"25%\nBo,2,Hall,25%"\nDi,4,Hall,\n', (2, 13)),
    ],
)
def test_rows_that_a_quotation_mark_swallows_are_an_error(text: str, place: tuple[int, int]) -> None:
    assert told(text, "error") == [("C108", *place)]
    assert [each.number for each in read(text)[0]] == ["4"]


@pytest.mark.parametrize("notes", ["Reader, scribe\nrest breaks, water", "Ann, 1\nBo, 2", "one\ntwo\nthree", "a,b,c,d\ne,f,g,h"])
def test_notes_of_several_lines_are_no_rows(notes: str) -> None:
    candidates, _ = read(f'name,number,room,Notes\nAnn,1,Hall,"{notes}"\nBo,2,Hall,\n')
    assert [each.name for each in candidates] == ["Ann", "Bo"]


@pytest.mark.parametrize(
    "rows",
    [
        # Others keep the delimiters of empty cells, and a header again is no entry of a column.
        ("Name,Number,Room,Seat,Edition", "Ann,1,Hall,A1,", "Name,Number,Room,Seat,Edition", "Bo,A2,B3,", "Cy,3,Hall,A3,"),
        ("Name,Number,Room,Seat,Email,Notes", "Ann,1,Hall,A1,a@b.org,", "Bo,2,A2,b@b.org,", "Cy,3,Hall,A3,c@b.org,"),
        ("Name,Number,Room,Seat", "Ann,1,A1"),  # one candidate
    ],
)
def test_a_short_row_whose_cells_are_not_in_their_places_is_an_error(rows: tuple[str, ...]) -> None:
    short = next(at for at, row in enumerate(rows, 1) if row.count(",") < rows[0].count(","))
    assert [(code, line) for code, line, _ in told("\n".join(rows), "error")] == [("C109", short)]


@pytest.mark.parametrize(
    "rows", [("Ann,1,Hall,A1,", "Bo,2,Hall,A2", "Cy,3,Hall,A3,"), ("Ann,1,Hall,A1,", "Bo,2,Gym,A1"), ("Ann,1", "Bo,2")]
)
def test_short_rows_whose_cells_are_in_their_places_are_whole(rows: tuple[str, ...]) -> None:
    assert told("\n".join(("Name,Number,Room,Seat,Edition", *rows)), "error") == []


def test_rows_that_a_quotation_mark_swallows_may_have_empty_ones_among_them() -> None:
    rows = 'UCI,Room,Number,Name\n"1234,Hall,1,Ann\n1234,Hall,2,Bo\n,,,\n1234,Hall,3,Cy\n1234",Hall,4,Di\n'
    assert [(code, line) for code, line, _ in told(rows, "error")] == [("C108", 2)]
