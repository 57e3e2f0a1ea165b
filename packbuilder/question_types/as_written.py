"""Whether what YAML has read of an item is what its writer wrote: not a text that was cut at ` #`, nor one whose backslashes are gone."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.model.raw_item import MappingValue, Scalar, Value

_UNPRINTED = frozenset(
    """id kind topic stimulus language objective command enemies replaces status from marks any max lines difficulty convention correct fixed answer
    parameters computed where file width height step to minor numbers shape stroke smooth type essential shaded arrow blank side word_bank other_valid""".split()
)
"""Fields that no paper shows as they stand; a comment behind their values is one."""

_ENDS = (".", "?", "!", ":", ";", "…", "”", "’", ")")


def faults_of(mapping: MappingValue) -> tuple[Diagnostics, bool]:
    """Return what is told of texts that were cut, and whether the item or stimulus must not be used."""
    found = tuple(_cut(mapping, ""))
    return found, bool(found) or any(each.garbled for _, each in _scalars(mapping, ""))


def _cut(mapping: MappingValue, name: str) -> Iterator[Diagnostic]:
    """Yield a fault for each text behind which, after one space, a comment stands: `one # in its signature`.

    A comment is meant where the text has come to its end, or where more spaces set it apart.
    """
    for field, scalar in _scalars(mapping, name):
        mark = scalar.comment.lstrip(" \t")
        apart = scalar.comment != f" {mark}"
        if not mark or apart or field in _UNPRINTED or not isinstance(scalar.value, str) or scalar.text.endswith(_ENDS):
            continue
        lost = mark if len(mark) <= _LONGEST else mark[:_LONGEST].rsplit(" ", 1)[0] + " …"
        message = f"YAML reads this text up to its `#` only, and drops the rest: {lost!r}"
        hint = "Put the text in single quotes; a comment goes on a line of its own, or behind two spaces."
        yield error("B115", message, scalar.span, hint)


_LONGEST = 40


def _scalars(value: Value, name: str) -> Iterator[tuple[str, Scalar]]:
    """Yield each value below another with the name of its field."""
    if isinstance(value, Scalar):
        yield name, value
    elif isinstance(value, MappingValue):
        for key, each in value.values.items():
            if key not in ("parameters", "computed", "where"):
                yield from _scalars(each, key)
    else:
        for each in value.values:
            yield from _scalars(each, name)
