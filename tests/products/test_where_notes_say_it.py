"""Where answers send their readers: to the section that says the answer, not to one that only has a word of it."""

from __future__ import annotations

import pytest

from packbuilder.products.self_marking import section_of
from packbuilder.readers.notes import read_notes

NOTES = """# Electrolysis
Synopsis
Electrolysis splits a compound with direct current.

Key concepts
- Cathode: the negative electrode, where cations gain electrons
- Hydraulic action: the force of water that opens cracks in a cliff

Misconceptions
- Electrons flow through the solution. Ions carry the charge in the solution.

Marking points
- Electroplating: the object to be plated is the cathode.
- The sequence of landforms: crack, cave, arch
"""


@pytest.mark.parametrize(
    ("answer", "section"),
    [
        ("The object to be plated is the cathode", "credit"),
        ("Crack", "credit"),
        ("Cathode", "concepts"),
        ("The negative electrode, where cations gain electrons", "concepts"),
        ("Cations move to the cathode", "concepts"),
        ("Ions carry the charge in the solution.", "misconceptions"),
        ("splits a compound with direct current", "synopsis"),
        ("A different thing", "credit"),
    ],
)
def test_section_of_an_answer(answer: str, section: str) -> None:
    topic, _ = read_notes(NOTES.encode(), "notes.md")
    assert topic is not None
    assert section_of(topic, answer) == section
