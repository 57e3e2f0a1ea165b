"""Formulas as outlines: where they stand, what is filled and what is stroked."""

from __future__ import annotations

import pytest

from packbuilder.layout import TextStyle
from packbuilder.text import Maths, plain
from packbuilder.typeset.formulas import pieces
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.words import FormulaPiece
from tests.proof.test_any_document import WIDE


def test_a_formula_stands_on_the_baseline_and_carries_its_words() -> None:
    (outline,) = pieces(Maths(source="x^2"))
    assert outline.plain == "x²"
    assert outline.height > 0.6
    assert outline.depth < 0.1
    assert outline.operators.rstrip().endswith(b"f")


def test_a_box_is_stroked_and_not_a_black_block() -> None:
    (outline,) = pieces(Maths(source=r"\boxed{x}"))
    assert b" re\nS\n" in outline.operators
    assert b" re\nf\n" not in outline.operators


def test_a_strike_is_stroked() -> None:
    (outline,) = pieces(Maths(source=r"\cancel{x}"))
    assert b" l\nS\n" in outline.operators


def test_a_long_formula_may_be_broken_and_keeps_all_its_words() -> None:
    outlines = pieces(Maths(source="a + b + c + d + e + f + g = h + i + j + k + l + m + n"))
    assert len(outlines) > 1
    assert "".join("".join(each.plain for each in outlines).split()) == "a+b+c+d+e+f+g=h+i+j+k+l+m+n"


def test_an_operator_s_name_begins_without_a_space() -> None:
    (name,), (letter,) = pieces(Maths(source=r"\sin x")), pieces(Maths(source="s"))
    first = min(float(line.split()[0]) for line in name.operators.decode().splitlines() if line.endswith((" m", " l")))
    shift = float(name.operators.decode().split()[4]) if name.operators.startswith(b"1 0 0 1 ") else 0.0
    assert first + shift < 0.13
    assert letter.width < name.width


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("source", WIDE)
@pytest.mark.parametrize("width", [60.0, 150.0, 400.0])
def test_no_formula_is_wider_than_its_line(source: str, width: float, display: bool) -> None:
    style = TextStyle(size=24, leading=32)
    text = (*plain("See "), Maths(source=source, display=display), *plain(" here."))
    for line in break_lines(text, style, "atkinson", width):
        assert line.width <= width + 0.01


def test_a_displayed_formula_has_lines_of_its_own() -> None:
    text = (*plain("So "), Maths(source="x = 1", display=True), *plain(", which is small, and more."))
    lines = break_lines(text, TextStyle(), "atkinson", 400)
    assert ["".join(getattr(piece, "text", "·") for piece in line.pieces) for line in lines] == ["So ", "·, ", "which is small, and more."]


def test_only_what_cannot_be_parted_is_set_smaller() -> None:
    style = TextStyle(size=24, leading=32)
    sizes = {}
    for source in (WIDE[1], WIDE[3]):
        lines = break_lines((Maths(source=source),), style, "atkinson", 250)
        sizes[source] = [piece.reduced for line in lines for piece in line.pieces if isinstance(piece, FormulaPiece)]
    assert True not in sizes[WIDE[1]]
    assert sizes[WIDE[3]] == [True]
