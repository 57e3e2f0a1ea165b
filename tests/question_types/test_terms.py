"""Numbers drawn into algebra, as terms are written; standard form; what is no number to print."""

from __future__ import annotations

import pytest

from packbuilder.markup import flat
from packbuilder.question_types.expressions import ExpressionError, printed, shown
from packbuilder.question_types.terms import NoTermError, as_term
from tests.question_types.banks import item, mistakes


@pytest.mark.parametrize(
    ("before", "number", "after", "whole"),
    [
        ("x^2 + ", "-2", "x + 4", "x^2 - 2x + 4"),
        ("x^2 - ", "-2", "x", "x^2 + 2x"),
        ("x^2 + 3x + ", "-4", "", "x^2 + 3x - 4"),
        ("", "1", "x^2", "x^2"),
        ("", "-1", "x", "-x"),
        ("y + ", "-1", "x", "y - x"),
        ("", "-1", "(x + 2)", "-(x + 2)"),
        ("3 + ", "-4", "", "3 + -4"),
        ("", "-2", "x", "-2x"),
        (r"2 \times ", "-4", "", r"2 \times -4"),
        (r"\frac{", "1", "}{x}", r"\frac{1}{x}"),
        ("x^{", "-1", "}y", "x^{-1}y"),
        ("", "1", r"\text{ kg}", r"1\text{ kg}"),
        ("", "1", " m", "1 m"),
        ("2.", "1", "x", "2.1x"),
        ("", "1", "(2 + 3)", "1(2 + 3)"),
    ],
)
def test_terms_are_written_as_people_write_them(before: str, number: str, after: str, whole: str) -> None:
    assert "".join((*as_term(before, number, after), after)) == whole


def test_a_coefficient_of_nothing_is_no_term() -> None:
    with pytest.raises(NoTermError):
        as_term("x^2 + ", "0", "x")


@pytest.mark.parametrize(
    ("value", "style", "text"), [(2.408e24, "3std", "2.41e24"), (9.996, "3std", "1.00e1"), (0.00048, "2std", "4.8e-4"), (0, "2std", "0")]
)
def test_standard_form(value: float, style: str, text: str) -> None:
    assert shown(value, style) == text


@pytest.mark.parametrize(("value", "style"), [(1 / 3, ""), (2**0.5, ""), (2.408e24, ""), (True, "")])
def test_what_cannot_be_printed_as_it_is_is_refused(value: float, style: str) -> None:
    with pytest.raises(ExpressionError):
        printed(value, style, "p / q")


@pytest.mark.parametrize("value", [0.1 + 0.2, 12.5, 1234567.25, 3, 2**62])
def test_numbers_with_an_end_are_printed(value: float) -> None:
    assert printed(value, "", "p")


def test_an_answer_is_drawn_again_until_it_has_an_end() -> None:
    made = item("kind: numeric\nparameters: {p: 1 to 1, q: '3, 4'}\nstem: Work out {@ p @} ÷ {@ q @}.\nanswer: '{@ p/q @}'")
    assert flat(made.stem) == "Work out 1 ÷ 4."


def test_an_answer_that_never_has_an_end_is_an_error() -> None:
    (found,) = mistakes("kind: numeric\nparameters: {p: 1 to 1}\nstem: Work out {@ p @} ÷ 3.\nanswer: '{@ p/3 @}'")
    assert found.endswith("'p/3' comes to 0.3333333333, which has no end: say how it is rounded, {@ p/3|3sf @}")


def test_standard_form_in_a_text_a_formula_and_code() -> None:
    made = item(
        "kind: short_answer\nparameters: {n: 2 to 2}\nstem: 'State {@ n*1e9|2std @}, $x = {@ n*1e-9|2std @}$, `{@ n*1e9|2std @}`.'\npoints: [{text: it}]"
    )
    assert flat(made.stem) == "State 2.0 × 10⁹, x = 2.0 × 10⁻⁹, 2.0e9."
