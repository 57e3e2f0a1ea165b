"""No form holds a question beside another whose scheme credits what the first one prints."""

from __future__ import annotations

import pytest

from packbuilder.assemble.exposure import exposures, names_given, readings, same_content
from packbuilder.assemble.units import units_of
from packbuilder.diagnostics import Span
from packbuilder.document import AnswerBlank, Block, Column, Group, Heading, ItemList, Paragraph, Table
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.question_types.written import Written
from packbuilder.text import plain
from packbuilder.values import replace


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


def shown(name: str, *blocks: Block) -> Item:
    """Return an item with a stimulus."""
    return replace(
        item(name, "Use the source.", "The answer"),
        stimulus=Stimulus(id=f"s-{name}", title="", blocks=blocks, span=Span(path="b.yaml", line=1)),
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


@pytest.mark.parametrize(
    ("answer", "stem", "found"),
    [
        ("Dawes Plan", "Explain how the Dawes Plan helped recovery.", True),
        ("Rosa Luxemburg", "Describe the rising under ‘Rosa Luxemburg’.", True),
        ("Aluminium", "Explain why aluminium is expensive.", False),
        ("Berlin", "Berlin was divided. Explain why.", False),
        ("Dawes Plan", "Explain the aims of the Dawes committee.", False),
    ],
)
def test_a_name_that_is_asked_for_stands_in_no_stem(answer: str, stem: str, found: bool) -> None:
    asks, names = item("a", "Name it.", answer), item("b", stem, "The answer is this")
    assert set(names_given(readings(units_of((asks, names))))) == ({(1, 0)} if found else set())


def test_one_name_of_a_long_list_gives_nothing_away() -> None:
    asks, names = item("a", "Name three.", "Berlin", "Paris", "Rome"), item("b", "Explain why Berlin fell.", "The answer is this")
    assert set(names_given(readings(units_of((asks, names))))) == set()


def test_an_item_is_not_parted_from_itself() -> None:
    assert pairs(item("a", "Explain completing the square.", "Completing the square")) == set()


TOLD = plain("How completing the square is done")

WITHIN: tuple[Block, ...] = (
    Paragraph(text=TOLD),
    Heading(text=TOLD, level=4, listed=False),
    Table(columns=(Column(share=1),), rows=(), caption=TOLD),
    Group(blocks=(), label=TOLD),
    AnswerBlank(label=TOLD),
    Group(blocks=(ItemList(entries=((Paragraph(text=TOLD),),)),), role="stimulus"),
)


@pytest.mark.parametrize("block", WITHIN, ids=lambda block: type(block).__name__)
def test_a_source_exposes_by_whatever_it_says(block: Block) -> None:
    asks = item("a", "Name a way to solve a quadratic equation.", "Completing the square")
    assert pairs(asks, shown("b", block)) == {(1, 0)}


def same(*items: Item) -> list[tuple[int, ...]]:
    return list(same_content(readings(units_of(items))))


def test_schemes_that_credit_the_same_words_ask_the_same() -> None:
    points = ("light is absorbed", "by the chlorophyll")
    assert same(item("a", "Explain it.", *points), item("b", "Why is it so?", *reversed(points))) == [(0, 1)]
    assert same(item("a", "Explain it.", "light is absorbed"), item("b", "Why is it so?", "light is absorbed")) == []


def test_one_stem_about_two_sources_asks_two_things() -> None:
    assert same(item("a", "Explain it.", "x"), item("b", "Explain it.", "y")) == [(0, 1)]
    assert same(shown("a", Paragraph(text=plain("One."))), shown("b", Paragraph(text=plain("Two.")))) == []
    assert same(item("a", "Use the source.", "The answer"), shown("b", Paragraph(text=plain("Two.")))) == []


def test_words_at_the_end_of_a_stem_are_found() -> None:
    asks = item("a", "Name a way.", "Completing the square")
    assert pairs(asks, item("b", "It is solved by completing the square", "x")) == {(1, 0)}
    assert pairs(asks, item("b", "Completing the square", "x")) == {(1, 0)}
