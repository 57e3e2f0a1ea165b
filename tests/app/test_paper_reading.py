"""What verify reads as one sentence, and what it keeps apart."""

from __future__ import annotations

from packbuilder.app.paper_reading import spaced, spoken
from packbuilder.typeset.reading.readback import Element


def span(text: str, language: str = "") -> Element:
    return Element(role="Span", text=text, language=language)


def test_words_of_another_language_belong_to_their_sentence() -> None:
    sentence = Element(role="P", text="Say le mot juste twice.", children=(span("le mot juste", "fr"),))
    assert spaced(sentence) == "Say le mot juste twice."


def test_a_label_and_a_unit_beside_a_blank_are_words_of_their_own() -> None:
    answer = Element(role="P", name="answer", text="Answerm/s", children=(span("Answer"), Element(role="Form"), span("m/s")))
    assert spaced(answer).split() == ["Answer", "m/s"]


def test_cells_are_kept_apart() -> None:
    row = Element(role="TR", text="onetwo", children=(Element(role="TD", text="one"), Element(role="TD", text="two")))
    assert spaced(row) == "one two"


def test_a_picture_is_read_where_it_stands() -> None:
    figure = Element(role="Figure", text="0 20 40", alt="Number line.")
    row = Element(role="TR", text="one0 20 40two", children=(Element(role="TD", text="one"), figure, Element(role="TD", text="two")))
    assert spoken(row) == "one Number line. two", "an axis's numbers depend on its size; its words stand in its place"
