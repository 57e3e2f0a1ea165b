"""Crosswords: every run of letters is a word of the list, all hangs together, and the same seed gives the same grid."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.puzzles.crossword import Crossword, crossword
from packbuilder.seeding import Seed

WORDS = (
    "OSMOSIS DIFFUSION MEMBRANE GRADIENT TURGID FLACCID PLASMOLYSED ACTIVETRANSPORT PROTEIN CARRIER MITOCHONDRION RESPIRATION "
    "SOLUTE SOLVENT CONCENTRATION DILUTE ROOTHAIR VILLUS ALVEOLUS SURFACEAREA"
).split()


def runs(filled: Crossword) -> list[tuple[str, int, int, bool]]:
    """All runs of two letters and more, found by walking the grid: an independent reading of it."""
    letters = filled.letters()
    found = []
    for down in (False, True):
        outer, inner = (filled.columns, filled.rows) if down else (filled.rows, filled.columns)
        for line in range(outer):
            places = [(at, line) if down else (line, at) for at in range(inner)]
            for filled_in, group in groupby(places, lambda place: place in letters):
                run = list(group)
                if filled_in and len(run) > 1:
                    found.append(("".join(letters[place] for place in run), *run[0], down))
    return found


def assert_sound(filled: Crossword, words: list[str]) -> None:
    laid = {(each.word, each.row, each.column, each.down) for each in filled.laid}
    assert set(runs(filled)) == laid, "what can be read is what was laid, and nothing else"
    assert len({each.word for each in filled.laid}) == len(filled.laid)
    assert all(each.word in words for each in filled.laid)
    assert all(0 <= row < filled.rows and 0 <= column < filled.columns for row, column in filled.letters())
    if filled.laid:
        assert connected(set(filled.letters())), "all of it hangs together"
    numbers = filled.numbers()
    assert [numbers[place] for place in sorted(numbers)] == list(range(1, len(numbers) + 1))
    assert set(numbers) == {(each.row, each.column) for each in filled.laid}


def connected(places: set[tuple[int, int]]) -> bool:
    open_, seen = [next(iter(places))], set[tuple[int, int]]()
    while open_:
        row, column = open_.pop()
        if (row, column) in places and (row, column) not in seen:
            seen.add((row, column))
            open_ += [(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)]
    return seen == places


def test_fourteen_terms_are_laid_and_knit() -> None:
    for number in range(5):
        filled = crossword(WORDS, Seed(number), most=14, columns=17, rows=13)
        assert_sound(filled, WORDS)
        assert len(filled.laid) >= 12
        assert filled.crossings >= len(filled.laid) - 1
        assert filled.rows <= 13
        assert filled.columns <= 17


def test_a_seed_gives_one_grid_and_another_seed_another() -> None:
    assert crossword(WORDS, Seed(4), most=10) == crossword(WORDS, Seed(4), most=10)
    assert crossword(WORDS, Seed(4), most=10) != crossword(WORDS, Seed(5), most=10)


def test_words_that_share_no_letter_cannot_cross() -> None:
    assert len(crossword(["ABBA", "CDEC"], Seed(1), most=5).laid) == 1
    assert crossword([], Seed(1), most=5).laid == ()


@settings(max_examples=30, deadline=None)
@given(words=st.lists(st.text("AEIRSTN", min_size=3, max_size=8), min_size=1, max_size=12, unique=True), number=st.integers(0, 1000))
def test_any_words_give_a_sound_grid(words: list[str], number: int) -> None:
    assert_sound(crossword(words, Seed(number), most=8), words)
