"""Units: what is drawn as a whole, an item by itself or all items that share a stimulus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from packbuilder.model.item import Item

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


def units_of(items: tuple[Item, ...]) -> tuple[Unit, ...]:
    """Group items into units, in the order of their first items.

    A set around one stimulus stays whole, but for an item that clashes with an earlier one of the set.
    """
    groups: dict[str, list[Item]] = {}
    for item in items:
        key = f"{item.span.path}#{item.stimulus.id}" if item.stimulus else item.id
        group = groups.setdefault(key, [])
        if not any(item.clashes(other) for other in group):
            group.append(item)
    return tuple(
        Unit(key, tuple(group), sum(item.marks for item in group), group[0].topic, all(_is_recall(item) for item in group))
        for key, group in groups.items()
    )


def _is_recall(item: Item) -> bool:
    return item.rule in _RECALL_RULES or item.kind in _RECALL_KINDS


def clash_table(units: tuple[Unit, ...]) -> tuple[frozenset[int], ...]:
    """Return for each unit the indexes of those that it clashes with, found through their keys, not pair by pair."""
    testers: dict[str, list[int]] = {}
    exposers: dict[str, list[int]] = {}
    by_id: dict[str, int] = {}
    for index, unit in enumerate(units):
        for item in unit.items:
            by_id[item.id] = index
            for key in item.tests:
                testers.setdefault(key, []).append(index)
            for key in item.exposes:
                exposers.setdefault(key, []).append(index)
    clashes: list[set[int]] = [set() for _ in units]

    def part(one: int, other: int) -> None:
        if one != other:
            clashes[one].add(other)
            clashes[other].add(one)

    for key, indexes in testers.items():
        for one in indexes:
            for other in (*indexes, *exposers.get(key, ())):
                part(one, other)
    for index, unit in enumerate(units):
        for item in unit.items:
            for enemy in item.enemies:
                if enemy in by_id:
                    part(index, by_id[enemy])
    return tuple(frozenset(each) for each in clashes)


def parted(clashes: tuple[frozenset[int], ...], pairs: Iterable[tuple[int, int]]) -> tuple[frozenset[int], ...]:
    """Return the clashes with more pairs of units that may not stand on one form."""
    more: list[set[int]] = [set(each) for each in clashes]
    for one, other in pairs:
        more[one].add(other)
        more[other].add(one)
    return tuple(frozenset(each) for each in more)
