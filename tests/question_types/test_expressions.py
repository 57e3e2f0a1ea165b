"""Expressions of banks: arithmetic as schools know it, and nothing that could hang, leave its bounds or end in a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.question_types.expressions import ExpressionError, evaluated, shown
from tests.timing import least_seconds


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("9**399999", "more than 100 digits"),
        ("3999999**3999999", "more than 100 digits"),
        ("a * a * a", "more than 100 digits"),
        ("2**-(10**30)", "exponent is too great"),
        ("10**400 * 1.0", "more than 100 digits"),
        ("1e99 // 1e-50", "more than 100 digits"),
        ("'%999999999d' % a", "is a text"),
        ("'{}' * 99999999", "is a text"),
        ("f'{a:>99999999}'", "formatted text"),
        ("'abc'[9]", "an index"),
        ("a.real", "a dot"),
        ("a in 'abc'", "the word `in`"),
        ("[a] * 9", "a list"),
        ("(a := 3)", "an assignment"),
        ("max(a, key=a)", "not arithmetic"),
        ("(-8)**(1/3)", "not a finite number"),
        ("tand(90)", "division by zero"),
        ("round(a, 99)", "15 places at most"),
        ("1;2", "cannot be computed"),
        ("\x00", "cannot be computed"),
        ("(" * 400, "cannot be computed"),
        ("-" * 499 + "a.b", "more than 500 characters"),
    ],
)
def test_what_is_no_bounded_arithmetic_is_one_error_at_once(expression: str, words: str) -> None:
    def refused() -> None:
        with pytest.raises(ExpressionError, match=words):
            evaluated(expression, {"a": 10**40})

    assert least_seconds(refused) < 1


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("0.1 + 0.2 == 0.3", True),
        ("0.1 + 0.2 != 0.3", False),
        ("0.1 + 0.2 - 0.3 == 0", True),
        ("0.1 * 3 <= 0.3", True),
        ("0.1 * 3 > 0.3", False),
        ("sind(30) == 0.5 and cosd(60) == 0.5", True),
        ("sind(180) == 0", True),
        ("tand(45) == 1", True),
        ("1.6e-19 == 3.2e-19", False),
        ("1 < a < 9", True),
        ("0.3 // 0.1 == 3 and 0.3 % 0.1 == 0", True),
        ("floor(0.3 / 0.1) == 3", True),
        ("-5 % 3 == 1", True),
        ("'m' == 'm'", True),
        ("a == 'm'", False),
    ],
)
def test_conditions_hold_as_on_paper(condition: str, holds: bool) -> None:
    assert evaluated(condition, {"a": 7}) is holds


@pytest.mark.parametrize("style", ["40dp", "30sf", "0sf", "²sf", "nice", "9" * 5000 + "sf"])
def test_a_style_that_cannot_be_printed_is_an_error(style: str) -> None:
    with pytest.raises(ExpressionError, match="write 3sf, 2dp or 3std"):
        shown(1, style)


def test_the_greatest_numbers_can_be_printed() -> None:
    assert shown(10**99, "2dp") == f"1{'0' * 99}.00"
    assert shown(12345678901234567890123456789012345) == "12345678901234567890123456789012345"


@given(st.text("0123456789abx.+-*/%()<>=!,'[]{}: fornitlg", max_size=40))
def test_whatever_is_written_is_a_value_or_an_error(expression: str) -> None:
    try:
        shown(evaluated(expression, {"a": 3, "b": 0.5, "x": "iron"}))
    except ExpressionError:
        return
