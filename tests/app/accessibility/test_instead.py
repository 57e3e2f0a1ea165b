"""What is read instead of what is printed: a ligature's letters and a divided word are fine, other words are not."""

from __future__ import annotations

import pytest

from packbuilder.app.accessibility.instead import read_otherwise
from packbuilder.typeset.reading.readback import Element


@pytest.mark.parametrize(
    ("role", "printed", "said", "right"),
    [
        ("P", "The diﬀusion of gases", "The diffusion of gases", True),
        ("Span", "photo-\nsynthesis", "photosynthesis", True),
        ("Formula", "x² + 2x = 3", "x squared plus two x equals three", True),
        ("Figure", "0 1 2 3 4 5 6 7 8", "A number line", True),
        ("Span", "km/h", "kilometres per hour", True),
        ("P", "State why metals conduct", "", True),
        ("P", "State why metals conduct", "The answer is delocalised electrons", False),
        ("H1", "Practice paper, Version A", "Something else entirely", False),
    ],
)
def test_what_is_read_is_like_what_is_printed(role: str, printed: str, said: str, right: bool) -> None:
    tree = Element(role="Document", children=(Element(role=role, text=printed, actual=said, page=1),))
    assert (not list(read_otherwise(tree))) is right
