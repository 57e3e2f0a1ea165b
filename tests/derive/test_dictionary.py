"""Words that are surely no names, by a dictionary that is read once and kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from packbuilder.derive import dictionary
from packbuilder.derive.dictionary import is_ordinary_word

ORDINARY = ("Turgid", "protocol", "Overflow", "altitudes", "schema", "Film", "Brownfield", "Ghost")
NAMES = ("Krebs", "Norway", "Boltzmann", "Llanfair", "zzxq", "")


@pytest.fixture
def anew() -> None:
    dictionary._kept.cache_clear()


@pytest.mark.parametrize("cached", [True, False])
def test_ordinary_words_and_names(anew: None, cached: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKBUILDER_CACHE", str(tmp_path) if cached else "off")
    assert all(map(is_ordinary_word, ORDINARY))
    assert not any(map(is_ordinary_word, NAMES))


def test_what_was_kept_needs_no_dictionary(anew: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACKBUILDER_CACHE", str(tmp_path))
    assert is_ordinary_word("turgid")
    dictionary._kept.cache_clear()
    monkeypatch.setitem(sys.modules, "simplemma.strategies.dictionaries", None)
    assert is_ordinary_word("turgid")
    assert not is_ordinary_word("Krebs")


def test_it_says_what_simplemma_does(anew: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """On words of every letter: known, and small where they begin a sentence."""
    from simplemma import is_known, lemmatize
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    monkeypatch.setenv("PACKBUILDER_CACHE", "off")
    words = [word for word in DefaultDictionaryFactory().get_dictionary("en") if word.isalpha()][::97]
    assert len(words) > 1000
    for word in words:
        small = word.casefold()
        if small in dictionary.TAUGHT | dictionary.WORDS_BEFORE_NAMES:
            continue
        expected = is_known(small, lang="en") and str(lemmatize(small.capitalize(), lang="en")).islower()
        assert is_ordinary_word(word) == expected, word
