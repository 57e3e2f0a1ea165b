"""Rich text and plain: how texts begin."""

from __future__ import annotations

import pytest

from packbuilder.document import Paragraph
from packbuilder.text import (
    Maths,
    Run,
    capital,
    filled,
    in_language,
    is_acronym,
    is_said_as,
    plain,
    small,
    small_term,
    spells,
    tagged,
    within,
)
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
        ("Polish", "Polish"),
        ("F = ma", "F = ma"),
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
    text = (Run(text="mot"), Maths(source="x"), Run(text="word", language="en"), Maths(source="y", language="en"))
    in_french = (Run(text="mot", language="fr"), Maths(source="x", language="fr"), *text[2:])
    assert tagged(Paragraph(text=text), "fr") == Paragraph(text=in_french)
    assert in_language(text, "fr") == in_french
    assert tagged("a text is no rich text", "fr") == "a text is no rich text"


def test_what_an_abbreviation_stands_for_keeps_its_capitals() -> None:
    board, rules = "British Board of Film Classification", "Reporting of Injuries, Diseases and Dangerous Occurrences Regulations 2013"
    assert within(board, "en-GB", term="BBFC") == board
    assert within(rules, "en-GB", term="RIDDOR") == rules
    assert spells("Hazard Analysis and Critical Control Points; a system", "HACCP")
    assert within("Deoxyribonucleic acid", "en-GB", term="DNA") == "deoxyribonucleic acid"
    assert within("Economic union of European states", "en-GB", term="EU") == "economic union of European states"
    assert within("Belief that Britain is threatened", "en-GB", term="Xenophobia") == "belief that Britain is threatened"


@pytest.mark.parametrize(
    ("text", "begun"),
    [("W = m × g", "W = m × g"), ("A × 10^n", "A × 10^n"), ("A river", "a river"), ("A 2D model", "a 2D model"), ("DNA", "DNA")],
)
def test_a_symbol_keeps_its_capital_within_a_sentence(text: str, begun: str) -> None:
    assert small(text) == begun


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("a = (v − u) ÷ t", "a = (v − u) ÷ t"),
        ("s=d/t", "s=d/t"),
        ("a river", "A river"),
        ("pH of water", "pH of water"),
        ("β-glucose", "β-glucose"),
        ("αίμα", "Αίμα"),
        ("η ελάχιστη ενέργεια", "Η ελάχιστη ενέργεια"),
        ("ο ΟΗΕ", "Ο ΟΗΕ"),
        ("η is the viscosity", "η is the viscosity"),
    ],
)
def test_a_symbol_keeps_its_small_letter_at_the_head(text: str, begun: str) -> None:
    assert capital(text) == begun


def test_an_acronym_is_short_or_spelt_by_its_meaning() -> None:
    assert is_acronym("WHO") and is_acronym("SPORT", "Specificity, Progression, Overload, Reversibility, Tedium")
    assert not is_acronym("PHOTOSYNTHESIS", "Making food with light") and not is_acronym("Osmosis")


@pytest.mark.parametrize(
    ("found", "term", "same"),
    [
        ("who", "WHO", False),
        ("It", "IT", False),
        ("WHO", "WHO", True),
        ("pH", "PH", True),
        ("glacier", "Glacier", True),
        ("photosynthesis", "PHOTOSYNTHESIS", True),
    ],
)
def test_words_are_an_acronym_only_in_capitals(found: str, term: str, same: bool) -> None:
    assert is_said_as(found, term) is same
