"""What a bank can give of each wish of a blueprint, before anything is built."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from packbuilder.assemble import ConflictError
from packbuilder.assemble.conflict import feasible, most
from packbuilder.assemble.limits import explained
from packbuilder.assemble.pool import Pool, pool_of
from packbuilder.assemble.rules import Spread
from packbuilder.assemble.versions import draw_all
from packbuilder.assemble.wishes import Wish
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.seeding import Seed
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """One wish: its words, the questions that count for it, what it asks, what the bank holds in all, and the most on one paper.

    Amounts are in words: `12 marks`. `on_paper` is the most that a paper can have which meets all other wishes; where wishes clash, which
    meets the marks alone.
    """

    wish: str
    questions: int
    asked: str
    held: str
    on_paper: str


def capacities(bank: ItemBank, blueprint: Blueprint, seed: Seed) -> tuple[tuple[Capacity, ...], PackbuilderError | None]:
    """Return what the bank can give of each wish, and the error where no paper meets them all, or there are not as many versions."""
    pool = pool_of(bank, blueprint)
    possible = bool(pool.units) and feasible(pool.wishes, pool.clashes)
    others = pool.wishes if possible else pool.wishes[:1]
    table = tuple(_capacity(wish, others, pool) for wish in pool.wishes)
    return table, _problem(bank, blueprint, seed) if possible else _clash(bank, blueprint)


def _clash(bank: ItemBank, blueprint: Blueprint) -> ConflictError:
    found = explained(bank, blueprint)
    return ConflictError(wishes=found.wishes, further=found.further)


def _problem(bank: ItemBank, blueprint: Blueprint, seed: Seed) -> PackbuilderError | None:
    """Return what stands against so many versions; nothing where one is asked for, which is known to be possible."""
    if blueprint.versions == 1:
        return None
    try:
        draw_all(bank, blueprint, tuple(seed.child("form", number) for number in range(blueprint.versions)))
    except PackbuilderError as problem:
        return problem
    return None


def _capacity(wish: Wish, others: tuple[Wish, ...], pool: Pool) -> Capacity:
    counted = wish.divisor == 1 and not isinstance(wish.row, Spread)
    # A question that may stand in several sections is one question of the bank.
    held = {pool.units[index].key: (len(pool.units[index].items), amount) for index, amount in _amounts(wish).items()}
    return Capacity(
        wish=wish.words,
        questions=sum(items for items, _ in held.values()),
        asked=_range(wish),
        held=wish.shown(sum(amount for _, amount in held.values())) if counted else "",
        on_paper=wish.shown(most(wish, others, pool.clashes)) if counted else "",
    )


def _amounts(wish: Wish) -> Mapping[int, float]:
    return wish.row.first if isinstance(wish.row, Spread) else wish.row.amounts


def _range(wish: Wish) -> str:
    low, high = wish.row.low, wish.row.high
    if isinstance(wish.row, Spread):
        return wish.words.partition(": ")[2]
    if low <= 0 and high < inf:
        return f"at most {wish.shown(high)}"
    # What cannot be exceeded is no bound: all marks, or all questions, of a paper.
    if high >= sum(wish.row.amounts.values()) and low < high:
        return f"at least {wish.shown(low)}"
    return wish.shown(low) if low == high else f"{wish.shown(low).split()[0]} to {wish.shown(high)}"
