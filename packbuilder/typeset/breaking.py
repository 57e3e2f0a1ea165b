"""Page breaks: the cheapest way to cut a vertical list into pages.

Costs are measured in hundredths of a page: one more page costs 100, empty space at a page's foot the square of its share,
a break in a bad place what the slab before it says. All breaks of a run are chosen together, so that a near-empty
last page is paid for, rather than patched afterwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, inf, sqrt
from operator import add, mul, sub
from typing import NamedTuple

from packbuilder.typeset.fragments import FORBIDDEN
from packbuilder.values import dataclass

A_PAGE = 100.0
_EMPTY_FOOT = 60.0
_NEAR_EMPTY = 120.0
"""A last page filled less than an eighth costs up to this much more."""

_ROOMY = 0.4
_COULD_HOLD = 16.0
"""What a foot counts for besides that is emptier than the first part of its page and could hold what opens the next one whole: as
much for a whole page. To who reads it such a page looks forgotten, however even the pages are.
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

_LOOKS = ((2.5 * A_PAGE, (1.4 * A_PAGE,)), (inf, (6 * A_PAGE, inf)))
"""What is looked for in turn: divisions with breaks up to a cost, by how much they may cost more than the least that is possible."""

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


def break_pages(stretches: Sequence[Stretch], height: float) -> tuple[int, ...]:
    """Return the index after the last slab of each page, for pages `height` points high; see `left_out` for spare slabs."""
    return cheapest_pages(stretches, height)[1]


def cheapest_pages(stretches: Sequence[Stretch], height: float) -> tuple[float, tuple[int, ...]]:
    """Return what the best division costs, and the index after the last slab of each of its pages.

    Few breaks are worth a look: what is found within a bound is the best of all, and a close bound rules out nearly all divisions.
    """
    if not stretches:
        return 0.0, ()
    alone = _on_one_page(stretches, height)
    if alone is not None:
        return alone, (len(stretches),)
    for dearest, looks in _LOOKS:
        column = _Column.of(stretches, height, dearest)
        tried = (_cheapest(column, column.rest[0] + more) for more in looks)
        cost, came_from = next((found for found in tried if found[0] < inf), (inf, []))
        # A dearer break would be in none that costs as little.
        if cost - column.least_cost() + _ROUNDING <= dearest:
            break
    ends = [len(column.places) - 1]
    while came_from[ends[-1]] > 0:
        ends.append(came_from[ends[-1]])
    return cost, tuple([column.places[end] for end in reversed(ends)])


def _on_one_page(stretches: Sequence[Stretch], height: float) -> float | None:
    """Return what a page costs that holds all slabs as they are, which is less than any more pages do; None where none does."""
    used = sum([stretch.height + stretch.space for stretch in stretches[:-1]]) + stretches[-1].height
    used += stretches[0].repeat + stretches[-1].foot
    return _page_cost(used, height, 0.0, last=True) if used <= height else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """Slabs one below the other, for pages `height` points high: what is known, in points, of each of the places where a page may begin or end.

    A place is the index of the slab below it; the first is 0, the last their number. `solid` are all heights of what is never left out.

    Of what stands above a place, all of it: `tops` is how high it is, `bottoms` that without the white space just above the place, `spaces` its white space,
    `inner` that without what is just above, `loose` are heights of what may be left out. Of the slab just above: `lines` is its height, `costs` what a break
    there costs, `prices` what that counts for, `feet` what the page's foot needs, `gaps` the white space below it. Of what stands below: `heads` are the heights
    that a page repeats, `stays` that of a slab that could be left out elsewhere. `furthest` is the last place where a page that begins there may end,
    `rest` what the pages from there on cost at the least.
    """

    height: float
    solid: float
    places: Sequence[int]
    tops: Sequence[float]
    bottoms: Sequence[float]
    spaces: Sequence[float]
    inner: Sequence[float]
    loose: Sequence[float]
    costs: Sequence[float]
    prices: Sequence[float]
    feet: Sequence[float]
    heads: Sequence[float]
    stays: Sequence[float]
    lines: Sequence[float]
    gaps: Sequence[float]
    furthest: Sequence[int]
    rest: Sequence[float]

    @classmethod
    def of(cls, stretches: Sequence[Stretch], height: float, dearest: float) -> _Column:
        """Return what is known of the places whose breaks cost no more than `dearest`, and of the first and last."""
        count = len(stretches)
        lines, gaps, costs, repeats, spares, feet = zip(*stretches, strict=True)
        places = [0, *[place for place, cost in enumerate(costs[:-1], 1) if cost <= dearest], count]
        above = places[1:]

        def at_places(amounts: Iterable[float]) -> list[float]:
            sums = [0.0, *accumulate(amounts)]
            return [sums[place] for place in places]

        tops, spaces, loose = at_places(map(add, lines, gaps)), at_places(gaps), at_places(map(mul, lines, spares))
        below = [0.0, *[gaps[place - 1] for place in above]]
        own = [0.0, *[costs[place - 1] for place in above]]
        foot = [0.0, *[feet[place - 1] for place in above]]
        heads = [*[repeats[place] for place in places[:-1]], 0.0]
        bottoms = list(map(sub, tops, below))
        # Whatever may be left out is, and all white space gives way: no page holds more.
        closest = [top - SHRINKS * space - out for top, space, out in zip(tops, spaces, loose, strict=True)]
        ends = [low - (1.0 - SHRINKS) * gap for low, gap in zip(closest, below, strict=True)]
        limits = [low + height + _BEYOND - head for low, head in zip(closest, heads, strict=True)]
        furthest = list(accumulate([max(at + 1, bisect_right(ends, limit) - 1) for at, limit in enumerate(limits[:-1])], max))
        rest = [0.0] * len(places)
        for at in range(len(places) - 2, -1, -1):
            rest[at] = A_PAGE + rest[furthest[at]]
        return cls(
            height=height,
            solid=tops[-1] - spaces[-1] - loose[-1],
            places=places,
            tops=tops,
            bottoms=bottoms,
            spaces=spaces,
            inner=list(map(sub, spaces, below)),
            loose=loose,
            costs=own,
            prices=list(map(_price, own)),
            feet=foot,
            heads=heads,
            stays=[*[lines[place] if spares[place] else 0.0 for place in places[:-1]], 0.0],
            lines=[0.0, *[lines[place - 1] for place in above]],
            gaps=below,
            furthest=furthest,
            rest=rest,
        )

    def needed(self, at: int) -> float:
        """Return what would have to be left of the page above a place, in points, for what follows to be on it as far as that is whole."""
        end, last = at + 1, len(self.places) - 1
        while self.costs[end] > _UNIT and end < last:
            end += 1
        needed = self.feet[end]
        for place in range(end - 1, at - 1, -1):
            needed = self.gaps[place] + (self.bottoms[place + 1] - self.tops[place]) + needed
        return needed

    def least_cost(self) -> float:
        """Return what any division costs at the least, also one at other places: a page holds no more than its height."""
        return A_PAGE * max(1, ceil((self.solid - _ROUNDING) / (self.height + 2 * _OVER)))


def _cheapest(column: _Column, bound: float) -> tuple[float, list[int]]:
    """Return what the cheapest division costs, and for each place where the page above it begins; without an end where all cost more than `bound`."""
    height, bottoms, feet, prices, costs = column.height, column.bottoms, column.feet, column.prices, column.costs
    last, most_foot, dearest = len(column.places) - 1, max(column.feet), bound - column.rest[0]
    best = [0.0] + [inf] * last
    came_from = [0] * (last + 1)
    needed: dict[int, float] = {}
    for start in range(last):
        before, furthest = best[start], column.furthest[start]
        left = bound - before
        if left < column.rest[start] or before == inf:
            continue
        top = column.tops[start] - column.heads[start]
        # An emptier foot would cost more than the bound leaves.
        room = (left - A_PAGE - column.rest[furthest]) / _EMPTY_FOOT
        least = height * (1.0 - sqrt(room)) - most_foot - _OVER if 0.0 <= room < 1.0 else 0.0
        for end in range(min(bisect_left(bottoms, top + least, start + 1), furthest), furthest + 1):
            if costs[end] > dearest and end < last:
                continue
            used = bottoms[end] - top + feet[end]
            # Nearly all ends are such ones, the only ones with an empty foot: others are full, or the last.
            if used <= height and end < last:
                empty = 1.0 - used / height
                waste = _EMPTY_FOOT * empty * empty
                if empty > _ROOMY:
                    if end not in needed:
                        needed[end] = column.needed(end) / height
                    waste += _COULD_HOLD * empty if needed[end] <= empty + _ROUNDING else 0.0
                whole = before + (A_PAGE + waste + prices[end])
            else:
                whole = before + _filled(column, start, end, used)
            if whole < best[end]:
                best[end], came_from[end] = whole, start
    return best[last] if best[last] <= bound else inf, came_from


def _filled(column: _Column, start: int, end: int, used: float) -> float:
    """Return what a page between two places costs that is filled to `used` points; without an end where it cannot be."""
    height, price, last = column.height, column.prices[end], end == len(column.places) - 1
    over, give = used - height, SHRINKS * (column.inner[end] - column.spaces[start])
    if _OVER < over <= give:
        return _page_cost(height, height, price, last=last) + _SHRUNK * over / give
    if over <= _OVER or column.places[end] == column.places[start] + 1:
        return _page_cost(used, height, price, last=last)
    spare = column.loose[end] - column.loose[start] - column.stays[start]
    # A page does not end among spare slabs: they are not both left out and carried over.
    if over > min(spare + _OVER, _MOST_SPARE * height) or column.stays[end] > 0.0:
        return inf
    return _page_cost(height, height, price, last=last) + _LEFT_OUT * _needed(over, column.lines[end])


def _needed(over: float, height: float) -> int:
    return max(1, ceil(over / max(1.0, height) - _ROUNDING))


def left_out(stretches: Sequence[Stretch], start: int, end: int, height: float) -> frozenset[int]:
    """Return which spare slabs of a page from `start` to `end` are left out so that it fits: the last ones, as few as will do.

    None are where the white space gives way enough.
    """
    page = stretches[start:end]
    if True not in [stretch.spare for stretch in page]:
        return frozenset()
    spaces = sum([stretch.space for stretch in page[:-1]])
    used = page[0].repeat + sum([stretch.height for stretch in page]) + spaces
    if used - height <= SHRINKS * spaces:
        return frozenset()
    out: list[int] = []
    for index in range(end - 1, start, -1):
        if used <= height + 0.01:
            break
        if stretches[index].spare:
            out.append(index)
            used -= stretches[index].height + stretches[index].space
    return frozenset(out)


def _page_cost(used: float, height: float, price: float, *, last: bool) -> float:
    """Return what a page costs that is filled to `used` points and ends with a break that counts for `price`: the last one, or one that has no empty foot."""
    if last:
        empty = max(0.0, 1.0 - used / height)
        return A_PAGE + (_NEAR_EMPTY * (empty - 0.88) * 8 if empty > 0.88 else 0.0)
    return A_PAGE + price


def _price(cost: float) -> float:
    """Return what a break counts for: one that is forbidden is dear, and none pays."""
    return _NEVER if cost == FORBIDDEN else max(0.0, cost)


def shrunk(heights: float, spaces: float, height: float) -> float:
    """Return by what to multiply white space so that slabs of `heights` with `spaces` between them fit a page: 1 where they do."""
    over = heights + spaces - height
    return max(0.0, 1.0 - over / spaces) if 0 < over <= spaces else 1.0
