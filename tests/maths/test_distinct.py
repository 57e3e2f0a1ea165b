"""What looks different is spoken differently: a candidate who listens must be able to choose between two ions, or two vectors."""

from __future__ import annotations

import pytest

from packbuilder import maths
from packbuilder.text import Maths
from packbuilder.typeset.formulas import pieces

from .cases import FOLDER

FORMULAS = tuple((FOLDER / "distinct.list").read_text(encoding="utf-8").splitlines()[1:])


def spoken(source: str) -> str:
    return maths.to_speech(maths.parse(source).tree).words


def test_no_two_of_them_are_spoken_alike() -> None:
    said: dict[str, str] = {}
    alike = [(source, said[spoken(source)]) for source in FORMULAS if said.setdefault(spoken(source), source) != source]
    assert alike == []
    assert len(FORMULAS) >= 200


@pytest.mark.parametrize("source", FORMULAS)
def test_each_is_read_and_drawn(source: str) -> None:
    assert maths.parse(source).problems == ()
    for upright in ("", "atkinson"):
        assert all(outline.width > 0 for outline in pieces(Maths(source=source), 0.87, upright))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\ce{O2^-}", "O 2, charge minus"),
        (r"\ce{O^2-}", "O, charge 2 minus"),
        (r"\ce{2Mn^2+ + 10CO2}", "2 Mn, charge 2 plus, plus 10 C O 2"),
        (r"\ce{H^{\delta+}}", "H, charge delta plus"),
        (r"\ce{NO2^{.-}}", "N O 2, radical, charge minus"),
        (r"\mathrm{SO_4^{2-}}", "SO sub 4, charge 2 minus"),
        (r"^{235}_{92}\mathrm{U}", "mass number 235, atomic number 92, U"),
        (r"{}^nC_r", "combinations n C r"),
        (r"25\,^\circ\mathrm{C}", "25 degrees C"),
        ("P(A|B)", "P open bracket A given B close bracket"),
        (r"\{x | x > 0\}", "open brace x such that x is greater than 0 close brace"),
        (r"\ce{Zn|Zn^2+||Cu^2+|Cu}", "Zn phase boundary Zn, charge 2 plus, salt bridge Cu, charge 2 plus, phase boundary Cu"),
        (r"\Delta H^\ominus", "capital delta H standard"),
        ("ℝ", "the real numbers"),
    ],
)
def test_what_is_said(source: str, words: str) -> None:
    assert spoken(source) == words


def test_limits_without_a_sign_to_stand_at_are_a_problem_with_its_place() -> None:
    (problem,) = maths.parse(r"x\limits_3").problems
    assert problem.offset == 1
