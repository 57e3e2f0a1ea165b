"""Shuffling what must not come out in the right order."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.seeding import Seed

_FEW_STAND = 4
"""Of so many steps one may stand in its own place."""


def out_of_order(seed: Seed, texts: Sequence[str], *, pairs: int = 0, mixed: bool = False) -> tuple[int, ...]:
    """Return a shuffled order of two or more texts in which not all stand in their own places, every such order alike likely.

    `pairs`: it is enough for the right order that the first so many stand in their places (0: all). `mixed`: of four texts or more only
    one in four stands there, since steps of which two have changed places are as good as in order. What will not do is
    drawn again: to mend it by a fixed change would make one order likelier than the others.
    """
    straight = tuple(range(len(texts)))
    judged = pairs or len(texts)
    most = len(texts) // _FEW_STAND if mixed and len(texts) >= _FEW_STAND else judged - 1
    order = seed.shuffled(straight, lambda index: f"{index}:{texts[index]}")
    again = 0
    while sum(one == other for one, other in zip(order[:judged], straight, strict=False)) > most:
        again += 1
        order = seed.child("again", again).shuffled(straight, lambda index: f"{index}:{texts[index]}")
    return order
