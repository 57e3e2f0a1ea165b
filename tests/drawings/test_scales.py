"""Scales: numbers as schools write them, without the computer's rounding."""

from __future__ import annotations

import pytest

from packbuilder.drawings import Scale, shown


def test_ticks_are_the_numbers_that_are_written() -> None:
    assert Scale(low=0, high=0.5, step=0.1).ticks() == (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
    assert Scale(low=-1, high=1, step=1, minor=2).fine_ticks() == (-1.0, -0.5, 0.0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("value", "words"),
    [(-3.0, "−3"), (0.30000000000000004, "0.3"), (-0.0, "0"), (1000000.0, "1000000"), (1e-7, "0.0000001"), (120.0, "120")],
)
def test_a_number_has_a_true_minus_sign_and_no_exponent(value: float, words: str) -> None:
    assert shown(value) == words


def test_both_ends_lie_on_a_scale() -> None:
    scale = Scale(low=-2, high=6, step=2)
    assert scale.holds(-2) and scale.holds(6) and not scale.holds(6.01)
    assert (scale.part(-2), scale.part(0), scale.part(6)) == (0.0, 0.25, 1.0)
