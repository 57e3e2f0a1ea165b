"""The exact answer, by mixed-integer programming with HiGHS: is there a paper, and what is the most the bank can give."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from packbuilder.assemble.units import Unit


def best_choice(
    units: Sequence[Unit],
    order: Sequence[int],
    clashes: Sequence[frozenset[int]],
    marks: int,
    must: frozenset[int] = frozenset(),
) -> tuple[int, ...]:
    """Return units without a clash that give the most marks up to `marks`; exactly `marks` wherever that is possible.

    All of `must`, which may not clash among themselves, are taken. Of several best choices it is one whose units stand
    early in `order`. One thread and a fixed seed: the same answer on any machine.
    """
    # Imported here: the solver takes 0.3 s to import, and most papers are found by the quick search.
    import highspy

    with _hushed():
        solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy annotates its methods only
        solver.silent()
    for name, value in (("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(name, value)
    taken = [solver.addBinary() for _ in units]
    total = sum((unit.marks * variable for unit, variable in zip(units, taken, strict=True)), start=0 * taken[0])
    solver.addConstr(total <= marks)
    for one, others in enumerate(clashes):
        for other in others:
            if one < other:
                solver.addConstr(taken[one] + taken[other] <= 1)
    for index in must:
        solver.addConstr(taken[index] >= 1)
    solver.maximize(total)
    chosen = _chosen(solver.getSolution().col_value)
    reached = sum(units[index].marks for index in chosen)
    if reached < marks:
        return chosen
    solver.addConstr(total >= reached)
    solver.minimize(sum((place * taken[index] for place, index in enumerate(order)), start=0 * taken[0]))
    return _chosen(solver.getSolution().col_value)


def _chosen(values: Sequence[float]) -> tuple[int, ...]:
    """Return the indexes of what is taken; the solver's ones are ones only within its tolerance."""
    return tuple(index for index, value in enumerate(values) if value > 0.5)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep the solver's banner off standard output, where results as JSON may be going.

    HiGHS 1.16 prints it from compiled code while it is made, before it can be told to be silent; so only the file
    descriptor itself can hold it back.
    """
    try:
        kept = os.dup(1)
    except OSError:  # there is no standard output to keep clean
        yield
        return
    sink = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(sink, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(sink)
