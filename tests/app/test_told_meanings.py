"""Handouts of notes that have facts only: organisers and packs print each meaning once, cards and decks are made, and coverage counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packbuilder.app.cards import NoCardsError, cards_of_bank, make_deck
from packbuilder.app.coverage import coverage
from packbuilder.app.library import load
from packbuilder.app.organising import make_organiser
from packbuilder.app.packs import make_packs
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.app.reviewing import source_texts
from packbuilder.app.worksheets import NoWorksheetError, drawn_worksheets
from packbuilder.model.bank import ItemBank
from packbuilder.model.organiser import OrganiserWishes
from packbuilder.model.pack import PackWishes
from packbuilder.model.project import WorksheetSpec
from packbuilder.products.worksheets.sheet import LackingError
from packbuilder.typeset.reading.readback import read_back
from tests.products.test_products import PLACE

FACTS = Path(__file__).parent.parent / "cases" / "worksheets" / "facts.md"
MEANING = "a line on a map that joins places of equal pressure"


@pytest.fixture(scope="module")
def bank() -> ItemBank:
    return load((FACTS,), root=FACTS.parent).bank


def printed(data: bytes) -> str:
    return " ".join(" ".join(read_back(data).pages).split())


@pytest.mark.parametrize("left_out", [(), ("terms",)])
def test_an_organiser_has_each_meaning_once(bank: ItemBank, left_out: tuple[str, ...]) -> None:
    wishes = OrganiserWishes(leave_out=frozenset(left_out))
    made = make_organiser(bank, title="Weather", layout=layout("organiser-a4", PLACE), printer=Printer(prove=True), wishes=wishes)
    words = printed(made.data)
    assert ("Key terms" in words) is not bool(left_out)
    assert words.count(MEANING) == 1 and words.count("Explain why deserts are cold at night") == 1
    assert ("Isobar – a line" in words) is not bool(left_out)


def test_a_pack_has_each_meaning_once_where_examiners_credit_it(bank: ItemBank) -> None:
    (made,) = make_packs(bank, title="W", layout=layout("handout-a4", PLACE), printer=Printer(prove=True), wishes=PackWishes(questions=0))
    assert printed(made.data).count(MEANING) == 1


def test_cards_and_a_deck_are_made(bank: ItemBank) -> None:
    cards = cards_of_bank(bank)
    assert len(cards) == 9 and len({card.id for card in cards}) == 9
    assert make_deck(cards, title="Weather").data[:2] == b"PK"


def test_a_choice_tests_the_point_that_tells_its_meaning(tmp_path: Path) -> None:
    library = load((FACTS,), root=FACTS.parent)
    point = next(each for each in library.bank.topics[0].marking_points if MEANING in each.text)
    (choice,) = (item for item in library.bank.items if item.rule == "choice" and item.span == point.span)
    questions = [{"parts": [{"item": choice.id}]}]
    value = {"pack": "mock", "topics": [choice.topic], "forms": [{"version": "A", "questions": questions}], "files": {}}
    (tmp_path / "manifest.json").write_text(json.dumps(value))
    assert [row.text for row in coverage(library, (tmp_path,)) if row.papers] == [point.text]


def test_a_review_knows_from_which_words_a_choice_comes(bank: ItemBank) -> None:
    texts = source_texts(bank.topics[0])
    choices = [item for item in bank.items if item.rule == "choice"]
    assert len(choices) >= 4
    assert all(item.id in texts for item in choices)


def test_notes_that_tell_too_little_say_that_such_points_count() -> None:
    bare = ItemBank(topics=(), items=())
    with pytest.raises(NoCardsError) as cards:
        cards_of_bank(bare)
    with pytest.raises(NoWorksheetError) as none:
        drawn_worksheets(bare, WorksheetSpec(kinds=("all",)), title="W")
    with pytest.raises(LackingError) as lacking:
        drawn_worksheets(bare, WorksheetSpec(kinds=("match-up",)), title="W")
    for caught in (cards.value, none.value):
        assert "marking points that plainly say what a term means" in caught.hints[0]
    assert "say what a term means, under “Examiner Marking Points”" in lacking.value.hints[0]
