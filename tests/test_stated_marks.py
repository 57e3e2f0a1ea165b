"""Marks that stand with other things: objectives, totals, and what is left of them."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.model.objectives import objective_marks
from packbuilder.model.topic import MarkingPoint, Topic
from packbuilder.stated_marks import as_plain, how_given, left_in, shares_said, without_total


@pytest.mark.parametrize(
    ("point", "shares"),
    [
        ("Discuss it (16 marks: AO1 6, AO3 10)", (("AO1", 6), ("AO3", 10))),
        ("Explain it [1 AO1, 2 AO2]", (("AO1", 1), ("AO2", 2))),
        ("Explain it [6 marks: 4 AO1 + 2 AO2]", (("AO1", 4), ("AO2", 2))),
        ("Discuss it (16) AO1 (6) AO3 (10)", (("AO1", 6), ("AO3", 10))),
        ("Analyse it (6). AO3.", ()),
        ("Explain it (4) AO1/AO2", ()),
        ("Explain it (AO1 2, AO2) [4]", ()),
        ("AO2: analyse language", ()),
        ("Explain why AO1 matters", ()),
    ],
)
def test_marks_by_objective(point: str, shares: tuple[tuple[str, int], ...]) -> None:
    assert shares_said(point) == shares


@pytest.mark.parametrize(
    ("point", "parts", "total"),
    [
        ("Explain it: heat (1); light (1). [2]", "Explain it: heat (1); light (1)", 2),
        ("Explain it: heat (1 mark); light (1 mark) [3 marks]", "Explain it: heat (1 mark); light (1 mark)", 3),
        ("Explain it: heat (1); light (2)", "Explain it: heat (1); light (2)", 0),
        ("Explain it (2)", "Explain it (2)", 0),
        ("State it (1) (1)", "State it (1) (1)", 0),
    ],
)
def test_totals(point: str, parts: str, total: int) -> None:
    assert without_total(point) == (parts, total)


@pytest.mark.parametrize(
    ("point", "plain"),
    [
        ("Explain heat flow (4 marks: conduction, convection)", "Explain heat flow [4]: conduction, convection"),
        ("Explain heat flow (3: conduction; convection)", "Explain heat flow [3]: conduction; convection"),
        ("State the ratio (3: 2)", "State the ratio (3: 2)"),
        ("State the numbers (1, 2, 3)", "State the numbers (1, 2, 3)"),
        ("Explain heat flow [4: two marks each]", "Explain heat flow [4]"),
        ("Explain heat flow ( 3 )", "Explain heat flow (3)"),
        ("Calculate the product 2 x 3", "Calculate the product 2 x 3"),
    ],
)
def test_plain_marks(point: str, plain: str) -> None:
    assert as_plain(point) == plain


def test_how_marks_are_given_is_told() -> None:
    assert how_given("Explain it fully [4: two marks each]") == "two marks each"
    assert not how_given("Explain it fully (3: heat; light)")
    assert not how_given("Explain it fully (4 marks: AO1 2, AO2 2)")


@pytest.mark.parametrize(
    "stem",
    ["Define it. For 2 marks, and give an example.", "Explain the stroke volume [1.", "Explain insulin (3).", "Explain it, 8 marks."],
)
def test_what_is_left_of_marks(stem: str) -> None:
    assert left_in(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Explain why a candidate who gains 20 marks out of 50 has 40%.",
        "State the ratio (30:2).",
        "Explain Newton's law (1687).",
        "Solve 2(x + 3).",
    ],
)
def test_what_is_no_mark(stem: str) -> None:
    assert not left_in(stem)


def test_a_scheme_shares_marks_out_as_the_notes_do() -> None:
    span = Span(path="notes.txt", line=1, column=1)
    points = (MarkingPoint(text="Discuss the working memory model (16 marks: AO1 6, AO3 10)", span=span),)
    (item,) = derive(Topic(id="t", title="T", span=span, marking_points=points)).items
    assert objective_marks(item) == (("AO1", 6), ("AO3", 10))
