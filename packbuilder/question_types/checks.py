"""What of a bank's text would be printed otherwise than its writer means: formulas whose dollars are not read, or that have none."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostics, Span, error, warning
from packbuilder.markup import checked, outside
from packbuilder.patterns import regex

_SPACED = regex(r"(?<![\\\w$])\$(?P<inner>\s+[^$\n]*?\S\s*|\S(?:[^$\n]*?\S)?\s+)\$(?![\w$])")
"""What stands between dollars with a space behind the first or before the last: `$ x \\times y $`."""

_FORMULA = regex(r"\\[A-Za-z]|[\^_=<>]|^\s*[A-Za-z]\s*$")
"""What a formula has, and hardly any words between two prices."""

_PRICE = r"\d[\d,.]*(?![\d,.]*[a-z](?<![kmb])|[\d,.]*[\\^_])"
_NOT_OPENED = rf"(?=\s|$|[)\].,;:?!/'’\"”]|{_PRICE}|-[a-z]{{2,}}|(?:m|bn|k|mn|tn|million|billion|thousand)\b)"
_OPENED = regex(rf"(?<![\w$\\])\$(?!{_NOT_OPENED})")
"""A dollar that begins a formula: no price as `$5` or `$5k`, nor the sign by itself."""
_CLOSED = regex(r"(?<=[a-z)}\]])\$(?![\w$])")
"""A dollar that ends a formula."""

_BASE = r"(?:(?<![A-Za-z0-9_^])(?:\d{0,6}[A-Za-z]|\d{1,6})|[)\]])"
_RAISED = rf"{_BASE}\^(?:\{{[^{{}}]*\}}|[-−+]?\w+)"
_LOWERED = r"(?<![\w_])[A-Z]?[A-Za-z]_(?:\{[^{}]*\}|\d+)(?![\w_])"
_BARE = regex(rf"{_RAISED}|{_LOWERED}")
"""`x^2`, `10^-3`, `H_2` as they are typed."""

_HOW = "Write formulas between dollars without a space inside them, `$x^2$`; `\\$` for the sign itself; code between backticks."


def printed(source: str, span: Span) -> Diagnostics:
    """Return what is wrong with a text of a bank, whose first character stands at `span`: all that light Markdown has, and formulas that are not read."""
    if "$" not in source and "^" not in source and "_" not in source:
        return checked(source, span)
    dollars = list(_dollars(source))
    told = [problem for problem in checked(source, span) if not any(_within(problem.span, span, place) for place, _ in dollars)]
    found = [error("M103", message, span.moved(place[0]), _HOW) for place, message in dollars]
    bare = [
        warning("M104", f"`{words}` would be printed as it is typed", span.moved(offset), _HOW)
        for offset, words in _bare(source)
        if not any(first <= offset < last for (first, last), _ in dollars)
    ]
    return (*told, *found, *bare[:1])


def _within(place: Span, span: Span, stretch: tuple[int, int]) -> bool:
    return place.line == span.line and stretch[0] <= place.column - (span.column or 1) < stretch[1]


def _dollars(source: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield from where to where a formula was to stand whose dollars are not read as such, and what is wrong."""
    for base, text in outside(source):
        end = 0
        for found in _SPACED.finditer(text):
            if _FORMULA.search(found["inner"]):
                end = found.end()
                yield (
                    (base + found.start(), base + end),
                    "a space behind the first dollar of a formula, or before its last: it is not read as one",
                )
        for found in (*_OPENED.finditer(text, end), *_CLOSED.finditer(text, end)):
            yield (base + found.start(), base + len(text)), "a dollar that opens or closes no formula would be printed as it is typed"
            break


def _bare(source: str) -> Iterator[tuple[int, str]]:
    for base, text in outside(source):
        for found in _BARE.finditer(text):
            yield base + found.start(), found[0]
