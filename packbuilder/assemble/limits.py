"""Limits: what a blueprint keeps off a paper, as wishes beside the others, for where a paper cannot be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from packbuilder.assemble.clashes import clashes_of, enemy_pairs
from packbuilder.assemble.conflict import Conflict, conflict_of
from packbuilder.assemble.pool import all_units, barred, in_sections
from packbuilder.assemble.rules import Row
from packbuilder.assemble.units import Unit
from packbuilder.assemble.wishes import Wish, wishes_of
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint

_NAMED = 40
"""So many excluded questions or pairs of enemies are wishes of their own; more are one wish."""


def explained(bank: ItemBank, blueprint: Blueprint) -> Conflict:
    """Return which wishes and limits clash, over the whole bank: kinds, exclusions, earlier papers and enemies are among what may be named."""
    units = all_units(bank, blueprint)
    # Declared enemies are limits that can be named; where units are copied into sections, they are kept apart like all that clash.
    clashes = clashes_of(units, enemies=bool(blueprint.sections))
    if blueprint.sections:
        units, clashes = in_sections(units, clashes, blueprint, any_kind=True)
    return conflict_of((*limits_of(units, blueprint), *wishes_of(units, blueprint, bank)), clashes)


def limits_of(units: Sequence[Unit], blueprint: Blueprint) -> Iterator[Wish]:
    """Yield what the blueprint keeps off the paper, where there is something that it keeps off."""
    wrong, out, before = (partial(_barred, blueprint, number) for number in range(3))
    if blueprint.kinds:
        yield from _none_of(units, f"only the kinds {_listed(blueprint.kinds)}", "questions of other kinds", wrong)
    for place, spec in enumerate(blueprint.sections):
        if spec.kinds:
            words = f"section {chr(ord('A') + place)}: only the kinds {_listed(spec.kinds)}"
            yield from _none_of(units, words, "questions of other kinds", partial(_misplaced, place, spec.kinds))
    names = sorted({item.id for unit in units for item in unit.items if item.id in blueprint.exclude})
    if len(names) <= _NAMED:
        for name in names:
            yield from _none_of(units, f"exclude {name}", "questions", partial(_holds, name))
    else:
        yield from _none_of(units, f"exclude {len(names)} questions", "of these questions", out)
    if blueprint.used and not blueprint.repeat:
        yield from _none_of(units, "nothing that earlier papers held", "questions of earlier papers", before)
    if not blueprint.sections:
        yield from _enemies(units)


def _barred(blueprint: Blueprint, number: int, unit: Unit) -> bool:
    return barred(unit, blueprint)[number]


def _misplaced(section: int, kinds: tuple[str, ...], unit: Unit) -> bool:
    return unit.section == section and any(item.kind not in kinds for item in unit.items)


def _holds(name: str, unit: Unit) -> bool:
    return any(item.id == name for item in unit.items)


def _none_of(units: Sequence[Unit], words: str, unit: str, kept_off: Callable[[Unit], bool]) -> Iterator[Wish]:
    amounts = {index: len(each.items) for index, each in enumerate(units) if kept_off(each)}
    if amounts:
        yield Wish(words=words, row=Row(low=0, high=0, amounts=amounts), unit=unit)


def _enemies(units: Sequence[Unit]) -> Iterator[Wish]:
    pairs = enemy_pairs(units)
    rows = tuple(Row(low=0, high=1, amounts={one: 1, other: 1}) for one, other in pairs)
    if len(pairs) <= _NAMED:
        for row, (one, other) in zip(rows, pairs, strict=True):
            yield Wish(words=f"enemies {units[one].key} and {units[other].key} apart", row=row, unit="of the two")
    else:
        yield Wish(words="enemies apart", row=rows[0], more=rows[1:], unit="of two enemies")


def _listed(kinds: Sequence[str]) -> str:
    return " and ".join(kinds)
