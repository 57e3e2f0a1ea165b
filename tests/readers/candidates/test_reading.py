"""Lists of candidates as spreadsheets and people write them: what is read, and every mistake at its line and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.app.screening import objection
from packbuilder.diagnostics import Diagnostic
from packbuilder.model.candidate import LONGEST_NUMBER, Candidate
from packbuilder.readers.candidates.reading import LONGEST_NAME, read_candidates
from packbuilder.readers.delimited import DELIMITERS, rows_of
from tests.timing import least_seconds

HEADER = "name,number,centre,room,seat,version,edition,extra time"


def read(data: bytes | str) -> tuple[tuple[Candidate, ...], tuple[Diagnostic, ...]]:
    raw = data.encode() if isinstance(data, str) else data
    return read_candidates(raw, "list.csv", versions=("A", "B"), editions=("large-18", "tinted"), objection=objection)


def faults(*rows: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each error of rows under the usual header."""
    _, found = read("\n".join((HEADER, *rows)) + "\n")
    return [(each.code, each.span.line, each.span.column) for each in found if each.severity.word == "error"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_delimiters_and_line_ends_of_spreadsheets_are_read(encoding: str, delimiter: str, end: str) -> None:
    text = end.join(("Candidate No.|Surname|First name(s)|Seat no", "0012|Évans|Zoë|B3", '0013|"O""Neill"|Siân|"B4"', "")).replace(
        "|", delimiter
    )
    candidates, found = read(text.encode(encoding))
    assert [(each.number, each.name, each.seat, each.span.line) for each in candidates] == [
        ("0012", "Zoë Évans", "B3", 2),
        ("0013", 'Siân O"Neill', "B4", 3),
    ]
    assert [each.code for each in found] == (["C103"] if encoding == "cp1252" else [])


@pytest.mark.parametrize("edge", ["", "|"])
def test_a_table_of_markdown_is_read_without_the_line_below_its_head(edge: str) -> None:
    lines = ("name | number | seat", ":--- | ---: | ---", "Ada Lovelace | 0001 | A1", "Bob Stone | 0002 | A2")
    found, told = read("\n".join(f"{edge}{line}{edge}" for line in lines))
    assert [(each.name, each.number, each.seat, each.span.line) for each in found] == [
        ("Ada Lovelace", "0001", "A1", 3),
        ("Bob Stone", "0002", "A2", 4),
    ]
    assert not told


@pytest.mark.parametrize(("stated", "sign"), [(",", ";"), (";", ","), ("|", "\t")])
def test_a_stated_delimiter_that_parts_nothing_gives_way(stated: str, sign: str) -> None:
    rows = "\n".join(map(sign.join, (("name", "number", "room"), ("Ann", "1", "Hall"))))
    candidates, found = read_candidates(f"sep={stated}\n{rows}\n".encode(), "list.csv")
    assert [(each.name, each.number, each.room) for each in candidates] == [("Ann", "1", "Hall")]
    assert found == ()


def test_a_stated_delimiter_and_a_title_above_the_header_are_passed_over() -> None:
    candidates, found = read('sep=;\r\nMock, summer\r\n\r\nName;Number\r\n"Lee; Ann";7\r\n;\r\n')
    assert [(each.name, each.number, each.span.line) for each in candidates] == [("Lee; Ann", "7", 5)]
    assert [(each.code, each.severity.word) for each in found] == [("C107", "note")]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("name,number,room,seat,extra time", "Ann,1,Hall,B3,25%"),
        ("LEARNER NAME,Exam No,Venue,Desk,Extra time (%)", "Ann,1,Hall,B3,25"),
        ("Enw,Rhif ymgeisydd,Ystafell,Sedd,Amser ychwanegol", "Ann,1,Hall,B3,25"),
        ("Student ID,Name,Candidate number,Preferred name,Form,Room,Seat,Extra time", "S-99,Ann,1,Annie,11B,Hall,B3,25%"),
        ("pupil,cand_no,hall,seat row,seat column,extra_time", "Ann,1,Hall,B,3,0.25"),
    ],
)
def test_columns_are_known_by_many_names(header: str, row: str) -> None:
    candidates, found = read(f"{header}\n{row}\n")
    assert {each.code for each in found} <= {"C122"}
    assert [(c.name, c.number, c.room, c.seat, c.extra_time) for c in candidates] == [("Ann", "1", "Hall", "B3", 25)]


@pytest.mark.parametrize(
    ("header", "row", "unread"),
    [
        ("Surname,Forename,Preferred name,Number", "Smith,Joanna,Jo,0001", ["Preferred name"]),
        ("Candidate,Surname,Forename", "0001,Smith,Joanna", []),
        ("Student,Surname,Forename,Cand No", "881,Smith,Joanna,0001", ["Student"]),
        ("Surname,Name,Number", "Smith,Joanna,0001", []),
        ("Name,Surname,Number", "Joanna Smith,Smith,0001", ["Surname"]),
        ("Legal surname,Legal first name,Candidate's number", "Smith,Joanna,0001", []),
        ("Forename Surname,Candidate number (4 digits),Centre,Centre number", "Joanna Smith,0001,Anytown,12345", ["Centre"]),
    ],
)
def test_names_and_numbers_are_found_where_several_columns_may_hold_them(header: str, row: str, unread: list[str]) -> None:
    candidates, found = read(f"{header}\n{row}\n")
    assert [(each.name, each.number) for each in candidates] == [("Joanna Smith", "0001")]
    assert [each.message for each in found] == [f"the column {heading!r} is not used" for heading in unread]


@pytest.mark.parametrize(
    ("header", "row", "seat"),
    [
        ("row,column", "2,3", "R2C3"),
        ("row,column", "Row 2,Col 3", "R2C3"),
        ("row,column", "r2,c3", "R2C3"),
        ("row,column", "Row B,3", "B3"),
        ("row,column", "RA,3", "RA3"),
        ("row,seat", "B,3", "B3"),
        ("row,seat", "2,C", "2C"),
        ("row,seat", "B,B3", "B3"),
        ("row,column,seat", "2,3,17", "R2C3"),
    ],
)
def test_seats_are_put_together_of_rows_and_columns(header: str, row: str, seat: str) -> None:
    candidates, found = read(f"name,number,{header}\nAnn,1,{row}\n")
    assert [each.seat for each in candidates] == [seat]
    assert [each.code for each in found] == (["C122"] if header.count(",") == 2 else [])


def test_a_row_without_a_column_is_told_and_not_dropped() -> None:
    _, found = read("name,number,row,column\nAnn,1,2,\nBob,2,,4\nCy,3,,\n")
    assert [(each.code, each.span.line, each.span.column) for each in found] == [("C120", 2, 7), ("C120", 3, 8)]


@pytest.mark.parametrize("again", ["a 1", "A-1", "a01", "R1C1", "1A"])
def test_one_desk_is_nobody_elses_whatever_it_is_written_like(again: str) -> None:
    assert faults("Ann,1,,Hall,A1,,,", f"Bob,2,,hall,{again},,,", "Cy,3,,Gym,A1,,,") == [("C120", 3, 13)]


def test_rows_that_head_the_columns_again_are_nobody() -> None:
    candidates, found = read("Name,Candidate No.,Room\nAnn,1,Hall\n,,\nNAME,candidate no,Room\nBob,2,Hall\n")
    assert [each.name for each in candidates] == ["Ann", "Bob"]
    assert [(each.code, each.span.line) for each in found] == [("C107", 3), ("C107", 4)]


def test_numbers_that_a_spreadsheet_was_told_to_keep_as_text_are_read() -> None:
    candidates, found = read('name,number,centre\nAnn,\'0001,12345\nBob,"=""0002""","=""12345"""\n')
    assert [(each.number, each.centre) for each in candidates] == [("0001", "12345"), ("0002", "12345")]
    assert found == ()
    assert faults('"=""=1+1""",3,,,,,,', "Bob,'=1,,,,,,") == [("C116", 2, 2), ("C116", 3, 5)]


def test_a_header_below_many_lines_of_titles_is_found_and_an_old_end_of_file_is_none() -> None:
    titles = "Seating plan\nDate:,14/05/2027\nRoom:,Hall\n" * 5
    candidates, found = read(f"{titles}Seat,Candidate No,Name\nA1,0001,Ann\n\x1a")
    assert [(each.name, each.room, each.span.line) for each in candidates] == [("Ann", "Hall", 17)]
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C123", "note", 3)]


def test_candidates_without_the_lists_only_centre_sit_with_the_others() -> None:
    rows = ("Ann,1,12345,Hall,A1,,,", "Bob,2,,Hall,A2,,,", "Cy,3,,Hall,a1,,,")
    candidates, found = read("\n".join((HEADER, *rows[:2])))
    assert [each.centre for each in candidates] == ["12345", "12345"]
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C124", "warning", 3)]
    assert faults(*rows) == [("C120", 4, 1)]
    _, found = read("\n".join((HEADER, *rows[:2], "Di,4,54321,Hall,A1,,,")))
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C124", "error", 3)]


def test_what_holds_for_all_does_not_overrule_what_the_list_says() -> None:
    data = "name,number,centre,edition\nAnn,1,,\nBob,2,54321,standard\nCy,3,,tinted\n"
    candidates, found = read_candidates(data.encode(), "list.csv", editions=("large-18", "tinted"), edition="large-18", centre="12345")
    assert [(each.centre, each.edition) for each in candidates] == [("12345", "large-18"), ("54321", ""), ("12345", "tinted")]
    assert found == ()


def test_neighbours_at_seats_that_nobody_has_are_told() -> None:
    candidates, found = read('name,number,room,seat,neighbours\nAnn,1,H,S1,"S2 S9"\nBob,2,H,S2,s1\n')
    assert len(candidates) == 2
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C125", "warning", 2)]
    assert "S9" in found[0].message


def test_who_has_no_room_or_no_seat_where_others_have_is_told() -> None:
    _, found = read("name,number,room,seat\nAnn,1,H,A1\nBob,2,H,\nCy,3,,\nDi,4,Office,\n")
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C126", "error", 4), ("C126", "error", 3)]


def test_every_error_says_what_to_do() -> None:
    rows = (
        ",,,,,,,",
        "?,,,,,,,",
        f"{'x' * 300},{'1' * 30},1.0,{'y' * 50},2.0,C,huge,yes",
        "=x,#N/A,,,,,,",
        '"Bob,1,,,,,,',
        "Cy,2",
        "Di,2,,H,A1,,,",
        "Ed,2,,H,A1,,,",
    )
    _, found = read("\n".join((HEADER, *rows)))
    assert [each.message for each in found if each.severity.word == "error" and not each.hints] == []


@pytest.mark.parametrize("heading", ["Access arrangements extra time", "Extra-time allowance", "EXTRA TIME ENTITLEMENT"])
def test_extra_time_is_read_from_headings_of_access_arrangements(heading: str) -> None:
    candidates, found = read(f"name,number,{heading},Modified paper size,Version of paper\nAnn,1,25%,large-18,B\n")
    assert [(each.extra_time, each.edition, each.version) for each in candidates] == [(25, "large-18", "B")]
    assert found == ()


@pytest.mark.parametrize(
    ("heading", "hint"),
    [
        ("Extra tme", "Did you mean 'extra time'?"),
        ("Extra time (25%, 50%) agreed", "Did you mean 'extra time'?"),
        ("Extra time (minutes)", "Extra time is percent of the paper's time"),
        ("Access arrangements", "Write what a paper needs in the columns 'extra time' (percent) and 'edition'"),
        ("AA", "Write what a paper needs"),
        ("Rest breaks", ""),
        ("Colour", "Did you mean 'edition'?"),
        ("Modified papr", "Did you mean 'edition'?"),
        ("Exam rooms", "Did you mean 'room'?"),
        ("Full nmae", ""),
        ("Student ID", "The number is that of the column 'number'."),
        ("First name", "The name is that of the column 'name'."),
        ("Form", ""),
        ("UPN", ""),
        ("Notes", ""),
    ],
)
def test_a_column_that_is_not_read_is_told_with_what_it_may_mean(heading: str, hint: str) -> None:
    candidates, found = read(f'name,"{heading}",number\nAnn,x,1\n')
    assert [each.name for each in candidates] == ["Ann"]
    on_sheet = heading in ("Rest breaks", "Notes", "Form", "UPN")
    assert [(each.severity.word, each.span.line, each.span.column) for each in found] == [("note" if on_sheet else "warning", 1, 7)]
    # What looks like an access arrangement is told with its lines.
    arrangement = heading.startswith(("Extra", "A", "Colour", "Modified", "Rest", "Notes"))
    assert found[0].code == ("C133" if arrangement else "C122")
    # What a system exports besides, and what another column says more clearly, needs no line.
    assert ("line 2 ('x')" in found[0].message) is (heading not in ("Student ID", "First name", "Form", "UPN"))
    assert repr(heading) in found[0].message
    assert [each.startswith(hint) for each in found[0].hints] == [True] * bool(hint)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_nul_in_a_cell_is_a_fault_of_that_cell_and_hides_no_other(encoding: str) -> None:
    _, found = read("na\x00me,number,room,UPN\nAn\x00n,1,Hall,A1\n,2,Hall,A2\nCy,3,H\x00all,A\x003\nDi,,Hall,A4\n".encode(encoding))
    errors = [(each.code, each.span.line, each.span.column) for each in found if each.severity.word == "error"]
    assert errors == [("C115", 1, 1), ("C115", 2, 1), ("C110", 3, 1), ("C115", 4, 6), ("C115", 4, 12), ("C111", 5, 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bytes_that_are_no_letters_are_told_at_their_places_with_all_other_mistakes(encoding: str) -> None:
    whole = "name,number,notes\nZoë,1,\nAnn@,2,\n,3,\nCy,4,@@x\n".encode(encoding)
    damaged = whole.replace("@".encode(encoding)[-2:], b"\x00\xd8") if encoding == "utf-16" else whole.replace(b"@", b"\xff")
    candidates, found = read(damaged)
    assert candidates == ()
    errors = sorted((each.span.line, each.span.column, each.code) for each in found if each.severity.word == "error")
    assert errors == [(3, 4, "C101"), (4, 1, "C110"), (5, 6, "C101")]


def test_each_column_that_is_not_read_is_told_once_and_those_without_a_heading_where_they_hold_something() -> None:
    _, found = read("name,UPN,,number,,House\nAnn,A1,,1,25%,Red\nBob,A2,,2,,Blue\n")
    assert [(each.code, each.span.column) for each in found] == [("C122", 6), ("C133", 18)]
    assert found[0].message == "columns that say nothing of a paper are not used: 'UPN', 'House'"


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (",0002,,,,,,", "C110", 1),
        ("0002,Bob,,,,,,", "C110", 1),
        ("n/a,0002,,,,,,", "C110", 1),
        ("-,0002,,,,,,", "C110", 1),
        ("Bob,,,,,,,", "C111", 5),
        ("Bob,TBC,,,,,,", "C111", 5),
        ("Bob,0001,,,,,,", "C112", 5),
        ("Bob,1,,,,,,", "C112", 5),
        ("Bob,4.2E+05,,,,,,", "C113", 5),
        ("Bob,12*3,,,,,,", "C113", 5),
        ("Bob,1001.0,,,,,,", "C113", 5),
        ("Bob,0002,12345.0,,,,,", "C113", 10),
        ("Bob,0002,,Hall,2.0,,,", "C113", 16),
        (f"{'x' * (LONGEST_NAME + 1)},0002,,,,,,", "C114", 1),
        (f"{'x' * 300},0002,,,,,,", "C114", 1),
        ("Bob 😀,0002,,,,,,", "C115", 1),
        ("محمد,0002,,,,,,", "C115", 1),
        ("王,0002,,,,,,", "C115", 1),
        ("Bo\u202eb,0002,,,,,,", "C115", 1),
        ("Bo\x07b,0002,,,,,,", "C115", 1),
        ('"Bo\nb\nc",0002,,,,,,', "C115", 2),
        ("=1+1,0002,,,,,,", "C116", 1),
        ("Bob,0002,12345,@Hall,,,,", "C116", 16),
        ("\tBob,0002,,,,,,", "C116", 1),
        ('"=HYPERLINK(""http://x"")",0002,,,,,,', "C116", 2),
        ("'+Bob,0002,,,,,,", "C116", 1),
        ("#NAME?,0002,,,,,,", "C116", 1),
        ("\u200b=1+1,0002,,,,,,", "C116", 1),
        ("\u2003@x,0002,,,,,,", "C116", 1),
        ("Bob,0002,,,,C,,", "C117", 13),
        ("Bob,0002,,,,,huge,", "C118", 14),
        ("Bob,0002,,,,,,101", "C119", 15),
        ("Bob,0002,,,,,,yes", "C119", 15),
        ("Bob,0002,12345,Hall,a1,,,", "C120", 21),
        (f"Bob,0002,,{'y' * 41},,,,", "C121", 11),
        ('"Bob,0002,,,,,,', "C108", 1),
        ("Bob,0002", "C109", 5),
        ("Lee, Bob,0002,,,,,,", "C109", 20),
    ],
)
def test_a_mistake_is_reported_at_its_place(row: str, code: str, column: int) -> None:
    row = row if code != "C109" or row.count(",") < 8 else row + "x"
    first = "Ann,0001,12345,Hall,A1,,,"
    assert faults(first, row) == [(code, 3, column)]


def test_every_number_that_no_bar_code_holds_is_told_at_its_own_cell() -> None:
    assert faults(f"Ann,{'1' * LONGEST_NUMBER},,,,,,", f"Bob,{'2' * 17},,,,,,", f"Cy,{'3' * 18},,,,,,") == [("C121", 3, 5), ("C121", 4, 4)]


def test_a_candidate_stands_where_the_name_does() -> None:
    candidates, _ = read("number,name\n1,Ann\n")
    assert (candidates[0].span.line, candidates[0].span.column) == (2, 3)


def test_names_are_composed_and_lose_what_marks_nothing_on_paper() -> None:
    candidates, found = read("name,number\n Zoe\u0308\u00a0 E\u0301va\u00adns\u200b ,1\n’Abd al-Raḥmān,2\nΣωκράτης Ünsal,3\n")
    assert [each.name for each in candidates] == ["Zoë Évans", "’Abd al-Raḥmān", "Σωκράτης Ünsal"]
    assert found == ()


def test_an_accent_for_an_apostrophe_is_no_sign_whatever_else_is_in_a_name() -> None:
    candidates, found = read("name,number\nSiân O`Neill,1\nNguyễn O`Neill,2\nŁucja O´Neill,3\n")
    assert [each.name for each in candidates] == ["Siân O`Neill", "Nguyễn O`Neill", "Łucja O´Neill"]
    assert found == ()


def test_every_mistake_of_every_row_is_reported_and_good_rows_are_still_read() -> None:
    rows = (",,,,,,,", ",0001,,,,C,nope,200", "Ann,0002,,,,a,Large 18,25 %", "=x,=y,,,,,,", "Bob,0003,-,n/a,–,,standard,no")
    candidates, found = read("\n".join((HEADER, *rows)))
    assert [(c.name, c.version, c.edition, c.extra_time, c.room) for c in candidates] == [
        ("Ann", "A", "large-18", 25, ""),
        ("Bob", "", "", 0, ""),
    ]
    assert [(d.code, d.span.line) for d in found] == [(c, 3) for c in ("C110", "C117", "C118", "C119")] + [
        ("C116", 5),
        ("C116", 5),
        ("C107", 2),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_without_headings_is_told_that_they_are_missing(sign: str) -> None:
    rows = (("Zoë Évans", "0421", "Hall A"), ("Ann Jones", "0422", "Hall A"))
    candidates, found = read("\n".join(map(sign.join, rows)).encode())
    assert (candidates, [each.code for each in found]) == ((), ["C104"])
    assert "no headings" in found[0].message
    assert found[0].span.line == 1
    assert "name, number" in found[0].hints[0]


def test_headings_that_are_not_known_are_no_candidate() -> None:
    _, found = read(b"who,what,where\nAnn,1,Hall A\n")
    assert "no column for the name" in found[0].message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "C102"),
        (b" \r\n", "C102"),
        (b"PK\x03\x04rest", "C101"),
        (b"name,number\nAnn\x00\x00\x00\x00,1\n", "C101"),
        (b"name,number\nAnn,1\n" + bytes(50), "C101"),
        ("name,number\nZoë,1\n".encode() + b"Zo\xeb,2\n", "C101"),
        (b"name,number\nZo\xc3\xab,1\n" + b"\xff," * 60, "C101"),
        (b"who,what\nAnn,1\n", "C104"),
        (b"name,number,full name\nAnn,1,Ann\n", "C105"),
        (b"name,number\n", "C106"),
    ],
)
def test_what_is_no_list_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    candidates, found = read(data)
    assert candidates == ()
    assert [each.code for each in found] == [code]


@given(st.lists(st.lists(st.text(alphabet='ab,;"\n\r é', max_size=6), min_size=2, max_size=4), max_size=6), st.sampled_from(DELIMITERS))
def test_whatever_is_quoted_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert [list(row.cells) for row in rows_of(text, delimiter)] == rows


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    candidates, found = read(b"name,number\n" + data)
    assert candidates or found


def test_four_times_the_rows_take_about_four_times_as_long() -> None:
    def seconds(count: int) -> float:
        data = "\n".join((HEADER, *(f"Zoë Évans {n},{n:04d},12345,Hall {n % 9},A{n // 9},,,25" for n in range(count)))).encode()
        candidates, found = read(data)
        assert (len(candidates), found) == (count, ())
        return least_seconds(lambda: read(data))

    # Of one run, and the processor's time: a quadratic reader comes to sixteen.
    assert seconds(4000) / seconds(1000) < 10


@pytest.mark.parametrize("written", ["Β", "β", "Παραλλαγή Β", "wersja b", "versión B"])  # Greek letters, and words in other languages
def test_a_version_is_known_by_the_letter_it_looks_like(written: str) -> None:
    candidates, found = read(f"name,number,version\nΓιώργος Παπαδόπουλος,0001,{written}\n")
    assert [each.version for each in candidates] == ["B"]
    assert not any(each.severity.word == "error" for each in found)
