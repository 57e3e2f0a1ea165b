"""What a question on a marking point shares with questions on terms: what is asked twice, printed or credited beside it."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.derive.marking_points.overlaps import meant, told_apart
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=1, column=1)
CONCEPTS = (
    KeyConcept(term="Osmosis", definition="The movement of water through a partially permeable membrane.", span=SPAN),
    KeyConcept(term="Diffusion", definition="The spreading of particles from high to low concentration.", span=SPAN),
    KeyConcept(term="PED", definition="How far the quantity demanded answers to a change in price.", span=SPAN),
)


def topic(*points: str) -> Topic:
    return Topic(
        id="t",
        title="Transport",
        span=SPAN,
        concepts=CONCEPTS,
        marking_points=tuple(MarkingPoint(text=point, span=SPAN) for point in points),
    )


def items(*points: str) -> dict[str, Item]:
    return {flat(item.stem): item for item in derive(topic(*points)).items}


@pytest.mark.parametrize(
    ("stem", "command", "terms"),
    [
        ("Explain osmosis.", "Explain", ["Osmosis"]),
        ("Describe the process of osmosis.", "Describe", ["Osmosis"]),
        ("State what is meant by the term ‘osmosis’.", "State", ["Osmosis"]),
        ("Define osmosis and diffusion.", "Define", ["Osmosis", "Diffusion"]),
        ("Define price elasticity of demand.", "Define", ["PED"]),
        ("Explain how osmosis works in roots.", "Explain", []),
        ("Explain the importance of osmosis.", "Explain", []),
        ("Give one cause of osmosis.", "Give", []),
        ("Explain osmosis in roots.", "Explain", []),
    ],
)
def test_what_asks_for_a_meaning(stem: str, command: str, terms: list[str]) -> None:
    assert sorted(concept.term for concept in meant(topic(), stem, command)) == sorted(terms)


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("Compare osmosis and diffusion.", 2),
        ("Explain the difference between osmosis and diffusion.", 2),
        ("Compare osmosis and diffusion in roots.", 0),
        ("Compare osmosis and active transport.", 0),
    ],
)
def test_what_tells_two_terms_apart(stem: str, number: int) -> None:
    assert len(list(told_apart(topic(), stem))) == number


def test_a_definition_is_credited_only_where_it_is_asked_for() -> None:
    found = items("Explain osmosis", "Give two causes of osmosis in plant roots")
    asked, other = found["Explain osmosis."].scheme, found["Give two causes of osmosis in plant roots."].scheme
    assert isinstance(asked, PointsScheme)
    assert isinstance(other, PointsScheme)
    assert [flat(text) for text in asked.indicative] == ["Osmosis: the movement of water through a partially permeable membrane."]
    assert not other.indicative
    assert [flat(text) for text in other.guidance] == ["Osmosis: the movement of water through a partially permeable membrane."]


def test_no_question_names_a_term_that_another_asks_for() -> None:
    found = items("Explain how osmosis works in roots")
    term = next(item for stem, item in found.items() if stem.startswith("Give the term") and "membrane" in stem)
    assert found["Explain how osmosis works in roots."].exposes & term.tests


def test_two_questions_for_one_effect_are_enemies() -> None:
    found = items(
        "Explain, in terms of particles, why the rate increases with temperature", "Explain the effect of temperature on the rate"
    )
    first, second = list(found.values())[:2]
    assert first.id in second.enemies


def test_other_effects_are_no_enemies() -> None:
    found = items("Explain the effect of temperature on the rate", "Explain the effect of surface area on the yield")
    assert not any(item.enemies for item in found.values())
