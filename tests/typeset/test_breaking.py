"""Page breaks: chosen together, by cost."""

from __future__ import annotations

from math import inf
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.typeset import breaking
from packbuilder.typeset.breaking import Stretch, break_pages, left_out, shrunk
from packbuilder.typeset.fragments import FORBIDDEN


def stretch(height: float, cost: float = 0.0, space: float = 0.0, repeat: float = 0.0) -> Stretch:
    return Stretch(height, space, cost, repeat)


def test_what_fits_on_one_page_stays_on_it() -> None:
    assert break_pages([stretch(30)] * 3, 100) == (3,)


@given(
    st.lists(
        st.builds(stretch, st.floats(0, 30), st.sampled_from([0.0, 40.0, 200.0, FORBIDDEN]), st.floats(0, 9), st.floats(0, 5)),
        min_size=1,
        max_size=9,
    )
)
def test_what_fits_on_one_page_is_what_a_search_would_find(stretches: list[Stretch]) -> None:
    quick = breaking.cheapest_pages(stretches, 100)
    with patch.object(breaking, "_on_one_page", lambda *_: None):
        cost, ends = breaking.cheapest_pages(stretches, 100)
    assert (pytest.approx(quick[0]), quick[1]) == (cost, ends)


def test_space_at_a_page_foot_is_dropped() -> None:
    assert break_pages([stretch(50, space=30), stretch(50)], 100) == (1, 2)
    assert break_pages([stretch(50, space=0), stretch(50, space=90)], 100) == (2,)


def test_white_space_gives_way_a_little_rather_than_open_another_page() -> None:
    spaced = [stretch(45, space=30), stretch(45)]
    assert break_pages(spaced, 112) == (2,)
    assert break_pages(spaced, 108) == (1, 2)
    assert 90 + shrunk(90, 30, 112) * 30 == 112
    assert shrunk(90, 30, 120) == 1.0


def test_a_heading_goes_over_with_what_follows() -> None:
    heading, text = stretch(20, FORBIDDEN), stretch(40)
    assert break_pages([stretch(80), heading, text], 100) == (1, 3)


def test_a_costly_break_is_left_for_a_cheap_one_nearby() -> None:
    assert break_pages([stretch(45), stretch(45, 50.0), stretch(45)], 100) == (1, 3)


def test_a_repeated_head_takes_its_height_on_the_next_page() -> None:
    rows = [stretch(30, repeat=20)] * 7
    assert break_pages(rows, 100) == (2, 4, 6, 7)
    assert break_pages([stretch(30)] * 7, 100) == (3, 6, 7)


def test_something_taller_than_a_page_is_placed_all_the_same() -> None:
    assert break_pages([stretch(20), stretch(300), stretch(20)], 100) == (1, 2, 3)


def test_a_foot_takes_its_room_from_the_page_that_it_stands_on() -> None:
    rows = [Stretch(45, 0, 0, foot=15), Stretch(45, 0, 0, foot=15), Stretch(45, 0, 0)]
    assert break_pages(rows, 100) == (1, 3)
    assert break_pages([row._replace(foot=0) for row in rows], 100) == (2, 3)
    assert break_pages([Stretch(95, 0, 0, foot=15), Stretch(45, 0, 0)], 100) == (1, 2)


def test_nothing_gives_no_page() -> None:
    assert break_pages([], 100) == ()


def test_a_dear_break_is_taken_where_no_page_holds_what_stands_between_cheap_ones() -> None:
    assert break_pages([stretch(30), stretch(40, 400.0), stretch(40, 45.0), stretch(40, 400.0), stretch(30)], 100) == (1, 3, 5)
    assert break_pages([stretch(60, 400.0), stretch(60, 401.0), stretch(60)], 100) == (1, 2, 3)


@given(st.lists(st.tuples(st.integers(10, 60), st.sampled_from([0.0, 45.0, 400.0, FORBIDDEN])), min_size=1, max_size=9))
def test_no_division_costs_less_than_the_one_that_is_chosen(rows: list[tuple[int, float]]) -> None:
    """Of all ways to divide a run of slabs without white space, of which none may be left out."""
    run = [stretch(float(height), cost) for height, cost in rows]

    def cost_of(ends: tuple[int, ...]) -> float:
        total = 0.0
        for start, end in zip((0, *ends), ends, strict=False):
            used, last = sum(each.height for each in run[start:end]), end == len(run)
            empty = 1 - used / 100
            whole = next((to for to in range(end, len(run)) if run[to].cost <= 20), len(run) - 1)
            holds = empty > 0.4 and sum(each.height for each in run[end : whole + 1]) / 100 <= empty
            roomy = 60 * empty**2 + 16 * empty * holds + min(run[end - 1].cost, 1e6)
            foot = 120 * 8 * max(0.0, empty - 0.88) if last else roomy
            total += 100 + foot if used <= 100 else float("inf")
        return total

    inner = range(1, len(run))
    ways = [(*(at for at in inner if chosen >> at - 1 & 1), len(run)) for chosen in range(1 << len(inner))]
    assert cost_of(break_pages(run, 100)) <= min(map(cost_of, ways)) + 1e-6


@given(st.lists(st.tuples(st.floats(1, 90), st.sampled_from([0.0, 20.0, FORBIDDEN]), st.floats(0, 20)), min_size=1, max_size=60))
def test_every_slab_is_placed_once_and_no_page_overflows_unless_it_must(rows: list[tuple[float, float, float]]) -> None:
    stretches = [Stretch(height, space, cost) for height, cost, space in rows]
    ends = break_pages(stretches, 100)
    assert ends[-1] == len(rows)
    assert list(ends) == sorted(set(ends))
    start = 0
    for end in ends:
        used = sum(s.height + s.space for s in stretches[start:end]) - stretches[end - 1].space
        give = 0.35 * sum(s.space for s in stretches[start : end - 1])
        assert used <= 100.01 + give or end == start + 1
        start = end


def test_spare_slabs_are_left_out_rather_than_carried_to_another_page() -> None:
    lines = [stretch(10, 45.0)] * 9 + [Stretch(10, 0.0, 45.0, spare=True)] * 3 + [stretch(10)]
    assert break_pages(lines, 100) == (13,)
    assert left_out(lines, 0, 13, 100) == frozenset({9, 10, 11})
    assert break_pages(lines, 110) == (13,)
    assert left_out(lines, 0, 13, 110) == frozenset({10, 11})
    assert left_out(lines, 0, 13, 130) == frozenset()


def test_a_page_on_which_white_space_gives_way_is_as_good_as_a_full_one() -> None:
    assert break_pages([stretch(45, space=30), stretch(45), stretch(45)], 112) == (2, 3)


def test_an_empty_foot_costs_by_its_square() -> None:
    # One foot of four tenths is dearer (9.6) than a break of 8, a smaller one (4.7) is cheaper.
    assert break_pages([stretch(60), stretch(30, 8.0), stretch(95)], 100) == (2, 3)
    assert break_pages([stretch(72), stretch(23, 8.0), stretch(75)], 100) == (1, 3)


def test_no_foot_is_left_that_could_hold_what_comes_next_whole() -> None:
    # Two questions, then two of 45: evener pages would leave the first half empty.
    assert break_pages([stretch(50), stretch(45), stretch(45), stretch(60)], 100) == (2, 3, 4)
    # What is dear to divide is one thing: its first half alone does not go there.
    assert break_pages([stretch(50), stretch(30, 45.0), stretch(40), stretch(20), stretch(80)], 100) == (1, 4, 5)
    # Neither does what fits only without what must stand at the foot.
    assert break_pages([stretch(50), Stretch(45, 0, 0, foot=10), stretch(45), stretch(60)], 100) == (1, 3, 4)


def test_spare_slabs_are_not_both_left_out_and_carried_over() -> None:
    lines = (
        [stretch(10, FORBIDDEN)] * 9
        + [Stretch(10, 0.0, cost, spare=True) for cost in (FORBIDDEN, 0.0, 30.0)]
        + [stretch(10, FORBIDDEN)] * 9
    )
    ends = break_pages(lines, 100)
    assert ends == (12, 21)
    assert left_out(lines, 0, 12, 100) == frozenset({10, 11})


def test_spare_slabs_at_the_end_cost_no_page() -> None:
    assert break_pages([stretch(10, 45.0)] * 10 + [Stretch(10, 0.0, 45.0, spare=True)] * 3, 100) == (13,)


def test_nothing_is_left_out_where_white_space_gives_way_enough() -> None:
    lines = [stretch(30), stretch(30, space=40), Stretch(30, 0.0, 0.0, spare=True)]
    assert left_out(lines, 0, 3, 118) == frozenset()
    assert left_out(lines, 0, 3, 112) == frozenset({2})


def test_nothing_is_left_out_where_it_would_not_help() -> None:
    lines = [stretch(10, 45.0)] * 18 + [Stretch(10, 0.0, 45.0, spare=True)] + [stretch(10)]
    ends = break_pages(lines, 100)
    assert len(ends) == 2
    assert all(left_out(lines, a, b, 100) == frozenset() for a, b in zip((0, *ends), ends, strict=False))


@given(st.lists(st.tuples(st.floats(5, 40), st.booleans()), min_size=1, max_size=60))
def test_a_page_without_what_is_left_out_never_overflows(rows: list[tuple[float, bool]]) -> None:
    stretches = [Stretch(height, 0.0, 0.0, spare=spare) for height, spare in rows]
    ends = break_pages(stretches, 100)
    for start, end in zip((0, *ends), ends, strict=False):
        out = left_out(stretches, start, end, 100)
        assert sum(stretches[i].height for i in range(start, end) if i not in out) <= 100.02
        assert all(stretches[i].spare for i in out)


_SLABS = st.builds(
    Stretch,
    st.sampled_from([10.0, 20.0, 33.3, 60.0]),
    st.sampled_from([0.0, 5.0, 14.1]),
    st.sampled_from([0.0, 45.0, 400.0]),
    st.sampled_from([0.0, 12.7]),
    st.booleans(),
    st.sampled_from([0.0, 9.9]),
)


@given(st.lists(_SLABS, min_size=1, max_size=30))
def test_what_is_not_looked_at_is_in_no_best_division(run: list[Stretch]) -> None:
    """Without a bound all divisions are looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaking, "_LOOKS", ((inf, (inf,)),))
        every = break_pages(run, 100.0)
    assert break_pages(run, 100.0) == every
