"""Stress hides nothing: neither what cannot be drawn at all, nor tries in vain."""

from __future__ import annotations

from pathlib import Path

from packbuilder.app.stressing import stressed, undrawable
from tests.app.banks import library

BANK = """bank: {topic: sums}
items:
  - id: never
    kind: numeric
    parameters: {a: 1 to 9}
    where: [a > 10]
    stem: "Find {@ a @}."
    answer: "{@ a @}"
  - id: unnamed
    kind: numeric
    parameters: {a: 1 to 9}
    stem: "Find {@ b @}."
    answer: "{@ a @}"
  - id: twins
    kind: multiple_choice
    parameters: {a: 1 to 4}
    where: [a != 3]
    stem: "What is twice {@ a @}?"
    options: [{text: "{@ 2 * a @}", correct: true}, {text: "{@ a * a @}"}, {text: "{@ a + 7 @}"}]
  - {id: plain, kind: numeric, stem: Find 3., answer: 3, colour: red}
"""


def test_questions_that_cannot_be_drawn_are_failures_with_their_mistakes(tmp_path: Path) -> None:
    found = library(tmp_path, BANK)
    never, unnamed = undrawable(found, ("sums",), draws=50)
    assert (never.item, never.draws, never.failures) == ("rivers.never", 50, 50)
    assert never.reasons[0].startswith("no values meet the conditions")
    assert (unnamed.item, unnamed.failures, len(unnamed.reasons)) == ("rivers.unnamed", 50, 1)
    assert "'b' is not defined" in unnamed.reasons[0] and ":12:" in unnamed.reasons[0]


def test_only_topics_that_were_named_are_reported(tmp_path: Path) -> None:
    found = library(tmp_path, BANK)
    assert len(tuple(undrawable(found, ("sums",), draws=1))) == 2
    assert tuple(undrawable(found, ("waves",), draws=1)) == ()


def test_tries_in_vain_are_counted_by_their_cause(tmp_path: Path) -> None:
    (twins,) = stressed(library(tmp_path, BANK).bank, draws=60)
    # Of 1 to 4, 3 is excluded and 2 gives an option twice: half of all tries are in vain.
    assert (twins.failures, twins.different, twins.duplicates) == (0, 2, 58)
    assert twins.unmet > 5 and twins.refused > 5
    assert twins.reasons == (f"{twins.refused} tries: the option '4' stands here twice",)
