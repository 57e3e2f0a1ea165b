"""Seams: quotations within the program's quotation marks, and the Welsh article behind its vowels."""

from __future__ import annotations

import pytest

from packbuilder.markup import flat, rich, worded
from packbuilder.seams import met, nested
from packbuilder.text import filled
from packbuilder.wording import catalogue


@pytest.mark.parametrize(
    ("language", "text", "inner"),
    [
        ("de", "sei „im Felde unbesiegt“ gewesen", "sei ‚im Felde unbesiegt‘ gewesen"),
        ("fr", "comme « je pense, donc je suis »", "comme “je pense, donc je suis”"),
        ("pl", "hasło „wolność”", "hasło «wolność»"),
        ("en-GB", "the “Big Bang”", "the “Big Bang”"),
        ("en-GB", "A value such as ‘yes’, which isn’t ‘no’", "A value such as “yes”, which isn’t “no”"),
        ("en-GB", "the dogs’ bowls", "the dogs’ bowls"),
        ("en-GB", "answers \"yes\" or 'no'", "answers “yes” or “no”"),
        ("en-GB", 'a 5" pipe and a 6" pipe', 'a 5" pipe and a 6" pipe'),
        ("en-GB", 'calls `print("yes")`', 'calls `print("yes")`'),
        ("en-GB", "don't ask the pupil's parents' friends", "don't ask the pupil's parents' friends"),
        ("en-GB", "“He said ‘yes’.”", "“He said ‘yes’.”"),
        ("cy", "gair fel ‘ie’", "gair fel “ie”"),
        ("de", 'sei "im Felde unbesiegt" gewesen', "sei ‚im Felde unbesiegt‘ gewesen"),
        ("fr", 'comme "je pense"', "comme “je pense”"),
        ("pl", 'hasło "wolność"', "hasło «wolność»"),
    ],
)
def test_a_quotation_within_a_quotation_has_marks_of_its_own(language: str, text: str, inner: str) -> None:
    assert nested(text, language) == inner


def test_english_marks_are_those_that_are_not_open_yet() -> None:
    english = catalogue("en-GB")
    assert worded(english, "derived.define", term="‘no’ votes") == "State what is meant by the term ‘“no” votes’."
    assert worded(english, "derived.wrong", claim='It is called "the rule"').startswith("A student claims: “It is called ‘the rule’.”")


def test_only_what_stands_in_quotation_marks_is_nested() -> None:
    german = catalogue("de")
    assert (
        flat(filled(german, "worksheet.means", term=rich("Die „Lüge“"), meaning=rich("das „Heer“"))) == "„Die ‚Lüge‘“ bedeutet: das „Heer“."
    )
    assert worded(german, "worksheet.cloze.term", meaning="das „Heer“") == "Der Begriff für „das ‚Heer‘“ lautet"


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("Ystyr ‘Erydiad’ yw ", "y broses o dreulio", "Ystyr ‘Erydiad’ yw’r broses o dreulio"),
        ("Mae’n golygu ", "yr ardal o dir", "Mae’n golygu’r ardal o dir"),
        ("Mae’n golygu ", "ynni o’r haul", "Mae’n golygu ynni o’r haul"),
        ("Ystyr ‘X’ yw ", "y mae’r afon", "Ystyr ‘X’ yw y mae’r afon"),
        ("Dyma’r ystyr: ", "y broses", "Dyma’r ystyr: y broses"),
    ],
)
def test_the_welsh_article_leans_on_a_vowel(before: str, text: str, written: str) -> None:
    assert "".join(met(before, text, "cy")) == written


def test_the_article_of_no_other_language_does() -> None:
    assert met("Il y a ", "y compris", "fr") == ("Il y a ", "y compris")
