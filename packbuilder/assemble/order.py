"""The order in which units are tried: seeded, topics in turn, unused ones first, recall kept to its share, banks and notes in theirs."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from itertools import zip_longest

from packbuilder.assemble.units import Unit
from packbuilder.identity import Same, same_as
from packbuilder.model.scheme import has_content
from packbuilder.seeding import Seed

_RECALL_SHARE = 0.3
"""Recall items take about this share of the marks where the other items give enough."""

_LEVELS = 6


def tried_order(units: tuple[Unit, ...], seed: Seed, used: Mapping[str, int], marks: int) -> tuple[int, ...]:
    """Return the units' indexes in the order of trying for a form of `marks` marks.

    Units that earlier forms have not used come first, main and recall in their shares. Where no unused main unit is
    left, used ones come before recall beyond its share.
    """
    groups = _grouped(units, used)
    rounds = sorted({times for times, _ in groups})
    main = [_in_turn(units, seed.child("main"), groups.get((times, False), {})) for times in rounds]
    later = _long_ones_beyond(units, [index for each in main for index in each], marks)
    order: list[int] = []
    worth = {True: 0, False: 0}
    recall: deque[int] = deque()
    for times, indexes in zip(rounds, main, strict=True):
        recall.extend(_in_turn(units, seed.child("recall"), groups.get((times, True), {})))
        for index in indexes:
            if index in later:
                continue
            while recall and worth[True] * (1 - _RECALL_SHARE) < worth[False] * _RECALL_SHARE:
                worth[True] += units[recall[0]].marks
                order.append(recall.popleft())
            worth[False] += units[index].marks
            order.append(index)
    return (*order, *recall, *later)


def _grouped(units: tuple[Unit, ...], used: Mapping[str, int]) -> dict[tuple[int, bool], dict[str, list[int]]]:
    """Return the units' indexes by topic, of each number of times that they had their turn, and whether they are recall."""
    groups: dict[tuple[int, bool], dict[str, list[int]]] = {}
    for index, unit in enumerate(units):
        groups.setdefault((used.get(unit.key, 0), unit.recall), {}).setdefault(unit.topic, []).append(index)
    return groups


def _in_turn(units: tuple[Unit, ...], seed: Seed, topics: Mapping[str, list[int]]) -> list[int]:
    """Shuffle each topic's units, its sources in their shares, then take one of each topic in turn."""
    ordered: dict[str, list[int]] = {}
    for name, indexes in topics.items():
        numbers = seed.integers([units[index].key for index in indexes])
        placed = sorted((_standing(same_as(units[index])), number, index) for index, number in zip(indexes, numbers, strict=True))
        ordered[name] = _in_shares(units, [index for _, _, index in placed])
    turns = zip_longest(*(ordered[name] for name in seed.shuffled(topics)))
    return [index for turn in turns for index in turn if index is not None]


def _in_shares(units: tuple[Unit, ...], indexes: list[int]) -> list[int]:
    """Mix what banks ask, what examiners credit and what is put right, each in its own order, as each has marks to give; doubtful ones last.

    A bank beside notes is there to be used, and so are the notes: a paper asks of either as much as there is of it. What people wrote
    has answers beside it, and counts double.
    """
    worth: dict[str, int] = {}
    passed: dict[int, int] = {}
    for index in indexes:
        source = _source(units[index])
        passed[index] = worth.get(source, 0)
        worth[source] = passed[index] + units[index].marks
    # Where in its own source a unit stands, by the middle of its marks.
    at = {
        index: (2 * passed[index] + units[index].marks) / (2 * worth[_source(units[index])]) * _LATE[_source(units[index])]
        for index in indexes
    }
    return sorted(indexes, key=lambda index: (_standing(same_as(units[index])) == _DOUBTFUL, at[index]))


def _source(unit: Unit) -> str:
    rule = unit.items[0].rule
    return rule if rule in ("bank", "misconception") else "points"


_LATE = {"bank": 1, "points": 2, "misconception": 2}
_DOUBTFUL = 2


@lru_cache(maxsize=4096)
def _standing(same: Same[Unit]) -> int:
    """Of one source those that read surely come first; then those whose scheme lists no answer; doubtful ones last."""
    unit = same.__self__
    if any(item.doubtful for item in unit.items):
        return _DOUBTFUL
    return 0 if all(has_content(item.scheme) for item in unit.items) else 1


def _long_ones_beyond(units: tuple[Unit, ...], order: list[int], marks: int) -> dict[int, None]:
    """Return the extended responses that would take more than about a third of a form; they are tried when all else has been."""
    allowed = max(_LEVELS + 3, marks / 3) if marks >= 2 * _LEVELS else 0
    beyond: dict[int, None] = {}
    taken = 0.0
    for index in order:
        if any(item.marks >= _LEVELS for item in units[index].items):
            if taken + units[index].marks > allowed:
                beyond[index] = None
            else:
                taken += units[index].marks
    return beyond
