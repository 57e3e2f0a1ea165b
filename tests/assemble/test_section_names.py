"""What stands over questions fits them: boxes to mark, answers to write, or both."""

from __future__ import annotations

from packbuilder.assemble import assemble
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Section
from packbuilder.model.scheme import Level, LevelsScheme, PointsScheme
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written
from packbuilder.seeding import Seed
from packbuilder.text import Run, plain
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


def test_prose_is_asked_for_where_there_are_essays_and_no_programs() -> None:
    words = plain("Explain it.")
    levels = LevelsScheme(levels=(Level(number=1, low=1, high=8, descriptor=words),))
    _, essays = sections(bank(item("s", 3), item("e", 8, scheme=levels)))
    assert "continuous prose" in essays.instruction
    code = (*plain("Comment on "), Run(text="best(marks)", code=True))
    _, program = sections(bank(item("s", 3), item("e", 8, scheme=levels, stem=code)))
    assert program.instruction == "Answer all questions in this section. Write your answers in the spaces provided."
    (alone,) = sections(bank(item("s", 3), item("p", 8, interaction=Written(kind="short_answer"), scheme=PointsScheme())))
    assert [len(alone.questions), alone.letter] == [2, ""]


def test_a_claim_with_boxes_among_written_answers_is_told_of() -> None:
    judged = TrueFalse(answer=False, reasoned=True)
    first, _ = sections(bank(item("t", 2, interaction=judged), item("s", 3), item("e", 8)))
    assert first.title == "Short answer"
    assert BOXES in first.instruction


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
