"""Shuffling what must not come out in the right order."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.seeding import Seed


def out_of_order(seed: Seed, texts: Sequence[str], *, pairs: int = 0) -> tuple[int, ...]:
    """Return a shuffled order of two or more texts in which not all stand in their own places, every such order alike likely.

    `pairs`: it is enough for the right order that the first so many stand in their places (0: all). A right order is
    drawn again: to mend it by a fixed change would make one wrong order likelier than the others.
    """
    straight = tuple(range(len(texts)))
    judged = pairs or len(texts)
    order = seed.shuffled(straight, lambda index: f"{index}:{texts[index]}")
    again = 0
    while order[:judged] == straight[:judged]:
        again += 1
        order = seed.child("again", again).shuffled(straight, lambda index: f"{index}:{texts[index]}")
    return order
