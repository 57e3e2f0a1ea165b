"""What a blueprint's wishes ask, in words."""

from __future__ import annotations

from math import inf

import pytest

from packbuilder.app.capacity import _range
from packbuilder.assemble.rules import Row
from packbuilder.assemble.wishes import Wish


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 10, "at most 10 marks"),
        (0, 4, "at most 4 marks"),
        (10, inf, "at least 10 marks"),
        (10, 20, "at least 10 marks"),
        (2, 4, "2 to 4 marks"),
        (3, 3, "3 marks"),
    ],
)
def test_a_wish_that_only_limits_is_said_as_a_limit(low: float, high: float, said: str) -> None:
    wish = Wish(words="kind multiple_choice: at most 20%", row=Row(amounts={0: 3, 1: 3}, low=low, high=high), unit="marks")
    assert _range(wish) == said
