"""Material of worksheets: what a clue hides of a meaning, and when it is still one."""

from __future__ import annotations

import pytest

from tests.products.worksheets.notes import material

NOTES = """Topic Synopsis
Cells give a voltage.

Key Concepts & Core Principles
- {term}: {meaning}
"""


@pytest.mark.parametrize(
    ("term", "meaning", "clue", "telling"),
    [
        ("Anion", "An atom with a negative charge", "An atom with a negative charge", True),
        ("Fuel cell", "A device that gives a voltage from fuel and air", "A device that gives a voltage from … and air", True),
        ("Spectator ions", "The ions not involved in a reaction", "The … not involved in a reaction", False),
        ("Electrolysed", "When a substance is broken down by electrolysis", "When a substance is broken down by …", False),
        ("Rate law", "A plain rule of rates that gives the rate of rates", "A plain rule of … that gives the … of …", False),
    ],
)
def test_a_clue_tells_where_little_is_left_out_and_neither_its_beginning_nor_its_end(
    term: str, meaning: str, clue: str, telling: bool
) -> None:
    (notion,) = material(NOTES.format(term=term, meaning=meaning).encode(), "notes.txt").notions
    assert (notion.clue, notion.telling) == (clue, telling)


@pytest.mark.parametrize("term", ["1509", "Note", "Mr Birling"])
def test_dates_labels_and_people_are_no_words_for_a_worksheet(term: str) -> None:
    assert not material(NOTES.format(term=term, meaning="The king is crowned in London").encode(), "notes.txt").notions
