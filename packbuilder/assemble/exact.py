"""The most marks that a bank can give on one paper, exactly."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.assemble.solving import Row, choose
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
    early in `order`.
    """
    worth = {index: unit.marks for index, unit in enumerate(units)}
    chosen = choose((Row(low=0, high=marks, amounts=worth),), clashes, worth, must, most=True) or ()
    reached = sum(worth[index] for index in chosen)
    if reached < marks:
        return chosen
    places = {index: place for place, index in enumerate(order)}
    return choose((Row(low=reached, high=marks, amounts=worth),), clashes, places, must) or chosen
