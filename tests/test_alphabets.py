"""Alphabets: words in a language's own order."""

from __future__ import annotations

import pytest

from packbuilder.alphabets import in_list, letter, order


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("pl", "lipa lód łata łuk mak źródło żaba"),
        ("de", "Ärger Atom Öffentlichkeit Ohr Zelle"),
        ("el", "Άγημα αδράνεια έργο Ζεύς ώθηση"),
        ("es-MX", "nube ñandú oso"),
        ("cy", "cath cell chwarae dafad ddoe"),
        ("fr", "eau école été"),
        ("fr", "États Noyau Œuvre Tiers"),
        ("es", "Nube Núcleo Ñu Oso"),
        ("cy", "Cydran Chwarren Dic Ddoe Llwybr Mitocondria"),
    ],
)
def test_words_stand_in_the_order_of_their_language(language: str, words: str) -> None:
    assert sorted(words.split(), key=lambda word: order(word, language)) == words.split()


@pytest.mark.parametrize(
    ("word", "language", "under"),
    [("łuk", "pl", "Ł"), ("Żaba", "pl", "Ż"), ("Ärger", "de", "A"), ("Έργο", "el", "Ε"), ("ddoe", "cy", "Dd"), ("3D", "de", "")],
)
def test_a_letter_with_a_mark_is_its_own_only_where_the_alphabet_has_it(word: str, language: str, under: str) -> None:
    assert letter(word, language) == under


def test_a_list_in_english_is_as_it_was() -> None:
    assert sorted(["éclair", "zoo"], key=lambda word: in_list(word, "en-GB")) == ["zoo", "éclair"]
    assert sorted(["éclair", "zoo"], key=lambda word: in_list(word, "fr")) == ["éclair", "zoo"]
