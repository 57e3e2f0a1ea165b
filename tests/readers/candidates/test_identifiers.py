"""A number's column that holds another identifier as well: the number is read, the other one is not printed."""

from __future__ import annotations

import pytest

from packbuilder.readers.candidates.headings import clearness, field_of
from tests.readers.candidates.test_lists import read, told

UCI, OTHER = "612340270001A", "61234B270002R"


def numbers(heading: str, *cells: str) -> list[str]:
    rows = "".join(f'"{cell}",Ann {chr(65 + at)}son,Hall\n' for at, cell in enumerate(cells))
    return [each.number for each in read(f'"{heading}",name,room\n{rows}')[0]]


@pytest.mark.parametrize(
    "heading", ["Number/UCI", "UCI/Number", "Number (UCI)", "Candidate No.\nUCI", "UCI and candidate number", "Candidate number"]
)
@pytest.mark.parametrize(
    "cell", ["0001/{}", "0001 / {}", "0001 ({})", "0001\n{}", "0001 {}", "0001 - UCI: {}", "{}/0001", "{} 0001"]
)  # fmt: skip
def test_the_number_beside_a_uci_is_read(heading: str, cell: str) -> None:
    assert numbers(heading, cell.format(UCI), cell.format(OTHER.casefold()).replace("0001", "0002")) == ["0001", "0002"]


def test_one_uci_among_numbers_is_cut_off_as_well_and_told() -> None:
    text = f"number,name,room\n0001,Ann,Hall\n0002 / {UCI},Bo,Hall\n"
    assert [each.number for each in read(text)[0]] == ["0001", "0002"]
    assert ("C123", 3, 1) in told(text, "note")


def test_a_uci_alone_is_no_number_where_others_have_both() -> None:
    text = f"Number/UCI,name,room\n0001/{UCI},Ann,Hall\n/{OTHER},Bo,Hall\n0003/,Cy,Hall\n0004,Di,Hall\n"
    assert told(text, "error") == [("C111", 3, 1)]
    assert [each.number for each in read(text)[0]] == ["0001", "0003", "0004"]


def test_candidates_may_be_known_by_their_uci() -> None:
    assert numbers("Number/UCI", UCI, OTHER) == numbers("Number", UCI, OTHER) == [UCI, OTHER]


@pytest.mark.parametrize(
    ("heading", "cells", "read"),
    [
        ("Candidate no / ULN", ("0001 / 1234567890",), ["0001"]),
        ("Exam no, UPN", ("0001, A612340270001",), ["0001"]),
        ("Number", ("61234/0001", "01-0002"), ["61234/0001", "01-0002"]),  # the centre's number and the candidate's
    ],
)
def test_other_identifiers_are_where_the_heading_says_so(heading: str, cells: tuple[str, ...], read: list[str]) -> None:
    assert numbers(heading, *cells) == read


def test_the_same_number_twice_is_found_behind_different_ucis() -> None:
    assert told(f"Number/UCI,name\n0001/{UCI},Ann\n0001/{OTHER},Bo\n", "error") == [("C112", 3, 1)]


def test_a_stroke_too_many_is_an_error_where_nothing_says_that_there_are_two() -> None:
    assert told("number,name\n0001/,Ann\n", "error") == [("C113", 2, 1)]


@pytest.mark.parametrize("heading", ["UCI", "UCI number", "UPN No.", "UCI/UPN", "Candidate UCI", "Number of UCIs"])
def test_an_identifier_alone_heads_no_numbers(heading: str) -> None:
    assert field_of(heading) is None


def test_a_column_of_both_gives_way_to_one_of_numbers() -> None:
    assert clearness("Number/UCI") < clearness("Candidate number")
    assert [each.number for each in read(f"Number/UCI,Candidate number,name\n0009/{UCI},0001,Ann\n")[0]] == ["0001"]
