"""Lists of which the whole shape is wrong, and words for nothing: what is told names the cause, and nothing is read askew."""

from __future__ import annotations

import pytest

from packbuilder.model.seating import desk_of, seating_of
from packbuilder.readers.candidate_blanks import blank_kind
from tests.readers.test_candidate_lists import read, told


def test_a_comma_in_a_name_that_nothing_encloses_is_told() -> None:
    text = "No,Name,Room,Seat,Notes\n1,Adams, Amy,Hall,A1,\n2,Brown, Ben,Hall,A2,\n"
    assert told(text, "error") == [("C109", 2, 1), ("C109", 3, 1)]
    assert "'Adams, Amy'" in read(text)[1][0].message
    assert told("No, Name, Room, Seat\n1, Amy, Hall, A1,\n", "error") == []


def test_a_seat_under_extra_time_is_told_as_a_row_that_is_shifted() -> None:
    _, found = read("No,Name,Extra time\n1,Ann,A1\n")
    assert ["shifted" in hint for each in found for hint in each.hints] == [True]


def test_sections_by_room_are_refused_as_such() -> None:
    text = "Room: Hall,,\nNo,Name,Seat\n1,Ann,A1\n,,\nRoom: Gym,,\nNo,Name,Seat\n2,Bob,A1\n"
    assert told(text, "error") == [("C126", 5, 1)]


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
