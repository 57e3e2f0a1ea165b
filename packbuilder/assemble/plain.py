"""The cheapest choice where it can be seen without a solver: so many units of each kind, the cheapest of each.

Where quotas count apart from one another ("20 multiple-choice, 14 short answers"), no choice can cost less than the cheapest so many units
of each; where those meet all the rest too, they are the best choice. HiGHS would find the same, and takes 0.1 s to be loaded alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from packbuilder.assemble.clashes import Clashes
from packbuilder.assemble.rules import Row, Rule, kept_out, met


def plain_choice(rules: Sequence[Rule], clashes: Clashes, costs: Mapping[int, float], must: frozenset[int]) -> tuple[int, ...] | None:
    """Return the only choice of least cost that meets all rules; None where that is not plain, whether there is one or not."""
    barred = kept_out(rules)
    chosen: set[int] = set()
    counted: set[int] = set()
    for row in _apart(rules):
        counted |= row.amounts.keys()
        cheapest = sorted((index for index in row.amounts if index not in barred), key=lambda index: costs.get(index, 0))
        number = round(row.low)
        if number > len(cheapest) or (0 < number < len(cheapest) and costs.get(cheapest[number - 1], 0) == costs.get(cheapest[number], 0)):
            return None
        chosen.update(cheapest[:number])
    if not counted or any(costs.get(index, 0) <= 0 for index in range(clashes.count) if index not in counted):
        return None
    if clashes.pair(chosen) or not must <= chosen or not all(met(rule, sorted(chosen)) for rule in rules):
        return None
    return tuple(sorted(chosen))


def least_of(rules: Sequence[Rule], amounts: Mapping[int, float]) -> float:
    """Return what of amounts, none below 0, any choice that meets the rules holds at least: of each row the units that have least."""
    barred = kept_out(rules)
    return sum(
        sum(sorted(amounts.get(index, 0) for index in row.amounts if index not in barred)[: round(row.low)]) for row in _apart(rules)
    )


def _apart(rules: Sequence[Rule]) -> Iterator[Row]:
    """Yield rows that ask for exactly so many units, of which none counts in two."""
    counted: set[int] = set()
    for rule in rules:
        exact = isinstance(rule, Row) and rule.low == rule.high > 0 and rule.low == round(rule.low)
        if isinstance(rule, Row) and exact and set(rule.amounts.values()) == {1} and counted.isdisjoint(rule.amounts):
            counted |= rule.amounts.keys()
            yield rule
