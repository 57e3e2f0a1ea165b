"""A star marks what is marked by levels of response, and nothing that is merely worth as much."""

from __future__ import annotations

import pytest

from packbuilder.products.practice_paper import _is_extended
from tests.question_types.banks import item

LEVELS = "levels: [{marks: 4-6, descriptor: Good.}, {marks: 1-3, descriptor: Weak.}]"
POINTS = "points: [{text: a}, {text: b}, {text: c}, {text: d}, {text: e}, {text: f}]"


@pytest.mark.parametrize(
    ("fields", "starred"),
    [
        (f"kind: extended_response\nstem: Discuss it.\nmarks: 6\n{LEVELS}\nindicative: [one]", True),
        (f"kind: short_answer\nstem: Write six points.\nmarks: 6\n{POINTS}", False),
        ("kind: ordering\nstem: Order them.\nmarks: 6\nsteps: [one, two, three, four, five, six]", False),
        ("kind: numeric\nstem: Work it out.\nmarks: 6\nanswer: 12", False),
    ],
)
def test_only_extended_responses_are_starred(fields: str, starred: bool) -> None:
    assert _is_extended(item(fields)) is starred
