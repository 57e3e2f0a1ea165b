"""Drawing: which units make one form, by the quick search and, only where that fails, by the exact solver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from packbuilder.assemble.conflict import conflict_of
from packbuilder.assemble.exact import best_choice
from packbuilder.assemble.exposure import exposures
from packbuilder.assemble.infeasible import ConflictError, InclusionError, InfeasibleBlueprintError, UnreachableMarksError
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.search import search
from packbuilder.assemble.solving import choose
from packbuilder.assemble.units import Unit, clash_table, parted, units_of
from packbuilder.assemble.wishes import Wish, wishes_of
from packbuilder.errors import UnknownNameError
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.item import Item
from packbuilder.seeding import Seed

_COSTS = 1_000_000
"""Costs a mark lie below this: fine enough that two papers hardly ever cost the same, small enough for exact sums."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What a paper may be drawn from: units, which of them clash, and which must be drawn."""

    units: tuple[Unit, ...]
    clashes: tuple[frozenset[int], ...]
    must: frozenset[int]


def pool_of(bank: ItemBank, blueprint: Blueprint) -> Pool:
    """Return the units that the blueprint allows.

    Raises `UnknownNameError` where it includes a question that the bank does not have, `InclusionError` where what it
    includes cannot stand on one paper.
    """
    ids = tuple(item.id for item in bank.items)
    for name in sorted(blueprint.include):
        if name not in ids:
            raise UnknownNameError(what="question", name=name, known=ids)
    units = units_of(tuple(item for item in bank.items if _allowed(item, bank, blueprint)))
    clashes = parted(clash_table(units), exposures(units))
    must = frozenset(i for i, unit in enumerate(units) if any(item.id in blueprint.include for item in unit.items))
    for index in sorted(must):
        for other in sorted(clashes[index] & must):
            raise InclusionError(asked=blueprint.marks, marks=0, clash=(units[index].key, units[other].key))
    marks = sum(units[index].marks for index in must)
    if marks > blueprint.printed:
        raise InclusionError(asked=blueprint.marks, marks=marks, clash=None)
    return _divided(Pool(units, clashes, must), blueprint) if blueprint.sections else Pool(units, clashes, must)


def _divided(pool: Pool, blueprint: Blueprint) -> Pool:
    """Return the pool with each unit once for every section that it may stand in; it stands in one of them at most."""
    units: list[Unit] = []
    copies: list[list[int]] = [[] for _ in pool.units]
    for index, unit in enumerate(pool.units):
        for section, spec in enumerate(blueprint.sections):
            fits = not spec.kinds or all(item.kind in spec.kinds for item in unit.items)
            if fits and unit.marks == (spec.each or unit.marks):
                copies[index].append(len(units))
                units.append(replace(unit, section=section))
    clashes = [
        frozenset(copy for other in (*pool.clashes[index], index) for copy in copies[other]) - {own}
        for index, own in sorted(((index, own) for index, owns in enumerate(copies) for own in owns), key=lambda each: each[1])
    ]
    # What must be drawn is a wish of its own, since any of its copies will do.
    return Pool(tuple(units), tuple(clashes), frozenset())


def _allowed(item: Item, bank: ItemBank, blueprint: Blueprint) -> bool:
    if item.id in blueprint.include:
        return True
    if (
        item.id in blueprint.exclude
        or (item.id in blueprint.used and not blueprint.repeat)
        or (blueprint.kinds and item.kind not in blueprint.kinds)
    ):
        return False
    if item.stimulus is None or not blueprint.include:
        return True
    # In a set around one stimulus, what must be asked is not what gives way.
    return not any(other.id in blueprint.include and other.stimulus == item.stimulus and other.clashes(item) for other in bank.items)


def draw(
    pool: Pool, bank: ItemBank, blueprint: Blueprint, seed: Seed, used: Mapping[str, int], more: tuple[Wish, ...] = ()
) -> tuple[Unit, ...]:
    """Draw the units of one form, in bank order: exactly the marks, no clash, each topic where there is room for it.

    `used` counts the earlier forms that a unit stands on, by its key; `more` are wishes besides the blueprint's. Raises `ConflictError`,
    `InfeasibleBlueprintError` or `UnreachableMarksError` where there is no such form.
    """
    if blueprint.specified or more:
        found = specified(pool, blueprint, seed, used, more)
        if found is None:
            raise ConflictError(wishes=conflict_of((*wishes_of(pool.units, blueprint), *more), pool.clashes))
        return found
    order = tried_order(pool.units, seed, used, blueprint.marks)
    speakers = _speakers(pool, order, blueprint.marks)
    chosen = search(pool.units, order, pool.clashes, blueprint.marks, speakers)
    if chosen is None and speakers != pool.must:
        chosen = search(pool.units, order, pool.clashes, blueprint.marks, pool.must)
    if chosen is None:
        chosen = _exactly(pool, order, bank, blueprint)
    return tuple(pool.units[index] for index in sorted(chosen))


def specified(
    pool: Pool, blueprint: Blueprint, seed: Seed, used: Mapping[str, int], more: tuple[Wish, ...] = ()
) -> tuple[Unit, ...] | None:
    """Return the units of a form that meets every wish: of all that do, one whose units are tried early. None: there is none."""
    if not pool.units:
        return None
    order = tried_order(pool.units, seed, used, blueprint.marks)
    rows = [wish.row for wish in (*wishes_of(pool.units, blueprint), *more)]
    chosen = choose(rows, pool.clashes, costs_of(pool, order, seed))
    return None if chosen is None else tuple(pool.units[index] for index in sorted(chosen))


def costs_of(pool: Pool, order: Sequence[int], seed: Seed) -> dict[int, int]:
    """Return what each unit costs: its place in the order a mark, so that long and short ones are drawn alike; nearly all different."""
    step = max(1, _COSTS // max(1, len(order)))
    return {index: pool.units[index].marks * (place * step + seed.below(pool.units[index].key, step)) for place, index in enumerate(order)}


def _speakers(pool: Pool, order: Sequence[int], marks: int) -> frozenset[int]:
    """Return what must be drawn, and one unit for each topic that has none there, as far as the marks go round."""
    taken = set(pool.must)
    left = marks - sum(pool.units[index].marks for index in taken)
    topics = dict.fromkeys(pool.units[index].topic for index in order)
    fair = max(1, marks // max(1, len(topics)))
    for topic in topics:
        if any(pool.units[index].topic == topic for index in taken):
            continue
        own = [index for index in order if pool.units[index].topic == topic and not pool.clashes[index] & taken]
        # A topic speaks through its first unit of a fair share of the marks, else through its smallest.
        fitting = [index for index in own if pool.units[index].marks <= fair]
        chosen = fitting[0] if fitting else min(own, key=lambda index: pool.units[index].marks, default=None)
        if chosen is not None and pool.units[chosen].marks <= left:
            taken.add(chosen)
            left -= pool.units[chosen].marks
    return frozenset(taken)


def _exactly(pool: Pool, order: Sequence[int], bank: ItemBank, blueprint: Blueprint) -> tuple[int, ...]:
    """Ask the exact solver where the quick search found nothing."""
    chosen = best_choice(pool.units, order, pool.clashes, blueprint.marks, pool.must) if pool.units else ()
    reached = sum(pool.units[index].marks for index in chosen)
    if reached == blueprint.marks:
        return chosen
    possible = _most(pool)
    if possible > blueprint.marks:
        raise UnreachableMarksError(asked=blueprint.marks, nearest=reached)
    everything = pool_of(bank, Blueprint(marks=blueprint.marks, exclude=blueprint.exclude)) if blueprint.kinds else pool
    raise InfeasibleBlueprintError(
        asked=blueprint.marks,
        possible=possible,
        items=sum(len(unit.items) for unit in pool.units),
        topics=tuple(topic.title for topic in bank.topics),
        kinds=blueprint.kinds,
        unlimited=_most(everything) if blueprint.kinds else 0,
    )


def _most(pool: Pool) -> int:
    """Return the most marks that the pool can give on one paper."""
    if not pool.units:
        return 0
    bound = sum(unit.marks for unit in pool.units)
    best = best_choice(pool.units, tuple(range(len(pool.units))), pool.clashes, bound, pool.must)
    return sum(pool.units[index].marks for index in best)
