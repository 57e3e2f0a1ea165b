"""What comes again in every version is set once: rows of schemes beside any number, questions under any, their options in any order."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from packbuilder.document import Cell, Column, Document, NumberedQuestion, Option, Options, Paragraph, Table
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.blocks.numbered_rows import NumberedRows
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Node, leaves_of, shifted
from packbuilder.typeset.setter import Setter
from packbuilder.values import replace
from tests.press.runs import look

COLUMNS = (Column(share=1), Column(share=4), Column(share=1, align="centre"))
ANSWERS = tuple(
    (Cell(blocks=tuple(Paragraph(text=plain(words)) for words in each)), Cell(blocks=(Paragraph(text=plain("2")),)))
    for each in (("It carries oxygen.",), ("It is broken down.", "Accept: it is digested " * 12), ("Water",))
)


def paragraph(words: str, role: str = "body") -> Paragraph:
    return Paragraph(text=plain(words, bold=role == "body"), role=role)  # type: ignore[arg-type]  # the names are the document's own


HEADS = (Cell(), Cell(blocks=(paragraph("Answer"),)), Cell())


def numbered(*rows: tuple[str, str, int]) -> Table:
    """A scheme whose rows have a number, a digest, and the answers at a place."""
    cells = tuple((Cell(blocks=(paragraph(number), paragraph(digest, "digest")), header=True), *ANSWERS[at]) for number, digest, at in rows)
    return Table(columns=COLUMNS, rows=cells, header=(HEADS,), role="scheme")


def painted(fragment: Fragment) -> list[tuple[float, float, float, list[tuple[int, bytes]]]]:
    return [(slab.height, slab.after, slab.space, [leaf[:2] for leaf in leaves_of(slab)]) for slab in fragment.slabs]


LOOKS = [look(), replace(look(), numbering="boxed"), replace(look(), page=replace(look().page, height=260.0))]


@pytest.mark.parametrize("layout", LOOKS)
def test_a_row_beside_its_number_is_what_it_is_with_the_number_in_it(layout: Layout) -> None:
    table = numbered(("1", "a0b1c2", 0), ("2(a)", "ffffff", 1), ("12", "", 2), ("A number of several words that take lines", "a0b1c2", 2))
    quick = Setter(layout).lay(table, "en-GB")
    with patch.object(NumberedRows, "row", lambda *_, **__: None):
        slow = Setter(layout).lay(table, "en-GB")
    assert painted(quick) == painted(slow)
    assert (quick.nodes, quick.segments, quick.glyphs) == (slow.nodes, slow.segments, slow.glyphs)


def test_a_row_has_the_same_leaves_wherever_it_stands_but_for_its_number() -> None:
    setter = Setter(look())
    one, other = (setter.lay(numbered(*rows), "en-GB") for rows in ([("1", "aa", 0), ("2", "bb", 1)], [("1", "aa", 1), ("2", "bb", 0)]))
    first, second = one.slabs[1], other.slabs[2]
    assert first.base != second.base
    others = [leaf for leaf in first.leaves if leaf in second.leaves]
    assert len(others) == len(first.leaves) - 2
    assert one.segments[0] is other.segments[1]
    assert first.repeat is second.repeat
    roles = [other.nodes[leaf.node].role for leaf in leaves_of(second) if leaf.node != ARTIFACT]
    assert set(roles) <= {"P", "TD", "TH"}


def asking(*options: Option, number: int = 1, digest: str = "0a9f3c") -> NumberedQuestion:
    return NumberedQuestion(number=(number,), stem=STEM, space=(Options(options=options),), marks=1, digest=digest)


STEM = (Paragraph(text=plain("Which of these carries oxygen in the blood?"), role="stem"),)
WORDS = tuple(plain(words) for words in ("Plasma", "Platelets", "Red cells", "White cells that are longer than one line of a column " * 4))


def test_options_have_the_same_leaves_in_every_question_that_has_them_at_their_places() -> None:
    setter = Setter(look())
    orders = [(0, 1, 2, 3), (0, 1, 3, 2)]
    one, other = (
        setter.lay(asking(*(Option(letter=letter, text=WORDS[at]) for letter, at in zip("ABCD", order, strict=True)), number=n), "en-GB")
        for n, order in enumerate(orders, 1)
    )
    assert one.slabs[1].leaves is other.slabs[1].leaves
    assert one.slabs[2].leaves is other.slabs[2].leaves
    assert one.slabs[3].leaves is not other.slabs[3].leaves
    for slab in one.slabs[1:3]:
        assert {one.nodes[leaf.node].role for leaf in leaves_of(slab)} == {"Form", "P", "Lbl"}


@pytest.mark.parametrize("digest", ["0a9f3c", "ffffff", "123456"])
def test_a_digest_is_painted_as_its_text_is(digest: str) -> None:
    setter = Setter(look())
    style = replace(look().style("digest"), align="left")
    text = set_text(plain(digest), style, setter.context("en-GB"), node=Node(role="P"))
    asked = setter.lay(asking(digest=digest), "en-GB")
    below = shifted(text.slabs[0].leaves, 0.0, -asked.slabs[0].height)
    assert [leaf.operators for leaf in below] == [leaf.operators for leaf in asked.slabs[0].leaves if leaf.node == ARTIFACT]
    assert text.glyphs <= asked.glyphs


LOW = replace(look(), page=replace(look().page, height=300.0))
TALL = tuple(Cell(blocks=(paragraph(words * 9),)) for words in ("Some words. ", "Other words, of another cell. ", "More. "))


@pytest.mark.parametrize("asked", [False, True], ids=["alone", "below a number"])
def test_the_slices_of_a_row_are_read_cell_by_cell_whatever_lies_over_the_first(asked: bool) -> None:
    table = Table(columns=COLUMNS, rows=(TALL,), role="data")
    block = NumberedQuestion(number=(1,), stem=(table,), space=()) if asked else table
    laid = lay_out(Document(title="T", language="en-GB", blocks=(block,)), Setter(LOW))
    (fragment,) = laid.fragments
    assert sum(slab.row >= 0 for slab in fragment.slabs) > len(laid.pages)
    placed = [
        leaf.node for page in laid.pages for placement in page.placements for leaf in leaves_of(placement.slab) if leaf.node != ARTIFACT
    ]
    assert sorted(placed) == sorted(leaf.node for slab in fragment.slabs for leaf in leaves_of(slab) if leaf.node != ARTIFACT)
    for page in laid.pages:
        cells = [leaf.node for placement in page.placements for leaf in leaves_of(placement.slab) if fragment.nodes[leaf.node].role == "TD"]
        assert cells == sorted(cells)
