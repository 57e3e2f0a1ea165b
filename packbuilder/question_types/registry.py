"""The kinds of items that banks may hold, in written order, then those of other packages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from packbuilder.diagnostics import Diagnostics
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.question_types import building
from packbuilder.registry import Registry

Build: TypeAlias = Callable[[RawItem, Stimulus | None], tuple[Item | None, Diagnostics]]
"""Makes an item from a raw one, or None with the mistakes."""

BUILT_IN: Registry[Build] = Registry(
    what="kind of question",
    things={
        "multiple_choice": building.build_choice,
        "multiple_response": building.build_choice,
        "true_false": building.build_true_false,
        "short_answer": building.build_short_answer,
        "extended_response": building.build_extended,
        "numeric": building.build_numeric,
        "matching": building.build_matching,
        "ordering": building.build_ordering,
        "cloze": building.build_cloze,
    },
)


def kinds() -> Registry[Build]:
    """Return the built-in kinds and those of entry points in the group `packbuilder.question_types`."""
    return BUILT_IN.extended("packbuilder.question_types")
