"""Limits behind lists as plain marks, and how many of what is listed is asked for."""

from __future__ import annotations

import pytest

from packbuilder.limits_said import most_of, without_limits


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Sources of iron: liver, eggs (1 mark each, max 2)", "Sources of iron: liver, eggs [2]"),
        ("Sources of iron: liver, eggs (1 each; max 2)", "Sources of iron: liver, eggs [2]"),
        ("Sources of iron: liver, eggs (award 1 mark each, max. 2)", "Sources of iron: liver, eggs [2]"),
        ("Sources of iron: liver, eggs [1 mark per source, up to 2 marks]", "Sources of iron: liver, eggs [2]"),
        ("Sources of iron: liver, eggs (one mark each up to a maximum of two)", "Sources of iron: liver, eggs [2]"),
        ("Sources of iron: liver, eggs, nuts (any two for two marks)", "Sources of iron: liver, eggs, nuts [2]"),
        ("Sources of iron: liver, eggs, nuts. Any 2 = 2 marks", "Sources of iron: liver, eggs, nuts [2]"),
        ("Sources of iron (2 from 3): liver, eggs, nuts", "Sources of iron [2]: liver, eggs, nuts"),
        ("Explain how iron helps [4]: blood; energy; growth (any 2)", "Explain how iron helps [4]: blood; energy; growth"),
        ("Explain one effect of inflation. [K1 An1 Ap1]", "Explain one effect of inflation [3]"),
        ("Explain the trend. B1 oe", "Explain the trend [1]"),
        ("Solve them. (B1 for both) x = 2, y = 3", "Solve them. [1] x = 2, y = 3"),
        ("Why is it so? (1) a lot (1) of heat", "Why is it so? [2]: a lot; of heat"),
        ("Explain why it is so: slow; cold Max 1 if only a list", "Explain why it is so: slow; cold. Max 1 if only a list"),
    ],
)
def test_a_limit_is_written_as_plain_marks(said: str, plain: str) -> None:
    assert without_limits(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "Explain why two nations trade (any 2)",
        "Describe the A1 and the M1",
        "Explain the role of vitamin B1",
        "Name the vitamin that prevents beriberi. B1",
        "Give two sources of iron: liver (red meat, pulses), spinach",
        "Describe roads (A1, A2)",
        "Explain the result. M1 2x = 8; A1 x = 4",
        "State the order: (1) Mercury (2) Venus",
    ],
)
def test_other_words_stay(said: str) -> None:
    assert without_limits(said) == said


@pytest.mark.parametrize(
    ("asked", "marks", "most"),
    [
        ("Name TWO effects", 3, 2),
        ("Name **two** effects", 4, 2),
        ("Give two reasons for war", 4, 4),
        ("Give two reasons for war", 3, 2),
        ("State two of Newton's laws", 3, 2),
        ("Explain two reasons for war", 3, 3),
        ("Name a gas", 2, 2),
        ("Give three causes", 2, 2),
    ],
)
def test_no_more_is_earned_than_is_asked_for(asked: str, marks: int, most: int) -> None:
    assert most_of(asked, marks) == most
