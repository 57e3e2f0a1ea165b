"""Formulas as Office MathML: well formed, with every letter and digit of the formula, in the order of its plain form."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from packbuilder import maths
from packbuilder.app.paper_reading import letters
from packbuilder.app.reader_reading import _linear
from tests.maths.cases import CASES, Case

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def built(source: str, *, display: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(maths.to_omml(maths.parse(source).tree, display=display))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.source)
def test_nothing_is_lost_or_out_of_place(case: Case) -> None:
    assert letters(_linear(built(case.source))) == letters(maths.to_plain(maths.parse(case.source).tree))


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (r"\frac{a}{b}", "f/{M}num"),
        ("x^2", "sSup/{M}sup"),
        ("x_1^2", "sSubSup/{M}sub"),
        (r"\sqrt[3]{x}", "rad/{M}deg"),
        (r"\sum_{i=1}^n x_i = 1", "nary/{M}e/{M}sSub"),
        (r"\binom{n}{k}", "d/{M}e/{M}f"),
        (r"\lim_{x \to 0} x", "limLow/{M}lim"),
        (r"\vec{v}", "acc/{M}e"),
        (r"\overline{AB}", "bar/{M}e"),
        (r"(a + b)^2", "sSup/{M}e/{M}d"),
        (r"\ce{^{14}_{6}C}", "sPre/{M}e"),
        (r"\ce{A ->[heat] B}", "limUpp/{M}lim"),
        (r"\begin{cases} 1 & x \\ 2 & y \end{cases}", "d/{M}e/{M}m/{M}mr"),
    ],
)
def test_structures_are_those_of_word(source: str, path: str) -> None:
    assert built(source).find(f"{M}{path.format(M=M)}") is not None


def test_a_sum_ends_before_the_relation() -> None:
    root = built(r"\sum_{i=1}^n x_i = 1")
    assert "".join(node.text or "" for node in root.findall(f"{M}r/{M}t")) == "=1"


def test_a_displayed_formula_is_a_paragraph_of_its_own() -> None:
    assert built("x", display=True).tag == f"{M}oMathPara"


def test_the_language_is_said_of_every_run() -> None:
    """Word has a language for runs of text and none for formulas; a voice that reads one out goes by that."""
    source = r"\frac{x}{2} + \text{m} = \mathbf{v} \cdot \sum_{i=1}^{n} i"
    spoken = ElementTree.fromstring(maths.to_omml(maths.parse(source).tree, language="fr"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    runs = list(spoken.iter(f"{M}r"))
    assert len(runs) > 8
    assert {run.find(f"{word}rPr/{word}lang").get(f"{word}val") for run in runs} == {"fr"}  # type: ignore[union-attr]  # found or the test fails
    assert "w:lang" not in maths.to_omml(maths.parse(source).tree)


def test_double_struck_letters_are_characters() -> None:
    """LibreOffice does not know Word's alphabets."""
    assert "".join(built(r"x \in \mathbb{R}").itertext()) == "x∈ℝ"
