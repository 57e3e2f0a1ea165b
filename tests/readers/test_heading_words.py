"""Headings as teachers word them: tests/cases/notes/headings.list, a section a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.readers.headings import heading

LIST = Path(__file__).parent.parent / "cases" / "notes" / "headings.list"
LINES = [line.split(": ", 1) for line in LIST.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize(("name", "line"), [(name, words) for name, several in LINES for words in several.split(" | ")])
def test_words_of_headings(name: str, line: str) -> None:
    found = heading(line)
    assert (found.name if found else "none") == name
