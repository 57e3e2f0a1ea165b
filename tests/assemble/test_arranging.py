"""How what was drawn is arranged: sections, order, parts, the places of keys, and the fingerprint."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from packbuilder.assemble import assemble
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.item import Item
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.seeding import Seed
from packbuilder.text import plain
from tests.assemble.banks import bank, item, items_of, mixed, names_of, stimulus


def forms(bank: ItemBank, marks: int, versions: int = 1, seed: int = 1) -> tuple[Form, ...]:
    return assemble(bank, Blueprint(marks=marks, versions=versions), Seed(seed), title="Test")


def keys(form: Form) -> list[int]:
    """The place of the right option of each multiple-choice item, in the order of the paper."""
    interactions = (each.interaction for each in items_of(form))
    return [next(i for i, option in enumerate(each.options) if option.correct) for each in interactions if isinstance(each, MultipleChoice)]


CHOICES = bank(*(item(f"c{n}", 1, choice=True) for n in range(10)))


def test_sections_are_lettered_objective_short_extended() -> None:
    whole = bank(*CHOICES.items[:3], item("s", 3), item("e", 8))
    (form,) = forms(whole, 14)
    assert [(section.letter, section.marks) for section in form.sections] == [("A", 3), ("B", 3), ("C", 8)]
    assert all(section.title and section.instruction for section in form.sections)


def test_two_objective_questions_make_no_section_and_one_section_has_no_letter() -> None:
    (form,) = forms(bank(*CHOICES.items[:2], item("s", 3)), 5)
    assert [section.letter for section in form.sections] == [""]
    assert len(form.questions) == 3


def test_questions_are_numbered_through_the_paper_and_go_from_easy_to_hard_in_a_section() -> None:
    (form,) = forms(mixed(80), 50)
    assert [question.number for question in form.questions] == list(range(1, len(form.questions) + 1))
    for section in form.sections:
        levels = [max(part.item.difficulty for part in question.parts) for question in section.questions]
        assert levels == sorted(levels)


def test_questions_with_the_same_command_are_parted_where_they_are_equally_hard() -> None:
    commands = ("Explain", "Explain", "Describe", "Describe")
    whole = bank(*(item(f"i{n}", 3, command=command) for n, command in enumerate(commands)))
    for seed in range(10):
        opened = [each.command for each in items_of(forms(whole, 12, seed=seed)[0])]
        assert opened[0] != opened[1]
        assert opened[1] != opened[2]


def test_items_of_one_stimulus_become_lettered_parts_in_the_banks_order() -> None:
    table = stimulus("table")
    (form,) = forms(bank(item("a", 4, stimulus=table), item("b", 2, stimulus=table), item("c", 1)), 7)
    (set_,) = (question for question in form.questions if question.stimulus)
    assert [(part.label, part.item.id) for part in set_.parts] == [("a", "a"), ("b", "b")]
    assert set_.marks == 6


@pytest.mark.parametrize("count", [3, 4, 7, 10])
def test_keys_are_spread_evenly_over_the_letters(count: int) -> None:
    for seed in range(12):
        found = Counter(keys(forms(CHOICES, count, seed=seed)[0]))
        assert all(count // 4 <= found[place] <= -(-count // 4) for place in range(4))


def test_over_many_seeds_each_letter_is_the_key_about_equally_often() -> None:
    found = Counter(place for seed in range(200) for place in keys(forms(CHOICES, 3, seed=seed)[0]))
    assert all(abs(found[place] - 150) < 40 for place in range(4))


def test_a_small_bank_gives_the_same_questions_in_other_arrangements() -> None:
    whole = bank(item("a", 3), item("b", 3), item("c", 3), item("d", 1))
    versions = forms(whole, 10, versions=4)
    assert len({names_of(form) for form in versions}) == 1
    assert len({tuple(each.id for each in items_of(form)) for form in versions}) == 4


def test_codes_go_on_after_z_and_may_be_given() -> None:
    assert [form.code for form in forms(CHOICES, 4, versions=28)][-3:] == ["Z", "AA", "AB"]
    given = assemble(CHOICES, Blueprint(marks=4, versions=2), Seed(1), title="Test", codes=("X1", "X2"))
    assert [form.code for form in given] == ["X1", "X2"]


def test_the_fingerprint_tells_versions_and_wordings_apart() -> None:
    one, two = forms(CHOICES, 10, versions=2)
    assert one.fingerprint != two.fingerprint
    assert [len(part) for part in one.fingerprint.split("-")] == [4, 4]
    reworded = bank(*(replace(each, stem=(*each.stem, *each.stem)) for each in CHOICES.items))
    assert forms(reworded, 10)[0].fingerprint != one.fingerprint
    assert forms(CHOICES, 10)[0].fingerprint == one.fingerprint


def test_one_clash_free_form_never_repeats_an_item() -> None:
    for form in forms(mixed(60), 45, versions=4):
        assert len(names_of(form)) == len(items_of(form))


def test_questions_go_from_easy_to_hard_whatever_their_marks() -> None:
    levels = {"a": (1, 5), "b": (5, 1), "c": (3, 3), "d": (2, 4), "e": (4, 2)}
    (form,) = forms(bank(*(item(name, marks, difficulty=level) for name, (marks, level) in levels.items())), 15)
    assert [each.id for each in items_of(form)] == ["b", "e", "c", "d", "a"]


def numbers(name: str) -> Item:
    """Multiple choice whose options are numbers, of which the first is right: sorted, its key is A for good."""
    options = tuple(Choice(text=plain(f"{n} m"), correct=n == 1) for n in (1, 2, 3, 4))
    return item(name, 1, interaction=MultipleChoice(options=options))


@pytest.mark.parametrize("seed", range(5))
def test_keys_that_have_their_place_are_outweighed_by_those_that_may_move(seed: int) -> None:
    whole = bank(*(numbers(f"n{n}") for n in range(3)), *(item(f"c{n}", 1, choice=True) for n in range(9)))
    (form,) = forms(whole, 12, seed=seed)
    assert Counter(keys(form)) == {0: 3, 1: 3, 2: 3, 3: 3}


def test_the_same_seed_gives_other_questions_other_keys() -> None:
    papers = [bank(*(item(f"{topic}{n}", 1, choice=True) for n in range(10))) for topic in ("bonds", "cells", "rivers", "kings")]
    assert len({tuple(keys(forms(paper, 10)[0])) for paper in papers}) > 1
