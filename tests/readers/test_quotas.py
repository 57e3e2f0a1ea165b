"""Quotas as people write them."""

from __future__ import annotations

from math import inf

import pytest

from packbuilder.diagnostics import Severity
from packbuilder.readers.blueprints import read_blueprint
from packbuilder.readers.quotas import BadQuotaError, quota_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("objective AO1: 30-50%", ("objective", "AO1", 30, 50, "share", False)),
        ("objective AO1: 30 to 50 %", ("objective", "AO1", 30, 50, "share", False)),
        ("kind multiple_choice: 8 marks", ("kind", "multiple_choice", 8, 8, "marks", False)),
        ("kind multiple_choice: 8", ("kind", "multiple_choice", 8, 8, "marks", False)),
        ("topic chemistry-*: at least 2 questions", ("topic", "chemistry-*", 2, inf, "questions", False)),
        ("Difficulty 4-5: at most 20%", ("difficulty", "4-5", 0, 20, "share", False)),
        ("each topic: at least 1 question", ("topic", "*", 1, inf, "questions", True)),
        ("marking points: at least 12", ("points", "", 12, inf, "marks", False)),
        ("mean difficulty: 2.5-3.2", ("mean", "", 2.5, 3.2, "marks", False)),
        ("mean difficulty: at most 3", ("mean", "", 0, 3, "marks", False)),
        ("marking points: 12-14 points", ("points", "", 12, 14, "marks", False)),
        ("marking points: 23-25 marks", ("marking", "points", 23, 25, "marks", False)),
        ("marking points: at least 40%", ("marking", "points", 40, inf, "share", False)),
        ("marking points: at most 3 questions", ("marking", "points", 0, 3, "questions", False)),
    ],
)
def test_a_quota_is_read(text: str, expected: tuple[object, ...]) -> None:
    quota = quota_of(text)
    assert (quota.over, quota.value, quota.low, quota.high, quota.measure, quota.each) == expected
    assert quota.words.casefold().startswith(text.split(":", maxsplit=1)[0].casefold())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("objective AO1", "there is no colon"),
        ("objective AO1: many", "'many' is no amount"),
        ("objective AO1: 50-30%", "goes from more to less"),
        ("objective AO1: at least 30-50", "a bound and a range at once"),
        ("objective AO1: 130%", "more than all of the paper"),
        ("colour red: 3", "cannot be over 'colour red'"),
        ("objective: 3", "cannot be over 'objective'"),
        ("each colour: 3", "cannot be over each 'colour'"),
        ("difficulty hard: 3", "from 1 to 5"),
        ("mean difficulty: 7", "lies between 1 and 5"),
        ("mean difficulty: 5-6", "lies between 1 and 5"),
        ("mean difficulty: at most 0.5", "lies between 1 and 5"),
        ("mean difficulty: at least 6", "lies between 1 and 5"),
        ("mean difficulty: 3 marks", "has no unit"),
        ("difficulty spread: 0.5 marks", "has no unit"),
        ("difficulty 5-4: 3 marks", "from harder to easier"),
    ],
)
def test_what_is_no_quota_says_why_and_what_to_write(text: str, words: str) -> None:
    with pytest.raises(BadQuotaError, match=words) as caught:
        quota_of(text)
    assert caught.value.hints


def test_a_blueprint_is_read() -> None:
    source = b"about: x\nmarks: 30\nminutes: 40\nversions: 2\nexclude: [a]\nquotas:\n  objective AO1: 30-50%\n  each topic: at least 1 question\n"
    blueprint, problems = read_blueprint(source, "b.yaml")
    assert problems == ()
    assert blueprint is not None
    assert (blueprint.marks, blueprint.duration, blueprint.versions, blueprint.exclude) == (30, 40, 2, frozenset({"a"}))
    assert [quota.words for quota in blueprint.quotas] == ["objective AO1: 30-50%", "each topic: at least 1 question"]


def test_every_mistake_of_a_blueprint_has_its_place() -> None:
    source = (
        b"mark: 30\nkinds: [multiple_choise]\ninclude: [a]\nexclude: [a]\nquotas:\n  objective AO1: lots\n  shape round: 3\n  topic x:\n"
    )
    _, problems = read_blueprint(source, "b.yaml")
    errors = {(d.span.line, d.span.column, d.code) for d in problems if d.severity is Severity.ERROR}
    assert errors >= {(1, 1, "F104"), (2, 9, "F113"), (3, 11, "F110"), (6, 18, "F121"), (7, 3, "F121"), (8, 3, "F120")}
