"""The exact solver: a choice of units that meets linear rows without a clash, by mixed-integer programming with HiGHS.

HiGHS and CP-SAT were measured on 5,000 items, 90 marks and 30 quotas (one thread, to the proven optimum): 1.1-1.2 s against 1.9 s, 0.15 s
against 0.4 s to import, a wheel of 8 MB against 80 MB and more for what it needs.

A large bank is solved in two steps. The relaxed program, where units may be taken in part, tells what every unit costs beyond what it brings
(its reduced cost); among the hundred or two cheapest by it, in whole numbers, the best choice is then proved the best. Costs are whole
numbers, nearly all different, so that it is the only best one, and the same on any machine. Where those give no choice, all units are
asked: that there is none is always proved over the whole bank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import ceil, floor, inf

from packbuilder.assemble.clashes import Clashes
from packbuilder.assemble.highs import Outcome, Program, SolverFailedError, solved
from packbuilder.assemble.plain import plain_choice
from packbuilder.assemble.rules import EXACT, Row, Rule, Spread, kept_out, met, squares_of

_SMALL = 400
"""Banks of so many units are asked as a whole."""

_FEW = 80
_MORE = 640
"""So many units of larger banks are asked first, and then, before all of them."""

_EACH = 10
"""So many are asked besides of what each row asks for."""

_NODES = 100
"""Nodes after which the best choice so far will do; hardly ever reached among few units, and counted: the same on any machine with this HiGHS."""

_WIDE = 1.0
"""The gap at which any choice will do: where few units gave none, one of all the bank's is looked for, not the best one."""

_UNEVEN = 10_000
"""How much more a unit of what is counted weighs than what tells equal units apart."""


def choose(
    rules: Sequence[Rule], clashes: Clashes, costs: Mapping[int, float], must: frozenset[int] = frozenset()
) -> tuple[int, ...] | None:
    """Return a choice of units of little cost that meets all rules and holds all of `must`; None: there is none.

    Of a small bank it is the choice of least cost; of more, one near it.
    """
    every = range(clashes.count)
    if _out_of_reach(rules):
        return None
    if clashes.count <= _SMALL:
        if (plain := plain_choice(rules, clashes, costs, must)) is not None:
            return plain
        found = solved(_program(rules, clashes, costs, every, must), nodes=_NODES)
        if found is None or found.values:
            return None if found is None else _checked(found, every, rules, clashes, must)
    else:
        relaxed = solved(_program(rules, clashes, costs, every, must), relaxed=True)
        if relaxed is None:
            return None
        # Whole numbers again, so that what a last digit differs by on another machine changes nothing.
        cheapness = sorted(every, key=lambda index: (index not in must, round(relaxed.reduced[index]), index))
        for few, gap in ((_FEW, 0.0), (_MORE, _WIDE)):
            kept = sorted({*cheapness[:few], *_cheapest_of_each(rules, cheapness)})
            found = solved(_program(rules, clashes, costs, kept, must), nodes=_NODES, relative_gap=gap)
            if found is not None and found.values:
                return _checked(found, kept, rules, clashes, must)
    found = solved(_program(rules, clashes, costs, every, must), relative_gap=_WIDE)
    return None if found is None else _checked(found, every, rules, clashes, must)


def _out_of_reach(rules: Sequence[Rule], *, upper: float = 1.0) -> bool:
    """Whether a row asks for more than there is, once what other rows ask none of is left out: what is plain is not asked the solver.

    So it is with every version that comes after all of a small bank had its turn. `upper`: no more than such a part of a unit can be taken.
    """
    none = kept_out(rules)
    if not none and upper == 1.0:
        return False
    rows = (rule for rule in rules if isinstance(rule, Row))
    return any(
        upper * sum(amount for index, amount in row.amounts.items() if amount > 0 and index not in none) < row.low - EXACT for row in rows
    )


def _cheapest_of_each(rules: Sequence[Rule], cheapness: Sequence[int]) -> Iterator[int]:
    """Yield the cheapest units that bring what each row asks for: what is cheap in parts may have none of it whole."""
    for rule in rules:
        if isinstance(rule, Row) and rule.low > 0:
            yield from islice((index for index in cheapness if index in rule.amounts), _EACH)


def possible_in_parts(rules: Sequence[Rule], clashes: Clashes, *, forms: int = 1) -> bool:
    """Whether the rules can be met by parts of units: where not, whole units cannot meet them either.

    `forms`: by so many forms that share nothing. Whatever they do, so does each if it is their average, which holds no more than one
    part in `forms` of any unit.
    """
    if not clashes.count or _out_of_reach(rules, upper=1 / forms):
        return False
    return solved(_program(rules, clashes, {}, range(clashes.count), frozenset(), upper=1 / forms), relaxed=True) is not None


def extreme(
    rules: Sequence[Rule], clashes: Clashes, of: Mapping[int, float] | Spread, *, most: bool, must: frozenset[int] = frozenset()
) -> int | None:
    """Return the most (or least) of whole amounts, or of a spread (marks² times its variance), while the rules are met; None: they cannot be.

    The relaxed program bounds it; what few units reach of the bound is the answer, and only else are all units asked.
    """
    if _out_of_reach(rules):
        return None
    every = range(clashes.count)
    sign = -1 if most else 1
    costs = {} if isinstance(of, Spread) else {index: sign * amount for index, amount in of.items()}
    measured = of if isinstance(of, Spread) else None
    if clashes.count > _SMALL and measured is None:
        relaxed = solved(_program(rules, clashes, costs, every, must), relaxed=True)
        if relaxed is None:
            return None
        bound = ceil(relaxed.objective - EXACT)
        # Many cost the same: a little more or less, of no order, tells apart what is asked first.
        uneven = {index: _UNEVEN * costs.get(index, 0) + index * 7919 % 1009 for index in every}
        ranked = solved(_program(rules, clashes, uneven, every, must), relaxed=True)
        reduced = ranked.reduced if ranked is not None else relaxed.reduced
        order = sorted(every, key=lambda index: (index not in must, round(reduced[index]), index))
        kept = sorted(order[:_SMALL])
        found = solved(_program(rules, clashes, costs, kept, must), nodes=_NODES, absolute_gap=0.999)
        if found is not None and found.values and round(found.objective) == bound:
            return sign * bound
    found = solved(_program(rules, clashes, costs, every, must, measured=measured, sign=sign), absolute_gap=0.999)
    return None if found is None else sign * round(found.objective)


def _checked(found: Outcome, kept: Sequence[int], rules: Sequence[Rule], clashes: Clashes, must: frozenset[int]) -> tuple[int, ...]:
    """Return the units that were taken, recounted in whole numbers: the solver's ones are ones only within its tolerance."""
    chosen = tuple(index for index, value in zip(kept, found.values, strict=False) if value > 0.5)
    if clashes.pair(chosen) or not must <= set(chosen) or not all(met(rule, chosen) for rule in rules):
        raise SolverFailedError("HiGHS gave an answer that does not meet what was asked")
    return chosen


def _program(
    rules: Sequence[Rule],
    clashes: Clashes,
    costs: Mapping[int, float],
    kept: Sequence[int],
    must: frozenset[int],
    *,
    upper: float = 1.0,
    measured: Spread | None = None,
    sign: int = 1,
) -> Program:
    """Write the program over the units that are kept, whose columns come first and in their order."""
    program = Program()
    for index in kept:
        program.column(1.0 if index in must else 0.0, upper, cost=costs.get(index, 0), whole=True)
    # Where all are kept, a unit's index is its column's.
    columns = {index: column for column, index in enumerate(kept)} if len(kept) < clashes.count else None
    for rule in rules:
        if isinstance(rule, Row):
            program.row(rule.low, rule.high, *_entries(rule.amounts, columns))
        else:
            _spread(program, rule, rules, columns)
    if measured is not None:
        _spread(program, measured, rules, columns, sign=sign)
    for group in clashes.groups:
        found = group if columns is None else [columns[index] for index in group if index in columns]
        if len(found) > 1:
            program.row(0, 1, found, [1.0] * len(found))
    return program


def _entries(amounts: Mapping[int, float], columns: Mapping[int, int] | None) -> tuple[list[int], list[float]]:
    if columns is None:
        return list(amounts), list(amounts.values())
    inside = [(columns[index], amount) for index, amount in amounts.items() if index in columns]
    return [column for column, _ in inside], [amount for _, amount in inside]


def _spread(program: Program, rule: Spread, rules: Sequence[Rule], columns: Mapping[int, int] | None, *, sign: int = 0) -> None:
    """Add the columns S and Q and what keeps them within the spread's bounds; with a `sign`, the spread is what costs."""
    low, high = 0, 5 * rule.marks
    for row in rules:
        # A mean that is asked for says where S may lie.
        if isinstance(row, Row) and row.amounts == rule.first:
            low, high = ceil(max(low, row.low) - EXACT), floor(min(high, row.high) + EXACT)
    high = max(low, high)
    least, most = squares_of(rule)
    total = program.column(low, high)
    squares = program.column(0, 25 * rule.marks, cost=sign * rule.marks)
    for column, amounts in ((total, rule.first), (squares, rule.second)):
        indexes, worth = _entries(amounts, columns)
        program.row(0, 0, [*indexes, column], [*worth, -1])
    if least > 0 and not sign:
        for value in range(low, max(low + 1, high)):
            program.row(least - value * value - value, inf, [squares, total], [rule.marks, -(2 * value + 1)])
    if most < inf or sign:
        values = range(low, high + 1)
        taken = [program.column(0, 1, cost=-sign * value * value, whole=True) for value in values]
        program.row(1, 1, taken, [1.0] * len(taken))
        program.row(0, 0, [*taken, total], [*values, -1.0])
        if not sign:
            program.row(-inf, most, [squares, *taken], [rule.marks, *(-value * value for value in values)])
