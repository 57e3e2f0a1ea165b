"""What `check` refuses as a term's meaning (D100) is no task of a worksheet, no option and no card."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.derive.cards import cards_of
from packbuilder.derive.definitions import states
from packbuilder.derive.material import material_of
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.readers.notes import read_notes

NOTES = """# Coasts
Key concepts
- The coast has three zones: the shore, the beach and the cliff behind it
- Fetch: the distance of open water over which the wind blows
- Fetch vs swash: the one is a distance of open water, the other runs up a beach
Sea wall\t5000\t75
Groynes\t£150–250\t20

Marking points
- Explain how a spit is formed.
"""


@pytest.mark.parametrize("term", ["The cell cycle has three stages", "Waves are of two kinds", "An atom consists of shells"])
def test_a_clause_is_a_statement(term: str) -> None:
    assert states(term, "en-GB")
    assert not states(term, "de")


@pytest.mark.parametrize(
    "term", ["Hierarchy of needs", "People who have left", "Have and have nots", "Right to be forgotten", "Means of production"]
)
def test_a_name_is_none(term: str) -> None:
    assert not states(term, "en-GB")


def test_what_is_refused_is_asked_for_nowhere() -> None:
    topic, _ = read_notes(NOTES.encode(), "notes.md")
    assert topic is not None
    derived = derive(topic)
    refused = {omission.text.split(":")[0]: omission.reason for omission in derived.omissions if omission.rule == "definition"}
    assert refused == {
        "The coast has three zones": "a statement, not a term of the topic",
        "Fetch vs swash": "two things set against each other, not a term of the topic",
        "Sea wall": "too long a term or too short a meaning",
        "Groynes": "too long a term or too short a meaning",
    }
    assert [notion.term for notion in material_of(ItemBank(topics=(topic,))).notions] == ["Fetch"]
    assert [flat(card.front) for card in cards_of(topic)] == ["Fetch"]
