"""Grammars of other languages: each says all that the others do, and nothing twice."""

from __future__ import annotations

from collections import Counter

import pytest

from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.grammars import Grammar, folded, grammar_of, languages
from packbuilder.readers.headings import TITLES, heading, titles


def grammar(tag: str) -> Grammar:
    found = grammar_of(tag)
    assert found is not None
    return found


def test_the_languages_that_notes_come_in_have_one() -> None:
    assert {"fr", "es", "de", "cy", "pl", "el"} <= set(languages())


def test_english_and_unknown_languages_have_none() -> None:
    assert grammar_of("en-GB") is None
    assert grammar_of("it") is None


def test_a_tag_with_a_country_has_its_language_s() -> None:
    assert grammar_of("fr-CA") == grammar_of("fr")


@pytest.mark.parametrize("tag", languages())
def test_every_section_has_headings_and_none_heads_two(tag: str) -> None:
    assert grammar(tag).headings.keys() == TITLES.keys()
    twice = [
        words for words, times in Counter(map(folded, (w for each in grammar(tag).headings.values() for w in each))).items() if times > 1
    ]
    assert not twice


@pytest.mark.parametrize("tag", languages())
def test_every_heading_is_read_in_markdown_in_bold_and_in_capitals(tag: str) -> None:
    for name, each in grammar(tag).headings.items():
        for words in each:
            for line in (f"## {words}", f"**{words.capitalize()}:**", words.upper()):
                found = heading(line, titles(tag))
                assert found is not None and found.name == name, line


@pytest.mark.parametrize("tag", languages())
def test_commands_and_openers_of_questions_have_a_tariff(tag: str) -> None:
    commands = {word.command for word in grammar(tag).commands.values()}
    assert {"Name", "Define", "Describe", "Explain", "Compare", "Analyse", "Evaluate"} <= commands
    assert commands | set(grammar(tag).openers.values()) <= TARIFF.keys()


@pytest.mark.parametrize("tag", languages())
def test_a_command_is_known_as_it_is_printed(tag: str) -> None:
    for written, word in grammar(tag).commands.items():
        # "Nombre" is also a noun ("Nombre del proceso"), and "stellen Sie … dar" is put together with what it is about.
        if word.printed.casefold() != "nombre" and "…" not in word.printed:
            assert grammar(tag).command(word.printed) == word, written


def test_a_command_of_a_few_letters_is_not_known_without_its_accent() -> None:
    spanish = grammar("es")
    assert spanish.command("Dé") is not None
    assert spanish.command("de") is None
    assert spanish.command("evalue") == spanish.command("evalúe")


def test_letters_without_a_mark_to_take_off_are_folded_too() -> None:
    assert folded("Słowniczek") == folded("SLOWNICZEK")


def test_umlauts_are_known_as_two_letters_too() -> None:
    found = heading("2. HAEUFIGE FEHLER:", titles("de"))
    assert found is not None and found.name == "misconceptions"
    assert heading("Treue", titles("de")) is None


@pytest.mark.parametrize(
    ("tag", "line"),
    [("de", "5. BEWERTUNGSKRITERIEN (20 P.):"), ("pl", "Punktacja (15 pkt)"), ("el", "Κριτήρια βαθμολόγησης (20 μονάδες):")],
)
def test_a_heading_may_say_what_its_points_are_worth(tag: str, line: str) -> None:
    found = heading(line, titles(tag))
    assert found is not None and found.name == "points"
