"""Layout files: what is read, and how a slip of the pen is told."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from packbuilder.layout import POINTS_PER_MM
from packbuilder.readers.layouts import read_layout

LAYOUTS = sorted((Path(__file__).parent.parent.parent / "layouts").glob("*.yaml"))


def test_there_are_shipped_layouts() -> None:
    assert [path.stem for path in LAYOUTS] == [
        "dyslexia-friendly", "exam-a4", "handout-a4", "handout-a5", "letter", "organiser-a3", "organiser-a4", "organiser-letter", "plain",
    ]  # fmt: skip


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
        ("columns: {least: 11, most: 9}\n", 1, "less than `least`"),
        ("styles:\n  body: {size: 11, tracking: 2}\n", 2, "tracking"),
        ("styles:\n  heading1: {size: 20, rule: left}\n", 2, "above"),
        ("colours: {background: '#333333'}\nstyles:\n  body: {size: 11}\n", 3, "the page's own colour"),
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


@pytest.mark.parametrize(
    ("name", "grid"), [("handout-a4", 3.6), ("letter", 3.6), ("plain", 3.6), ("handout-a5", 3.3), ("dyslexia-friendly", 4.5)]
)
def test_handouts_keep_a_grid_and_a_scale_of_one_ratio(name: str, grid: float) -> None:
    path = next(path for path in LAYOUTS if path.stem == name)
    layout, _ = read_layout(path.read_bytes(), path.name, path.stem)
    assert layout is not None
    body = layout.style("body")
    assert round(body.leading / grid, 6) == 4
    for role, style in layout.styles:
        for length in (style.leading, style.before, style.after):
            assert abs(length / grid - round(length / grid)) < 1e-6, role
        step = log(style.size / body.size) / log(1.2)
        assert abs(step - round(step)) < 0.06, role


def test_a_page_has_a_colour_and_letters_stand_apart_where_a_layout_says_so() -> None:
    path = next(path for path in LAYOUTS if path.stem == "dyslexia-friendly")
    layout, found = read_layout(path.read_bytes(), path.name, path.stem)
    assert found == ()
    assert layout is not None
    assert layout.background == pytest.approx((1.0, 246 / 255, 220 / 255))
    assert {style.tracking for _, style in layout.styles} == {0.05}
    assert {style.align for _, style in layout.styles} == {"left"}
    assert all(style.leading >= 1.2 * style.size for _, style in layout.styles)
    assert min(style.size for _, style in layout.styles) == layout.style("body").size == 12
    assert layout.style("body").leading == 1.5 * 12
