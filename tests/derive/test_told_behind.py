"""What stands behind a finished question: told to candidates, a step of the answer, or torn off by marks."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.following import torn_behind
from packbuilder.derive.marking_points.told_behind import is_step, may_be_step, tells

TO_DO = "Describe how to do it"


@pytest.mark.parametrize(
    "sentence",
    [
        "Use the figure",
        "Use ideas about energy",
        "Use g = 9.8 N/kg",
        "Take g as 10",
        "Show your working",
        "Give a reason",
        "Give your answer to 2 d.p",
        "Explain your answer",
        "Support your answer with evidence",
        "Refer to a named example",
        "Write about both sides",
        "Draw a labelled diagram",
        "Label your axes",
    ],
)
def test_candidates_are_told_how_to_answer(sentence: str) -> None:
    assert tells(sentence)
    assert not is_step(sentence, TO_DO)
    assert not may_be_step(sentence, TO_DO)


@pytest.mark.parametrize(
    "sentence",
    [
        "Add iodine solution",
        "Keep the temperature constant",
        "Set up pondweed",
        "Check a password against the stored hash",
        "Use a smaller interval",
        "Compare adjacent pairs (1), swap if out of order (1)",
        "Draw pencil line; place spot; compare Rf values",
    ],
)
def test_what_somebody_does_is_a_step(sentence: str) -> None:
    assert is_step(sentence, TO_DO)


@pytest.mark.parametrize("sentence", ["Give five back blows", "Compare adjacent pairs", "Calculate the gradient"])
def test_a_command_may_be_a_step_where_steps_are_asked_for(sentence: str) -> None:
    assert not is_step(sentence, TO_DO)
    assert may_be_step(sentence, TO_DO)
    assert not may_be_step(sentence, "Explain the meaning of inflation")


def test_a_use_is_no_step_where_no_way_is_asked_for() -> None:
    assert not is_step("Use Pythagoras", "Explain why the triangle is right-angled")


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("5 Describe how a sort works. Compare pairs (1), swap them (1), repeat", "swap them"),
        ("State X of it (1) and explain Y (2)", ""),
        ("Describe and explain (2) the trend", ""),
        ("Explain how it is made (2)", ""),
    ],
)
def test_what_marks_tear_off_is_known(words: str, behind: str) -> None:
    assert torn_behind(words) == behind
