"""Access arrangements under other headings than those of extra time and editions: read where certain, else told with their lines."""

from __future__ import annotations

import pytest

from packbuilder.app.runs.plan import list_of
from packbuilder.diagnostics import Diagnostic, by_place
from packbuilder.model.candidate import Candidate
from tests.readers.candidates.test_needs import cases


def read(text: str) -> tuple[tuple[Candidate, ...], tuple[Diagnostic, ...]]:
    return list_of(text.encode(), "list.csv", versions=("A", "B"))


@pytest.mark.parametrize(
    ("written", "meant"), [*cases("arrangements.txt"), *cases("word-for-word.txt"), *cases("codes.txt"), *cases("several-codes.txt")]
)
def test_an_arrangement_is_read_or_told(written: str, meant: str) -> None:
    heading, _, cell = (part.strip() for part in written.partition("|"))
    candidates, found = read(f'name,number,"{heading}"\nAnn,1,"{cell}"\nBob,2,\n')
    told = " ".join(" ".join((each.message, *each.hints)) for each in found)
    if meant.startswith("? "):
        assert [each.name for each in candidates] == ["Bob"]
        assert {each.span.line for each in found if each.severity.word == "error"} == {2}
        assert meant[2:] in told
        return
    needs, _, kept = (part.strip() for part in meant.partition("~"))
    needs, _, lost = (part.strip() for part in needs.partition("!"))
    percent, _, edition = needs.partition(" ")
    assert [(each.extra_time, each.edition) for each in candidates] == [(int(percent), edition), (0, "")]
    warned = [each for each in found if each.code == "C133"]
    assert [each.severity.word for each in warned] == ["warning"] * bool(lost) + ["note"] * bool(kept)
    assert not lost or f"line 2 ({lost})" in warned[0].message
    assert not kept or "; ".join(candidates[0].arrangements) == kept


@pytest.mark.parametrize(
    ("cell", "needs"),
    [
        ("25% extra time\nColoured overlay (blue)", (25, "")),
        ("Extra Time: 25%\r\nSeparate Room: Yes", (25, "")),
        ("ET 25%\nRest breaks 10 mins per hour", (25, "")),
        ("- 25% extra time\n- Reader", (25, "")),
        ("1. 18pt\n2. Extra time 25%\n3. Scribe", (25, "large-18")),
        ("25% extra\ntime", (25, "")),  # one arrangement, on two lines
        ("Large print\n18pt", (0, "large-18")),
    ],
)
def test_each_line_of_a_cell_is_an_arrangement(cell: str, needs: tuple[int, str]) -> None:
    candidates, found = read(f'name,number,Access arrangements\nAnn,1,"{cell}"\n')
    assert [(each.extra_time, each.edition) for each in candidates] == [needs]
    assert [each for each in found if each.severity.word != "note"] == []


@pytest.mark.parametrize("cell", ["25% ET\nnot approved", "- 25% ET\n- declined"])
def test_nothing_is_given_where_another_line_declines_it(cell: str) -> None:
    candidates, found = read(f'name,number,Access arrangements\nAnn,1,"{cell}"\n')
    assert [each.extra_time for each in candidates] == [0]
    assert [each.code for each in found if each.severity.word == "warning"] == ["C133"]


def test_minutes_beside_percent_are_no_loss() -> None:
    candidates, found = read("name,number,Extra time %,Extra time minutes\nAnn,1,25,15\nBob,2,,\n")
    assert [each.extra_time for each in candidates] == [25, 0]
    assert [each.code for each in found] == ["C122"]
    _, found = read("name,number,Extra time %,Extra time minutes\nAnn,1,25,15\nBob,2,,15\n")
    assert [(each.code, "line 3 ('15')" in each.message) for each in found] == [("C133", True)]


@pytest.mark.parametrize(
    ("header", "row", "place"),
    [
        ("extra time,25% ET", "50,Yes", 10),
        ("extra time,Access arrangements", "No,25% ET", 10),
        ("25% ET,50% ET", "Y,Y", 9),
        ("edition,Coloured paper", "large-18,Yellow", 16),
        ("Large print,AA", "18pt,24pt", 12),
        ("extra time,AA", "25,No extra time", 10),
        ("Modified paper,AA", "No,18pt", 7),
        ("extra time,AA", '25,"25% ET, declined"', 11),
        ("extra time,25% ET", "25,N", 10),
        ("AA,25% ET", "25% ET,No", 14),
        ("AA1,AA2", "25% ET,No extra time", 14),
        ("edition,Large print", "18pt,No", 12),
        ("edition,Large print (24pt)", "24pt,N", 12),
        ("edition,Paper colour", "yellow paper,White", 20),
        ("edition,AA", "18pt,standard paper", 12),
    ],
)
def test_columns_that_contradict_one_another_are_an_error(header: str, row: str, place: int) -> None:
    _, found = read(f"name,number,{header}\nAnn,1,{row}\n")
    errors = [(each.code, each.span.line, each.span.column) for each in found if each.severity.word == "error"]
    assert errors == [("C134", 2, place)]


@pytest.mark.parametrize(
    ("header", "row", "needs"),
    [
        ("extra time,25% ET", "Yes,Yes", (25, "")),
        ("extra time,25% ET", "25,Yes", (25, "")),
        ("extra time,25%", "Yes,Y", (25, "")),
        ("AA,25%", "ET25,Y", (25, "")),
        ("25%,50%", "N,Y", (50, "")),
        ("extra time,AA", ",25% ET", (25, "")),
        ("extra time,AA", "25,Extra time", (25, "")),
        ("Modified paper,Coloured paper", "No,Yellow", (0, "tinted-yellow")),
        ("Modified paper,Coloured paper", "18pt,No", (0, "large-18")),
        ("Modified papers,Coloured paper", "No,Blue", (0, "tinted-blue")),
        ("Modified paper,Large print", "18pt,18", (0, "large-18")),
        ("extra time,25% ET", "50,N", (50, "")),
        ("extra time,25% ET", "25,-", (25, "")),
        ("extra time,AA", "25,None", (25, "")),
        ("extra time,AA", "25,No large print", (25, "")),
        ("edition,Large print", "yellow paper,No", (0, "tinted-yellow")),
    ],
)
def test_columns_that_agree_are_one(header: str, row: str, needs: tuple[int, str]) -> None:
    candidates, found = read(f"name,number,{header}\nAnn,1,{row}\n")
    assert [(each.extra_time, each.edition) for each in candidates] == [needs]
    assert {each.code for each in found} <= {"C123"}


def test_what_is_said_beside_a_name_is_told() -> None:
    candidates, found = read("name,number\nAnn Lee (25% ET),1\nBob (Robert) Ray,2\n")
    assert len(candidates) == 2
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C133", "warning", 2)]


@pytest.mark.parametrize("cell", ["Reader 📖", "r" * 301, "قارئ reader"])
def test_what_no_sheet_can_say_is_warned_of(cell: str) -> None:
    candidates, found = read(f"name,number,Access arrangements\nAnn,1,{cell}\n")
    assert [each.arrangements for each in candidates] == [()]
    assert [(each.severity.word, "on no paper and no sheet" in each.message) for each in found] == [("warning", True)]


def test_what_asks_for_a_paper_and_is_not_understood_is_on_the_sheet_too() -> None:
    candidates, found = read("name,number,Notes\nAnn,1,large  print please\n")
    assert [each.arrangements for each in candidates] == [("large print please",)]
    assert ["it is on the invigilator's sheet" in each.message for each in found] == [True]


def test_a_yes_alone_is_on_the_sheet_with_its_heading_and_marks_are_not() -> None:
    candidates, _ = read("name,number,AA,25%\nAnn,1,Y,67\nBob,2,18,\n")
    assert [each.arrangements for each in candidates] == [("AA: Y",), ("AA: 18",)]


def test_no_arrangement_beside_a_name_is_no_loss() -> None:
    _, found = read("name,number\nAnn Lee (no extra time),1\n")
    assert found == ()


def test_a_seat_beside_row_and_column_is_no_paper() -> None:
    _, found = read("name,number,Seat,Row,Column\nAnn,1,A3,A,3\n")
    assert [each.code for each in found] == ["C122"]


def test_marks_below_a_percentage_are_no_extra_time() -> None:
    candidates, found = read("name,number,25%\nAnn,1,1\nBob,2,17\n")
    assert [each.extra_time for each in candidates] == [0, 0]
    assert ["line 2 ('1'); line 3 ('17')" in each.message for each in found] == [True]


def test_what_may_be_minutes_is_told_to_be_read_as_percent() -> None:
    _, found = read("name,number,extra time\nAnn,1,15\nBob,2,25\nCy,3,30%\n")
    assert [(each.code, each.severity.word, each.span.line) for each in found] == [("C123", "note", 2)]


@pytest.mark.parametrize("heading", ["Extra time (Y/N)", "Has extra time", "Extra time end"])
def test_extra_time_that_another_column_says_whole_is_not_lost(heading: str) -> None:
    _, found = read(f"name,number,{heading},Extra time %\nAnn,1,Y,25\nBob,2,N,0\n")
    assert [each.code for each in found] == ["C122"]
    _, found = read(f"name,number,{heading},Extra time %\nAnn,1,Y,25\nBob,2,Y,\n")
    assert [(each.code, "line 3" in each.message) for each in found] == [("C133", True)]


def test_what_asks_for_time_or_a_paper_is_told_first_and_whole() -> None:
    people = ["Reader", "Scribe", "Laptop", "WP", "Prompter"] * 2
    asked = ["25% ET (maths only)", "Large print", "Extra time", "Blue or green", "20pt paper", "A3", "Large print"]
    rows = "".join(f'P{at},{at},"{cell}"\n' for at, cell in enumerate((*people, *asked), 2))
    _, found = read(f"name,number,AA\n{rows}")
    first, second = (each for each in by_place(found) if each.code == "C133")
    whole = "line 12 ('25% ET (maths only)'); line 13, 18 ('Large print'); line 14 ('Extra time'); line 15 ('Blue or green'); line 16 ('20pt paper'); line 17 ('A3')"
    assert whole in first.message
    assert "Reader" not in first.message
    assert "line 2, 7 ('Reader'); line 3, 8 ('Scribe'); line 4, 9 ('Laptop'); line 5, 10 ('WP'); line 6, 11 ('Prompter')" in second.message


@pytest.mark.parametrize(
    ("cell", "asked"),
    [
        ("on pink", True),
        ("Pink A4", True),
        ("blue copy", True),
        ("magnified copy", True),
        ("green pen", False),
        ("Exit card (red)", False),
        ("Scribe: Mrs Green", False),
        ("Yellow overlay", False),
        ("Reader", False),
    ],
)
def test_a_colour_among_arrangements_may_be_that_of_a_paper(cell: str, *, asked: bool) -> None:
    _, found = read(f"name,number,Access arrangements\nAnn,1,{cell}\n")
    assert [each.severity.word == "warning" for each in found if each.code == "C133"] == [asked]


@pytest.mark.parametrize(("heading", "asked"), [("Coloured overlay", False), ("Colour", True), ("Coloured overlay / paper", True)])
def test_the_colour_of_an_overlay_asks_for_no_paper(heading: str, *, asked: bool) -> None:
    _, found = read(f"name,number,{heading}\nAnn,1,Yellow\n")
    assert [each.message.startswith("extra time or a paper is asked for") for each in found] == [asked]


def test_a_column_of_extra_time_that_is_not_read_is_told_line_by_line() -> None:
    rows = "".join(f"P{at},{at},{10 + at}\n" for at in range(2, 14))
    _, found = read(f"name,number,Extra minutes\n{rows}")
    assert [each.code for each in found] == ["C133"]
    assert all(f"line {at} ('{10 + at}')" in found[0].message for at in range(2, 14))


def test_modified_papers_beside_an_edition_give_way_and_are_told() -> None:
    candidates, found = read("name,number,Modified papers,Edition\nAnn,1,,18pt\nBob,2,24pt,\n")
    assert [each.edition for each in candidates] == ["large-18", ""]
    assert ["line 3 ('24pt')" in each.message for each in found if each.code == "C133"] == [True]
