"""What stands beside a line shares its baseline, however tall a formula makes the line."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from packbuilder.app.printing import Printer
from packbuilder.document import Block, Cell, Column, Document, ItemList, NumberedQuestion, Option, Options, Paragraph, Table
from packbuilder.layout import Layout
from packbuilder.text import Maths, RichText, plain

TALL: RichText = (*plain("Work out "), Maths(source=r"\sum_{i=1}^{3} \frac{1}{1 + \frac{1}{x_i}}", display=False), *plain(" for me."))


TABLE = Table(
    columns=(Column(share=1), Column(share=4), Column(share=1)),
    rows=(tuple(Cell(blocks=(Paragraph(text=text),)) for text in (plain("Sum"), TALL, plain("page"))),),
    role="glossary",
)


def baselines(block: Block, layout: Layout) -> dict[str, float]:
    """Return the height on the page of each piece of text."""
    data = Printer().print(Document(title="T", language="en-GB", blocks=(block,)), layout).data
    found: dict[str, float] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            found[text.strip()] = tm[5] * cm[3] + cm[5]

    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    ("block", "beside"),
    [
        (NumberedQuestion(number=(1,), stem=(Paragraph(text=TALL, role="stem"),), marks=2), ["1", "[2]"]),
        (ItemList(entries=((Paragraph(text=TALL),),), style="number"), ["1."]),
        (Options(options=(Option(letter="A", text=TALL),)), ["A"]),
        (TABLE, ["Sum", "page"]),
    ],
    ids=["question", "list", "options", "table"],
)
def test_labels_share_the_baseline_of_a_tall_line(block: Block, beside: list[str]) -> None:
    found = baselines(block, Layout(name="plain"))
    line = next(y for text, y in found.items() if text.startswith("Work out"))
    for label in beside:
        assert found[label] == pytest.approx(line, abs=0.02), label
