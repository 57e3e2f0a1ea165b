"""Formulas as outlines: where they stand, what is filled and what is stroked."""

from __future__ import annotations

import pytest

from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout, TextStyle
from packbuilder.markup import rich
from packbuilder.maths import opened, parse, to_latex, to_plain
from packbuilder.text import Maths, plain
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.formulas import Outline, pieces
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.words import TextPiece
from tests.proof.test_any_document import WIDE

UNPARTED = r"\overbrace{1000 \times 2000 \times 3000 \times 4000}"


def test_a_formula_stands_on_the_baseline_and_carries_its_words() -> None:
    (outline,) = pieces(Maths(source="x^2"))
    assert outline.plain == "x²"
    assert outline.height > 0.6
    assert outline.depth < 0.1
    assert outline.operators.rstrip().endswith(b"f")


def test_a_box_is_stroked_and_not_a_black_block() -> None:
    (outline,) = pieces(Maths(source=r"\boxed{x}"))
    assert b" re\nS\n" in outline.operators
    assert b" re\nf\n" not in outline.operators


def test_a_strike_is_stroked() -> None:
    (outline,) = pieces(Maths(source=r"\cancel{x}"))
    assert b" l\nS\n" in outline.operators


def test_a_long_formula_may_be_broken_and_keeps_all_its_words() -> None:
    outlines = pieces(Maths(source="a + b + c + d + e + f + g = h + i + j + k + l + m + n"))
    assert len(outlines) > 1
    assert "".join("".join(each.plain for each in outlines).split()) == "a+b+c+d+e+f+g=h+i+j+k+l+m+n"


def test_an_operator_s_name_begins_without_a_space() -> None:
    (name,), (letter,) = pieces(Maths(source=r"\sin x")), pieces(Maths(source="s"))
    first = min(float(line.split()[0]) for line in name.operators.decode().splitlines() if line.endswith((" m", " l")))
    shift = float(name.operators.decode().split()[4]) if name.operators.startswith(b"1 0 0 1 ") else 0.0
    assert first + shift < 0.13
    assert letter.width < name.width


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize("source", WIDE)
@pytest.mark.parametrize("width", [60.0, 150.0, 400.0])
def test_no_formula_is_wider_than_its_line(source: str, width: float, display: bool) -> None:
    style = TextStyle(size=24, leading=32)
    text = (*plain("See "), Maths(source=source, display=display), *plain(" here."))
    for line in break_lines(text, style, "atkinson", width):
        assert line.width <= width + 0.01


def test_a_displayed_formula_has_lines_of_its_own() -> None:
    text = (*plain("So "), Maths(source="x = 1", display=True), *plain(", which is small, and more."))
    lines = break_lines(text, TextStyle(), "atkinson", 400)
    assert ["".join(piece.text if isinstance(piece, TextPiece) else "·" for piece in line.pieces) for line in lines] == [
        "So ",
        "·, ",
        "which is small, and more.",
    ]


def test_only_what_cannot_be_parted_is_set_smaller() -> None:
    style = TextStyle(size=24, leading=32)
    sizes = {}
    for source in (WIDE[1], UNPARTED):
        lines = break_lines((Maths(source=source),), style, "atkinson", 250)
        sizes[source] = [piece.reduced for line in lines for piece in line.pieces if isinstance(piece, FormulaPiece)]
    assert True not in sizes[WIDE[1]]
    assert sizes[UNPARTED] == [True]


OPENED = {
    WIDE[3]: "(1000, 2000, 3000, 4000, 5000, 6000)",
    r"y = \sqrt{a + b + c + d + e + f + g + h}": "y = √(a + b + c + d + e + f + g + h)",
    r"\left(a + b + c + d + e + f + g + h\right)^2": "(a + b + c + d + e + f + g + h)²",
    r"2(a + b + c + d + e + f + g + h)": "2(a + b + c + d + e + f + g + h)",
}
"""Formulas of one piece that are opened inside, and their plain text."""


@pytest.mark.parametrize("source", OPENED)
def test_a_construction_that_no_line_holds_is_opened_at_its_full_size(source: str) -> None:
    lines = break_lines((Maths(source=source),), TextStyle(size=24, leading=32), "atkinson", 200)
    parts = [piece for line in lines for piece in line.pieces if isinstance(piece, FormulaPiece)]
    assert len(parts) > 1
    assert {part.size for part in parts} == {24}
    assert not any(part.reduced for part in parts)
    assert " ".join("".join(part.shown for part in parts).split()) == OPENED[source]


def test_a_root_goes_on_under_its_line_and_brackets_close_where_they_end() -> None:
    root = opened(parse(r"\sqrt{a + b + c}").tree)
    assert [to_latex(root.part(at, at + 1)) for at in range(3)] == [r"\sqrt{a}", r"\overline{{} + b}", r"\overline{{} + c}"]
    brackets = opened(parse(r"\left(a + b\right) - c").tree)
    assert [to_latex(brackets.part(at, at + 1)) for at in range(3)] == [r"\left( a \right.", r"\left. {} + b \right)", "{} - c"]
    assert to_plain(brackets.part(0, 3)) == "(a + b) − c"


def heights(outline: Outline) -> list[float]:
    """Return the heights of an outline's filled shapes in ems."""
    found = []
    for shape in outline.operators.split(b"f\n")[:-1]:
        rows = [line.split() for line in shape.decode().splitlines()]
        ys = [float(y) for row in rows if row[-1] in ("m", "l", "c") for y in row[1:-1:2]]
        found.append(max(ys) - min(ys) if ys else 0.0)
    return found


@pytest.mark.parametrize("source", [r"\frac{1}{1}", "1^{1}", "1_{1}", r"1^{1^{1}}", r"\frac{1}{\frac{1}{1}}", r"\sqrt[1]{1}"])
def test_small_signs_are_as_large_as_the_style_asks(source: str) -> None:
    (one,) = heights(pieces(Maths(source="1"))[0])
    ones = [each for each in heights(pieces(Maths(source=source), 0.87)[0]) if 0.3 < each < 1.1 * one]
    assert min(ones) >= 0.86 * one
    assert min(each for each in heights(pieces(Maths(source=source))[0]) if each > 0.3) < 0.75 * one


@pytest.mark.parametrize("name", ["large-18", "large-24", "a3-36"])
def test_no_sign_of_a_formula_is_smaller_than_large_print(name: str) -> None:
    edition = edition_named(name)
    style = modified(Layout(name="plain", styles=(("body", TextStyle()),)), edition).style("body")
    assert style.maths * style.least * style.size >= edition.size - 0.01


def test_a_fraction_by_itself_is_as_large_as_a_displayed_one() -> None:
    fraction = Maths(source=r"\frac{[A]^2}{[B]}")
    (alone,), (beside,), (displayed,) = (
        pieces(fraction, alone=True),
        pieces(fraction),
        pieces(Maths(source=fraction.source, display=True)),
    )
    assert alone.height == displayed.height > 1.2 * beside.height
    assert pieces(Maths(source="x^2"), alone=True) == pieces(Maths(source="x^2"))


@pytest.mark.parametrize(
    ("text", "tall"),
    [(r"$\frac{1}{2}$", True), (r"$\frac{1}{2}$.", True), (r"about $\frac{1}{2}$", False), (r"$\frac{1}{2}$ or $\frac{1}{3}$", False)],
)
def test_what_stands_beside_a_fraction_keeps_it_small(text: str, *, tall: bool) -> None:
    (line,) = break_lines(rich(text), TextStyle(size=10, leading=13), "atkinson", 300)
    heights = [piece.outline.height for piece in line.pieces if isinstance(piece, FormulaPiece)]
    assert all((height > 1.1) is tall for height in heights)


def _ink(outline: Outline, beyond: float = 0.0) -> list[tuple[float, float]]:
    """Return the points of an outline's paths that stand further right than so many ems."""
    points: list[tuple[float, float]] = []
    for line in outline.operators.decode("ascii").splitlines():
        *numbers, operator = line.split()
        if operator in ("m", "l", "c"):
            values = [float(each) for each in numbers]
            points.extend(zip(values[::2], values[1::2], strict=True))
    return [(x, y) for x, y in points if x > beyond]


@pytest.mark.parametrize(("least", "upright"), [(0.0, ""), (1.0, "atkinson")])
def test_an_exponent_with_a_fraction_stands_off_the_line(least: float, upright: str) -> None:
    """In large print its lower half stood beside its base: x times two thirds."""
    (power,) = pieces(Maths(source=r"x^{\frac{2}{3}}"), least, upright)
    (base,) = pieces(Maths(source="x"), least, upright)
    assert min(y for _, y in _ink(power, beyond=base.width)) > 0.1


@pytest.mark.parametrize("display", [False, True])
def test_equations_below_one_another_do_not_touch(display: bool) -> None:
    (outline,) = pieces(Maths(source=r"\begin{aligned} x &= (8) \\ x &= (9) \end{aligned}", display=display))
    heights = sorted({round(y, 2) for _, y in _ink(outline)})
    gaps = [high - low for low, high in zip(heights, heights[1:], strict=False)]
    assert max(gaps) > 0.25


def test_clear_editions_part_no_formula_that_a_line_holds() -> None:
    text = (*plain("State whether "), Maths(source=r"z = r(\cos\theta + i\sin\theta) = re^{i\theta}"), *plain(" holds."))
    lines = break_lines(text, TextStyle(size=24, leading=32, upright=True), "atkinson", 420)
    holding = [line for line in lines if any(isinstance(piece, FormulaPiece) for piece in line.pieces)]
    assert len(holding) == 1
    assert len(break_lines(text, TextStyle(size=24, leading=32), "atkinson", 420)) >= 2


def test_a_formula_that_is_parted_twice_keeps_its_spaces() -> None:
    r"""The space before a sign that begins a line stands at the end of the line before: of a part, whoever cuts it again."""
    source = r"\ce{C2H5OH + 3O2 -> 2CO2 + 3H2O} \quad \Delta H = -1367\,\mathrm{kJ\,mol^{-1}}"
    lines = break_lines((Maths(source=source),), TextStyle(size=24, leading=32), "atkinson", 400)
    last = [piece for piece in lines[-1].pieces if isinstance(piece, FormulaPiece)]
    assert [piece.shown.strip() for piece in last] == ["ΔH", "= −1367 kJ mol⁻¹"]
    ends, begins = max(x for x, _ in _ink(last[0].outline)), min(x for x, _ in _ink(last[1].outline))
    moved = float(last[1].outline.operators.decode().split()[4])
    assert (last[0].width / last[0].size - ends) + begins + moved > 0.2
