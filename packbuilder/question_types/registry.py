"""The kinds of items that banks may hold, in written order, then those of other packages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from packbuilder.diagnostics import Diagnostics
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.registry import Registry

Build: TypeAlias = Callable[[RawItem, Stimulus | None], tuple[Item | None, Diagnostics]]
"""Makes an item from a raw one, or None with the mistakes."""


def _made_by(module: str, name: str = "build") -> Build:
    """Return what builds items of a kind, whose module is imported for the first of them."""

    def build(raw: RawItem, stimulus: Stimulus | None) -> tuple[Item | None, Diagnostics]:
        found: Build = getattr(import_module(f"packbuilder.question_types.{module}"), name)
        return found(raw, stimulus)

    return build


BUILT_IN: Registry[Build] = Registry(
    what="kind of question",
    things={
        "multiple_choice": _made_by("multiple_choice"),
        "multiple_response": _made_by("multiple_choice"),
        "true_false": _made_by("true_false"),
        "short_answer": _made_by("written", "build_short_answer"),
        "extended_response": _made_by("written", "build_extended"),
        "numeric": _made_by("numeric"),
        "matching": _made_by("matching"),
        "ordering": _made_by("ordering"),
        "cloze": _made_by("cloze"),
        "drawing": _made_by("drawing"),
    },
)


def kinds() -> Registry[Build]:
    """Return the built-in kinds and those of entry points in the group `packbuilder.question_types`."""
    return BUILT_IN.extended("packbuilder.question_types")
