"""Forms found all at once, where one after the other they do not go: a form has taken what a later one needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from packbuilder.assemble.clashes import Clashes, grouped_clashes, shifted
from packbuilder.assemble.conflict import Conflict, smallest
from packbuilder.assemble.drawing import Had, costs_of
from packbuilder.assemble.exact import sparing
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.pool import Pool
from packbuilder.assemble.rules import Row, Rule
from packbuilder.assemble.solving import choose, possible_in_parts
from packbuilder.assemble.units import Unit
from packbuilder.assemble.wishes import Wish, rules_of
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.seeding import Seed
from packbuilder.values import replace

_WIDEST = 60_000
"""So many units times forms are asked at once, at most."""


def together(pool: Pool, blueprint: Blueprint, seeds: Sequence[Seed]) -> tuple[tuple[Unit, ...], ...] | None:
    """Return forms that meet the blueprint and share no more than it allows, found all at once; None where there are none.

    Of forms that share nothing, what all of them hold in parts is asked first: it costs no more than one form.
    """
    count = len(seeds)
    if not pool.units or count * len(pool.units) > _WIDEST or not _in_parts(pool.wishes, pool, blueprint, count):
        return None
    rules, clashes = _side_by_side(pool, pool.wishes, blueprint, count)
    costs: dict[int, float] = {}
    had: dict[int, float] = {}
    for number, seed in enumerate(seeds):
        start = number * len(pool.units)
        own = costs_of(pool, tried_order(pool.units, seed, {}, blueprint.marks), seed)
        costs.update((start + index, cost) for index, cost in own.items())
        had.update((start + index, used) for index, used in Had(papers=blueprint.used).scarce(pool)[0].items())
    chosen = sparing(rules, clashes, costs, (had,))
    if chosen is None:
        return None
    return tuple(
        tuple(unit for index, unit in enumerate(pool.units) if number * len(pool.units) + index in set(chosen)) for number in range(count)
    )


def clash_of_versions(pool: Pool, blueprint: Blueprint, drawn: int) -> Conflict:
    """Return the smallest set of wishes for which there are not so many versions, the number of versions and what they share among them.

    `drawn` versions are known to be possible.
    """
    count = blueprint.versions
    named = Wish(words=_named(count, blueprint), row=Row(low=0, high=0), unit="versions")
    near = (
        Wish(words=f"mean difficulty within {blueprint.tolerance:g} of version A", row=Row(low=0, high=0), unit="")
        if blueprint.tolerance is not None
        else None
    )

    def feasible(some: Sequence[Wish]) -> bool:
        real = [wish for wish in some if wish is not named and wish is not near]
        asked = count if named in some else 1
        own = blueprint if near in some else replace(blueprint, tolerance=None)
        if not _in_parts(real, pool, own, asked):
            return False
        if asked == 1 or asked * len(pool.units) > _WIDEST:
            return choose(rules_of(real), pool.clashes, {}) is not None
        return choose(*_side_by_side(pool, real, own, asked), {}) is not None

    asked = (*pool.wishes, *((near,) if near else ()), named)
    few = smallest(asked, feasible) if not feasible(asked) else (named,)
    return Conflict(wishes=tuple((wish.words, f"{drawn} version{'s' * (drawn != 1)}" if wish is named else "") for wish in few))


def most_versions(pool: Pool, blueprint: Blueprint) -> int:
    """Return a bound on how many versions that share nothing the pool can give: more cannot be had even in parts of questions."""
    low, high = 0, blueprint.versions
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _in_parts(pool.wishes, pool, blueprint, middle) else (low, middle - 1)
    return low


def _named(count: int, blueprint: Blueprint) -> str:
    if not blueprint.overlap:
        return f"{count} versions that share no question"
    return f"{count} versions with at most {blueprint.overlap} question{'s' * (blueprint.overlap != 1)} in common"


def _in_parts(wishes: Sequence[Wish], pool: Pool, blueprint: Blueprint, count: int) -> bool:
    return possible_in_parts(rules_of(wishes), pool.clashes, forms=1 if blueprint.overlap else count)


def _side_by_side(pool: Pool, wishes: Sequence[Wish], blueprint: Blueprint, count: int) -> tuple[list[Rule], Clashes]:
    """Return the rules of so many forms, of which each has its own copy of every unit, and what clashes within and between them."""
    units, size = pool.units, len(pool.units)
    starts = [number * size for number in range(count)]
    rules = [moved(rule, start) for start in starts for rule in rules_of(wishes)]
    if blueprint.tolerance is not None:
        rules += _nearness(units, blueprint, starts)
    groups = list(shifted(pool.clashes, starts))
    alike: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        alike.setdefault(unit.key, []).append(index)
    total = count * size
    if blueprint.overlap == 0:
        groups += [tuple(start + index for start in starts for index in same) for same in alike.values()]
    elif blueprint.overlap is not None and blueprint.overlap != SAME:
        for one, other in combinations(starts, 2):
            shared: dict[int, float] = {}
            for same in alike.values():
                # A further column: that both forms hold the unit.
                rules.append(Row(low=0, high=1, amounts={**{s + i: 1 for s in (one, other) for i in same}, total: -1}))
                shared[total] = len(units[same[0]].items)
                total += 1
            rules.append(Row(low=0, high=blueprint.overlap, amounts=shared))
    return rules, grouped_clashes(total, groups)


def moved(rule: Rule, start: int) -> Rule:
    """Return a rule over the units of a form whose columns begin at `start`."""

    def there(amounts: Mapping[int, float]) -> dict[int, float]:
        return {start + index: amount for index, amount in amounts.items()}

    if isinstance(rule, Row):
        return replace(rule, amounts=there(rule.amounts))
    return replace(rule, first=there(rule.first), second=there(rule.second))


def _nearness(units: Sequence[Unit], blueprint: Blueprint, starts: Sequence[int]) -> Iterator[Row]:
    """Yield that each form is as hard as the first, within the tolerance."""
    slack = (blueprint.tolerance or 0) * blueprint.printed
    weights = hardness(units)
    for start in starts[1:]:
        amounts = {index: -weight for index, weight in weights.items()} | {start + index: weight for index, weight in weights.items()}
        yield Row(low=-slack, high=slack, amounts=amounts)


def hardness(units: Sequence[Unit]) -> dict[int, float]:
    """Return each unit's difficulty times its marks: what a form's mean difficulty is made of."""
    return {index: sum(item.difficulty * item.marks for item in unit.items) for index, unit in enumerate(units)}
