"""Versions: the units of every form of a paper, each to the blueprint, as different from each other as was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from packbuilder.assemble.drawing import Pool, costs_of, draw, pool_of, specified
from packbuilder.assemble.infeasible import ConflictError, ExhaustedError, InfeasibleBlueprintError, UnreachableMarksError
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.solving import Row, choose
from packbuilder.assemble.units import Unit
from packbuilder.assemble.wishes import Wish, wishes_of
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.seeding import Seed

Drawn = tuple[Unit, ...]

_NEAR = 0.25
"""Versions to a specification lie so near to the first in mean difficulty (of 1 to 5), wherever that is possible."""

_CANNOT = (ConflictError, InfeasibleBlueprintError, UnreachableMarksError)


def draw_all(bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> tuple[Drawn, ...]:
    """Draw the units of a form for each seed.

    Raises what `draw` raises; `ExhaustedError` where only questions that were used before could meet the blueprint.
    """
    pool = pool_of(bank, blueprint)
    try:
        return tuple(_in_turn(pool, bank, blueprint, seeds))
    except _CANNOT:
        # One after the other they may not go where together they do: a form has taken what a later one needs.
        together = _jointly(pool, blueprint, seeds) if blueprint.overlap == 0 and len(seeds) > 1 else None
        if together is not None:
            return together
        again = replace(blueprint, repeat=True)
        if blueprint.used and not blueprint.repeat and _possible(bank, again, seeds):
            left = sum(len(unit.items) for unit in pool.units)
            raise ExhaustedError(used=len(blueprint.used), left=left, marks=blueprint.marks) from None
        raise


def _possible(bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> bool:
    try:
        return bool(tuple(_in_turn(pool_of(bank, blueprint), bank, blueprint, seeds)))
    except _CANNOT:
        return False


def _in_turn(pool: Pool, bank: ItemBank, blueprint: Blueprint, seeds: Sequence[Seed]) -> Iterator[Drawn]:
    """Yield one form after the other; what earlier forms and papers hold is tried last."""
    had = Counter(unit.key for unit in pool.units if any(item.id in blueprint.used for item in unit.items))
    drawn: list[Drawn] = []
    for seed in seeds:
        if drawn and blueprint.overlap == SAME:
            yield drawn[0]
            continue
        apart = tuple(_apart(pool, drawn, blueprint))
        units: Drawn | None = None
        if drawn and blueprint.tolerance is not None:
            apart = (*apart, _near(pool, drawn[0], blueprint))
        elif drawn and blueprint.specified:
            units = specified(pool, blueprint, seed, had, (*apart, _near(pool, drawn[0], blueprint)))
        drawn.append(units or draw(pool, bank, blueprint, seed, had, apart))
        had.update(unit.key for unit in drawn[-1])
        yield drawn[-1]


def _apart(pool: Pool, drawn: Sequence[Drawn], blueprint: Blueprint) -> Iterator[Wish]:
    """Yield the wish to share no more questions with each earlier form than the blueprint allows."""
    if blueprint.overlap is None or blueprint.overlap == SAME:
        return
    for number, form in enumerate(drawn, 1):
        taken = {unit.key for unit in form}
        shared = {index: len(unit.items) for index, unit in enumerate(pool.units) if unit.key in taken}
        words = f"at most {blueprint.overlap} questions in common with version {number}"
        yield Wish(words=words, row=Row(low=0, high=blueprint.overlap, amounts=shared), unit="questions")


def _near(pool: Pool, first: Drawn, blueprint: Blueprint) -> Wish:
    """Return the wish for a mean difficulty near that of the first form."""
    weights = _weights(pool)
    mean = sum(item.difficulty * item.marks for unit in first for item in unit.items)
    near = _NEAR if blueprint.tolerance is None else blueprint.tolerance
    slack = near * blueprint.printed
    words = f"mean difficulty within {near:g} of version A"
    return Wish(words=words, row=Row(low=mean - slack, high=mean + slack, amounts=weights), unit="", divisor=blueprint.printed)


def _weights(pool: Pool) -> dict[int, int]:
    """Return each unit's difficulty times its marks: what a form's mean difficulty is made of."""
    return {index: sum(item.difficulty * item.marks for item in unit.items) for index, unit in enumerate(pool.units)}


def _jointly(pool: Pool, blueprint: Blueprint, seeds: Sequence[Seed]) -> tuple[Drawn, ...] | None:
    """Return forms without a question in common, found all at once; None where there are none."""
    count = len(pool.units)
    if not count:
        return None
    rows: list[Row] = []
    costs: dict[int, int] = {}
    clashes: list[frozenset[int]] = []
    alike: dict[str, list[int]] = {}
    for index, unit in enumerate(pool.units):
        alike.setdefault(unit.key, []).append(index)
    for number, seed in enumerate(seeds):
        start = number * count
        for wish in wishes_of(pool.units, blueprint):
            rows.append(replace(wish.row, amounts={start + index: amount for index, amount in wish.row.amounts.items()}))
        order = tried_order(pool.units, seed, {}, blueprint.marks)
        costs.update((start + index, cost) for index, cost in costs_of(pool, order, seed).items())
        if number and blueprint.tolerance is not None:
            slack = blueprint.tolerance * blueprint.printed
            weights = _weights(pool)
            against = {index: -weight for index, weight in weights.items()}
            own = {start + index: weight for index, weight in weights.items()}
            rows.append(Row(low=-slack, high=slack, amounts={**against, **own}))
        for index, others in enumerate(pool.clashes):
            same = alike[pool.units[index].key]
            elsewhere = (other * count + each for other in range(len(seeds)) if other != number for each in same)
            clashes.append(frozenset((*(start + each for each in others), *elsewhere)))
    chosen = choose(rows, clashes, costs)
    if chosen is None:
        return None
    return tuple(
        tuple(pool.units[index - start] for index in chosen if start <= index < start + count) for start in range(0, len(clashes), count)
    )
