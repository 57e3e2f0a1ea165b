"""Drawing: which units make one form, by the quick search and, only where that fails, by the exact solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from packbuilder.assemble.exact import most_marks, sparing
from packbuilder.assemble.infeasible import ConflictError, InfeasibleBlueprintError, UnreachableMarksError
from packbuilder.assemble.limits import explained
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.pool import Pool, pool_of
from packbuilder.assemble.rules import Row
from packbuilder.assemble.search import search
from packbuilder.assemble.units import Unit
from packbuilder.assemble.wishes import Wish, rules_of
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.seeding import Seed
from packbuilder.values import dataclass

_COSTS = 1_000_000
"""Costs a mark lie below this: fine enough that two papers hardly ever cost the same, small enough for exact sums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """What had its turn: the ids of items that earlier papers held, and on how many earlier forms of this paper each unit stands, by its key."""

    papers: frozenset[str] = frozenset()
    forms: Mapping[str, int] = field(default_factory=dict)

    def times(self, pool: Pool) -> Counter[str]:
        """Return how often each unit had its turn, by its key."""
        used = Counter(unit.key for unit in pool.units if any(item.id in self.papers for item in unit.items))
        used.update(self.forms)
        return used

    def scarce(self, pool: Pool) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """Return how many questions of each unit earlier papers held, and earlier forms."""
        papers = {index: sum(item.id in self.papers for item in unit.items) for index, unit in enumerate(pool.units)}
        forms = {index: len(unit.items) for index, unit in enumerate(pool.units) if unit.key in self.forms}
        return {index: count for index, count in papers.items() if count}, forms


def draw(pool: Pool, bank: ItemBank, blueprint: Blueprint, seed: Seed, had: Had) -> tuple[Unit, ...]:
    """Draw the units of one form, in bank order: exactly the marks, no clash, each topic where there is room for it.

    As few as will do had their turn before. Raises `ConflictError`,
    `InfeasibleBlueprintError` or `UnreachableMarksError` where there is no such form.
    """
    if blueprint.specified:
        found = specified(pool, blueprint, seed, had)
        if found is None:
            clash = explained(bank, blueprint)
            raise ConflictError(wishes=clash.wishes, further=clash.further)
        return found
    order = tried_order(pool.units, seed, had.times(pool), blueprint.marks)
    chosen = _quickly(pool, order, blueprint, had) or sparing(
        _marks(pool, blueprint), pool.clashes, costs_of(pool, order, seed), had.scarce(pool), pool.must
    )
    if chosen is None:
        raise _too_little(pool, bank, blueprint)
    return tuple(pool.units[index] for index in sorted(chosen))


def specified(pool: Pool, blueprint: Blueprint, seed: Seed, had: Had, more: tuple[Wish, ...] = ()) -> tuple[Unit, ...] | None:
    """Return the units of a form that meets every wish: of all that do, one whose units are tried early. None: there is none."""
    if not pool.units:
        return None
    order = tried_order(pool.units, seed, had.times(pool), blueprint.marks)
    chosen = sparing(rules_of((*pool.wishes, *more)), pool.clashes, costs_of(pool, order, seed), had.scarce(pool))
    return None if chosen is None else tuple(pool.units[index] for index in sorted(chosen))


def costs_of(pool: Pool, order: Sequence[int], seed: Seed) -> dict[int, int]:
    """Return what each unit costs: its place in the order a mark, so that long and short ones are drawn alike; nearly all different."""
    step = max(1, _COSTS // max(1, len(order)))
    numbers = seed.integers([pool.units[index].key for index in order], bits=128)
    return {
        index: pool.units[index].marks * (place * step + number % step)
        for place, (index, number) in enumerate(zip(order, numbers, strict=True))
    }


def _marks(pool: Pool, blueprint: Blueprint) -> tuple[Row]:
    worth = {index: unit.marks for index, unit in enumerate(pool.units)}
    return (Row(low=blueprint.marks, high=blueprint.marks, amounts=worth),)


def _quickly(pool: Pool, order: Sequence[int], blueprint: Blueprint, had: Had) -> tuple[int, ...] | None:
    """Search among what did not have its turn yet, then without a unit for every topic; None where nothing was found so."""
    scarce = {index for amounts in had.scarce(pool) for index in amounts} - pool.must
    fresh = [index for index in order if index not in scarce]
    speakers = _speakers(pool, fresh, blueprint.marks)
    chosen = search(pool.units, fresh, pool.clashes, blueprint.marks, speakers)
    if chosen is None and speakers != pool.must:
        chosen = search(pool.units, fresh, pool.clashes, blueprint.marks, pool.must)
    return chosen


def _speakers(pool: Pool, order: Sequence[int], marks: int) -> frozenset[int]:
    """Return what must be drawn, and one unit for each topic that has none there, as far as the marks go round."""
    taken = set(pool.must)
    left = marks - sum(pool.units[index].marks for index in taken)
    topics = dict.fromkeys(pool.units[index].topic for index in order)
    fair = max(1, marks // max(1, len(topics)))
    for topic in topics:
        if any(pool.units[index].topic == topic for index in taken):
            continue
        held = pool.clashes.held(taken)
        own = [index for index in order if pool.units[index].topic == topic and held.isdisjoint(pool.clashes.of[index])]
        # A topic speaks through its first unit of a fair share of the marks, else through its smallest.
        fitting = [index for index in own if pool.units[index].marks <= fair]
        chosen = fitting[0] if fitting else min(own, key=lambda index: pool.units[index].marks, default=None)
        if chosen is not None and pool.units[chosen].marks <= left:
            taken.add(chosen)
            left -= pool.units[chosen].marks
    return frozenset(taken)


def _too_little(pool: Pool, bank: ItemBank, blueprint: Blueprint) -> InfeasibleBlueprintError | UnreachableMarksError:
    """Return what is to be said where no units sum to the marks."""
    possible = most_marks(pool.units, pool.clashes, sum(unit.marks for unit in pool.units), pool.must)
    if possible > blueprint.marks:
        return UnreachableMarksError(asked=blueprint.marks, nearest=most_marks(pool.units, pool.clashes, blueprint.marks, pool.must))
    every = pool_of(bank, Blueprint(marks=blueprint.marks, exclude=blueprint.exclude)) if blueprint.kinds else pool
    return InfeasibleBlueprintError(
        asked=blueprint.marks,
        possible=possible,
        items=sum(len(unit.items) for unit in pool.units),
        topics=tuple(topic.title for topic in bank.topics),
        kinds=blueprint.kinds,
        unlimited=most_marks(every.units, every.clashes, sum(unit.marks for unit in every.units)) if blueprint.kinds else 0,
    )
