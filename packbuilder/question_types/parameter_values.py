"""The values of parameterised items as banks declare them: ranges, lists, and what is computed from them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from decimal import Decimal

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.fields import Fields
from packbuilder.model.raw_item import Scalar, Sequence
from packbuilder.model.raw_item import Value as Field
from packbuilder.patterns import regex
from packbuilder.question_types.arithmetic import FUNCTIONS, Value

_NUMBER = r"[-−]?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_RANGE = regex(rf"({_NUMBER})\s+to\s+({_NUMBER})(?:\s+step\s+({_NUMBER}))?")
_NAME = regex(r"[a-z][a-z0-9_]*")
_MOST_VALUES = 100_000


def read_values(fields: Fields, problems: list[Diagnostic]) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield each parameter with the values that it may have; what is wrong with one becomes an error at its place."""
    mapping = fields.mapping("parameters")
    for name, value in mapping.values.items() if mapping else ():
        place = mapping.keys[name] if mapping else value.span
        if unfit := _unfit(name):
            problems.append(error("B270", f"{name!r} cannot name a value: {unfit}", place))
            continue
        try:
            yield name, _listed(value)
        except _ListError as failure:
            problems.append(error("B271", f"the values of {name!r} cannot be {failure}", value.span, failure.hint))


def _unfit(name: str) -> str:
    """Return why a value cannot have this name, or an empty text."""
    if not _NAME.fullmatch(name):
        return "use small letters, figures and underscores"
    if name in FUNCTIONS:
        return "it is the name of a function"
    return "expressions use the word themselves" if keyword.iskeyword(name) else ""


class _ListError(ValueError):
    """Why a field lists no values, and how it would."""

    def __init__(self, message: str, hint: str = "Write it like `20 to 90 step 5`, or list the values: `2, 3, 5`.") -> None:
        super().__init__(message)
        self.hint = hint


def _listed(value: Field) -> tuple[Value, ...]:
    """Return the values of a range (`20 to 90 step 5`) or a list, at least one. Raises `_ListError`."""
    values = _range_or_list(value)
    if not values:
        raise _ListError("read")
    if len(values) > _MOST_VALUES:
        raise _ListError(f"drawn from: there are {len(values):,}, and {_MOST_VALUES:,} at most are allowed", "List fewer.")
    return values


def _range_or_list(value: Field) -> tuple[Value, ...]:
    if isinstance(value, Sequence):
        return tuple(scalar_of(each.text) for each in value.values if isinstance(each, Scalar))
    if not isinstance(value, Scalar):
        return ()
    found = _RANGE.fullmatch(value.text.strip())
    if found is None and re.match(r"[-−]?[0-9.]+\s+to\s", value.text.strip()):
        raise _ListError("read: a range has two numbers of up to 15 digits")
    if found is None:
        return tuple(scalar_of(part.strip()) for part in value.text.split(",") if part.strip())
    low, high, step = (Decimal(text.replace("−", "-")) for text in (found[1], found[2], found[3] or "1"))
    if high < low:
        raise _ListError(f"read: the range goes from {low} down to {high}", f"Write it as `{high} to {low}`.")
    if step <= 0:
        raise _ListError(f"read: the step is {step}", "Write a step greater than 0.")
    count = int((high - low) / step) + 1
    if count > _MOST_VALUES:
        raise _ListError(f"drawn from: there are {count:,}, and {_MOST_VALUES:,} at most are allowed", "Write a greater step: `step 10`.")
    return tuple(scalar_of(f"{low + number * step:f}") for number in range(count))


def scalar_of(text: str) -> Value:
    """Return a number where a text is one, else the text."""
    plain = text.replace("−", "-")
    if re.fullmatch(r"-?[0-9]{1,120}", plain):
        return int(plain)
    return float(plain) if re.fullmatch(r"-?[0-9]{1,120}\.[0-9]{1,120}", plain) else text


def read_computed(fields: Fields, problems: list[Diagnostic]) -> Iterator[tuple[str, str, Span]]:
    """Yield what is computed: its name, its expression and where that stands."""
    mapping, drawn = fields.mapping("computed"), fields.mapping("parameters")
    for name, value in mapping.values.items() if mapping else ():
        place = mapping.keys[name] if mapping else value.span
        if unfit := _unfit(name):
            problems.append(error("B270", f"{name!r} cannot name a computed value: {unfit}", place))
        elif drawn and name in drawn.values:
            problems.append(error("B275", f"{name!r} is a parameter already", place, "Give the computed value a name of its own."))
        elif not isinstance(value, Scalar):
            problems.append(error("B270", f"{name!r} cannot be computed: it needs one expression", value.span))
        else:
            yield name, value.text, value.span
