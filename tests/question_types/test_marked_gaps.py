"""Cloze: marks round a gap and inside it are read; what could only be printed as it is written is refused."""

from __future__ import annotations

import json

import pytest

from packbuilder.document import Group, Paragraph
from packbuilder.model.item import Item
from packbuilder.text import Gap, RichText, Run
from tests.question_types.banks import ENGLISH, item, mistakes


def cloze(text: str, more: str = "") -> Item:
    return item(f"kind: cloze\nword_bank: true\ntext: {json.dumps(text)}\n{more}")


def said(text: RichText) -> str:
    """Return a text with its gaps as `_`, italics in slashes and words of a language before its tag."""

    def one(run: object) -> str:
        if isinstance(run, Gap):
            return "_"
        assert isinstance(run, Run)
        words = f"/{run.text}/" if run.italic else run.text
        return f"<{words}|{run.language}>" if run.language else words

    return "".join(map(one, text))


def shown(asked: Item) -> tuple[str, str]:
    """Return the word bank and the text."""
    bank, text = asked.interaction.answer_space(asked.marks, ENGLISH)
    assert isinstance(bank, Group) and isinstance(text, Paragraph)
    (words,) = bank.blocks
    assert isinstance(words, Paragraph)
    return said(words.text), said(text.text)


@pytest.mark.parametrize(
    ("text", "bank", "asked"),
    [
        ("[Je {{suis|es}} à la {{gare}}.]{lang=fr}", "<suis|fr>   ·   <gare|fr>", "<Je |fr>_< à la |fr>_<.|fr>"),
        ("*The {{xylem}} carries water.*", "xylem", "/The /_/ carries water./"),
        ("{{[gare]{lang=fr}}} means {{*station*}}.", "<gare|fr>   ·   /station/", "_ means _."),
        ("[Je]{lang=fr} is {{I}}.", "I", "<Je|fr> is _."),
        ("The set {1, {{2}}} is {a}.", "2", "The set {1, _} is {a}."),
    ],
)
def test_marks_are_read_round_gaps_and_in_them(text: str, bank: str, asked: str) -> None:
    assert shown(cloze(text)) == (bank, asked)


def test_words_to_spare_are_in_the_language_of_all_gaps() -> None:
    assert shown(cloze("[Je {{suis}} ici.]{lang=fr}", "surplus: [train]"))[0] == "<suis|fr>   ·   <train|fr>"
    assert shown(cloze("[Je {{suis}} ici]{lang=fr} at {{noon}}.", "surplus: [train]"))[0] == "<suis|fr>   ·   noon   ·   train"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("$x = {{3}}$ is it", "inside a formula"),
        ("*The {{xylem*}} carries", "between the braces of a gap"),
        ("[Je {{suis]{lang=fr}}} ici", "between the braces of a gap"),
        ("a {{b}} {{c", "make no gap"),
        ("[a [b]{lang=de} {{c}}]{lang=fr}", "ends no mark of a language"),
    ],
)
def test_what_would_be_printed_as_it_is_written_is_refused(text: str, message: str) -> None:
    (found,) = mistakes(f"kind: cloze\ntext: {json.dumps(text)}")
    assert message in found


def test_a_poem_with_gaps_keeps_its_lines() -> None:
    (block,) = item('kind: cloze\ntext: "Tyger {{Tyger}},\\nburning {{bright}}"').interaction.answer_space(2, ENGLISH)
    assert isinstance(block, Group) and block.role == "verse" and len(block.blocks) == 2
