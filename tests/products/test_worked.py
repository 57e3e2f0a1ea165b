"""Worked examples: what is ticked answers what is asked, or nothing is shown."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Span
from packbuilder.markup import flat, rich
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.products.revision_pack.worked import _credited
from packbuilder.question_types.written import Written


def ticked(stem: str, *texts: str, convention: str, points: bool = False, marks: int = 3) -> list[str]:
    """What is ticked of a question whose point lists texts."""
    scheme = PointsScheme(
        stated=rich(f"{stem} {', '.join(texts)}."),
        points=tuple(CreditPoint(text=rich(text)) for text in texts) if points else (),
        indicative=() if points else tuple(map(rich, texts)),
        convention=convention,
    )
    item = Item(
        id="t.p", topic="t", stem=rich(stem), interaction=Written(kind="short_answer"), marks=marks, scheme=scheme, command="",
        objectives=("AO1",), difficulty=1, rule="R4", span=Span(path="t.txt", line=1),
    )  # fmt: skip
    return [flat(text) for text in _credited(item)]


@pytest.mark.parametrize(
    "stem",
    [
        "Describe the effects of a β-blocker on the heart.",
        "Describe the steps of a merge sort.",
        "Describe how a merge sort works.",
        "Describe the differences between mitosis and meiosis.",
        "Outline the structure of a nephron.",
    ],
)
def test_things_in_a_list_describe_nothing(stem: str) -> None:
    assert ticked(stem, "heart rate", "blood pressure", "oxygen uptake", convention="describe") == []


@pytest.mark.parametrize("points", [True, False])
def test_things_that_are_asked_for_are_named(points: bool) -> None:
    assert ticked("Identify three types of abuse.", "physical", "emotional", "sexual", convention="recall", points=points) == [
        "physical",
        "emotional",
        "sexual",
    ]


@pytest.mark.parametrize("stem", ["State three effects of exercise.", "Give three reasons for the fall.", "State how the rate changes."])
def test_what_happens_is_not_named_by_things(stem: str) -> None:
    assert ticked(stem, "heart rate", "breathing", "sweating", convention="recall", points=True) == []


def test_meanings_of_the_terms_that_are_asked_for_are_shown_and_no_others() -> None:
    texts = ("Isotope: an atom with other neutrons", "Ion: a charged particle", "Atom: the smallest part of an element", "All ions move.")
    assert ticked("Describe what is meant by an isotope and an ion.", *texts, convention="describe") == list(texts[:2])
