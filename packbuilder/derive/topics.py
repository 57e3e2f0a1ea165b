"""All derivations of a topic, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from packbuilder.derive.choice import choice_items
from packbuilder.derive.cloze import cloze_items
from packbuilder.derive.definitions import definition_items
from packbuilder.derive.marking_points import point_items
from packbuilder.derive.misconceptions import misconception_items
from packbuilder.diagnostics import Diagnostics
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

Derivation: TypeAlias = Callable[[Topic], Iterator[Item | Omission]]

DERIVATIONS: tuple[Derivation, ...] = (point_items, definition_items, choice_items, misconception_items, cloze_items)
"""A new derivation is one file and one entry here."""


_MEANT = frozenset({"Define", "State", "Give"})
"""Commands that ask for a meaning and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What a topic gives: items, what could not be asked and why, and what is wrong with the notes."""

    items: tuple[Item, ...]
    omissions: tuple[Omission, ...]
    diagnostics: Diagnostics = ()


def derive(topic: Topic) -> Derived:
    """Derive all items of a topic; an id that comes twice is kept once."""
    items: dict[str, Item] = {}
    omissions: list[Omission] = []
    for derivation in DERIVATIONS:
        for each in derivation(topic):
            if isinstance(each, Omission):
                omissions.append(each)
            else:
                items.setdefault(each.id, each)
    return Derived(items=tuple(_as_stated(items)), omissions=tuple(omissions))


def _as_stated(items: dict[str, Item]) -> Iterator[Item]:
    """Yield items without questions for a meaning that a marking point asks for itself: two versions would else have one question as two."""
    stated = {
        key
        for item in items.values()
        if item.rule.startswith("R") and item.command in _MEANT
        for key in _only(key for key in item.tests if key.startswith("concept:"))
    }
    yield from (item for item in items.values() if item.rule != "definition" or not item.tests & stated)


def _only(keys: Iterator[str]) -> tuple[str, ...]:
    found = tuple(keys)
    return found if len(found) == 1 else ()
