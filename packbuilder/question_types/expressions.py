"""Expressions in parameterised items: arithmetic over named values, evaluated by simpleeval, never by Python itself."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from packbuilder.question_types.arithmetic import EXACTLY, FUNCTIONS, OPERATORS, Value, bounded, decimal

_LONGEST = 500
"""Characters of an expression, which bound what it can cost."""

_MOST_FIGURES = 15
"""Figures or decimal places that a number can be printed with."""

_ALLOWED = (ast.Name, ast.Constant, ast.UnaryOp, ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call)
"""What an expression is made of: no index, no attribute, no formatted text."""

_WORDS = {
    ast.Subscript: "an index such as `a[1]`",
    ast.Attribute: "a dot such as `a.b`",
    ast.JoinedStr: "a formatted text such as `f'{a}'`",
    ast.Tuple: "a list",
    ast.List: "a list",
    ast.NamedExpr: "an assignment",
    ast.In: "the word `in`",
    ast.Is: "the word `is`",
}


class ExpressionError(ValueError):
    """Why an expression has no value, in words."""


def evaluated(expression: str, names: Mapping[str, Value]) -> Value:
    """Return the value of an expression. Raises `ExpressionError`, and nothing else, whatever the text is."""
    # Imported here: most banks have no parameterised item.
    from simpleeval import InvalidExpression, SimpleEval

    tree = _parsed(expression)
    evaluator = SimpleEval(operators=dict(OPERATORS), functions=dict(FUNCTIONS), names=dict(names))
    evaluator.nodes = {kind: handler for kind, handler in evaluator.nodes.items() if kind in _ALLOWED}
    try:
        value = evaluator.eval(expression, previously_parsed=tree)
        if not isinstance(value, int | float | str | bool):
            raise ExpressionError(f"{_quoted(expression)} is neither a number nor a text")
        return bounded(value)
    except ExpressionError:
        raise
    except (InvalidExpression, ArithmeticError, ValueError, TypeError, RecursionError) as failure:
        raise ExpressionError(f"{_quoted(expression)} cannot be computed: {failure}") from failure


@lru_cache(maxsize=1024)
def _parsed(expression: str) -> ast.expr:
    """Return an expression's tree. Raises `ExpressionError` for what is none, is too long, or holds more than arithmetic."""
    if len(expression) > _LONGEST:
        raise ExpressionError(f"{_quoted(expression)} has more than {_LONGEST} characters")
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as failure:
        words = failure.msg if isinstance(failure, SyntaxError) else "it cannot be read"
        raise ExpressionError(f"{_quoted(expression)} cannot be computed: {words}") from failure
    for node in ast.walk(tree):
        if not _arithmetic(node):
            what = _WORDS.get(type(node), f"what Python calls {type(node).__name__}")
            raise ExpressionError(f"{_quoted(expression)} cannot be computed: it holds {what}, which is not arithmetic")
    return tree


def _arithmetic(node: ast.AST) -> bool:
    match node:
        case ast.Constant():
            return isinstance(node.value, int | float | str)
        case ast.operator() | ast.cmpop() | ast.unaryop():
            return type(node) in OPERATORS
        case ast.Call():
            return isinstance(node.func, ast.Name) and not node.keywords
    return isinstance(node, (*_ALLOWED, ast.boolop, ast.expr_context))


def _quoted(expression: str) -> str:
    return repr(expression if len(expression) <= _LONGEST else f"{expression[:40]}…")


def shown(value: Value, style: str = "") -> str:
    """Return a value as it is printed: `3sf` and `2dp` round half up, as schools do; else up to ten significant digits.

    Raises `ExpressionError` for another style.
    """
    if isinstance(value, str):
        return value
    number = decimal(value)
    if not style:
        return _plain(number.normalize(EXACTLY))
    count, unit = _style(style)
    places = count if unit == "dp" else count - 1 - number.adjusted() if number else count - 1
    rounded = _to(number, places)
    if unit == "sf" and rounded and rounded.adjusted() > number.adjusted() and places > 0:
        # 9.99 to two figures is 10, not 10.0.
        rounded = _to(number, places - 1)
    return _plain(rounded)


def _style(style: str) -> tuple[int, str]:
    """Return how many figures or places a style asks for, and which of the two. Raises `ExpressionError`."""
    count, unit = style[:-2], style[-2:]
    if unit not in ("sf", "dp") or not (count.isascii() and count.isdecimal()) or (unit == "sf" and not int(count[:3])):
        raise ExpressionError(f"{style[:40]!r} is no way to print a number: write 3sf or 2dp")
    if len(count) > len(str(_MOST_FIGURES)) or int(count) > _MOST_FIGURES:
        raise ExpressionError(f"{style[:40]!r} asks for more than {_MOST_FIGURES} figures: write 3sf or 2dp")
    return int(count), unit


def _to(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.removeprefix("-") if not number else text
