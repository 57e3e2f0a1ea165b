"""The exact answer, by mixed-integer programming with HiGHS: is there a paper, and what is the most the bank can give."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.assemble.units import Unit


def best_choice(units: Sequence[Unit], clashes: Sequence[frozenset[int]], marks: int) -> tuple[int, ...]:
    """Return units without a clash that give the most marks up to `marks`; exactly `marks` wherever that is possible.

    One thread and a fixed seed: the same answer on any machine.
    """
    # Imported here: the solver takes 0.3 s to import, and most papers are found by the quick search.
    import highspy

    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy annotates its methods only
    solver.setOptionValue("log_to_console", False)
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 1)
    taken = [solver.addBinary() for _ in units]
    total = sum((unit.marks * variable for unit, variable in zip(units, taken, strict=True)), start=0 * taken[0])
    solver.addConstr(total <= marks)
    for one, others in enumerate(clashes):
        for other in others:
            if one < other:
                solver.addConstr(taken[one] + taken[other] <= 1)
    solver.maximize(total)
    values = solver.getSolution().col_value
    return tuple(index for index in range(len(units)) if values[index] > 0.5)
