"""How the time of reading grows with a line of one repeated sign. It is a ratio, so that slow machines do not matter: bounded, whatever is measured."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points import trace
from packbuilder.guidance import for_students
from packbuilder.readers.lengths import LONGEST
from packbuilder.readers.notes import read_notes
from tests.timing import least_seconds

NOTES = """Topic: Enzymes

Synopsis
Enzymes are proteins.

Key Concepts
- Enzyme: a biological catalyst that speeds up reactions
Exam Tips
- Read the question.
Common Misconceptions
- Enzymes die. They are denatured.
Examiner Marking Points
- Explain how enzymes work.
- Explain how {line}x
"""

SIGNS = (
    " ", "\t", "a ", "a", "A", "1 ", ", ", "(", "[", "- ", "and ", "(1) ", ". ", ".", '"', "*", "_", "$", "=", "a-", "one ", "1/", "why ", ":", "; ", "a/", "or ",
    "'", "|", "`", "^", "{", "\\", "is ", "e.g. ", "#", "AO1 ", "[1] ", "…", "–", " – ", "1 mark ", "°", ") ", "](", "<", "<b>", "? ", "1. ", "• ", "•",
)  # fmt: skip

FEWEST = 0.3
"""Seconds below which nothing is said: a clock's own noise is as large."""

STEEPEST = 2.0**3.5
"""What twice the length may cost: a little above a cube, whose time the bound of an entry's length keeps short."""


def asked(line: str) -> None:
    """Take a line as a marking point, from notes to question."""
    topic, _ = read_notes(NOTES.format(line=line).encode(), "notes.txt")
    for point in topic.marking_points if topic else ():
        trace(point)
        for_students(point.text)


def seconds(line: str) -> float:
    return least_seconds(lambda: asked(line))


@pytest.mark.parametrize("sign", SIGNS)
def test_time_grows_no_faster_than_its_bound(sign: str) -> None:
    """Halves of the longest entry first, so that what is far too slow is found before it takes minutes."""
    seconds("b")
    half, whole = (seconds((sign * length)[:length]) for length in (LONGEST // 4, LONGEST // 2))
    assert whole < FEWEST or whole / half < STEEPEST, (half, whole)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_too_long_costs_hardly_more_than_a_word(sign: str) -> None:
    seconds("b")
    assert seconds(sign * 20_000) < FEWEST + 20 * seconds("b")
