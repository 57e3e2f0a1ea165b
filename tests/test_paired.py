"""Rows of two cells with their heads, as one line."""

from __future__ import annotations

import pytest

from packbuilder.paired import Pair, in_words, pair_in, written


@pytest.mark.parametrize(
    "pair",
    [
        Pair(head="Enzyme", cell="Amylase", what="Substrate", given="starch"),
        Pair(head="", cell="Nucleus", what="Function", given="controls the cell: all of it"),
        Pair(head="Quantity", cell="Speed (average)", what="Unit", given="m/s"),
    ],
)
def test_what_is_written_is_read_again(pair: Pair) -> None:
    assert pair_in(written(pair)) == pair


@pytest.mark.parametrize(
    "text", ["State what P(A | B) means: the probability of A", "|x| = 3 | or not", "Cheap | takes long", "Enzyme: amylase", "a | b = c: d"]
)
def test_other_texts_are_no_rows(text: str) -> None:
    assert pair_in(text) is None
    assert in_words(text) == text


def test_a_row_is_printed_without_its_line() -> None:
    assert in_words("Enzyme: Amylase | Substrate: starch") == "Enzyme: Amylase; Substrate: starch"
