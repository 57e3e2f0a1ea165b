"""A term of the topic by itself after a command."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=7, column=3)


def stems(point: str) -> list[str]:
    topic = Topic(
        id="t",
        title="Topic",
        span=SPAN,
        concepts=(KeyConcept(term="Heart", definition="An organ that pumps blood round the body.", span=SPAN),),
        marking_points=(MarkingPoint(text=point, span=SPAN),),
    )
    return [flat(item.stem) for item in derive(topic).items if item.id.startswith("t.p-")]


@pytest.mark.parametrize(("point", "stem"), [("Describe the heart", "Describe the heart."), ("Explain hearts [3]", "Explain hearts.")])
def test_a_known_term_is_enough_to_ask_about(point: str, stem: str) -> None:
    assert stems(point) == [stem]


@pytest.mark.parametrize("point", ["Describe the kidney", "Describe the method", "Name the heart"])
def test_what_the_notes_do_not_explain_is_not(point: str) -> None:
    assert not stems(point)
