"""Where long formulas are parted: before relations and before plus and minus, never inside brackets."""

from __future__ import annotations

import pytest

from packbuilder import maths


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("x", ["x"]),
        ("x = 2", ["x", "= 2"]),
        ("x^2 - 5x + 6 = 0", ["x²", "− 5x", "+ 6", "= 0"]),
        ("-x + 1", ["−x", "+ 1"]),
        ("a = -b", ["a", "= −b"]),
        ("f(x + 1) = 3", ["f(x + 1)", "= 3"]),
        (r"\left(a + b\right) - c", ["(a + b)", "− c"]),
        (r"\frac{a+b}{c} \geq 1", ["(a + b)/c", "≥ 1"]),
        ("|a - b| < c", ["|a − b|", "< c"]),
        (r"a \times b", ["a × b"]),
        (r"\ce{2H2 + O2 -> 2H2O}", ["2H₂", "+ O₂", "→ 2H₂O"]),
        (r"\ce{Na+ + Cl-}", ["Na⁺", "+ Cl⁻"]),
        (r"\ce{CH2=CH2}", ["CH₂=CH₂"]),
    ],
)
def test_pieces(source: str, pieces: list[str]) -> None:
    found = [maths.to_plain(piece) for piece in maths.breaks(maths.parse(source).tree)]
    assert found == pieces


def test_pieces_of_chemistry_are_chemistry() -> None:
    pieces = maths.breaks(maths.parse(r"\ce{N2 + 3H2 <=> 2NH3}").tree)
    assert maths.to_speech(pieces[-1]).words == "is in equilibrium with 2 N H 3"


@pytest.mark.parametrize(
    ("source", "phrases"),
    [
        (r"x = 1 \quad\text{or}\quad x = 2", [["x", "= 1"], ["or"], ["x", "= 2"]]),
        (r"\text{rate of change} = 3", [["rate", "of", "change", "= 3"]]),
        (r"\frac{a + b}{c}", [["(a + b)/c"]]),
        (r"\text{(in two words)}", [["(in", "two", "words)"]]),
        (r"a\,b", [["a b"]]),
    ],
)
def test_fine_breaks(source: str, phrases: list[list[str]]) -> None:
    found = [[maths.to_plain(atom).strip() for atom in phrase] for phrase in maths.fine_breaks(maths.parse(source).tree)]
    assert [[" ".join(atom.split()) for atom in phrase] for phrase in found] == phrases
