"""What cannot be printed is found in the source, at its line and column."""

from __future__ import annotations

import unicodedata

import pytest

from packbuilder.app import screening
from packbuilder.app.screening import screened
from packbuilder.layout import DEFAULT_FAMILY
from packbuilder.typeset.faces import families, shows


def test_a_bullet_in_a_font_of_symbols_is_a_bullet() -> None:
    assert screened("\uf0b7\tone\n \uf0a7 two\n".encode(), "n.txt") == ("•\tone\n • two\n".encode(), ())


def test_an_emoji_beside_a_heading_is_no_mistake_since_it_is_not_printed() -> None:
    data, found = screened("## 🧬 Key Concepts\n- Gene 🧬\n".encode(), "n.md")
    assert [(each.span.line, each.span.column) for each in found] == [(2, 8)]
    assert "🧬" not in data.decode()


@pytest.mark.parametrize("family", sorted(families))
def test_characters_that_are_not_looked_up_are_in_every_family(family: str) -> None:
    missing = [char for char in screening._PLAIN if not char.isspace() and not shows(char, family)]
    assert missing == []


def test_ordinary_text_passes_unchanged() -> None:
    data = "The café – “quoted” – costs €3.\r\nH₂O → steam ≥ 100 °C\n".encode()
    assert screened(data, "n.txt") == (data, ())


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("one\n- two 中 three", 2, 7, "CJK UNIFIED IDEOGRAPH-4E2D"),
        ("a 🧪", 1, 3, "TEST TUBE"),
        ("\tשלום", 1, 2, "right-to-left"),
        ("x\x07y", 1, 2, "control character U+0007"),
        ("private \ue000", 1, 9, "U+E000"),
    ],
)
def test_what_cannot_be_printed_is_an_error_at_its_place(text: str, line: int, column: int, words: str) -> None:
    data, found = screened(text.encode(), "n.txt")
    (one,) = found
    assert (one.span.line, one.span.column) == (line, column)
    assert words in one.message
    assert one.code == "T101"
    kept = data.decode()
    assert len(kept) == len(text), "places after it stay where they were"
    assert screened(data, "n.txt") == (data, ())


def test_a_character_is_reported_once_a_line() -> None:
    _, found = screened("中 中\n中".encode(), "n.txt")
    assert [(d.span.line, d.span.column) for d in found] == [(1, 1), (2, 1)]


def test_comments_in_yaml_are_not_printed_and_not_screened() -> None:
    assert screened("# 中\nkey: value\n".encode(), "a.bank.yaml")[1] == ()
    assert len(screened("# 中\n".encode(), "a.md")[1]) == 1


def test_letters_are_composed_and_marks_without_a_picture_dropped() -> None:
    data, found = screened(f"{unicodedata.normalize('NFD', 'élan')} soft\u00adhyphen \u2713\ufe0f".encode(), "n.txt")
    assert data.decode() == "élan softhyphen \u2713"
    assert found == ()


def test_joined_letters_are_parted_and_marks_of_direction_dropped() -> None:
    data, found = screened("\u200ea \ufb02ood of e\ufb03cient \ufb01sh\u200f".encode(), "n.txt")
    assert data.decode() == "a flood of efficient fish"
    assert found == ()


def test_an_emoji_in_notes_is_left_out_and_told_and_stops_nothing() -> None:
    _, found = screened("- Explain osmosis \U0001f9ea".encode(), "n.md")
    assert [(each.severity.word, each.span.column) for each in found] == [("warning", 19)]
    assert "it is left out" in found[0].message
    assert [each.severity.word for each in screened("stem: a \U0001f9ea".encode(), "a.bank.yaml")[1]] == ["error"]


def test_what_is_not_text_is_left_to_its_reader() -> None:
    assert screened(b"\xff\x00\x81", "n.txt") == (b"\xff\x00\x81", ())


def test_sixteen_bit_text_is_screened_too() -> None:
    assert [d.span.column for d in screened("ab中".encode("utf-16"), "n.txt")[1]] == [3]
    assert shows("a", DEFAULT_FAMILY)
