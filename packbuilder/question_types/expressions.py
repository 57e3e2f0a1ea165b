"""Expressions in parameterised items: arithmetic over named values, evaluated by simpleeval, never by Python itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TypeAlias

Value: TypeAlias = int | float | str | bool

_DIGITS = 10
"""Significant digits that count: what differs beyond them is the computer's rounding."""


class ExpressionError(ValueError):
    """Why an expression has no value, in words."""


def evaluated(expression: str, names: Mapping[str, Value]) -> Value:
    """Return the value of an expression. Raises `ExpressionError`."""
    # Imported here: most banks have no parameterised item.
    from simpleeval import InvalidExpression, SimpleEval

    evaluator = SimpleEval(functions=dict(_FUNCTIONS), names=dict(names))
    try:
        value = evaluator.eval(expression)
    except (InvalidExpression, SyntaxError, ArithmeticError, ValueError, TypeError, InvalidOperation, RecursionError) as failure:
        words = failure.msg if isinstance(failure, SyntaxError) else str(failure)
        raise ExpressionError(f"{expression!r} cannot be computed: {words}") from failure
    if isinstance(value, float) and not math.isfinite(value):
        raise ExpressionError(f"{expression!r} is not a finite number")
    if not isinstance(value, int | float | str | bool):
        raise ExpressionError(f"{expression!r} is neither a number nor a text")
    return value


def shown(value: Value, style: str = "") -> str:
    """Return a value as it is printed: `3sf` and `2dp` round half up, as schools do; else up to ten significant digits.

    Raises `ExpressionError` for another style.
    """
    if isinstance(value, str):
        return value
    number = _decimal(value)
    if not style:
        return _plain(number.normalize())
    count, unit = style[:-2], style[-2:]
    if unit not in ("sf", "dp") or not count.isdecimal() or (unit == "sf" and count == "0"):
        raise ExpressionError(f"{style!r} is no way to print a number: write 3sf or 2dp")
    places = int(count) if unit == "dp" else int(count) - 1 - number.adjusted() if number else int(count) - 1
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if unit == "sf" and rounded and rounded.adjusted() > number.adjusted() and places > 0:
        # 9.99 to two figures is 10, not 10.0.
        rounded = number.quantize(Decimal(1).scaleb(1 - places), ROUND_HALF_UP)
    return _plain(rounded)


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(int(value))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.removeprefix("-") if not number else text


def _rounded(value: float, places: int = 0) -> float:
    return float(_decimal(float(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _figures(value: float) -> int:
    """Return how many significant figures a number needs."""
    digits = _decimal(float(value)).normalize().as_tuple().digits
    return len(digits)


def _places(value: float) -> int:
    """Return how many decimal places a number needs."""
    exponent = _decimal(float(value)).normalize().as_tuple().exponent
    return max(0, -int(exponent))


_FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "ln": math.log,
    "log10": math.log10,
    "sind": lambda degrees: math.sin(math.radians(degrees)),
    "cosd": lambda degrees: math.cos(math.radians(degrees)),
    "tand": lambda degrees: math.tan(math.radians(degrees)),
    "asind": lambda ratio: math.degrees(math.asin(ratio)),
    "acosd": lambda ratio: math.degrees(math.acos(ratio)),
    "atand": lambda ratio: math.degrees(math.atan(ratio)),
    "abs": abs,
    "min": min,
    "max": max,
    "floor": math.floor,
    "ceil": math.ceil,
    "gcd": math.gcd,
    "round": _rounded,
    "sf": _figures,
    "dp": _places,
}
"""What expressions may call. Angles are in degrees; `sf` and `dp` count the figures and decimal places that a number needs."""
