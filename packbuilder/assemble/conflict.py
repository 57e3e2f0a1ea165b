"""Which wishes clash: the smallest set that no paper meets together, and what the bank could give instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from packbuilder.assemble.solving import Row, choose
from packbuilder.assemble.wishes import Wish

_LISTED = 12
"""So many values are listed of what the bank has."""

_FAR = 10**9
"""More than anything adds up to."""

Clashes = Sequence[frozenset[int]]


def smallest_conflict(wishes: Sequence[Wish], clashes: Clashes) -> tuple[Wish, ...]:
    """Return wishes that cannot be met together, none of which could be left out; nothing where all can be met.

    By QuickXplain (Junker 2004): with n wishes and a conflict of k, some k log2(n / k) questions to the solver, not n. What
    cannot be met even by parts of questions is found so first, in a fraction of the time; whole questions then decide among
    those few wishes.
    """

    def in_parts(some: Sequence[Wish]) -> bool:
        return choose([wish.row for wish in some], clashes, {}, relaxed=True) is not None

    def whole(some: Sequence[Wish]) -> bool:
        return choose([wish.row for wish in some], clashes, {}) is not None

    few = tuple(wishes)
    if not in_parts(few):
        few = _explained((), (), few, in_parts)
    elif whole(few):
        return ()
    return _explained((), (), few, whole)


def _explained(
    background: tuple[Wish, ...], added: tuple[Wish, ...], wishes: tuple[Wish, ...], feasible: Callable[[Sequence[Wish]], bool]
) -> tuple[Wish, ...]:
    if added and not feasible(background):
        return ()
    if len(wishes) == 1:
        return wishes
    first, second = wishes[: len(wishes) // 2], wishes[len(wishes) // 2 :]
    from_second = _explained((*background, *first), first, second, feasible)
    from_first = _explained((*background, *from_second), from_second, first, feasible)
    return (*from_first, *from_second)


def possible(wish: Wish, others: Sequence[Wish], clashes: Clashes) -> tuple[float, str]:
    """Return in words what the bank could give of a wish while the others are met, after how far that is from what is asked."""
    rows = [other.row for other in others if other is not wish]
    low, high = wish.row.low, wish.row.high
    # A spread is no whole number, and what it is read from may be less than nothing.
    step, least = (0.001, -_FAR) if wish.root else (1, 0)
    below = _extreme(wish, [*rows, Row(low=least, high=max(least, low - step), amounts=wish.row.amounts)], clashes, most=True)
    above = _extreme(wish, [*rows, Row(low=high + step, high=_FAR, amounts=wish.row.amounts)], clashes, most=False)
    near = [(low - below, f"at most {wish.shown(below)}")] if below is not None else []
    near += [(above - high, f"at least {wish.shown(above)}")] if above is not None else []
    if below is not None and above is not None:
        return min(near)[0] / wish.divisor, f"{wish.shown(below)} or {wish.shown(above)}, and nothing between"
    has = f" (it has {', '.join(wish.instead[:_LISTED])})" if wish.instead else ""
    return (near[0][0] / wish.divisor, near[0][1] + has) if near else (float("inf"), "nothing")


def conflict_of(wishes: Sequence[Wish], clashes: Clashes) -> tuple[tuple[str, str], ...]:
    """Return the smallest conflict in words, each wish with what could be given instead; what needs least change first."""
    few = smallest_conflict(wishes, clashes) if clashes else tuple(wishes[:1])
    found = [(*possible(wish, few, clashes), wish.words) for wish in few]
    return tuple((words, instead) for _, instead, words in sorted(found, key=lambda each: each[0]))


def _extreme(wish: Wish, rows: Sequence[Row], clashes: Clashes, *, most: bool) -> float | None:
    """Return the most (or least) amount of a wish on a paper that meets the rows; None where there is no such paper."""
    if not clashes:
        return None
    chosen = choose(rows, clashes, wish.row.amounts, most=most)
    return None if chosen is None else sum(wish.row.amounts.get(index, 0) for index in chosen)


def most(wish: Wish, others: Sequence[Wish], clashes: Clashes) -> float:
    """Return the most that a paper can have of a wish while the others are met; 0 where there is no such paper."""
    return _extreme(wish, [other.row for other in others if other is not wish], clashes, most=True) or 0
