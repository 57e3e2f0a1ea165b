"""Lists without any heading: what is no statement leaves a file unread, and what to type is told."""

from __future__ import annotations

import pytest

from packbuilder.readers.notes import read_notes

NAMES = "The rock cycle\n\n- Igneous rock\n- Sedimentary rock\n- heat and pressure\n"
LESSON = "Rivers\n\n- Rivers are long and wide here\n- You must learn all of the words\n- Erosion is wearing away of land\n"
HOMEWORK = "Rivers\n\n- Rivers are long and wide here\n- Homework: this is due on a day\n- Erosion is wearing away of land\n"
FEW = "Rivers\n\n- Rivers are long and wide here\n- Erosion is wearing away of land\n"
AMONG_PROSE = (
    "Rivers\n\n- Rivers are long and wide here\n- Erosion is wearing away of land\n- Deltas are made of mud\nRivers matter to people.\n"
)


@pytest.mark.parametrize("notes", [NAMES, LESSON, HOMEWORK, FEW, AMONG_PROSE])
def test_a_list_that_may_be_something_else_is_not_read(notes: str) -> None:
    topic, found = read_notes(notes.encode(), "notes.md")
    assert topic is None
    refused = next(each for each in found if each.code == "N103")
    assert (refused.span.line, "a list without section headings" in refused.message) == (3, True)
    assert refused.hints[0].startswith("Type 'Examiner Marking Points' on a line of its own above line 3")


def test_prose_is_called_prose() -> None:
    _, found = read_notes(b"Rivers\n\nRivers are long. They are wide, too.\n", "notes.md")
    assert "this is prose" in next(each.message for each in found if each.code == "N103")
