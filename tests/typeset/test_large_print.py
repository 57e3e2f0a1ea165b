"""What large print keeps together: questions with room for workings, frames with their last lines, entries with their boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.app.project import layout
from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Group,
    Heading,
    ItemList,
    NumberedQuestion,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.blocks.answers import _BETWEEN_ROWS
from packbuilder.typeset.blocks.contents import ContentsLines, Entry
from packbuilder.typeset.blocks.rows import _LEAST_SLICE
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import FORBIDDEN, LONELY
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

COLUMNS = (Column(share=6), Column(share=1.8))
LARGE = modified(layout("exam-a4", PLACE), edition_named("large-24"))


def _words(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text=plain("Some words that fill a part of a line.")) for _ in range(count))


def _question(lines: int) -> NumberedQuestion:
    stem = Paragraph(text=plain("In a titration acid neutralised alkali. " * lines), role="stem")
    return NumberedQuestion(number=(1,), stem=(stem,), marks=3, space=(Workings(marks=3), AnswerBlank()))


def test_room_for_workings_gives_way_before_a_stem_is_divided() -> None:
    setter = Setter(LARGE)
    fragment = setter.lay(_question(7), "en-GB")
    assert fragment.height > LARGE.page.text_height
    laid = lay_out(Document(title="T", language="en-GB", blocks=(*_words(6), _question(7))), setter)
    assert [len({each.fragment for each in page.placements if each.fragment == 6}) for page in laid.pages] == [0, 1]


def test_it_does_not_where_text_is_not_enlarged() -> None:
    slabs = Setter(Layout(name="plain")).lay(Workings(marks=3), "en-GB").slabs
    assert [slab.spare for slab in slabs] == [False]


def test_the_last_block_of_a_frame_does_not_stand_alone() -> None:
    blocks = (*_words(16), Paragraph(text=plain("2 marks of 2.")))
    slabs = Setter(LARGE).lay(Group(blocks=blocks, role="box", together=True), "en-GB").slabs
    assert slabs[-2].after > 100


def test_an_entry_with_a_box_is_divided_last() -> None:
    entry = (Paragraph(text=plain("I can explain, in terms of collisions, why rates change. " * 3)),)
    slabs = Setter(LARGE).lay(ItemList(entries=(entry, entry), style="rag"), "en-GB").slabs
    assert all(slab.after >= LONELY for slab in slabs[: len(slabs) // 2 - 1])


def test_slices_of_rows_grow_with_the_text() -> None:
    assert _LEAST_SLICE * LARGE.scale >= 2 * 24


def test_the_contents_of_bold_print_are_bold() -> None:
    entries = tuple(Entry(level=level, text="Overview", anchor="a", page="3") for level in (1, 2))
    bold = modified(layout("handout-a4", PLACE), edition_named("large-18"))
    lines = Setter(bold).lay(ContentsLines(title=plain("Contents"), entries=entries), "en-GB")
    assert {face for face, _ in lines.glyphs} == {bold_face for bold_face, _ in Setter(bold).lay(_words(1)[0], "en-GB").glyphs}


def _to_order(steps: int) -> NumberedQuestion:
    stem = Paragraph(
        text=plain("The steps describe one titration of an alkali with an acid. Put the steps in the correct order."), role="stem"
    )
    step = Paragraph(text=plain("Run in the acid from a filled burette of known reading while swirling the flask."))
    rows = tuple((Cell(blocks=(step,)), Cell(blocks=(AnswerBox(label=letter),))) for letter in "ABCDEFGHIJ"[:steps])
    head = tuple(Cell(blocks=(Paragraph(text=plain(words)),), header=True) for words in ("Step", "Order (1 is first)"))
    return NumberedQuestion(number=(1,), stem=(stem,), marks=4, space=(Table(columns=COLUMNS, header=(head,), rows=rows),))


def _rows_on_pages(steps: int) -> list[int]:
    """Return how many steps, each of three lines, each page has; the head has two."""
    laid = lay_out(Document(title="T", language="en-GB", blocks=(*_words(4), _to_order(steps))), Setter(LARGE))
    step = 3 * LARGE.style("body").leading
    return [sum(each.fragment == 4 and each.slab.height > step for each in page.placements) for page in laid.pages]


def test_steps_to_be_put_in_order_have_a_page_to_themselves_before_they_are_divided() -> None:
    assert _rows_on_pages(5) == [0, 5]


def test_steps_that_no_page_holds_are_divided() -> None:
    assert len([count for count in _rows_on_pages(10) if count]) > 1
    assert sum(_rows_on_pages(10)) == 10


def test_a_few_steps_stay_with_their_question() -> None:
    laid = lay_out(Document(title="T", language="en-GB", blocks=(*_words(4), _to_order(2))), Setter(LARGE))
    assert len({number for number, page in enumerate(laid.pages) for each in page.placements if each.fragment == 4}) == 1


@pytest.mark.parametrize("words", ["Community internationalisation and responsibilities", "Internationalisation"])
@pytest.mark.parametrize("level", [1, 2])
def test_words_of_a_title_are_set_smaller_before_they_are_divided(words: str, level: int) -> None:
    narrow = replace(LARGE, page=replace(LARGE.page, width=LARGE.page.width * 0.75))
    setter = Setter(narrow)
    heading = setter.lay(Heading(level=level, text=plain(words), role="title" if level == 1 else "heading"), "en-GB")
    assert heading.slabs
    assert not {char for _, char in heading.glyphs} & set("-\u2010\u00ad")
    plain_text = setter.lay(Paragraph(text=plain(words)), "en-GB")
    assert heading.slabs[0].height >= plain_text.slabs[0].height


def test_a_word_that_is_wider_than_a_line_of_text_is_divided_in_a_title_too() -> None:
    narrow = replace(LARGE, page=replace(LARGE.page, width=LARGE.page.width * 0.5))
    heading = Setter(narrow).lay(Heading(level=1, text=plain("Internationalisation"), role="title"), "en-GB")
    assert len(heading.slabs) > 1


@pytest.mark.parametrize(("edition", "lines"), [("large-18", 1), ("large-24", 2), ("a3-36", 2)])
def test_a_label_that_needs_two_lines_has_a_row_of_its_own_height(edition: str, lines: int) -> None:
    look = modified(layout("exam-a4", PLACE), edition_named(edition))
    fields = Fields(fields=(Field(label="Last name", short=False), Field(label="Candidate’s signature", short=False)))
    short, long = Setter(look).lay(fields, "en-GB").slabs
    assert (long.height > short.height) is (lines > 1)
    assert long.height + _BETWEEN_ROWS >= lines * look.style("label").leading, "it touches neither what is above nor what is below it"


@pytest.mark.parametrize("edition", ["large-24", "a3-36"])
def test_no_field_stands_alone_at_the_end_or_the_beginning_of_a_page(edition: str) -> None:
    look = modified(layout("exam-a4", PLACE), edition_named(edition))
    fields = Fields(fields=tuple(Field(label=f"Name {number}", short=True) for number in range(6)))
    first, *between, last_but_one, last = (slab.after for slab in Setter(look).lay(fields, "en-GB").slabs)
    assert first == last_but_one == FORBIDDEN
    assert len(between) == 3
    assert all(cost < FORBIDDEN for cost in (*between, last)), "so many fields do not all fit on a page below a title"
