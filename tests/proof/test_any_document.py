"""Whatever the blocks and the layout: what is printed is proved. Texts, tables and spaces are drawn at random."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_letters

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from packbuilder.app.printing import Printer
from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Field,
    Fields,
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
from packbuilder.layout import Layout, TextStyle
from packbuilder.proof import faults
from packbuilder.text import Break, Gap, Maths, Reference, Run, joined
from packbuilder.typeset.reading.readback import read_back

WIDE = (
    r"x = \frac{-b + \sqrt{b^2 - 4ac}}{2a} \quad\text{or}\quad x = \frac{-b - \sqrt{b^2 - 4ac}}{2a}",
    r"\text{rate of the reaction in moles per cubic decimetre per second} = \frac{\text{change in concentration}}{\text{time taken for it}}",
    r"\ce{CH4 + 2O2 -> CO2 + 2H2O}",
    r"\begin{pmatrix} 1000 & 2000 & 3000 & 4000 & 5000 & 6000 \end{pmatrix}",
)
"""Formulas that narrow columns do not hold on one line, or at all."""

_words = st.text(alphabet=ascii_letters + "éΩ→₂’“,.(-  ", min_size=1, max_size=60)
_inlines = st.one_of(
    st.builds(Run, text=_words, bold=st.booleans(), italic=st.booleans()),
    st.builds(Run, text=_words, language=st.sampled_from(["fr", "de"])),
    st.sampled_from([Run(text="2", script="sub"), Maths(source="x^2 + 5x - 6 = 0"), Gap(label="1"), Break(), Maths(source=r"\frac{1}{2}")]),
    st.builds(Maths, source=st.sampled_from(WIDE), display=st.booleans()),
    st.builds(Reference, anchor=st.just("start"), text=_words.filter(str.strip)),
)
_texts = st.lists(_inlines, min_size=1, max_size=5).map(lambda parts: joined(*((part,) for part in parts), separator=" "))
_marks = st.integers(1, 20)

_paragraphs = st.builds(Paragraph, text=_texts, role=st.sampled_from(["body", "stem", "credit", "guidance", "total", "centre"]))
_spaces = st.one_of(
    st.builds(AnswerLines, lines=st.integers(0, 12), marks=_marks),
    st.builds(Workings, marks=_marks),
    st.builds(AnswerBox, label=st.sampled_from(["", "A"]), ruled=st.booleans(), room=st.integers(0, 3)),
    st.builds(AnswerBlank, label=st.one_of(st.just(()), _texts), unit=st.one_of(st.just(()), _texts)),
    st.builds(
        Options,
        options=st.lists(st.builds(Option, letter=st.sampled_from(["A", "B", ""]), text=_texts), max_size=4).map(tuple),
        row=st.booleans(),
    ),
    st.builds(Fields, fields=st.lists(st.builds(Field, label=_words, boxes=st.integers(0, 6), short=st.booleans()), max_size=4).map(tuple)),
)


def _table(columns: int, rows: list[list[list[Block]]], names: list[tuple[object, ...]]) -> Table:
    header = tuple(Cell(blocks=(Paragraph(text=name),), header=True) for name in names[:columns])  # type: ignore[arg-type]  # rich text
    body = tuple(tuple(Cell(blocks=tuple(blocks)) for blocks in row[:columns]) for row in rows)
    return Table(columns=(Column(share=1),) * columns, header=(header,), rows=body)


_tables = st.builds(
    _table,
    st.integers(1, 5),
    st.lists(st.lists(st.lists(_paragraphs, max_size=2), min_size=5, max_size=5), max_size=3),
    st.lists(_texts, min_size=5, max_size=5),
)
_simple = st.one_of(_paragraphs, _spaces, _tables)
_lists = st.builds(
    ItemList,
    entries=st.lists(st.lists(_paragraphs, min_size=1, max_size=2).map(tuple), max_size=4).map(tuple),
    style=st.sampled_from(["bullet", "number", "letter", "tick", "rag", "plain"]),
)
_groups = st.builds(
    Group,
    blocks=st.lists(st.one_of(_simple, _lists), min_size=1, max_size=3).map(tuple),
    role=st.sampled_from(["plain", "box", "callout", "stimulus"]),
    together=st.booleans(),
    label=st.one_of(st.just(()), _texts),
)
_questions = st.builds(
    NumberedQuestion,
    number=st.one_of(st.tuples(st.integers(1, 40)), st.tuples(st.integers(1, 40), st.integers(1, 9))),
    stem=st.lists(st.one_of(_paragraphs, _tables, _groups), min_size=1, max_size=2).map(tuple),
    space=st.lists(_spaces, max_size=2).map(tuple),
    marks=st.integers(0, 12),
    starred=st.booleans(),
)
_blocks = st.one_of(
    _simple, _lists, _groups, _questions, st.sampled_from([PageBreak(), PageBreak(to="odd"), PageTotal(template="{pages} pages")])
)
_documents = st.lists(_blocks, max_size=8).map(
    lambda blocks: Document(
        title="Any document",
        language="en-GB",
        blocks=(Contents(title=()), Heading(text=(Run(text="Start"),), level=1, anchor="start"), *blocks),
    )
)


_A_LINE = Paragraph(text=(Run(text="A"),))


def _layout(size: float, width: float, numbering: str, marks: str, below: bool) -> Layout:
    style = TextStyle(size=size, leading=1.4 * size)
    layout = Layout(name="any", styles=(("body", style), ("stem", style)), numbering=numbering, marks=marks, marks_below=below)  # type: ignore[arg-type]  # names
    return replace(layout, page=replace(layout.page, width=width))


_layouts = st.builds(
    _layout,
    st.sampled_from([9.0, 11.0, 24.0]),
    st.sampled_from([400.0, 595.0, 842.0]),
    st.sampled_from(["lettered", "dotted", "boxed"]),
    st.sampled_from(["brackets", "parentheses", "words"]),
    st.booleans(),
)


_WORKED_IN_ITS_STEM = NumberedQuestion(
    number=(1,), stem=(_A_LINE, Group(blocks=(Workings(marks=8),), role="plain")), space=(Workings(marks=1),), marks=1
)
"""Its mark stands beside room for working, of which a full page in large print may leave a part out: never that part."""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example(
    Document(title="Any document", language="en-GB", blocks=(Workings(marks=1), *[_A_LINE] * 3, _WORKED_IN_ITS_STEM)),
    _layout(24.0, 400.0, "lettered", "brackets", False),
)
@given(_documents, _layouts)
def test_any_document_is_proved(document: Document, layout: Layout) -> None:
    printed = Printer().print(document, layout)
    assert faults(document, layout, read_back(printed.data)) == ()
