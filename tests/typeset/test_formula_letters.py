"""The letters of formulas: alphabets that differ, upright ones in clear editions, and what no font of mathematics has."""

from __future__ import annotations

import re
import string

import pytest
import ziamath

from packbuilder import maths
from packbuilder.layout import TextStyle
from packbuilder.text import Maths
from packbuilder.typeset.faces import families
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.formulas import FormulaError, Outline, pieces
from packbuilder.typeset.words import boxes


def drawn(source: str, upright: str = "") -> Outline:
    (outline,) = pieces(Maths(source=source), 0.0, upright)
    return outline


@pytest.mark.parametrize("variant", ["mathrm", "mathbf", "bm", "mathbb", "mathcal", "mathfrak", "mathsf", "mathtt"])
def test_letters_of_every_alphabet_are_drawn_as_its_own(variant: str) -> None:
    plain = {drawn(letter).operators for letter in string.ascii_letters}
    assert not plain & {drawn(rf"\{variant}{{{letter}}}").operators for letter in string.ascii_letters}


@pytest.mark.parametrize("variant", ["mathbf", "mathbb", "mathsf", "mathtt"])
def test_so_are_figures(variant: str) -> None:
    assert all(drawn(rf"\{variant}{{{figure}}}").operators != drawn(figure).operators for figure in string.digits)


@pytest.mark.parametrize("sign", [r"\cup", r"\cap", r"\land", r"\lor", r"\perp", r"\subset", r"\setminus", r"\implies"])
def test_signs_between_terms_stand_apart_from_them(sign: str) -> None:
    beside = drawn(rf"A {sign} B").width - drawn("A").width - drawn("B").width - drawn(sign).width
    assert beside > 0.35
    assert drawn(rf"P_{{A {sign} B}}").width < drawn("P").width + drawn(rf"A {sign} B").width * 0.8


@pytest.mark.parametrize("source", ["x", "R", r"\alpha", r"\hbar", r"\phi", r"\Delta"])
def test_upright_letters_are_those_of_the_text(source: str) -> None:
    upright = drawn(source, "atkinson")
    assert upright.operators != drawn(source).operators
    assert upright.operators == drawn(rf"\mathrm{{{source}}}", "atkinson").operators == drawn(rf"\mathit{{{source}}}", "atkinson").operators


def test_no_stem_of_an_upright_letter_leans() -> None:
    """The stem of an `l`: its lines go straight up in the text's letters, and lean in those of mathematics."""
    lines = re.findall(r"([\d.-]+) ([\d.-]+) [ml]\n(?:([\d.-]+) ([\d.-]+) l)", drawn("T", "atkinson").operators.decode())
    assert lines
    assert all(x == to_x or y == to_y for x, y, to_x, to_y in lines)


def test_upright_letters_are_as_large_as_those_of_the_text() -> None:
    face = families["atkinson"].regular
    assert drawn("H", "atkinson").height == pytest.approx(face.cap_height / 1000, abs=0.01)


def test_a_letter_that_the_font_of_mathematics_lacks_is_drawn_in_one_that_has_it() -> None:
    assert drawn(r"\text{Ԁ}").operators != drawn(r"\text{Ԃ}").operators


@pytest.mark.parametrize("upright", [False, True])
def test_a_style_says_which_letters_its_formulas_have(upright: bool) -> None:
    (box,) = boxes((Maths(source="x"),), TextStyle(upright=upright), "atkinson")
    (piece,) = box.pieces
    assert isinstance(piece, FormulaPiece)
    assert piece.outline.upright == ("atkinson" if upright else "")


def test_what_the_library_cannot_draw_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("zip() argument 2 is longer than argument 1")

    monkeypatch.setattr(ziamath, "Math", fails)
    with pytest.raises(FormulaError, match="q⁷⁷"):
        pieces(Maths(source="q^{77}"))


def test_numbers_before_a_symbol_stand_on_nothing() -> None:
    tree = maths.parse(r"\ce{^{14}_{6}C}").tree
    assert maths.to_latex(maths.as_set(tree)) == r"{}_{6}^{14} \mathrm {C}"
