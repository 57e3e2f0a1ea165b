"""Lengths: gaps are made narrower but in code, and what is too long is told and not read."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Diagnostics
from packbuilder.model.topic import Topic
from packbuilder.readers.lengths import LONGEST, narrowed
from packbuilder.readers.notes import read_notes

NOTES = """Topic: Enzymes

Synopsis
{synopsis}

Key Concepts
- Enzyme: a biological catalyst
{concepts}
Exam Tips
- Read the question.
{tips}
Common Misconceptions
- Enzymes die. They are denatured.
{misconceptions}
Examiner Marking Points
- Explain how enzymes work.
{points}
"""

WORDS = "heat breaks the bonds of an enzyme and "


def read(section: str, lines: str) -> tuple[Topic, Diagnostics]:
    texts = dict.fromkeys(("concepts", "tips", "misconceptions", "points"), "")
    topic, found = read_notes(NOTES.format(**{"synopsis": "Enzymes are proteins.", **texts, section: lines}).encode(), "notes.txt")
    assert topic is not None
    return topic, tuple(each for each in found if each.code == "N128")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a" + " " * 9 + "b", "a" + " " * 8 + "b"),
        ("a" + " " * 3000 + "b" + " " * 3000, "a" + " " * 8 + "b" + " " * 8),
        ("a" + " " * 8 + "b", "a" + " " * 8 + "b"),
        (" " * 40 + "a line of verse, set in", " " * 40 + "a line of verse, set in"),
        ("a" + "\t" * 12 + "b", "a" + "\t" * 12 + "b"),
        ("a" + "\t" * 3000 + "b", "a\tb"),
        ("a" + "\t " * 3000 + "b", "a\tb"),
        ("print `a" + " " * 12 + "b`" + " " * 12 + "c", "print `a" + " " * 12 + "b`" + " " * 8 + "c"),
        ("", ""),
    ],
)
def test_gaps_are_narrower(line: str, expected: str) -> None:
    assert narrowed((line,), ()) == (expected,)


def test_lines_of_code_are_kept() -> None:
    assert narrowed(("a" + " " * 20 + "b",) * 2, (0,)) == ("a" + " " * 20 + "b", "a" + " " * 8 + "b")


@pytest.mark.parametrize("section", ["concepts", "tips", "misconceptions", "points"])
@pytest.mark.parametrize("apart", [" ", "\n  "], ids=["one line", "wrapped"])
def test_what_is_too_long_is_told_and_not_read(section: str, apart: str) -> None:
    whole = "- Photosynthesis: " + apart.join([WORDS.strip()] * 60) + ".\n"
    topic, told = read(section, whole)
    assert [(each.severity.word, each.span.line) for each in told] == [("warning", whole_line(section))]
    assert "2,000 characters" in told[0].message and told[0].hints
    assert "Photosynthesis" not in repr(topic)


def whole_line(section: str) -> int:
    """Return the number of the line on which the section's second entry stands."""
    lines = NOTES.replace("{" + section + "}", "HERE").splitlines()
    return lines.index("HERE") + 1


def test_what_is_just_short_enough_is_read() -> None:
    text = (WORDS * 60)[: LONGEST - len("- ") - 1] + "s"
    topic, told = read("points", f"- {text}")
    assert not told
    assert len(topic.marking_points) == 2


def test_a_synopsis_may_be_as_long_as_it_likes() -> None:
    topic, told = read("synopsis", WORDS * 100 + "so on.")
    assert not told
    assert len(topic.synopsis) > LONGEST


def test_a_synopsis_on_the_line_of_its_heading_may_be_long_too() -> None:
    text = WORDS * 100 + "so on."
    topic, found = read_notes(
        NOTES.replace("Synopsis\n{synopsis}", f"Synopsis: {text}").format(concepts="", tips="", misconceptions="", points="").encode(),
        "notes.txt",
    )
    assert topic is not None
    assert topic.synopsis == text
    assert not [each for each in found if each.code == "N128"]
