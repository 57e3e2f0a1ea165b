"""Values put into an item's texts wherever `{@ ... @}` stands, written as its language writes numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from packbuilder.decimals import in_powers_of_ten, number_of, times_ten
from packbuilder.markup import Place, language_in, place_in
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence
from packbuilder.model.raw_item import Value as Field
from packbuilder.patterns import regex
from packbuilder.question_types.arithmetic import Value
from packbuilder.question_types.expressions import ExpressionError, evaluated, printed, shown
from packbuilder.question_types.parameter_values import scalar_of
from packbuilder.question_types.passages import stretch_at
from packbuilder.question_types.terms import NoTermError, as_term
from packbuilder.wording import Catalogue, catalogue

SLOT = regex(r"\{@\s*(?P<expression>[^@|]+?)\s*(?:\|\s*(?P<style>\w+)\s*)?@\}")

_READ_BY_PEOPLE = frozenset(("alt", "caption", "title", "label", "name", "text"))
"""The fields of a drawing that are texts; the others are numbers and functions to be computed."""


def filled(fields: MappingValue, names: Mapping[str, Value], language: str) -> MappingValue:
    """Return an item's fields with the values in their slots. Raises `ExpressionError`."""
    return _mapping(fields, names, language)


def _mapping(value: MappingValue, names: Mapping[str, Value], language: str, *, drawing: bool = False) -> MappingValue:
    return replace(value, values={name: _field(each, names, language, drawing=drawing, name=name) for name, each in value.values.items()})


def _field(value: Field, names: Mapping[str, Value], language: str, *, drawing: bool, name: str) -> Field:
    """Return a field with the values in their slots; a field that is one slot and nothing else keeps its number as a number."""
    if isinstance(value, MappingValue):
        return _mapping(value, names, language, drawing=drawing or name in ("drawing", "answer"))
    if isinstance(value, Sequence):
        return replace(value, values=tuple(_field(each, names, language, drawing=drawing, name=name) for each in value.values))
    if not isinstance(value.value, str) or "{@" not in value.text:
        return value
    try:
        bare = _text(value.text, names, "")
        text = bare if drawing and name not in _READ_BY_PEOPLE else _text(value.text, names, language)
    except ExpressionError as failure:
        failure.span = value.span
        raise
    whole = SLOT.fullmatch(value.text.strip()) is not None
    number = number_of(bare) if in_powers_of_ten(bare) else scalar_of(bare)
    return Scalar(value=number if whole else text, text=text, span=value.span)


def _text(text: str, names: Mapping[str, Value], language: str) -> str:
    """Return a text with the values in its slots, numbers as a language writes them (a BCP 47 tag); where that is empty, as programs do."""
    held = tuple(names.items())
    # What stands around a slot tells where it is, and nothing that stands in it.
    around = SLOT.sub(lambda slot: "0" * len(slot[0]), text)
    done, end = "", 0
    for slot in SLOT.finditer(text):
        value, style = _value(slot["expression"], held), slot["style"] or ""
        done, end = done + text[end : slot.start()], slot.end()
        if language and not isinstance(value, str):
            done, number = _read(done, printed(value, style, slot["expression"]), text[end:], around, slot, language)
        else:
            number = shown(value, style)
        done += number
    return done + text[end:]


def _read(done: str, number: str, after: str, around: str, slot: re.Match[str], language: str) -> tuple[str, str]:
    """Return a number as people read it, and what stands before it: in a formula as a term of that."""
    place, wording = _place_of(around, slot.start(), language)
    if place == "code":
        return done, number
    if place == "formula":
        opened = max(done.rfind("$"), done.rfind(r"\("), 0)
        try:
            term, number = as_term(done[opened:].lstrip("$"), number, after)
        except NoTermError as failure:
            raise ExpressionError(f"{slot['expression']!r} comes to 0, and stands before a letter: exclude that with `where`") from failure
        done = done[:opened] + "$" * (len(done[opened:]) - len(done[opened:].lstrip("$"))) + term
    return done, _written(number, place, wording)


def _place_of(text: str, offset: int, language: str) -> tuple[Place, Catalogue]:
    """Return within what a character of a text stands, and the words of the language there."""
    part, at, code = stretch_at(text, offset) if "\n" in text else (text, offset, False)
    marked = "" if code else language_in(part, at)
    other = bool(marked) and not catalogue(marked).spoken("digits.decimal")
    return "code" if code else place_in(part, at), catalogue(marked if other else language)


def _written(number: str, place: Place, wording: Catalogue) -> str:
    """Return a number as a language writes it in a place: with the sign for minus, its own decimals, and powers of ten as such."""
    powers = in_powers_of_ten(number)
    figures = (powers[0] if powers else number).replace(".", _point(place, wording.say("digits.decimal")))
    # A formula has the sign for minus wherever a hyphen is typed.
    figures = "−" + figures[1:] if figures.startswith("-") and place == "text" else figures
    if powers is None:
        return figures
    return rf"{figures} \times 10^{{{powers[1]}}}" if place == "formula" else times_ten(figures, powers[1])


def _point(place: Place, decimal: str) -> str:
    """Return what stands before decimals: a bare comma of a formula would part two numbers."""
    return f"{{{decimal}}}" if place == "formula" and decimal != "." else decimal


@lru_cache(maxsize=4096)
def _value(expression: str, names: tuple[tuple[str, Value], ...]) -> Value:
    return evaluated(expression, dict(names))
