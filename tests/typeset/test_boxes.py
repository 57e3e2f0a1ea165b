"""Boxes to tick, to mark and to choose from are announced in words, in their place in the reading order."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.app.printing import Printer
from packbuilder.document import Document, ItemList, Option, Options, Paragraph
from packbuilder.layout import Layout
from packbuilder.proof import faults
from packbuilder.text import plain
from packbuilder.typeset.reading.readback import Element, read_back

ENTRIES = tuple((Paragraph(text=plain(words)),) for words in ("I can define an acid.", "I can name two alkalis."))
DOCUMENT = Document(
    title="T",
    language="en-GB",
    blocks=(
        ItemList(entries=ENTRIES, style="tick"),
        ItemList(entries=ENTRIES, style="rag"),
        Options(options=(Option(letter="A", text=plain("an acid")), Option(letter="B", text=plain("a base")))),
    ),
)
LAYOUT = Layout(name="plain")


def heard(element: Element) -> list[str]:
    """Return what is read aloud of an element, in order."""
    if element.role == "Form":
        return [f"({element.alt})"]
    return [said for child in element.children for said in heard(child)] or [element.text.strip()]


def test_boxes_are_heard_where_they_are_met() -> None:
    read = read_back(Printer().print(DOCUMENT, LAYOUT).data)
    assert read.tree is not None
    ticks, ratings, options = read.tree.find(role="L")
    assert heard(ticks)[:2] == ["(box to tick)", "I can define an acid."]
    assert heard(ratings)[:4] == ["I can define an acid.", "(box to mark, R)", "(box to mark, A)", "(box to mark, G)"]
    assert heard(options) == ["A", "(box to mark)", "an acid", "B", "(box to mark)", "a base"]
    assert faults(DOCUMENT, LAYOUT, read) == ()


def test_options_in_a_row_stand_side_by_side_and_are_a_list_all_the_same() -> None:
    words = (Option(letter="", text=plain("True")), Option(letter="", text=plain("False")))
    document = Document(title="T", language="en-GB", blocks=(Options(options=words, row=True),))
    read = read_back(Printer().print(document, LAYOUT).data)
    assert read.tree is not None
    (options,) = read.tree.find(role="L")
    assert heard(options) == ["(box to mark)", "True", "(box to mark)", "False"]
    assert faults(document, LAYOUT, read) == ()
    first, second = (piece for each in options.walk() for content in each.contents for piece in content.pieces)
    assert first.y == second.y
    narrow = replace(LAYOUT, page=replace(LAYOUT.page, width=LAYOUT.page.width - LAYOUT.page.text_width + 60))
    below = read_back(Printer().print(document, narrow).data).tree
    assert below is not None
    first, second = (piece for each in below.walk() for content in each.contents for piece in content.pieces)
    assert first.y > second.y


def test_a_box_without_its_announcement_is_not_proved() -> None:
    bare = Document(title="T", language="en-GB", blocks=(ItemList(entries=ENTRIES, style="plain"),))
    found = read_back(Printer().print(bare, LAYOUT).data)
    ticked = Document(title="T", language="en-GB", blocks=(ItemList(entries=ENTRIES, style="tick"),))
    assert "lacks its Form (box) “box to tick”" in "".join(faults(ticked, LAYOUT, found))
