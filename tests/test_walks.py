"""Walks: for every kind of block, whatever it says and holds is found, and reworded."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    CardSheet,
    Cell,
    Column,
    Columns,
    Contents,
    CutLine,
    Desk,
    DeskPlan,
    Drawing,
    DrawingSpace,
    Field,
    Fields,
    Figure,
    FlashCard,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    LetterGrid,
    NumberedQuestion,
    Option,
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Picture,
    Table,
    Workings,
)
from packbuilder.drawings import Mark, NumberLine, Scale, labels_of
from packbuilder.markup import flat
from packbuilder.text import RichText, Run, plain
from packbuilder.walks import blocks_in, headings_of, inside, paragraphs_of, pictures_of, reworded, texts_of, words_of

SCALE = Scale(low=0, high=1, step=1)
PICTURE = Picture(
    digest="d", data=b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
)
"""One black dot."""

LEAVES: tuple[Block, ...] = (
    Paragraph(text=plain("said paragraph")),
    Heading(text=plain("said heading"), level=2),
    AnswerLines(),
    Workings(marks=2),
    DrawingSpace(marks=2),
    AnswerBlank(label=plain("said before"), unit=plain("said behind")),
    AnswerBox(),
    Options(options=(Option(letter="A", text=plain("said option")),)),
    Fields(fields=(Field(label="Name"),)),
    Figure(picture=PICTURE, alt="a leaf", caption=plain("said below a figure")),
    LetterGrid(rows=(), alt="a grid"),
    CutLine(),
    PageBreak(),
    Contents(title=plain("said over contents")),
    PageTotal(template="{pages} pages"),
    CardSheet(
        cards=(FlashCard(number=1, label=plain("said label"), front=plain("said front"), back=plain("said back")),), columns=2, rows=1
    ),
    LabelSheet(labels=((plain("said first"), plain("said second")),), columns=1, rows=1),
    DeskPlan(rows=((Desk(seat="A1", lines=(plain("said desk"),)), None),), front=plain("said front wall"), exit=plain("said exit")),
    Drawing(sketch=NumberLine(scale=SCALE, marks=(Mark(at=1, label=plain("said mark")),)), caption=plain("said below a drawing")),
)
"""A block of each kind that holds no other; all texts of theirs begin with "said"."""


def holding(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a block of each kind that holds others, with blocks wherever it may have some."""
    return (
        ItemList(entries=(blocks, blocks)),
        Table(
            columns=(Column(share=1),), header=((Cell(blocks=blocks),),), rows=((Cell(blocks=blocks),),), caption=plain("said over a table")
        ),
        Group(blocks=blocks, label=plain("said over a group")),
        Columns(blocks=blocks, head=blocks),
        NumberedQuestion(number=(1,), stem=blocks, space=blocks),
    )


EVERY = (*LEAVES, *holding(LEAVES))


def said_by(value: object) -> Iterator[str]:
    """Yield the rich texts anywhere in a value, found by its fields alone."""
    if isinstance(value, Run):
        yield value.text
    elif is_dataclass(value):
        for field in fields(value):
            yield from said_by(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from said_by(each)


def upper(text: RichText) -> RichText:
    return plain(flat(text).upper())


def test_there_is_a_block_of_every_kind() -> None:
    assert {type(block) for block in EVERY} == set(get_args(Block))


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_every_text_of_a_block_is_found_and_reworded(block: Block) -> None:
    said = sorted(said_by(block))
    assert sorted(map(flat, texts_of((block,)))) == said
    assert sorted(said_by(reworded(block, upper))) == sorted(words.upper() for words in said)


@pytest.mark.parametrize("block", holding(LEAVES), ids=lambda block: type(block).__name__)
def test_blocks_within_blocks_are_found(block: Block) -> None:
    assert [type(each) for each in inside(block)] == [type(each) for each in LEAVES] * (1 if isinstance(block, Group) else 2)
    assert list(blocks_in((block,))) == [block, *inside(block)]
    assert set(pictures_of((block,))) == {PICTURE}
    assert {flat(each.text) for each in headings_of((block,))} == {"said heading"}
    assert {flat(each.text) for each in paragraphs_of((block,))} == {"said paragraph"}


def test_labels_of_a_drawing_are_texts_of_it() -> None:
    (drawing,) = (block for block in LEAVES if isinstance(block, Drawing))
    assert [flat(each) for each in words_of(drawing)] == [*map(flat, labels_of(drawing.sketch)), "said below a drawing"]
