"""Skills with their answers in one line."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.self_answered import results
from packbuilder.derive.marking_points.skills import Skill, skilled


def test_verdicts_stay_with_a_translation() -> None:
    found = skilled("Translate into French: The house is old. La maison est vieille (1). Accept: ancienne")
    assert found == Skill(words="Translate into French: ‘The house is old.’ Accept: ancienne", answers=("La maison est vieille",), marks=1)


@pytest.mark.parametrize(
    "text",
    [
        "Translate into French: My name is Ann. I live in Leeds. (4)",
        "Translate ideas into practice: plan; do; review (3)",
        "Simplify your answer: use fewer words",
        "Write an algorithm to sort a list. (4)",
        "Evaluate 5 reasons for war. 9 marks",
        "Differentiate y = x³ + 2x",
    ],
)
def test_what_is_no_skill_with_its_answer_is_left_alone(text: str) -> None:
    assert skilled(text) == Skill(words=text)


def test_only_the_result_of_a_sum_may_not_stand_in_its_question() -> None:
    assert results("Calculate the mean of 3, 5 and 10", ("(3 + 5 + 10) ÷ 3", "6")) == ()
    assert results("Find the amount raised", ("2 × 40", "eighty pounds")) == ("eighty pounds",)
    assert results("Name two gases", ("carbon dioxide", "water vapour")) == ("carbon dioxide", "water vapour")
