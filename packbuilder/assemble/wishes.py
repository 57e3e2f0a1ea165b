"""Wishes: what a blueprint asks of a paper, each as one linear row over the units and in words for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

from packbuilder.assemble.infeasible import SpreadError
from packbuilder.assemble.solving import Row
from packbuilder.assemble.units import Unit
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import OVER, Quota

_FAR = 10**9
"""More than anything adds up to."""

_SLACK = 1e-6
"""What sums of fractions may be off by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that is asked. `unit` is what its amounts count; `divisor` makes the amount that people read (a mean's: the marks), `root` that its
    square root is read (a spread's, which is added up as squares).

    `instead` are the values that the bank has, where it has none of what is asked.
    """

    words: str
    row: Row
    unit: str
    divisor: int = 1
    root: bool = False
    instead: tuple[str, ...] = ()

    def shown(self, amount: float) -> str:
        """Return an amount as people read it: `12 marks`, `1 question`, `2.8`."""
        if self.root:
            return f"{sqrt(max(0.0, amount) / self.divisor):.2f}"
        if self.divisor != 1:
            return f"{amount / self.divisor:.2f}"
        return f"{amount:g} {self.unit if amount != 1 else self.unit.removesuffix('s')}"


def wishes_of(units: Sequence[Unit], blueprint: Blueprint) -> tuple[Wish, ...]:
    """Return all that a blueprint asks: its marks, its quotas, and what it must hold."""
    worth = {index: unit.marks for index, unit in enumerate(units)}
    if blueprint.sections:
        # The sections' marks are the paper's.
        return (*_sections(units, blueprint), *_quotas(units, blueprint), *_included(units, blueprint))
    total = Wish(words=f"{blueprint.marks} marks in all", row=Row(low=blueprint.marks, high=blueprint.marks, amounts=worth), unit="marks")
    return (total, *_quotas(units, blueprint), *_included(units, blueprint))


def _sections(units: Sequence[Unit], blueprint: Blueprint) -> Iterator[Wish]:
    """Yield each section's marks and quotas, over the units as they stand in it."""
    for place, spec in enumerate(blueprint.sections):
        name = f"section {chr(ord('A') + place)}"
        inside = {index for index, unit in enumerate(units) if unit.section == place}
        worth = {index: units[index].marks for index in sorted(inside)}
        if spec.choose:
            row = Row(low=spec.of, high=spec.of, amounts=dict.fromkeys(worth, 1))
            yield Wish(words=f"{name}: {spec.of} questions of {spec.each} marks to choose from", row=row, unit="questions")
        else:
            yield Wish(words=f"{name}: {spec.marks} marks", row=Row(low=spec.marks, high=spec.marks, amounts=worth), unit="marks")
        for wish in _quotas(units, Blueprint(marks=spec.printed, quotas=spec.quotas)):
            amounts = {index: amount for index, amount in wish.row.amounts.items() if index in inside}
            yield replace(wish, words=f"{name}, {wish.words}", row=replace(wish.row, amounts=amounts))


def _quotas(units: Sequence[Unit], blueprint: Blueprint) -> Iterator[Wish]:
    for quota in blueprint.quotas:
        if quota.over == "spread":
            yield from _spread(units, blueprint, quota)
            continue
        for each in _each(quota, units):
            low, high = each.bounds(blueprint.printed)
            amounts = {index: sum(map(each.amount, unit.items)) for index, unit in enumerate(units)}
            row = Row(low=low, high=high, amounts={index: amount for index, amount in amounts.items() if amount})
            unit = {"points": "marking points"}.get(each.over, "questions" if each.measure == "questions" else "marks")
            instead = () if row.amounts or each.over not in OVER else _values(each.over, units)
            yield Wish(words=each.words, row=row, unit=unit, divisor=blueprint.printed if each.over == "mean" else 1, instead=instead)


def _spread(units: Sequence[Unit], blueprint: Blueprint, quota: Quota) -> Iterator[Wish]:
    """Yield what keeps the standard deviation of the difficulty within bounds. Raises `SpreadError` where nothing is said of the mean.

    A variance about an unknown mean m is not linear. With m from a to b and middle c, and d the difficulty of each mark, the mean of
    (d - a)(d - b) is at most the variance, and the mean of (d - c) squared at least the variance: bounds that a linear row
    can hold, exact where a and b are one, and off by ((b - a) / 2) squared at the most.
    """
    mean = next((each for each in blueprint.quotas if each.over == "mean"), None)
    if mean is None:
        raise SpreadError(quota.words)
    low, high = max(1.0, mean.low), min(5.0, mean.high)
    marks = blueprint.printed

    def wish(words: str, row: Row) -> Wish:
        return Wish(words=f"difficulty spread: {words}", row=row, unit="", divisor=marks, root=True)

    if quota.low > 0:
        amounts = {
            index: sum(i.marks * (i.difficulty - low) * (i.difficulty - high) for i in unit.items) for index, unit in enumerate(units)
        }
        yield wish(f"at least {quota.low:g}", Row(low=quota.low**2 * marks - _SLACK, high=_FAR, amounts=amounts))
    if quota.high < inf:
        middle = (low + high) / 2
        amounts = {index: sum(i.marks * (i.difficulty - middle) ** 2 for i in unit.items) for index, unit in enumerate(units)}
        yield wish(f"at most {quota.high:g}", Row(low=-_FAR, high=quota.high**2 * marks + _SLACK, amounts=amounts))


def _each(quota: Quota, units: Sequence[Unit]) -> Iterator[Quota]:
    """Yield the quota, or where it is over each topic (objective ...) one for every value that the units have."""
    if not quota.each:
        yield quota
        return
    values = _values(quota.over, units)
    amount = quota.words.partition(": ")[2]
    for value in values:
        yield Quota(
            over=quota.over, value=value, low=quota.low, high=quota.high, measure=quota.measure, words=f"{quota.over} {value}: {amount}"
        )


def _values(over: str, units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the values of a sort of thing (the topics, the objectives ...) that the units have, each once."""
    return tuple(dict.fromkeys(value for unit in units for item in unit.items for value in OVER[over](item)))


def _included(units: Sequence[Unit], blueprint: Blueprint) -> Iterator[Wish]:
    for name in sorted(blueprint.include):
        holders = {index: 1 for index, unit in enumerate(units) if any(item.id == name for item in unit.items)}
        yield Wish(words=f"include {name}", row=Row(low=1, high=1, amounts=holders), unit="questions")
