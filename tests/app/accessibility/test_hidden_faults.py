"""Faults that a validator passes: stems that changed places, uneven rows, a stem marked as another language, text that nobody sees."""

from __future__ import annotations

import pytest

from packbuilder.app.accessibility.language import misread_parts
from packbuilder.app.accessibility.order import reading_order
from packbuilder.app.accessibility.rows import is_even
from packbuilder.typeset.reading.appearance import appearance
from packbuilder.typeset.reading.readback import Element, ReadBack
from tests.app.accessibility.test_report import painted, text_at


def question(number_at: float, stem_at: float, *, page: int = 1) -> Element:
    """Return a question: its number at the margin, its stem beside it, and its marks at the right."""
    pieces = (text_at("1", 40, number_at, page=page), text_at("Stem", 100, stem_at, page=page), text_at("[1]", 500, number_at, page=page))
    return Element(role="Div", children=pieces, page=page)


def backwards(*elements: Element) -> int:
    return reading_order(Element(role="Document", children=elements), language="en").back.total()


def test_stems_that_changed_places_are_found() -> None:
    assert backwards(question(700, 700), question(600, 600)) == 0
    assert backwards(question(700, 600), question(600, 700)) == 1
    assert backwards(question(700, 500), question(600, 600)) == 1


def test_pages_that_changed_places_are_found() -> None:
    assert backwards(question(700, 700), question(700, 700, page=2)) == 0
    assert backwards(question(700, 700, page=2), question(700, 700)) == 1


def test_a_text_over_two_columns_is_read_as_it_stands() -> None:
    one = Element(role="Div", children=(text_at("a", 40, 200), text_at("b", 300, 700)))
    two = Element(role="Div", children=(text_at("c", 300, 600), text_at("d", 300, 500)))
    assert backwards(one, two) == 0


def row(*widths: tuple[int, int]) -> Element:
    return Element(role="TR", children=tuple(Element(role="TD", columns=columns, rows=rows) for columns, rows in widths))


@pytest.mark.parametrize(
    ("rows", "even"),
    [
        ((row((1, 1), (1, 1)), row((2, 1))), True),
        ((row((1, 1), (1, 1)), row((1, 1))), False),
        ((row((1, 2), (1, 1)), row((1, 1))), True),
        ((row((1, 3), (2, 1)), row((1, 1), (1, 1)), row((2, 1)), row((3, 1))), True),
        ((row((1, 2), (1, 1)), row((1, 1), (1, 1))), False),
    ],
)
def test_rows_come_to_as_many_columns(rows: tuple[Element, ...], *, even: bool) -> None:
    assert is_even(Element(role="Table", children=(rows[0], Element(role="TBody", children=rows[1:])))) is even


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("State what is meant by the term.", "de", True),
        ("Was ist mit dem Begriff gemeint?", "de", False),
        ("Ring of Fire", "de", False),
        ("State what is meant by the term.", "ja", False),
        ("Explain the effect of le juste milieu on the state.", "fr", False),
    ],
)
def test_a_part_marked_as_another_language_is_held_against_its_words(words: str, language: str, *, told: bool) -> None:
    tree = Element(role="Document", children=(Element(role="P", text=words, own=words, language=language, page=1),))
    assert bool(list(misread_parts(ReadBack(pages=(words,), language="en-GB", tree=tree)))) is told


TEXT = b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (Some text) Tj ET "


@pytest.mark.parametrize(
    ("operators", "covered", "veiled"),
    [
        (TEXT, False, False),
        (TEXT + b"q 1 1 1 rg 50 650 400 100 re f Q", True, False),
        (b"q 1 1 1 rg 50 650 400 100 re f Q 0 g " + TEXT, False, False),
        (TEXT + b"q 1 1 1 rg 50 100 400 100 re f Q", False, False),
        (TEXT + b"50 650 400 100 re S", False, False),
        (TEXT + b"/P <</MCID 1>> BDC BT 3 Tr /F1 12 Tf (Unseen) Tj ET EMC", False, True),
        (TEXT + b"/Formula <</MCID 1>> BDC BT 3 Tr /F1 12 Tf (x) Tj ET 10 10 m 20 20 l 30 10 l f EMC", False, False),
        (TEXT + b"/Formula <</MCID 1>> BDC BT 3 Tr /F1 12 Tf (x) Tj ET q 10 10 5 1 re f Q EMC", False, False),
    ],
)
def test_text_that_nobody_sees_is_found(operators: bytes, *, covered: bool, veiled: bool) -> None:
    looks = appearance(painted(operators))
    assert (bool(looks.covered), bool(looks.veiled)) == (covered, veiled)
