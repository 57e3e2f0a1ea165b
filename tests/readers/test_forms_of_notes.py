"""Notes as people bring them, form by form: tests/cases/notes/forms/*.txt.

A case is `# what it shows`, the notes, `==>`, and what is read of them: entries of a section parted by ` | `, a concept as
`term: definition`, and what stands over tables as `captions`. `told:` lists codes with their lines, but for missing sections; none where there is no such line.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from packbuilder.model.topic import Topic
from packbuilder.readers.headings import heading
from packbuilder.readers.notes import read_notes

FOLDER = Path(__file__).parent.parent / "cases" / "notes" / "forms"
MISSING = frozenset({"N124", "N120", "N130"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: its name, its notes, and what is expected of them."""

    name: str
    notes: str
    expected: dict[str, str]


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        text = "\n" + path.read_text(encoding="utf-8").rstrip()
        # A case begins after the expectations of the last one, so that notes may have Markdown headings of their own.
        for block in re.split(r"(?:^\n|(?<=\n)\n)(?=# (?:(?!\n\n# ).)*?\n==>\n)", text, flags=re.DOTALL)[1:]:
            head, expected = block.split("\n==>\n")
            title, notes = head.split("\n", 1)
            lines = (tuple(line.split(": ", 1)) for line in expected.strip().splitlines())
            found.append(Case(name=f"{path.stem}: {title.removeprefix('# ')}", notes=notes, expected=dict(lines)))
    return found


def seen(topic: Topic) -> dict[str, str]:
    """Return what was read, in the words of a case."""
    found = {
        "synopsis": topic.synopsis,
        "concepts": " | ".join(f"{c.term}: {c.definition}" if c.term else c.definition for c in topic.concepts),
        "tips": " | ".join(tip.text for tip in topic.exam_tips),
        "misconceptions": " | ".join(f"{m.claim} {m.correction}".strip() for m in topic.misconceptions),
        "captions": " | ".join(table.caption for table in topic.tables if table.caption),
        "points": " | ".join(point.text for point in topic.marking_points),
    }
    return {name: text for name, text in found.items() if text}


def test_there_are_cases_and_each_has_its_own_name() -> None:
    names = [case.name for case in cases()]
    assert len(names) >= 30
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_form(case: Case) -> None:
    topic, found = read_notes(case.notes.encode(), "notes.md")
    assert topic is not None, found
    told = " | ".join(sorted(f"{d.code} {d.span.line}" for d in found if d.code not in MISSING))
    assert seen(topic) | ({"told": told} if told else {}) == case.expected


ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "sources").glob("*/*.txt"))


def wrapped(line: str, indent: str) -> str:
    return textwrap.fill(line, 76, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


WRITTEN_OTHERWISE: dict[str, Callable[[str, int], str]] = {
    "dots": lambda line, _: f"•\t{line[2:]}" if line.startswith("- ") else line,
    "small o": lambda line, _: f"\to\t{line[2:]}" if line.startswith("- ") else line,
    "numbers": lambda line, at: f"{at % 30}. {line[2:]}" if line.startswith("- ") else line,
    "letters": lambda line, at: f"({'abcdefgh'[at % 8]}) {line[2:]}" if line.startswith("- ") else line,
    "no bullets": lambda line, _: line.removeprefix("- "),
    "a line between": lambda line, _: line.removeprefix("- ") + "\n",
    "wrapped with an indent": lambda line, _: wrapped(line, "  ") if line.startswith("- ") else line,
    "wrapped without": lambda line, _: wrapped(line, "") if line.startswith("- ") else line,
    "bold headings": lambda line, _: f"**{line}**" if heading(line) else line,
    "capitals with a colon": lambda line, _: f"{line.upper()}:" if heading(line) else line,
    "Markdown headings": lambda line, _: f"### {line}" if heading(line) else line,
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("otherwise", WRITTEN_OTHERWISE)
def test_notes_say_the_same_in_whatever_form_they_are_written(otherwise: str, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    change = WRITTEN_OTHERWISE[otherwise]
    matter, body = re.match(r"(---\n.*?\n---\n)?(.*)$", text, re.DOTALL).groups("")  # type: ignore[union-attr]  # it matches anything
    other = "\n".join(change(line, number) for number, line in enumerate(body.split("\n")))
    plainly, _ = read_notes(text.encode(), "notes.txt")
    topic, _ = read_notes((matter + other).encode(), "notes.txt")
    assert plainly is not None and topic is not None
    assert seen(topic) == seen(plainly)
