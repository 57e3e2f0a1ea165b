"""The arithmetic of parameterised items: what expressions may do with numbers, within bounds that no expression can leave.

A bank comes from anywhere. No number may be greater than 10**100 in size, so that no step costs more than the few before it
did, and an expression of bounded length has a bounded cost. Numbers that differ only beyond ten significant digits are equal,
since what stands there is the computer's rounding: 0.1 + 0.2 is 0.3, and the sine of 180 degrees is 0.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

Value: TypeAlias = int | float | str | bool

_DIGITS = 10
"""Significant digits that count."""

_GREATEST = 100
"""Numbers are smaller than ten to this power."""

_CLOSE = 1e-10
"""Numbers as near as this, as a share of the greater, are one number."""

_EXACT = 15
"""Decimal places of sines, cosines and angles: what stands beyond is rounding."""

_MOST_PLACES = 15
"""Places that `round` can round to, before or behind the decimal point."""

EXACTLY = Context(prec=2 * _GREATEST)
"""Decimal arithmetic that holds every number there can be with all its digits."""


def decimal(value: float) -> Decimal:
    """Return a number in decimal figures: whole numbers exactly, others to ten significant digits."""
    return Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(int(value))


def bounded(value: Value) -> Value:
    """Pass a value on. Raises `ValueError` for a number that is too great, or is none."""
    if isinstance(value, complex) or (isinstance(value, float) and not math.isfinite(value)):
        raise ValueError("it is not a finite number")
    if not isinstance(value, str) and abs(value) >= 10**_GREATEST:
        raise ValueError(f"the number has more than {_GREATEST} digits")
    return value


def _number(value: Value) -> float:
    """Pass a number on. Raises `TypeError` for a text, with which nothing can be computed."""
    if isinstance(value, str):
        raise TypeError(f"{value[:20]!r} is a text: only numbers can be computed with")
    return value


def _of_numbers(operation: Callable[[float, float], float]) -> Callable[[Value, Value], Value]:
    return lambda one, two: bounded(operation(_number(one), _number(two)))


def _sum(one: float, two: float) -> float:
    total = one + two
    # What is left of two numbers that cancel out is rounding: 0.1 + 0.2 - 0.3 is nothing.
    return 0 if isinstance(total, float) and abs(total) < _CLOSE * max(abs(one), abs(two)) else total


def _power(base: float, exponent: float) -> float:
    """Return a power, after its size is known: `9**399999` would take minutes. Raises `ValueError` or `ZeroDivisionError`."""
    if base and exponent * math.log10(abs(base)) >= _GREATEST:
        raise ValueError(f"the number has more than {_GREATEST} digits")
    if abs(exponent) >= 10**_EXACT:
        raise ValueError("the exponent is too great")
    if isinstance(base, int) and isinstance(exponent, int) and exponent < 0:
        return float(base) ** exponent
    power: float = base**exponent
    return power


def _floor(number: float) -> int:
    return math.floor(decimal(number))


def _ceil(number: float) -> int:
    return math.ceil(decimal(number))


def _whole_quotient(one: float, two: float) -> float:
    return one // two if isinstance(one, int) and isinstance(two, int) else _floor(one / two)


def _remainder(one: float, two: float) -> float:
    return one % two if isinstance(one, int) and isinstance(two, int) else _sum(one, -two * _floor(one / two))


def equal(one: Value, two: Value) -> bool:
    """Whether two values are the same text, or the same number but for rounding."""
    if isinstance(one, str) or isinstance(two, str):
        return one == two
    if isinstance(one, int) and isinstance(two, int):
        return one == two
    return math.isclose(one, two, rel_tol=_CLOSE)


def _less(one: Value, two: Value) -> bool:
    return _number(one) < _number(two) and not equal(one, two)


OPERATORS: Mapping[type[ast.AST], Callable[..., Value]] = {
    ast.Add: _of_numbers(_sum),
    ast.Sub: _of_numbers(lambda one, two: _sum(one, -two)),
    ast.Mult: _of_numbers(lambda one, two: one * two),
    ast.Div: _of_numbers(lambda one, two: one / two),
    ast.FloorDiv: _of_numbers(_whole_quotient),
    ast.Mod: _of_numbers(_remainder),
    ast.Pow: _of_numbers(_power),
    ast.Eq: equal,
    ast.NotEq: lambda one, two: not equal(one, two),
    ast.Lt: _less,
    ast.Gt: lambda one, two: _less(two, one),
    ast.LtE: lambda one, two: not _less(two, one),
    ast.GtE: lambda one, two: not _less(one, two),
    ast.Not: lambda one: not one,
    ast.USub: lambda one: -_number(one),
    ast.UAdd: lambda one: +_number(one),
}
"""What expressions may write between values: arithmetic with numbers, and comparisons."""


def _rounded(value: float, places: int = 0) -> float:
    if not isinstance(places, int) or abs(places) > _MOST_PLACES:
        raise ValueError(f"it can be rounded to {_MOST_PLACES} places at most")
    return float(decimal(float(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY))


def _figures(value: float) -> int:
    """Return how many significant figures a number needs."""
    return len(decimal(float(value)).normalize().as_tuple().digits)


def _places(value: float) -> int:
    """Return how many decimal places a number needs."""
    exponent = decimal(float(value)).normalize().as_tuple().exponent
    return max(0, -int(exponent))


def _sine(degrees: float) -> float:
    return round(math.sin(math.radians(degrees)), _EXACT)


def _cosine(degrees: float) -> float:
    return round(math.cos(math.radians(degrees)), _EXACT)


def _degrees(inverse: Callable[[float], float]) -> Callable[[float], float]:
    return lambda ratio: round(math.degrees(inverse(ratio)), _EXACT - 3)


_FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "ln": math.log,
    "log10": math.log10,
    "sind": _sine,
    "cosd": _cosine,
    "tand": lambda degrees: _sine(degrees) / _cosine(degrees),
    "asind": _degrees(math.asin),
    "acosd": _degrees(math.acos),
    "atand": _degrees(math.atan),
    "abs": abs,
    "min": min,
    "max": max,
    "floor": _floor,
    "ceil": _ceil,
    "gcd": math.gcd,
    "round": _rounded,
    "sf": _figures,
    "dp": _places,
}


def _called(function: Callable[..., Value]) -> Callable[..., Value]:
    return lambda *values: bounded(function(*map(_number, values)))


FUNCTIONS: Mapping[str, Callable[..., Value]] = {name: _called(function) for name, function in _FUNCTIONS.items()}
"""What expressions may call, with numbers alone. Angles are in degrees; `sf` and `dp` count the figures and decimal places that a number needs."""
