"""The order in which units are tried: seeded, topics in turn, unused ones first, recall kept to its share."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.assemble.units import Unit
from packbuilder.seeding import Seed

_RECALL_SHARE = 0.4
"""Recall items take about this share of the marks where the other items give enough."""

_LEVELS = 6


def tried_order(units: tuple[Unit, ...], seed: Seed, used: Mapping[str, int], marks: int) -> tuple[int, ...]:
    """Return the units' indexes in the order of trying for a form of `marks` marks."""
    main = _in_turn(units, seed.child("main"), used, recall=False)
    recall = _in_turn(units, seed.child("recall"), used, recall=True)
    main = _long_ones_spread(units, main, marks)
    order: list[int] = []
    worth = {True: 0.0, False: 0.0}
    queues = {True: list(reversed(recall)), False: list(reversed(main))}
    while queues[True] or queues[False]:
        behind = worth[True] * (1 - _RECALL_SHARE) < worth[False] * _RECALL_SHARE
        which = behind if queues[behind] else not behind
        index = queues[which].pop()
        order.append(index)
        worth[which] += units[index].marks
    return tuple(order)


def _in_turn(units: tuple[Unit, ...], seed: Seed, used: Mapping[str, int], *, recall: bool) -> list[int]:
    """Shuffle each topic's units (less used ones first), then take one of each topic in turn."""
    topics: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        if unit.recall is recall:
            topics.setdefault(unit.topic, []).append(index)
    for indexes in topics.values():
        indexes.sort(key=lambda i: (used.get(units[i].key, 0), _standing(units[i]), seed.integer(units[i].key)))
    names = seed.shuffled(topics)
    turns: list[int] = []
    for round_ in range(max((len(indexes) for indexes in topics.values()), default=0)):
        turns.extend(topics[name][round_] for name in names if round_ < len(topics[name]))
    return turns


def _standing(unit: Unit) -> int:
    """Questions that people wrote and those from marking points that read surely come first, doubtful ones last."""
    return 0 if all(item.confidence >= 0.7 for item in unit.items) else 1


def _long_ones_spread(units: tuple[Unit, ...], order: list[int], marks: int) -> list[int]:
    """Let extended responses take at most about a third of a form before all else has been tried."""
    allowed = max(_LEVELS + 3, marks / 3) if marks >= 2 * _LEVELS else 0
    first: list[int] = []
    later: list[int] = []
    taken = 0.0
    for index in order:
        long = any(item.marks >= _LEVELS for item in units[index].items)
        if long and taken + units[index].marks > allowed:
            later.append(index)
            continue
        taken += units[index].marks if long else 0
        first.append(index)
    return first + later
