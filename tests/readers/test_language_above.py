"""The language that the first line of notes says without front matter."""

from __future__ import annotations

import pytest

from packbuilder.readers.notes import read_notes

_WELSH = "{}\n\nCysyniadau allweddol\n- Streic: gwrthod gweithio er mwyn cael gwell amodau\n\nPwyntiau marcio\n- Disgrifiwch y pentref.\n"
_ENGLISH = (
    "{}\n\nKey concepts\n- Strike: a refusal to work until conditions are better\n\nExaminer marking points\n- Describe the village.\n"
)


@pytest.mark.parametrize("line", ["language: cy", "Language: cy", "**Language:** cy", "Iaith: Cymraeg", "Language: Welsh", "Idioma: cy"])
def test_a_first_line_says_the_language(line: str) -> None:
    topic, told = read_notes(_WELSH.format(line).encode(), "pentref.txt")
    assert topic is not None and topic.language == "cy"
    assert topic.title == "Pentref"
    assert not [each for each in told if each.code in ("N140", "N143")]


@pytest.mark.parametrize("line", ["Language: techniques", "Language: French", "Language and power", "Language: spoken and written"])
def test_what_is_learnt_is_a_title(line: str) -> None:
    topic, _ = read_notes(_ENGLISH.format(line).encode(), "village.txt")
    assert topic is not None and topic.language in ("", "en-GB")
    assert topic.title == line


def test_the_line_is_none_of_the_notes() -> None:
    topic, _ = read_notes(_WELSH.format("language: cy\nY pentref").encode(), "a.txt")
    assert topic is not None and topic.title == "Y pentref" and "language" not in topic.synopsis
