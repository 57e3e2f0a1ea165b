"""Drawings in words: exactly what is drawn, in English and in Welsh, and nothing that is left for the candidate."""

from __future__ import annotations

from hypothesis import given

from packbuilder.drawings import (
    Axis,
    Chart,
    Curve,
    Diagram,
    Graph,
    Interval,
    Jump,
    Label,
    Mark,
    NumberLine,
    Pie,
    Point,
    Scale,
    Sector,
    Series,
    Shape,
    Sketch,
)
from packbuilder.drawings.speech import described
from packbuilder.markup import rich
from packbuilder.text import plain
from packbuilder.wording import catalogue
from tests.typeset.sketches import SKETCHES

ENGLISH, WELSH = catalogue("en-GB"), catalogue("cy")
FIVE = Scale(low=-5, high=5, step=1)
UP = Axis(title=plain("Rainfall in mm"), scale=Scale(low=0, high=60, step=20))


def test_a_number_line_tells_its_range_its_circles_and_its_ends() -> None:
    line = NumberLine(
        scale=FIVE,
        marks=(Mark(at=2, label=plain("A")), Mark(at=-1, shape="open")),
        intervals=(Interval(low=-2, low_open=True),),
        jumps=(Jump(start=0, end=-3, label=plain("−3")),),
    )
    assert described(line, ENGLISH) == (
        "Number line from −5 to 5 in steps of 1. Filled circle at 2, labelled A. Open circle at −1. "
        "Line drawn from −2 (open circle) to beyond 5 (arrowhead). Curved arrow from 0 to −3, labelled −3."
    )
    welsh = described(line, WELSH)
    assert welsh.startswith("Llinell rif o −5 i 5 fesul 1.")
    assert "i’r tu hwnt i 5 (pen saeth)" in welsh


def test_a_blank_grid_says_what_it_is() -> None:
    axis = Axis(title=rich("$x$"), scale=FIVE)
    assert described(Graph(x=axis, y=axis), ENGLISH) == (
        "Axes with a grid to draw on. Across: x, from −5 to 5 in steps of 1. Upwards: x, from −5 to 5 in steps of 1."
    )


def test_a_graph_names_the_points_of_its_lines_and_speaks_formulas() -> None:
    axis = Axis(title=rich("$x$"), scale=FIVE)
    curve = Curve(points=((0, 0), (0.5, 0.25), (1, 1)), told=((0, 0), (1, 1)), smooth=True, label=rich("$y = x^2$"))
    words = described(Graph(x=axis, y=axis, curves=(curve,), points=(Point(x=1, y=-2.5, label=plain("P")),)), ENGLISH)
    assert "Smooth curve through (0, 0), (1, 1), labelled y equals x squared." in words
    assert words.endswith("Point at (1, −2.5), labelled P.")


def test_a_chart_tells_every_value_and_skips_what_is_missing() -> None:
    series = Series(name=UP.title, values=(50, None, 40.5))
    chart = Chart(title=plain("Month"), categories=tuple(map(plain, ("Jan", "Feb", "Mar"))), series=(series,), left=UP)
    assert described(chart, ENGLISH) == "Bar chart. Rainfall in mm by Month: Jan 50, Mar 40.5."


def test_a_pie_chart_tells_the_angles_that_can_be_measured() -> None:
    pie = Pie(sectors=(Sector(label=plain("Gas"), value=30), Sector(label=plain("Coal"), value=10)))
    assert described(pie, ENGLISH) == "Pie chart, with the angles of its sectors: Gas 270°, Coal 90°."


def test_a_blank_diagram_tells_how_many_labels_there_are_and_none_of_them() -> None:
    labels = (Label(text=plain("nucleus"), to=(1, 1)), Label(text=plain("wall"), to=(0, 1)))
    diagram = Diagram(width=2, height=2, shapes=(Shape(kind="box", points=((0, 0), (2, 2))),), labels=labels, blank=True)
    assert described(diagram, ENGLISH, alt="A cell.") == "A cell. 2 labels to fill in: A to B."


@given(SKETCHES)
def test_every_drawing_has_words_in_both_languages(sketch: Sketch) -> None:
    for wording in (ENGLISH, WELSH):
        words = described(sketch, wording, alt="A drawing." if isinstance(sketch, Diagram) else "")
        assert words.endswith(".") and "{" not in words


def test_numbers_are_written_as_the_language_does_and_formulas_in_its_words() -> None:
    axis = Axis(title=rich("Vitesse $v_0$"), scale=Scale(low=0, high=0.5, step=0.1))
    graph = Graph(x=axis, y=axis, points=(Point(x=0.1, y=0.25),))
    said = described(graph, catalogue("fr"))
    assert "Vitesse v indice 0, de 0 à 0,5, avec un pas de 0,1." in said
    assert "Point en (0,1\u00a0; 0,25)." in said
    assert "Point at (0.1, 0.25)." in described(graph, ENGLISH)


def test_values_with_decimal_commas_are_parted_by_semicolons_and_others_by_commas() -> None:
    pie = Pie(sectors=(Sector(label=plain("Gaz"), value=42.5), Sector(label=plain("Eau"), value=57.5)))
    assert "Gaz 153°, Eau 207°" in described(pie, catalogue("fr"))
    series = Series(name=UP.title, values=(1.25, 2.5))
    chart = Chart(title=plain("Corps"), categories=tuple(map(plain, ("Gaz", "Eau"))), series=(series,), left=UP)
    assert "Gaz 1,25\u00a0; Eau 2,5" in described(chart, catalogue("fr"))
    assert "Gaz 1,25; Eau 2,5" in described(chart, catalogue("de"))
    assert "Gaz 1.25, Eau 2.5" in described(chart, ENGLISH)
