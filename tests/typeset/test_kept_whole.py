"""Where pages of large print break: questions stay whole where a page holds them, and nothing stands alone that need not."""

from __future__ import annotations

from packbuilder.document import (
    AnswerLines,
    Block,
    Document,
    Figure,
    Group,
    Heading,
    NumberedQuestion,
    Option,
    Options,
    Paragraph,
)
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import Laid
from packbuilder.typeset.setter import Setter
from tests.typeset.building import png

LARGE = modified(Layout(name="plain", styles=(("body", TextStyle()),)), edition_named("large-24"))
CLOSING = (
    Paragraph(text=plain("Total for Section B: 55 marks"), role="total"),
    Paragraph(text=plain("Total for paper: 60 marks"), role="strong"),
    Paragraph(text=plain("End of questions"), role="centre"),
)


def laid(*blocks: Block, layout: Layout = LARGE) -> Laid:
    return lay_out(Document(title="T", language="en-GB", blocks=blocks), Setter(layout))


def pages_of(found: Laid, number: int) -> set[int]:
    """Return the pages, from 1, on which something of a question stands."""
    return {at for at, page in enumerate(found.pages, 1) for each in page.placements if found.question(each) == str(number)}


def question(number: int, stem: tuple[Block, ...], *space: Block, marks: int = 4) -> NumberedQuestion:
    return NumberedQuestion(number=(number,), stem=stem, space=space, marks=marks)


def words(text: str) -> tuple[Block, ...]:
    return (Paragraph(text=plain(text), role="stem"),)


def test_closing_lines_do_not_pull_lines_of_the_last_question_over_the_page() -> None:
    for lines in range(4, 9):
        last = question(26, words("Describe and explain properties and reactions of alcohols."), AnswerLines(lines=lines))
        for before in range(8):
            found = laid(*(Paragraph(text=plain("A line before.")) for _ in range(before)), last, *CLOSING)
            assert len(pages_of(found, 26)) == 1, (lines, before)


def test_a_stem_with_a_picture_stays_with_what_is_asked_about_it() -> None:
    picture = Figure(picture=png(2, 1), alt="a red square", share=0.7)
    seen = Group(blocks=(Paragraph(text=plain("Figure 1 shows a ring.")), picture), role="stimulus", together=True, label=plain("Figure 1"))
    asked = question(6, (seen, *words("What is drawn in Figure 1, and at which x is it equal to one half?")), AnswerLines(lines=4), marks=2)
    before = question(5, words("State two ways to lose less energy through a window."), AnswerLines(lines=4), marks=2)
    found = laid(before, asked)
    stem = {at for at, page in enumerate(found.pages) for each in page.placements if each.fragment == 1 for _ in each.slab.leaves[:1]}
    assert min(stem) == 1


def test_a_section_s_heading_has_its_first_question_below_it_where_spaces_can_give_way() -> None:
    heading = Heading(text=plain("Section A: Multiple choice and short tests"), level=1, role="section", anchor="a")
    instruction = "Answer all questions in this section. Where there are boxes, mark one box unless you are told otherwise."
    texts = (
        "A type of reaction in which oxygen bonds to elements of the reactants",
        "A chemical that speeds up the rate of a reaction without itself being used up",
        "An ionic compound, usually formed by neutralisation of an acid by a base",
        "A method of extracting metals by growing plants in soil containing low-grade ore",
    )
    options = Options(options=tuple(Option(letter=letter, text=plain(text)) for letter, text in zip("ABCD", texts, strict=True)))
    first = question(1, words("Which of these is meant by the term ‘phytomining’?"), options, marks=1)
    found = laid(heading, Paragraph(text=plain(instruction), keep=True), first)
    assert len(found.pages) == 1
    (page,) = found.pages
    lowest = min(each.y - each.slab.height for each in page.placements)
    assert lowest >= LARGE.page.bottom - 0.05
    for above, below in zip(page.placements, page.placements[1:], strict=False):
        assert above.y - above.slab.height >= below.y - 0.01
