"""Plurals: one list for all who ask whether several things are asked for."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.counts import asked_for
from packbuilder.derive.marking_points.single import asks_for_one
from packbuilder.nouns import can_be_counted, is_plural, several

ONE = (
    "gas",
    "lens",
    "bias",
    "atlas",
    "canvas",
    "chaos",
    "process",
    "virus",
    "basis",
    "species",
    "physics",
    "mathematics",
    "news",
    "diabetes",
)
MANY = ("reasons", "causes", "Ps", "criteria", "children", "policemen", "nuclei", "bones")


@pytest.mark.parametrize("noun", ONE)
def test_one_thing_is_no_plural_to_anybody(noun: str) -> None:
    assert not is_plural(noun)
    assert asked_for(f"State the {noun} of it.") < 2
    assert asks_for_one(f"State the {noun} of it")


@pytest.mark.parametrize("noun", MANY)
def test_several_things_are_a_plural_to_everybody(noun: str) -> None:
    assert is_plural(noun)
    assert can_be_counted(noun)
    assert asked_for(f"State the three {noun} of it.") == 3
    assert not asks_for_one(f"State the {noun} of it")


def test_what_can_be_one_or_several_is_counted_behind_a_number() -> None:
    assert can_be_counted("species")
    assert asked_for("Name two species of finch.") == 2


@pytest.mark.parametrize("word", ["as", "is", "us", "Darwin's"])
def test_short_words_and_owners_are_no_plurals(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("noun", "plural"), [("cause", "causes"), ("policy", "policies"), ("process", "processes"), ("basis", "bases"), ("uses", "uses")]
)
def test_plural_of_a_noun(noun: str, plural: str) -> None:
    assert several(noun) == plural
