"""What is wider than a line: code is cut where its parts join, a formula where it goes on with its space, and no stop stands alone."""

from __future__ import annotations

import pytest

from packbuilder.layout import TextStyle
from packbuilder.text import Maths, RichText, Run, plain
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.words import TextPiece

STYLE = TextStyle(size=24, leading=32, upright=True)


def shown(text: RichText, width: float) -> list[str]:
    lines = break_lines(text, STYLE, "atkinson", width)
    assert all(line.width <= width + 0.01 for line in lines)
    words = [
        [each.shown if isinstance(each, FormulaPiece) else each.text for each in line.pieces if isinstance(each, FormulaPiece | TextPiece)]
        for line in lines
    ]
    return ["".join(each).strip() for each in words]


@pytest.mark.parametrize(
    ("code", "width", "expected"),
    [
        ("isinstance(values[index],", 260, ["isinstance(", "values[index],"]),
        ("isinstance(values[index],", 290, ["isinstance(", "values[index],"]),
        ("seen.append(values[index])", 200, ["seen.append(", "values[index]", ")"]),
        ("collection.sorted().first", 200, ["collection", ".sorted()", ".first"]),
        ("abcdefghijklmnopqrstuvwxyz", 200, ["abcdefghijklm", "nopqrstuvwxyz"]),
    ],
)
def test_code_is_cut_where_its_parts_join(code: str, width: float, expected: list[str]) -> None:
    assert shown((Run(text=code, code=True),), width) == expected


@pytest.mark.parametrize("lacking", [0.1, 3.0, 4.8, 8.0])
def test_a_formula_that_only_its_stop_makes_too_wide_is_parted_with_its_space(lacking: float) -> None:
    text = (Maths(source=r"\ce{Cl2 + 2NaOH -> NaCl + NaClO + H2O}"), *plain("."))
    whole = break_lines(text, STYLE, "atkinson", 1000)[0].width
    assert shown(text, whole) == ["Cl₂ + 2NaOH → NaCl + NaClO + H₂O."]
    assert shown(text, whole - lacking) == ["Cl₂ + 2NaOH → NaCl + NaClO", "+ H₂O."]
