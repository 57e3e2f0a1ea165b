"""Tables of notes in what is printed: their heads and all their columns, and no row of them a second time."""

from __future__ import annotations

import pytest

from packbuilder.document import Block, Document, Group, Paragraph, Table
from packbuilder.editions.records import records
from packbuilder.layout import AnswerSpace
from packbuilder.markup import flat
from packbuilder.model.topic import Topic
from packbuilder.products.organiser import knowledge_organiser
from packbuilder.products.revision_pack.cornell import cornell
from packbuilder.products.revision_pack.notes import concepts
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.readers.notes import read_notes
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue

NOTES = """---
title: Acids
---
Topic Synopsis
Acids are compared by their pH.
Key Concepts & Core Principles
- Acid: A substance that gives hydrogen ions in water.
- Acids taste sour.

| No. | Substance | pH | Meaning |
|---|---|---|---|
| 1 | Lemon juice | 2.2 | the juice of a lemon |
| 2 | Pure water | 7.0 | |
"""

WORDS = catalogue("en-GB")
CELLS = [["No.", "Substance", "pH", "Meaning"], ["1", "Lemon juice", "2.2", "the juice of a lemon"], ["2", "Pure water", "7.0", ""]]


def topic(notes: str = NOTES) -> Topic:
    read, _ = read_notes(notes.encode(), "acids.md")
    assert read is not None
    return read


def cells(table: Table) -> list[list[str]]:
    return [["".join(map(flat, texts_of(cell.blocks))) for cell in row] for row in (*table.header, *table.rows)]


def kept(blocks: tuple[Block, ...]) -> list[list[list[str]]]:
    return [cells(block) for block in blocks if isinstance(block, Table) and block.role == "data"]


def test_a_pack_prints_the_table_and_none_of_its_rows_elsewhere() -> None:
    blocks = tuple(concepts(topic(), WORDS))
    assert kept(blocks) == [CELLS]
    words = "\n".join(flat(text) for text in texts_of(blocks))
    assert words.count("Lemon juice") == words.count("Pure water") == 1
    assert "Acids taste sour" in words


def test_what_stays_empty_is_no_blank_to_fill_in() -> None:
    nameless = "| | Sea water | 8.1 | |\n"
    read = Document(title="Acids", language="en-GB", blocks=tuple(concepts(topic(NOTES + nameless), WORDS)))
    page = to_html(read, AnswerSpace()).decode()
    assert "<input" not in page
    assert '<td role="cell" data-label="Meaning">no value</td>' in page
    assert "No.: no value; Substance: Sea water; pH: 8.1; Meaning: no value" in to_text(read, AnswerSpace())


def test_references_to_a_term_lead_to_its_row() -> None:
    table = next(block for block in concepts(topic(), WORDS) if isinstance(block, Table) and block.role == "data")
    anchors = [[getattr(block, "anchor", "") for block in cell.blocks] for cell in table.rows[0]]
    assert anchors[1][0]
    assert not any(each for at, cell in enumerate(anchors) if at != 1 for each in cell)


def test_cornell_notes_have_it_below_their_own_table() -> None:
    assert kept(tuple(cornell(topic(), WORDS))) == [CELLS]


def test_an_organiser_has_it_among_the_facts() -> None:
    panels = [block for block in knowledge_organiser((topic(),), title="Acids").blocks[0].blocks if isinstance(block, Group)]  # type: ignore[union-attr]
    assert [kept(panel.blocks) for panel in panels if kept(panel.blocks)] == [[CELLS]]


def test_a_table_too_wide_for_a_panel_has_a_line_a_row_there() -> None:
    wide = "| Name | a | b | c | d | e |\n|---|---|---|---|---|---|\n| Iron | 1 | 2 | 3 | | 5 |\n"
    notes = NOTES[: NOTES.index("| No.")] + wide
    words = [flat(text) for text in texts_of(knowledge_organiser((topic(notes),), title="Acids").blocks)]
    assert "Iron – a: 1; b: 2; c: 3; e: 5" in words
    named = NOTES[: NOTES.index("| No.")] + "Table 3: Metals\n" + wide
    words = [flat(text) for text in texts_of(knowledge_organiser((topic(named),), title="Acids").blocks)]
    assert words[words.index("Table 3: Metals") + 1] == "Iron – a: 1; b: 2; c: 3; e: 5"


@pytest.mark.parametrize("head", ["", "| | Longest words | Meaning |\n|---|---|---|\n"])
def test_rows_without_words_over_their_heading_are_led_to_in_large_print_too(head: str) -> None:
    rows = "| Ion | counterrevolutionaries | thermodynamically incomprehensible |\n| Atom | internationalisation | b |\n"
    read = topic(NOTES[: NOTES.index("| No.")] + head + rows)
    table = next(block for block in concepts(read, WORDS) if isinstance(block, Table) and block.role == "data")
    anchors = {getattr(block, "anchor", "") for row in table.rows for cell in row for block in cell.blocks} - {""}
    stacked = records(table)
    assert len(anchors) == 2
    assert {
        block.anchor for group in stacked.blocks if isinstance(group, Group) for block in group.blocks if isinstance(block, Paragraph)
    } >= anchors
