"""The same knowledge under several names: what a question on a point credits of the meanings that notes give, and beside what it never stands."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import KeyConcept, MarkingPoint, Misconception, Topic

SPAN = Span(path="notes.txt", line=1, column=1)
MEANINGS = (
    ("Price elasticity of demand (PED)", "The responsiveness of the quantity demanded to a change in the price of the good itself."),
    ("PED formula", r"$PED = \frac{\Delta Q}{\Delta P}$"),
    ("Inferior good", "A good for which demand falls when the income of consumers rises."),
    ("Definite iteration", "Repeating a block of code a known number of times with a loop."),
    ("Indefinite iteration", "Repeating a block of code until a stated condition is met."),
    ("Index", "The position of an item in a list, counted from nought."),
    ("Rentenmark", "The currency that replaced the old mark at the end of 1923."),
    ("Artery", "A vessel with a thick elastic wall that carries blood away from the heart."),
    ("Vein", "A vessel with a wide lumen and valves that carries blood to the heart."),
    ("Charge rate", "Rate of flow of charge"),
)


def items(*points: str, claims: tuple[tuple[str, str], ...] = ()) -> dict[str, Item]:
    topic = Topic(
        id="t",
        title="Mixed",
        span=SPAN,
        concepts=tuple(KeyConcept(term=term, definition=meaning, span=SPAN) for term, meaning in MEANINGS),
        marking_points=tuple(MarkingPoint(text=point, span=SPAN) for point in points),
        misconceptions=tuple(Misconception(claim=claim, correction=right, span=SPAN) for claim, right in claims),
    )
    # Of two that ask in the same words the first is the point's.
    return {flat(item.stem): item for item in reversed(derive(topic).items)}


def asked_of(point: str) -> Item:
    return next(item for item in items(point).values() if item.rule.startswith("R"))


def credited(item: Item) -> list[str]:
    assert isinstance(item.scheme, PointsScheme)
    return [flat(text).partition(":")[0] for text in item.scheme.indicative]


@pytest.mark.parametrize(
    ("point", "terms"),
    [
        ("Define price elasticity of demand.", ["Price elasticity of demand (PED)"]),
        ("Define PED. [2]", ["Price elasticity of demand (PED)"]),
        ("State the formula for PED.", ["PED formula"]),
        ("Explain, using an example, what is meant by an inferior good.", ["Inferior good"]),
        ("Explain the difference between definite and indefinite iteration.", ["Definite iteration", "Indefinite iteration"]),
        ("Distinguish between an artery and a vein.", ["Artery", "Vein"]),
        ("Explain how an artery differs from a vein.", ["Artery", "Vein"]),
        ("Explain how arteries differ from lymph vessels.", []),
        ("Explain the difference between an artery and a capillary.", []),
        ("State the purpose of an index.", []),
    ],
)
def test_a_point_credits_the_meanings_that_it_asks_for(point: str, terms: list[str]) -> None:
    asked = asked_of(point)
    assert credited(asked) == terms


@pytest.mark.parametrize(
    ("point", "beside"),
    [
        ("Define price elasticity of demand.", "State what is meant by the term ‘price elasticity of demand (PED)’."),
        ("State the formula for PED.", "State the PED formula."),
        ("State the purpose of an index.", "State what is meant by the term ‘index’."),
        ("Compare the structure of arteries and veins.", "State what is meant by the term ‘vein’."),
        ("Explain, using an example, what is meant by an inferior good.", "State what is meant by the term ‘inferior good’."),
        ("State the name of the currency introduced in 1923. Rentenmark [1]", "State what is meant by the term ‘Rentenmark’."),
    ],
)
def test_a_point_never_stands_beside_what_asks_the_same_or_names_its_answer(point: str, beside: str) -> None:
    other = next(item for stem, item in items().items() if stem == beside)
    assert asked_of(point).clashes(other)


def test_a_claim_is_not_asked_beside_the_meaning_that_puts_it_right() -> None:
    every = items(claims=(("Inferior goods are of poor quality", "Inferior goods are goods for which demand falls as income rises."),))
    claim = next(item for stem, item in every.items() if "Explain why this claim is wrong" in stem)
    assert claim.clashes(every["State what is meant by the term ‘inferior good’."])
    assert not claim.clashes(every["State what is meant by the term ‘index’."])


def test_a_formula_is_asked_for_as_one() -> None:
    every = items()
    assert every["State the PED formula."].marks == 1
    assert not any("that has this meaning: ‘PED" in stem for stem in every)


def test_one_fact_is_worth_one_mark() -> None:
    every = items()
    assert every["State what is meant by the term ‘charge rate’."].marks == 1
    assert every["State what is meant by the term ‘index’."].marks == 2


@pytest.mark.parametrize(
    ("point", "marks", "asked"),
    [
        ("Define inferior good. [1]", 1, False),
        ("Define inferior good. [2]", 2, False),
        ("Explain what an inferior good is. [4]", 4, True),
    ],
)
def test_a_point_that_asks_for_a_meaning_wins_over_the_question_on_the_term(point: str, marks: int, asked: bool) -> None:
    assert asked_of(point).marks == marks
    assert ("State what is meant by the term ‘inferior good’." in items(point)) == asked


@pytest.mark.parametrize(
    ("point", "command", "marks"),
    [
        ("Which was the more serious problem: religion or money? Give reasons for your answer. [6]", "Discuss", 6),
        ("Which was the more serious problem: religion or money? Give reasons for your answer. [4]", "Explain", 4),
        ("Identify the type of good whose demand falls as income rises.", "Identify", 1),
        ("Identify the composition of the mixture in the flask.", "Identify", 2),
    ],
)
def test_marks_suit_what_is_asked_for(point: str, command: str, marks: int) -> None:
    item = asked_of(point)
    assert (item.command, item.marks) == (command, marks)


def test_two_things_for_four_marks_are_two_marks_each() -> None:
    item = asked_of("Describe two benefits of using subroutines.")
    assert isinstance(item.scheme, PointsScheme)
    assert (item.marks, item.scheme.convention) == (4, "pairs")
