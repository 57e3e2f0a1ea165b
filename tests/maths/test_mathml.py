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
        (r"\mathbf{a}", '<mi mathvariant="bold">a</mi>'),
        (r"\text{R\&D}", "<mtext>R&amp;D</mtext>"),
        (r"\bar{x}", '<mover accent="true"><mi>x</mi><mo>¯</mo></mover>'),
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
    assert f'<mo stretchy="false">{sign}</mo>' in plain
    grown = maths.to_mathml(maths.parse(rf"\left{sign} \frac{{a}}{{b}} \right)").tree)
    assert f'<mo fence="true" stretchy="true">{sign}</mo>' in grown
