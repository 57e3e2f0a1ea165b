"""Numbers drawn into algebra, as people write its terms: `x^2 - 2x + 4` and not `x^2 + -2x + 4`, `x` and not `1x`."""

from __future__ import annotations

from packbuilder.patterns import regex

_OPERATOR = regex(r"(?P<sign>[+−-])(?P<space>\s*)$")
_LETTER = regex(r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])")
"""A variable: `x`, and not the name of a command."""
_FACTOR = regex(r"[A-Za-z](?![A-Za-z])|\((?=[^()]*[A-Za-z])")
"""What a coefficient stands before, without a space between."""
_BOUND = regex(r"(?:[\w.^_{\\]|[\^_]\{[^{}]*)$")
"""What makes a number more than a coefficient when it stands before it: an index, a fraction's brace, another figure."""


class NoTermError(ValueError):
    """A coefficient comes to 0, and nobody writes such a term."""


def as_term(before: str, number: str, after: str) -> tuple[str, str]:
    """Return what stands before a number in a formula, and the number, as a term is written. Raises `NoTermError`."""
    coefficient = _FACTOR.match(after) is not None and not _BOUND.search(before)
    if coefficient and number == "0":
        raise NoTermError
    operator = _OPERATOR.search(before)
    if operator and number.startswith("-") and before[: operator.start()].strip() and (coefficient or _LETTER.search(before)):
        before = before[: operator.start()] + ("-" if operator["sign"] == "+" else "+") + operator["space"]
        number = number[1:]
    if coefficient and number in ("1", "-1"):
        number = number[:-1]
    return before, number
