"""A point and its reason in one sentence, as the points that are marked apart: in the notes' own words, as many as there are marks."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.halves import halves


@pytest.mark.parametrize(
    ("answers", "marks", "parts"),
    [
        (("customers pay late, so that suppliers cannot be paid",), 2, ("customers pay late", "so that suppliers cannot be paid")),
        (("particles collide more often because they move faster",), 2, ("particles collide more often", "because they move faster")),
        (("it has free electrons, so they can carry charge",), 2, ("it has free electrons", "so they can carry charge")),
        (("the bonds are weak and as a result they break",), 2, ("the bonds are weak", "as a result they break")),
        (
            ("it has four bonds because it has four electrons", "a lot of energy is needed"),
            3,
            ("it has four bonds", "because it has four electrons", "a lot of energy is needed"),
        ),
    ],
)
def test_what_joins_them_is_where_they_are_cut(answers: tuple[str, ...], marks: int, parts: tuple[str, ...]) -> None:
    assert halves(answers, marks) == parts


@pytest.mark.parametrize(
    ("answers", "marks"),
    [
        (("each carbon atom forms four strong covalent bonds",), 2),
        (("it has free electrons, so they can carry charge",), 4),
        (("people were poor because of the war",), 2),
        (("it is used because cheap",), 2),
        (("there are so many of them that they collide",), 2),
        (("it melts (because it is hot)",), 2),
        (("the rate rises", "the particles move faster"), 2),
    ],
)
def test_what_is_not_plainly_two_stays_whole(answers: tuple[str, ...], marks: int) -> None:
    assert halves(answers, marks) == ()
