"""What holds for every point, whatever its words: nothing raises, and what is printed reads as a question."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.topic import MarkingPoint, Topic
from tests.derive.test_points import IMPERATIVES

WORDS = (
    "award credit for explaining describing how why the a of and or including such as e.g. (pH) — “x” learners I my me their own pressure "
    "volume light gas use to calculate describe explain identify compare then ; , with reference to examples data graph it them is are "
    "knowledge understanding two three marks not accept correct terminology *bold* $x^2$ CO₂ : . ? ! 1.2 AO1"
).split()
SPAN = Span(path="notes.txt", line=1, column=1)


def asked(text: str) -> list[str]:
    topic = Topic(id="t", title="T", span=SPAN, marking_points=(MarkingPoint(text=text, span=SPAN),))
    derived = derive(topic)
    whole = [each for each in derived.omissions if not each.partial]
    assert len(derived.items) + len(whole) == 1, "every point gives an item, or a reason why it gives none"
    return [flat(item.stem) for item in derived.items if isinstance(item, Item)]


def reads_as_a_question(stem: str) -> None:
    assert re.match(r"[A-Z][a-z]+,? \S", stem), stem
    assert stem.endswith((".", "?")), stem
    assert "  " not in stem and " ," not in stem and ",," not in stem, stem
    assert not re.search(r"\b(award credit|learners?|evidence of|mark scheme|my|myself)\b", stem, re.IGNORECASE), stem
    assert not re.search(r"\b(and|of|the|to|including|such as)\.$", stem), stem


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_words_of_criteria_in_any_order(text: str) -> None:
    for stem in asked(text):
        reads_as_a_question(stem)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all(text: str) -> None:
    asked(text)


@given(
    st.sampled_from(IMPERATIVES),
    st.sampled_from(("", "Award credit for ", "Learners must ", "- ", "**", "1.1 ", "P1: ")),
    st.integers(0, 40),
)
@settings(max_examples=300, deadline=None)
def test_points_that_are_cut_or_led_in(point: str, lead: str, lost: int) -> None:
    for stem in asked(lead + point[: max(8, len(point) - lost)]):
        reads_as_a_question(stem)
