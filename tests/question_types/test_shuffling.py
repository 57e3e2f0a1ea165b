"""Shuffles that never come out right: all wrong orders are alike likely."""

from __future__ import annotations

from collections import Counter
from math import factorial

import pytest

from packbuilder.question_types.shuffling import out_of_order
from packbuilder.seeding import Seed

_DRAWS = 3000


def spread(counts: Counter[tuple[int, ...]], orders: int) -> float:
    """Chi-squared of the counts against so many orders alike likely."""
    even = _DRAWS / orders
    return sum((count - even) ** 2 / even for count in counts.values()) + (orders - len(counts)) * even


@pytest.mark.parametrize(
    ("texts", "pairs", "orders", "limit"),
    [
        (("one", "two", "three"), 0, factorial(3) - 1, 18.5),  # the 0.1% points of chi-squared with 4,
        (("one", "two", "three", "four"), 0, factorial(4) - 1, 48.3),  # 22
        (("one", "two", "three", "surplus", "more"), 3, factorial(5) - 2, 173.6),  # and 117 degrees of freedom
    ],
)
def test_every_wrong_order_is_alike_likely_and_the_right_one_never_comes(
    texts: tuple[str, ...], pairs: int, orders: int, limit: float
) -> None:
    counts = Counter(out_of_order(Seed(number), texts, pairs=pairs) for number in range(_DRAWS))
    judged = pairs or len(texts)
    assert not any(order[:judged] == tuple(range(judged)) for order in counts)
    assert spread(counts, orders) < limit


def test_two_texts_change_places() -> None:
    assert {out_of_order(Seed(number), ("one", "two")) for number in range(20)} == {(1, 0)}


@pytest.mark.parametrize("count", [4, 5, 8])
def test_steps_are_hardly_in_order(count: int) -> None:
    texts = tuple(f"step {number}" for number in range(count))
    for number in range(200):
        order = out_of_order(Seed(number), texts, mixed=True)
        assert sum(place == at for at, place in enumerate(order)) <= count // 4
