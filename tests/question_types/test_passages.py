"""Stems keep their lines: paragraphs, lists, verse and code; prose that an editor broke is one paragraph."""

from __future__ import annotations

import json

import pytest

from packbuilder.app.printing import Printer
from packbuilder.diagnostics import Span
from packbuilder.document import Block, Document, Group, ItemList, NumberedQuestion, Paragraph
from packbuilder.layout import AnswerSpace, Layout
from packbuilder.markup import flat
from packbuilder.proof import faults
from packbuilder.question_types.passages import blocks_in, checked_lines, in_lines, stem_between
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.text import Run, plain
from packbuilder.typeset.reading.readback import read_back
from packbuilder.walks import paragraphs_of
from tests.question_types.banks import item

CODE = "Complete this program.\n\n    def area(width, *rest):\n        return ______\n\nUse `width`."


def told(block: Block) -> str:
    """Return a block in short: `P` a paragraph, `L` a list, `V` verse, `C` code, and its lines."""
    lines = list(paragraphs_of((block,)))
    code = any(isinstance(inline, Run) and inline.code for line in lines for inline in line.text)
    kind = {Paragraph: "P", ItemList: "L", Group: "C" if code else "V"}[type(block)]
    if isinstance(block, ItemList) and block.numbers:
        kind += f"{block.numbers[0]}-{block.numbers[-1]}"
    return f"{kind} {' / '.join(flat(line.text).replace(chr(160), '_') for line in lines)}"


@pytest.mark.parametrize(
    ("stem", "blocks"),
    [
        ("Explain how osmosis works.", ["P Explain how osmosis works."]),
        (
            "Study the following:\n- red leaves\n- green leaves\nSay which grows faster.",
            ["P Study the following:", "L red leaves / green leaves", "P Say which grows faster."],
        ),
        ("List:\n- one\n  goes on\n- two\n\n- three", ["P List:", "L one goes on / two / three"]),
        ("Give two.\n\n3. first\n4. second", ["P Give two.", "L3-4 first / second"]),
        ("The year\n1914. Was it?\n1918. Was it?", ["V The year / 1914. Was it? / 1918. Was it?"]),
        ("What did he say?\n- Bonjour.", ["V What did he say? / - Bonjour."]),
        ("Evaluate\n- 3 + 4\nand explain.", ["V Evaluate / - 3 + 4 / and explain."]),
        ("First.\n\nSecond.", ["P First.", "P Second."]),
        (CODE, ["P Complete this program.", "C def area(width, *rest): / ____return ______", "P Use width."]),
        (
            "Read:\n```python\nx = 1\n\nprint('*x*')\n```\nSay what it prints.",
            ["P Read:", "C x = 1", "C print('*x*')", "P Say what it prints."],
        ),
        (
            'Given:\n\n    marks = [["Ana", 12],\n             ["Bo", 9]]\n\nSay what it is.',
            ["P Given:", 'C marks = [["Ana", 12], / _________["Bo", 9]]', "P Say what it is."],
        ),
        ("Add a link.\n\n    <p>\n      Home\n    </p>", ["P Add a link.", "C <p> / __Home / </p>"]),
        ("Show that\n\n    $x^2 = 4$\n\nhas two solutions.", ["P Show that", "P x² = 4", "P has two solutions."]),
        ("Solve:\n\n    x + y = 5\n    2x - y = 1", ["P Solve:", "V ____x + y = 5 / ____2x - y = 1"]),
        (
            "Read the stanza.\n\n    I wandered lonely as a cloud\n    That floats on high;",
            ["P Read the stanza.", "V ____I wandered lonely as a cloud / ____That floats on high;"],
        ),
        (
            "Tyger Tyger, burning bright,\nIn the forests of the night;\n\nWhat immortal hand\nCould frame?",
            ["V Tyger Tyger, burning bright, / In the forests of the night;", "V What immortal hand / Could frame?"],
        ),
        (
            "Explain how the process of osmosis works in the cells of a plant that\nstands in salty soil, and what a farmer could do.",
            ["P Explain how the process of osmosis works in the cells of a plant that stands in salty soil, and what a farmer could do."],
        ),
        ("[Je suis\nici.]{lang=fr}\nTranslate.", ["V Je suis / ici. / Translate."]),
    ],
)
def test_a_stem_is_what_it_was_written_as(stem: str, blocks: list[str]) -> None:
    assert checked_lines(stem, Span(path="b", line=1, column=1)) == ()
    assert [told(block) for block in blocks_in(in_lines(stem))] == blocks


def test_a_fence_that_is_not_closed_is_a_mistake() -> None:
    (found,) = checked_lines("Read:\n```\nx = 1", Span(path="b", line=1, column=1))
    assert "not closed" in found.message


def test_a_stem_with_lines_is_proved_and_read_line_by_line() -> None:
    stem = blocks_in(item(f"kind: short_answer\nstem: {json.dumps(CODE)}\nmarks: 1\npoints: [{{text: width}}]").stem)
    question = NumberedQuestion(number=(1,), stem=stem, marks=1)
    document = Document(title="T", language="en-GB", blocks=(question,))
    layout = Layout(name="plain")
    assert faults(document, layout, read_back(Printer().print(document, layout).data)) == ()
    assert "def area(width, *rest):\n    return ______\n" in to_text(document, AnswerSpace())
    assert '<p class="verse"><code>def area(width, *rest):</code></p>' in to_html(document, AnswerSpace()).decode()


def test_words_beside_a_stem_stand_in_its_own_lines_where_those_are_text() -> None:
    both = stem_between(plain("1 "), in_lines("State this.\n\n- a\n- b"), plain(" [2]"))
    assert [told(block) for block in both] == ["P 1 State this.", "L a / b", "P  [2]"]
    assert [told(block) for block in stem_between(plain("1 "), plain("State this."), plain(" [2]"))] == ["P 1 State this. [2]"]


def test_a_statement_to_judge_stands_apart_from_a_stem_with_lines() -> None:
    judged = item('kind: true_false\nstem: "Read:\\n- a\\n- b"\nstatement: It is so.\nanswer: true')
    assert [told(block) for block in blocks_in(judged.stem)] == ["P Read:", "L a / b", "P “It is so.”"]
