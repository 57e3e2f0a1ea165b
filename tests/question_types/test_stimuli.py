"""Stimuli keep their lines: verse, dialogue, stanzas; in print, on a screen, in Word and in text for braille."""

from __future__ import annotations

from io import BytesIO
from textwrap import dedent

import docx
import pytest

from packbuilder.app.printing import Printer
from packbuilder.document import Block, Document, Group, Paragraph
from packbuilder.editions import EDITIONS
from packbuilder.editions.documents import adapted
from packbuilder.editions.layouts import modified
from packbuilder.layout import AnswerSpace, Layout, TextStyle
from packbuilder.markup import flat
from packbuilder.proof import faults
from packbuilder.reader.braille import paged
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.text import Break
from packbuilder.typeset.reading.readback import read_back
from packbuilder.walks import paragraphs_of
from tests.question_types.banks import built

LAYOUT = Layout(name="plain", styles=(("body", TextStyle()),))

LONG = "And what shoulder, & what art, could twist the sinews of thy heart, and when thy heart began to beat, what dread hand?"
POEM = f"""
    id: poem
    title: Text 1
    text: |-
      Tyger Tyger, burning *bright,
      In the* forests of the night;

      What immortal hand or eye,
          Could frame thy fearful symmetry?
      {LONG}
"""


def blocks(source: str) -> tuple[Block, ...]:
    fields = dedent(source).strip("\n").splitlines()
    shared = "\n".join(("bank: {topic: t}", "stimuli:", "  -", *(f"    {line}" for line in fields)))
    (each,), found = built(
        f"{shared}\nitems:\n  - {{id: a, kind: short_answer, stem: Why?, marks: 1, points: [{{text: b}}], stimulus: {fields[0][4:]}}}"
    )
    assert not found
    assert each.stimulus is not None
    return each.stimulus.blocks


def lines(block: Block) -> list[str]:
    assert isinstance(block, Group) and block.role == "verse"
    return [flat(each.text) for each in paragraphs_of((block,))]


def document(source: str = POEM) -> Document:
    group = Group(blocks=blocks(source), role="stimulus", together=True)
    return Document(title="T", language="en-GB", blocks=(group,))


def test_each_line_is_a_line_and_an_empty_one_parts_stanzas() -> None:
    first, second = blocks(POEM)
    assert lines(first) == ["Tyger Tyger, burning bright,", "In the forests of the night;"]
    assert lines(second) == ["What immortal hand or eye,", f"{4 * chr(160)}Could frame thy fearful symmetry?", LONG]
    assert [[run.text for run in each.text if getattr(run, "italic", False)] for each in paragraphs_of((first,))] == [
        ["bright,"],
        ["In the"],
    ]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("text: One line.", [1]),
        ("text: |\n      One line.\n", [1]),
        (f"text: |\n      {LONG}\n      {LONG}\n", [1, 1]),
        (f"text: >\n      {LONG}\n      {LONG}\n\n      {LONG}", [1, 1]),
        ("text: |\n      HAMLET: Who's there?\n      HORATIO: My lord!\n\n\n      A prose passage after it.\n", [2, 1]),
    ],
)
def test_prose_is_paragraphs(text: str, passages: list[int]) -> None:
    found = blocks(f"\n    id: t\n    {text}")
    assert [len(block.blocks) if isinstance(block, Group) else 1 for block in found] == passages
    assert all(isinstance(block, Group) == (count > 1) for block, count in zip(found, passages, strict=True))


def test_a_cell_keeps_its_lines() -> None:
    (table,) = blocks('\n    id: t\n    table: {rows: [["one\\ntwo", three]]}')
    (paragraph, _) = paragraphs_of((table,))
    assert isinstance(paragraph, Paragraph)
    assert [inline for inline in paragraph.text if isinstance(inline, Break)] == [Break()]


@pytest.mark.parametrize("name", ["", *(name for name, edition in EDITIONS.items() if not edition.digital)])
def test_lines_begin_below_each_other_and_what_goes_on_stands_further_in(name: str) -> None:
    layout = modified(LAYOUT, EDITIONS[name]) if name else LAYOUT
    poem = adapted(document(), EDITIONS[name]) if name else document()
    read = read_back(Printer().print(poem, layout).data)
    assert faults(poem, layout, read) == ()
    assert read.tree is not None
    stanzas = read.tree.find(name="verse")
    assert [len(stanza.children) for stanza in stanzas] == [2, 3]
    printed = [line for stanza in stanzas for line in stanza.children]
    rows = [
        sorted({(-piece.y, piece.x) for content in line.contents for piece in content.pieces if piece.text.strip()}) for line in printed
    ]
    left = min(x for row in rows for _, x in row)
    starts = [min(x for y, x in row if y == row[0][0]) for row in rows]
    assert [start - left < 0.1 for start in starts] == [True] * 5
    assert [line.text.startswith(4 * chr(160)) for line in printed] == [False, False, False, True, False], "only one line stands in"
    below = {y: min(x for at, x in rows[-1] if at == y) for y, _ in rows[-1]}
    assert len(below) > 1
    assert all(x > left + 5 for y, x in below.items() if y != rows[-1][0][0])
    tops = [row[0][0] for row in rows]
    assert tops == sorted(set(tops))
    assert tops[2] - tops[1] > 1.3 * (tops[1] - tops[0]), "a stanza stands apart"


def test_the_proof_misses_lines_that_were_run_together() -> None:
    (first, second) = blocks(POEM)
    assert isinstance(first, Group)
    one = Paragraph(text=tuple(inline for line in paragraphs_of((first,)) for inline in (*line.text,)), role="verse")
    run_on = Document(title="T", language="en-GB", blocks=(Group(blocks=(Group(blocks=(one,), role="verse"), second), role="stimulus"),))
    assert any("lacks its P" in fault for fault in faults(document(), LAYOUT, read_back(Printer().print(run_on, LAYOUT).data)))


def test_text_and_braille_have_a_line_each() -> None:
    text = to_text(document(), AnswerSpace())
    assert (
        text
        == f"T\n\nTyger Tyger, burning bright,\nIn the forests of the night;\n\nWhat immortal hand or eye,\n    Could frame thy fearful symmetry?\n{LONG}\n"
    )
    page = paged(text)
    assert "\r\nAnd what shoulder, & what art, could\r\n  twist the sinews of thy heart, and\r\n" in page


def test_a_page_and_word_have_a_paragraph_a_line_and_what_goes_on_stands_in() -> None:
    page = to_html(document(), AnswerSpace()).decode()
    assert (
        '<div class="verse"><p class="verse">Tyger Tyger, burning <em>bright,</em></p>\n<p class="verse"><em>In the</em> forests of the night;</p></div>'
        in page
    )
    assert ".verse p { margin: 0 0 0 1.6em; text-indent: -1.6em; }" in page
    found = docx.Document(BytesIO(to_docx(document(), AnswerSpace()))).paragraphs
    verse = [each for each in found if each.paragraph_format.first_line_indent]
    assert [each.text.strip() for each in verse][:2] == ["Tyger Tyger, burning bright,", "In the forests of the night;"]
    assert len(verse) == 5
    assert all(each.paragraph_format.left_indent == -each.paragraph_format.first_line_indent for each in verse)
    assert [each.paragraph_format.space_after.pt for each in verse] == [0, 14, 0, 0, 14]
