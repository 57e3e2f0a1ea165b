"""The exact solver: rows for what clashes in a body, spreads without a mean, answers recounted, and nothing taken for a proof that is none."""

from __future__ import annotations

from itertools import combinations
from statistics import pstdev

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.assemble import ConflictError, assemble
from packbuilder.assemble.clashes import clashes_of, grouped_clashes
from packbuilder.assemble.highs import SolverFailedError
from packbuilder.assemble.pool import pool_of
from packbuilder.assemble.rules import Row
from packbuilder.assemble.solving import choose, extreme
from packbuilder.assemble.units import units_of
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.item import Item
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from tests.assemble.banks import bank, item, items_of

APART = grouped_clashes(6, [(0, 1, 2)])
MARKS = {index: index + 1.0 for index in range(6)}


def test_hundreds_that_ask_the_same_are_one_group() -> None:
    clashes = clashes_of(units_of(tuple(item(f"i{n}", 1, tests="one") for n in range(300))))
    assert clashes.groups == (tuple(range(300)),)


def test_what_gives_something_away_stands_beside_none_that_tests_it() -> None:
    clashes = clashes_of(units_of((item("a", 1, tests="k"), item("b", 1, tests="k"), item("c", 1, exposes="k"), item("d", 1, exposes="k"))))
    pairs = {pair for group in clashes.groups for pair in combinations(group, 2)}
    assert pairs == {(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)}


def test_an_end_that_is_neither_answer_nor_proof_is_a_fault_not_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy.Highs, "run", lambda self: None)
    with pytest.raises(SolverFailedError):
        choose([Row(low=3, high=3, amounts=MARKS)], APART, {})


def test_a_process_that_ran_the_solver_in_threads_gets_the_same_answers() -> None:
    other = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy annotates its methods only
    other.silent()
    other.setOptionValue("threads", 2)
    other.addVars(1, np.zeros(1), np.ones(1))
    other.run()
    assert choose([Row(low=6, high=6, amounts=MARKS)], APART, MARKS) is not None


def test_extremes_are_exact() -> None:
    assert extreme([Row(low=0, high=13, amounts=MARKS)], APART, MARKS, most=True) == 13
    assert extreme([Row(low=16, high=99, amounts=MARKS)], APART, dict.fromkeys(range(6), 1), most=False) == 4
    assert extreme([Row(low=19, high=99, amounts=MARKS)], APART, MARKS, most=True) is None


def test_of_a_large_bank_what_is_drawn_meets_all_rules_and_what_cannot_be_is_proved() -> None:
    items = bank(*(item(f"i{n}", 1 + n % 7, topic=f"t{n % 9}", difficulty=1 + n % 5, tests=f"k{n // 3}") for n in range(900)))
    wish = Blueprint(marks=60, quotas=tuple(map(quota_of, ("topic t3: 7 marks", "difficulty 2: 9 marks", "difficulty spread: 1.1-1.2"))))
    (form,) = assemble(items, wish, Seed(1), title="T")
    drawn = items_of(form)
    assert sum(each.marks for each in drawn) == 60
    assert sum(each.marks for each in drawn if each.topic == "t3") == 7
    assert sum(each.marks for each in drawn if each.difficulty == 2) == 9
    assert 1.1 <= pstdev([each.difficulty for each in drawn for _ in range(each.marks)]) <= 1.2
    pool = pool_of(items, wish)
    ones = {index: unit.marks for index, unit in enumerate(pool.units) if unit.marks == 1}
    # 129 questions of one mark, of which some ask the same in threes.
    assert choose([Row(low=200, high=999, amounts=ones)], pool.clashes, {}) is None


def brute(items: tuple[Item, ...], marks: int, fits: str, bound: float) -> bool:
    """Whether some choice of items has the marks and a spread at least, or at most, the bound."""
    for count in range(1, len(items) + 1):
        for some in combinations(items, count):
            levels = [each.difficulty for each in some for _ in range(each.marks)]
            if len(levels) == marks and (pstdev(levels) >= bound - 1e-9 if fits == "least" else pstdev(levels) <= bound + 1e-9):
                return True
    return False


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 5)), min_size=2, max_size=6),
    st.integers(2, 6),
    st.sampled_from(["least", "most"]),
    st.sampled_from([0, 0.5, 0.8, 1, 1.3, 1.9, 2]),
)
def test_a_spread_is_met_exactly_where_it_can_be(rows: list[tuple[int, int]], marks: int, fits: str, bound: float) -> None:
    items = bank(*(item(f"i{n}", worth, difficulty=level) for n, (worth, level) in enumerate(rows)))
    wish = Blueprint(marks=marks, quotas=(quota_of(f"difficulty spread: at {fits} {bound:g}"),))
    try:
        (form,) = assemble(items, wish, Seed(1), title="T")
    except ConflictError:
        assert not brute(items.items, marks, fits, bound)
    else:
        levels = [each.difficulty for each in items_of(form) for _ in range(each.marks)]
        assert pstdev(levels) >= bound - 1e-9 if fits == "least" else pstdev(levels) <= bound + 1e-9


def test_a_spread_within_a_wide_mean_is_found() -> None:
    items = bank(*(item(f"i{n}", 1, difficulty=level) for n, level in enumerate((1, 5, 3, 3))))
    for quotas, levels in ((("mean difficulty: 1-5", "difficulty spread: at least 2"), {1, 5}), (("difficulty spread: at most 0",), {3})):
        (form,) = assemble(items, Blueprint(marks=2, quotas=tuple(map(quota_of, quotas))), Seed(1), title="T")
        assert {each.difficulty for each in items_of(form)} == levels
