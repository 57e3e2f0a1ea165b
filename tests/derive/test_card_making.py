"""Cards: what notes give, what they leave out, and names that last."""

from __future__ import annotations

from packbuilder.derive.cards import cards_of
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.topic import KeyConcept, Misconception, Topic

SPAN = Span(path="notes.txt", line=3, column=3)


def topic(
    *concepts: tuple[str, str], wrong: tuple[tuple[str, str], ...] = (), synopsis: str = "Acids have a low pH.", language: str = "en-GB"
) -> Topic:
    return Topic(
        id="acids",
        title="Acids",
        span=SPAN,
        synopsis=synopsis,
        concepts=tuple(KeyConcept(term=term, definition=definition, span=SPAN) for term, definition in concepts),
        misconceptions=tuple(Misconception(claim=claim, correction=right, span=SPAN) for claim, right in wrong),
        language=language,
    )


def test_a_term_stands_in_front_and_its_meaning_behind() -> None:
    (card,) = cards_of(topic(("Alkali", "is a soluble base, \\ce{OH-} in water")))
    assert (flat(card.front), flat(card.back)) == ("Alkali", "A soluble base, OH⁻ in water.")
    assert (card.topic, card.title, card.kind, card.span) == ("acids", "Acids", "term", SPAN)


def test_a_claim_is_asked_and_put_right() -> None:
    (card,) = cards_of(topic(wrong=(("All bases are alkalis", "Only bases that dissolve in water are alkalis."),)))
    assert flat(card.front) == "True or false? All bases are alkalis."
    assert flat(card.back) == "False. Only bases that dissolve in water are alkalis."


def test_words_of_the_programs_own_are_in_the_language_of_the_notes() -> None:
    (card,) = cards_of(topic(wrong=(("All bases are alkalis", "Only bases that dissolve in water are alkalis."),), language="cy"))
    assert flat(card.front).startswith("Cywir neu anghywir?")


def test_what_is_cut_foreign_or_not_put_right_gives_no_card() -> None:
    assert (
        cards_of(
            topic(
                ("Titration", "A method for finding the exact volume of"),
                ("Salt", "Compound"),
                ("Evaluate", "To weigh up both sides of a matter."),
                ("Product", "The result when numbers are multiplied together."),
                ("", "Acids taste sour."),
                wrong=(("All bases are alkalis", ""), ("Confusing strong with concentrated", "They differ.")),
            )
        )
        == ()
    )


def test_a_card_keeps_its_name_when_its_meaning_is_mended_or_others_come() -> None:
    before = cards_of(topic(("Weak acid", "One that ionises partly in watr.")))
    after = cards_of(topic(("Base", "A compound that neutralises an acid."), ("Weak acid", "One that ionises only partly in water.")))
    assert before[0].id == after[1].id == "acids.term-weak-acid"
    assert before[0].back != after[1].back


def test_a_term_that_is_explained_twice_gives_two_cards_and_a_repetition_one() -> None:
    cards = cards_of(
        topic(("Base", "A compound that neutralises an acid."), ("Base", "The foot of a tower."), ("Base", "The foot of a tower"))
    )
    assert [card.id for card in cards] == ["acids.term-base", "acids.term-base-2"]


def test_a_term_is_written_as_the_notes_write_it() -> None:
    measure, strong = (
        ("PH", "A measure of how acidic a solution is."),
        ("Strong Acid", "A substance with a low pH: every strong acid has one."),
    )
    assert [flat(card.front) for card in cards_of(topic(measure, strong))] == ["pH", "Strong Acid"]


def test_dates_are_learnt_from_cards_and_labels_are_not() -> None:
    cards = cards_of(topic(("1509", "Henry VIII comes to the throne"), ("Note", "dates are in the new style")))
    assert [flat(card.front) for card in cards] == ["1509"]
