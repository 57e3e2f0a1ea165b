"""Statements that answer a claim by their form, and those that only stand after it."""

from __future__ import annotations

import pytest

from packbuilder.derive.claims import claim_of, put_right
from packbuilder.derive.parallels import parallel
from packbuilder.diagnostics import Span
from packbuilder.model.topic import Misconception
from packbuilder.readers.entries import misconception

SPAN = Span(path="notes.txt", line=1)


@pytest.mark.parametrize(
    "text",
    [
        "Shakespeare wrote novels. He wrote plays and poems.",
        "A whale is a fish. Whales are mammals because they breathe air.",
        "A tomato is a vegetable. Tomatoes are fruits since they hold seeds.",
        "Heavier objects fall faster. In a vacuum all objects fall with the same acceleration.",
        "Lady Macbeth kills Duncan. It is Macbeth who does the deed.",
        "Loftus and Palmer used real accidents. They used film clips of car crashes.",
        "Assault requires physical contact. It requires only that V apprehends force.",
        "Current is used up in a circuit. The current is the same all the way round a series circuit.",
        "Antibiotics kill viruses. They kill bacteria.",
        "Sharks are mammals. They are fish.",
        "Salt is an element. It is a compound of sodium and chlorine.",
        "The war was over by Christmas. It lasted until 1918.",
        "Ions are formed when atoms share electrons. Ions form when atoms lose or gain electrons.",
        "Plants only respire at night. Plants respire all the time.",
        "Gravity only acts on Earth. Gravity acts between all masses.",
    ],
)
def test_what_answers_by_its_form(text: str) -> None:
    claim, _, right = text.partition(". ")
    assert parallel(right, claim)
    read, _ = misconception(text, SPAN)
    assert claim_of(read) == claim
    assert put_right(read) == right or put_right(read, beside=True) == right


@pytest.mark.parametrize(
    "text",
    [
        "Electrons move at the speed of light. They move from positive to negative.",
        "Macbeth kills Duncan alone. He kills Banquo too.",
        "A whale is a fish. Whales are large.",
        "Vaccines contain poison. They contain mercury as well.",
        "Gravity is stronger on the Moon. Both have the same shape.",
        "Mass and weight are the same. They are measured in the same units.",
        "Rivers flow south. They flow quickly.",
        "Description without analysis. It gains few marks.",
        "Heavier objects fall faster. They have more gravity.",
        "Rabbits are pets. Rabbits are pets with fur.",
        "The match ended in a draw. It lasted for 90 minutes.",
        "Metals are solids. They are shiny.",
        "Mercury is the hottest planet. It is the planet nearest the Sun.",
        "Plants respire at night. Plants respire quickly.",
    ],
)
def test_what_only_stands_after_a_claim(text: str) -> None:
    claim, _, right = text.partition(". ")
    assert not parallel(right, claim)


def test_carrying_is_the_same_of_one_and_of_several() -> None:
    read = Misconception(
        claim="Arteries always carry oxygenated blood.", correction="The pulmonary artery carries deoxygenated blood.", span=SPAN
    )
    assert put_right(read) == read.correction


@pytest.mark.parametrize(
    ("text", "claim", "right"),
    [
        (
            "MYTH: Henry VIII executed all his wives. FACT: He had two of them executed.",
            "Henry VIII executed all his wives",
            "He had two of them executed.",
        ),
        ("MISTAKE: Wrong units used. CORRECT: Use joules for energy.", "", ""),
        ("Myth: confusing mass with weight. Fact: mass is measured in kilograms.", "", "Mass is measured in kilograms."),
    ],
)
def test_what_the_notes_themselves_call_wrong_and_right(text: str, claim: str, right: str) -> None:
    read, _ = misconception(text, SPAN)
    assert claim_of(read) == claim
    assert put_right(read, beside=True) == right
