"""Balancing columns: in order, none over its limit, and the tallest as low as any cut could make it."""

from __future__ import annotations

from itertools import combinations_with_replacement

from hypothesis import given
from hypothesis import strategies as st

from packbuilder.typeset.balance import Frames, Piece, Run, balanced, filled
from packbuilder.typeset.fragments import FORBIDDEN

_PIECES = st.lists(
    st.builds(
        Piece,
        height=st.integers(1, 40).map(float),
        space=st.integers(0, 8).map(float),
        cost=st.sampled_from([0.0, 40.0, FORBIDDEN]),
        part=st.integers(0, 2),
    ),
    min_size=1,
    max_size=9,
).map(lambda pieces: sorted(pieces, key=lambda piece: piece.part))

_FRAMES = st.sampled_from([Frames(), Frames(5.0, 3.0)])


def tallest(run: Run, ends: tuple[int, ...]) -> float:
    return max(run.height(start, end) for start, end in zip((0, *ends[:-1]), ends, strict=True))


def every_cut(run: Run, count: int) -> list[tuple[int, ...]]:
    """All ways to cut a run into so many columns where breaks are allowed, by trying them."""
    last = len(run.pieces)
    cuts = ((*ends, last) for ends in combinations_with_replacement(range(last + 1), count - 1))
    return [ends for ends in cuts if all(map(run.breaks, ends))]


@given(_PIECES, _FRAMES, st.integers(1, 3))
def test_the_tallest_column_is_within_six_per_cent_of_the_lowest_possible(pieces: list[Piece], frames: Frames, count: int) -> None:
    run = Run(pieces, frames)
    ends = balanced(run, (1e6,) * count)
    assert ends is not None
    assert ends[-1] == len(pieces)
    assert list(ends) == sorted(ends)
    assert all(map(run.breaks, ends))
    best = min(tallest(run, cut) for cut in every_cut(run, count))
    assert tallest(run, ends) <= 1.06 * best + 0.2


@given(_PIECES, _FRAMES, st.integers(1, 3), st.integers(10, 150))
def test_what_any_cut_holds_is_held_and_no_column_passes_its_limit(pieces: list[Piece], frames: Frames, count: int, room: int) -> None:
    run = Run(pieces, frames)
    possible = any(tallest(run, cut) <= room for cut in every_cut(run, count))
    ends = balanced(run, (float(room),) * count)
    assert (ends is not None) == possible
    assert (filled(run, (float(room),) * count)[-1] == len(pieces)) == possible
    if ends is not None:
        assert tallest(run, ends) <= room + 0.02


def test_a_break_between_entries_is_chosen_over_one_inside_a_paragraph() -> None:
    pieces = [Piece(10, 0, 0), Piece(10, 0, 40), Piece(10, 0, 40), Piece(10, 0, 0), *[Piece(10, 0, 40)] * 3] * 6
    ends = balanced(Run(pieces, Frames()), (1e6, 1e6))
    assert ends is not None
    assert pieces[ends[0] - 1].cost == 0


def test_a_frame_that_goes_on_in_the_next_column_is_counted_in_both() -> None:
    run = Run([Piece(10, 2, 0)] * 2, Frames(5, 3))
    assert run.height(0, 2) == 10 + 2 + 10 + 2 * 5
    assert run.height(0, 1) == run.height(1, 2) == 20


def test_two_frames_in_a_column_stand_apart() -> None:
    run = Run([Piece(10, 2, 0, part=0), Piece(10, 2, 0, part=1)], Frames(5, 3))
    assert run.height(0, 2) == 5 + 10 + 5 + 3 + 5 + 10 + 5


def test_a_part_that_goes_on_has_its_head_again_and_short_parts_can_stay_whole() -> None:
    pieces = [
        Piece(10.0, 2.0, FORBIDDEN, 0),
        Piece(10.0, 2.0, 0.0, 0),
        Piece(10.0, 2.0, 0.0, 0),
        Piece(10.0, 2.0, FORBIDDEN, 1),
        Piece(10.0, 2.0, 0.0, 1),
    ]
    run = Run(pieces, Frames(), {0: 12.0, 1: 12.0})
    assert (run.goes_on(2), run.goes_on(3)) == (True, False)
    assert run.height(2, 3) == 22.0
    assert run.height(3, 5) == 22.0
    assert run.breaks(2)
    whole = run.whole(40.0)
    assert not whole.breaks(2)
    assert whole.breaks(3)
    assert balanced(whole, (50.0, 50.0)) == (3, 5)
    assert run.whole(30.0).breaks(2), "the first part is longer than that"
