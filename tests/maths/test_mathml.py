"""MathML: well-formed, escaped, and with the elements that say what each part is."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from packbuilder import maths
from packbuilder.maths.mathml import NAMESPACE

from .cases import CASES


def mathml(source: str) -> str:
    """The inside of the element `math` for a formula."""
    written = maths.to_mathml(maths.parse(source).tree)
    return written.split(">", 1)[1].removesuffix("</math>")


@pytest.mark.parametrize("source", [case.source for case in CASES])
def test_cases_are_well_formed(source: str) -> None:
    element = ElementTree.fromstring(maths.to_mathml(maths.parse(source).tree))
    assert element.tag == f"{{{NAMESPACE}}}math"
    assert not any("\\" in (text or "") for text in element.itertext())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x", "<mi>x</mi>"),
        ("1,250", "<mn>1,250</mn>"),
        ("a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        (r"\frac{1}{2}", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        (r"\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
        (r"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        ("x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"),
        ("x_1", "<msub><mi>x</mi><mn>1</mn></msub>"),
        ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        (r"\sum\limits_1^2", "<munderover><mo>∑</mo><mn>1</mn><mn>2</mn></munderover>"),
        (r"\mathbf{a}", "<mi>𝐚</mi>"),
        (r"\mathbb{R}", "<mi>ℝ</mi>"),
        (r"\mathcal{L}", "<mi>ℒ</mi>"),
        (r"\boldsymbol{\mu}", "<mi>𝝁</mi>"),
        (r"\textbf{v}", '<mtext class="bf">v</mtext>'),
        (r"\Omega", '<mi mathvariant="normal">Ω</mi>'),
        (r"\text{R\&D}", "<mtext>R&amp;D</mtext>"),
        (r"\bar{x}", '<mover accent="true"><mi>x</mi><mo stretchy="false">¯</mo></mover>'),
        (r"\boxed{x}", '<menclose notation="box"><mi>x</mi></menclose>'),
        (r"\ce{H2}", '<mrow><msub><mi mathvariant="normal">H</mi><mn>2</mn></msub></mrow>'),
        (
            r"\binom{n}{k}",
            '<mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>',
        ),
    ],
)
def test_elements(source: str, expected: str) -> None:
    assert mathml(source) == expected


def test_display_is_said() -> None:
    assert 'display="block"' in maths.to_mathml(maths.parse("x").tree, display=True)
    assert 'display="inline"' in maths.to_mathml(maths.parse("x").tree)


@pytest.mark.parametrize("sign", list("()[]|"))
def test_brackets_grow_only_where_left_and_right_say_so(sign: str) -> None:
    plain = maths.to_mathml(maths.parse(f"{sign} x").tree)
    assert f'stretchy="false">{sign}</mo>' in plain
    grown = maths.to_mathml(maths.parse(rf"\left{sign} \frac{{a}}{{b}} \right)").tree)
    assert f'<mo form="prefix" fence="true" stretchy="true">{sign}</mo>' in grown


@pytest.mark.parametrize(
    ("source", "element"),
    [
        ("x = -1", '<mo form="prefix">−</mo>'),
        ("a - b", "<mo>−</mo>"),
        ("|x| = 2", '<mo form="postfix" fence="true" stretchy="false">|</mo>'),
        (r"15\% x", '<mo form="postfix" lspace="0" rspace="0">%</mo>'),
        ("3 : 5", '<mo lspace="0.278em" rspace="0.278em">:</mo>'),
        ("a/b", '<mo lspace="0" rspace="0">/</mo>'),
        (r"0.\dot{3}", '<mo lspace="0" rspace="0">.</mo>'),
        (r"\ce{C=C}", '<mo lspace="0" rspace="0">=</mo>'),
    ],
)
def test_a_sign_says_on_which_side_its_term_is(source: str, element: str) -> None:
    """A browser would guess by the place in the row, and set a minus after a relation between two terms."""
    assert element in mathml(source)


def test_names_of_functions_stand_apart() -> None:
    applied = '<mo lspace="0" rspace="0.167em">\N{FUNCTION APPLICATION}</mo>'
    assert mathml(r"2c\cos A") == f'<mrow><mn>2</mn><mi>c</mi><mspace width="0.167em"/><mi>cos</mi>{applied}<mi>A</mi></mrow>'
    assert "\N{FUNCTION APPLICATION}" not in mathml(r"\cos(A)")


@pytest.mark.parametrize(
    ("source", "classes"),
    [
        (r"\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}", ["r", "l"]),
        (r"\begin{cases} x & y \end{cases}", ["l", "l"]),
        (r"\begin{array}{c|l} x & y \end{array}", ["c line", "l"]),
        (r"\begin{pmatrix} x & y \end{pmatrix}", ["c", "c"]),
    ],
)
def test_cells_say_how_they_are_aligned(source: str, classes: list[str]) -> None:
    first = next(ElementTree.fromstring(f"<m>{mathml(source)}</m>").iter("mtr"))
    assert [cell.get("class") for cell in first] == classes


def test_limits_go_below_where_there_is_room() -> None:
    assert mathml(r"\lim_{x \to 0}").startswith('<munder><mo lspace="0" rspace="0" movablelimits="true">lim</mo>')
    assert mathml(r"\sum_{i}^{n}").startswith("<munderover><mo>∑</mo>")
    assert mathml(r"\int_0^1").startswith("<msubsup>")


def test_the_language_is_that_of_the_text() -> None:
    assert maths.to_mathml(maths.parse("x").tree, language="fr").startswith(
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" lang="fr">'
    )
