"""Page breaks: the cheapest way to cut a vertical list into pages.

Costs are measured in hundredths of a page: one more page costs 100, empty space at a page's foot the square of its share,
a break in a bad place what the slab before it says. All breaks of a run are chosen together, so that a near-empty
last page is paid for, rather than patched afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from math import ceil, inf
from typing import NamedTuple, TypeAlias

from packbuilder.typeset.fragments import FORBIDDEN
from packbuilder.values import dataclass

A_PAGE = 100.0
_EMPTY_FOOT = 60.0
_NEAR_EMPTY = 120.0
"""A last page filled less than an eighth costs up to this much more."""

_ROOMY = 0.4
_COULD_HOLD = 16.0
"""What a foot counts for besides that is emptier than the first part of its page and could hold what opens the next one whole: as
much for a whole page. To who reads it such a page looks forgotten, however even the pages are. No page that `_WELL_FILLED` speaks of is one.
"""

_UNIT = 20.0
"""A break that is no dearer parts what is whole from the next."""

_NEVER = 1e6
"""What a forbidden break costs: it is chosen only where a run of slabs is taller than a page."""


_LEFT_OUT = 6.0
"""What it costs to leave out one spare slab: an answer line fewer is better than another page, or a question in two."""

SHRINKS = 0.35
"""White space between slabs gives way by up to this part of it, where a page would else overflow."""

_SHRUNK = 12.0
"""What it costs to let all white space of a page give way so far."""

_MOST_SPARE = 0.35
"""Spare slabs of a page never make up more than this part of its height."""


_OVER = 0.01
"""Points by which a page may be too full: rounding."""

_BEYOND = 2 * _OVER
"""A page that is so much too full is so with every further slab."""

_WELL_FILLED = 0.75
_FULL = 0.6
"""A division is first looked for whose pages are filled to the first part of their height, then to the second."""

_ROUNDING = 1e-6
"""What sums of costs and of heights may be off by."""


class Stretch(NamedTuple):
    """What pagination knows of a slab, in points: its height, white space after it, the break's cost, and the height
    of the head that a page beginning with it repeats. `spare`: it may be left out where the page would overflow. `foot`: what the
    page's foot needs of the page's height, should the page end after it."""

    height: float
    space: float
    cost: float
    repeat: float = 0.0
    spare: bool = False
    foot: float = 0.0


_Row: TypeAlias = tuple[float, float, float, float, bool, float, float]
"""What is looked up of a slab again and again: height, space and cost, what the break counts for, whether it may be left out, the foot, and
what would have to be left of a page for what follows to be on it.
"""


def break_pages(stretches: Sequence[Stretch], height: float) -> tuple[int, ...]:
    """Return the index after the last slab of each page, for pages `height` points high; see `left_out` for spare slabs."""
    return cheapest_pages(stretches, height)[1]


def cheapest_pages(stretches: Sequence[Stretch], height: float) -> tuple[float, tuple[int, ...]]:
    """Return what the best division costs, and the index after the last slab of each of its pages.

    Few breaks are worth a look: what a division at cheap places costs bounds what the best one does, and with it which breaks can be in it.
    """
    count = len(stretches)
    if not count:
        return 0.0, ()
    rest = _least_costs(stretches, height)
    rows = [
        (each.height, each.space, each.cost, _price(each.cost), each.spare, each.foot, needed)
        for each, needed in zip(stretches, _needed_after(stretches), strict=True)
    ]
    bound = _bound(rows, stretches, height)
    for look in (_Look(A_PAGE, _FULL * height), _Look(_NEVER)):
        if bound == inf:
            bound, _ = _cheapest(rows, stretches, height, look, rest)
    cost, came_from = _cheapest(rows, stretches, height, _Look(bound - rest[0] + _ROUNDING, bound=bound + _ROUNDING), rest)
    ends = [count]
    while came_from[ends[-1]] > 0:
        ends.append(came_from[ends[-1]])
    return cost, tuple(reversed(ends))


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked at: breaks of a cost up to `dearest`, after pages that are filled to `least` points; nothing that comes to more than `bound`."""

    dearest: float
    least: float = 0.0
    bound: float = inf


def _least_costs(stretches: Sequence[Stretch], height: float) -> list[float]:
    """Return for each slab what the pages from it on cost at the least, and 0 after the last: one holds no more than its height."""
    heights = [0.0 if each.spare else each.height if each.height < height else height for each in reversed(stretches)]
    page = height + 2 * _OVER
    least = [A_PAGE * ceil((taken - _ROUNDING) / page) if taken > page else A_PAGE for taken in accumulate(heights)]
    return [*reversed(least), 0.0]


def _needed_after(stretches: Sequence[Stretch]) -> list[float]:
    """Return for each slab what the whole thing after it takes of a page below it, with the space between; without an end where nothing follows."""
    needed: list[float] = []
    taken = inf
    for each in reversed(stretches):
        needed.append(each.space + taken)
        taken = each.height + (each.foot if each.cost <= _UNIT or taken == inf else needed[-1])
    return needed[::-1]


def _bound(rows: Sequence[_Row], stretches: Sequence[Stretch], height: float) -> float:
    """Return what a division at cheap places costs whose pages are well filled, and leave nothing out; without an end where there is none.

    Heights are taken from sums over all slabs, which is quick, and off by less than a bound may be.
    """
    count, (above, ends, feet) = len(rows), _sums(rows)
    best = [0.0] + [inf] * count
    for start in (0, *ends[:-1]):
        before = best[start]
        if before == inf:
            continue
        head, spaced = above[start][0] - stretches[start].repeat, above[start][1]
        for at in range(min(bisect_left(feet, head + _WELL_FILLED * height), len(ends) - 1), len(ends)):
            end = ends[at]
            _, space, cost, price, _, foot, _ = rows[end - 1]
            over = feet[at] - head + foot - height
            shrunk_by = 0.0
            # Within rounding, what is taken to fit fits, and what is taken to give way enough does.
            if over > _ROUNDING:
                give = SHRINKS * (above[end][1] - space - spaced)
                if over > give - _ROUNDING:
                    break
                shrunk_by = over / give
            empty = min(0.0, over) / height
            own = _page_cost(height + over, height, cost, last=True) if end == count else A_PAGE + _EMPTY_FOOT * empty * empty + price
            best[end] = min(best[end], before + own + _SHRUNK * shrunk_by)
    return best[count]


def _sums(rows: Sequence[_Row]) -> tuple[list[tuple[float, float]], list[int], list[float]]:
    """Return all heights and white space above each slab, the ends that cost no more than a page, and how far below the first slab's top each is."""
    top, spaces = 0.0, 0.0
    above, ends, feet = [(top, spaces)], list[int](), list[float]()
    for end, (tall, space, cost, *_) in enumerate(rows, 1):
        if cost <= A_PAGE or end == len(rows):
            ends.append(end)
            feet.append(top + tall)
        top, spaces = top + tall + space, spaces + space
        above.append((top, spaces))
    return above, ends, feet


def _cheapest(
    rows: Sequence[_Row], stretches: Sequence[Stretch], height: float, look: _Look, rest: Sequence[float]
) -> tuple[float, list[int]]:
    """Return what the cheapest division costs of those that are looked at, and for each page's end where the page begins.

    `rest` is what follows each slab costs at the least.
    """
    count, dearest, least, bound = len(stretches), look.dearest, look.least, look.bound
    best = [0.0] + [inf] * count
    came_from = [0] * (count + 1)
    for start in range(count):
        before = best[start]
        if before + rest[start] > bound or before == inf:
            continue
        used, spare, give = stretches[start].repeat, 0.0, 0.0
        for end, (tall, space, cost, price, may_go, foot, needed) in enumerate(rows[start:], start + 1):
            used += tall
            if may_go and end - 1 > start:
                spare += tall
            over = used - height
            if over > give + _BEYOND and over > spare + _BEYOND and end > start + 1:
                break
            if (cost <= dearest and used >= least) or end == count:
                # Nearly all ends are such ones, the only ones with an empty foot: others are full, or the last.
                if over + foot <= 0.0 and end < count:
                    whole = before + (A_PAGE + _left(1.0 - (used + foot) / height, needed / height) + price)
                else:
                    whole = _filled(before, stretches, start, end, height, used + foot, spare, give)
                if whole < best[end]:
                    best[end], came_from[end] = whole, start
            used += space
            give += SHRINKS * space
    return best[count], came_from


def _left(empty: float, needed: float) -> float:
    """Return what an empty foot costs; what follows needs such a part of a page."""
    return _EMPTY_FOOT * empty * empty + (_COULD_HOLD * empty if empty > _ROOMY and needed <= empty else 0.0)


def _filled(
    before: float, stretches: Sequence[Stretch], start: int, end: int, height: float, used: float, spare: float, give: float
) -> float:
    """Return what a page from `start` to `end` costs with those before it, which cost `before`; without an end where it cannot be.

    It is filled to `used` points, of which `spare` may be left out, and white space gives way by `give`.
    """
    stretch, last, over = stretches[end - 1], end == len(stretches), used - height
    if _OVER < over <= give:
        return before + _page_cost(height, height, stretch.cost, last=last) + _SHRUNK * over / give
    if over <= _OVER or end == start + 1:
        return before + _page_cost(used, height, stretch.cost, last=last)
    if over > min(spare + _OVER, _MOST_SPARE * height) or _goes_on(stretches, end):
        return inf
    return before + _page_cost(height, height, stretch.cost, last=last) + _LEFT_OUT * _needed(over, stretch.height)


def _goes_on(stretches: Sequence[Stretch], end: int) -> bool:
    """Whether a page would end among spare slabs: they are not both left out and carried over."""
    return 0 < end < len(stretches) and stretches[end].spare


def _needed(over: float, height: float) -> int:
    return max(1, ceil(over / max(1.0, height)))


def left_out(stretches: Sequence[Stretch], start: int, end: int, height: float) -> frozenset[int]:
    """Return which spare slabs of a page from `start` to `end` are left out so that it fits: the last ones, as few as will do.

    None are where the white space gives way enough.
    """
    give = SHRINKS * sum(stretch.space for stretch in stretches[start : end - 1])
    used = stretches[start].repeat if start < end else 0.0
    used += sum(stretches[i].height + (stretches[i].space if i < end - 1 else 0.0) for i in range(start, end))
    if used - height <= give:
        return frozenset()
    out: list[int] = []
    for index in range(end - 1, start, -1):
        if used <= height + 0.01:
            break
        if stretches[index].spare:
            out.append(index)
            used -= stretches[index].height + stretches[index].space
    return frozenset(out)


def _page_cost(used: float, height: float, cost: float, *, last: bool) -> float:
    """Return what a page costs that is filled to `used` points and ends with a break of `cost`: the last one, or one that has no empty foot."""
    empty = max(0.0, 1.0 - used / height)
    if last:
        return A_PAGE + (_NEAR_EMPTY * (empty - 0.88) * 8 if empty > 0.88 else 0.0)
    return A_PAGE + _price(cost)


def _price(cost: float) -> float:
    """Return what a break counts for: one that is forbidden is dear, and none pays."""
    return _NEVER if cost == FORBIDDEN else max(0.0, cost)


def shrunk(heights: float, spaces: float, height: float) -> float:
    """Return by what to multiply white space so that slabs of `heights` with `spaces` between them fit a page: 1 where they do."""
    over = heights + spaces - height
    return max(0.0, 1.0 - over / spaces) if 0 < over <= spaces else 1.0
