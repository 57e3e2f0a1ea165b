"""What a choice of units must meet: sums of what each unit adds, and spreads of difficulties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from math import ceil, floor, inf

from packbuilder.values import dataclass

EXACT = 1e-6
"""What sums may be off by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """From `low` to `high` in sum: what each unit, by its index, adds to it where it is taken."""

    low: float
    high: float
    amounts: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """From `low` to `high`: the standard deviation of difficulties d over `marks` marks.

    `first` are what units add to the sum of d a mark, S, `second` to that of d squared, Q: marks² times the variance is marks Q - S², and S is a
    whole number. At least: Q must lie above a parabola in S, which for whole S is the same as above each of its chords between neighbouring
    whole numbers. At most: below it, for the one value that S takes.
    """

    low: float
    high: float
    marks: int
    first: Mapping[int, float]
    second: Mapping[int, float]

    def squared(self, chosen: Sequence[int]) -> float:
        """Return marks² times the variance of a choice of units."""
        total = sum(self.first.get(index, 0) for index in chosen)
        return self.marks * sum(self.second.get(index, 0) for index in chosen) - total * total


Rule = Row | Spread


def met(rule: Rule, chosen: Sequence[int]) -> bool:
    """Whether a choice of units meets a rule."""
    if isinstance(rule, Spread):
        least, most = squares_of(rule)
        return least <= rule.squared(chosen) <= most
    total = sum(rule.amounts.get(index, 0) for index in chosen)
    return rule.low - EXACT <= total <= rule.high + EXACT


def kept_out(rules: Iterable[Rule]) -> frozenset[int]:
    """Return the units that rows of which nothing may be taken keep out; a row of which some take away from the sum keeps out none."""
    rows = (
        rule.amounts for rule in rules if isinstance(rule, Row) and rule.high == 0 and all(amount >= 0 for amount in rule.amounts.values())
    )
    return frozenset(index for amounts in rows for index, amount in amounts.items() if amount > 0)


def squares_of(rule: Spread) -> tuple[float, float]:
    """Return from what to what marks² times the variance lies, which is a whole number."""
    least = ceil(round((rule.low * rule.marks) ** 2, 6))
    return least, inf if rule.high == inf else floor(round((rule.high * rule.marks) ** 2, 6))
