"""How fast papers are drawn to a specification: 5,000 items, 90 marks, 30 quotas. Measured, never asserted."""

from __future__ import annotations

from dataclasses import replace

from pytest_benchmark.fixture import BenchmarkFixture

from packbuilder.assemble import ConflictError, assemble
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import Quota
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from tests.assemble.banks import bank, item

MARKS = (1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 9)


def large(count: int = 5000) -> ItemBank:
    """Return a bank over 20 topics; every third question is asked in two ways."""
    chance = Seed(11)
    return bank(
        *(
            item(
                f"i{n}",
                MARKS[chance.below(f"m{n}", 13)],
                topic=f"t{chance.below(f't{n}', 20)}",
                choice=chance.below(f"c{n}", 5) == 0,
                tests=f"k{n - 1 if n % 3 == 2 else n}",
                objectives=(f"AO{1 + chance.below(f'o{n}', 3)}",),
                difficulty=1 + chance.below(f"d{n}", 5),
                command=("Explain", "State", "Describe", "Compare", "Give")[chance.below(f"w{n}", 5)],
            )
            for n in range(count)
        )
    )


QUOTAS = (
    *(f"objective AO{n}: {low}-{high}%" for n, (low, high) in enumerate(((30, 45), (25, 40), (15, 35)), 1)),
    *(f"topic t{n}: 3-12 marks" for n in range(12)),
    *(f"difficulty {n}: 8-30 marks" for n in range(1, 6)),
    *(f"command {name}: at least 1 question" for name in ("Explain", "State", "Describe", "Compare", "Give")),
    "kind multiple_choice: 4-12 marks",
    "kind short_answer: at least 40%",
    "kind extended_response: at most 40%",
    "mean difficulty: 2.5-3.5",
    "marking key: at most 100%",
)


def test_one_form(benchmark: BenchmarkFixture) -> None:
    """A whole draw: pool, order, solver, arrangement."""
    assert len(QUOTAS) == 30
    items, wish = large(), Blueprint(marks=90, quotas=tuple(map(quota_of, QUOTAS)))
    seeds = iter(range(1000))
    forms = benchmark.pedantic(lambda: assemble(items, wish, Seed(next(seeds)), title="T"), rounds=5)
    assert forms[0].marks == 90


def planted(items: ItemBank, slack: int = 1) -> tuple[Quota, ...]:
    """Return 30 tight quotas that one paper meets at least: the amounts of a paper drawn by marks alone, give or take the slack."""
    (form,) = assemble(items, Blueprint(marks=90), Seed(5), title="T")
    drawn = [part.item for question in form.questions for part in question.parts]
    wanted = (
        *(f"topic t{n}" for n in range(12)),
        *(f"difficulty {n}" for n in range(1, 6)),
        *(f"command {name}" for name in ("Explain", "State", "Describe", "Compare", "Give")),
        *(f"objective AO{n}" for n in range(1, 4)),
        *("kind multiple_choice", "kind short_answer", "kind extended_response"),
    )
    amounts = {words: sum(quota_of(f"{words}: 1 mark").amount(each) for each in drawn) for words in wanted}
    mean = sum(each.difficulty * each.marks for each in drawn) / 90
    tight = [f"{words}: {max(0, amount - slack)}-{amount + slack} marks" for words, amount in amounts.items()]
    return tuple(map(quota_of, (*tight, f"mean difficulty: {mean - 0.03:.2f}-{mean + 0.03:.2f}", "difficulty spread: at least 1.2")))


def test_one_form_to_tight_quotas(benchmark: BenchmarkFixture) -> None:
    items = large()
    wish = Blueprint(marks=90, quotas=planted(items))
    assert len(wish.quotas) == 30
    seeds = iter(range(1000))
    forms = benchmark.pedantic(lambda: assemble(items, wish, Seed(next(seeds)), title="T"), rounds=5)
    assert forms[0].marks == 90


def test_three_forms_to_tight_quotas(benchmark: BenchmarkFixture) -> None:
    items = large()
    wish = Blueprint(marks=90, versions=3, overlap=0, quotas=planted(items))
    seeds = iter(range(1000))
    forms = benchmark.pedantic(lambda: assemble(items, wish, Seed(next(seeds)), title="T"), rounds=3)
    assert [form.marks for form in forms] == [90, 90, 90]


def test_one_form_where_hundreds_ask_the_same(benchmark: BenchmarkFixture) -> None:
    """25 groups over 5,000 items: half a million pairs that clash."""
    items = bank(*(replace(each, tests=each.tests | {f"point:{n % 25}"}) for n, each in enumerate(large().items)))
    seeds = iter(range(1000))
    wish = Blueprint(marks=90, quotas=tuple(map(quota_of, ("objective AO2: 20-40%", "mean difficulty: 2.5-3.2"))))
    forms = benchmark.pedantic(lambda: assemble(items, wish, Seed(next(seeds)), title="T"), rounds=3)
    assert forms[0].marks == 90


def test_three_forms_at_once(benchmark: BenchmarkFixture) -> None:
    items, wish = large(), Blueprint(marks=90, versions=3, quotas=tuple(map(quota_of, QUOTAS)))
    seeds = iter(range(1000))
    forms = benchmark.pedantic(lambda: assemble(items, wish, Seed(next(seeds)), title="T"), rounds=3)
    assert [form.marks for form in forms] == [90, 90, 90]


def test_a_conflict_explained(benchmark: BenchmarkFixture) -> None:
    """The smallest set of clashing wishes among 31."""
    wish = Blueprint(marks=90, quotas=tuple(map(quota_of, (*QUOTAS, "topic t13: at least 60 marks"))))
    items = large()

    def explained() -> int:
        try:
            assemble(items, wish, Seed(1), title="T")
        except ConflictError as conflict:
            return len(conflict.wishes)
        return 0

    assert benchmark.pedantic(explained, rounds=1) > 1
