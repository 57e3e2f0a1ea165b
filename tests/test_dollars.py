"""Formulas between dollars: which are some, also beside letters, and which dollars are prices and variables."""

from __future__ import annotations

import pytest

from packbuilder.markup import flat, rich


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"CO$_2$ dissolves in H$_2$O", "CO₂ dissolves in H₂O"),
        (r"9.8 m s$^{-2}$ and Cu$^{2+}$", "9.8 m s⁻² and Cu²⁺"),
        (r"mol$^{-2}$ dm$^6$", "mol⁻² dm⁶"),
        (r"Cu$^{2+}$ and SO$_4^{2-}$.", "Cu²⁺ and SO₄²⁻."),
        (r"the isotope $^{14}$C", "the isotope ¹⁴C"),
        (r"a Na$^+$/K$^+$ pump", "a Na⁺/K⁺ pump"),
        (r"5 $\mu$m at 25 $^\circ$C", "5 μm at 25 °C"),
        (r"5$\times$10$^3$", "5×10³"),
        ("the $n$th term of $u_n$", "the nth term of uₙ"),
        ("pay $5 for CO$_2$", "pay $5 for CO₂"),
        (r"solve \[y = 2\] and \[\frac{1}{2}\]", "solve y = 2 and 1/2"),
    ],
)
def test_formulas_stand_beside_letters(written: str, printed: str) -> None:
    assert flat(rich(written)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "US$5 and US$10",
        "5$–10$ a day",
        "$_POST and $_GET",
        "($_POST,$_GET)",
        "$_ and $_",
        "$a, $b and $c",
        "it cost $3^a or $4",
        r"\[4 marks\]",
        r"\[see Figure 1\]",
    ],
)
def test_prices_variables_and_brackets_stay_as_they_are(text: str) -> None:
    assert flat(rich(text)) == text
