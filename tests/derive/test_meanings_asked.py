"""Marking points that ask for a term's meaning: credited, worth and asked as the question on the term, and asked once."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.derive.definitions import printed_key
from packbuilder.derive.marking_points.overlaps import only_meant
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import KeyConcept, MarkingPoint, Misconception, Topic

SPAN = Span(path="notes.txt", line=1, column=1)
MEANINGS = (
    ("Frequency", "the number of waves that pass a point in one second, measured in hertz."),
    ("Enzyme", "a biological catalyst."),
    ("Insulator", "a material that heat passes through slowly."),
    ("Law", "a rule that a court can enforce."),
    ("Denominator", "the number below the line of a fraction."),
)


def topic(*points: str, claims: tuple[str, ...] = ()) -> Topic:
    return Topic(
        id="t",
        title="Mixed",
        span=SPAN,
        concepts=tuple(KeyConcept(term=term, definition=meaning, span=SPAN) for term, meaning in MEANINGS),
        marking_points=tuple(MarkingPoint(text=point, span=SPAN) for point in points),
        misconceptions=tuple(Misconception(claim=claim, correction="", span=SPAN) for claim in claims),
    )


def asked_of(point: str) -> Item:
    return next(item for item in derive(topic(point)).items if item.rule.startswith("R"))


@pytest.mark.parametrize(
    ("point", "term", "marks"),
    [
        ("State what is meant by the frequency of a wave. (1 mark)", "Frequency", 1),
        ("Explain what is meant by the term enzyme.", "Enzyme", 1),
        ("State what the term insulator means.", "Insulator", 2),
        ("Define the term denominator.", "Denominator", 1),
        ("Define insulator and give one example.", "Insulator", 3),
        ("Define the law of demand.", "", 2),
        ("Outline what is meant by a law in physics.", "", 2),
    ],
)
def test_a_meaning_is_credited_where_it_is_all_that_is_asked_for(point: str, term: str, marks: int) -> None:
    item = asked_of(point)
    assert isinstance(item.scheme, PointsScheme)
    assert [flat(text).partition(":")[0] for text in item.scheme.indicative] == ([term] if term else [])
    assert item.marks == marks


@pytest.mark.parametrize(
    "point", ["State what is meant by the frequency of a wave. (1 mark)", "Define frequency.", "State what frequency means."]
)
def test_the_question_on_the_term_is_not_asked_beside_it(point: str) -> None:
    stems = [flat(item.stem) for item in derive(topic(point)).items]
    assert "State what is meant by the term ‘frequency’." not in stems
    assert "State what is meant by the term ‘insulator’." in stems


@pytest.mark.parametrize("stem", ["Explain frequency.", "Explain the structure of an enzyme.", "State what an enzyme is made of."])
def test_what_may_ask_for_more_is_not_taken_for_a_meaning(stem: str) -> None:
    assert only_meant(topic(), stem, stem.split()[0]) is None


@pytest.mark.parametrize(
    ("point", "kept"),
    [("Give the unit of frequency.", True), ("Give the unit of frequency: hertz", True), ("Explain how frequency is measured.", False)],
)
def test_a_fact_of_a_term_stands_beside_no_printed_meaning(point: str, kept: bool) -> None:
    whole = topic(point)
    key = printed_key(whole, whole.concepts[0])
    items = derive(whole).items
    assert (key in asked_of(point).tests) == kept
    assert key in next(item for item in items if item.rule == "term" and item.scheme.points[0].text[0].text == "Frequency").exposes  # type: ignore[union-attr]


def test_the_meaning_of_one_side_helps_to_mark_a_difference() -> None:
    items = derive(topic(claims=("Confusing the frequency of a wave with its speed.",))).items
    item = next(each for each in items if each.rule == "confusion")
    assert isinstance(item.scheme, PointsScheme)
    assert [flat(text).partition(":")[0] for text in item.scheme.guidance] == ["Frequency"]
