"""Empty cells of a source's table: to be written in where an item asks for it, else without a value."""

from __future__ import annotations

import pytest

from packbuilder.document import Document, NumberedQuestion, Table
from packbuilder.layout import AnswerSpace
from packbuilder.reader.html import to_html
from tests.question_types.banks import built

BANK = """
bank: {{topic: t}}
stimuli:
  - {{id: food, title: Table 1, table: {{header: [Food, Energy], rows: [[Bread, 9], [Cheese, '']]}}}}
items:
  - {{id: one, kind: short_answer, stimulus: food, stem: '{stem}', points: [{{text: bread}}]}}
"""


@pytest.mark.parametrize(
    ("stem", "whole"),
    [
        ("State which food in Table 1 has the most energy.", True),
        ("Complete Table 1.", False),
        ("Complétez le tableau 1.", False),
        ("Uzupełnij tabelę.", False),
        ("Calculate the missing value in Table 1.", False),
        ("Explain how a full meal gives energy.", True),
    ],
)
def test_cells_are_written_in_where_an_item_asks_for_it(stem: str, *, whole: bool) -> None:
    items, found = built(BANK.format(stem=stem))
    assert found == ()
    assert items[0].stimulus is not None
    (table,) = items[0].stimulus.blocks
    assert isinstance(table, Table)
    assert table.whole is whole
    document = Document(title="T", language="en-GB", blocks=(NumberedQuestion(number=(1,), stem=items[0].stimulus.blocks, marks=1),))
    page = to_html(document, AnswerSpace()).decode()
    assert ("no value" in page) is whole
    assert ("<input" in page) is not whole
