"""Cells with more in them than a list can say: a photograph as text, a page of notes."""

from __future__ import annotations

import pytest

from packbuilder.readers.candidates.long_cells import LONGEST
from tests.readers.candidates.test_lists import read, told


@pytest.mark.parametrize("photo", ["QmFzZTY0+/9=" * 500, "1234567890" * 500, "/9j 4AAQ " * 500])
def test_a_photograph_beside_each_candidate_keeps_nobody_from_being_read(photo: str) -> None:
    text = f"number,name,room,seat,Photo\n1,Ann Lee,Hall,A1,{photo}\n2,Bo Ray,Hall,A2,{photo}\n"
    assert [(each.number, each.name, each.seat) for each in read(text)[0]] == [("1", "Ann Lee", "A1"), ("2", "Bo Ray", "A2")]
    assert ("C139", 2, 19) in told(text, "warning")


def test_a_photograph_heads_no_column() -> None:
    photo = "QmFzZTY0+/9=" * 500
    assert [each.name for each in read(f"{photo}\nnumber,name\n1,Ann Lee\n")[0]] == ["Ann Lee"]


def test_what_stands_at_the_beginning_of_long_notes_is_read() -> None:
    text = f'number,name,Access arrangements\n1,Ann,"25% extra time; {"a word " * LONGEST}"\n'
    assert [each.extra_time for each in read(text)[0]] == [25]
    assert ("C139", 2, 8) in told(text, "warning")


def test_a_cell_as_long_as_is_read_is_whole() -> None:
    assert "C139" not in {code for code, _, _ in told(f"number,name,Notes\n1,Ann,{'n' * LONGEST}\n", "warning")}


def test_a_long_name_is_an_error_where_it_stands() -> None:
    assert ("C114", 2, 3) in told(f"number,name\n1,{'n' * 1_000_000}\n", "error")
