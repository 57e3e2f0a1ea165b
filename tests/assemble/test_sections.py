"""Sections with their own marks, kinds and quotas; keys spread evenly over seeds."""

from __future__ import annotations

from collections import Counter

import pytest

from packbuilder.assemble import ConflictError, assemble
from packbuilder.diagnostics import Severity
from packbuilder.model.blueprint import Blueprint, SectionSpec
from packbuilder.model.form import Form
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.readers.blueprints import read_blueprint
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from tests.assemble.test_blueprints import items_of, varied

SECTIONS = (
    SectionSpec(marks=6, title="Choose", kinds=("multiple_choice",)),
    SectionSpec(marks=20, quotas=(quota_of("objective AO2: at least 25%"), quota_of("difficulty 1-3: at least 50%"))),
    SectionSpec(marks=14, title="Write", instruction="Write a lot.", kinds=("short_answer", "extended_response")),
)


def made(seed: int, versions: int = 1, **more: object) -> tuple[Form, ...]:
    wish = Blueprint(marks=40, versions=versions, sections=SECTIONS, **more)  # type: ignore[arg-type]  # the names are Blueprint's own
    return assemble(varied(), wish, Seed(seed), title="T")


@pytest.mark.parametrize("seed", range(5))
def test_every_section_has_its_marks_kinds_and_quotas(seed: int) -> None:
    (form,) = made(seed)
    assert [section.marks for section in form.sections] == [6, 20, 14]
    assert [section.letter for section in form.sections] == ["A", "B", "C"]
    assert (form.sections[0].title, form.sections[2].title, form.sections[2].instruction) == ("Choose", "Write", "Write a lot.")
    kinds = [{part.item.kind for q in section.questions for part in q.parts} for section in form.sections]
    assert kinds[0] == {"multiple_choice"}
    assert kinds[2] <= {"short_answer", "extended_response"}
    easy = sum(p.item.marks for q in form.sections[1].questions for p in q.parts if p.item.difficulty <= 3)
    assert easy >= 10
    assert [question.number for question in form.questions] == list(range(1, len(form.questions) + 1))
    ids = [each.id for each in items_of(form)]
    assert len(ids) == len(set(ids))


def test_versions_in_sections_need_share_nothing() -> None:
    one, other = made(3, versions=2, overlap=0)
    assert {each.id for each in items_of(one)} & {each.id for each in items_of(other)} == set()


def test_a_section_that_cannot_be_filled_is_named() -> None:
    wish = Blueprint(marks=90, sections=(SectionSpec(marks=60, kinds=("multiple_choice",)), SectionSpec(marks=30)))
    with pytest.raises(ConflictError, match=r"section A: only the kinds multiple_choice; section A: 60 marks") as caught:
        assemble(varied(), wish, Seed(1), title="T")
    assert any("section A: 60 marks”: with the others the bank can give at most" in hint for hint in caught.value.hints)


def test_what_must_be_on_the_paper_stands_in_one_of_its_sections() -> None:
    (form,) = made(1, include=frozenset({"i7", "i20"}))
    assert {"i7", "i20"} <= {each.id for each in items_of(form)}


def test_sections_are_read_and_their_marks_sum_to_the_papers() -> None:
    source = b"sections:\n  - {title: One, marks: 10, kinds: [multiple_choice]}\n  - marks: 15\n    quotas: {objective AO1: 20-80%}\n"
    blueprint, problems = read_blueprint(source, "b.yaml")
    assert problems == ()
    assert blueprint is not None
    assert blueprint.marks == 25
    assert [(s.title, s.marks, s.kinds, len(s.quotas)) for s in blueprint.sections] == [
        ("One", 10, ("multiple_choice",), 0),
        ("", 15, (), 1),
    ]
    _, problems = read_blueprint(b"marks: 30\n" + source, "b.yaml")
    assert [(d.span.line, d.message) for d in problems if d.severity is Severity.ERROR] == [(1, "the sections have 25 marks, the paper 30")]


def test_keys_stand_in_every_place_alike_over_many_seeds() -> None:
    """A chi-squared test at 0.1%: three degrees of freedom for four places, 16.27."""
    places: Counter[int] = Counter()
    for seed in range(150):
        for item in items_of(made(seed)[0]):
            if isinstance(item.interaction, MultipleChoice):
                places[next(at for at, option in enumerate(item.interaction.options) if option.correct)] += 1
    expected = sum(places.values()) / 4
    assert expected > 200
    assert sum((places[place] - expected) ** 2 / expected for place in range(4)) < 16.27


def test_options_stand_in_every_order_alike_over_many_seeds() -> None:
    """A chi-squared test at 0.1%: 23 degrees of freedom for the orders of four options, 49.73."""
    orders: Counter[tuple[int, ...]] = Counter()
    choice = next(item.interaction for item in varied().items if isinstance(item.interaction, MultipleChoice))
    assert isinstance(choice, MultipleChoice)
    for seed in range(2400):
        arranged = choice.arranged(Seed(seed).child("options", "x"))
        assert isinstance(arranged, MultipleChoice)
        orders[tuple(choice.options.index(option) for option in arranged.options)] += 1
    assert len(orders) == 24
    assert sum((count - 100) ** 2 / 100 for count in orders.values()) < 49.73


CHOICE = (SectionSpec(marks=10), SectionSpec(marks=8, choose=2, of=4, kinds=("short_answer",)))


@pytest.mark.parametrize("seed", range(4))
def test_questions_to_choose_from_are_worth_the_same_and_only_those_answered_count(seed: int) -> None:
    wish = Blueprint(marks=18, sections=CHOICE, quotas=(quota_of("topic t0: at least 1 question"),))
    (form,) = assemble(varied(), wish, Seed(seed), title="T")
    section = form.sections[1]
    assert [question.marks for question in section.questions] == [4, 4, 4, 4]
    assert (section.choose, section.marks, form.marks, wish.printed) == (2, 8, 18, 26)
    assert section.instruction == "Answer TWO of the four questions in this section. Each is worth 4 marks."


def test_a_choice_is_read_and_its_slips_are_told() -> None:
    blueprint, problems = read_blueprint(b"sections:\n  - {marks: 20, choose: 2 of 4}\n", "b.yaml")
    assert problems == ()
    assert blueprint is not None
    assert (blueprint.marks, blueprint.printed, blueprint.sections[0].each) == (20, 40, 10)
    for bad, words in (
        ("2 from 4", "how many of how many"),
        ("4 of 2", "how many of how many"),
        ("3 of 5", "3 questions worth the same cannot have 20"),
    ):
        _, problems = read_blueprint(f"sections:\n  - {{marks: 20, choose: {bad}}}\n".encode(), "b.yaml")
        assert any(words in d.message for d in problems if d.severity is Severity.ERROR)


def test_a_choice_that_the_bank_cannot_fill_is_named() -> None:
    wish = Blueprint(marks=8, sections=(SectionSpec(marks=8, choose=1, of=3),))
    with pytest.raises(ConflictError, match="section A: 3 questions of 8 marks to choose from"):
        assemble(varied(), wish, Seed(1), title="T")
