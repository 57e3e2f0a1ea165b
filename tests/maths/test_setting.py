"""White space in formulas: a sign belongs to its number, a name stands apart from what it is of, columns from each other."""

from __future__ import annotations

import pytest

from packbuilder import maths
from packbuilder.text import Maths
from packbuilder.typeset.formulas import pieces


def drawn(source: str) -> str:
    return maths.to_latex(maths.as_set(maths.parse(source).tree))


@pytest.mark.parametrize(
    ("source", "latex"),
    [
        ("x < -3", "x < {-} 3"),
        ("21 - (-2)", "21 - ( {-} 2 )"),
        (r"(-1, \pm 4)", r"( {-} 1 , {\pm} 4 )"),
        ("|-3| - 2", "| {-} 3 | - 2"),
        ("-b - c", "- b - c"),
        (r"\det \mathbf{M} + \det(A)", r"\det \, \mathbf{M} + \det ( A )"),
        (r"\log_2 x + \sin^2 x", r"\log_{2} \, x + \sin^{2} x"),
        (r"\sum_{k=0}^{n} ar^k", r"\sum_{k = 0}^{n} \, a r^{k}"),
        (r"\mathbf{AB} = \mathbf{0}", r"{\mathbf{A}\mathbf{B}} = 𝟎"),
        (r"\begin{cases} x & x > 0 \\ -x & x < 0 \end{cases}", r"\begin{cases} x & \quad x > 0 \\ - x & \quad x < 0 \end{cases}"),
        (r"\begin{pmatrix} 2 & -1 \\ 3 & 0 \end{pmatrix}", r"\begin{pmatrix} 2 & \enspace {-} 1 \\ 3 & \enspace 0 \end{pmatrix}"),
        (r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}", r"\begin{aligned} x & = 1 \\ y & = 2 \end{aligned}"),
        (r"\ce{CuSO4.5H2O}", r"\mathrm {Cu} \mathrm {S} \mathrm {O}_{4} \text{·} 5 \mathrm {H}_{2} \mathrm {O}"),
    ],
)
def test_how_a_formula_is_written_for_drawing(source: str, latex: str) -> None:
    assert drawn(source) == latex


def test_a_sign_is_as_near_to_its_number_after_a_relation_as_alone() -> None:
    def width(source: str) -> float:
        (outline,) = pieces(Maths(source=source))
        return outline.width

    assert width("x < -3") - width("x < 3") < width("-3") - width("3") + 0.05
