"""Predicates: which verb behind a noun phrase is a statement's, and which belongs to a clause of the noun's own."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.predicates import holds_contact, leaves_preposition, predicate_in


@pytest.mark.parametrize(
    "sentence",
    [
        "State the minimum depth a service pipe must be buried",
        "Describe the checks electricians should carry out before starting work",
        "Identify the PPE a welder must wear",
        "State the angle a ladder should be set at",
        "Describe two tests the technician might run on a cable",
        "Explain the effect smoking has on health",
    ],
)
def test_a_noun_has_a_clause_of_its_own(sentence: str) -> None:
    assert predicate_in(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "State the employer must provide PPE",
        "State all staff must wear gloves",
        "State the goods vehicles must carry plates",
        "Explain during a fire the lift must not be used",
        "State the more a spring is stretched the greater the force must be",
        "Explain the argument a ban would harm trade",
        "Explain the price of a good can rise when supply falls",
    ],
)
def test_a_statement_is_none(sentence: str) -> None:
    assert predicate_in(sentence) is not None


def test_a_preposition_may_end_a_clause_of_its_own() -> None:
    assert holds_contact("State the temperature the fridge should be kept at")
    assert not holds_contact("State the uses of")
    assert leaves_preposition("Name the molecule haemoglobin binds to")
    assert not leaves_preposition("State the main effects of")
    assert not leaves_preposition("Explain the effect of pressure on")
