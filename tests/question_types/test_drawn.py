"""Drawings in banks: what a tutor types, and what is said of every slip."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from packbuilder.document import Drawing, DrawingSpace
from packbuilder.drawings import Chart, Diagram, Graph, Interval, NumberLine, Pie, Scale, Series, shown
from packbuilder.question_types.drawing import DrawnAnswer
from packbuilder.seeding import Seed
from packbuilder.text import plain
from tests.question_types.banks import ENGLISH, built, item, mistakes


def drawing(yaml: str) -> Drawing:
    """Return the drawing of an item that has one of its own."""
    stimulus = item(f"kind: numeric\nstem: What is shown?\nanswer: 1\ndrawing:\n{_indented(yaml)}").stimulus
    assert stimulus is not None
    (block,) = stimulus.blocks
    assert isinstance(block, Drawing)
    return block


def found(yaml: str) -> tuple[str, ...]:
    """Return the mistakes in a drawing whose first line is line 8, its keys in column 7, without the file's place."""
    return mistakes(f"kind: numeric\nstem: What is shown?\nanswer: 1\ndrawing:\n{_indented(yaml)}")


def _indented(yaml: str) -> str:
    return "\n".join(f"  {line}" for line in dedent(yaml).strip("\n").splitlines())


def test_an_inequality_on_a_number_line() -> None:
    block = drawing(
        "kind: number_line\nfrom: -5\nto: 5\nstep: 1\nintervals:\n  - {from: -2, open: from}\n  - {from: 1, to: 3, open: [from, to]}"
    )
    assert isinstance(block.sketch, NumberLine)
    assert block.sketch.scale == Scale(low=-5, high=5, step=1)
    assert block.sketch.intervals == (Interval(low=-2, low_open=True), Interval(low=1, high=3, low_open=True, high_open=True))


def test_a_function_is_drawn_where_it_lies_on_the_axes_and_ends_at_their_edge() -> None:
    sketch = drawing(
        "kind: axes\nx: {from: -4, to: 4, step: 1}\ny: {from: -2, to: 5, step: 1}\nfunctions: [{y: x**2, label: $y = x^2$}]"
    ).sketch
    assert isinstance(sketch, Graph)
    (curve,) = sketch.curves
    assert curve.points[0] == pytest.approx((-(5**0.5), 5), abs=0.01)
    assert curve.points[-1] == pytest.approx((5**0.5, 5), abs=0.01)
    assert all(y == pytest.approx(x**2, abs=0.01) for x, y in curve.points)
    assert (2.0, 4.0) in curve.told


def test_a_function_with_a_gap_is_drawn_in_pieces() -> None:
    sketch = drawing("kind: axes\nx: {from: -3, to: 3, step: 1}\ny: {from: -4, to: 4, step: 1}\nfunctions: [{y: 1/x}]").sketch
    assert isinstance(sketch, Graph)
    left, right = sketch.curves
    assert max(x for x, _ in left.points) < 0 < min(x for x, _ in right.points)


def test_a_chart_of_one_series_is_a_list_of_names_and_values() -> None:
    sketch = drawing(
        "kind: bar_chart\nx: Month\ny: {from: 0, to: 60, step: 20, title: Rainfall in mm}\ndata: {Jan: 50, Feb: 40.5, Mar: }"
    ).sketch
    assert isinstance(sketch, Chart)
    assert sketch.series == (Series(name=plain("Rainfall in mm"), values=(50, 40.5, None)),)


def test_bars_and_a_line_with_an_axis_each() -> None:
    sketch = drawing("""
        kind: bar_chart
        x: Time
        categories: [00:00, 06:00]
        y: {from: 0, to: 20, step: 5, title: Rainfall in mm}
        right: {from: 0, to: 40, step: 10, title: Discharge in cumecs}
        series:
          - {name: Rainfall, values: [4, 18]}
          - {name: Discharge, as: line, axis: right, values: [36, 8]}
    """).sketch
    assert isinstance(sketch, Chart)
    assert [(each.drawn, each.right) for each in sketch.series] == [("bars", False), ("line", True)]


def test_a_pie_chart_and_a_circle_to_draw_one_in() -> None:
    whole = drawing("kind: pie_chart\ndata: {Gas: 3, Coal: 1}").sketch
    blank = drawing("kind: pie_chart\nblank: true").sketch
    assert isinstance(whole, Pie) and isinstance(blank, Pie)
    assert len(whole.sectors) == 2
    assert blank.blank


CELL = """
    kind: diagram
    alt: A cell.
    size: [8, 6]
    shapes: [{circle: [4, 3, 2]}, {box: [0, 0, 2, 1], text: Sun}, {line: [[2, 1], [3, 2]], arrow: end}]
    labels: [{text: membrane, to: [2, 3]}, {text: nucleus, to: [5, 3]}]
"""


def test_a_label_stands_on_the_nearer_side() -> None:
    sketch = drawing(CELL).sketch
    assert isinstance(sketch, Diagram)
    assert [label.side for label in sketch.labels] == ["left", "right"]


AXES = "kind: axes\nx: {from: 0, to: 5, step: 1}\ny: {from: 0, to: 5, step: 1}\n"
CHART = "kind: bar_chart\nx: Month\ny: {from: 0, to: 10, step: 5, title: Rain}\n"


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("kind: number_lin", "8:13 B503 there is no kind of drawing called 'number_lin'"),
        ("kind: number_line\nfrom: 5\nto: 1\nstep: 1", "9:13 B511 the scale goes from 5 to 1: `from` must be less than `to`"),
        ("kind: number_line\nfrom: 0\nto: 10\nstep: 3", "11:13 B512 steps of 3 from 0 do not lead to 10"),
        ("kind: number_line\nfrom: 0\nto: 1\nstep: 0.01", "11:13 B512 the scale has 100 steps: no more than 40 can be numbered"),
        ("kind: number_line\nfrom: 0\nto: 5", "8:7 B501 a drawing lacks `step`"),
        ("kind: number_line\nfrom: 0\nto: 5\nstep: 1\npoints: [{at: 7}]", "12:21 B510 7 lies outside the scale, which goes from 0 to 5"),
        ("kind: number_line\nfrom: 0\nto: 5\nstep: 1\nintervals: [{from: 3, to: 3}]", "12:26 B514 the interval goes from 3 to 3: `from` must be less than `to`"),
        ("kind: number_line\nfrom: 0\nto: 5\nstep: 1\npionts: []", "12:7 B504 a drawing has no key 'pionts'"),
        (AXES + "points: [{at: [1, 9]}]", "11:21 B510 the point (1, 9) lies outside the y axis, which goes from 0 to 5"),
        (AXES + "points: [{at: 3}]", "11:21 B513 `at` must hold pairs of numbers"),
        (AXES + "functions: [{y: __import__('os')}]", "11:23 B515 \"__import__('os')\" cannot be computed: Function '__import__' not defined, for expression '__import__('os')'."),
        (AXES + "functions: [{y: x + 100}]", "11:23 B510 'x + 100' lies outside the y axis, which goes from 0 to 5"),
        (AXES + "bars: [{from: 0, to: 2, height: 1}, {from: 1, to: 3, height: 1}]", "11:50 B514 the bar begins at 1, before the last one ends at 2"),
        ("kind: axes\nx: {from: 0, to: 5, step: 1}", "8:7 B501 the drawing lacks `y`, an axis"),
        (CHART + "data: {Jan: 12}", "11:19 B510 12 lies outside the axis, which goes from 0 to 10"),
        (CHART + "data: {Jan: many}", "11:19 B521 the value of 'Jan' must be a number"),
        (CHART + "categories: [Jan, Feb]\nseries: [{name: A, values: [1]}]", "12:34 B521 the series has 1 values, the chart 2 categories"),
        (CHART + "categories: [Jan]\nseries: [{name: A, values: [1], axis: right}]", "12:45 B522 the chart has no right axis"),
        ("kind: pie_chart\ndata: {Gas: 3, Coal: 0}", "9:28 B521 a sector needs a number greater than 0"),
        ("kind: diagram\nsize: [4, 4]\nshapes: [{circle: [2, 2, 1]}]", "8:7 B505 a diagram needs `alt`: what it shows, in words"),
        ("kind: diagram\nalt: A\nsize: [4, 4]\nshapes: [{circle: [2, 2, 3]}]", "11:25 B510 the circle lies outside the diagram, which is 4 by 4 units"),
        ("kind: diagram\nalt: A\nsize: [4, 4]\nshapes: [{box: [1, 1]}]", "11:22 B533 `box` must be [x, y, width, height], its lengths greater than 0"),
        ("kind: diagram\nalt: A\nsize: [4, 4]\nblank: true\nshapes: [{circle: [2, 2, 1]}]", "11:14 B531 `blank: true`, but there are no labels to leave blank"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_place(yaml: str, message: str) -> None:
    assert found(yaml) == (message,)


def test_all_mistakes_are_named_at_once() -> None:
    assert len(found(AXES + "points: [{at: [9, 9]}, {att: [1, 1]}]\nlines: [{points: [[0, 0]]}]")) == 4


def test_a_stimulus_may_be_a_drawing() -> None:
    items, problems = built("""
        bank: {topic: t}
        stimuli:
          - {id: line, title: Figure 1, drawing: {kind: number_line, from: 0, to: 4, step: 1}}
        items:
          - {id: one, kind: numeric, stimulus: line, stem: What is the largest number in Figure 1?, answer: 4}
    """)
    assert problems == ()
    assert isinstance(items[0].stimulus and items[0].stimulus.blocks[0], Drawing)


def test_an_item_has_a_stimulus_or_a_drawing_of_its_own() -> None:
    _, problems = built("""
        bank: {topic: t}
        stimuli: [{id: s, text: A text.}]
        items:
          - {id: one, kind: numeric, stimulus: s, stem: How many?, answer: 4, drawing: {kind: number_line, from: 0, to: 4, step: 1}}
    """)
    assert [each.split(" ", 1)[1] for each in problems] == ["B222 an item with a `stimulus` has no `drawing` of its own"]


def test_a_drawing_takes_part_in_numbers_that_change() -> None:
    changing = item("""
        kind: numeric
        parameters: {a: 2 to 6, b: 1 to 4}
        drawing:
          kind: number_line
          from: 0
          to: 10
          step: 1
          jumps: [{from: "{@ a @}", to: "{@ a - b @}", label: "−{@ b @}"}]
        stem: "Work out {@ a @} − {@ b @}."
        answer: "{@ a - b @}"
        where: [a > b]
    """)
    assert changing.variants is not None
    for number in range(5):
        drawn = changing.variants.drawn(Seed(number))
        assert drawn is not None and drawn.stimulus is not None
        (block,) = drawn.stimulus.blocks
        assert isinstance(block, Drawing) and isinstance(block.sketch, NumberLine)
        (jump,) = block.sketch.jumps
        assert shown(jump.end) == drawn.interaction.answer  # type: ignore[attr-defined]  # a numeric answer


def test_an_answer_is_drawn_on_what_is_given_and_the_scheme_shows_it_finished() -> None:
    one = item("""
        kind: drawing
        stem: Show $x > 2$ on the number line.
        drawing: {kind: number_line, from: 0, to: 4, step: 1}
        answer: {kind: number_line, from: 0, to: 4, step: 1, intervals: [{from: 2, open: from}]}
        points: [{text: An open circle at 2 and an arrow to the right}]
    """)
    assert isinstance(one.interaction, DrawnAnswer)
    (space,) = one.interaction.answer_space(1, ENGLISH)
    (key,) = one.interaction.key(ENGLISH)
    assert isinstance(space, Drawing) and isinstance(space.sketch, NumberLine) and not space.sketch.intervals
    assert isinstance(key, Drawing) and isinstance(key.sketch, NumberLine) and len(key.sketch.intervals) == 1


def test_the_answer_of_a_blank_diagram_is_the_diagram_with_its_words() -> None:
    one = item(
        "kind: drawing\nstem: Label the cell.\npoints: [{text: nucleus}, {text: membrane}]\ndrawing:\n"
        + _indented(CELL + "    blank: true\n")
    )
    (space,) = one.interaction.answer_space(2, ENGLISH)
    (key,) = one.interaction.key(ENGLISH)
    assert isinstance(space, Drawing) and isinstance(space.sketch, Diagram) and space.sketch.blank
    assert isinstance(key, Drawing) and isinstance(key.sketch, Diagram) and not key.sketch.blank


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("kind: drawing\nstem: Draw.\npoints: [{text: a}]", "3:5 B201 the item lacks `drawing`, which is drawn on"),
        ("kind: drawing\nstem: Draw.\ndrawing: {kind: pie_chart, blank: true}", "3:5 B235 the item has no creditworthy point"),
        ("kind: drawing\nstem: Draw.\nmarks: 3\npoints: [{text: a}]\ndrawing: {kind: pie_chart, blank: true}", "6:12 B233 the item has 3 marks, but its points give 1"),
    ],
)  # fmt: skip
def test_what_an_answer_to_draw_needs(yaml: str, message: str) -> None:
    assert mistakes(yaml) == (message,)


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("kind: drawing\nspace: plain\nstem: Draw.", "3:5 B235 the item has no creditworthy point"),
        ("kind: drawing\nspace: round\nstem: Draw.\npoints: [{text: a}]", "5:12 B203 `space` is 'round': it must be one of plain, squared"),
        ("kind: drawing\nspace: plain\nheight: 400\nstem: Draw.\npoints: [{text: a}]", "6:13 B202 `height` is '400': it must be a whole number from 30 to 150"),
        ("kind: drawing\nspace: plain\nstem: Draw.\npoints: [{text: a}]\ndrawing: {kind: pie_chart, blank: true}", "5:12 B222 an item with a `drawing` to draw on has no `space` to draw in"),
    ],
)  # fmt: skip
def test_what_a_space_to_draw_in_needs(yaml: str, message: str) -> None:
    assert mistakes(yaml) == (message,)


def test_an_answer_may_be_drawn_in_an_empty_space() -> None:
    one = item("""
        kind: drawing
        stem: Draw the graph of $y = x^2$ for $-2 \\le x \\le 2$.
        space: squared
        height: 90
        points: [{text: a smooth curve}, {text: through the origin}]
    """)
    assert one.kind == "drawing" and one.marks == 2
    assert one.interaction.answer_space(one.marks, ENGLISH) == (DrawingSpace(marks=2, height=90, ruling="squared"),)
    assert one.interaction.key(ENGLISH) == ()


def test_what_the_readme_shows_can_be_typed() -> None:
    text = (Path(__file__).parents[2] / "sources" / "README.md").read_text(encoding="utf-8")
    shown_there = [block for block in re.findall(r"(?:^    .*\n)+", text, re.MULTILINE) if block.startswith("    drawing:")]
    assert len(shown_there) >= 4
    for block in shown_there:
        _, problems = built("bank: {topic: t}\nitems:\n  - id: one\n    kind: numeric\n    stem: What is it?\n    answer: 1\n" + block)
        assert problems == ()


def test_the_bank_that_the_readme_shows_can_be_copied() -> None:
    text = (Path(__file__).parents[2] / "sources" / "README.md").read_text(encoding="utf-8")
    (bank,) = re.findall(r"^       bank:\n(?:^       .*\n|\n)+", text, re.MULTILINE)
    items, problems = built(dedent(bank))
    assert problems == ()
    assert [item.kind for item in items] == ["multiple_choice", "drawing"]
