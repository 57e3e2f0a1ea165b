"""No form holds a question beside another whose scheme credits what the first one prints."""

from __future__ import annotations

from packbuilder.assemble.exposure import exposures, readings
from packbuilder.assemble.units import units_of
from packbuilder.diagnostics import Span
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.question_types.written import Written
from packbuilder.text import plain


def item(name: str, stem: str, *credits_: str) -> Item:
    return Item(
        id=name,
        topic="t",
        stem=plain(stem),
        interaction=Written(kind="short_answer"),
        marks=1,
        scheme=PointsScheme(points=tuple(CreditPoint(text=plain(text)) for text in credits_)),
        command="State",
        objectives=("AO1",),
        difficulty=1,
        rule="bank",
        span=Span(path="b.yaml", line=1, column=1),
    )


def pairs(*items: Item) -> set[tuple[int, int]]:
    return set(exposures(readings(units_of(items))))


def test_a_stem_that_prints_what_another_is_credited_for_is_found() -> None:
    asks = item("a", "Name a way to solve a quadratic equation.", "Completing the square")
    prints = item("b", "Solve x² + 8x = 3 by completing the square.", "The answer")
    assert pairs(asks, prints) == {(1, 0)}


def test_single_terms_and_other_words_are_no_exposure() -> None:
    asks = item("a", "Name the process.", "photosynthesis", "light is absorbed")
    prints = item("b", "Explain why photosynthesis needs light.", "light is absorbed by chlorophyll first")
    assert pairs(asks, prints) == set()


def test_an_item_is_not_parted_from_itself() -> None:
    assert pairs(item("a", "Explain completing the square.", "Completing the square")) == set()
