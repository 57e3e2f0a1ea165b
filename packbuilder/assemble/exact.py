"""The most marks that a bank can give on one paper, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from packbuilder.assemble.clashes import Clashes
from packbuilder.assemble.plain import least_of, plain_choice
from packbuilder.assemble.rules import Row, Rule
from packbuilder.assemble.solving import choose, extreme
from packbuilder.assemble.units import Unit

Scarce = Sequence[Mapping[int, float]]
"""What is to be as little as will do: how many questions of each unit had their turn before. The first is what matters most."""


def most_marks(units: Sequence[Unit], clashes: Clashes, marks: int, must: frozenset[int] = frozenset()) -> int:
    """Return the most marks up to `marks` that units give without a clash; 0 where there are no units."""
    worth = {index: unit.marks for index, unit in enumerate(units)}
    return (extreme((Row(low=0, high=marks, amounts=worth),), clashes, worth, most=True, must=must) or 0) if units else 0


def sparing(
    rules: Sequence[Rule], clashes: Clashes, costs: Mapping[int, float], scarce: Scarce, must: frozenset[int] = frozenset()
) -> tuple[int, ...] | None:
    """Return the choice of little cost that meets the rules and holds as few scarce questions as any does; None: there is none."""
    given = [amounts for amounts in scarce if amounts]
    without = choose([*rules, *(Row(low=0, high=0, amounts=amounts) for amounts in given)], clashes, costs, must)
    if without is not None or not given:
        return without
    # A choice with no more than any must hold is seen without the solver, where there is one.
    plain = plain_choice([*rules, *(Row(low=0, high=least_of(rules, amounts), amounts=amounts) for amounts in given)], clashes, costs, must)
    if plain is not None:
        return plain
    bounded = list(rules)
    for amounts in given:
        least = extreme(bounded, clashes, amounts, most=False, must=must)
        if least is None:
            return None
        bounded.append(Row(low=0, high=least, amounts=amounts))
    return choose(bounded, clashes, costs, must)
