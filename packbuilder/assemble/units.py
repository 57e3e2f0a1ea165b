"""Units: what is drawn as a whole, an item by itself or all items that share a stimulus."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.model.item import Item
from packbuilder.values import dataclass

_RECALL_RULES = frozenset({"definition", "term", "choice", "true-false", "cloze", "statements"})
_RECALL_KINDS = frozenset({"multiple_choice", "true_false"})
"""Rules and kinds of items that mostly ask for the notes' own words; they should not be most of a paper."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Items drawn together, in bank order; `key` is its own for good. `section` is the place of a blueprint's section, -1: none."""

    key: str
    items: tuple[Item, ...]
    marks: int
    topic: str
    recall: bool
    section: int = -1

    def clashes(self, other: Unit) -> bool:
        """Whether any item of the one may not stand beside any of the other."""
        return any(mine.clashes(theirs) for mine in self.items for theirs in other.items)


def units_of(items: tuple[Item, ...], rank: Callable[[Item], int] = lambda item: 0) -> tuple[Unit, ...]:
    """Group items into units, in the order of their first items.

    A set around one stimulus stays whole, but for an item that clashes with another of the set: of two such the one of the lower
    `rank` stays, else the earlier one.
    """
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(_key(item), []).append(item)
    return tuple(_unit(key, tuple(group), rank) for key, group in groups.items())


def _key(item: Item) -> str:
    """Return what tells an item's unit: for a stimulus its bank's name, never where the bank lies, or a paper would hang on a folder's name."""
    return f"{item.id.rpartition('.')[0]}#{item.stimulus.id}" if item.stimulus else item.id


def _unit(key: str, group: tuple[Item, ...], rank: Callable[[Item], int]) -> Unit:
    kept: list[Item] = []
    for item in sorted(group, key=rank):
        if not any(item.clashes(other) for other in kept):
            kept.append(item)
    items = tuple(item for item in group if item in kept) if len(kept) > 1 else tuple(kept)
    return Unit(key, items, sum(item.marks for item in items), items[0].topic, all(map(_is_recall, items)))


def _is_recall(item: Item) -> bool:
    return item.rule in _RECALL_RULES or item.kind in _RECALL_KINDS
