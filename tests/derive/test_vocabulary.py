"""Vocabulary: the terms that a topic gives with their meanings, key concepts and what marking points tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.derive.cards import cards_of
from packbuilder.derive.vocabulary import told_as_terms, with_meanings
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic


def topic(*points: str, concepts: tuple[tuple[str, str], ...] = (), language: str = "en-GB") -> Topic:
    return Topic(
        id="t",
        title="Weather",
        span=Span(path="notes.md"),
        concepts=tuple(
            KeyConcept(term=term, definition=meaning, span=Span(path="notes.md", line=line))
            for line, (term, meaning) in enumerate(concepts, 1)
        ),
        marking_points=tuple(MarkingPoint(text=text, span=Span(path="notes.md", line=line)) for line, text in enumerate(points, 101)),
        language=language,
    )


def told(*points: str, concepts: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str]]:
    """The terms that points add, with their meanings."""
    whole = with_meanings(topic(*points, concepts=concepts))
    assert whole.concepts[: len(concepts)] == topic(concepts=concepts).concepts
    return [(each.term, each.definition) for each in whole.concepts[len(concepts) :]]


@pytest.mark.parametrize(
    ("point", "term", "meaning"),
    [
        ("Humidity: the amount of water vapour that the air holds", "Humidity", "the amount of water vapour that the air holds"),
        ("**Humidity** – the amount of water vapour in the air.", "Humidity", "the amount of water vapour in the air"),
        ("An isobar is a line that joins places of equal pressure", "Isobar", "a line that joins places of equal pressure"),
        ("Limited liability means that owners lose only what they invested", "Limited liability", "owners lose only what they invested"),
        ("Osmosis is the movement of water through a membrane [1]", "Osmosis", "the movement of water through a membrane"),
        ("Osmosis: the movement of water through a membrane (2 marks)", "Osmosis", "the movement of water through a membrane"),
        ("Supply - the quantity that firms will sell at a price (AO1)", "Supply", "the quantity that firms will sell at a price"),
        ("GDP stands for gross domestic product [1]", "GDP", "gross domestic product"),
        ("LAN – Local Area Network", "LAN", "Local Area Network"),
    ],
)
def test_a_fact_that_says_what_a_term_means_tells_it_in_its_own_words(point: str, term: str, meaning: str) -> None:
    assert told(point) == [(term, meaning)]


@pytest.mark.parametrize(
    "point",
    [
        "Robert FitzRoy: a man who drew the first weather charts",
        "1987: the year of the great storm in England",
        "Case study: a town that was flooded twice in a year",
        "The heart is a muscle that pumps blood",
        "Ice floats because it is less dense than water",
        "Explain what is meant by humidity",
        "Define humidity: the amount of water vapour in the air",
        "State what is meant by supply: the quantity that firms will sell",
        "Name the instrument that measures wind: anemometer",
        "Bile is not an enzyme",
    ],
)
def test_what_is_no_meaning_or_is_asked_as_a_question_tells_none(point: str) -> None:
    whole = topic(point)
    assert with_meanings(whole) is whole


def test_a_term_that_key_concepts_have_gets_no_second_meaning() -> None:
    concepts = (("Price elasticity of demand (PED)", "How far demand responds to price."), ("Isobars", "Lines of equal pressure."))
    points = ("PED: the amount by which demand responds", "An isobar is a line on a map that joins places", "Relief: the shape of the land")
    assert told(*points, concepts=concepts) == [("Relief", "the shape of the land")]


def test_of_two_points_on_a_term_the_first_tells_and_a_meaning_goes_before_what_letters_stand_for() -> None:
    points = (
        "GDP stands for gross domestic product",
        "Relief: the shape of the land",
        "Relief is the height of the ground above the sea",
        "GDP: the value of all that a country makes in a year",
    )
    assert told(*points) == [("Relief", "the shape of the land"), ("GDP", "the value of all that a country makes in a year")]


@pytest.mark.parametrize(
    ("language", "point", "term"),
    [
        ("fr", "Magma : roche fondue située sous la surface de la Terre", "Magma"),
        ("fr", "L'érosion est l'usure des roches par l'eau", "Érosion"),
        ("fr", "Les enzymes sont des protéines qui accélèrent les réactions", "Enzymes"),
        ("de", "Erosion ist die Abtragung von Gestein durch Wasser", "Erosion"),
        ("es", "La erosión es el desgaste de las rocas por el agua", "Erosión"),
        ("pl", "Fotosynteza to proces wytwarzania glukozy z dwutlenku węgla i wody", "Fotosynteza"),
        ("el", "Πυκνότητα ονομάζεται το πηλίκο της μάζας προς τον όγκο", "Πυκνότητα"),
        ("cy", "Ensymau yw proteinau sy'n cyflymu adweithiau cemegol", "Ensymau"),
    ],
)
def test_a_fact_in_another_language_tells_a_term_without_its_article(language: str, point: str, term: str) -> None:
    (told,) = with_meanings(topic(point, language=language)).concepts
    assert told.term == term
    assert told.definition in point


@pytest.mark.parametrize(
    ("language", "point"),
    [
        ("de", "Unter Inflation versteht man einen anhaltenden Anstieg der Preise"),  # in the accusative
        ("pt", "Magma: rocha fundida por baixo da superfície da Terra"),  # no language of the grammar
        ("fr", "La photosynthèse a lieu dans les chloroplastes"),  # no meaning
        ("fr", "La capitale de la France est Paris"),
    ],
)
def test_what_is_no_meaning_in_another_language_tells_none(language: str, point: str) -> None:
    assert with_meanings(topic(point, language=language)).concepts == ()


def test_what_prints_terms_and_points_has_a_meaning_once() -> None:
    whole = topic("Relief: the shape of the land", "Explain why deserts are cold", concepts=(("Isobar", "A line of equal pressure."),))
    parted = told_as_terms(whole)
    assert [each.term for each in parted.concepts] == ["Isobar", "Relief"]
    assert [each.text for each in parted.marking_points] == ["Explain why deserts are cold"]


def test_a_card_says_what_the_point_says_and_keeps_its_name_when_the_term_becomes_a_key_concept() -> None:
    (card,) = cards_of(topic("Relief: the shape of the land [1]"))
    assert (flat(card.front), flat(card.back), card.span.line) == ("Relief", "The shape of the land.", 101)
    (moved,) = cards_of(topic(concepts=(("Relief", "The shape of the land"),)))
    assert replace(moved, span=card.span) == card
