"""Papers to a specification: every wish is met when recounted, and clashing wishes are named as few as they are."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import combinations
from pathlib import Path
from statistics import fmean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.app.blueprints import blueprint_named, blueprint_names
from packbuilder.app.capacity import capacities
from packbuilder.app.project import Workplace
from packbuilder.assemble import ConflictError, assemble
from packbuilder.assemble.conflict import smallest_conflict
from packbuilder.assemble.pool import pool_of
from packbuilder.assemble.solving import choose
from packbuilder.assemble.wishes import rules_of
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from tests.assemble.banks import bank, item, mixed

PLACE = Workplace(root=Path(__file__).parent, project=None)


def blueprint(*quotas: str, marks: int = 30, versions: int = 1, include: frozenset[str] = frozenset()) -> Blueprint:
    return Blueprint(marks=marks, versions=versions, quotas=tuple(map(quota_of, quotas)), include=include)


def varied(count: int = 120) -> ItemBank:
    """A bank of all marks, four topics, three objectives and five difficulties."""
    objectives = (("AO1",), ("AO2",), ("AO1", "AO2"), ("AO3",))
    plain = mixed(count).items
    return bank(
        *(
            item(
                each.id,
                each.marks,
                topic=each.topic,
                choice=each.kind == "multiple_choice",
                tests=min(each.tests),
                objectives=objectives[n % 4],
                difficulty=1 + n % 5,
                command=("Explain", "State", "Describe")[n % 3],
            )
            for n, each in enumerate(plain)
        )
    )


def items_of(form: Form) -> list[Item]:
    return [part.item for question in form.questions for part in question.parts]


WISHES = (
    "objective AO1: 30-50%",
    "objective AO2: at least 20%",
    "kind multiple_choice: 3-6 marks",
    "each topic: at least 2 questions",
    "difficulty 4-5: at most 40%",
    "command Explain: at least 3 questions",
    "mean difficulty: 2.0-3.5",
)


def recounted(form: Form) -> dict[str, float]:
    """Count a form by other code than that which drew it."""
    items = items_of(form)
    total = sum(each.marks for each in items)
    shares = [(name, each.marks / len(each.objectives)) for each in items for name in each.objectives]
    return {
        "marks": total,
        "AO1": sum(marks for name, marks in shares if name == "AO1") / total,
        "AO2": sum(marks for name, marks in shares if name == "AO2") / total,
        "choice": sum(each.marks for each in items if each.kind == "multiple_choice"),
        "fewest of a topic": min(sum(each.topic == topic for each in items) for topic in ("t0", "t1", "t2", "t3")),
        "hard": sum(each.marks for each in items if each.difficulty >= 4) / total,
        "explain": sum(fnmatchcase(each.command, "Explain") for each in items),
        "mean": sum(each.difficulty * each.marks for each in items) / total,
    }


@pytest.mark.parametrize("seed", range(6))
def test_every_wish_is_met_in_every_version(seed: int) -> None:
    forms = assemble(varied(), blueprint(*WISHES, marks=60, versions=3), Seed(seed), title="T")
    for form in forms:
        found = recounted(form)
        assert found["marks"] == 60
        # Marks that two objectives share are whole marks: half a mark either way for each such item.
        assert 0.30 - 0.1 <= found["AO1"] <= 0.50 + 0.1
        assert found["AO2"] >= 0.20 - 0.1
        assert 3 <= found["choice"] <= 6
        assert found["fewest of a topic"] >= 2
        assert found["hard"] <= 0.40
        assert found["explain"] >= 3
        assert 2.0 <= found["mean"] <= 3.5
        items = items_of(form)
        assert not any(one.clashes(other) for one, other in combinations(items, 2))


def test_the_same_seed_gives_the_same_paper_and_others_give_others() -> None:
    wish = blueprint(*WISHES, marks=60)
    fingerprints = [assemble(varied(), wish, Seed(seed), title="T")[0].fingerprint for seed in (1, 1, 2, 3, 4)]
    assert fingerprints[0] == fingerprints[1]
    assert len(set(fingerprints)) == 4


def test_versions_share_few_questions_where_the_bank_has_more() -> None:
    one, other = assemble(varied(), blueprint(*WISHES, marks=40, versions=2), Seed(5), title="T")
    shared = {each.id for each in items_of(one)} & {each.id for each in items_of(other)}
    assert len(shared) <= len(items_of(one)) // 3


def test_what_must_be_on_the_paper_is_on_it() -> None:
    wish = blueprint("objective AO1: at least 5 marks", include=frozenset({"i7", "i20"}))
    (form,) = assemble(varied(), wish, Seed(1), title="T")
    assert {"i7", "i20"} <= {each.id for each in items_of(form)}


def test_a_wish_that_the_bank_cannot_give_is_named_alone() -> None:
    with pytest.raises(ConflictError, match="objective AO9: at least 5 marks") as caught:
        assemble(varied(), blueprint(*WISHES, "objective AO9: at least 5 marks", marks=60), Seed(1), title="T")
    assert len(caught.value.wishes) == 1


def test_only_what_clashes_is_named_with_what_could_be_given_instead() -> None:
    wish = blueprint(
        "command Explain: at least 3 questions",
        "topic t0: at least 25 marks",
        "topic t1: at least 25 marks",
        "topic t2: at least 25 marks",
        marks=60,
    )
    with pytest.raises(ConflictError) as caught:
        assemble(varied(), wish, Seed(1), title="T")
    words = [words for words, _ in caught.value.wishes]
    assert sorted(words) == ["60 marks in all", "topic t0: at least 25 marks", "topic t1: at least 25 marks", "topic t2: at least 25 marks"]
    # The bank gives t2 even sums only: 25 + 25 + 26.
    assert "at least 76 marks" in dict(caught.value.wishes)["60 marks in all"]
    assert "at most 9 marks" in dict(caught.value.wishes)["topic t0: at least 25 marks"]


def test_an_amount_between_what_is_possible_is_told_with_its_neighbours() -> None:
    small = bank(*(item(f"i{n}", 4) for n in range(5)))
    with pytest.raises(ConflictError, match="8 marks or 12 marks, and nothing between"):
        assemble(small, blueprint("topic t0: at least 1 mark", marks=10), Seed(1), title="T")


def test_an_empty_bank_is_one_clear_message() -> None:
    with pytest.raises(ConflictError, match="10 marks in all"):
        assemble(ItemBank(), blueprint("topic t0: at least 1 mark", marks=10), Seed(1), title="T")


_quotas = st.lists(
    st.builds(
        "{} {}: at {} {} {}".format,
        st.just("topic"),
        st.sampled_from(["t0", "t1", "t2"]),
        st.sampled_from(["least", "most"]),
        st.integers(0, 14),
        st.sampled_from(["marks", "questions"]),
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


@settings(max_examples=40, deadline=None)
@given(_quotas, st.integers(4, 24))
def test_a_conflict_cannot_be_met_and_without_any_of_its_wishes_it_can(quotas: list[str], marks: int) -> None:
    small = bank(*(item(f"i{n}", 1 + n % 4, topic=f"t{n % 3}", tests=f"k{n // 2}") for n in range(12)))
    wish = blueprint(*quotas, marks=marks)
    pool = pool_of(small, wish)
    wishes = pool.wishes

    def feasible(some: object) -> bool:
        return choose(rules_of(some), pool.clashes, {}) is not None  # type: ignore[arg-type]  # wishes

    conflict = smallest_conflict(wishes, pool.clashes)
    assert bool(conflict) != feasible(wishes)
    if conflict:
        assert not feasible(conflict)
        assert all(feasible([each for each in conflict if each is not left]) for left in conflict)


def test_the_table_of_capacity_says_what_is_asked_and_what_there_is() -> None:
    table, clash = capacities(varied(), blueprint("kind multiple_choice: 3-6 marks", "topic t1: at least 2 questions", marks=40), Seed(0))
    assert clash is None
    rows = {each.wish: each for each in table}
    choice = rows["kind multiple_choice: 3-6 marks"]
    held = sum(each.marks for each in varied().items if each.kind == "multiple_choice")
    assert (choice.asked, choice.held) == ("3 to 6 marks", f"{held} marks")
    assert rows["topic t1: at least 2 questions"].asked == "at least 2 questions"
    _, clash = capacities(varied(), blueprint("topic t9: at least 2 questions", marks=40), Seed(0))
    assert clash is not None


@pytest.mark.parametrize("name", ["class-test-40", "mock-60", "paper-90", "starter-10"])
def test_blueprints_that_come_with_the_program_are_sound_and_can_be_met(name: str) -> None:
    assert name in blueprint_names(PLACE)
    wish = blueprint_named(name, PLACE)
    (form,) = assemble(
        varied(400), Blueprint(marks=wish.marks, quotas=tuple(q for q in wish.quotas if q.over != "points")), Seed(3), title="T"
    )
    assert form.marks == wish.marks


def test_what_the_bank_has_none_of_is_told_with_what_it_has() -> None:
    with pytest.raises(
        ConflictError, match=r"objective AO9: at least 5 marks”: the bank can give at most 0 marks \(it has AO1, AO2, AO3\)"
    ):
        assemble(varied(), blueprint("objective AO9: at least 5 marks"), Seed(1), title="T")


def spread_of(form: Form) -> tuple[float, float]:
    """Return mean and standard deviation of the difficulty, weighted by marks."""
    marks = [each.difficulty for each in items_of(form) for _ in range(each.marks)]
    return fmean(marks), pstdev(marks)


@pytest.mark.parametrize(
    ("mean", "spread", "low", "high"),
    [("2.8-3.2", "at least 1.3", 1.3, 2), ("2.8-3.2", "at most 1", 0, 1), ("3", "1.2-1.3", 1.2, 1.3), ("2.5-3", "0.9-1.3", 0.9, 1.3)],
)
def test_the_spread_of_difficulty_is_a_standard_deviation(mean: str, spread: str, low: float, high: float) -> None:
    wishes = (f"mean difficulty: {mean}", f"difficulty spread: {spread}")
    for form in assemble(varied(), blueprint(*wishes, marks=60, versions=2), Seed(3), title="T"):
        found, deviation = spread_of(form)
        assert float(mean.split("-")[0]) - 1e-6 <= found <= float(mean.split("-")[-1]) + 1e-6
        assert low - 1e-6 <= deviation <= high + 1e-6


def test_a_spread_that_cannot_be_had_says_what_can() -> None:
    with pytest.raises(ConflictError) as caught:
        assemble(varied(), blueprint("mean difficulty: 1.5", "difficulty spread: at least 1.9", marks=60), Seed(0), title="T")
    assert dict(caught.value.wishes)["difficulty spread: at least 1.9"].startswith("at most 1.")
