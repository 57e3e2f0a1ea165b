"""Choices that can be seen without the solver: wherever one is given, the solver gives the same."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from packbuilder.assemble.clashes import grouped_clashes
from packbuilder.assemble.exact import sparing
from packbuilder.assemble.highs import solved
from packbuilder.assemble.plain import least_of, plain_choice
from packbuilder.assemble.rules import Row, Rule
from packbuilder.assemble.solving import _checked, _program

UNITS = 9
NONE = grouped_clashes(UNITS, [])
COSTS = {index: 10 + 7 * index % 9 for index in range(UNITS)}
FIRST = Row(low=2, high=2, amounts=dict.fromkeys(range(4), 1))
SECOND = Row(low=1, high=1, amounts=dict.fromkeys(range(4, 8), 1))

sets = st.sets(st.integers(0, UNITS - 1), max_size=5)
rows = st.builds(
    lambda low, more, units, weight: Row(low=low, high=low + more, amounts=dict.fromkeys(units, weight)),
    st.integers(0, 3), st.sampled_from([0, 0, 0, 1, 9]), sets, st.sampled_from([1, 1, 1, 2]),
)  # fmt: skip


def by_solver(rules: list[Rule], groups: list[set[int]], costs: dict[int, int], must: frozenset[int]) -> tuple[int, ...] | None:
    clashes, every = grouped_clashes(UNITS, groups), range(UNITS)
    found = solved(_program(rules, clashes, costs, every, must))
    return None if found is None else _checked(found, every, rules, clashes, must)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(rows, max_size=4),
    st.lists(sets, max_size=2),
    st.lists(st.integers(0, 12), min_size=UNITS, max_size=UNITS),
    st.frozensets(st.integers(0, 3), max_size=1),
)
@example([FIRST, SECOND], [], [5, 3, 4, 9, 7, 2, 8, 6, 1], frozenset())
def test_the_solver_finds_the_same(rules: list[Rule], groups: list[set[int]], costs: list[int], must: frozenset[int]) -> None:
    prices = dict(enumerate(costs))
    plain = plain_choice(rules, grouped_clashes(UNITS, groups), prices, must)
    if plain is not None:
        assert plain == by_solver(rules, groups, prices, must)


def least_by_solver(rules: list[Rule], of: dict[int, int]) -> int | None:
    clashes, every = grouped_clashes(UNITS, []), range(UNITS)
    found = solved(_program(rules, clashes, of, every, frozenset()))
    return None if found is None else round(found.objective)


@settings(max_examples=300, deadline=None)
@given(st.lists(rows, max_size=4), st.dictionaries(st.integers(0, UNITS - 1), st.integers(0, 3)))
def test_no_choice_holds_less_than_the_least_of_each_row(rules: list[Rule], had: dict[int, int]) -> None:
    least = least_by_solver(rules, had)
    assert least is None or least_of(rules, dict(had)) <= least


@settings(max_examples=300, deadline=None)
@given(
    st.lists(rows, max_size=4),
    st.lists(st.dictionaries(st.integers(0, UNITS - 1), st.integers(1, 3)), min_size=1, max_size=2),
    st.permutations(range(1, UNITS + 1)),
)
@example([FIRST, SECOND], [dict.fromkeys((0, 1, 2, 4, 5, 6, 7), 1)], [5, 3, 4, 9, 7, 2, 8, 6, 1])
def test_sparing_choices_hold_as_little_as_any_of_what_matters_most_first(
    rules: list[Rule], scarce: list[dict[int, int]], costs: list[int]
) -> None:
    chosen = sparing(rules, grouped_clashes(UNITS, []), dict(enumerate(costs)), scarce)
    bounded = list(rules)
    for amounts in scarce:
        least = least_by_solver(bounded, amounts)
        if least is None:
            assert chosen is None
            return
        assert chosen is not None and sum(amounts.get(index, 0) for index in chosen) == least
        bounded.append(Row(low=0, high=least, amounts=dict(amounts)))
    cheapest = by_solver(bounded, [], dict(enumerate(costs)), frozenset())
    assert chosen is not None and cheapest is not None
    assert sum(costs[index] for index in chosen) == sum(costs[index] for index in cheapest)


def test_the_cheapest_of_each_are_taken() -> None:
    assert plain_choice([FIRST, SECOND], NONE, COSTS, frozenset()) == (0, 3, 4)


def test_what_was_asked_before_is_passed_over() -> None:
    had = Row(low=0, high=0, amounts={0: 1, 5: 3})
    assert plain_choice([FIRST, SECOND, had], NONE, COSTS, frozenset()) == (2, 3, 4)


def test_nothing_is_said_where_more_is_to_be_weighed() -> None:
    assert plain_choice([], NONE, COSTS, frozenset()) is None
    assert plain_choice([FIRST], NONE, COSTS | {8: 0}, frozenset()) is None
    assert plain_choice([FIRST], NONE, dict.fromkeys(range(UNITS), 5), frozenset()) is None
    assert plain_choice([FIRST], grouped_clashes(UNITS, [(0, 3)]), COSTS, frozenset()) is None
    assert plain_choice([FIRST], NONE, COSTS, frozenset({1})) is None
    assert plain_choice([Row(low=5, high=5, amounts=dict.fromkeys(range(4), 1))], NONE, COSTS, frozenset()) is None
    assert plain_choice([FIRST, Row(low=9, high=9, amounts=dict.fromkeys(range(UNITS), 2))], NONE, COSTS, frozenset()) is None


def test_it_needs_no_solver() -> None:
    code = "import sys, packbuilder.assemble.plain; print('highspy' in sys.modules, 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == ["False", "False"]
