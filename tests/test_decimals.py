"""What is read as a number, and what is told of what is none."""

from __future__ import annotations

import pytest

from packbuilder.decimals import how_to_write, in_powers_of_ten, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [("40", 40), ("-2.5", -2.5), ("−5", -5), ("+3", 3), (".5", 0.5), ("-.5", -0.5), ("0.50", 0.5), ("1e3", 1000.0), ("6.02e-23", 6.02e-23)],
)
def test_decimal_numbers_are_read(text: str, number: float) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("010", "without the zero in front: 10."),
        ("0x10", "Write the number in tens"),
        ("1_000", "between its figures: 1000."),
        ("1,000", "between its figures: 1000."),
        ("12:30", "A time or a ratio"),
        ("2O", "Write 20: there is a letter in it"),
        ("5l", "the number alone, 5;"),
        ("3,14", "a decimal point: 3.14."),
        ("5.", "without the point: 5."),
        ("3/4", "decimal number: 0.75."),
        ("1/3", "decimal number: 0.333, with a `tolerance:`."),
        ("2½", "decimal number: 2.5."),
        ("2.4 × 10^24", "2.4e24."),
        ("£5", "the number alone, 5;"),
        ("5 cm", "the number alone, 5;"),
        ("50%", "the number alone, 50;"),
        ("1e400", "in figures"),
        (".nan", "in figures"),
        ("twelve", "in figures"),
        ("", "in figures"),
    ],
)
def test_what_is_no_number_is_told_how_to_be_one(text: str, hint: str) -> None:
    assert number_of(text) is None
    assert hint in how_to_write(text)


def test_figures_and_their_power_of_ten() -> None:
    assert in_powers_of_ten("6.02e-23") == ("6.02", "-23")
    assert in_powers_of_ten("602") is None
