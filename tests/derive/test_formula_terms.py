"""Formulas among key concepts: which are asked for as formulas, and in which words."""

from __future__ import annotations

import pytest

from packbuilder.derive.definitions import definable
from packbuilder.derive.formula_terms import formula_called, is_formula
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept, Topic

SPAN = Span(path="notes.txt", line=1, column=1)


def concept(term: str, definition: str) -> KeyConcept:
    return KeyConcept(term=term, definition=definition, span=SPAN)


@pytest.mark.parametrize(
    ("term", "called"),
    [
        ("quadratic formula", "the quadratic formula"),
        ("The wave equation", "the wave equation"),
        ("Euler's formula", "Euler's formula"),
        ("Pythagoras' theorem", "Pythagoras' theorem"),
        ("Newton's second law", "Newton's second law"),
        ("Ohm's law equation", "the Ohm's law equation"),
        ("sine rule", "the sine rule"),
        ("formula for PED", "the formula for PED"),
        ("equation of a straight line", "the equation of a straight line"),
        ("word equation for photosynthesis", "the word equation for photosynthesis"),
        ("straight line", "the equation of a straight line"),
        ("ellipse", "the equation of an ellipse"),
        ("area of trapezium", "the formula for the area of a trapezium"),
        ("area of a circle", "the formula for the area of a circle"),
        ("rate of reaction", "the formula for the rate of reaction"),
        ("moles of gas", "the formula for moles of gas"),
        ("momentum", "the formula for momentum"),
        ("gradient", "the formula for the gradient"),
    ],
)
def test_what_a_formula_is_called(term: str, called: str) -> None:
    assert formula_called(term) == called


@pytest.mark.parametrize(
    ("term", "meaning", "asked"),
    [
        ("Momentum", "p = mv", True),
        ("Rate of reaction", "r = Q/t", True),
        ("Speed equation", "speed = distance ÷ time", True),
        ("Density formula", "mass ÷ volume", True),
        ("Formula of sulfuric acid", "H2SO4", True),
        ("Word equation for photosynthesis", "carbon dioxide + water → glucose + oxygen", True),
        ("Area of a circle", "πr²", True),
        ("Density", "mass ÷ volume", False),
        ("Empirical formula", "CH2O", False),
        ("Half equation", "an equation that shows the electrons gained or lost", False),
        ("Equation for a circle", "an equation such as x² + y² = r² that gives all its points", False),
        ("Variable", "x = 5", False),
        ("Linear function", "y = 2x + 1", False),
        ("Binary addition", "1 + 1 = 10", False),
        ("Speed of light", "c = 3 × 10⁸ m/s", False),
        ("Area of a square field", "10 cm²", False),
    ],
)
def test_what_is_a_formula(term: str, meaning: str, asked: bool) -> None:
    assert is_formula(concept(term, meaning)) == asked


def test_a_value_is_no_meaning() -> None:
    value = concept("Acceleration due to gravity", "g = 9.8 m/s² on Earth")
    assert not definable(value, Topic(id="t", title="T", span=SPAN, concepts=(value,)))
