"""What cells and entries hold: one plain paragraph is their own text, all else keeps its elements."""

from __future__ import annotations

from packbuilder.app.printing import Printer
from packbuilder.document import Cell, Column, Document, ItemList, Paragraph, Table
from packbuilder.layout import Layout
from packbuilder.proof import faults
from packbuilder.text import Maths, Run, plain
from packbuilder.typeset.reading.readback import Element, read_back

LAYOUT = Layout(name="plain")


def _document(*blocks: Paragraph) -> Document:
    table = Table(columns=(Column(share=1.0),), header=((Cell(blocks=(Paragraph(text=plain("Head")),)),),), rows=((Cell(blocks=blocks),),))
    return Document(title="T", language="en-GB", blocks=(table, ItemList(entries=(blocks,), style="bullet")))


def _held(*blocks: Paragraph) -> tuple[Element, Element]:
    """Return the cell and the entry that hold blocks, of a file that is proved."""
    document = _document(*blocks)
    read = read_back(Printer().print(document, LAYOUT).data)
    assert read.tree is not None
    assert faults(document, LAYOUT, read) == ()
    (cell,), (entry,) = read.tree.find(role="TD"), read.tree.find(role="LBody")
    return cell, entry


def test_one_plain_paragraph_is_the_text_of_its_cell_or_entry() -> None:
    for element in _held(Paragraph(text=plain("An acid gives protons."))):
        assert (element.own.strip(), element.children) == ("An acid gives protons.", ())


def test_what_stands_in_the_paragraph_stands_in_its_place_in_the_cell() -> None:
    text = (Run(text="So "), Maths(source="x^2"), Run(text=" and "), Run(text="mot", language="fr"), Run(text=" follow."))
    for element in _held(Paragraph(text=text)):
        assert [each.role for each in element.children] == ["Formula", "Span"]
        assert element.text.split() == ["So", "x²", "and", "mot", "follow."]


def test_several_paragraphs_stay_paragraphs() -> None:
    for element in _held(Paragraph(text=plain("One.")), Paragraph(text=plain("Two."))):
        assert [each.role for each in element.children] == ["P", "P"]


def test_a_paragraph_that_has_a_name_keeps_it() -> None:
    for element in _held(Paragraph(text=plain("acid"), role="credit")):
        assert [(each.role, each.name) for each in element.children] == [("P", "credit")]
