"""Questions on one subject become parts of one, from few marks to many; nothing else is merged."""

from __future__ import annotations

from packbuilder.assemble.parts import grouped
from packbuilder.assemble.units import Unit
from packbuilder.diagnostics import Span
from packbuilder.markup import rich
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.question_types.written import Written

SPAN = Span(path="notes.txt", line=1, column=1)


def unit(name: str, marks: int, *about: str, rule: str = "R4", topic: str = "t", kind: str = "short_answer") -> Unit:
    item = Item(
        id=name,
        topic=topic,
        stem=rich(f"Explain {name}."),
        interaction=Written(kind="short_answer" if kind == "short_answer" else "extended_response"),
        marks=marks,
        scheme=PointsScheme(open_ended=True),
        command="Explain",
        objectives=("AO1",),
        difficulty=2,
        rule=rule,
        span=SPAN,
        about=tuple((each, f"the {each}") for each in about),
    )
    return Unit(name, (item,), marks, topic, False)


def told(units: list[Unit]) -> list[tuple[str, str]]:
    return [("+".join(item.id for item in each.items), subject) for each, subject in grouped(units)]


def test_two_on_one_subject_become_one_at_the_first_s_place_from_few_marks_to_many() -> None:
    units = [unit("one", 4, "moon"), unit("two", 2), unit("three", 3, "moon")]
    assert told(units) == [("three+one", "the moon"), ("two", "")]


def test_the_subject_that_most_share_wins() -> None:
    units = [unit("one", 2, "sea", "moon"), unit("two", 2, "moon"), unit("three", 2, "moon"), unit("four", 2, "sea")]
    assert told(units) == [("one+two+three", "the moon"), ("four", "")]


def test_not_more_than_three_parts_and_ten_marks() -> None:
    assert [name.count("+") for name, _ in told([unit(str(n), 2, "moon") for n in range(4)])] == [2, 0]
    assert [name.count("+") for name, _ in told([unit(str(n), 4, "moon") for n in range(3)])] == [1, 0]


def test_other_topics_recall_banks_and_extended_responses_stay_by_themselves() -> None:
    one = unit("one", 2, "moon")
    for other in (
        unit("two", 2, "moon", topic="u"),
        unit("two", 2, "moon", rule="definition"),
        unit("two", 2, "moon", rule="bank"),
        unit("two", 6, "moon", kind="extended_response"),
        unit("two", 2),
    ):
        assert told([one, other]) == [("one", ""), ("two", "")]
