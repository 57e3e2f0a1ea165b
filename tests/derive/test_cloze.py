"""Cloze on the synopsis: what is left out, what is offered, and when there is none."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.derive.cloze import cloze_items
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.question_types.cloze import Cloze

SPAN = Span(path="notes.txt", line=3, column=1)
SYNOPSIS = (
    "This topic covers tides. The moon pulls on the sea and raises a high tide on either side of the globe. "
    "When sun and moon pull in one line there is a spring tide, and a week later a neap tide follows. "
    "Between high and low water an ebb stream runs out of each estuary."
)


def topic(synopsis: str = SYNOPSIS) -> Topic:
    terms = ("estuary", "spring tide", "moon", "ebb stream", "surge", "globe", "harbour")
    concepts = tuple(KeyConcept(term=term, definition=f"a thing called so in notes number {n}", span=SPAN) for n, term in enumerate(terms))
    return Topic(id="tides", title="Tides", span=SPAN, synopsis=synopsis, concepts=concepts)


def cloze(synopsis: str = SYNOPSIS) -> Cloze:
    (item,) = cloze_items(topic(synopsis))
    assert isinstance(item.interaction, Cloze)
    assert item.marks == len(item.interaction.answers)
    return item.interaction


def test_terms_that_stand_once_are_left_out_and_stand_in_the_bank_with_two_to_spare() -> None:
    made = cloze()
    assert [words[0] for words in made.answers] == ["globe", "spring tide", "estuary"]
    assert made.bank == ("globe", "spring tide", "estuary", "surge", "harbour")


def test_the_stem_says_that_words_are_left_over_only_where_some_are() -> None:
    (item,) = cloze_items(topic())
    assert flat(item.stem).endswith("once; some are not needed.")
    whole = topic()
    exact = replace(whole, concepts=tuple(each for each in whole.concepts if each.term in ("globe", "spring tide", "estuary")))
    (item,) = cloze_items(exact)
    assert flat(item.stem).endswith("phrase once.")


def test_a_term_that_stands_twice_or_after_an_is_kept() -> None:
    text = "".join(cloze().pieces)
    assert text.count("moon") == 2, "it stands twice, so its gap would be given away"
    assert "an ebb stream" in text, "the article would tell how the missing word begins"


def test_sentences_about_the_notes_are_left_out() -> None:
    assert "This topic" not in "".join(cloze().pieces)


def test_no_cloze_of_fewer_than_three_gaps() -> None:
    assert list(cloze_items(topic("The globe turns under the moon, while every wide estuary fills and empties."))) != []
    assert list(cloze_items(topic("The globe turns, and the sea with it."))) == []


def test_a_word_that_is_spelt_like_an_acronym_is_not_left_out() -> None:
    notes = topic(SYNOPSIS.replace("When sun", "Sailors, who watch it, say so. When sun"))
    acronym = KeyConcept(term="WHO", definition="a thing called so in notes on health", span=SPAN)
    (item,) = cloze_items(replace(notes, concepts=(acronym, *notes.concepts)))
    assert isinstance(item.interaction, Cloze)
    assert "who" not in [words[0] for words in item.interaction.answers]
