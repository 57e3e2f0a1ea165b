"""Grammars of other languages: each says all that the others do, and nothing twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.derive.stems import stem
from packbuilder.grammars import Grammar, folded, grammar_of, languages
from packbuilder.readers.headings import TITLES, heading, titles
from packbuilder.text import Run

STEMS = {"meaning": "term", "term": "meaning", "which": "term", "complete": "", "complete_spare": "", "other": "term", "wrong": "claim"}


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
def test_stems_say_what_is_asked_about(tag: str) -> None:
    said = {key: "".join(re.findall(r"\{(\w+)\}", text)) for key, text in grammar(tag).stems.items()}
    assert said == STEMS


@pytest.mark.parametrize("tag", languages())
def test_commands_and_openers_of_questions_have_a_tariff(tag: str) -> None:
    commands = {word.command for word in grammar(tag).commands.values()}
    assert {"State", "Name", "Define", "Describe", "Explain", "Compare", "Analyse", "Evaluate"} - {"State"} <= commands
    assert commands | set(grammar(tag).openers.values()) <= TARIFF.keys()


@pytest.mark.parametrize("tag", languages())
def test_a_command_is_known_as_it_is_printed(tag: str) -> None:
    for written, word in grammar(tag).commands.items():
        if word.printed.casefold() != "nombre":  # it is also a noun: "Nombre del proceso"
            assert grammar(tag).command(word.printed) == word, written


def test_a_command_of_a_few_letters_is_not_known_without_its_accent() -> None:
    spanish = grammar("es")
    assert spanish.command("Dé") is not None
    assert spanish.command("de") is None
    assert spanish.command("evalue") == spanish.command("evalúe")


def test_a_stem_is_in_the_language_of_the_notes() -> None:
    (run,) = stem("de", "which", term="Zelle")
    assert run == Run(text="Was bedeutet der Begriff „Zelle“?")


def test_a_stem_in_a_language_without_a_grammar_is_english_and_says_so() -> None:
    assert stem("it", "which", term="cellula") == (
        Run(text="Which of these is meant by the term ‘", language="en"),
        Run(text="cellula"),
        Run(text="’?", language="en"),
    )
    assert stem("it", "complete") == (Run(text="Complete the text. Use each word or phrase once.", language="en"),)
