"""Which copies a file holds, by the codes of its pages alone."""

from __future__ import annotations

from itertools import product

import pytest

from packbuilder.app.verifying.tallies import miscounted
from packbuilder.press.page_code import PageCode, written

RUN = "0123456789abcdef"
COPIES = {"0001": 2, "0002": 2, "*3": 2}
RIGHT = tuple(product(COPIES, (1, 2)))


def told(*pages: tuple[str, int]) -> list[str]:
    codes = (written(PageCode("82B54BF8", "A", whose, page), RUN) for whose, page in pages)
    return list(miscounted(codes, COPIES, RUN))


def test_of_a_file_with_all_copies_once_nothing_is_told_in_whatever_order() -> None:
    assert not told(*RIGHT)
    assert not told(*reversed(RIGHT))


@pytest.mark.parametrize(
    ("pages", "fault"),
    [
        (RIGHT[2:], "the copy of 0001 is missing"),
        (RIGHT[1:], "the copy of 0001 lacks page 1"),
        (RIGHT * 2, "the copy of 0001 is there twice"),
        ((*RIGHT, RIGHT[-1]), "the copy of *3 has page 2 more than once"),
        ((*RIGHT, ("0009", 1)), "pages of 0009 are in it, whose copy belongs elsewhere"),
    ],
)
def test_whose_copy_is_missing_or_doubled_is_named(pages: tuple[tuple[str, int], ...], fault: str) -> None:
    assert told(*pages)[0] == fault


def test_codes_that_are_none_of_the_runs_count_for_nothing() -> None:
    assert list(miscounted(["82B54BF8/A/0001/1/ZZ", "rubbish"], {"0001": 1}, RUN)) == ["the copy of 0001 is missing"]
