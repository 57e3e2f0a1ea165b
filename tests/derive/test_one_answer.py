"""How marks are earned where one answer has several of them: there is no other answer that could earn the rest."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=1, column=1)


@pytest.mark.parametrize(
    ("point", "marks", "convention"),
    [
        ("State what is meant by erosion (2 marks): the wearing away of rock by water, wind or ice.", 2, "define"),
        ("Give the definition of power [2]: energy transferred per second", 2, "define"),
        ("Write the balanced symbol equation for photosynthesis: 6CO2 + 6H2O -> C6H12O6 + 6O2", 2, "whole"),
        ("Write the balanced symbol equation for photosynthesis.", 2, "whole"),
        ("Give Ohm's law [2]: the current is proportional to the voltage at constant temperature", 2, "whole"),
        ("State Ohm's law [3].", 3, "whole"),
        ("State the symbol for sodium: Na", 1, "recall"),
        ("State two uses of copper (4 marks): wires, pipes", 4, "pairs"),
        ("State two uses of copper (2 marks): wires, pipes", 2, "recall"),
        ("State the uses of copper: wires", 2, "recall"),
        ("Identify the factors that affect the rate, such as temperature", 2, "recall"),
        ("State what is meant by an ion and an isotope (4): a charged atom; atoms with different neutrons", 4, "recall"),
    ],
)
def test_marks_can_be_earned_as_the_scheme_says(point: str, marks: int, convention: str) -> None:
    topic = Topic(id="t", title="Topic", span=SPAN, marking_points=(MarkingPoint(text=point, span=SPAN),))
    (item,) = derive(topic).items
    assert isinstance(item.scheme, PointsScheme)
    assert (item.marks, item.scheme.convention) == (marks, convention)
