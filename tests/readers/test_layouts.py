"""Layout files: what is read, and how a slip of the pen is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.layout import POINTS_PER_MM
from packbuilder.readers.layouts import read_layout

LAYOUTS = sorted((Path(__file__).parent.parent.parent / "layouts").glob("*.yaml"))


def test_there_are_shipped_layouts() -> None:
    assert [path.stem for path in LAYOUTS] == ["exam-a4", "handout-a4", "letter"]


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_shipped_layouts_are_without_mistakes(path: Path) -> None:
    layout, found = read_layout(path.read_bytes(), path.name, path.stem)
    assert found == ()
    assert layout is not None
    assert layout.style("heading1").size > layout.style("body").size


def test_lengths_are_millimetres_and_sizes_points() -> None:
    layout, found = read_layout(b"page: {size: A5, margins: {inner: 10}}\nstyles: {body: {size: 12}}\n", "x.yaml", "x")
    assert found == ()
    assert layout is not None
    assert layout.page.width == pytest.approx(148 * POINTS_PER_MM)
    assert layout.page.inner == pytest.approx(10 * POINTS_PER_MM)
    assert layout.style("body").size == 12
    assert layout.style("body").leading > 12


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("numbring: boxed\n", 1, "numbering"),
        ("styles:\n  body: {size: 11}\n  hedding1: {size: 20}\n", 3, "heading1"),
        ("page: {size: A9}\n", 1, "A4"),
        ("furniture:\n  foot: ['', '{pagee}', '']\n", 2, "page"),
        ("styles:\n  body: {size: 11, leading: 8}\n", 2, "overlap"),
        ("colours: {accent: blue}\n", 1, "#1a4d6b"),
        ("page: {size: A5, margins: {inner: 60, outer: 60}}\n", 1, "60 mm"),
        ("pad_to: 2\npad_to: 4\n", 2, "twice"),
    ],
)
def test_mistakes_are_told_with_their_line_and_the_remedy(text: str, line: int, words: str) -> None:
    _, found = read_layout(text.encode(), "x.yaml", "x")
    assert len(found) == 1
    assert found[0].span.line == line
    assert words in found[0].render()


def test_all_mistakes_are_told_in_one_pass() -> None:
    _, found = read_layout(b"numbring: boxed\nmarks: stars\nframe: perhaps\n", "x.yaml", "x")
    assert [diagnostic.span.line for diagnostic in sorted(found, key=lambda d: d.span)] == [1, 2, 3]
