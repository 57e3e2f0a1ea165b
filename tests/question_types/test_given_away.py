"""Alternative texts that say what is asked for, and ones that only say what a candidate must know."""

from __future__ import annotations

import pytest

from packbuilder.question_types.given_away import gives_away
from tests.question_types.banks import PNG, built

BANK = """
bank: {{topic: t}}
stimuli:
  - {{id: cell, title: Figure 1, image: {{file: cell.png, alt: '{alt}'}}}}
items:
  - {{id: one, kind: short_answer, stimulus: cell, stem: Name what is drawn., points: [{{text: Mitochondrion}}]}}
  - id: two
    kind: multiple_choice
    stimulus: cell
    stem: Which is drawn in Figure 1?
    options: [{{text: Mitochondrion, correct: true}}, {{text: Nucleus}}, {{text: Ribosome}}]
"""


@pytest.mark.parametrize(
    ("alternative", "answer"),
    [
        ("A mitochondrion, drawn as a bean.", "Mitochondrion"),
        ("Photograph of a cumulus cloud over hills", "a cumulus cloud"),
        ("A drawing of Henry VIII in armour.", "Henry VIII"),
        ("A round flask; the stopper keeps matter in the flask and gas cannot escape.", "Gas cannot escape"),
    ],
)
def test_what_a_picture_is_gives_its_name_away(alternative: str, answer: str) -> None:
    assert gives_away(alternative, answer)


@pytest.mark.parametrize(
    ("alternative", "answer"),
    [
        ("A food chain: grass, rabbit, fox.", "Grass"),
        ("Bar chart of rain in March and April: 40 mm and 55 mm.", "March"),
        ("Graph of velocity against time", "velocity"),
        ("A cell with parts labelled A and B", "A"),
        ("A bean with a folded inner membrane", "Mitochondrion"),
        ("A ruler beside a leaf, 40 mm long", "40 mm"),
    ],
)
def test_what_must_be_known_gives_nothing_away(alternative: str, answer: str) -> None:
    assert not gives_away(alternative, answer)


def test_a_bank_is_told_the_place_of_such_a_text() -> None:
    items, found = built(BANK.format(alt="A mitochondrion, drawn as a bean."), {"cell.png": PNG})
    assert len(items) == 2
    assert found == (
        "4:62 B318 the alternative text gives the answer of one away: Mitochondrion",
        "4:62 B318 the alternative text gives the answer of two away: Mitochondrion",
    )


def test_what_a_scheme_credits_in_several_words_is_not_asked() -> None:
    source = BANK.format(alt="A bean whose inner membrane is folded.").replace(
        "points: [{text: Mitochondrion}]", "points: [{text: Its inner membrane is folded}]"
    )
    items, found = built(source.replace("whose inner", "as its inner"), {"cell.png": PNG})
    assert [item.id for item in items] == ["b.two"]
    assert found == ("4:62 B318 the alternative text gives the answer of one away: Its inner membrane is folded",)


def test_options_that_are_all_listed_are_no_answer() -> None:
    _, found = built(BANK.format(alt="A bean, beside it a nucleus, a ribosome and a mitochondrion."), {"cell.png": PNG})
    assert found == ()
