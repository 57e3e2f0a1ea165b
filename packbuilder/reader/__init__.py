"""The reader edition: documents for a screen reader, a keyboard or a braille display, from the same tree as the PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from packbuilder.document import AnswerLines, Drawing, DrawingSpace, ItemList, NumberedQuestion, Workings
from packbuilder.layout import AnswerSpace
from packbuilder.wording import Catalogue

Pictured: TypeAlias = Callable[[Drawing], bytes]
"""What draws a drawing for those readers who see it: as SVG for HTML, as PNG for DOCX."""

DRAWN_LINES = 4
"""Lines in which to say what would be drawn, for candidates who do not draw."""


def list_label(block: ItemList, index: int, wording: Catalogue) -> str:
    """Return the label of a list's entry, from index 0: `1.`, `A`; empty where entries have a bullet or nothing.

    Written out, not left to the reading program: questions refer to it, and word processors go on counting.
    """
    number = block.numbers[index] if block.numbers else index + 1
    return {"number": f"{number}.", "letter": wording.option(index)}.get(block.style, "")


def space_lines(block: AnswerLines | Workings | DrawingSpace, answer: AnswerSpace) -> int:
    """Return how many lines an answer space is said to have: those that the paper's layout rules, or has room for; of one to draw in, those to say it in."""
    if isinstance(block, DrawingSpace):
        return max(DRAWN_LINES, answer.lines(block.marks))
    if isinstance(block, Workings):
        return max(1, round(block.marks * answer.workings_a_mark / answer.pitch))
    return block.lines or answer.lines(block.marks)


def label(number: tuple[int, ...], wording: Catalogue) -> str:
    """Return a question's number as it is spoken of: `3`, or `3 (a)`."""
    return str(number[0]) if len(number) == 1 else f"{number[0]} ({wording.lettered(chr(ord('a') + number[1] - 1))})"


def question_heading(question: NumberedQuestion, wording: Catalogue) -> str:
    """Return a question's heading: `Question 3 (a)* [2 marks]`; without marks where its parts carry them. The asterisk is that of the cover."""
    words = wording.say("reader.question", label=label(question.number, wording) + "*" * question.starred)
    return f"{words} [{wording.count('marks', question.marks)}]" if question.marks else words
