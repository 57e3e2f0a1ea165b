"""Bar codes: as wide as they are told to be, so that what stands beside them has its room."""

from __future__ import annotations

import pytest

from packbuilder.press.code128 import MODULES_A_SYMBOL, modules


@pytest.mark.parametrize("length", [0, 1, 20])
def test_a_code_is_its_characters_with_three_symbols_and_a_closing_bar(length: int) -> None:
    assert modules(length) == 11 * (length + 3) + 2
    assert MODULES_A_SYMBOL == 11
