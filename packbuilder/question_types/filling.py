"""Values put into an item's texts wherever `{@ ... @}` stands, written as its language writes numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from packbuilder.markup import Place, language_in, place_in
from packbuilder.model.raw_item import MappingValue, Scalar, Sequence
from packbuilder.model.raw_item import Value as Field
from packbuilder.patterns import regex
from packbuilder.question_types.arithmetic import Value
from packbuilder.question_types.expressions import evaluated, shown
from packbuilder.question_types.parameter_values import scalar_of
from packbuilder.question_types.passages import stretch_at
from packbuilder.wording import catalogue

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
    bare = _text(value.text, names, "")
    text = bare if drawing and name not in _READ_BY_PEOPLE else _text(value.text, names, language)
    whole = SLOT.fullmatch(value.text.strip()) is not None
    return Scalar(value=scalar_of(bare) if whole else text, text=text, span=value.span)


def _text(text: str, names: Mapping[str, Value], language: str) -> str:
    """Return a text with the values in its slots, numbers as a language writes them (a BCP 47 tag); where that is empty, as programs do."""
    held = tuple(names.items())
    # What stands around a slot tells where it is, and nothing that stands in it.
    around = SLOT.sub(lambda slot: "0" * len(slot[0]), text)
    parts: list[str] = []
    end = 0
    for slot in SLOT.finditer(text):
        value = _value(slot["expression"], held)
        number = shown(value, slot["style"] or "")
        if language and not isinstance(value, str):
            number = _written(number, around, slot.start(), language)
        parts += (text[end : slot.start()], number)
        end = slot.end()
    return "".join((*parts, text[end:]))


def _written(number: str, text: str, offset: int, language: str) -> str:
    """Return a number as it is written at a place of a text: with the sign for minus and, before decimals, what the language there has."""
    part, at, code = stretch_at(text, offset) if "\n" in text else (text, offset, False)
    place = "code" if code else place_in(part, at)
    if place == "code":
        return number
    wording = catalogue(language)
    marked = language_in(part, at)
    if marked and not catalogue(marked).spoken("digits.decimal"):
        wording = catalogue(marked)
    number = number.replace(".", _point(place, wording.say("digits.decimal")))
    # A formula has the sign for minus wherever a hyphen is typed.
    return "−" + number[1:] if number.startswith("-") and place == "text" else number


def _point(place: Place, decimal: str) -> str:
    """Return what stands before decimals: a bare comma of a formula would part two numbers."""
    return f"{{{decimal}}}" if place == "formula" and decimal != "." else decimal


@lru_cache(maxsize=4096)
def _value(expression: str, names: tuple[tuple[str, Value], ...]) -> Value:
    return evaluated(expression, dict(names))
