"""What a reader of item banks saw: fields with their places, not yet checked.

A raw item keeps source formats and question types from multiplying: a reader makes raw items without knowing the
types, and a question type builds itself from fields without knowing the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from packbuilder.diagnostics import Span
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text, number, truth value or nothing, with the text as it stands in the source.

    `garbled`: what was read is not what was written, and must not be printed. `comment`: what stands behind the text, as YAML's
    comment, in the same line; its spaces and its `#` among it.
    """

    value: str | int | float | bool | None
    text: str
    span: Span
    garbled: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of values."""

    values: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingValue:
    """Names and values, in written order; `keys` has the place of each name."""

    values: Mapping[str, Value]
    keys: Mapping[str, Span]
    span: Span


Value: TypeAlias = Scalar | Sequence | MappingValue


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """One question of a bank: its kind, its fields as they stand, and what the bank says for all its items."""

    kind: str
    fields: MappingValue
    bank: str
    topic: str
    language: str
    span: Span
