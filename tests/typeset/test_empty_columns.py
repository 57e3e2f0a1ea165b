"""Columns that must stay empty are the last: whoever reads from the left begins with the first part."""

from __future__ import annotations

import pytest

from packbuilder.typeset.balance import Frames, Piece, Run, balanced
from packbuilder.typeset.fragments import FORBIDDEN


@pytest.mark.parametrize("parts", [(3,), (2, 3), (4, 2)])
def test_fewer_undivided_parts_than_columns_stand_at_the_left(parts: tuple[int, ...]) -> None:
    pieces = [Piece(10.0, 2.0, FORBIDDEN if line + 1 < lines else 0.0, part) for part, lines in enumerate(parts) for line in range(lines)]
    ends = balanced(Run(pieces, Frames(5.0, 3.0)), (200.0,) * 3)
    assert ends is not None
    assert ends[: len(parts)] == tuple(sum(parts[: at + 1]) for at in range(len(parts)))
    assert set(ends[len(parts) :]) == {len(pieces)}
