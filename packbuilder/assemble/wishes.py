"""Wishes: what a blueprint asks of a paper, each as a rule over the units and in words for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from packbuilder.assemble.rules import Row, Rule, Spread
from packbuilder.assemble.units import Unit
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import OVER, Quota
from packbuilder.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing that is asked. `unit` is what its amounts count; `divisor` makes the amount that people read (a mean's: the marks).

    `more` are further rules of the same wish, where one does not say it. `instead` are the values that the bank has, where it has none of
    what is asked. `total`: it is the paper's marks, which shares are of; `quota` is what was asked, where it was one.
    """

    words: str
    row: Rule
    unit: str
    divisor: int = 1
    instead: tuple[str, ...] = ()
    more: tuple[Rule, ...] = ()
    total: bool = False
    quota: Quota | None = None

    def shown(self, amount: float) -> str:
        """Return an amount as people read it: `12 marks`, `1 question`, `2.8`."""
        if isinstance(self.row, Spread):
            return f"{sqrt(max(0.0, amount)) / self.row.marks:.2f}"
        if self.divisor != 1:
            return f"{amount / self.divisor:.2f}"
        first, *rest = self.unit.split()
        return " ".join((f"{amount:g}", first if amount != 1 else first.removesuffix("s"), *rest))

    def at(self, marks: int) -> Wish:
        """Return what the wish would be on a paper of so many marks: shares and means are reckoned of those."""
        if isinstance(self.row, Spread):
            return replace(self, row=replace(self.row, marks=marks))
        if self.total:
            return replace(self, row=replace(self.row, low=marks, high=marks))
        if self.quota is None:
            return self
        low, high = self.quota.bounds(marks)
        return replace(self, row=replace(self.row, low=low, high=high))


def rules_of(wishes: Iterable[Wish]) -> list[Rule]:
    """Return the rules of all the wishes."""
    return [rule for wish in wishes for rule in (wish.row, *wish.more)]


def wishes_of(units: Sequence[Unit], blueprint: Blueprint, bank: ItemBank) -> tuple[Wish, ...]:
    """Return all that a blueprint asks of units of a bank: its marks, its quotas, and what it must hold."""
    rest = (*_quotas(units, blueprint, bank), *_included(units, blueprint))
    if blueprint.sections:
        # The sections' marks are the paper's.
        return (*_sections(units, blueprint, bank), *rest)
    row = Row(low=blueprint.marks, high=blueprint.marks, amounts=_worth(units))
    return (Wish(words=f"{blueprint.marks} marks in all", row=row, unit="marks", total=True), *rest)


def _worth(units: Sequence[Unit]) -> dict[int, float]:
    return {index: unit.marks for index, unit in enumerate(units)}


def _sections(units: Sequence[Unit], blueprint: Blueprint, bank: ItemBank) -> Iterator[Wish]:
    """Yield each section's marks and quotas, over the units as they stand in it."""
    for place, spec in enumerate(blueprint.sections):
        name = f"section {chr(ord('A') + place)}"
        inside = {index for index, unit in enumerate(units) if unit.section == place}
        worth: dict[int, float] = {index: units[index].marks for index in sorted(inside)}
        if spec.choose:
            row = Row(low=spec.of, high=spec.of, amounts=dict.fromkeys(worth, 1))
            yield Wish(words=f"{name}: {spec.of} questions of {spec.each} marks to choose from", row=row, unit="questions")
        else:
            yield Wish(words=f"{name}: {spec.marks} marks", row=Row(low=spec.marks, high=spec.marks, amounts=worth), unit="marks")
        # `each kind` in a section is each of the kinds that may stand in it.
        own = Blueprint(marks=spec.printed, quotas=spec.quotas, kinds=spec.kinds or blueprint.kinds)
        for wish in _quotas(units, own, bank):
            yield replace(wish, words=f"{name}, {wish.words}", row=_within(wish.row, inside))


def _within(rule: Rule, inside: set[int]) -> Rule:
    """Return a rule over some of the units alone."""
    if isinstance(rule, Row):
        return replace(rule, amounts={index: amount for index, amount in rule.amounts.items() if index in inside})
    first, second = ({index: worth for index, worth in each.items() if index in inside} for each in (rule.first, rule.second))
    return replace(rule, first=first, second=second)


def _quotas(units: Sequence[Unit], blueprint: Blueprint, bank: ItemBank) -> Iterator[Wish]:
    for quota in blueprint.quotas:
        if quota.over == "spread":
            yield Wish(words=quota.words, row=_spread(units, blueprint.printed, quota), unit="")
            continue
        for each in _each(quota, blueprint, bank):
            low, high = each.bounds(blueprint.printed)
            amounts: dict[int, float] = {index: total for index, unit in enumerate(units) if (total := sum(map(each.amount, unit.items)))}
            row = Row(low=low, high=high, amounts=amounts)
            unit = {"points": "marking points"}.get(each.over, "questions" if each.measure == "questions" else "marks")
            instead = () if row.amounts or each.over not in OVER else _had(each.over, units)
            yield Wish(
                words=each.words, row=row, unit=unit, divisor=blueprint.printed if each.over == "mean" else 1, instead=instead, quota=each
            )


def _spread(units: Sequence[Unit], marks: int, quota: Quota) -> Spread:
    first = {index: sum(item.marks * item.difficulty for item in unit.items) for index, unit in enumerate(units)}
    second = {index: sum(item.marks * item.difficulty**2 for item in unit.items) for index, unit in enumerate(units)}
    return Spread(low=quota.low, high=quota.high, marks=marks, first=first, second=second)


def _each(quota: Quota, blueprint: Blueprint, bank: ItemBank) -> Iterator[Quota]:
    """Yield the quota, or where it is over each topic (objective ...) one for every value."""
    if not quota.each:
        yield quota
        return
    amount = quota.words.partition(": ")[2]
    for value in _values(quota.over, blueprint, bank):
        yield replace(quota, value=value, each=False, words=f"{quota.over} {value}: {amount}")


def _values(over: str, blueprint: Blueprint, bank: ItemBank) -> tuple[str, ...]:
    """Return the values of a sort of thing (the topics, the objectives ...) that `each` stands for.

    All topics, those without a question too, so that one that cannot speak is told; of other things what questions of the
    blueprint's kinds have.
    """
    if over not in OVER:
        return ()
    topics = tuple(topic.id for topic in bank.topics) if over == "topic" else ()
    fitting = (item for item in bank.items if over == "topic" or not blueprint.kinds or item.kind in blueprint.kinds)
    return tuple(dict.fromkeys((*topics, *(value for item in fitting for value in OVER[over](item)))))


def _had(over: str, units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for unit in units for item in unit.items for value in OVER[over](item)))


def _included(units: Sequence[Unit], blueprint: Blueprint) -> Iterator[Wish]:
    for name in sorted(blueprint.include):
        holders = {index: 1 for index, unit in enumerate(units) if any(item.id == name for item in unit.items)}
        yield Wish(words=f"include {name}", row=Row(low=1, high=1, amounts=holders), unit="questions")
