"""Terms without their articles: common nouns in other languages than English, and what keeps its own."""

from __future__ import annotations

import pytest

from packbuilder.grammars import bare, within, without_article

BARE = [
    ("fr", "L'homéostasie", "homéostasie"),
    ("fr", "L’ADN", "ADN"),
    ("fr", "Les gamètes", "gamètes"),
    ("fr", "Le traité de Versailles", "traité de Versailles"),
    ("es", "El agua dulce", "agua dulce"),
    ("el", "Οι κλέφτες", "κλέφτες"),
    ("de", "Der Versailler Vertrag", "Versailler Vertrag"),
    ("de", "Die Albedo", "Albedo"),
    ("de", "Der pH-Wert", "pH-Wert"),
    ("de", "Die industrielle Revolution", "industrielle Revolution"),
    ("cy", "Y tir", "tir"),
    ("cy", "Y gylchred ddŵr", "cylchred ddŵr"),
]
KEPT = [
    ("en-GB", "The nucleus"),
    ("fr", "La Haye"),
    ("fr", "Les Misérables"),
    ("fr", "Leçon"),
    ("es", "El Niño"),
    ("de", "Das lyrische Ich"),
    ("de", "Die freien Radikale"),
    ("de", "Der Kalte Krieg"),
    ("de", "Die Alliierten"),
    ("de", "Die Alpen"),
    ("de", "Der Rhein"),
    ("de", "Die Schweiz"),
    ("de", "Derivat"),
    ("cy", "Y gell"),
    ("cy", "Y Ddeddf Iaith"),
    ("pl", "La tabliczka"),
]


@pytest.mark.parametrize(("language", "term", "bare"), BARE)
def test_a_common_noun_goes_without_its_article(language: str, term: str, bare: str) -> None:
    assert without_article(term, "ce que disent les notes", language) == bare


@pytest.mark.parametrize(
    ("language", "term", "meaning", "said"),
    [
        ("de", "Die Alpen", "Ein Hochgebirge", "die Alpen"),
        ("de", "Der Angestellte", "Ein Mensch mit einem Gehalt", "der Angestellte"),
        ("de", "Die Räuber", "Ein Drama von Schiller", ""),
        ("cy", "Y ddinas", "Lle mawr", "y ddinas"),
        ("cy", "Y Ddeddf Iaith", "Deddf", ""),
        ("es", "La Habana", "La capital de Cuba", ""),
        ("en", "The nucleus", "Part of a cell", ""),
    ],
)
def test_a_kept_article_is_small_within_a_sentence_but_in_names(language: str, term: str, meaning: str, said: str) -> None:
    assert within(term, meaning, language) == said


def test_a_term_without_its_article_tells_which_words_are_its_own() -> None:
    assert [bare(term, language) for term, language in (("Der Angestellte", "de"), ("L’eau", "fr"), ("Die casting", "en"))] == [
        "Angestellte", "eau", "Die casting",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "term"), KEPT)
def test_a_name_and_what_would_be_inflected_keep_theirs(language: str, term: str) -> None:
    assert without_article(term, "ce que disent les notes", language) == term


@pytest.mark.parametrize(
    ("language", "term", "definition"),
    [
        ("fr", "La peste", "roman d’Albert Camus"),
        ("es", "Los santos inocentes", "Una novela de Miguel Delibes"),
        ("de", "Die Räuber", "Drama von Friedrich Schiller"),
        ("de", "Das Kapital", "Hauptwerk von Karl Marx"),
    ],
)
def test_the_title_of_a_work_keeps_its_article(language: str, term: str, definition: str) -> None:
    assert without_article(term, definition, language) == term
