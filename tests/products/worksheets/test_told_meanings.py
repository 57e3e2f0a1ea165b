"""Worksheets from notes that have facts only: their meanings are terms to work with, in the words of the points."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from packbuilder.model.material import Material
from packbuilder.products.worksheets.registry import kind_named
from packbuilder.products.worksheets.sheet import Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue
from tests.products.worksheets.notes import material
from tests.products.worksheets.reading import lines

FACTS = Path(__file__).parent.parent.parent / "cases" / "worksheets" / "facts.md"
TERMS = ["Condensation", "Evaporation", "Humidity", "Insolation", "Isobar", "Anemometer", "Relief", "Weathering", "ITCZ"]
FOUR = """Examiner Marking Points
- Relief: the height and shape of the land
- Isobar: a line that joins places of equal pressure
- Humidity: the amount of water vapour in the air
- Insolation: the energy that the ground receives from the Sun
"""


@lru_cache(maxsize=1)
def facts() -> Material:
    return material(FACTS.read_bytes(), "facts.md")


def make(kind: str, seed: int = 1, notes: Material | None = None) -> Sheet:
    return kind_named(kind).make(notes or facts(), Seed(seed), Wish(), catalogue("en-GB"))


def test_facts_give_terms_with_meanings_each_once_and_without_marks() -> None:
    notions = facts().notions
    assert [notion.term for notion in notions] == TERMS
    assert [notion.said for notion in notions[:2]] == ["condensation", "evaporation"]
    assert notions[0].meaning == "The change of water vapour into liquid drops"
    assert notions[1].meaning == "The change of liquid water into vapour at its surface"
    assert [notion.term for notion in notions if notion.happens] == ["Weathering"]


@pytest.mark.parametrize(
    ("kind", "fewest"),
    [
        ("cloze", 6), ("match-up", 6), ("definitions", 7), ("terms", 8), ("true-false", 6), ("quiz", 8), ("retrieval-grid", 4), ("crossword", 5),
        ("wordsearch", 8), ("sorting", 8), ("spot-the-mistake", 6), ("mark-this-answer", 4), ("frayer", 2), ("starter", 5), ("exit-ticket", 3),
    ],
)  # fmt: skip
def test_every_kind_on_terms_is_made_of_them(kind: str, fewest: int) -> None:
    sheet = make(kind)
    assert sheet.count >= fewest
    said = " ".join((*lines(sheet.tasks), *lines(sheet.answers)))
    assert kind in ("crossword", "wordsearch") or sum(term.casefold() in said.casefold() for term in TERMS) >= min(3, fewest)
    assert not re.search(r"\[1\]|1 mark\)|1987|FitzRoy", said)


@pytest.mark.parametrize("seed", range(4))
def test_a_meaning_that_is_a_sentence_is_called_by_no_term(seed: int) -> None:
    said = lines(make("cloze", seed).tasks)
    assert "A line on a map that joins places of equal pressure is called ____." in said
    assert not any("breaks rock where it lies is called" in line for line in said)


def test_four_terms_are_enough_for_a_quiz() -> None:
    sheet = make("quiz", notes=material(FOUR.encode(), "four.txt"))
    assert sheet.count == 4
    assert sum(line.startswith("Which term has this meaning") for line in lines(sheet.tasks)) == 4
