"""LaTeX outside of dollars: read as what it plainly is, and what is left of it is told."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Span
from packbuilder.markup import checked, flat, rich
from packbuilder.readers.raw_latex import read_latex

SPAN = Span(path="notes.md", line=1)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (r"at \SI{298}{\kelvin} and \SI{100}{\kilo\pascal}", "at 298 K and 100 kPa"),
        (r"\SI{40.0}{\gram\per\mole}", "40.0 g mol⁻¹"),
        (r"\SI{9.8}{\metre\per\second\squared}", "9.8 m s⁻²"),
        (r"\SI{1.2e3}{\kilo\gram\per\cubic\metre}", "1.2 × 10³ kg m⁻³"),
        (r"\num{-6.02e-23} of \si{\micro\metre}", "−6.02 × 10⁻²³ of µm"),
        (r"\SI{25}{\degreeCelsius}, \SI{10}{\percent}, \SI{5}{m/s}", "25 °C, 10%, 5 m/s"),
        (r"\textbf{units} and \emph{care}", "units and care"),
        (r"\frac{\frac{a}{b}}{c_1} and \sqrt[3]{x_2}", "(a/b)/c₁ and ∛(x₂)"),
    ],
)
def test_what_is_plainly_meant_is_read(source: str, printed: str) -> None:
    read = read_latex(source)
    assert checked(read, SPAN) == ()
    assert flat(rich(read)).replace("\u00a0", " ") == printed


@pytest.mark.parametrize("source", [r"\SI{3}{\foo}", r"5 \times 3", r"\begin{itemize}", r"so \rightarrow that"])
def test_what_is_left_is_told(source: str) -> None:
    assert [found.code for found in checked(read_latex(source), SPAN)] == ["M101"]


@pytest.mark.parametrize(
    "source", [r"C:\Users\alpha", r"\d{3} and \w+", r"`\frac{1}{2}` in code", r"\(\frac{1}{2}\)", r"use \newline", r"either\or"]
)
def test_paths_code_and_formulas_are_left_alone(source: str) -> None:
    assert checked(source, SPAN) == ()
