"""What is drawn: exactly the marks, nothing twice, every topic, and an error that says what the bank can give."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.assemble import InclusionError, InfeasibleBlueprintError, UnreachableMarksError, assemble
from packbuilder.diagnostics import Span
from packbuilder.errors import UnknownNameError
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.seeding import Seed
from tests.assemble.banks import bank, item, items_of, mixed, names_of, stimulus

KEYS = st.sampled_from("abcdef")
ITEMS = st.lists(
    st.tuples(st.integers(1, 9), KEYS, st.sampled_from(["", *"abcdef"]), st.sampled_from(["t0", "t1"])), min_size=1, max_size=9
)


def drawn(bank: ItemBank, seed: int = 1, **wish: object) -> tuple[Form, ...]:
    return assemble(bank, Blueprint(**wish), Seed(seed), title="Test")  # type: ignore[arg-type]  # Blueprint's own names


def compatible(items: tuple[Item, ...]) -> bool:
    return not any(one.clashes(other) for one, other in combinations(items, 2))


def sums(bank: ItemBank) -> set[int]:
    """All totals that some choice of items without a clash gives, by trying every choice."""
    choices = (c for n in range(1, len(bank.items) + 1) for c in combinations(bank.items, n))
    return {sum(each.marks for each in choice) for choice in choices if compatible(choice)}


@settings(max_examples=60, deadline=None)
@given(ITEMS, st.integers(1, 25), st.integers(0, 5))
def test_a_form_is_drawn_exactly_where_there_is_one(rows: list[tuple[int, str, str, str]], marks: int, seed: int) -> None:
    whole = bank(*(item(f"i{n}", m, tests=key, exposes=gives, topic=t) for n, (m, key, gives, t) in enumerate(rows)))
    possible = sums(whole)
    if marks in possible:
        (form,) = drawn(whole, seed, marks=marks)
        assert form.marks == marks
        assert compatible(items_of(form))
    elif marks > max(possible):
        with pytest.raises(InfeasibleBlueprintError) as too_few:
            drawn(whole, seed, marks=marks)
        assert too_few.value.possible == max(possible)
    else:
        with pytest.raises(UnreachableMarksError) as unreachable:
            drawn(whole, seed, marks=marks)
        assert unreachable.value.nearest == max((total for total in possible if total < marks), default=0)


@pytest.mark.parametrize("marks", [12, 40, 55])
def test_every_version_has_exactly_the_marks_and_every_topic(marks: int) -> None:
    for form in drawn(mixed(80), marks=marks, versions=3):
        assert form.marks == marks
        assert compatible(items_of(form))
        assert {each.topic for each in items_of(form)} == {"t0", "t1", "t2", "t3"}


def test_versions_share_nothing_where_the_bank_is_large_enough() -> None:
    one, two, three = (names_of(form) for form in drawn(mixed(160), marks=40, versions=3))
    assert not (one & two or one & three or two & three)


def test_recall_takes_two_fifths_at_most_where_there_is_enough_else() -> None:
    whole = bank(*(item(f"c{n}", 1, choice=True) for n in range(40)), *(item(f"w{n}", 3) for n in range(40)))
    for seed in range(10):
        (form,) = drawn(whole, seed, marks=40)
        assert sum(each.marks for each in items_of(form) if each.kind == "multiple_choice") <= 18


def test_the_same_seed_gives_the_same_forms_and_another_seed_others() -> None:
    assert drawn(mixed(80), 7, marks=40, versions=2) == drawn(mixed(80), 7, marks=40, versions=2)
    assert names_of(drawn(mixed(80), 7, marks=40)[0]) != names_of(drawn(mixed(80), 8, marks=40)[0])


def test_items_of_one_stimulus_are_drawn_together() -> None:
    table = stimulus("table")
    whole = bank(item("a", 2, stimulus=table), item("b", 3, stimulus=table), item("c", 1), item("d", 4))
    for seed in range(8):
        names = names_of(drawn(whole, seed, marks=6)[0])
        assert names == {"a", "b", "c"}


@pytest.mark.parametrize("folder", ["here", "elsewhere", "a/very/deep/folder", "C:/Users/ann"])
def test_where_a_bank_lies_changes_nothing(folder: str) -> None:
    def lying(place: str) -> ItemBank:
        whole = mixed(60)
        sets = (replace(each, stimulus=stimulus(f"s{number // 3}")) for number, each in enumerate(whole.items))
        return replace(whole, items=tuple(replace(each, span=Span(path=f"{place}/soils.bank.yaml", line=3)) for each in sets))

    for seed in range(6):
        assert names_of(drawn(lying(folder), seed, marks=40)[0]) == names_of(drawn(lying("."), seed, marks=40)[0])


def test_included_questions_are_on_every_version_and_excluded_ones_on_none() -> None:
    forms = drawn(mixed(40), marks=25, versions=3, include=frozenset({"i6", "i9"}), exclude=frozenset({"i7", "i15"}))
    for form in forms:
        assert names_of(form) >= {"i6", "i9"}
        assert not names_of(form) & {"i7", "i15"}


def test_included_questions_that_clash_are_named() -> None:
    with pytest.raises(InclusionError, match="i1 and i2 must both be on the paper"):
        drawn(mixed(40), marks=25, include=frozenset({"i1", "i2"}))


def test_included_questions_of_more_marks_than_the_paper_are_an_error() -> None:
    with pytest.raises(InclusionError, match="have 9 marks; it has 5"):
        drawn(mixed(40), marks=5, include=frozenset({"i7"}))


def test_an_included_question_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="no question called 'i99'"):
        drawn(mixed(40), marks=25, include=frozenset({"i99"}))


def test_a_bank_that_is_too_small_says_what_it_can_give() -> None:
    with pytest.raises(InfeasibleBlueprintError) as caught:
        drawn(bank(item("a", 4), item("b", 3, tests="a"), item("c", 2)), marks=30)
    assert caught.value.message == "T0 can give 6 marks at most without asking the same thing twice; 30 were asked for"
    assert caught.value.hints[0] == "Ask for --marks 6 or fewer."


def test_kinds_that_limit_a_paper_are_named() -> None:
    whole = bank(item("a", 4), item("b", 1, choice=True), item("c", 1, choice=True))
    with pytest.raises(InfeasibleBlueprintError) as caught:
        drawn(whole, marks=6, kinds=("multiple_choice",))
    assert "2 marks at most in multiple choice questions alone" in caught.value.message
    assert "With all kinds of questions there are 6 marks." in caught.value.hints


def test_nothing_is_printed_while_the_exact_solver_is_asked(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreachableMarksError):
        drawn(bank(item("a", 4), item("b", 4)), marks=6)
    assert capfd.readouterr() == ("", "")


def test_a_bank_where_hundreds_ask_the_same_is_drawn_from_all_the_same() -> None:
    whole = bank(*(item(f"i{n}", 1 + n % 4, tests=f"k{n % 12}") for n in range(1200)))
    (form,) = drawn(whole, marks=30)
    assert form.marks == 30
    assert compatible(items_of(form))
