"""Terms in running text: how they are written, and when a stem is about them."""

from __future__ import annotations

import pytest

from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, does, gives_away, is_ordinary, named_in, said_in, said_term, subjects_in
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=1, column=1)


def concept(term: str, definition: str = "a thing of the kind that has that name") -> KeyConcept:
    return KeyConcept(term=term, definition=definition, span=SPAN)


def topic(*concepts: KeyConcept, points: tuple[str, ...] = (), synopsis: str = "") -> Topic:
    own = tuple(MarkingPoint(text=text, span=SPAN) for text in points)
    return Topic(id="t", title="T", span=SPAN, concepts=concepts, marking_points=own, synopsis=synopsis)


@pytest.mark.parametrize(
    ("stem", "subject"),
    [
        ("Explain how soil erosion affects rivers.", "soil erosion"),
        ("Describe the causes of soil erosion.", "soil erosion"),
        ("Describe how a glacier shapes its valley.", "a glacier"),
        ("Explain the formation of glaciers.", "glaciers"),
        ("Describe how universal indicator is used.", ""),
        ("Describe ion identification tests.", ""),
        ("Describe how to separate the parts of ink.", ""),
        ("Describe the location of Leeds.", ""),
        ("Explain what happens when water is electrolysed.", ""),
    ],
)
def test_a_stem_is_about_a_term_that_stands_by_itself(stem: str, subject: str) -> None:
    notes = topic(*(concept(term) for term in ("Soil erosion", "Glacier", "Indicator", "Ion", "Separate", "Location", "Electrolysed")))
    assert [phrase for _, phrase in subjects_in(stem, notes)] == ([subject] if subject else [])


def test_a_term_is_written_as_the_notes_write_it_in_running_text() -> None:
    notes = topic(concept("Mole"), concept("PH"), concept("Marxism"), points=("Explain what a mole is.", "Test the pH of water."))
    assert [said_term(each, said_in(notes), notes.language) for each in notes.concepts] == ["mole", "pH", "Marxism"]


def test_an_acronym_is_no_word_that_is_spelt_alike() -> None:
    notes = topic(concept("WHO"), concept("AIDS"))
    assert [each.term for each in named_in("Explain who founded the NHS.", notes)] == []
    assert [each.term for each in named_in("Explain what the WHO does.", notes)] == ["WHO"]


@pytest.mark.parametrize(
    ("meaning", "term", "given"),
    [
        ("the ratio tan x of two sides", "Tangent", True),
        ("a Geographical Information System on a computer", "GIS", True),
        ("the rate at which work is done", "Power", False),
        ("energy that moving things have", "Kinetic energy", True),
        ("water that falls from clouds", "Rain", False),
    ],
)
def test_a_meaning_that_gives_its_term_away(meaning: str, term: str, given: bool) -> None:
    assert gives_away(meaning, term) is given


def test_a_definition_is_a_phrase_without_its_term() -> None:
    assert bare_definition(concept("Solvent", "A solvent is a liquid that dissolves others")) == "A liquid that dissolves others"
    assert bare_definition(concept("Mole", "is the unit of amount")) == "The unit of amount"


def test_another_subject_s_meaning_does_not_belong_unless_the_notes_speak_of_its_things() -> None:
    foreign = concept("Structure", "how a piece of writing is put in order")
    assert not belongs(foreign, topic(foreign, synopsis="Metals have layers of ions.", points=("Describe giant structures.",)))
    assert belongs(foreign, topic(foreign, synopsis="Each piece of writing has a reader.", points=("Describe the structure of a sonnet.",)))
    assert belongs(concept("Metal", "an element that conducts well"), topic())


def test_a_subject_s_own_words_are_not_foreign_where_the_notes_are_about_it() -> None:
    ornament = concept("Ornamentation", "notes that decorate a melody")
    assert not belongs(ornament, topic(ornament, synopsis="Rivers carry their load to the sea."))
    assert belongs(ornament, topic(ornament, synopsis="Baroque music has a continuous bass."))


@pytest.mark.parametrize(
    ("term", "definition", "language", "said"),
    [
        ("Enjambement", "Übergreifen des Satzes ([enjambement]{lang=fr}).", "de", "Enjambement"),
        ("Macht", "Wer herrscht, macht Gesetze.", "de", "Macht"),
        ("Weltpolitik", "The spirit of a time ([weltpolitik]{lang=de}).", "en-GB", "Weltpolitik"),
        ("Mole", "An amount; a mole holds many particles.", "en-GB", "mole"),
    ],
)
def test_a_capital_is_taken_off_where_the_notes_own_language_writes_a_small_letter(
    term: str, definition: str, language: str, said: str
) -> None:
    concept = KeyConcept(term=term, definition=definition, span=Span(path="n", line=1))
    notes = Topic(id="t", title="T", span=Span(path="n", line=1), concepts=(concept,), language=language)
    assert said_term(concept, said_in(notes), language) == said


@pytest.mark.parametrize("term", ["Turgid", "Duty of care", "In-place algorithm", "Merge sort", "Mitochondria"])
def test_a_term_that_a_dictionary_has_small_is_no_name(term: str) -> None:
    assert is_ordinary(term)


@pytest.mark.parametrize(
    "term", ["Krebs cycle", "Planck constant", "Zollverein", "Reformation", "Bentham's calculus", "DNA", "pH", "Buddhism"]
)
def test_what_may_be_a_name_keeps_its_capital(term: str) -> None:
    assert not is_ordinary(term)


@pytest.mark.parametrize(
    "meaning", ["splits a list into halves", "Describes a plant cell that is full", "keeps items in order", "Repeatedly halves the list"]
)
def test_what_a_term_does_is_told_from_what_it_is(meaning: str) -> None:
    assert does(meaning)


@pytest.mark.parametrize(
    "meaning",
    [
        "changes in a species",
        "forces between molecules",
        "goods bought abroad",
        "values the customer holds",
        "costs that do not change",
        "a list in halves",
    ],
)
def test_plurals_are_no_verbs(meaning: str) -> None:
    assert not does(meaning)
