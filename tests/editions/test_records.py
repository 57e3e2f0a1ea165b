"""Tables as records: what a cell says begins beside the words over it, however much more it says."""

from __future__ import annotations

import pytest

from packbuilder.document import AnswerBlank, Cell, Column, Group, ItemList, Paragraph, Table
from packbuilder.editions.records import records
from packbuilder.markup import flat
from packbuilder.proof.narrow import in_records
from packbuilder.text import plain
from packbuilder.walks import paragraphs_of


def test_the_first_words_of_a_cell_stand_beside_their_heading() -> None:
    def cell(*texts: str, header: bool = False) -> Cell:
        return Cell(blocks=tuple(Paragraph(text=plain(text)) for text in texts), header=header)

    listed = Cell(blocks=(ItemList(entries=((Paragraph(text=plain("One")),),)),))
    table = Table(
        columns=(Column(share=1),) * 3,
        header=(tuple(cell(text, header=True) for text in ("Question", "Answer", "Look at")),),
        rows=((cell("4", "page 9", header=True), cell("3.5", "Accept 3.4"), listed),),
    )
    said = ["Question: 4", "page 9", "Answer: 3.5", "Accept 3.4", "Look at:", "One"]
    assert [flat(each.text) for each in paragraphs_of((records(table),))] == said
    assert [flat(each.text) for each in paragraphs_of((in_records(table),))] == said, "as the proof expects them"


@pytest.mark.parametrize(("whole", "said"), [(True, ["Rock: Chalk", "Hardness: –"]), (False, ["Rock: Chalk"])])
def test_what_stays_empty_is_said_and_what_is_filled_in_has_a_blank(whole: bool, said: list[str]) -> None:
    columns = (Column(share=1), Column(share=1))
    header = tuple(Cell(blocks=(Paragraph(text=plain(words)),), header=True) for words in ("Rock", "Hardness"))
    rows = ((Cell(blocks=(Paragraph(text=plain("Chalk")),)), Cell()),)
    table = Table(columns=columns, header=(header,), rows=rows, whole=whole)
    for group in (records(table), in_records(table)):
        assert [flat(each.text) for each in paragraphs_of((group,))] == said
        blocks = [block for record in group.blocks if isinstance(record, Group) for block in record.blocks]
        assert any(isinstance(block, AnswerBlank) for block in blocks) != whole
