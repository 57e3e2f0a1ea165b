"""Wordsearches: a solver that reads all eight directions finds each word once, where it was hidden, and nothing to be ashamed of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.puzzles.wordsearch import ALL, FORWARD, Square, Wordsearch, rude_words, wordsearch
from packbuilder.seeding import Seed

WORDS = "OSMOSIS DIFFUSION MEMBRANE GRADIENT TURGID FLACCID PROTEIN CARRIER SOLUTE VILLUS CLASSES ALVEOLUS".split()

Spots = frozenset[tuple[int, int]]


def found(square: Square, word: str) -> set[Spots]:
    """Every set of places where a word can be read, in any of eight directions."""
    size = len(square)
    spots = set()
    for row in range(size):
        for column in range(size):
            for down, right in ALL:
                places = [(row + down * i, column + right * i) for i in range(len(word))]
                if all(0 <= r < size and 0 <= c < size for r, c in places) and all(
                    square[r][c] == letter for (r, c), letter in zip(places, word, strict=True)
                ):
                    spots.add(frozenset(places))
    return spots


def assert_sound(made: Wordsearch, words: list[str]) -> None:
    assert all(len(row) == len(made.square) for row in made.square)
    for each in made.hidden:
        assert each.word in words
        assert found(made.square, each.word) == {frozenset(each.places())}
    hidden = [frozenset(each.places()) for each in made.hidden]
    for word in rude_words():
        assert all(any(spots <= own for own in hidden) for spots in found(made.square, word)), word


def test_every_word_is_found_once_and_runs_forward() -> None:
    for number in range(4):
        made = wordsearch(WORDS, Seed(number))
        assert {each.word for each in made.hidden} == set(WORDS)
        assert_sound(made, WORDS)
        assert {each.step for each in made.hidden} <= set(FORWARD)


def test_other_words_of_the_notes_do_not_come_about_by_chance() -> None:
    avoided = frozenset({"ION", "ACID", "GAS", "EEL", "TEA", "ANT"})
    made = wordsearch(WORDS, Seed(9), avoid=avoided)
    hidden = [frozenset(each.places()) for each in made.hidden]
    for word in avoided:
        assert all(any(spots <= own for own in hidden) for spots in found(made.square, word)), word


def test_a_word_inside_another_is_not_hidden_twice() -> None:
    made = wordsearch(["REACTION", "REACT", "ACID"], Seed(1))
    assert {each.word for each in made.hidden} == {"REACTION", "ACID"}


def test_the_screen_has_words_and_they_are_words() -> None:
    assert len(rude_words()) > 50
    assert all(word.isalpha() and word.isupper() for word in rude_words())


@settings(max_examples=15, deadline=None)
@given(words=st.lists(st.text("AEIRSTNO", min_size=3, max_size=9), min_size=1, max_size=10, unique=True), number=st.integers(0, 1000))
def test_any_words_give_a_sound_square(words: list[str], number: int) -> None:
    assert_sound(wordsearch(words, Seed(number)), words)


def test_words_of_another_script_are_hidden_among_its_letters() -> None:
    words = ["ΜΙΤΟΧΟΝΔΡΙΟ", "ΠΥΡΗΝΑΣ", "ΧΥΜΟΤΟΠΙΟ"]
    made = wordsearch(words, Seed(1), steps=FORWARD)
    assert made is not None
    assert_sound(made, words)
    assert not any(letter.isascii() for row in made.square for letter in row)


def test_a_letter_that_the_alphabet_lacks_stands_elsewhere_too() -> None:
    made = wordsearch(["BŁONAKOMORKOWA", "WAKUOLA"], Seed(1), steps=FORWARD)
    assert made is not None
    assert sum(row.count("Ł") for row in made.square) > 1
