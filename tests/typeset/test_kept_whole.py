"""Where pages of large print break: questions stay whole where a page holds them, and nothing stands alone that need not."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.document import (
    AnswerLines,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Group,
    Heading,
    NumberedQuestion,
    Option,
    Options,
    PageBreak,
    Paragraph,
    Table,
)
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout, TextStyle
from packbuilder.text import Gap, plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import FORBIDDEN, LAST_RESORT, Laid, Node, leaves_of
from packbuilder.typeset.setter import Setter
from packbuilder.values import replace
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


HEADED = (
    Heading(text=plain("Section A: Multiple choice and short tests"), level=1, role="section", anchor="a"),
    Paragraph(text=plain("Answer all questions in this section. Where there are boxes, mark one unless told otherwise."), keep=True),
)


def options(count: int, lines: int) -> Options:
    """Return options that take about so many lines each in large print."""
    text = plain("Words that take a line of it. " * lines)
    return Options(options=tuple(Option(letter=letter, text=text) for letter in "ABCDE"[:count]))


def named_on(found: Laid, page: int, name: str) -> int:
    """Return how many elements of a name begin or go on on a page, from 1."""
    placements = found.pages[page - 1].placements
    kinds = {(each.fragment, leaf.node) for each in placements if not each.repeated for leaf in leaves_of(each.slab) if leaf.node >= 0}
    return sum(found.fragments[fragment].nodes[node].name == name for fragment, node in kinds)


def test_no_page_holds_only_a_section_s_heading_be_the_lines_after_it_divided() -> None:
    for opening in (HEADED, HEADED[1:]):
        for lines in range(4, 12):
            found = laid(*opening, question(1, words("What is meant by it?"), AnswerLines(lines=lines)), question(2, words("Name one.")))
            assert 1 in pages_of(found, 1), lines


def test_options_are_not_divided_for_the_heading_above_them() -> None:
    """They are compared with each other: rather have the heading and its instruction on the page before, below what else stands there."""
    for opening in (HEADED, HEADED[1:]):
        for lines in range(1, 5):
            found = laid(*opening, question(1, words("Which of these is it?"), options(4, lines), marks=1), question(2, words("Name one.")))
            assert len(pages_of(found, 1)) == 1, lines


def test_a_section_s_instruction_is_not_divided_before_its_question_is() -> None:
    """A break within one of many lines was cheap: its end, and the question after it, stood on the next page."""
    instruction = "Answer all questions. Where there are boxes, mark one box unless you are told otherwise. Write other answers in the spaces provided."
    opening = (HEADED[0], Paragraph(text=plain(instruction * 2), keep=True))
    found = laid(*opening, question(1, words("What is meant by it?"), AnswerLines(lines=8)))
    heading, instructed, asked = found.fragments
    assert len(instructed.slabs) > 4
    dearest = max(slab.after for slab in asked.slabs[:-1] if slab.after != FORBIDDEN)
    assert min(slab.after for slab in (*heading.slabs, *instructed.slabs)) > max(dearest, LAST_RESORT)


def test_a_row_of_less_than_half_a_page_stands_on_one_page() -> None:
    """A meaning went on below the head of the next page's table, beside an empty cell."""
    for lines in range(3, 10):
        row = (Cell(blocks=words("Term"), header=True), Cell(blocks=words("Words that take up a line. " * lines)))
        table = Table(columns=(Column(share=1), Column(share=2)), rows=(row,) * 9, role="glossary")
        found = laid(table)
        rows = [
            {at for at, page in enumerate(found.pages) for each in page.placements for leaf in leaves_of(each.slab) if leaf.node in own}
            for own in _rows(found)
        ]
        assert len(found.pages) > 1
        assert all(len(pages) == 1 for pages in rows), lines


def test_a_cover_s_frame_is_whole_where_white_space_can_give_way() -> None:
    kept = 0
    for lines in range(6, 16):
        frame = Group(blocks=tuple(Paragraph(text=plain("A line of it.")) for _ in range(lines)), role="box", together=True)
        title = Heading(text=plain("Infection"), level=1, role="title", listed=False)
        cover = (title, *(Paragraph(text=plain("Level 3"), role="lead") for _ in range(4)), frame)
        closest = replace(LARGE, spacing=0.55 * LARGE.spacing)
        fits = len(laid(*cover, layout=closest).pages) == 1
        found = laid(*cover, PageBreak(), *words("Overview"))
        kept += fits and len(laid(*cover).pages) > 1
        assert (len(found.pages) == 2) == fits, lines
    assert kept


def _rows(found: Laid) -> list[set[int]]:
    """Return the nodes of each row of the only fragment's table."""
    nodes = found.fragments[0].nodes
    return [{at for at, node in enumerate(nodes) if _below(nodes, at, row)} for row, node in enumerate(nodes) if node.role == "TR"]


def _below(nodes: Sequence[Node], at: int, row: int) -> bool:
    while at > row:
        at = nodes[at].parent
    return at == row


def test_options_that_are_divided_are_never_one_and_the_rest() -> None:
    divided = 0
    for lines in range(1, 8):
        found = laid(*HEADED, question(1, words("Which of these is it?"), options(4, lines), marks=1), question(2, words("Name one.")))
        shown = [named_on(found, page, "option") for page in sorted(pages_of(found, 1))]
        divided += len(shown) > 1
        assert shown in ([4], [2, 2]), lines
    assert divided


def test_a_question_without_a_heading_before_it_is_not_divided_between_its_options() -> None:
    for before in range(1, 12):
        found = laid(*(Paragraph(text=plain("A line.")) for _ in range(before)), question(1, words("Which?"), options(4, 3), marks=1))
        assert len(pages_of(found, 1)) == 1, before


def test_options_of_large_print_begin_below_the_number_so_that_their_lines_hold_more() -> None:
    asked = question(1, words("Which of these is it?"), options(4, 3), marks=1)
    fragment = Setter(LARGE).lay(asked, "en-GB")
    boxes = [leaf.box[0] for slab in fragment.slabs for leaf in leaves_of(slab) if leaf.box and fragment.nodes[leaf.node].name == "option"]
    stem = next(leaf.box[0] for slab in fragment.slabs for leaf in leaves_of(slab) if leaf.box and fragment.nodes[leaf.node].name == "stem")
    assert max(boxes) < stem + LARGE.style("stem").size


def test_lines_to_write_on_draw_together_rather_than_leave_the_totals_alone_on_a_page() -> None:
    last = question(
        26, words("Compare the use of a burette with the use of a cylinder for measuring volumes of acids."), AnswerLines(lines=8)
    )
    whole = laid(last, layout=LARGE)
    found = laid(last, *CLOSING)
    assert len(found.pages) == 1
    assert lines_of(found) == lines_of(whole) == 8
    lows = [each.y - each.slab.height for each in found.pages[0].placements]
    assert min(lows) >= LARGE.page.bottom - 0.05
    assert 0.8 * LARGE.answer.pitch < pitch(found) < 0.99 * LARGE.answer.pitch
    assert abs(pitch(whole) - LARGE.answer.pitch) < 0.01


def lines_of(found: Laid) -> int:
    """Return how many answer lines there are on all pages."""
    return sum(
        found.fragments[each.fragment].nodes[leaf.node].lines > 0
        for page in found.pages
        for each in page.placements
        for leaf in leaves_of(each.slab)
        if leaf.node >= 0
    )


def feet(found: Laid, page: int) -> list[float]:
    """Return how high answer lines stand on a page, from top to bottom."""
    return [
        each.y - each.slab.height
        for each in found.pages[page - 1].placements
        if any(leaf.node >= 0 and found.fragments[each.fragment].nodes[leaf.node].lines for leaf in leaves_of(each.slab))
    ]


def pitch(found: Laid) -> float:
    """Return how far answer lines stand apart on the first page."""
    first, second, *_ = feet(found, 1)
    return first - second


def test_over_a_line_that_begins_a_page_there_is_as_much_room_as_over_any_other() -> None:
    found = laid(question(1, words("Assess it."), AnswerLines(lines=16), marks=8))
    top = LARGE.page.height - LARGE.page.top
    assert len(found.pages) == 2
    assert abs(top - feet(found, 2)[0] - LARGE.answer.pitch) < 0.01


def test_lines_of_ordinary_print_stand_as_far_apart_as_ever() -> None:
    slabs = Setter(Layout(name="plain")).lay(AnswerLines(lines=4), "en-GB").slabs
    assert {(slab.height, slab.repeat) for slab in slabs} == {(Layout(name="plain").answer.pitch, ())}
    assert [slab.space for slab in slabs[:-1]] == [0.0, 0.0, 0.0]


def test_parts_of_a_question_stay_on_the_page_of_what_they_share_where_it_holds_them() -> None:
    plain_print = Layout(name="plain", styles=(("body", TextStyle()),))

    def part(index: int, lines: int) -> NumberedQuestion:
        return NumberedQuestion(number=(1, index), stem=words("Name the wettest month."), space=(AnswerLines(lines=lines),), marks=1)

    for lines in (13, 14, 15):
        found = laid(
            NumberedQuestion(number=(1,), stem=words("The chart shows rainfall."), space=(), marks=0),
            part(1, lines),
            part(2, 2),
            *(
                question(number, words("Describe what the chart shows."), AnswerLines(lines=each))
                for number, each in enumerate((6, 6, 24), 2)
            ),
            layout=plain_print,
        )
        assert pages_of(found, 1) == {1}, lines


def test_a_text_with_gaps_stays_with_its_word_bank() -> None:
    bank = Group(blocks=(Paragraph(text=plain("nose · alveoli · mucus · cilia")),), role="box", together=True, label=plain("Word bank"))
    pieces = ("Dust is trapped in ", ", which ", " sweep up to the throat again. The smallest reach the ", ".")
    text = tuple(inline for at, piece in enumerate(pieces) for inline in (*((Gap(ems=9, label=str(at)),) if at else ()), *plain(piece)))
    cloze = question(4, words("Complete the sentences."), bank, Paragraph(text=text, role="stem"), marks=3)
    # No page is filled so evenly that dividing them would be worth it.
    fragment = Setter(LARGE).context("en-GB").set(cloze)
    assert all(slab.after >= LAST_RESORT for slab in fragment.slabs[:-1])
