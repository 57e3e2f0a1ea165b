"""Stimuli in another language than their bank, and tables that have more than one row of headers."""

from __future__ import annotations

import pytest

from packbuilder.document import Paragraph
from packbuilder.text import Run
from packbuilder.walks import texts_of
from tests.question_types.banks import built

BANK = """
bank: {{topic: t}}
stimuli:
  - id: poem
    title: Source A
    {body}
items:
  - {{id: one, kind: short_answer, stimulus: poem, stem: Name the season in Source A., points: [{{text: autumn}}]}}
"""


def test_a_source_may_be_in_another_language() -> None:
    items, found = built(BANK.format(body="language: fr\n    text: |\n      Les sanglots longs\n      *des* [violins]{lang=en}"))
    assert found == ()
    assert items[0].stimulus is not None
    runs = [run for text in texts_of(items[0].stimulus.blocks) for run in text if isinstance(run, Run)]
    assert {run.language for run in runs if run.text.strip() and run.text != "violins"} == {"fr"}
    assert [run.language for run in runs if run.text == "violins"] == ["en"]
    assert not any(isinstance(block, Paragraph) and not block.text for block in items[0].stimulus.blocks)


def test_a_language_that_there_is_not_is_an_error() -> None:
    items, found = built(BANK.format(body="language: French\n    text: Les sanglots longs"))
    assert items == ()
    assert found[0] == "6:15 B319 'French' is not the tag of a language"


@pytest.mark.parametrize(
    "table",
    [
        "header: [[Site, {text: Visitors, span: 2}], ['', Summer, Winter]], rows: [[Zoo, 1, 2]]",
        "header: [Site, {text: Visitors, span: 2}], rows: [[Zoo, 1, 2]]",
        "header: [Site, Summer, Winter], rows: [[Zoo, {text: closed, span: 2}]]",
    ],
)
def test_merged_cells_are_refused_once(table: str) -> None:
    items, found = built(BANK.format(body=f"table: {{{table}}}"))
    assert items == ()
    assert [each.partition(" ")[2] for each in found] == [
        "B320 a table has one row of headers, and each of its cells is one text in one column"
    ]
