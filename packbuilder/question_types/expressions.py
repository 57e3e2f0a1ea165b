"""Expressions in parameterised items: arithmetic over named values, evaluated by simpleeval, never by Python itself."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from packbuilder.diagnostics import Span
from packbuilder.patterns import regex
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
    """Why an expression has no value, in words; `span` is where it stands, once that is known."""

    span: Span | None = None


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
    """Return a value as programs write it: `3sf` and `2dp` round half up, as schools do, `3std` in standard form; else up to ten significant digits.

    Raises `ExpressionError` for another style, and for what is no number and no text.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise ExpressionError("a comparison is put in, which is no number and no text: write `a if b else c`")
    number = decimal(value)
    if not style:
        return _plain(number.normalize(EXACTLY))
    count, unit = _style(style)
    if unit == "std" and not number:
        return "0"
    if unit == "dp":
        return _plain(_to(number, count))
    rounded = _figures(number, count)
    return _standard(rounded, count) if unit == "std" else _plain(rounded)


def printed(value: Value, style: str, expression: str) -> str:
    """Return a value as `shown` does, for people to read. Raises `ExpressionError` also for a number without an end that nothing rounds."""
    text = shown(value, style)
    if not style and isinstance(value, float) and value and not _SMALLEST <= abs(value) < _GREATEST:
        raise ExpressionError(
            f"{_quoted(expression)} comes to {value:.4g}, too long to be read in full: write it in standard form, {{@ {expression}|3std @}}"
        )
    if not style and isinstance(value, float) and abs(value - float(f"{value:.{_LONGEST_EXACT}g}")) > abs(value) * _ROUNDING:
        raise ExpressionError(f"{_quoted(expression)} comes to {text}, which has no end: say how it is rounded, {{@ {expression}|3sf @}}")
    return text


_SMALLEST, _GREATEST = 1e-9, 1e15
"""Between these a number that is not whole is printed in full."""
_LONGEST_EXACT = 9
"""Significant figures that a number may have which is printed as it is."""
_ROUNDING = 1e-12
"""The computer's own rounding, as a share of the number."""


def _figures(number: Decimal, count: int) -> Decimal:
    """Round to significant figures."""
    places = count - 1 - number.adjusted() if number else count - 1
    rounded = _to(number, places)
    if rounded and rounded.adjusted() > number.adjusted() and places > 0:
        # 9.99 to two figures is 10, not 10.0.
        rounded = _to(number, places - 1)
    return rounded


def _standard(number: Decimal, count: int) -> str:
    """Return a number other than 0 in powers of ten, with so many figures: `2.41e24`."""
    power = number.adjusted()
    return f"{_plain(_to(number.scaleb(-power, EXACTLY), count - 1))}e{power}"


_STYLE = regex(r"(?P<count>[0-9]{1,3})(?P<unit>sf|dp|std)")


def _style(style: str) -> tuple[int, str]:
    """Return how many figures or places a style asks for, and which of the two. Raises `ExpressionError`."""
    found = _STYLE.fullmatch(style)
    if found is None or (found["unit"] != "dp" and not int(found["count"])):
        raise ExpressionError(f"{style[:40]!r} is no way to print a number: write 3sf, 2dp or 3std")
    if int(found["count"]) > _MOST_FIGURES:
        raise ExpressionError(f"{style[:40]!r} asks for more than {_MOST_FIGURES} figures: write 3sf, 2dp or 3std")
    return int(found["count"]), found["unit"]


def _to(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.removeprefix("-") if not number else text
