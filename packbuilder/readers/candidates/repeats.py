"""Mistakes that are the same in many rows of a list, told once: a room's cell of two lines in each row, the seats of two sittings, the numbers of two centres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from packbuilder.diagnostics import Diagnostic, Severity
from packbuilder.patterns import regex
from packbuilder.readers.candidates.whole_list import lines
from packbuilder.values import replace

_MANY = 4
"""So many rows at the least have a mistake that is told once; fewer are told one by one."""

_OF_THE_ROW = regex(
    r"'[^']*'|\"[^\"]*\"|(?<=the seat ).+?(?= is that of line )|\bline \d+\b|(?<=, written ).*|^[\w.,+/-]+(?= is a (?:number|date)\b)|\b\d+ (?=characters\b)|(?<=is the most: ).*"
)
"""What of a mistake is each row's own: which seat or number, whose it is, what stands in the cell."""
_FIGURES = regex(r"\d+")
_CLASHES: Mapping[str, str] = {
    "C120": "If two sittings, papers or days stand in one list, make a run for each, with a list of its own candidates.",
    "C112": "If the list has the same candidates several times, for several papers or sittings, make a run for each.",
}
"""Mistakes that differ in what clashes, and are one if there are many; with what has mostly happened then."""
_OF_COLUMNS = frozenset(("C109", "C110", "C113", "C116", "C121"))
"""Mistakes that have one cause where many rows have them, whatever stands there: commas in names, columns under each other's headings, numbers that a
spreadsheet has counted with.
"""

_TOO_LONG = "C114"
"""What stands below a name and does not fit: a room's name is that of many."""


def told_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found, of a mistake that many rows have the first, with the lines of the others; in the place of the first."""
    every = tuple(found)
    alike: dict[object, list[Diagnostic]] = {}
    for each in every:
        alike.setdefault(_kind(each), []).append(each)
    for each in every:
        same = alike[_kind(each)]
        if each.severity is not Severity.ERROR or len(same) < _MANY:
            yield each
        elif each is same[0]:
            yield _together(same)


def _kind(each: Diagnostic) -> tuple[object, ...]:
    """Return what mistakes have in common that are one: of some kinds, whatever stands in the row. A name that is too long is that row's mistake."""
    of_many = each.code in _OF_COLUMNS or (each.code in (*_CLASHES, _TOO_LONG) and not each.message.startswith("'"))
    message = _OF_THE_ROW.sub("", each.message) if of_many else each.message
    hints = () if of_many and each.code not in _OF_COLUMNS else tuple(_FIGURES.sub("", hint) for hint in each.hints)
    return each.severity, each.code, message, hints


def _together(same: list[Diagnostic]) -> Diagnostic:
    first, *others = same
    message = f"{first.message}; the same mistake is in {len(others)} more rows: line {lines([each.span for each in others])}"
    # What parts two centres is said already.
    hint = "" if ", of centre " in first.message else _CLASHES.get(first.code, "")
    return replace(first, message=message, hints=(*first.hints, *([hint] if hint else [])))
