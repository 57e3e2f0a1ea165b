"""Versions side by side: how many questions they share, how hard they are, and what earlier papers held."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.app.capacity import capacities
from packbuilder.assemble import ConflictError, ExhaustedError, InfeasibleBlueprintError, UnreachableMarksError, assemble
from packbuilder.assemble.drawing import costs_of
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.pool import pool_of
from packbuilder.assemble.rules import Row
from packbuilder.assemble.solving import choose
from packbuilder.assemble.wishes import rules_of
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from tests.assemble.banks import bank, item, mixed
from tests.assemble.test_blueprints import WISHES, items_of, varied


def ids(form: Form) -> set[str]:
    return {each.id for each in items_of(form)}


@pytest.mark.parametrize("quotas", [(), WISHES[:4]], ids=["marks alone", "quotas"])
@pytest.mark.parametrize("overlap", [0, 2])
def test_versions_share_no_more_than_was_asked(overlap: int, quotas: tuple[str, ...]) -> None:
    wish = Blueprint(marks=40, versions=3, overlap=overlap, quotas=tuple(map(quota_of, quotas)))
    forms = assemble(varied(), wish, Seed(4), title="T")
    assert [form.marks for form in forms] == [40, 40, 40]
    assert max(len(ids(one) & ids(other)) for one, other in combinations(forms, 2)) <= overlap


def test_the_same_questions_in_another_order() -> None:
    forms = assemble(varied(), Blueprint(marks=40, versions=3, overlap=SAME), Seed(4), title="T")
    assert ids(forms[0]) == ids(forms[1]) == ids(forms[2])
    assert len({form.fingerprint for form in forms}) == 3
    assert len({tuple(each.id for each in items_of(form)) for form in forms}) > 1


def test_versions_that_do_not_go_one_after_the_other_are_found_together() -> None:
    # Two hard ones of 4 marks: a form of its own has one at most, and the first may not take both.
    items = [item(f"hard{n}", 4, difficulty=5) for n in range(2)] + [item(f"easy{n}", 2, difficulty=1) for n in range(4)]
    wish = Blueprint(marks=8, versions=2, overlap=0, quotas=(quota_of("difficulty 5: at least 1 question"),))
    forms = assemble(bank(*items), wish, Seed(1), title="T")
    assert ids(forms[0]) & ids(forms[1]) == set()
    assert all(any(each.difficulty == 5 for each in items_of(form)) for form in forms)


def test_more_versions_than_the_bank_has_questions_for_are_refused() -> None:
    with pytest.raises((ConflictError, InfeasibleBlueprintError), match=r"versions that share no question|can give"):
        assemble(mixed(12), Blueprint(marks=20, versions=4, overlap=0), Seed(1), title="T")


def test_versions_to_a_specification_are_nearly_as_hard() -> None:
    wish = Blueprint(marks=60, versions=4, quotas=(quota_of("objective AO1: at least 20%"),))
    means = [sum(i.difficulty * i.marks for i in items_of(form)) / 60 for form in assemble(varied(), wish, Seed(2), title="T")]
    assert max(means) - min(means) <= 0.5
    assert all(abs(mean - means[0]) <= 0.25 + 1e-9 for mean in means)


def test_what_earlier_papers_held_is_not_drawn_again() -> None:
    (first,) = assemble(varied(), Blueprint(marks=40), Seed(1), title="T")
    used = frozenset(ids(first))
    for quotas in ((), WISHES[:3]):
        wish = Blueprint(marks=40, used=used, quotas=tuple(map(quota_of, quotas)))
        (second,) = assemble(varied(), wish, Seed(1), title="T")
        assert ids(second) & used == set()


def test_exhaustion_is_told_before_anything_is_repeated_and_repeats_are_few() -> None:
    items = bank(*(item(f"i{n}", 2) for n in range(12)))
    used = frozenset(f"i{n}" for n in range(8))
    with pytest.raises(ExhaustedError, match="the 4 questions that were not used before cannot make a paper of 12 marks"):
        assemble(items, Blueprint(marks=12, used=used), Seed(1), title="T")
    for quotas in ((), (quota_of("topic t0: at least 1 mark"),)):
        (form,) = assemble(items, Blueprint(marks=12, used=used, repeat=True, quotas=quotas), Seed(1), title="T")
        assert len(ids(form) & used) == 2


def test_a_stated_tolerance_holds_without_quotas_too() -> None:
    wish = Blueprint(marks=40, versions=4, tolerance=0.05)
    means = [sum(i.difficulty * i.marks for i in items_of(form)) / 40 for form in assemble(varied(), wish, Seed(3), title="T")]
    assert all(abs(mean - means[0]) <= 0.05 + 1e-9 for mean in means)


def test_a_tolerance_that_cannot_be_kept_is_named() -> None:
    items = bank(item("hard", 4, difficulty=5), item("easy", 4, difficulty=1))
    with pytest.raises(ConflictError, match=r"mean difficulty within 0\.5 of version A"):
        assemble(items, Blueprint(marks=4, versions=2, overlap=0, tolerance=0.5), Seed(1), title="T")


@pytest.mark.parametrize("seed", range(8))
def test_the_best_form_is_the_only_best_one(seed: int) -> None:
    """No other choice costs as little: whichever machine proves an optimum, it is this one."""
    wish = Blueprint(marks=60, quotas=tuple(map(quota_of, WISHES)))
    pool = pool_of(varied(), wish)
    rows = rules_of(pool.wishes)
    costs = costs_of(pool, tried_order(pool.units, Seed(seed), {}, 60), Seed(seed))
    best = choose(rows, pool.clashes, costs)
    assert best is not None
    least = sum(costs[index] for index in best)
    other = Row(low=0, high=len(best) - 1, amounts=dict.fromkeys(best, 1))
    second = choose([*rows, other], pool.clashes, costs)
    assert second is None or sum(costs[index] for index in second) > least


@pytest.mark.parametrize("seed", range(6))
def test_a_tolerance_is_kept_together_where_the_first_form_would_leave_none_for_the_next(seed: int) -> None:
    items = bank(item("easy1", 1, difficulty=1), item("easy2", 1, difficulty=1), item("hard", 1, difficulty=5))
    forms = assemble(items, Blueprint(marks=1, versions=2, overlap=0, tolerance=0), Seed(seed), title="T")
    assert {frozenset(ids(form)) for form in forms} == {frozenset({"easy1"}), frozenset({"easy2"})}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 5)), min_size=5, max_size=7),
    st.integers(2, 5),
    st.sampled_from([(0, None), (0, 0.2), (1, None), (1, 0.1), (9, 0.1)]),
)
def test_versions_are_found_exactly_where_there_are_some(rows: list[tuple[int, int]], marks: int, wish: tuple[int, float | None]) -> None:
    overlap, tolerance = wish
    items = bank(*(item(f"i{n}", worth, difficulty=level) for n, (worth, level) in enumerate(rows)))
    papers = [some for n in range(1, 8) for some in combinations(items.items, n) if sum(each.marks for each in some) == marks]

    def hard(some: tuple[Item, ...]) -> float:
        return sum(each.marks * each.difficulty for each in some) / marks

    def fit(one: tuple[Item, ...], other: tuple[Item, ...]) -> bool:
        shared = {each.id for each in one} & {each.id for each in other}
        return len(shared) <= overlap and (tolerance is None or abs(hard(one) - hard(other)) <= tolerance + 1e-9)

    possible = any(fit(one, other) for one in papers for other in papers)
    try:
        one, other = assemble(items, Blueprint(marks=marks, versions=2, overlap=overlap, tolerance=tolerance), Seed(1), title="T")
    except (ConflictError, InfeasibleBlueprintError, UnreachableMarksError):
        assert not possible
    else:
        assert fit(tuple(items_of(one)), tuple(items_of(other)))


@pytest.mark.parametrize("quotas", [(), ("topic t0: at least 1 mark",)], ids=["marks alone", "quotas"])
@pytest.mark.parametrize("seed", range(4))
def test_no_question_is_repeated_where_none_need_be(seed: int, quotas: tuple[str, ...]) -> None:
    # Short ones were used; of the long ones, which are tried last, three do without them.
    items = bank(*(item(f"used{n}", 2) for n in range(12)), *(item(f"long{n}", 8) for n in range(3)))
    wish = Blueprint(marks=24, used=frozenset(f"used{n}" for n in range(12)), repeat=True, quotas=tuple(map(quota_of, quotas)))
    assert ids(assemble(items, wish, Seed(seed), title="T")[0]) == {"long0", "long1", "long2"}
    (form,) = assemble(items, Blueprint(marks=20, used=wish.used, repeat=True, quotas=wish.quotas), Seed(seed), title="T")
    assert sum(name.startswith("used") for name in ids(form)) == 2


@pytest.mark.parametrize("quotas", [(), ("topic t0: at least 1 mark",)], ids=["marks alone", "quotas"])
@pytest.mark.parametrize("seed", range(6))
def test_versions_share_nothing_wherever_they_need_not(seed: int, quotas: tuple[str, ...]) -> None:
    # Eight marks twice, out of three and five twice, and ones that a greedy first form would take.
    items = bank(item("a3", 3), item("b3", 3), item("a5", 5), item("b5", 5))
    one, other = assemble(items, Blueprint(marks=8, versions=2, quotas=tuple(map(quota_of, quotas))), Seed(seed), title="T")
    assert not ids(one) & ids(other)
    few = bank(item("a3", 3), item("b3", 3), item("a5", 5))
    one, other = assemble(few, Blueprint(marks=8, versions=2, quotas=tuple(map(quota_of, quotas))), Seed(seed), title="T")
    assert len(ids(one) & ids(other)) == 1


def test_versions_without_quotas_are_nearly_as_hard_too() -> None:
    items = bank(*(item(f"i{n}", 1 + n % 3, difficulty=1 + n % 5, topic=f"t{n % 2}") for n in range(90)))
    for seed in range(3):
        forms = assemble(items, Blueprint(marks=20, versions=4), Seed(seed), title="T")
        means = [sum(each.difficulty * each.marks for each in items_of(form)) / 20 for form in forms]
        assert all(abs(mean - means[0]) <= 0.25 + 1e-9 for mean in means)


def test_more_versions_than_there_can_be_are_named_with_how_many_there_are() -> None:
    items = bank(*(item(f"i{n}", 2, topic="t1" if n < 3 else "t0") for n in range(20)))
    wish = Blueprint(
        marks=4, versions=6, overlap=0, quotas=(quota_of("topic t1: at least 1 question"), quota_of("topic t0: at most 4 marks"))
    )
    with pytest.raises(ConflictError) as caught:
        assemble(items, wish, Seed(1), title="T")
    assert dict(caught.value.wishes) == {"topic t1: at least 1 question": "", "6 versions that share no question": "3 versions"}


def test_a_check_of_versions_says_what_drawing_them_would() -> None:
    items = bank(*(item(f"i{n}", 2) for n in range(5)))
    wish = Blueprint(marks=4, versions=3)
    assert capacities(items, wish, Seed(1))[1] is None
    assert isinstance(capacities(items, replace(wish, overlap=0), Seed(1))[1], ConflictError)
    assert capacities(items, replace(wish, versions=1, used=frozenset({"i1", "i2", "i3", "i4"})), Seed(1))[1] is not None
