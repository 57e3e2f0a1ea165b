"""Which wishes clash: the smallest set that no paper meets together, and what the bank could give instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from packbuilder.assemble.clashes import Clashes
from packbuilder.assemble.rules import Row, Spread
from packbuilder.assemble.solving import choose, extreme, possible_in_parts
from packbuilder.assemble.wishes import Wish, rules_of
from packbuilder.values import dataclass

_LISTED = 12
"""So many values are listed of what the bank has."""

_OTHER_TOTALS = 15
"""So many marks up and down another total is looked for, of which shares are then reckoned."""

_CONFLICTS = 4
"""So many conflicts are told at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Wishes that cannot be met together, each in words with what the bank could give of it while the others are met (empty: nothing that helps).

    `further` are other conflicts, which stay where the first is mended: each the words of its wishes.
    """

    wishes: tuple[tuple[str, str], ...]
    further: tuple[tuple[str, ...], ...] = ()


def smallest_conflict(wishes: Sequence[Wish], clashes: Clashes) -> tuple[Wish, ...]:
    """Return wishes that cannot be met together, none of which could be left out; nothing where all can be met.

    By QuickXplain (Junker 2004): with n wishes and a conflict of k, some k log2(n / k) questions to the solver, not n. What
    cannot be met even by parts of questions is found so first, in a fraction of the time; whole questions then decide among
    those few wishes.
    """

    def in_parts(some: Sequence[Wish]) -> bool:
        return possible_in_parts(rules_of(some), clashes)

    few = tuple(wishes)
    if not in_parts(few):
        few = smallest(few, in_parts)
    elif feasible(few, clashes):
        return ()
    return smallest(few, lambda some: feasible(some, clashes))


def smallest(wishes: tuple[Wish, ...], can: Callable[[Sequence[Wish]], bool]) -> tuple[Wish, ...]:
    """Return a smallest set of the wishes that is not feasible; they are not, all together."""
    return _explained((), (), wishes, can)


def feasible(wishes: Sequence[Wish], clashes: Clashes) -> bool:
    """Whether some choice of whole units meets the wishes."""
    # A cost for each unit, so that the relaxed program tells the units apart; which choice is found does not matter.
    return choose(rules_of(wishes), clashes, {index: 1 + index * 7919 % 1009 for index in range(clashes.count)}) is not None


def _explained(
    background: tuple[Wish, ...], added: tuple[Wish, ...], wishes: tuple[Wish, ...], can: Callable[[Sequence[Wish]], bool]
) -> tuple[Wish, ...]:
    if added and not can(background):
        return ()
    if len(wishes) == 1:
        return wishes
    first, second = wishes[: len(wishes) // 2], wishes[len(wishes) // 2 :]
    from_second = _explained((*background, *first), first, second, can)
    from_first = _explained((*background, *from_second), from_second, first, can)
    return (*from_first, *from_second)


def conflict_of(wishes: Sequence[Wish], clashes: Clashes) -> Conflict:
    """Return the smallest conflict in words, each wish with what could be given instead; what needs least change first.

    Where another conflict stays when the first is mended, it is told too.
    """
    if not clashes.count:
        return Conflict(wishes=((wishes[0].words, "nothing: there are no questions to draw from"),) if wishes else ())
    few = smallest_conflict(wishes, clashes)
    found = sorted(((*possible(wish, few, clashes), wish) for wish in few), key=lambda each: each[0])
    mended = next((wish for _, _, wish in found if not wish.total), few[0])
    further: list[tuple[str, ...]] = []
    rest = [wish for wish in wishes if wish is not mended]
    while len(further) < _CONFLICTS and (other := smallest_conflict(rest, clashes)):
        further.append(tuple(wish.words for wish in other))
        dropped = next((wish for wish in reversed(other) if not wish.total), other[-1])
        rest = [wish for wish in rest if wish is not dropped]
    return Conflict(wishes=tuple((wish.words, instead) for _, instead, wish in found), further=tuple(further))


def possible(wish: Wish, others: Sequence[Wish], clashes: Clashes) -> tuple[float, str]:
    """Return in words what the bank could give of a wish while the others are met, after how far that is from what is asked."""
    if wish.total and any(other.at(2 * _marks(wish)).row != other.row for other in others if other is not wish):
        return _other_total(wish, others, clashes)
    rules = rules_of(other for other in others if other is not wish)
    if isinstance(wish.row, Spread):
        low, high = (wish.row.low * wish.row.marks) ** 2, (wish.row.high * wish.row.marks) ** 2
        most, least = (extreme(rules, clashes, wish.row, most=each) for each in (True, False))
        # Between the two, whole questions may leave gaps; what is named is what is surely there.
        below = most if most is not None and most < low else None
        above = least if least is not None and least > high else None
    else:
        low, high = wish.row.low, wish.row.high
        least_low = min(0, low - 1)
        below = (
            extreme([*rules, Row(low=least_low, high=low - 1, amounts=wish.row.amounts)], clashes, wish.row.amounts, most=True)
            if low > 0
            else None
        )
        above = extreme([*rules, Row(low=high + 1, high=inf, amounts=wish.row.amounts)], clashes, wish.row.amounts, most=False)
    near = [(low - below, f"at most {wish.shown(below)}")] if below is not None else []
    near += [(above - high, f"at least {wish.shown(above)}")] if above is not None else []
    if below is not None and above is not None:
        return min(near)[0] / wish.divisor, f"{wish.shown(below)} or {wish.shown(above)}, and nothing between"
    has = f" (it has {', '.join(wish.instead[:_LISTED])})" if wish.instead else ""
    return (near[0][0] / wish.divisor, near[0][1] + has) if near else (inf, "")


def _other_total(wish: Wish, others: Sequence[Wish], clashes: Clashes) -> tuple[float, str]:
    """Return the nearest totals at which the other wishes can be met, their shares and means reckoned of those."""
    asked = _marks(wish)

    def works(marks: int) -> bool:
        some = [other.at(marks) for other in others]
        return possible_in_parts(rules_of(some), clashes) and feasible(some, clashes)

    below = next((marks for marks in range(asked - 1, max(0, asked - 1 - _OTHER_TOTALS), -1) if works(marks)), None)
    above = next((marks for marks in range(asked + 1, asked + 1 + _OTHER_TOTALS) if works(marks)), None)
    near = sorted((abs(marks - asked), marks) for marks in (below, above) if marks is not None)
    if not near:
        return inf, ""
    return near[0][0], " or ".join(wish.shown(marks) for _, marks in near) + (", and nothing between" if len(near) > 1 else "")


def _marks(wish: Wish) -> int:
    return int(wish.row.low) if isinstance(wish.row, Row) else 0


def most(wish: Wish, others: Sequence[Wish], clashes: Clashes) -> int:
    """Return the most that a paper can have of a wish while the others are met; 0 where there is no such paper."""
    of = wish.row if isinstance(wish.row, Spread) else wish.row.amounts
    rules = rules_of(other for other in others if other is not wish)
    return (extreme(rules, clashes, of, most=True) or 0) if clashes.count else 0
