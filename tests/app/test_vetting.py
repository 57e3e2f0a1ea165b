"""What a blueprint names and nothing bears is an error at its place, before a paper is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.blueprints import limited
from packbuilder.app.making import draw
from packbuilder.app.project import BadContentError
from packbuilder.app.vetting import NothingToTestError, vet
from packbuilder.assemble import ConflictError
from packbuilder.diagnostics import Diagnostics, Span
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.readers.blueprints import read_blueprint
from packbuilder.readers.quotas import quota_of
from packbuilder.values import replace
from tests.app.banks import library


def blueprint(text: str) -> Blueprint:
    found, problems = read_blueprint(text.encode(), "b.yaml")
    assert problems == ()
    assert found is not None
    return found


def slips(wish: Blueprint, folder: Path) -> Diagnostics:
    found = library(folder)
    with pytest.raises(BadContentError) as caught:
        vet(wish, found.bank, found)
    return caught.value.diagnostics


def test_every_name_that_nothing_bears_is_told_at_its_place_with_the_nearest_there_is(tmp_path: Path) -> None:
    wish = blueprint(
        "marks: 6\nexclude: [nope.q1]\ninclude: [rivers.q9]\nquotas:\n  kind multiple_choise: at most 4 marks\n"
        "  topic river: at most 0 marks\n  command Explane: 2 marks\n  marking point: 3\nsections:\n"
        "  - marks: 6\n    quotas: {objective ao10: 1}\n"
    )
    found = {(d.span.line, d.span.column): (d.message, d.hints) for d in slips(wish, tmp_path)}
    assert set(found) == {(2, 11), (3, 11), (5, 3), (6, 3), (7, 3), (8, 3), (11, 14)}
    assert "no question called 'nope.q1'" in found[2, 11][0]
    assert found[5, 3][1] == ("Did you mean multiple_choice or multiple_response?",)
    assert "Did you mean rivers?" in found[6, 3][1]
    assert "Explain" in found[7, 3][1][0]
    assert "Did you mean points?" in found[8, 3][1]


def test_slips_on_the_command_line_name_their_option(tmp_path: Path) -> None:
    wish = limited(Blueprint(marks=4), include=("rivers.q1",), exclude=("rivers.q1", "rivers.x"), kinds=("mcq",))
    found = [(d.span.path, d.message) for d in slips(wish, tmp_path)]
    assert [path for path, _ in found] == ["--exclude", "--include", "--kind"]
    assert found[1] == ("--include", "'rivers.q1' is to be on the paper and not to be on it")


@pytest.mark.parametrize(
    "quota",
    ["objective ao1: at least 1", "kind matching: at most 1", "topic riv*: at least 1", "command State: at most 3", "each topic: 1"],
)
def test_what_there_is_can_be_asked_for_in_any_letters_and_patterns(quota: str, tmp_path: Path) -> None:
    found = library(tmp_path)
    wish = Blueprint(marks=4, quotas=(quota_of(quota),), exclude=frozenset({"rivers.q1"}))
    vet(wish, found.bank, found)
    with pytest.raises(BadContentError):
        # As it is written, so that what is not said of the one above would be said.
        vet(replace(wish, exclude=frozenset({"rivers.x"})), found.bank, found)


def test_objectives_are_counted_in_any_letters(tmp_path: Path) -> None:
    item = library(tmp_path).bank.items[0]
    assert quota_of("objective ao1: 1").amount(item) == quota_of("objective AO1: 1").amount(item) == 1


def test_a_question_of_another_topic_cannot_be_included_but_left_out(tmp_path: Path) -> None:
    whole = library(tmp_path)
    other = ItemBank(items=whole.bank.items[:1])
    vet(Blueprint(marks=1, exclude=frozenset({"rivers.q3"})), other, whole)
    with pytest.raises(BadContentError) as caught:
        vet(
            Blueprint(marks=1, include=frozenset({"rivers.q3"}), places=(("include rivers.q3", Span(path="b.yaml", line=2)),)), other, whole
        )
    assert "is about 'rivers', and the paper is not" in caught.value.diagnostics[0].message


def test_an_empty_bank_is_named_by_its_file(tmp_path: Path) -> None:
    found = library(tmp_path, "bank: {topic: x}\nitems: []\n")
    with pytest.raises(NothingToTestError, match=r"no question can be made from .*rivers\.bank\.yaml"):
        vet(Blueprint(marks=4), found.bank, found)


def test_wishes_that_clash_are_told_where_they_are_written(tmp_path: Path) -> None:
    wish = blueprint("marks: 6\nquotas:\n  kind multiple_choice: at least 4 questions\n  kind short_answer: at least 3 questions\n")
    with pytest.raises(ConflictError) as caught:
        draw(library(tmp_path).bank, wish, seed=1, title="T")
    assert {d.span.line for d in caught.value.diagnostics} <= {3, 4}
    assert len(caught.value.diagnostics) >= 1
    each = blueprint("marks: 3\nquotas:\n  each topic: at least 4 questions\n")
    with pytest.raises(ConflictError) as caught:
        draw(library(tmp_path).bank, each, seed=1, title="T")
    assert [str(d.span) for d in caught.value.diagnostics] == ["b.yaml:3:3"]
