"""Every space to answer in is announced in words: as a form of the structure tree, a named field, or words in brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.app.printing import Printer
from packbuilder.document import AnswerBox, Cell, Column, Document, Drawing, NumberedQuestion, Paragraph, Table
from packbuilder.drawings import NumberLine, Scale
from packbuilder.layout import AnswerSpace, Layout, TextStyle
from packbuilder.proof import faults
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.text import Gap, plain
from packbuilder.typeset.reading.readback import Element, read_back

LAYOUT = Layout(name="plain", styles=(("body", TextStyle()),))
WIDE = replace(LAYOUT, styles=(("body", TextStyle(size=36, leading=45)),))


def cell(words: str) -> Cell:
    return Cell(blocks=(Paragraph(text=plain(words)),), header=False)


BOXES = Table(
    columns=(Column(share=4), Column(share=1)),
    header=((Cell(header=True), Cell(blocks=(Paragraph(text=plain("Letter")),), header=True)),),
    rows=tuple((cell(f"{number} Macroinvertebrates"), Cell(blocks=(AnswerBox(label=f"{number}"),))) for number in (1, 2)),
)
LINE = Drawing(sketch=NumberLine(scale=Scale(low=0.0, high=10.0, step=1.0)), caption=plain("A line"), answered=True)
GAPS = Paragraph(text=(*plain("Cells need "), Gap(label="1"), *plain(" and "), Gap(label="2"), *plain(".")), role="gapped")
STEM = Paragraph(text=plain("Answer."), role="stem")
DOCUMENT = Document(
    title="Spaces",
    language="en-GB",
    blocks=tuple(NumberedQuestion(number=(at,), stem=(STEM,), space=(space,), marks=1) for at, space in enumerate((BOXES, LINE, GAPS), 1)),
)


def printed(document: Document, layout: Layout) -> Element:
    data = Printer().print(document, layout).data
    read = read_back(data)
    assert faults(document, layout, read) == ()
    assert read.tree is not None
    return read.tree


def spaces(tree: Element) -> list[str]:
    return [each.alt for each in tree.find(role="Form")]


def test_boxes_drawings_and_gaps_are_forms_that_say_what_they_are_for() -> None:
    tree = printed(DOCUMENT, LAYOUT)
    boxes = ["box to write in for 1", "box to write in for 2"]
    assert spaces(tree) == [*boxes, "space to draw in, on the drawing before this", "gap 1", "gap 2"]
    assert [form.described for form in tree.find(role="Form")] == spaces(tree)


def test_a_box_stays_a_space_where_its_table_is_set_as_records() -> None:
    tree = printed(DOCUMENT, WIDE)
    assert tree.find(name="records")
    assert spaces(tree)[:2] == ["space to fill in", "space to fill in"]


def test_an_empty_corner_heads_no_column() -> None:
    first = printed(DOCUMENT, LAYOUT).find(role="TR")[0]
    assert [(each.role, each.scope) for each in first.children] == [("TD", ""), ("TH", "Column")]


@pytest.mark.parametrize(
    "block", [replace(BOXES, rows=tuple((first, cell(" ")) for first, _ in BOXES.rows)), replace(LINE, answered=False)]
)
def test_the_proof_misses_a_space_that_is_not_announced(block: Table | Drawing) -> None:
    asked = tuple(NumberedQuestion(number=(at,), stem=(STEM,), space=(space,), marks=1) for at, space in enumerate((block,), 1))
    right = tuple(NumberedQuestion(number=(1,), stem=(STEM,), space=(BOXES if isinstance(block, Table) else LINE,), marks=1) for _ in asked)
    data = Printer().print(replace(DOCUMENT, blocks=asked), LAYOUT).data
    found = faults(replace(DOCUMENT, blocks=right), LAYOUT, read_back(data))
    assert any("lacks its Form (space)" in fault for fault in found), found


def test_fields_on_a_page_have_names_of_their_own() -> None:
    import re

    twice = replace(DOCUMENT, blocks=(*DOCUMENT.blocks, replace(DOCUMENT.blocks[2], number=(4,)), GAPS, GAPS))  # type: ignore[type-var]  # questions
    names = re.findall(r'<(?:input|textarea)[^>]*aria-label="([^"]*)"', to_html(twice, AnswerSpace()).decode())
    assert names[:5] == [
        "Answer to question 1, 1",
        "Answer to question 1, 2",
        "Answer to question 2, space for 4 lines",
        "Answer to question 3, gap 1",
        "Answer to question 3, gap 2",
    ]
    assert names[5:] == ["Answer to question 4, gap 1", "Answer to question 4, gap 2", "gap 1", "gap 2", "gap 1 (2)", "gap 2 (2)"]


def test_an_empty_cell_is_named_by_its_row_and_its_column() -> None:
    table = replace(BOXES, rows=((cell("Iron"), Cell()), (cell("Zinc"), Cell())))
    page = to_html(Document(title="T", language="en-GB", blocks=(table,)), AnswerSpace()).decode()
    assert 'aria-label="space to fill in, Iron, Letter"' in page
    assert 'aria-label="space to fill in, Zinc, Letter"' in page


def test_files_without_fields_say_their_spaces_in_words() -> None:
    from io import BytesIO

    import docx

    text = to_text(DOCUMENT, AnswerSpace())
    file = docx.Document(BytesIO(to_docx(DOCUMENT, AnswerSpace())))
    cells = [each.text for table in file.tables for row in table.rows for each in row.cells]
    typed = "\n".join([*(each.text for each in file.paragraphs), *cells])
    for words in ("[box to write in for 1]", "[gap 1]", "[gap 2]"):
        assert words in text
        assert words in typed
