"""Notes as people bring them, form by form: tests/cases/notes/forms/*.txt.

A case is `# what it shows`, the notes, `==>`, and what is read of them: entries of a section parted by ` | `, a concept as
`term: definition`. `told:` lists codes with their lines, but for missing sections; none where there is no such line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from packbuilder.model.topic import Topic
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
