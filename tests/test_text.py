"""Rich text and plain: how texts begin."""

from __future__ import annotations

import pytest

from packbuilder.document import Paragraph
from packbuilder.text import Run, filled, plain, small_term, tagged, within
from packbuilder.wording import catalogue


@pytest.mark.parametrize(
    ("term", "running"),
    [
        ("National Grid", "National Grid"),
        ("Stop-and-Search", "Stop-and-Search"),
        ("Aqueous solution", "aqueous solution"),
        ("Vitamin C", "vitamin C"),
        ("Use of ICT", "use of ICT"),
        ("DNA", "DNA"),
        ("pH", "pH"),
        ("Newton's second law", "Newton's second law"),
        ("Hooke’s law", "Hooke’s law"),
        ("Article 48", "Article 48"),
        ("Type 2 diabetes", "type 2 diabetes"),
    ],
)
def test_a_term_begins_small_unless_it_is_a_name(term: str, running: str) -> None:
    assert small_term(term, "en-GB") == running


def test_a_noun_keeps_its_capital_letter_where_the_language_writes_one() -> None:
    assert small_term("Zellkern", "de") == within("Zellkern", "de-AT") == "Zellkern"
    assert small_term("Noyau", "fr") == "noyau"


def test_a_message_is_filled_with_texts_of_the_notes_and_says_which_words_are_english() -> None:
    assert filled(catalogue("de"), "worksheet.means", term=plain("Zelle"), meaning=plain("Baustein")) == (
        Run(text="„"), Run(text="Zelle"), Run(text="“ bedeutet: "), Run(text="Baustein"), Run(text="."),
    )  # fmt: skip
    words = filled(catalogue("it"), "worksheet.means", term=plain("cellula"), meaning=plain("unità"))
    assert [run.language for run in words if isinstance(run, Run)] == ["en", None, "en", None, "en"]


def test_what_names_no_language_is_tagged_and_what_names_one_keeps_it() -> None:
    text = (Run(text="mot"), Run(text="word", language="en"))
    inside = tagged(Paragraph(text=text), "fr")
    assert inside == Paragraph(text=(Run(text="mot", language="fr"), Run(text="word", language="en")))
    assert tagged("a text is no rich text", "fr") == "a text is no rich text"
