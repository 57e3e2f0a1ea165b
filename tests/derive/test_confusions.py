"""What the notes say is confused: the two things, and what is right of both."""

from __future__ import annotations

import pytest

from packbuilder.derive.confusions import confusion


@pytest.mark.parametrize(
    ("claim", "one", "two", "right"),
    [
        ("Confusing mass with weight.", "mass", "weight", ""),
        ("Confusing cloning with grafting, rather than noting that grafts have two parents.", "cloning", "grafting", "grafts have two parents"),
        ("Confusing pitch with loudness: pitch depends on frequency, loudness on amplitude.", "pitch", "loudness", "pitch depends on frequency, loudness on amplitude"),
        ("Confusing mass with weight - mass is in kilograms, weight in newtons.", "mass", "weight", "mass is in kilograms, weight in newtons"),
        ("Confusing heat with temperature: always state the unit.", "heat", "temperature", ""),
        ("Confusing speed and velocity; students who mix up speed and velocity lose marks.", "speed", "velocity", ""),
        ("Mixing up washing, which removes dirt, with bleaching, which removes colour.", "washing", "bleaching", "washing removes dirt; bleaching removes colour"),
        ("Mixing up washing, which removes dirt, with bleaching.", "washing", "bleaching", ""),
    ],
)  # fmt: skip
def test_what_is_confused_is_told_apart_by_what_is_said_of_both(claim: str, one: str, two: str, right: str) -> None:
    assert confusion(claim) == (one, two, right)


@pytest.mark.parametrize("claim", ["Confusing it with weight.", "Mass is weight.", "Confusing how to weigh and what to weigh."])
def test_what_cannot_be_told_apart_is_no_confusion(claim: str) -> None:
    assert confusion(claim) is None
