"""Lists in stems and stimuli: whatever an entry begins with, and whatever stands inside it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from packbuilder.app.printing import Printer
from packbuilder.document import Block, Document, Group, ItemList, NumberedQuestion, Paragraph
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import AnswerSpace, Layout
from packbuilder.markup import flat
from packbuilder.proof import faults
from packbuilder.question_types.passages import blocks_in, in_lines
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.typeset.reading.readback import read_back
from packbuilder.walks import paragraphs_of
from tests.question_types.test_stimuli import blocks


def outline(block: Block) -> str:
    """Return a block as text: bullets as `*`, numbers as they are, what is inside an entry in brackets behind it."""
    if isinstance(block, ItemList):
        marks = [f"{number}" for number in block.numbers] or ["*"] * len(block.entries)
        entries = zip(marks, block.entries, strict=True)
        return "; ".join(
            f"{mark} {outline(first)}" + (f" [{' | '.join(map(outline, inner))}]" if inner else "") for mark, (first, *inner) in entries
        )
    lines = [flat(each.text).replace("\u00a0", "_") for each in paragraphs_of((block,))]
    assert isinstance(block, Group | Paragraph)
    return " / ".join(lines)


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("Given:\n\n- $n = 3$\n- $k = 4$\n\nWork it out.", ["Given:", "* n = 3; * k = 4", "Work it out."]),
        ("L:\n- `code`\n- **bold** only\n- \\ce{H2O} is it\n- *slanted*", ["L:", "* code; * bold only; * H₂O is it; * slanted"]),
        ("L:\n1. $x = 3$\n2. y", ["L:", "1 x = 3; 2 y"]),
        ("L:\n1. one\n2. two\n   - a\n   - b\n3. three", ["L:", "1 one; 2 two [* a; * b]; 3 three"]),
        ("L:\n- one\n  1. a\n  2. b\n- two\n  goes on", ["L:", "* one [1 a; 2 b]; * two goes on"]),
        ("L:\n1. $x = 3$\n2. 4 + 1\n   - nested 8", ["L:", "1 x = 3; 2 4 + 1 [* nested 8]"]),
        ("L:\n1. Do both:\n   - a\n   - b", ["L:", "1 Do both: [* a; * b]"]),
        ("L:\n- a\n  - b\n    - c\n    - d\n- e", ["L:", "* a [* b [* c; * d]]; * e"]),
        # Signs: a dash alone may be a minus.
        ("Evaluate\n- $3$\nand explain.", ["Evaluate / - 3 / and explain."]),
        ("L:\n1. Evaluate\n   - 3 + 4\n2. Explain.", ["L:", "1 Evaluate [- 3 + 4]; 2 Explain."]),
        ("Evaluate\n-\nand explain.", ["Evaluate / - / and explain."]),
        ("He was born in\n19. May it be?\n21. No.", ["He was born in / 19. May it be? / 21. No."]),
        ("L:\n- a\n- b\n1. c", ["L:", "* a; * b", "1. c"]),
        ("- *a*\n- b", ["* a; * b"]),
    ],
)
def test_entries_of_a_stem(stem: str, told: list[str]) -> None:
    assert [outline(block) for block in blocks_in(in_lines(stem))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A list:\n\n- first *item*\n- second\n\nAnd prose.", ["A list:", "* first item; * second", "And prose."]),
        (
            "It runs:\n\n```python\nx = 1\nif x:\n    - y\n```\n\n1. once\n2. again",
            ["It runs:", "x = 1 / if x: / ____- y", "1 once; 2 again"],
        ),
        ("Code:\n\n    for i in range(3):\n        print(i)\n\nThen.", ["Code:", "for i in range(3): / ____print(i)", "Then."]),
        # Verse and dialogue stay lines.
        ("- Bonjour, ça va ?\n- Oui, et toi ?\n- Bien.", ["- Bonjour, ça va ? / - Oui, et toi ? / - Bien."]),
        ("– Bonjour.\n– Salut.", ["– Bonjour. / – Salut."]),
        ("Tyger Tyger,\n  burning bright", ["Tyger Tyger, / __burning bright"]),
        ("$x$ is\n- $3$", ["x is / - 3"]),
    ],
)
def test_blocks_of_a_stimulus(text: str, told: list[str]) -> None:
    inset = text.replace("\n", "\n      ")
    assert [outline(block) for block in blocks(f"id: s\ntext: |\n      {inset}\n")] == told


NESTED = "Do:\n\n1. $x = 3$\n2. both\n   - a\n   - b\n3. `i += 1   # add`\n\n```\ntotal = 0    # start\n    i = 1\n```"


def nested() -> Document:
    question = NumberedQuestion(number=(1,), stem=blocks_in(in_lines(NESTED)), marks=1)
    return Document(title="T", language="en-GB", blocks=(question,))


def test_lists_inside_lists_are_proved_in_print() -> None:
    for layout in (Layout(name="plain"), modified(Layout(name="plain"), edition_named("large-18"))):
        read = read_back(Printer().print(nested(), layout).data)
        assert faults(nested(), layout, read) == ()
        assert "i += 1   # add" in read.pages[0].replace("\u00a0", " ")
        assert "total = 0    # start" in read.pages[0].replace("\u00a0", " ")


def test_lists_inside_lists_stand_further_in_wherever_they_are_read() -> None:
    text = to_text(nested(), AnswerSpace())
    assert "2. both\n  - a\n  - b\n3. i += 1   # add\n" in text
    assert "\ntotal = 0    # start\n    i = 1\n" in text
    page = to_html(nested(), AnswerSpace()).decode()
    assert '<li value="2"><b>2.</b> <p class="stem">both</p>\n<ul><li>' in page
    assert "<ol" in page and page.count("<ul>") == 1
    word = docx.Document(BytesIO(to_docx(nested(), AnswerSpace())))
    assert [each.style.name for each in word.paragraphs if each.text in ("a", "b")] == ["List Bullet 2"] * 2
