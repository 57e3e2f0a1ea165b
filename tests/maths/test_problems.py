"""What is wrong with a formula: the message, where it points, and the best effort that is read all the same."""

from __future__ import annotations

import pytest

from packbuilder import maths


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("", 0, "the formula is empty"),
        (r"x + \foo", 4, r"unknown command `\foo`"),
        (r"\frac{1}", 0, r"`\frac` lacks its argument"),
        (r"\frac{}{2}", 0, r"`\frac` has an empty numerator"),
        ("x^", 1, "`^` lacks its argument"),
        ("x^1^2", 3, "double superscript"),
        ("x_1_2", 3, "double subscript"),
        ("x^10", 2, "only the first digit of `^10` would be set apart"),
        ("x^-1", 1, "only the sign of `^-1` would be set apart"),
        ("a + {b", 4, "an opening brace `{` without its `}`"),
        ("a + b}", 5, "a closing brace `}` without its `{`"),
        (r"\left( x", 0, r"`\left` without its `\right`"),
        (r"x \right)", 2, r"`\right` without its `\left`"),
        (r"\left x \right)", 0, r"`\left` lacks its bracket"),
        (r"\middle| x", 0, r"`\middle` outside `\left ... \right`"),
        ("a & b", 2, "an `&` outside a table"),
        (r"\begin{matrix} 1", 0, r"`\begin{matrix}` without its `\end{matrix}`"),
        (r"\begin{matrix} 1 \end{cases}", 17, r"`\begin{matrix}` is closed by `\end{cases}`"),
        (r"\begin{matrx} 1 \end{matrx}", 0, "unknown environment `matrx`"),
        (r"\begin{array} 1 \end{array}", 0, "an array lacks its columns"),
        (r"\text x", 0, r"`\text` lacks its argument"),
        (r"\text{a \alpha}", 8, "a command among words"),
        (r"\not x", 0, r"`\not` cannot strike out what follows it"),
        (r"\operatorname{}", 0, r"`\operatorname` lacks a name of letters"),
        (r"\ce{}", 0, r"`\ce` has an empty formula"),
        (r"\ce{H2O", 3, "an opening brace `{` without its `}`"),
        (r"\ce{H_}", 5, "`_` lacks its argument"),
        (r"\ce{A ->[heat B}", 8, "an opening `[` without its `]`"),
        (r"\ce{H2SO4 + ->}", 12, "nothing stands before `->`"),
        (r"\ce{A -> + B}", 9, "nothing stands before `+`"),
        (r"\ce{H2O?}", 7, "the character `?` has no meaning in a chemical formula"),
        (r"\over 2", 0, r"`\over` stands between two parts"),
        (r"a \over", 2, r"nothing stands behind `\over`"),
        (r"\substack x", 0, r"`\substack` lacks its argument"),
        (r"\hspace{x}", 0, r"`\hspace` lacks its width"),
        (r"\SI{2}", 0, r"`\SI` lacks its argument"),
        (r"\num{}", 0, r"`\num` has an empty argument"),
        (r"\SI{2}{\foo}", 7, r"unknown command `\foo`"),
        (r"\num{2 \foo}", 7, r"unknown command `\foo`"),
        ("5 ☃", 2, "the character `☃` (U+2603) has no meaning in a formula"),
        ("50%", 2, "a bare `%` starts a comment in LaTeX"),
    ],
)
def test_each_mistake_is_named_where_it_stands(source: str, offset: int, message: str) -> None:
    problems = maths.parse(source).problems
    assert (offset, message) in [(problem.offset, problem.message) for problem in problems]


@pytest.mark.parametrize("source", [r"\ce{Mg + 2HCl ->}", r"\ce{+ H2}", r"\ce{->[heat]}", r"\ce{Na+ + Cl- -> NaCl}", r"\ce{Zn^2+ + 2e-}"])
def test_an_equation_to_complete_is_no_mistake(source: str) -> None:
    assert maths.parse(source).problems == ()


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (r"\aplha", r"did you mean \alpha?"),
        (r"\begin{case} 1 \end{case}", "did you mean cases?"),
        ("x^10", "write ^{10}"),
        ("50%", r"write \%"),
        (r"\left x", r"write \left( or, for none, \left."),
    ],
)
def test_hints_say_what_to_write(source: str, hint: str) -> None:
    assert any(hint in problem.hints for problem in maths.parse(source).problems)


def test_problems_come_in_the_order_of_the_source() -> None:
    offsets = [problem.offset for problem in maths.parse(r"\foo + x^{} + \bar").problems]
    assert offsets == sorted(offsets)
    assert len(offsets) == 3


@pytest.mark.parametrize(
    ("source", "plain"),
    [(r"x + \foo y", "x + y"), ("a + {b^2", "a + b²"), (r"\left( x + 1", "(x + 1"), ("x^10", "x¹⁰"), (r"\ce{H2O", "H₂O")],
)
def test_what_can_be_read_is_read(source: str, plain: str) -> None:
    assert maths.to_plain(maths.parse(source).tree) == plain
