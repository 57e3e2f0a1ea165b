"""Spaces to draw in: as high as their words say, whole, and larger in large print."""

from __future__ import annotations

import re

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Document, DrawingSpace, NumberedQuestion, Paragraph
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import POINTS_PER_MM, Layout
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

EXAM = layout("exam-a4", PLACE)
LARGE, LARGEST = (modified(EXAM, edition_named(name)) for name in ("large-18", "large-24"))


def _announced(block: DrawingSpace, own: Layout = EXAM, language: str = "en-GB") -> str:
    (node,) = Setter(own).lay(block, language).nodes
    assert node.role == "Form"
    return node.alt


def test_its_height_goes_by_the_marks_and_is_said() -> None:
    said = [_announced(DrawingSpace(marks=marks)) for marks in (1, 3, 4, 6, 20)]
    assert said == [f"space to draw in, {height} mm high" for height in (70, 70, 80, 120, 148)]


@pytest.mark.parametrize("ruling", ["plain", "squared"])
@pytest.mark.parametrize("own", [EXAM, LARGE, LARGEST, Layout(name="plain")], ids=lambda own: own.name)
def test_it_is_one_slab_as_high_as_it_says(own: Layout, ruling: str) -> None:
    block = DrawingSpace(marks=4, ruling="squared" if ruling == "squared" else "plain")
    (slab,) = Setter(own).lay(block, "en-GB").slabs
    said = int(re.findall(r"\d+", _announced(block, own))[0])
    assert slab.height == pytest.approx(said * POINTS_PER_MM + 0.8)
    (leaf,) = slab.leaves
    assert leaf.box is not None
    left, _, right, _ = leaf.box
    assert 0 <= left < right <= own.page.text_width


def test_squares_are_whole_and_larger_in_large_print() -> None:
    graph = DrawingSpace(marks=3, height=92, ruling="squared")
    assert _announced(graph) == "squared space to draw in, 90 mm high"
    assert (EXAM.square_mm, LARGE.square_mm, LARGEST.square_mm) == (5, 10, 10)
    assert int(re.findall(r"\d+", _announced(graph, LARGE))[0]) % 10 == 0


def test_it_grows_with_the_print_up_to_what_a_page_holds() -> None:
    heights = [own.drawing_mm(3) for own in (EXAM, LARGE, LARGEST)]
    assert heights == sorted(heights) and heights[0] == 70 and heights[1] == pytest.approx(70 * 18 / 11, abs=1)
    assert LARGEST.drawing_mm(12) * POINTS_PER_MM <= 0.6 * LARGEST.page.text_height


def test_it_stays_on_the_page_of_its_stem() -> None:
    stem = Paragraph(text=plain("Draw a labelled diagram of the heart."), role="stem")
    asked = tuple(NumberedQuestion(number=(n,), stem=(stem,), marks=4, space=(DrawingSpace(marks=4),)) for n in range(1, 8))
    laid = lay_out(Document(title="T", language="en-GB", blocks=asked), Setter(EXAM))
    places = [[each.fragment for each in page.placements] for page in laid.pages]
    for question in range(len(asked)):
        assert sum(question in page for page in places) == 1


def test_it_is_said_in_welsh() -> None:
    assert _announced(DrawingSpace(marks=4), language="cy") == "lle i dynnu llun, 80 mm o uchder"
    assert _announced(DrawingSpace(marks=4, ruling="squared"), language="cy") == "lle sgwariog i dynnu llun, 80 mm o uchder"
