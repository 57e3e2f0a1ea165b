"""Abbreviations: which stops end a sentence."""

from __future__ import annotations

import pytest

from packbuilder.abbreviations import ends, is_open


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("when the p.d.", "is 6 V"),
        ("with p.d.", "10 V"),
        ("calculate the p.d.", "V across it"),
        ("correct to 2 d.p.", "when 3x = 7"),
        ("and vol.", "20 cm³"),
        ("metals, e.g.", "Copper"),
        ("question No.", "5"),
        ("see Fig.", "2"),
        ("was taught by Mr.", "Smith"),
        ("of approx.", "60 W"),
    ],
)
def test_an_abbreviation_ends_no_sentence(before: str, after: str) -> None:
    assert not ends(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It sank.", "Then it rose"),
        ("the unit of p.d.", "Volt"),
        ("of gas at r.t.p.", "n = 24/24"),
        ("to 3 s.f.", "0.25/0.60 = 0.417"),
        ("to 2 d.p.", "2.33"),
        ("Was it? No.", "They left"),
        ("It is 1.2 V.", "e.m.f. = 1.5 V"),
    ],
)
def test_what_else_stops_does(before: str, after: str) -> None:
    assert ends(before, after)


def test_what_something_must_follow() -> None:
    assert is_open("a metal, e.g.")
    assert not is_open("a metal.")
