"""A document with every kind of block, and a layout: what the oracle is tried on."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.document import (
    AnswerBlank,
    AnswerLines,
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Drawing,
    DrawingSpace,
    Field,
    Fields,
    Figure,
    Group,
    Heading,
    ItemList,
    NumberedQuestion,
    Option,
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.drawings import Diagram, Label, Shape
from packbuilder.layout import Layout, TextStyle
from packbuilder.markup import rich
from packbuilder.text import Break, Gap, Reference, RichText, plain
from tests.typeset.building import png

LAYOUT = Layout(name="plain", styles=(("body", TextStyle()),))

OTHER_WORDS = "She had [savoir-faire]{lang=fr} and more."


def paragraph(words: str) -> Paragraph:
    """Return a paragraph of light Markdown."""
    return Paragraph(text=rich(words))


def cell(words: str, *, header: bool = False, span: int = 1) -> Cell:
    """Return a cell of one paragraph; of none where there are no words."""
    return Cell(blocks=(paragraph(words),) if words else (), header=header, span=span)


def table(*rows: tuple[Cell, ...], header: tuple[Cell, ...]) -> Table:
    """Return a table of two columns."""
    return Table(columns=(Column(share=1), Column(share=2)), header=(header,), rows=rows, caption=plain("Two things"))


def question(number: tuple[int, ...], stem: str, *space: Block, marks: int = 0, starred: bool = False) -> NumberedQuestion:
    """Return a question."""
    return NumberedQuestion(number=number, stem=(Paragraph(text=rich(stem), role="stem"),), space=space, marks=marks, starred=starred)


def figure(side: int, alt: str) -> Figure:
    """Return a small picture with a caption."""
    return Figure(picture=png(side, side), alt=alt, caption=plain(f"Figure {side}"), share=0.1)


def sentence(*inlines: object) -> RichText:
    """Return running text of strings and other inlines."""
    return tuple(inline for each in inlines for inline in (plain(each) if isinstance(each, str) else (each,)))  # type: ignore[misc]  # inlines


CELL = Diagram(
    width=4,
    height=2,
    shapes=(Shape(kind="circle", points=((2, 1), (3, 1)), text=plain("nucleus")),),
    labels=(Label(text=plain("membrane"), to=(1, 1), side="left"),),
)

FIRST: tuple[Block, ...] = (
    Heading(text=plain("A sample"), level=1, role="title", listed=False),
    PageTotal(template="This file has {pages} pages."),
    Contents(title=plain("Contents")),
    Fields(fields=(Field(label="Name", short=True), Field(label="Number", boxes=4))),
    PageBreak(),
)

SECOND: tuple[Block, ...] = (
    Heading(text=plain("Cells"), level=1, anchor="cells"),
    paragraph("Cells are small."),
    paragraph("Tissues are made of cells."),
    Heading(text=plain("Tissues"), level=2, anchor="tissues"),
    Paragraph(
        text=sentence("See ", Reference(anchor="cells", text="what cells are"), " and ", Reference(anchor="organs", text="organs"), ".")
    ),
    Heading(text=plain("Organs"), level=2, anchor="organs"),
    paragraph(OTHER_WORDS),
    paragraph("Where $x^2 + 5x + 6 = (x + 2)(x + 3)$ and **bold** H<sub>2</sub>O, so $y = 2$."),
    Paragraph(text=sentence("Plants need ", Gap(label="1"), " and ", Gap(label="2"), ".", Break(), "Animals do not.")),
    ItemList(entries=((paragraph("first"),), (paragraph("second"), paragraph("and more"))), style="number"),
    ItemList(entries=((paragraph("round"),),)),
    ItemList(entries=((paragraph("rated"),),), style="rag"),
    figure(2, "a red square"),
    figure(3, "a larger red square"),
    Drawing(sketch=CELL, alt="A cell.", caption=plain("A cell")),
    Group(blocks=(paragraph("Inside a box."),), role="box", label=plain("Label")),
    table(
        (cell("cell", header=True), cell("the unit of life")),
        (cell("both", span=2),),
        header=(cell("Term", header=True), cell("Meaning", header=True)),
    ),
    PageBreak(to="odd"),
)

QUESTIONS: tuple[Block, ...] = (
    Heading(text=plain("Section A"), level=1, anchor="section-a"),
    question((1,), "Which is true?", Options(options=tuple(Option(letter=a, text=rich(f"option $x_{a}$")) for a in "ABC")), marks=1),
    question((2,), "Think of a cell."),
    question((2, 1), "Explain what it is.", AnswerLines(marks=8), marks=8, starred=True),
    question((2, 2), "How long is it?", Workings(marks=2), AnswerBlank(label=plain("Length"), unit=plain("m")), marks=2),
    Paragraph(text=plain("(Total for Question 2 is 10 marks)"), role="total"),
    question((3,), "Draw a cell.", DrawingSpace(marks=2), marks=2),
    question((4,), "Draw the graph.", DrawingSpace(height=60, ruling="squared"), marks=2),
    Paragraph(text=plain("a point"), role="credit"),
)

DOCUMENT = Document(title="A sample", language="en-GB", blocks=FIRST + SECOND + QUESTIONS)


def cramped(layout: Layout = LAYOUT) -> Layout:
    """Return the layout on pages so narrow that tables are set anew, and so low that long answers give up lines."""
    return replace(layout, page=replace(layout.page, width=260.0, height=420.0))
