"""How a term is written into a grid, and how its length is given."""

from __future__ import annotations

import pytest

from packbuilder.puzzles.letters import LONGEST, enumeration, is_respelt, letters_of


@pytest.mark.parametrize(
    ("term", "letters", "length"),
    [
        ("Osmosis", "OSMOSIS", "(7)"),
        ("surface area", "SURFACEAREA", "(7,4)"),
        ("half-life", "HALFLIFE", "(4-4)"),
        ("half–equation", "HALFEQUATION", "(4-8)"),
        ("Café", "CAFE", "(4)"),
        ("Le Chatelier’s", "LECHATELIERS", "(2,10)"),
        ("**Isotope**", "ISOTOPE", "(7)"),
        ("Straße", "STRASSE", "(7)"),
        ("νόημα", "ΝΟΗΜΑ", "(5)"),
    ],
)
def test_a_term_in_a_grid(term: str, letters: str, length: str) -> None:
    assert (letters_of(term), enumeration(term)) == (letters, length)


@pytest.mark.parametrize(
    "term", ["CO2", "$x^2$", "a & b", "pH 7", "io", "a term of very many letters", "O₂ saturation", "β-blocker", "x² term"]
)
def test_what_a_grid_cannot_hold(term: str) -> None:
    assert letters_of(term) == ""


@pytest.mark.parametrize(
    ("term", "language", "letters", "length", "told"),
    [
        ("Gebäude", "de", "GEBAEUDE", "(8)", True),
        ("Rückkopplung", "de-AT", "RUECKKOPPLUNG", "(13)", True),
        ("Übergröße der Öfen", "de", "UEBERGROESSEDEROEFEN", "(12,3,5)", True),
        ("Straße", "de", "STRASSE", "(7)", True),
        ("Gebäude", "en-GB", "GEBAUDE", "(7)", True),
        ("Révolution", "fr", "REVOLUTION", "(10)", True),
        ("España", "es", "ESPAÑA", "(6)", False),
        ("Nación", "es", "NACION", "(6)", True),
        ("źródło", "pl", "ŹRÓDŁO", "(6)", False),
        ("surface area", "en-GB", "SURFACEAREA", "(7,4)", False),
    ],
)
def test_letters_are_those_of_a_language_s_puzzles(term: str, language: str, letters: str, length: str, told: bool) -> None:
    assert letters_of(term, language) == (letters if len(letters) <= LONGEST else "")
    assert enumeration(term, language) == length
    assert is_respelt(term, language) is told
