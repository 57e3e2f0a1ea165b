"""The kinds of items that banks may hold, in written order, then those of other packages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from packbuilder.diagnostics import Diagnostics
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.question_types import (
    cloze,
    drawing,
    matching,
    multiple_choice,
    numeric,
    ordering,
    true_false,
    written,
)
from packbuilder.registry import Registry

Build: TypeAlias = Callable[[RawItem, Stimulus | None], tuple[Item | None, Diagnostics]]
"""Makes an item from a raw one, or None with the mistakes."""

BUILT_IN: Registry[Build] = Registry(
    what="kind of question",
    things={
        "multiple_choice": multiple_choice.build,
        "multiple_response": multiple_choice.build,
        "true_false": true_false.build,
        "short_answer": written.build_short_answer,
        "extended_response": written.build_extended,
        "numeric": numeric.build,
        "matching": matching.build,
        "ordering": ordering.build,
        "cloze": cloze.build,
        "drawing": drawing.build,
    },
)


def kinds() -> Registry[Build]:
    """Return the built-in kinds and those of entry points in the group `packbuilder.question_types`."""
    return BUILT_IN.extended("packbuilder.question_types")
