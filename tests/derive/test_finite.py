"""Finite verbs: what is a statement, and what only a thing."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import base_of_third, is_past
from packbuilder.derive.marking_points.words import lower, opens_with_name


@pytest.mark.parametrize(
    "text",
    [
        "Wilfred Owen wrote Exposure in 1917", "Boudicca led a revolt against the Romans", "Bowlby argued that attachment is innate",
        "Florence Nightingale improved hospital hygiene at Scutari", "Jesus fed five thousand people", "Picasso's use of colour changed after 1904",
        "Balance of payments records a country's transactions", "Priestley uses the Inspector as a mouthpiece", "Handel composed the Messiah in 1741",
    ],
)  # fmt: skip
def test_a_statement_has_a_verb_of_its_own(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ways of reducing waste in a kitchen", "Demands placed on the heart during exercise", "Foods eaten in the Middle Ages",
        "Attitudes towards disabled people in the 1950s", "Land reclaimed from the sea in the Netherlands", "Sports facilities in rural areas",
        "Problems faced by the Weimar Republic in 1923", "Children brought up in care", "Hormones released during stress",
        "Signs and symptoms of diabetes", "The three states of matter and the changes between them", "Reforms introduced by the Liberals",
        "Factors that affect the rate of a reaction", "Water treatment works in cities",
    ],
)  # fmt: skip
def test_a_thing_has_none(text: str) -> None:
    assert not is_statement(text)


def test_forms_of_verbs_are_known() -> None:
    assert is_past("composed") and is_past("left") and is_past("planned") and is_past("carried")
    assert not is_past("hundred") and not is_past("need")
    assert base_of_third("alters") == "alter" and base_of_third("carries") == "carry" and not base_of_third("process")
    assert not base_of_third("quadruples") and base_of_third("quadruples", any_word=True)


@pytest.mark.parametrize(
    "text",
    [
        "King Lear divides his kingdom",
        "Parliament passed the Act",
        "Darwin's finches",
        "British troops",
        "My Lai and its effects",
        "Henry VIII",
    ],
)
def test_a_name_keeps_its_capital(text: str) -> None:
    assert opens_with_name(text) and lower(text) == text


@pytest.mark.parametrize("text", ["The Treaty of Versailles", "Women's rights", "Uses of copper", "Why Germany lost", "My body"])
def test_another_word_loses_it(text: str) -> None:
    assert not opens_with_name(text) and lower(text)[:1].islower()
