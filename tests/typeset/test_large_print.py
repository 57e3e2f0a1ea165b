"""What large print keeps together: questions with room for workings, frames with their last lines, entries with their boxes."""

from __future__ import annotations

from packbuilder.app.project import layout
from packbuilder.document import AnswerBlank, Document, Group, ItemList, NumberedQuestion, Paragraph, Workings
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.blocks.contents import ContentsLines, Entry
from packbuilder.typeset.blocks.rows import _LEAST_SLICE
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import LONELY
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

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
