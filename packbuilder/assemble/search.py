"""The quick search: units in their order, exactly the marks, no clash; a bounded depth-first search."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.assemble.units import Unit

_WORK = 60_000
"""Steps after which the search gives up; the exact solver then decides. Counted, not timed: the same on any machine."""


def search(
    units: Sequence[Unit], order: Sequence[int], clashes: Sequence[frozenset[int]], marks: int, must: frozenset[int] = frozenset()
) -> tuple[int, ...] | None:
    """Return indexes of units that give exactly `marks` marks and do not clash, or None where none was found.

    `must` are taken first. Which sums the rest of the order can still reach is known beforehand (one bit a sum), so that
    hopeless branches are left at once.
    """
    ordered = [*(i for i in order if i in must), *(i for i in order if i not in must)]
    reach = [1] * (len(ordered) + 1)
    mask = (1 << (marks + 1)) - 1
    for place in range(len(ordered) - 1, -1, -1):
        reach[place] = (reach[place + 1] | reach[place + 1] << units[ordered[place]].marks) & mask
    chosen: list[int] = []
    barred: dict[int, int] = {}
    stack: list[tuple[int, int, bool]] = [(0, marks, True)]
    work = 0
    while stack:
        place, left, take = stack.pop()
        if not take:
            for clash in clashes[chosen.pop()]:
                barred[clash] -= 1
        if left == 0:
            return tuple(chosen)
        work += 1
        if work > _WORK:
            return None
        while place < len(ordered) and (units[ordered[place]].marks > left or barred.get(ordered[place], 0)):
            place += 1
        if place >= len(ordered) or not reach[place] >> left & 1:
            continue
        index = ordered[place]
        worth = units[index].marks
        stack.append((place + 1, left, False))
        chosen.append(index)
        for clash in clashes[index]:
            barred[clash] = barred.get(clash, 0) + 1
        stack.append((place + 1, left - worth, True))
    return None
