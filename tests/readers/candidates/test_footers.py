"""What stands below a list, or at the foot of its pages, is passed over and told; what could be a candidate's never is."""

from __future__ import annotations

import pytest

from tests.readers.candidates.test_lists import read, told
from tests.readers.candidates.test_needs import cases

LIST = "Name,Number,Room,Seat\nAnn Lee,0001,Hall,A1\nBob Ray,0002,Hall,A2\n"


@pytest.mark.parametrize(("row", "meant"), cases("footers.txt"))
def test_a_row_is_passed_over_only_if_it_is_surely_nobodys(row: str, meant: str) -> None:
    candidates, found = read(f"{LIST}{row}\n")
    assert bool(told(f"{LIST}{row}\n", "error")) == (meant == "wrong")
    notes = [each for each in found if (each.code, each.severity.word, each.span.line) == ("C107", "note", 4)]
    assert bool(notes) == (meant == "passed")
    assert all("line 4" in each.message for each in notes)
    assert len(candidates) == 2 + (meant == "candidate")


@pytest.mark.parametrize(
    ("below", "warned"),
    [
        ("Total: 2,,,", []),
        ("Total: 3,,,", [4]),
        ("Number of candidates: 1,,,", [4]),
        ("Candidates on this list: 3,,,", [4]),
        ("Candidates in this room: 3,,,", []),
        ("Total girls: 1,,,", []),
        ("Page 1 of 3,,,", []),
        ("Total: 1,,,\nTotal: 1,,,", []),
        ("Total: 1,,,\nTotal: 1,,,\nGrand total: 2,,,", []),
        ("Total: 1,,,\nGrand total: 3,,,", [5]),
    ],
)
def test_a_list_that_has_other_candidates_than_it_says_is_warned_of(below: str, warned: list[int]) -> None:
    assert [line for code, line, _ in told(f"{LIST}{below}\n", "warning") if code == "C138"] == warned


def test_candidates_with_mistakes_are_counted_too() -> None:
    assert not [code for code, *_ in told(f"{LIST},0003,Hall,A3\nTotal: 3,,,\n", "warning") if code == "C138"]


def test_the_foot_of_a_page_and_its_repeated_head_part_no_sections() -> None:
    head, one, two = LIST.splitlines()
    foot = "Report printed from the system at 14:02,,,"
    candidates, found = read("\n".join((head, one, foot, head, two, foot, "Page 2 of 2,,,")) + "\n")
    assert [each.name for each in candidates] == ["Ann Lee", "Bob Ray"]
    assert [(each.code, each.severity.word) for each in found] == [("C107", "note"), ("C107", "note")]


def test_lines_that_were_only_numbered_beforehand_are_empty() -> None:
    candidates, found = read("#,Name,Candidate No\n1,Ann,0001\n2,,\n3,,\n")
    assert len(candidates) == 1
    assert [(each.code, each.severity.word, "line 3, 4" in each.message) for each in found if each.code == "C107"] == [
        ("C107", "note", True)
    ]
    assert told("#,Name,Candidate No\n1,Ann,0001\n2,,0002\n", "error") == [("C110", 3, 3)]
    assert told("No,Name,Seat\n1,Ann,A1\n2,,\n", "error") != []


def test_a_mac_of_old_is_read_and_told() -> None:
    from packbuilder.app.runs.plan import list_of

    candidates, (warning,) = list_of("Name,Number\rRenée O’Neill,1\r".encode("mac_roman"), "list.csv", versions=("A",))
    assert [each.name for each in candidates] == ["Renée O’Neill"]
    assert (warning.code, "read as Mac OS Roman" in warning.message) == ("C103", True)
