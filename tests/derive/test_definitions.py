"""Definitions as questions: what is a term, and how a meaning is quoted."""

from __future__ import annotations

import pytest

from packbuilder.derive.definitions import definition_items, lists_names, no_term, worth_of
from packbuilder.derive.marking_points.schemes import meaning_of
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.text import Run

SPAN = Span(path="notes.txt", line=1, column=1)


def asked(term: str, definition: str, *, synopsis: str = "") -> list[str]:
    notes = Topic(id="t", title="T", span=SPAN, synopsis=synopsis, concepts=(KeyConcept(term=term, definition=definition, span=SPAN),))
    return [flat(each.stem) for each in definition_items(notes) if isinstance(each, Item)]


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("22 August 1485", "a date"), ("1509", "a date"), ("1536–41", "a date"), ("c. 500 BC", "a date"), ("Spring 1918", "a date"),
        ("1920s", "a date"), ("10:30", "a date"), ("Note", "a label"), ("N.B.", "a label"), ("Example", "a label"), ("Website", "a label"), ("Key date", "a label"), ("Page 45", "a place in a book"), ("Books 9–12", "a place in a book"),
        ("How to calculate profit", "what is asked or done"), ("Why was Stalin popular?", "what is asked or done"), ("Evaluate", "a command word"),
        ("Mr Birling", "a person"), ("Factors affecting enzymes", "the heading of a list"), ("The 6 principles of safeguarding", "the heading of a list"), ("“sneer of cold command”", "a quotation"), ("Loftus and Palmer (1974)", "a person"),
    ],
)  # fmt: skip
def test_what_stands_before_a_colon_is_not_always_a_term(term: str, why: str) -> None:
    assert no_term(term, "en-GB").startswith(why)
    assert not asked(term, "the king is crowned and the wars come to their end")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("Greenhouse gases", "carbon dioxide, methane, water vapour"),
        ("The 4Ps", "Price, product, place, promotion."),
        ("Methods of contraception", "the pill, condoms, IUD and sterilisation"),
    ],
)
def test_names_in_a_row_are_the_meaning_of_nothing(term: str, said: str) -> None:
    assert lists_names(KeyConcept(term=term, definition=said, span=SPAN), "en-GB")
    assert not asked(term, said)


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("Ions", "Charged atoms or molecules."),
        ("Erosion", "Abrasion, attrition, hydraulic action"),
        ("Hormones", "Chemical messengers that are made in glands, travel in the blood, and act on organs."),
    ],
)
def test_a_meaning_may_have_commas(term: str, said: str) -> None:
    assert not lists_names(KeyConcept(term=term, definition=said, span=SPAN), "en-GB")


@pytest.mark.parametrize("term", ["Article 48", "Act of Supremacy (1534)", "2D array", "Marching", "Source code", "Exemplar"])
def test_numbers_and_words_within_a_term_do_no_harm(term: str) -> None:
    assert not no_term(term, "en-GB")


@pytest.mark.parametrize(
    ("definition", "quoted"),
    [
        ("Henry VIII comes to the throne of England", "Henry VIII comes"),
        ("Muslim belief in a life after this one", "Muslim belief"),
        ("Greek belief in a life after this one", "Greek belief"),
        ("The process of breaking rocks into pieces", "the process"),
        ("l’action de donner une chose à quelqu’un", "l’action"),
        ("Division that gives two cells of one kind", "division"),
    ],
)
def test_a_meaning_begins_small_but_for_names(definition: str, quoted: str) -> None:
    (_, stem) = asked("Zz", definition, synopsis="What a Muslim believes.")
    assert f"‘{quoted}" in stem


def test_an_abbreviation_ends_no_meaning() -> None:
    (_, stem) = asked("Zz", "acids in water dissolve some rock, e.g. Carboniferous limestone. More is said elsewhere.")
    assert stem.endswith("some rock, e.g. Carboniferous limestone’.")


@pytest.mark.parametrize(
    ("language", "stems", "spoken"),
    [
        ("cy", ["Nodwch beth yw ystyr y term ‘Tywydd’.", "Rhowch y term sydd â’r ystyr hon: ‘cyflwr yr aer mewn un lle’."], None),
        ("it", ["State what is meant by the term ‘Tywydd’.", "Give the term that has this meaning: ‘cyflwr yr aer mewn un lle’."], "en"),
        (
            "de",
            [
                "Geben Sie an, was der Begriff „Tywydd“ bedeutet.",
                "Nennen Sie den Begriff mit dieser Bedeutung: „Cyflwr yr aer mewn un lle“.",
            ],
            None,
        ),
    ],
)
def test_what_is_asked_is_in_the_language_of_the_notes_or_marked_as_english(language: str, stems: list[str], spoken: str | None) -> None:
    concept = KeyConcept(term="Tywydd", definition="Cyflwr yr aer mewn un lle.", span=SPAN)
    made = [
        each
        for each in definition_items(Topic(id="t", title="T", span=SPAN, language=language, concepts=(concept,)))
        if isinstance(each, Item)
    ]
    assert [flat(each.stem) for each in made] == stems
    for each in made:
        first = each.stem[0]
        assert isinstance(first, Run)
        assert first.language == spoken, "a French voice does not read English"
        assert all(not (isinstance(run, Run) and run.language and "yr aer" in run.text) for run in each.stem)


@pytest.mark.parametrize(
    ("term", "language"),
    [
        ("5 mai 1789", "fr"),
        ("1er août", "fr"),
        ("14 de julio de 1936", "es"),
        ("julio de 1936", "es"),
        ("3 Mehefin 1831", "cy"),
        ("9. November 1918", "de"),
    ],
)
def test_a_date_is_no_term_in_other_languages_either(term: str, language: str) -> None:
    assert no_term(term, language).startswith("a date")


@pytest.mark.parametrize(("term", "language"), [("Julio", "es"), ("Mai 68", "fr"), ("Frente Popular", "es")])
def test_what_only_looks_like_a_date_is_a_term(term: str, language: str) -> None:
    assert not no_term(term, language)


@pytest.mark.parametrize(
    ("term", "synopsis"),
    [
        ("WHO", "Health, and who pays for it."),
        ("AIDS", "Sport aids the heart."),
        ("IT", "It is used at work."),
        ("Polish", "Brass is kept bright with polish."),
    ],
)
def test_a_term_keeps_the_capitals_that_make_it_another_word(term: str, synopsis: str) -> None:
    stem, *_ = asked(term, "what is meant by it in these notes of ours", synopsis=synopsis)
    assert stem == f"State what is meant by the term ‘{term}’."


@pytest.mark.parametrize(
    ("term", "definition"),
    [
        ("Der Angestellte", "Ein Mensch, der für ein Gehalt in einem Betrieb arbeitet."),
        ("Die Grünen", "Eine Partei, die aus der Umweltbewegung hervorging."),
    ],
)
def test_an_article_that_is_kept_does_not_give_a_term_away(term: str, definition: str) -> None:
    concept = KeyConcept(term=term, definition=definition, span=SPAN)
    notes = Topic(id="t", title="T", span=SPAN, concepts=(concept,), language="de")
    assert [each.rule for each in definition_items(notes) if isinstance(each, Item)] == ["definition", "term"]


@pytest.mark.parametrize(
    ("definition", "marks"),
    [
        ("the union of Germany and Austria in 1938", 2),
        ("tension between the USA and USSR", 2),
        ("the survival of the fittest applied to society", 2),
        ("the contrast of light and dark in a painting", 2),
        ("the agreement of 1904 between Britain and France", 2),
        ("the deliberate killing of a crowned and anointed king", 2),
        ("the killing of a king", 1),
        ("rate of flow of charge", 1),
        ("a general rise in prices", 1),
        ("food permitted by Jewish law", 1),
        ("a repeated musical pattern", 1),
    ],
)
def test_a_meaning_is_worth_two_marks_where_it_says_two_things(definition: str, marks: int) -> None:
    assert worth_of(KeyConcept(term="Zz", definition=definition, span=SPAN)) == marks


def test_a_german_meaning_begins_small_behind_its_term_where_the_notes_have_it_so() -> None:
    topic = Topic(id="t", title="T", span=SPAN, language="de")
    told = [
        flat(meaning_of(KeyConcept(term="Magma", definition=meaning, span=SPAN), topic))
        for meaning in ("geschmolzenes Gestein unter der Erdoberfläche", "Gestein, das geschmolzen ist")
    ]
    assert told == ["Magma: geschmolzenes Gestein unter der Erdoberfläche", "Magma: Gestein, das geschmolzen ist"]
