"""What a paper draws of a bank and of the notes beside it, and in which order the parts of one question stand."""

from __future__ import annotations

import pytest

from packbuilder.assemble import assemble
from packbuilder.assemble.arrange import sections_of
from packbuilder.assemble.units import units_of
from packbuilder.markup import flat
from packbuilder.model.blueprint import Blueprint
from packbuilder.seeding import Seed
from packbuilder.text import plain
from packbuilder.wording import catalogue
from tests.assemble.banks import bank, item, items_of, stimulus


@pytest.mark.parametrize("seed", range(1, 6))
def test_neither_a_bank_nor_the_notes_beside_it_are_left_out(seed: int) -> None:
    written = (item(f"b{n}", 4, rule="bank") for n in range(10))
    points = (item(f"p{n}", 4, rule="R4", confidence=0.85) for n in range(10))
    claims = (item(f"m{n}", 2, rule="misconception") for n in range(4))
    (form,) = assemble(bank(*written, *points, *claims), Blueprint(marks=40), Seed(seed), title="Test")
    rules = [each.rule for each in items_of(form)]
    assert rules.count("bank") > rules.count("R4") > 1
    assert rules.count("misconception") < 3


def parts(*items_: tuple[str, int]) -> list[str]:
    shown = stimulus("s")
    set_ = tuple(item(f"b.{n}", marks, stem=plain(name), stimulus=shown, rule="bank") for n, (name, marks) in enumerate(items_))
    (section,) = sections_of(units_of(set_), Seed(1), catalogue("en"))
    return [flat(part.item.stem) for part in section.questions[0].parts]


def test_what_is_answered_at_length_is_the_last_part() -> None:
    assert parts(("Evaluate it.", 20), ("Name it.", 1), ("Explain it.", 3)) == ["Name it.", "Explain it.", "Evaluate it."]


@pytest.mark.parametrize("leaning", ["Hence find the other root.", "Use your answer to find it.", "Explain what you found in part (a)."])
def test_parts_that_lean_on_others_keep_their_order(leaning: str) -> None:
    assert parts(("Evaluate it.", 20), (leaning, 1)) == ["Evaluate it.", leaning]
