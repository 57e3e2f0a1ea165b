"""What is believed "rather than" what is right: one sentence is the claim and what puts it right, where it is plain which is which."""

from __future__ import annotations

import pytest

from packbuilder.derive.claims import contrasted
from packbuilder.derive.misconceptions import misconception_items
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import Misconception, Topic

SPAN = Span(path="notes.txt", line=1)


def wrong(claim: str, correction: str = "") -> Misconception:
    return Misconception(claim=claim, correction=correction, span=SPAN)


def made(claim: str) -> tuple[list[Item], list[Omission]]:
    topic = Topic(id="t", title="T", span=SPAN, misconceptions=(wrong(claim),))
    each = tuple(misconception_items(topic))
    return [item for item in each if isinstance(item, Item)], [left for left in each if isinstance(left, Omission)]


@pytest.mark.parametrize(
    ("text", "claim", "right"),
    [
        ("Believing that waves carry matter along with them rather than energy.", "Waves carry matter along with them", "energy"),
        (
            "Believing that the two powers fought each other directly rather than through proxy wars.",
            "The two powers fought each other directly",
            "through proxy wars",
        ),
        ("Thinking that the Marshall Plan was military aid instead of economic aid.", "The Marshall Plan was military aid", "economic aid"),
        ("Students often think that sound travels fastest in air, rather than in solids.", "Sound travels fastest in air", "in solids"),
        ("Thinking the Treaty was fair rather than harsh.", "The Treaty was fair", "harsh"),
        ("Believing that plants respire instead of photosynthesise.", "", ""),
        ("Believing that plants take in oxygen instead of photosynthesising.", "", ""),
        ("Plants take in oxygen rather than carbon dioxide.", "", ""),
        ("Measuring amplitude from crest to trough instead of from the middle line.", "", ""),
        ("Believing that all bacteria cause disease rather than some, because of adverts.", "", ""),
        ("Believing that heat rises rather than hot fluids.", "", ""),
    ],
)
def test_what_is_believed_and_what_is_right_instead(text: str, claim: str, right: str) -> None:
    assert contrasted(wrong(text)) == (claim, right)


def test_what_is_put_right_in_a_sentence_of_its_own_is_left_to_that() -> None:
    assert contrasted(wrong("Believing that waves carry matter rather than energy.", "Waves carry energy.")) == ("", "")


def test_the_claim_is_asked_about_without_what_is_right() -> None:
    items, left = made("Thinking that sound travels fastest in air rather than in solids.")
    assert not left
    assert len(items) == 2
    for item in items:
        assert "solids" not in flat(item.stem)
        assert isinstance(item.scheme, PointsScheme)
        assert [flat(point.text) for point in item.scheme.points] == ["Right instead: in solids."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Failing to record concerns in the person's own words.", "it tells what is done wrong"),
        ("Believing that plants respire instead of photosynthesise.", "what is right stands behind “rather than”"),
        ("Learners may believe that safeguarding applies only to children.", "the notes do not say what is right"),
        ("Believing that the two superpowers fought each other directly.", "the notes do not say what is right"),
    ],
)
def test_the_reason_is_true_of_what_is_left_out(text: str, reason: str) -> None:
    items, (left,) = made(text)
    assert not items
    assert left.reason.startswith(reason)
