"""A formula is one element of the structure tree, over however many lines and pages it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.app.printing import Printer
from packbuilder.document import Document, Paragraph
from packbuilder.layout import Layout, PageGeometry, TextStyle
from packbuilder.proof import faults
from packbuilder.text import Maths, plain
from packbuilder.typeset.reading.readback import Element, ReadBack, read_back

NARROW = Layout(
    name="narrow",
    page=PageGeometry(width=200, height=150, top=30, bottom=30, inner=30, outer=30),
    styles=(("body", TextStyle(size=20, leading=28)),),
)
EQUATION = r"\ce{Fe2O3 + 3CO -> 2Fe + 3CO2}"


def of(*sources: str) -> Document:
    words = (*plain("See "), *(Maths(source=source) for source in sources), *plain(" here."))
    return Document(title="T", language="en-GB", blocks=(Paragraph(text=words),))


def read(document: Document, layout: Layout = NARROW) -> ReadBack:
    return read_back(Printer().print(document, layout).data)


@pytest.mark.parametrize("layout", [NARROW, Layout(name="wide")], ids=lambda layout: layout.name)
def test_an_equation_is_one_formula_with_the_words_of_the_whole(layout: Layout) -> None:
    found = read(of(EQUATION), layout)
    assert found.tree is not None
    (formula,) = found.tree.find(role="Formula")
    assert formula.alt == "Fe 2 O 3 plus 3 C O gives 2 Fe plus 3 C O 2"
    assert formula.actual == "Fe₂O₃ + 3CO → 2Fe + 3CO₂"
    assert " ".join(formula.text.split()) == formula.actual
    assert faults(of(EQUATION), layout, found) == ()


def test_a_formula_goes_on_over_the_page_in_its_element() -> None:
    long = " + ".join(f"{letter}^2" for letter in "abcdefghijklmnop")
    found = read(of(long))
    assert found.tree is not None
    assert len(found.pages) > 1
    assert len(found.tree.find(role="Formula")) == 1
    assert faults(of(long), NARROW, found) == ()


def test_two_formulas_side_by_side_are_two_elements() -> None:
    found = read(of(EQUATION, EQUATION))
    assert found.tree is not None
    assert len(found.tree.find(role="Formula")) == 2
    assert faults(of(EQUATION, EQUATION), NARROW, found) == ()


def test_a_formula_in_two_elements_is_not_proved() -> None:
    document = of(EQUATION)
    found = read(document)
    assert found.tree is not None
    (text,) = found.tree.children
    (whole,) = text.children
    parts = (
        replace(whole, alt="Fe 2 O 3", actual="Fe₂O₃", text="Fe₂O₃ "),
        replace(whole, alt="plus 3 C O gives 2 Fe plus 3 C O 2", actual="+ 3CO → 2Fe + 3CO₂", text="+ 3CO → 2Fe + 3CO₂"),
    )
    broken = replace(found, tree=replace(found.tree, children=(replace(text, children=parts),)))
    assert "has one element more than it should" in "".join(faults(document, NARROW, broken))
    assert Element(role="Formula") not in parts


def test_what_follows_an_opened_matrix_follows_it_in_the_text() -> None:
    text = (Maths(source=r"\begin{pmatrix} 1000 & 2000 & 3000 & 4000 & 5000 \end{pmatrix}"), *plain(": a row."))
    document = Document(title="T", language="en-GB", blocks=(Paragraph(text=text),))
    found = read(document)
    assert found.tree is not None
    assert " ".join(found.tree.text.split()) == "(1000, 2000, 3000, 4000, 5000): a row."
    assert faults(document, NARROW, found) == ()


@pytest.mark.parametrize(
    ("language", "own", "words", "said"),
    [
        ("en-GB", None, "x squared", ""),
        ("fr", None, "x au carré", ""),
        ("cy", None, "x wedi’i sgwario", ""),
        ("nl", None, "x squared", "en"),
        ("en-GB", "de", "x hoch 2", "de"),
        ("fr", "de", "x hoch 2", "de"),
        ("de", "de-AT", "x hoch 2", ""),
        ("cy", "nl", "x squared", "en"),
    ],
)
def test_a_formula_is_spoken_in_the_language_of_its_text(language: str, own: str | None, words: str, said: str) -> None:
    formula = Maths(source="x^2", language=own)
    document = Document(title="T", language=language, blocks=(Paragraph(text=(*plain("See "), formula, *plain(" here."))),))
    found = read(document)
    assert found.tree is not None
    (element,) = found.tree.find(role="Formula")
    assert (element.alt, element.language) == (words, said)
    assert faults(document, NARROW, found) == ()
    if said:
        planted = replace(found, tree=_without_language(found.tree))
        assert any("language" in fault for fault in faults(document, NARROW, planted))


def test_a_formula_that_a_language_has_no_word_for_is_tagged_as_english_and_the_one_beside_it_is_not() -> None:
    document = replace(of(r"A \vdash B", "A = B"), language="fr")
    found = read(document)
    assert found.tree is not None
    assert [(each.alt, each.language) for each in found.tree.find(role="Formula")] == [("A proves B", "en"), ("A égale B", "")]
    assert faults(document, NARROW, found) == ()


def _without_language(element: Element) -> Element:
    children = tuple(_without_language(child) for child in element.children)
    return replace(element, children=children, language="" if element.role == "Formula" else element.language)


@pytest.mark.parametrize("source", [r"\ce{^{14}_{6}C}", r"^{235}_{92}\mathrm{U}", r"f\left(\right)", r"\mathbb{R} \cup \mathbb{C}"])
def test_formulas_that_begin_with_raised_signs_are_set_and_proved(source: str) -> None:
    assert faults(of(source), NARROW, read(of(source))) == ()
