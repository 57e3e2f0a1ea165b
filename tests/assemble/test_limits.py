"""What keeps questions off a paper is among what clashes; what is said of a clash is true."""

from __future__ import annotations

import pytest

from packbuilder.assemble import ConflictError, InclusionError, assemble
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint, SectionSpec
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.model.topic import Topic
from packbuilder.readers.quotas import quota_of
from packbuilder.seeding import Seed
from packbuilder.text import plain
from tests.assemble.banks import SPAN, bank, item, items_of, names_of, stimulus


def clash(items: ItemBank, *quotas: str, **more: object) -> ConflictError:
    wish = Blueprint(quotas=tuple(map(quota_of, quotas)), **{"marks": 8, **more})  # type: ignore[arg-type]  # Blueprint's own names
    with pytest.raises(ConflictError) as caught:
        assemble(items, wish, Seed(1), title="T")
    return caught.value


def named(error: ConflictError) -> set[str]:
    return {words for words, _ in error.wishes}


EIGHT = bank(*(item(f"c{n}", 1, choice=True) for n in range(4)), *(item(f"w{n}", 2, topic="t1") for n in range(4)))


def test_the_kinds_that_a_paper_is_limited_to_are_among_what_clashes() -> None:
    found = clash(EIGHT, "topic t1: at least 2 marks", kinds=("multiple_choice",), marks=4)
    assert named(found) == {"only the kinds multiple_choice", "topic t1: at least 2 marks"}
    assert dict(found.wishes)["only the kinds multiple_choice"] == "at least 1 question of other kinds"


def test_excluded_questions_and_those_of_earlier_papers_are_among_what_clashes() -> None:
    found = clash(EIGHT, "topic t1: 8 marks", exclude=frozenset({"w2", "c0"}))
    assert named(found) == {"exclude w2", "topic t1: 8 marks"}
    one = bank(item("a", 4, topic="t1"), item("b", 4))
    both = clash(one, "topic t1: 4 marks", "topic t2: at least 1 mark", used=frozenset({"a"}))
    assert "topic t2: at least 1 mark" in {*named(both), *(words for each in both.further for words in each)}


def test_enemies_are_among_what_clashes() -> None:
    items = bank(item("a", 4, topic="t1", enemies=frozenset({"b"})), item("b", 4, topic="t1"), item("c", 4))
    assert named(clash(items, "topic t1: 8 marks")) == {"enemies a and b apart", "topic t1: 8 marks"}


def test_the_kinds_of_a_section_are_among_what_clashes() -> None:
    sections = (SectionSpec(marks=6, kinds=("multiple_choice",)), SectionSpec(marks=2))
    assert named(clash(EIGHT, sections=sections)) == {"section A: only the kinds multiple_choice", "section A: 6 marks"}


def test_each_kind_in_a_section_is_each_of_the_kinds_that_may_stand_in_it() -> None:
    section = SectionSpec(marks=3, kinds=("multiple_choice",), quotas=(quota_of("each kind: at least 1 question"),))
    (form,) = assemble(EIGHT, Blueprint(marks=7, sections=(section, SectionSpec(marks=4, kinds=("short_answer",)))), Seed(1), title="T")
    assert [section.marks for section in form.sections] == [3, 4]


def test_each_topic_is_each_that_there_is_with_or_without_questions() -> None:
    items = ItemBank(topics=(*EIGHT.topics, Topic(id="barren", title="Barren", span=SPAN)), items=EIGHT.items)
    assert named(clash(items, "each topic: at least 1 question")) == {"topic barren: at least 1 question"}


def test_another_total_is_advised_only_where_the_shares_of_it_can_be_met() -> None:
    # Shares of 60% twice are of no total whatever.
    found = clash(bank(*EIGHT.items), "topic t0: at least 60%", "topic t1: at least 60%")
    assert not dict(found.wishes).get("8 marks in all")
    assert not any("8 marks in all" in hint for hint in found.hints)
    # Nine tenths of seven marks are all of them, in questions of two marks; of six and of eight they can be had.
    some = clash(bank(*EIGHT.items[:1], *EIGHT.items[4:]), "topic t1: at least 90%", marks=7)
    assert dict(some.wishes)["7 marks in all"] == "6 marks or 8 marks, and nothing between"


def test_where_a_second_conflict_stays_it_is_told_and_others_are_not_said_to_stay() -> None:
    found = clash(EIGHT, "topic zzz: at least 1 question", "topic t0: at least 5 marks", "topic t1: at least 5 marks")
    assert named(found) == {"topic zzz: at least 1 question"}
    assert any("topic t0: at least 5 marks" in words for words in found.further)
    assert not any("All other wishes can stay" in hint for hint in found.hints)
    assert any("All other wishes can stay" in hint for hint in clash(EIGHT, "topic zzz: at least 1 question").hints)


TABLE = stimulus("table")
SETS = bank(item("a", 2, stimulus=TABLE), item("b", 2, choice=True, stimulus=TABLE), *(item(f"c{n}", 1, choice=True) for n in range(4)))


@pytest.mark.parametrize("limit", [{"kinds": ("multiple_choice",)}, {"exclude": frozenset({"a"})}, {"used": frozenset({"b"})}])
def test_a_set_is_drawn_as_a_whole_or_not_at_all(limit: dict[str, object]) -> None:
    for seed in range(4):
        wish = Blueprint(marks=4, **limit)  # type: ignore[arg-type]  # Blueprint's own names
        assert names_of(assemble(SETS, wish, Seed(seed), title="T")[0]) == {"c0", "c1", "c2", "c3"}


def test_what_is_included_brings_its_set_and_clashes_with_an_exclusion_in_it() -> None:
    (form,) = assemble(SETS, Blueprint(marks=6, kinds=("multiple_choice",), include=frozenset({"b"})), Seed(1), title="T")
    assert {"a", "b"} <= names_of(form)
    with pytest.raises(InclusionError, match="b must be on the paper and a may not, but they belong to one set"):
        assemble(SETS, Blueprint(marks=6, include=frozenset({"b"}), exclude=frozenset({"a"})), Seed(1), title="T")


def credited(*words: str) -> PointsScheme:
    return PointsScheme(points=tuple(CreditPoint(text=plain(each)) for each in words))


def test_questions_of_banks_that_ask_the_same_never_stand_together() -> None:
    stem = plain("State the unit of charge.")
    twice = [item("a", 1, stem=stem, rule="bank"), item("b", 1, stem=stem, rule="bank"), item("c", 1), item("d", 1)]
    points = credited("the ions are free to move", "they carry the charge")
    same = [item("e", 2, scheme=points, rule="bank"), item("f", 2, scheme=points, rule="bank"), item("g", 2)]
    for seed in range(6):
        (form,) = assemble(bank(*twice, *same), Blueprint(marks=7), Seed(seed), title="T")
        assert not {"a", "b"} <= names_of(form)
        assert not {"e", "f"} <= names_of(form)


def test_questions_of_banks_count_for_the_marking_points_that_their_schemes_credit() -> None:
    items = bank(item("a", 2, scheme=credited("one thing", "another thing"), rule="bank"), item("b", 2, rule="bank"), item("c", 2))
    (form,) = assemble(items, Blueprint(marks=4, quotas=(quota_of("marking points: at least 3"),)), Seed(1), title="T")
    assert {each.id for each in items_of(form)} == {"a", "b"}
