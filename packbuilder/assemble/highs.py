"""Programs of whole numbers, as HiGHS takes them: columns from 0 to 1, rows, costs, and what came of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field, fields
from math import inf

from packbuilder.cache import kept
from packbuilder.values import dataclass


class SolverFailedError(RuntimeError):
    """The solver gave neither an answer nor a proof that there is none: a fault of the program's, never of the wishes'."""


@dataclass(slots=True, kw_only=True)
class Program:
    """A program while it is written: `lower`, `upper` and `costs` a column, `whole` columns are whole numbers; rows in compressed form."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)

    def column(self, lower: float, upper: float, *, cost: float = 0, whole: bool = False) -> int:
        """Add a column and return its index."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.costs.append(cost)
        self.whole.append(whole)
        return len(self.lower) - 1

    def row(self, low: float, high: float, indexes: Sequence[int], amounts: Sequence[float]) -> None:
        """Add a row: the sum of the columns' amounts lies from `low` to `high`."""
        self.low.append(low)
        self.high.append(high)
        self.starts.append(len(self.indexes))
        self.indexes.extend(indexes)
        self.amounts.extend(amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the solver found: the values of the columns (none where the limit of nodes came first), the objective, and reduced costs of a relaxed program."""

    values: tuple[float, ...]
    objective: float
    reduced: tuple[float, ...] = ()


def solved(
    program: Program, *, relaxed: bool = False, nodes: int = 0, relative_gap: float = 0.0, absolute_gap: float = 0.0
) -> Outcome | None:
    """Return the cheapest values of the columns; None where there are none. `nodes` limits the search (0: none): a counted limit, not a timed one.

    One thread and a fixed seed. An answer that the cache has is taken from there. Raises `SolverFailedError` where the solver says neither.
    """
    if not program.lower:
        # Without a unit to take HiGHS calls a program empty, whatever its rows ask for.
        met = all(low <= 0 <= high for low, high in zip(program.low, program.high, strict=True))
        return Outcome(values=(), objective=0.0) if met else None
    numbers = tuple(tuple(getattr(program, each.name)) for each in fields(program))

    def answer() -> Outcome | None:
        return _answered(program, relaxed=relaxed, nodes=nodes, relative_gap=relative_gap, absolute_gap=absolute_gap)

    return kept("solved", (numbers, relaxed, nodes, relative_gap, absolute_gap), answer)


def _answered(program: Program, *, relaxed: bool, nodes: int, relative_gap: float, absolute_gap: float) -> Outcome | None:
    # Imported here: the solver takes 0.3 s to import, and most papers are found by the quick search.
    import highspy
    import numpy as np

    with _hushed():
        # Threads belong to the process, and a process that ran HiGHS with others would be refused one.
        highspy.Highs.resetGlobalScheduler(True)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy annotates its methods only
        solver.silent()
    options = (("threads", 1), ("random_seed", 1), ("mip_rel_gap", relative_gap), ("mip_abs_gap", absolute_gap))
    for name, value in (*options, *((("mip_max_nodes", nodes),) if nodes else ())):
        solver.setOptionValue(name, value)
    count = len(program.lower)
    every = np.arange(count, dtype=np.int32)
    solver.addVars(count, np.array(program.lower), np.array(program.upper))
    solver.changeColsCost(count, every, np.array(program.costs))
    if not relaxed:
        whole = every[np.array(program.whole, dtype=bool)]
        solver.changeColsIntegrality(len(whole), whole, np.full(len(whole), highspy.HighsVarType.kInteger))
    solver.addRows(
        len(program.low),
        np.array(program.low),
        np.array(program.high),
        len(program.indexes),
        np.array(program.starts, dtype=np.int32),
        np.array(program.indexes, dtype=np.int32),
        np.array(program.amounts, dtype=float),
    )
    solver.run()
    status = solver.getModelStatus()
    statuses = highspy.HighsModelStatus
    # No column is without bounds, so that no program is unbounded.
    if status in (statuses.kInfeasible, statuses.kUnboundedOrInfeasible):
        return None
    solution, objective = solver.getSolution(), solver.getInfo().objective_function_value
    if status == statuses.kSolutionLimit or (nodes and status == statuses.kIterationLimit):
        return Outcome(values=tuple(solution.col_value) if solution.value_valid and objective < inf else (), objective=objective)
    if status != statuses.kOptimal:
        raise SolverFailedError(f"HiGHS ended with {status} instead of an answer")
    return Outcome(values=tuple(solution.col_value), objective=objective, reduced=tuple(solution.col_dual) if relaxed else ())


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep the solver's banner off standard output, where results as JSON may be going.

    HiGHS 1.16 prints it from compiled code while it is made, before it can be told to be silent; so only the file
    descriptor itself can hold it back.
    """
    try:
        output = os.dup(1)
    except OSError:  # there is no standard output to keep clean
        yield
        return
    sink = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(sink, 1)
        yield
    finally:
        os.dup2(output, 1)
        os.close(output)
        os.close(sink)
