"""Versions for a room: neighbours differ whenever the rule promises it; what the list fixes stands."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.assemble.neighbours import Dealt, deal, in_order
from packbuilder.assemble.packing import pack
from packbuilder.diagnostics import Span
from packbuilder.model.candidate import Candidate
from packbuilder.model.seating import desk_of, natural, seating_of

CODES = "ABCDEF"
NAMINGS = {
    "B3": lambda row, column: f"{chr(65 + row)}{column + 1}",
    "3B": lambda row, column: f"{row + 1}{chr(65 + column)}",
    "b-03": lambda row, column: f"{chr(97 + row)}-{column + 1:02d}",
    "R2C3": lambda row, column: f"R{row + 1}C{column + 1}",
    "Row B Seat 3": lambda row, column: f"Row {chr(65 + row)} Seat {column + 1}",
    "2-3": lambda row, column: f"{row + 1}-{column + 1}",
}


def someone(number: int, seat: str = "", *, version: str = "", neighbours: tuple[str, ...] = (), **values: str) -> Candidate:
    span = Span(path="list.csv", line=number + 2, column=1)
    return Candidate(number=f"{number:04d}", name=f"Name {number}", span=span, seat=seat, version=version, neighbours=neighbours, **values)  # type: ignore[arg-type]  # texts


def dealt(candidates: list[Candidate], versions: int) -> Dealt:
    return deal(candidates, CODES[:versions], seating_of([each.seat for each in candidates if each.seat], versions))


_rooms = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=50).map(sorted)
_versions = st.integers(2, 6)


@pytest.mark.parametrize("naming", NAMINGS)
def test_desks_are_found_however_a_centre_names_them(naming: str) -> None:
    places = [(row, column) for row in range(4) for column in range(5)]
    seating = seating_of([NAMINGS[naming](*place) for place in places], 2)
    assert list(seating.places.values()) == places
    assert (seating.rows, seating.columns, seating.numbered) == (4, 5, False)


@given(_rooms, _versions, st.sampled_from(sorted(NAMINGS)))
def test_no_neighbours_share_a_version_in_any_room_of_rows(places: list[tuple[int, int]], versions: int, naming: str) -> None:
    candidates = [someone(n, NAMINGS[naming](*place)) for n, place in enumerate(places)]
    result = dealt(candidates, versions)
    assert result.clashes == ()
    for (one, a), (other, b) in combinations(zip(places, result.versions, strict=True), 2):
        down, across = abs(one[0] - other[0]), abs(one[1] - other[1])
        if down + across == 1:
            assert a != b
        if versions >= 4 and max(down, across) == 1:
            assert a != b


@given(_rooms)
def test_with_three_versions_one_diagonal_differs_too_and_no_rule_does_more(places: list[tuple[int, int]]) -> None:
    result = dealt([someone(n, NAMINGS["B3"](*place)) for n, place in enumerate(places)], 3)
    ranks = [sorted({place[axis] for place in places}) for axis in (0, 1)]
    at = {(ranks[0].index(row), ranks[1].index(column)): version for (row, column), version in zip(places, result.versions, strict=True)}
    assert all(version != at.get((row + 1, column + 1)) for (row, column), version in at.items())
    square = dealt([someone(n, seat) for n, seat in enumerate(("A1", "A2", "B1", "B2"))], 3)
    assert len(set(square.versions)) == 3


@given(st.integers(1, 120), st.integers(4, 6))
def test_all_eight_desks_around_a_numbered_one_differ_with_four_versions(count: int, versions: int) -> None:
    candidates = [someone(n, str(n + 1)) for n in range(count)]
    seating = seating_of([each.seat for each in candidates], versions)
    at = {
        seating.places[each.seat]: version
        for each, version in zip(candidates, deal(candidates, CODES[:versions], seating).versions, strict=True)
    }
    around = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1) if down or across]
    assert all(version != at.get((row + down, column + across)) for (row, column), version in at.items() for down, across in around)


@given(_rooms, st.integers(0, 49), st.integers(0, 4))
def test_one_desk_that_the_list_fixes_leaves_all_eight_around_every_desk_different(
    places: list[tuple[int, int]], fixed: int, wish: int
) -> None:
    candidates = [someone(n, NAMINGS["B3"](*at), version=CODES[wish] if n == fixed else "") for n, at in enumerate(places)]
    result = dealt(candidates, 5)
    for (one, a), (other, b) in combinations(zip(places, result.versions, strict=True), 2):
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 1 or a != b


def test_where_the_list_fixes_corners_apart_the_others_give_way_at_corners_too() -> None:
    """The rule, around what is fixed here, lets two desks meet at corners; with six versions none has to."""
    fixed = {"B2": "A", "D4": "D"}
    seats = [f"{row}{column}" for row in "ABCDE" for column in range(1, 6)]
    result = dealt([someone(n, seat, version=fixed.get(seat, "")) for n, seat in enumerate(seats)], 6)
    at = {divmod(n, 5): version for n, version in enumerate(result.versions)}
    assert all(at[n // 5, n % 5] == fixed[seat] for n, seat in enumerate(seats) if seat in fixed)
    assert all(
        version != at.get((row + down, column + across))
        for (row, column), version in at.items()
        for down, across in ((0, 1), (1, 0), (1, 1), (1, -1))
    )


@given(_rooms, st.lists(st.integers(-1, 4), min_size=50, max_size=50))
def test_with_five_versions_only_what_the_list_itself_fixes_can_clash(places: list[tuple[int, int]], wishes: list[int]) -> None:
    candidates = [
        someone(n, NAMINGS["B3"](*at), version=CODES[wish] if wish >= 0 else "")
        for n, (at, wish) in enumerate(zip(places, wishes, strict=False))
    ]
    result = dealt(candidates, 5)
    assert all(not each.version or each.version == version for each, version in zip(candidates, result.versions, strict=True))
    assert all(candidates[one].version and candidates[other].version for one, other in result.clashes)


@given(_rooms, st.integers(0, 1), st.sets(st.integers(0, 49)))
def test_with_two_versions_a_checkerboard_that_the_list_has_begun_is_completed(
    places: list[tuple[int, int]], shift: int, fixed: set[int]
) -> None:
    candidates = [someone(n, NAMINGS["B3"](*at), version=CODES[(sum(at) + shift) % 2] if n in fixed else "") for n, at in enumerate(places)]
    # Where nobody sits in a row or column, the desks beside it are neighbours: such rooms are another test's.
    if {row for row, _ in places} == set(range(1 + max(row for row, _ in places))) and {c for _, c in places} == set(
        range(1 + max(c for _, c in places))
    ):
        assert dealt(candidates, 2).clashes == ()


@given(st.integers(1, 120), _versions)
def test_plain_numbers_differ_from_the_next_and_from_the_desk_behind(count: int, versions: int) -> None:
    candidates = [someone(n, str(n + 1)) for n in range(count)]
    seating = seating_of([each.seat for each in candidates], versions)
    result = deal(candidates, CODES[:versions], seating)
    assert all(a != b for a, b in zip(result.versions, result.versions[1:], strict=False))
    assert all(a != b for a, b in zip(result.versions, result.versions[seating.columns :], strict=False))


@settings(max_examples=40)
@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]), max_size=16))
def test_a_room_drawn_as_a_graph_is_coloured_and_what_cannot_be_is_named(edges: set[tuple[int, int]]) -> None:
    beside: dict[int, list[str]] = {}
    for one, other in edges:
        beside.setdefault(one, []).append(f"T{other}")
    candidates = [someone(n, f"T{n}", neighbours=tuple(beside.get(n, ()))) for n in range(12)]
    result = dealt(candidates, 6)
    sharing = {pair for pair in edges if result.versions[pair[0]] == result.versions[pair[1]]}
    assert sharing == set(result.clashes)
    if all(sum(n in pair for pair in edges) < 6 for n in range(12)):
        assert sharing == set()


def test_a_ring_of_five_needs_a_third_version() -> None:
    ring = [someone(n, f"T{n}", neighbours=(f"T{(n + 1) % 5}",)) for n in range(5)]
    assert len(dealt(ring, 2).clashes) == 1
    assert dealt(ring, 3).clashes == ()


def test_who_has_no_seat_has_another_version_than_the_next_by_number() -> None:
    assert dealt([someone(n) for n in range(5)], 2).versions == ("A", "B", "A", "B", "A")


def test_one_version_serves_a_room_too() -> None:
    assert set(dealt([someone(n, f"A{n}") for n in range(1, 4)], 1).versions) == {"A"}


def test_order_is_along_the_desks_or_by_number() -> None:
    candidates = [someone(3, "A10"), someone(10, "A2"), someone(2), someone(1, "B1")]
    seating = seating_of([each.seat for each in candidates if each.seat], 2)
    assert [each.seat for each in in_order(candidates, seating, by_seat=True)] == ["A2", "A10", "B1", ""]
    assert [each.number for each in in_order(candidates, seating, by_seat=False)] == ["0001", "0002", "0003", "0010"]
    assert sorted(["Hall 10", "hall 9", "Gym"], key=natural) == ["Gym", "hall 9", "Hall 10"]


def test_packets_hold_every_candidate_once_and_their_spares_last() -> None:
    rooms = ("Hall A", "hall  a", "Hall-A", "con", "Ystafell ŵ", "")
    candidates = [someone(n, f"A{n}", room=rooms[n % 6], edition="large-18" if n % 5 == 0 else "") for n in range(60)]
    packed = pack(candidates, "AB", order="seat", spares=5)
    copies = [copy for packet in packed.packets for copy in packet.copies]
    assert [copy.serial for copy in copies] == list(range(1, len(copies) + 1))
    assert sorted(copy.candidate.number for copy in copies if copy.candidate) == [each.number for each in candidates]
    names = [packet.name for packet in packed.packets]
    assert names == [
        "room-con",
        "con-large-18",
        "hall-a",
        "hall-a-large-18",
        "hall-a-2",
        "hall-a-large-18-2",
        "ystafell-w",
        "ystafell-w-large-18",
        "candidates",
        "candidates-large-18",
    ]
    for packet in packed.packets:
        spare = [copy.candidate is None for copy in packet.copies]
        assert spare == sorted(spare)
        assert sum(spare) == 1
        assert {copy.edition for copy in packet.copies} == {packet.edition}


def test_the_same_room_of_two_centres_is_two_rooms() -> None:
    packed = pack([someone(1, room="Hall", centre="222"), someone(2, room="Hall", centre="111")], "A", order="number", spares=0)
    assert [(packet.name, len(packet.copies)) for packet in packed.packets] == [("111-hall", 1), ("222-hall", 1)]


def test_no_packet_is_called_what_passwords_call_schemes_or_a_candidate_and_each_says_that_it_is_of_a_room() -> None:
    rooms = ("Schemes", "Библиотека", "0003", "101")
    packed = pack(
        [someone(n, room=room, edition="tinted" if n == 2 else "") for n, room in enumerate((*rooms, rooms[1]), 1)],
        "A",
        order="seat",
        spares=0,
    )
    assert [packet.name for packet in packed.packets] == ["room-0003", "101", "room-schemes", "room", "room-tinted"]


def test_neighbours_are_found_however_their_seats_are_written() -> None:
    candidates = [
        someone(1, "A1", room="Gymnasium", neighbours=("Gymnasium-c9", "e-05")),
        someone(2, "C9", room="Gymnasium", version="A"),
        someone(3, "E5", room="Gymnasium", version="A"),
    ]
    versions = dealt(candidates, 2).versions
    assert versions[0] == "B"


def test_of_two_seats_that_tell_one_place_the_second_has_none() -> None:
    places = seating_of([*(f"S{n}" for n in range(1, 31)), "5"], 2).places
    assert len(places) == len(set(places.values())) == 30
    assert seating_of(["A1", "a 1", "A2"], 2).places == {"A1": (0, 0), "A2": (0, 1)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("A1", "a 01", True), ("A1", "1-A", True), ("B3", "Row 2 seat 3", True), ("7", "Seat 07", True), ("A1", "A10", False), ("7", "G", False), ("Window", " window", True)],
)  # fmt: skip
def test_a_desk_is_one_whatever_it_is_written_like(one: str, other: str, *, same: bool) -> None:
    assert (desk_of(one) == desk_of(other)) is same


def test_a_hall_of_five_thousand_is_dealt_at_once() -> None:
    candidates = [someone(n, f"R{n // 70 + 1}C{n % 70 + 1}", version="B" if n == 77 else "") for n in range(5000)]
    assert dealt(candidates, 4).clashes == ()


def rooms() -> list[tuple[list[str], list[str]]]:
    """Seats of a room, and row and place of each."""
    path = Path(__file__).parent.parent / "cases" / "candidates" / "seats.txt"
    lines = (line.partition("->") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [([seat.strip() for seat in re.split("[,;]", seats)], places.split()) for seats, _, places in lines]


@pytest.mark.parametrize(("seats", "places"), rooms())
def test_seats_are_found_in_the_centres_words(seats: list[str], places: list[str]) -> None:
    found = seating_of(seats, 2, room="Gym").places
    assert [f"{found[seat][0] + 1}.{found[seat][1] + 1}" if seat in found else "-" for seat in seats] == places


def test_desks_to_a_row_are_those_that_are_set_with_the_empty_ones() -> None:
    some = [str(number) for number in (1, 2, 3, 11, 12, 13)]
    wide = seating_of(some, 2, desks_a_row=10)
    assert (wide.width, wide.columns, wide.rows) == (10, 3, 2)
    guessed = seating_of([str(number) for number in range(1, 31) if number % 7], 2)
    assert guessed.places["8"][1] == 0
    assert guessed.width == 7
    assert seating_of(["A1", "A2"], 2).width == 0


@pytest.mark.parametrize(
    ("room", "seats", "rows"),
    [
        ("101", [f"101-{number}" for number in range(1, 10)], 0),
        ("101", ["101-1", "101-2", "102-1", "102-2"], 2),
        ("Hall 2", [f"Hall 2-{number}" for number in range(1, 10)], 0),
        ("101", ["101-A1", "101-A2", "101-B1"], 2),
        ("101", ["101-1-1", "101-2-1"], 2),
        ("A", ["A-1", "A-2", "B-1"], 2),
        ("A", ["A-1", "A-2", "A-3"], 1),
    ],
)
def test_a_rooms_number_before_all_its_seats_is_no_row(room: str, seats: list[str], rows: int) -> None:
    found = seating_of(seats, 2, room=room)
    assert found.numbered == (rows == 0)
    assert set(found.places) == set(seats)
    assert rows in (0, found.rows)


def test_numbers_that_run_on_are_no_rows_of_hundreds() -> None:
    for numbers in (range(101, 141), range(180, 231), range(1, 250, 7), (101, 150, 202, 251, 303)):
        assert seating_of([str(number) for number in numbers], 2).numbered
    assert seating_of(["101", "102", "201", "202"], 2, desks_a_row=3).numbered


def test_a_rooms_own_name_before_a_seat_makes_it_no_other_desk() -> None:
    assert desk_of("Gym-A1", "gym") == desk_of("a 01", "gym")
    assert desk_of("Gallery A1", "Gym") != desk_of("Floor A1", "Gym")
    assert desk_of("Gallery A1", "Gym") == desk_of("gallery-a01", "Gym")
    assert desk_of("Hall 2-1", "Hall 2") == desk_of("1", "Hall 2")
    assert desk_of("A-1", "A") == desk_of("A1", "A")
