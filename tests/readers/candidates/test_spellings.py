"""Which names of rooms and centres may mean one."""

from __future__ import annotations

import pytest

from packbuilder.readers.candidates.spellings import loose_centre, loose_room, may_be_slip, one_slip
from tests.readers.candidates.test_lists import read
from tests.readers.candidates.test_needs import cases


@pytest.mark.parametrize("room", ["Room 5", "Rm 5", "R5", "RM5", "room-05", "5"])
def test_a_word_for_room_before_its_number_says_nothing(room: str) -> None:
    assert loose_room(room) == "5"


@pytest.mark.parametrize(("one", "other"), [("Room 5", "Room 6"), ("Hall A", "Hall B"), ("Roof 5", "Room 5"), ("Lab 1-2", "Lab 12")])
def test_other_rooms_stay_apart(one: str, other: str) -> None:
    assert loose_room(one) != loose_room(other)


@pytest.mark.parametrize(("one", "other"), [("Sports Hall", "Sport Hall"), ("sports hall", "Spots Hall"), ("Library", "Libarry")])
def test_one_letter_may_be_a_slip(one: str, other: str) -> None:
    assert may_be_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hall A", "Hall B"), ("Room 14", "Room 15"), ("Lab", "Lob"), ("Gym", "Gym"), ("East Wing", "West Wing")]
)
def test_short_words_and_figures_are_no_slips(one: str, other: str) -> None:
    assert not may_be_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("12345", "12354", True),
        ("1234", "12345", True),
        ("12345", "12345", False),
        ("12345", "54321", False),
        ("12345", "123", False),
    ],
)
def test_one_slip(one: str, other: str, is_one: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is is_one


def test_spaces_within_a_centres_number_say_nothing() -> None:
    assert loose_centre("1 2345") == loose_centre("12345")


def _told(rows: str) -> list[str]:
    _, found = read("Number,Name,Centre,Room,Seat\n" + rows)
    return [each.message for each in found if each.code == "C128"]


def test_a_centre_of_one_candidate_that_is_a_slip_is_warned_of_with_the_seat_that_is_then_taken_twice() -> None:
    (message,) = _told("1,A B,12345,Gym,1\n2,C D,12345,Gym,2\n3,E F,1234,Gym,1\n")

    assert "'12345' (line 2), '1234' (line 4)" in message
    assert message.endswith("the seat 1 (lines 2 and 4) is there twice")


def test_two_centres_of_many_candidates_may_have_numbers_in_a_row() -> None:
    assert not _told("1,A B,12345,Gym,1\n2,C D,12345,Gym,2\n3,E F,12346,Gym,3\n4,G H,12346,Gym,4\n")


def test_a_desk_that_two_spellings_of_a_room_share_is_named() -> None:
    (message,) = _told("1,A B,12345,Room 5,1\n2,C D,12345,Rm 5,1\n")

    assert message.endswith("the seat 1 (lines 2 and 3) is there twice")


@pytest.mark.parametrize(("rooms", "meant"), cases("room-slips.txt"))
def test_a_room_of_one_that_is_a_letter_from_a_room_of_many_may_be_a_slip(rooms: str, meant: str) -> None:
    few, many = (part.strip() for part in rooms.split("|"))
    sitting = "".join(f"{at},A{chr(64 + at)} Lee,1,{few if at == 5 else many},{at}\n" for at in range(1, 13))

    assert len(_told(sitting)) == (meant == "slip")


def test_two_rooms_of_many_with_short_names_are_two() -> None:
    assert not _told("".join(f"{at},A{chr(64 + at)} Lee,1,{'Lab' if at % 2 else 'Lob'},{at}\n" for at in range(1, 13)))
