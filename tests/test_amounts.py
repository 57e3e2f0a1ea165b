"""Numbers in words, read alike in every notation of marks."""

from __future__ import annotations

import re

import pytest

from packbuilder.amounts import FEW, NUMBER, NUMBER_WORDS, SEVERAL, is_amount, is_measured, number_said, number_words
from packbuilder.derive.marking_points.normal import normalise

NOTATIONS = (
    "Award {word} marks for explaining how a pump works.",
    "Explain how a pump works ({word} marks).",
    "Explain how a pump works [{word} marks].",
    "Explain how a pump works, {word} marks.",
    "Explain how a pump works for {word} marks.",
    "Explain how a pump works - worth {word} marks",
    "Explain, for {word} marks, how a pump works.",
    "For {word} marks, explain how a pump works.",
    "Explain how a pump works ({figure})",
    "Explain how a pump works [{figure}]",
    "Explain how a pump works ({figure} marks)",
    "Explain how a pump works ({figure} mks)",
    "Explain how a pump works [{figure} pts]",
    "Explain how a pump works, {figure} marks",
    "Explain how a pump works. Marks: {figure}",
    "Explain how a pump works [Total: {figure}]",
    "Explain how a pump works /{figure}",
    "({figure}) Explain how a pump works",
    "{figure} marks: Explain how a pump works",
)


@pytest.mark.parametrize("number", range(2, 13))
@pytest.mark.parametrize("notation", NOTATIONS)
def test_every_notation_knows_every_number(notation: str, number: int) -> None:
    normal = normalise(notation.format(word=NUMBER_WORDS[number], figure=number))
    assert normal.count == number
    assert normal.body == "Explain how a pump works" or (normal.credited and normal.body.endswith("how a pump works"))
    assert not normal.tail


@pytest.mark.parametrize("number", range(len(NUMBER_WORDS)))
def test_a_number_is_the_same_in_words_and_figures(number: int) -> None:
    assert number_said(NUMBER_WORDS[number]) == number_said(NUMBER_WORDS[number].upper()) == number_said(str(number)) == number


def test_patterns_match_whole_numbers_only_within_their_bounds() -> None:
    assert re.fullmatch(number_words(1, 4), "four")
    assert not re.fullmatch(number_words(1, 4), "five")
    assert re.match(NUMBER, "sixteen")[0] == "sixteen"  # type: ignore[index]
    assert re.fullmatch(FEW, "1")
    assert not re.fullmatch(SEVERAL, "1")
    assert not re.fullmatch(SEVERAL, "one")


@pytest.mark.parametrize("text", ["£5,000 per metre", "78 °C", "about 9 million", "12-20 breaths per minute", "7.4", "20%"])
def test_amounts(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize("text", ["faster when hot", "three of them", "5,000 people who live near the river in small houses", ""])
def test_other_things_are_no_amounts(text: str) -> None:
    assert not is_amount(text)


def test_what_is_measured() -> None:
    assert is_measured("Cost of a sea wall")
    assert is_measured("The boiling point of ethanol")
    assert not is_measured("Battle of Hastings")
