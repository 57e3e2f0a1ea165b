"""Tables whose words need more than their columns: no word is cut, also where a cell spans several."""

from __future__ import annotations

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Cell, Column, Field, Fields, Group, Paragraph, Table
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.text import plain
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

LARGE = Setter(modified(layout("exam-a4", PLACE), edition_named("large-24"))).context("cy")

SMALL = Setter(layout("handout-a4", PLACE)).context("en-GB")


def cell(words: str, *, span: int = 1) -> Cell:
    return Cell(blocks=(Paragraph(text=plain(words)),), span=span)


def grid(questions: int, total: str) -> Table:
    """Return an examiner's grid: a column a question, and a total over two."""
    head = (cell("Cwestiwn"), *(cell(str(each + 1)) for each in range(questions)), cell(total, span=2))
    columns = (Column(share=1.9), *(Column(share=1) for _ in range(questions + 2)))
    return Table(
        columns=columns, header=(head,), rows=((cell("Marc"), *(cell("/2") for _ in range(questions)), cell("/20", span=2)),), role="grid"
    )


def bands(found: object) -> tuple[Table, ...]:
    return (
        (found,) if isinstance(found, Table) else tuple(b for b in found.blocks if isinstance(b, Table)) if isinstance(found, Group) else ()
    )


@pytest.mark.parametrize("total", ["Total", "Cyfanswm", "Gesamtpunktzahl"])
def test_a_cell_over_two_columns_has_room_for_its_longest_word(total: str) -> None:
    for questions in range(1, 18):
        for band in bands(fitted(grid(questions, total), LARGE, side=4)):
            whole = sum(column.share for column in band.columns)
            widths = [column.share / whole * LARGE.width for column in band.columns]
            column = 0
            for each in band.header[0]:
                own = sum(widths[column : column + each.span]) - 8
                words = LARGE.within(own).set(each.blocks[0])
                assert len(words.slabs) == 1, (questions, total, own)
                column += each.span


def test_labels_of_three_lines_stand_clear_of_those_of_the_next_row() -> None:
    words = ("Αριθμός εξεταστικού κέντρου", "Αριθμός υποψηφίου", "Υπογραφή υποψηφίου", "Date")
    fields = Fields(fields=tuple(Field(label=each, boxes=5 if at == 0 else 0, short=True, language=None) for at, each in enumerate(words)))
    context = Setter(modified(layout("exam-a4", PLACE), edition_named("dyslexia"))).context("el")
    first, second = context.set(fields).slabs
    leading = context.layout.style("label").leading
    assert first.height + first.space >= 3 * leading > second.height


MEANING = "A bacterium that many antibiotics no longer kill, and which lives on the skin of healthy people in every country"


@pytest.mark.parametrize(
    ("rows", "role"),
    [
        ([("Rust", MEANING)], "table"),
        ([("Thyroparathyroidectomies", MEANING)], "records"),
        ([("Thyroparathyroidectomies", "A bacterium that kills")], "table"),
        ([("1", MEANING, "Key concepts, page 4")], "records"),
        ([("1", "A wall", "Key concepts, page 4")], "table"),
    ],
)
def test_sentences_stand_in_no_ribbon_in_large_print(rows: list[tuple[str, ...]], role: str) -> None:
    columns = tuple(Column(share=share) for share in (3, 7, 3)[: len(rows[0])])
    head = tuple(cell(words) for words in ("Term", "Meaning", "Look at")[: len(columns)])
    table = Table(columns=columns, header=(head,), rows=tuple(tuple(map(cell, row)) for row in rows), role="glossary")
    found = fitted(table, LARGE, side=5)
    assert (found.role if isinstance(found, Group) else "table") == role
    assert isinstance(fitted(table, SMALL, side=5), Table)
