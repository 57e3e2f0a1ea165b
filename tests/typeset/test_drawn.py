"""Drawings, composed: whatever they show, they stay in their box, and no word stands on another."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations, pairwise
from xml.etree import ElementTree

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from packbuilder.app.printing import Printer
from packbuilder.document import Cell, Column, Document, Drawing, Group, Heading, Paragraph, Table
from packbuilder.drawings import Axis, Chart, Diagram, Graph, Label, Mark, NumberLine, Pie, Point, Scale, Sector, Series, Shape, Sketch
from packbuilder.editions import EDITIONS
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout
from packbuilder.markup import rich
from packbuilder.proof import faults
from packbuilder.text import plain
from packbuilder.typeset.drawn import Drawn, composed
from packbuilder.typeset.drawn.pie import spread
from packbuilder.typeset.drawn.png import png
from packbuilder.typeset.drawn.svg import svg
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.words import TextPiece
from tests.typeset.sketches import DRAWINGS, LAYOUTS

_HAIR = 0.05


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] + _HAIR < other[2] and other[0] + _HAIR < one[2] and one[1] + _HAIR < other[3] and other[1] + _HAIR < one[3]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAWINGS, st.sampled_from(sorted(LAYOUTS)))
def test_any_drawing_stays_in_its_column_and_no_label_stands_on_another(drawing: Drawing, name: str) -> None:
    layout = LAYOUTS[name]
    drawn = composed(drawing, layout, layout.page.text_width)
    assert drawn.width <= layout.page.text_width + _HAIR
    assert drawn.height <= layout.page.text_height + _HAIR, "a page holds it"
    for written in drawn.written:
        left, bottom, right, top = written.box
        assert left >= -_HAIR and right <= drawn.width + _HAIR
        assert bottom >= -_HAIR and top <= drawn.height + _HAIR
    for one, other in combinations(drawn.written, 2):
        assert not overlap(one.box, other.box), (one.words.lines[0], other.words.lines[0])


def test_a_title_across_the_tip_of_the_upward_axis_has_room_where_no_numbers_make_it() -> None:
    x, y = (Axis(title=plain(title), scale=Scale(low=0, high=high, step=0.1), numbers=False) for title, high in (("A", 0.2), ("Jan", 0.1)))
    layout = LAYOUTS["A3"]
    assert composed(Drawing(sketch=Graph(x=x, y=y), alt="A"), layout, layout.page.text_width).width <= layout.page.text_width + _HAIR


def document(drawing: Drawing) -> Document:
    """Return a document of one drawing and its caption."""
    heading = Heading(text=plain("A drawing"), level=1, anchor="a")
    return Document(title="A drawing", language="en-GB", blocks=(heading, replace(drawing, caption=plain("Figure 1"))))


def laid(drawing: Drawing, layout: Layout = LAYOUTS["A4"]) -> bytes:
    return Printer(prove=True).print(document(drawing), layout).data


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAWINGS, st.sampled_from(sorted(LAYOUTS)))
def test_any_drawing_is_proved_when_it_is_printed(drawing: Drawing, name: str) -> None:
    assert laid(drawing, LAYOUTS[name]).startswith(b"%PDF")


def written(sketch: Sketch, layout: Layout = LAYOUTS["A4"]) -> dict[str, tuple[float, ...]]:
    """Return the words of a drawing and the boxes that they stand in."""
    drawn = composed(Drawing(sketch=sketch), layout, layout.page.text_width)
    return {
        "".join(p.text for line in each.words.lines for p in line.pieces if isinstance(p, TextPiece)).strip(): each.box
        for each in drawn.written
    }


def middle(box: tuple[float, ...]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def test_the_numbers_of_a_number_line_are_evenly_apart() -> None:
    boxes = written(NumberLine(scale=Scale(low=-2, high=2, step=1)))
    xs = [middle(boxes[name])[0] for name in ("−2", "−1", "0", "1", "2")]
    assert [after - before for before, after in pairwise(xs)] == pytest.approx([xs[1] - xs[0]] * 4)


def test_a_number_line_without_numbers_has_none_and_one_with_ends_has_two() -> None:
    assert written(NumberLine(scale=Scale(low=0, high=9, step=1), marks=(Mark(at=1, label=plain("A")),), numbers="none")).keys() == {"A"}
    assert written(NumberLine(scale=Scale(low=0, high=9, step=1), numbers="ends")).keys() == {"0", "9"}


def test_a_plotted_point_stands_where_its_numbers_cross() -> None:
    x = Axis(title=plain("Time in s"), scale=Scale(low=0, high=10, step=1))
    y = Axis(title=plain("Height in m"), scale=Scale(low=0, high=1000, step=100))
    drawing = Drawing(sketch=Graph(x=x, y=y, grid=False, points=(Point(x=4, y=700, shape="filled"),)))
    drawn = composed(drawing, LAYOUTS["A4"], 400)
    words = {"".join(p.text for p in w.words.lines[0].pieces if isinstance(p, TextPiece)).strip(): w.box for w in drawn.written}
    (circle,) = (each for each in drawn.outlines if any(kind == "c" for kind, _ in each.segments))
    xs, ys = zip(*circle.points(), strict=True)
    assert (min(xs) + max(xs)) / 2 == pytest.approx(middle(words["4"])[0], abs=0.01)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(middle(words["700"])[1], abs=0.01)


def test_numbers_that_find_no_room_are_left_out_evenly_and_0_stays() -> None:
    scale = Scale(low=-20, high=20, step=1)
    kept = [int(name.replace("−", "-")) for name in written(NumberLine(scale=scale), LAYOUTS["A5 large print"])]
    assert 0 in kept
    assert len({after - before for before, after in pairwise(sorted(kept))}) == 1


def test_bars_of_several_series_differ_by_more_than_shade() -> None:
    left = Axis(title=plain("Visitors"), scale=Scale(low=0, high=4, step=1))
    series = tuple(Series(name=plain(name), values=(4,)) for name in ("2000", "2010"))
    chart = Chart(title=plain("Country"), categories=(plain("Spain"),), series=series, left=left, grid=False)
    one = replace(chart, series=series[:1])
    hatched = composed(Drawing(sketch=chart), LAYOUTS["A4"], 400)
    plain_ = composed(Drawing(sketch=one), LAYOUTS["A4"], 400)
    assert len(hatched.outlines) > len(plain_.outlines) + 10


def test_all_ink_is_grey() -> None:
    bars = Series(name=plain("Rain"), values=(4,))
    chart = Chart(
        title=plain("M"), categories=(plain("Jan"),), series=(bars,), left=Axis(title=plain("Rain"), scale=Scale(low=0, high=4, step=1))
    )
    coloured = replace(LAYOUTS["A4"], rule=(0.45, 0.45, 0.45), accent=(0.0, 0.3, 0.5))
    for outline in composed(Drawing(sketch=chart), coloured, 400).outlines:
        for colour in (outline.fill, outline.stroke):
            assert colour is None or max(colour) - min(colour) < 0.01


def test_words_are_as_large_as_those_of_tables_in_every_edition() -> None:
    for name, size in (("A4", 11), ("A4 large print", 24)):
        drawn = composed(Drawing(sketch=NumberLine(scale=Scale(low=0, high=5, step=1))), LAYOUTS[name], 400)
        assert {p.size for w in drawn.written for line in w.words.lines for p in line.pieces if isinstance(p, TextPiece)} == {size}


def test_a_drawing_is_one_figure_whose_words_are_text_in_embedded_faces() -> None:
    sketch = NumberLine(scale=Scale(low=-3, high=3, step=1), marks=(Mark(at=2, label=plain("A")),))
    data = laid(Drawing(sketch=sketch))
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, report
    read = read_back(data)
    assert read.tree is not None
    (figure,) = read.tree.find(role="Figure")
    assert figure.alt == "Number line from −3 to 3 in steps of 1. Filled circle at 2, labelled A."
    assert sorted(figure.text.split()) == sorted("−3 −2 −1 0 1 2 3 A".split())


def test_a_label_that_is_missing_or_too_many_is_found_by_the_proof() -> None:
    sketch = NumberLine(scale=Scale(low=-3, high=3, step=1), marks=(Mark(at=2, label=plain("target")),))
    read = read_back(laid(Drawing(sketch=sketch)))
    other = replace(sketch, marks=(Mark(at=2, label=plain("elsewhere")),))
    alt = "Number line from −3 to 3 in steps of 1. Filled circle at 2, labelled target."
    assert any("lacks its label" in fault for fault in faults(document(Drawing(sketch=other, alt=alt)), LAYOUTS["A4"], read))
    none = replace(sketch, marks=())
    assert any("belongs to none of its labels" in fault for fault in faults(document(Drawing(sketch=none, alt=alt)), LAYOUTS["A4"], read))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60)), max_size=12))
def test_boxes_that_are_spread_stand_one_below_the_other(wanted: list[tuple[float, float]]) -> None:
    falling = sorted(wanted, key=lambda each: -each[0])
    heights = [height for _, height in falling]
    middles = spread([middle for middle, _ in falling], heights)
    for (one, tall), (other, small) in pairwise(zip(middles, heights, strict=True)):
        assert one - tall / 2 >= other + small / 2 - 1e-6


def test_a_picture_of_a_drawing_is_the_same_each_time_and_no_page_is_needed() -> None:
    drawing = Drawing(
        sketch=Graph(
            x=Axis(title=rich("$x$"), scale=Scale(low=-3, high=3, step=1)), y=Axis(title=rich("$y$"), scale=Scale(low=-3, high=3, step=1))
        )
    )
    image = svg(drawing, LAYOUTS["A4"])
    assert image == svg(drawing, LAYOUTS["A4"])
    texts = [each.text for each in ElementTree.fromstring(image).iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(texts) == sorted("−3 −2 −1 1 2 3 −3 −2 −1 1 2 3 0".split())
    with Image.open(BytesIO(png(drawing, LAYOUTS["A4"]))) as raster:
        assert raster.width > 500
        assert raster.getextrema() == (0, 255)


_LONG = "The United Kingdom of Great Britain"


@pytest.mark.parametrize(
    ("sketch", "share", "name"),
    [
        (
            Chart(
                categories=(plain("A"),) * 4 + (plain(_LONG),),
                left=Axis(title=plain("A"), scale=Scale(low=0, high=0.1, step=0.1)),
                series=(),
                title=plain("A"),
            ),
            0.0,
            "A3",
        ),
        (Pie(sectors=tuple(Sector(label=plain(each), value=1) for each in ("A", "A", "September", _LONG))), 0.4, "A5 large print"),
        (
            Pie(sectors=tuple(Sector(label=plain(each), value=1) for each in ("A", "A", "September", _LONG, _LONG, "A" * 3))),
            0.0,
            "A5 large print",
        ),
    ],
    ids=["names below a chart", "names beside a small pie", "names beside a pie"],
)
def test_long_names_stay_on_the_paper(sketch: Sketch, share: float, name: str) -> None:
    drawing = Drawing(sketch=sketch, alt="A drawing.", share=share)
    page = LAYOUTS[name].page
    assert composed(drawing, LAYOUTS[name], page.text_width).height <= page.text_height
    assert laid(drawing, LAYOUTS[name]).startswith(b"%PDF")


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
RAIN = Chart(
    categories=tuple(map(plain, MONTHS)),
    left=Axis(title=plain("Rain"), scale=Scale(low=0, high=60, step=20)),
    series=(),
    title=plain("Month"),
)


def written_lines(drawn: Drawn) -> list[str]:
    lines = (line for written in drawn.written for line in written.words.lines)
    return ["".join(piece.text for piece in line.pieces if isinstance(piece, TextPiece)).strip() for line in lines]


@pytest.mark.parametrize("name", ["large-18", "large-24", "a3-36"])
def test_names_below_a_chart_are_upright_in_large_print_and_apart(name: str) -> None:
    large = modified(LAYOUTS["A4"], EDITIONS[name])
    drawn = composed(Drawing(sketch=RAIN), large, large.page.text_width)
    assert not any(written.turned for written in drawn.written)
    months = [written.box for written in drawn.written if written_lines(replace(drawn, written=(written,)))[0] in MONTHS]
    assert len(months) == 12
    size = large.style("cell").size
    for one, other in combinations(months, 2):
        assert not overlap((one[0] - 0.25 * size, *one[1:]), other)


def test_they_are_turned_where_print_is_not_large() -> None:
    drawn = composed(Drawing(sketch=RAIN), LAYOUTS["A4"], LAYOUTS["A4"].page.text_width)
    assert sum(written.turned for written in drawn.written) == 12


PIE = Pie(sectors=tuple(Sector(label=plain(name), value=value) for name, value in (("Nuclear", 10), ("Gas", 40), ("Biomass", 30))))
CELL = Diagram(
    width=4,
    height=2,
    shapes=(Shape(kind="circle", points=((2, 1), (3, 1))),),
    labels=(Label(text=plain("membrane"), to=(1, 1), side="left"), Label(text=plain("mitochondrion"), to=(3, 1), side="right")),
)


@pytest.mark.parametrize("name", ["large-18", "large-24", "a3-36", "dyslexia"])
@pytest.mark.parametrize(("sketch", "names"), [(PIE, {"Nuclear", "Gas", "Biomass"}), (CELL, {"membrane", "mitochondrion"})])
def test_names_beside_what_they_name_are_whole_in_every_edition(sketch: Sketch, names: set[str], name: str) -> None:
    edition = modified(LAYOUTS["A4"], EDITIONS[name])
    drawn = composed(Drawing(sketch=sketch, alt="A"), edition, edition.page.text_width, "en-GB")
    assert set(written_lines(drawn)) == names
    assert drawn.width <= edition.page.text_width + _HAIR


def test_a_drawn_answer_in_a_narrow_column_has_the_whole_page_in_large_print() -> None:
    answer = Cell(blocks=(Group(blocks=(Drawing(sketch=CELL, alt="A cell.", share=1.0),)),))
    columns = (Column(share=1), Column(share=3), Column(share=2))
    heads = tuple(Cell(blocks=(Paragraph(text=plain(text)),), header=True) for text in ("Number", "Answer", "Look at"))
    row = (heads[0], answer, heads[2])
    table = Table(columns=columns, header=(heads,), rows=(row,), role="scheme")
    document = Document(title="T", language="en-GB", blocks=(Heading(text=plain("T"), level=1, anchor="t"), table))
    large = modified(LAYOUTS["A4"], EDITIONS["large-18"])
    printed = Printer().print(document, large)
    assert printed.rearranged == (("", "records"),)
    assert faults(document, large, read_back(printed.data)) == ()
    assert Printer().print(document, LAYOUTS["A4"]).rearranged == ()


CHAIN = Diagram(
    width=12,
    height=3,
    shapes=(
        *(
            Shape(kind="box", points=((4.5 * at, 1), (4.5 * at + 3, 2)), text=plain(name))
            for at, name in enumerate(("grass", "rabbit", "fox"))
        ),
        Shape(kind="text", points=((5, 2.6),), text=plain("who eats whom in the meadow")),
    ),
    labels=(Label(text=plain("producer"), to=(1.5, 1), side="left"), Label(text=plain("predator"), to=(10.5, 2), side="right")),
)


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("width", [470.0, 241.0])
def test_the_words_of_a_wide_diagram_have_room_in_a_narrow_column(width: float, blank: bool) -> None:
    drawn = composed(Drawing(sketch=replace(CHAIN, blank=blank), alt="A food chain.", share=1.0), LAYOUTS["A4"], width, "en-GB")
    assert not drawn.crowded
    assert drawn.width <= width + _HAIR
    assert not any(overlap(one.box, other.box) for one, other in combinations(drawn.written, 2))
    assert drawn.width > 0.9 * width, "it uses the width that is there"
