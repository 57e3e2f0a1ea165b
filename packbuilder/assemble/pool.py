"""The pool: the units that a paper may be drawn from, what keeps them apart, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.assemble.clashes import Clashes, clashes_of, copied
from packbuilder.assemble.infeasible import InclusionError
from packbuilder.assemble.units import Unit, units_of
from packbuilder.assemble.wishes import Wish, wishes_of
from packbuilder.errors import UnknownNameError
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.item import Item
from packbuilder.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What a paper may be drawn from: units, which of them clash, which must be drawn, and what the blueprint asks of them."""

    units: tuple[Unit, ...]
    clashes: Clashes
    must: frozenset[int]
    wishes: tuple[Wish, ...]


def pool_of(bank: ItemBank, blueprint: Blueprint) -> Pool:
    """Return the units that the blueprint allows; a set around one stimulus is allowed as a whole or not at all.

    Raises `UnknownNameError` where it includes a question that the bank does not have, `InclusionError` where what it
    includes cannot stand on one paper.
    """
    ids = tuple(item.id for item in bank.items)
    for name in sorted(blueprint.include):
        if name not in ids:
            raise UnknownNameError(what="question", name=name, known=ids)
    every = all_units(bank, blueprint)
    units = tuple(unit for unit in every if not any(barred(unit, blueprint)))
    clashes = clashes_of(units)
    must = frozenset(index for index, unit in enumerate(units) if included(unit, blueprint))
    if pair := clashes.pair(must):
        raise InclusionError(asked=blueprint.marks, marks=0, clash=(units[pair[0]].key, units[pair[1]].key))
    for unit in every:
        if included(unit, blueprint) and any(barred(unit, blueprint)):
            out = sorted(item.id for item in unit.items if item.id in blueprint.exclude or item.id in blueprint.used)
            inside = min(item.id for item in unit.items if item.id in blueprint.include)
            raise InclusionError(asked=blueprint.marks, marks=0, clash=None, whole=(inside, out[0]))
    marks = sum(units[index].marks for index in must)
    if marks > blueprint.printed:
        raise InclusionError(asked=blueprint.marks, marks=marks, clash=None)
    if blueprint.sections:
        units, clashes = in_sections(units, clashes, blueprint)
        # What must be drawn is a wish of its own, since any of its copies will do.
        must = frozenset()
    return Pool(units=units, clashes=clashes, must=must, wishes=wishes_of(units, blueprint, bank))


def all_units(bank: ItemBank, blueprint: Blueprint) -> tuple[Unit, ...]:
    """Return all units of a bank; in a set around one stimulus, what may not be asked gives way to what must, and to what may."""

    def rank(item: Item) -> int:
        if item.id in blueprint.include:
            return 0
        return 2 if item.id in blueprint.exclude or item.id in blueprint.used else 1

    return units_of(bank.items, rank)


def included(unit: Unit, blueprint: Blueprint) -> bool:
    """Whether a unit must be on the paper."""
    return any(item.id in blueprint.include for item in unit.items)


def barred(unit: Unit, blueprint: Blueprint) -> tuple[bool, bool, bool]:
    """Whether a unit may not be drawn for its kinds, for what is excluded, or for what earlier papers held.

    What must be on the paper is there whatever its kind.
    """
    wrong = bool(blueprint.kinds) and not included(unit, blueprint) and any(item.kind not in blueprint.kinds for item in unit.items)
    out = any(item.id in blueprint.exclude for item in unit.items)
    asked_before = not blueprint.repeat and any(item.id in blueprint.used and item.id not in blueprint.include for item in unit.items)
    return wrong, out, asked_before


def in_sections(
    units: Sequence[Unit], clashes: Clashes, blueprint: Blueprint, *, any_kind: bool = False
) -> tuple[tuple[Unit, ...], Clashes]:
    """Return each unit once for every section that it may stand in, of which one stands on a form; `any_kind`: whatever kinds sections ask for."""
    spread: list[Unit] = []
    copies: list[list[int]] = [[] for _ in units]
    for index, unit in enumerate(units):
        for section, spec in enumerate(blueprint.sections):
            fits = any_kind or not spec.kinds or all(item.kind in spec.kinds for item in unit.items)
            if fits and unit.marks == (spec.each or unit.marks):
                copies[index].append(len(spread))
                spread.append(replace(unit, section=section))
    return tuple(spread), copied(clashes, copies, len(spread))
