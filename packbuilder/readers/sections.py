"""Sections: a notes file's lines cut at its headings (HANDBOOK section 1)."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from packbuilder.patterns import regex
from packbuilder.readers.illustrations import is_picture
from packbuilder.values import dataclass

Name: TypeAlias = Literal["synopsis", "concepts", "tips", "misconceptions", "points", "objectives"]

HEADINGS: dict[Name, tuple[str, ...]] = {
    "synopsis": ("topic synopsis", "synopsis"),
    "concepts": ("key concepts & core principles", "key concepts and core principles", "key concepts", "core principles"),
    "tips": ("exam tips & revision strategies", "exam tips and revision strategies", "exam tips", "revision strategies"),
    "misconceptions": (
        "common misconceptions & mistakes to avoid",
        "common misconceptions and mistakes to avoid",
        "common misconceptions",
        "misconceptions",
        "common mistakes",
    ),
    "points": ("examiner marking points", "marking points", "examiners’ marking points"),
    "objectives": ("learning objectives", "learning outcomes"),
}

TITLES: dict[Name, str] = {
    "synopsis": "Topic Synopsis",
    "concepts": "Key Concepts & Core Principles",
    "tips": "Exam Tips & Revision Strategies",
    "misconceptions": "Common Misconceptions & Mistakes to Avoid",
    "points": "Examiner Marking Points",
    "objectives": "Learning Objectives",
}

_BULLET = regex(r"^\s*(?:[-*•–‣▪]|\d{1,2}[.)])(?:\s+|$)")
_SHORTEST_PREFIX = 8
"""A truncated heading is recognised from so many characters ("Examiner Mark")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A bullet, or a paragraph: its text with continuation lines joined, its line, and the column of its first letter."""

    text: str
    line: int
    column: int
    bullet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: which one, the heading as written, its line, whether the heading was cut or indented, and its entries."""

    name: Name
    heading: str
    line: int
    cut: bool
    indented: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A file cut at its headings: the lines before the first one, and the sections in written order."""

    opening: tuple[Entry, ...]
    sections: tuple[Section, ...]


def cut_sections(lines: tuple[str, ...]) -> Cut:
    """Cut lines at headings. A heading stands alone on its line, also as Markdown (`## Key Concepts`) or with a colon."""
    marks: list[tuple[int, Name, bool]] = []
    for index, line in enumerate(lines):
        found = _heading(line)
        if found is not None:
            marks.append((index, *found))
    opening = _entries(lines[: marks[0][0]] if marks else lines, 0)
    sections = []
    for place, (index, name, cut) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(lines)
        sections.append(
            Section(
                name=name,
                heading=lines[index].strip(),
                line=index + 1,
                cut=cut,
                indented=lines[index].startswith(("  ", "\t")),
                entries=_entries(lines[index + 1 : end], index + 1),
            )
        )
    return Cut(opening=opening, sections=tuple(sections))


def _heading(line: str) -> tuple[Name, bool] | None:
    """Return which heading a line is, and whether it was cut short."""
    words = re.sub(r"^#+\s*", "", line.strip()).strip("*_ ").removesuffix(":").strip("*_ ").casefold()
    if not words or len(words) > 60 or _BULLET.match(line):
        return None
    for name, known in HEADINGS.items():
        if words in known:
            return name, False
    if len(words) < _SHORTEST_PREFIX:
        return None
    near: list[Name] = [name for name, known in HEADINGS.items() if any(k.startswith(words) for k in known)]
    return (near[0], True) if len(near) == 1 else None


def _entries(lines: tuple[str, ...], before: int) -> tuple[Entry, ...]:
    """Join bullets and paragraphs that run over lines. An empty bullet is kept, so that it can be reported."""
    entries: list[Entry] = []
    open_ = False
    for number, line in enumerate(lines, before + 1):
        if not line.strip():
            open_ = False
            continue
        mark = _BULLET.match(line)
        if is_picture(line):
            column = len(line) - len(line.lstrip()) + 1
            entries.append(Entry(text=line.strip(), line=number, column=column, bullet=False))
            open_ = False
        elif mark:
            entries.append(Entry(text=line[mark.end() :].strip(), line=number, column=mark.end() + 1, bullet=True))
            open_ = True
        elif open_ and entries and (not entries[-1].bullet or line.startswith((" ", "\t"))):
            last = entries[-1]
            entries[-1] = Entry(text=f"{last.text} {line.strip()}".strip(), line=last.line, column=last.column, bullet=last.bullet)
        else:
            column = len(line) - len(line.lstrip()) + 1
            entries.append(Entry(text=line.strip(), line=number, column=column, bullet=False))
            open_ = True
    return tuple(entries)
