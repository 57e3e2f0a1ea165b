"""Remarks: what speaks to markers, and answers that have the same words."""

from __future__ import annotations

import pytest

from packbuilder.remarks import is_advice, is_remark


@pytest.mark.parametrize(
    "part",
    [
        "One mark each", "ora", "owtte", "AVP", "ecf", "1 mark for point, 1 mark for explanation", "2 marks for each factor", "Sub max 3 for each side",
        "Award 3 marks for -1 with no working", "1 for each side", "Max. 4", "a partially correct answer: 1-2 marks", "Must mention denature", "Unit required",
        "Students often forget valves", "A good answer will weigh both sides", "Balanced judgement expected", "Reject 'banned'", "ALLOW electrons",
        "Accept any other suitable answer", "any two × 1 mark", "A way with no explanation gains one mark only",
    ],
)  # fmt: skip
def test_what_speaks_to_markers(part: str) -> None:
    assert is_remark(part)


@pytest.mark.parametrize(
    "part",
    [
        "a credit", "the maximum point", "allow blood to flow one way", "accept deposits from savers", "reject the null hypothesis", "a full and correct diet",
        "levels fall", "a spirit level", "water required for germination", "students borrow loans", "responses to threat", "marks on the skin", "ignore the noise",
        "level 1 producers", "a mark", "12", "x = 3", "points of inflection", "award of damages", "any even number",
    ],
)  # fmt: skip
def test_answers_in_the_same_words(part: str) -> None:
    assert not is_remark(part)


@pytest.mark.parametrize("point", ["Always include a conclusion", "Read the question twice", "Don't forget to mention audience", "Only award if it is labelled", "Full sentences expected"])  # fmt: skip
def test_advice(point: str) -> None:
    assert is_advice(point)


@pytest.mark.parametrize("point", ["Always wash your hands", "Understand the ultimate questions raised by suffering", "How small firms access credit", "Explain the units required for momentum"])  # fmt: skip
def test_what_is_no_advice(point: str) -> None:
    assert not is_advice(point)
