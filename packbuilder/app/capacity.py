"""What a bank can give of each wish of a blueprint, before anything is built."""

from __future__ import annotations

from dataclasses import dataclass

from packbuilder.assemble import ConflictError
from packbuilder.assemble.conflict import conflict_of, most
from packbuilder.assemble.drawing import Pool, pool_of
from packbuilder.assemble.solving import choose
from packbuilder.assemble.wishes import Wish, wishes_of
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint


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


def capacities(bank: ItemBank, blueprint: Blueprint) -> tuple[tuple[Capacity, ...], ConflictError | None]:
    """Return what the bank can give of each wish, and the clash where no paper meets them all."""
    pool = pool_of(bank, blueprint)
    wishes = wishes_of(pool.units, blueprint)
    feasible = bool(pool.units) and choose([wish.row for wish in wishes], pool.clashes, {}) is not None
    others = wishes if feasible else wishes[:1]
    table = tuple(_capacity(wish, others, pool) for wish in wishes)
    return table, None if feasible else ConflictError(wishes=conflict_of(wishes, pool.clashes))


def _capacity(wish: Wish, others: tuple[Wish, ...], pool: Pool) -> Capacity:
    row = wish.row
    counted = wish.divisor == 1
    # A question that may stand in several sections is one question of the bank.
    held = {pool.units[index].key: (len(pool.units[index].items), amount) for index, amount in row.amounts.items()}
    return Capacity(
        wish=wish.words,
        questions=sum(items for items, _ in held.values()),
        asked=_range(wish),
        held=wish.shown(sum(amount for _, amount in held.values())) if counted else "",
        on_paper=wish.shown(most(wish, others, pool.clashes)) if counted else "",
    )


def _range(wish: Wish) -> str:
    low, high = wish.row.low, wish.row.high
    # What cannot be exceeded is no bound: all marks, or all questions, of a paper.
    if high >= sum(wish.row.amounts.values()) and low < high:
        return f"at least {wish.shown(low)}"
    if low <= 0:
        return f"at most {wish.shown(high)}"
    return wish.shown(low) if low == high else f"{wish.shown(low).split()[0]} to {wish.shown(high)}"
