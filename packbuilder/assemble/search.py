"""The quick search: units in their order, exactly the marks, no clash; a bounded depth-first search."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.assemble.clashes import Clashes
from packbuilder.assemble.units import Unit

_WORK = 60_000
"""Steps after which the search gives up; the exact solver then decides. Counted, not timed: the same on any machine."""

_LOOKS = 400_000
"""Units that are looked at and passed over, likewise: where hundreds ask the same, a step may pass thousands."""


def search(
    units: Sequence[Unit], order: Sequence[int], clashes: Clashes, marks: int, must: frozenset[int] = frozenset()
) -> tuple[int, ...] | None:
    """Return indexes of units that give exactly `marks` marks and do not clash, or None where none was found.

    All of `must` are among them. Which sums the rest of the order can still reach is known beforehand (one bit a sum),
    so that hopeless branches are left at once.
    """
    if clashes.pair(must):
        return None
    held = clashes.held(must)
    ordered = [index for index in order if index not in must and held.isdisjoint(clashes.of[index])]
    left = marks - sum(units[index].marks for index in must)
    if left < 0:
        return None
    found = _descend(units, ordered, clashes, left, _reachable(units, ordered, left))
    return None if found is None else (*sorted(must), *found)


def _reachable(units: Sequence[Unit], ordered: Sequence[int], marks: int) -> list[int]:
    """Return for each place in the order the sums that it and what follows can give, a bit a sum."""
    reach = [1] * (len(ordered) + 1)
    mask = (1 << (marks + 1)) - 1
    for place in range(len(ordered) - 1, -1, -1):
        reach[place] = (reach[place + 1] | reach[place + 1] << units[ordered[place]].marks) & mask
    return reach


def _descend(units: Sequence[Unit], ordered: Sequence[int], clashes: Clashes, marks: int, reach: Sequence[int]) -> list[int] | None:
    """Take each unit in the order where it fits, and go back where the rest cannot give what is left."""
    chosen: list[int] = []
    held: set[int] = set()
    stack: list[tuple[int, int, bool]] = [(0, marks, True)]
    looks = 0
    for _ in range(_WORK):
        if not stack or looks > _LOOKS:
            return None
        place, left, take = stack.pop()
        if not take:
            held.difference_update(clashes.of[chosen.pop()])
        if left == 0:
            return chosen
        while place < len(ordered) and (units[ordered[place]].marks > left or not held.isdisjoint(clashes.of[ordered[place]])):
            place += 1
            looks += 1
        if place >= len(ordered) or not reach[place] >> left & 1:
            continue
        index = ordered[place]
        stack.append((place + 1, left, False))
        chosen.append(index)
        held.update(clashes.of[index])
        stack.append((place + 1, left - units[index].marks, True))
    return None
