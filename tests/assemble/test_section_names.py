"""What stands over questions fits them: boxes to mark, answers to write, or both."""

from __future__ import annotations

from packbuilder.assemble import assemble
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Section
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue, languages
from tests.assemble.banks import bank, item, stimulus

BOXES, WRITTEN = "mark one box", "spaces provided"


def sections(whole: ItemBank) -> tuple[Section, ...]:
    marks = sum(each.marks for each in whole.items)
    (form,) = assemble(whole, Blueprint(marks=marks), Seed(1), title="Test")
    return form.sections


def test_choices_among_short_answers_are_told_of() -> None:
    first, last = sections(bank(item("c1", 1, choice=True), item("c2", 1, choice=True), item("s", 3), item("e", 8)))
    assert (first.title, last.title) == ("Short questions", "Extended response")
    assert BOXES in first.instruction
    assert "Write your other answers" in first.instruction


def test_short_answers_alone_are_called_so() -> None:
    first, _ = sections(bank(item("s1", 3), item("s2", 2), item("e", 8)))
    assert first.title == "Short answer"
    assert BOXES not in first.instruction


def test_a_long_part_makes_no_short_answer() -> None:
    shown = stimulus("x")
    first, _ = sections(bank(item("a", 2, stimulus=shown), item("b", 20, stimulus=shown), item("s", 3), item("e", 8)))
    assert first.title == "Structured questions"


def test_a_section_alone_says_what_to_mark_and_what_to_write() -> None:
    (chosen,) = sections(bank(*(item(f"c{n}", 1, choice=True) for n in range(4))))
    assert BOXES in chosen.instruction
    assert WRITTEN not in chosen.instruction
    (mixed,) = sections(bank(item("c", 1, choice=True), item("s", 3)))
    assert BOXES in mixed.instruction
    assert WRITTEN in mixed.instruction
    (written,) = sections(bank(item("s1", 3), item("s2", 2)))
    assert written.instruction == "Answer all questions. Write your answers in the spaces provided."


def test_all_languages_have_their_own_words() -> None:
    keys = {f"section.{name}" for name in ("mixed.title", "mixed.instruction", "structured.title", "only.mixed.instruction")}
    assert not [tag for tag in languages() if keys & catalogue(tag).borrowed]
