"""A question of parts begins on a left-hand page where its parts would else stand overleaf from what they are about, and no page is lost by it."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Block, Document, Group, NumberedQuestion, PageBreak, Paragraph
from packbuilder.layout import Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter
from packbuilder.values import replace

PLAIN = Layout(name="plain", styles=(("body", TextStyle()),))
FOURS = replace(PLAIN, pad_to=4)


def words(text: str) -> tuple[Block, ...]:
    return (Paragraph(text=plain(text), role="stem"),)


def short(number: int) -> NumberedQuestion:
    return NumberedQuestion(number=(number,), stem=words("Why?"), space=(AnswerLines(lines=5),), marks=2)


def long(number: int) -> tuple[NumberedQuestion, ...]:
    """Return a question of a page and a half: a text of a third of a page, and five parts."""
    shown = Group(blocks=tuple(Paragraph(text=plain("A line of the text.")) for _ in range(12)), role="stimulus", together=True)
    parts = (NumberedQuestion(number=(number, part), stem=words("Say."), space=(AnswerLines(lines=6),), marks=3) for part in range(1, 6))
    return NumberedQuestion(number=(number,), stem=(shown,)), *parts


def pages(layout: Layout, before: int) -> tuple[list[int], int]:
    """Return the pages, from 1, on which the long question stands behind a cover and so many short ones, and how many pages there are."""
    blocks = (Paragraph(text=plain("Cover")), PageBreak(), *map(short, range(1, before + 1)), *long(before + 1))
    found = lay_out(Document(title="T", language="en-GB", blocks=blocks), Setter(layout))
    number = str(before + 1)
    return sorted({at for at, page in enumerate(found.pages, 1) for each in page.placements if found.question(each) == number}), len(
        found.pages
    )


def test_it_faces_its_parts_where_a_page_would_be_blank() -> None:
    assert pages(PLAIN, 16) == ([5, 6], 6)
    assert pages(FOURS, 16) == ([6, 7], 8)


def test_a_leaf_is_turned_where_pages_before_it_would_be_left_half_empty() -> None:
    assert pages(FOURS, 13) == ([5, 6], 8)
    assert pages(FOURS, 8) == ([4, 5], 8)


def test_no_page_more_is_taken_for_it() -> None:
    for before in range(1, 14):
        least = max(pages(replace(PLAIN, pad_to=1), before)[0])
        assert pages(FOURS, before)[1] == least + -least % 4, before
