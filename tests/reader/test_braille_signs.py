"""Every sign that a formula can be written with has braille in every language: cells of its table, or of the program's own."""

from __future__ import annotations

import unicodedata

import pytest

from packbuilder import maths
from packbuilder.maths.commands import COMMANDS, SIGN_KINDS, TYPED
from packbuilder.maths.unicode import FROM_HIGH, FROM_LOW, VULGAR
from packbuilder.reader.braille import _TABLES, _translated, can_translate, to_brf, without_cells
from packbuilder.wording import catalogue
from tests.programs import require

LANGUAGES = ("en-GB", "cy", "fr", "de", "es", "pl", "el")

FORMULAS = (
    *(f"a {command.char if command.name.isalpha() is False else chr(92) + name} b" for name, command in COMMANDS.items() if command.kind in SIGN_KINDS),
    *(f"\\{name}{{x}}" for name, command in COMMANDS.items() if command.kind == "accent"),
    *(f"\\mathbb{{{letter}}}" for letter in "ACHNPQRZaz1"),
    *(f"a {char} b" for char in TYPED if not char.isalnum()),
    r"0.\dot{3}", r"\overline{AB}", r"\vec{AB}", r"\sqrt[3]{x}", r"\sqrt[4]{x}", r"x^{2n}", r"x_{ij}", r"\frac{a+b}{2}", r"\ce{2H2O <=> H3O+ + OH-}", r"f''(x)",
)  # fmt: skip


def signs() -> list[str]:
    """Return all characters that formulas come to in plain text."""
    held: set[str] = set()
    for formula in FORMULAS:
        tree = maths.parse(formula).tree
        held.update(maths.to_plain(tree))
    held.update(map(chr, (*FROM_HIGH, *FROM_LOW)), VULGAR)
    return sorted(char for char in held if not char.isspace())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_has_cells_and_no_two_numbers_are_alike(language: str) -> None:
    require("lou_translate")
    assert len(signs()) > 250
    lines = [f"1{char} 2" if unicodedata.combining(char) else f"1 {char} 2" for char in signs()]
    assert not without_cells("".join(signs()), language)
    found = to_brf("\n".join(lines) + "\n", language=language).decode("ascii").replace("\f", "").split("\r\n")
    assert "?" not in {line.strip() for line in found}
    changed, plain = (to_brf(f"{number}\n", language=language) for number in ("0.3\u0307", "0.3"))
    assert changed != plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_with_accents_of_other_languages_are_a_letter_and_an_accent(language: str) -> None:
    require("lou_translate")
    assert to_brf("ẍ ṗ\n", language=language) != to_brf("x p\n", language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_cells_is_said_by_its_name(language: str) -> None:
    require("lou_translate")
    assert to_brf("Look at the ☃.\n", language=language) == to_brf("Look at the [snowman].\n", language=language)
    assert without_cells("a ☃", language) == {"☃"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programs_own_words_have_cells(language: str) -> None:
    require("lou_translate")
    assert can_translate(language)
    wording = catalogue(language)
    words = [line for message in wording.messages.values() for line in ((message,) if isinstance(message, str) else message)]
    to_brf("\n".join(words) + "\n", language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u2007", "\u3000"])
def test_every_space_is_a_blank(language: str, space: str) -> None:
    require("lou_translate")
    assert to_brf(f"25{space}kg z{space}tego\n", language=language) == to_brf("25 kg z tego\n", language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufe0f"])
def test_what_only_says_how_print_is_set_has_no_cells(language: str, unseen: str) -> None:
    require("lou_translate")
    assert to_brf(f"photo{unseen}graph\n", language=language) == to_brf("photograph\n", language=language)


@pytest.mark.parametrize(
    ("text", "close"),
    [
        ("NOM\u00a0: …", "NOM: …"),
        ("Le mot «\u00a0facteur\u00a0»\u202f?", "Le mot «facteur»?"),
        ("Le mot « facteur » ?", "Le mot «facteur»?"),
        ("Dans le rapport 1 : 2", "Dans le rapport 1 : 2"),
    ],
)
def test_french_signs_stand_close_to_their_words(text: str, close: str) -> None:
    require("lou_translate")
    assert to_brf(f"{text}\n", language="fr") == to_brf(f"{close}\n", language="fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_of_the_programs_own_words_becomes_a_question_mark(language: str) -> None:
    """What has no cells would come out as one: in Polish braille that is a letter, in French punctuation."""
    require("lou_translate")
    wording = catalogue(language)
    words = [line for message in wording.messages.values() for line in ((message,) if isinstance(message, str) else message)]
    words += ["ΑΤΡ «ΑΤΡ» (*) ( / )", "“x” „y“ «z» — – ‑"]
    assert not without_cells("“”„«»—–‑", language)
    lines = [line.replace("\n", " ") for line in words]
    assert not [cells for cells in _translated(lines, _TABLES[language[:2]]) if not cells.isascii()]
