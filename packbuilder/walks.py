"""Walks over a document's blocks: what is inside each, its running texts, headings and pictures, and the same blocks in other words.

Two functions know the kinds of blocks, `inside` and `words_of`, and `reworded` alters what they tell; a kind that one of them does not
name is a mistake that mypy finds. All other walks go by them. (The proof has walks of its own, so that one mistake is not made twice.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    CardSheet,
    Cell,
    Columns,
    Contents,
    CutLine,
    Desk,
    DeskPlan,
    Drawing,
    DrawingSpace,
    Fields,
    Figure,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    LetterGrid,
    NumberedQuestion,
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Picture,
    Table,
    Workings,
)
from packbuilder.text import RichText
from packbuilder.values import replace


def inside(block: Block) -> Iterator[Block]:
    """Yield the blocks right inside a block, in order."""
    match block:
        case ItemList():
            for entry in block.entries:
                yield from entry
        case Table():
            for row in (*block.header, *block.rows):
                for cell in row:
                    yield from cell.blocks
        case Group():
            yield from block.blocks
        case Columns():
            yield from (*block.head, *block.blocks)
        case NumberedQuestion():
            yield from (*block.stem, *block.space)
        case (
            Paragraph() | Heading() | Options() | AnswerBlank() | Figure() | Drawing() | CardSheet() | LabelSheet() | DeskPlan() | Contents()
            | AnswerLines() | Workings() | DrawingSpace() | AnswerBox() | Fields() | LetterGrid() | CutLine() | PageBreak() | PageTotal()
        ):  # fmt: skip
            return
        case _:
            assert_never(block)


def words_of(block: Block) -> Iterator[RichText]:
    """Yield the texts of a block itself, in order, and not those of blocks inside it; captions and labels that are empty are none."""
    match block:
        case Paragraph() | Heading():
            yield block.text
        case Options():
            yield from (option.text for option in block.options)
        case AnswerBlank():
            yield from filter(None, (block.label, block.unit))
        case Table() | Figure():
            yield from filter(None, (block.caption,))
        case Group():
            yield from filter(None, (block.label,))
        case Drawing():
            # Imported here, as below: few documents have a drawing.
            from packbuilder.drawings import labels_of

            yield from labels_of(block.sketch)
            yield from filter(None, (block.caption,))
        case CardSheet():
            yield from (text for card in block.cards for text in (card.label, card.front, card.back))
        case LabelSheet():
            yield from (line for label in block.labels for line in label)
        case DeskPlan():
            yield from filter(None, (block.front, block.exit))
            yield from (line for row in block.rows for desk in row if desk for line in desk.lines)
        case Contents():
            yield block.title
        case (
            ItemList() | Columns() | NumberedQuestion() | AnswerLines() | Workings() | DrawingSpace() | AnswerBox() | Fields() | LetterGrid() | CutLine()
            | PageBreak() | PageTotal()
        ):  # fmt: skip
            return
        case _:
            assert_never(block)


def blocks_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and all that is in them, each before what is inside it."""
    for block in blocks:
        yield block
        yield from blocks_in(inside(block))


def texts_of(blocks: Iterable[Block]) -> Iterator[RichText]:
    """Yield all texts in blocks: those of a block before those of the blocks inside it."""
    for block in blocks_in(blocks):
        yield from words_of(block)


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs in blocks, in order."""
    return (block for block in blocks_in(blocks) if isinstance(block, Paragraph))


def headings_of(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings in blocks, in order."""
    return (block for block in blocks_in(blocks) if isinstance(block, Heading))


def pictures_of(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield the pictures in blocks, in order."""
    return (block.picture for block in blocks_in(blocks) if isinstance(block, Figure))


def reworded(block: Block, words: Callable[[RichText], RichText]) -> Block:
    """Return a block with all its running text passed through `words`."""

    def told(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(reworded(each, words) for each in blocks)

    def rows(table: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(replace(cell, blocks=told(cell.blocks)) for cell in row) for row in table)

    match block:
        case Paragraph() | Heading():
            return replace(block, text=words(block.text))
        case ItemList():
            return replace(block, entries=tuple(map(told, block.entries)))
        case Table():
            return replace(block, rows=rows(block.rows), header=rows(block.header), caption=words(block.caption))
        case AnswerBlank():
            return replace(block, label=words(block.label), unit=words(block.unit))
        case Options():
            return replace(block, options=tuple(replace(option, text=words(option.text)) for option in block.options))
        case Figure():
            return replace(block, caption=words(block.caption))
        case Drawing():
            from packbuilder.drawings import relabelled

            return replace(block, sketch=relabelled(block.sketch, words), caption=words(block.caption))
        case CardSheet():
            sides = (replace(card, label=words(card.label), front=words(card.front), back=words(card.back)) for card in block.cards)
            return replace(block, cards=tuple(sides))
        case Group():
            return replace(block, blocks=told(block.blocks), label=words(block.label))
        case Columns():
            return replace(block, blocks=told(block.blocks), head=told(block.head))
        case NumberedQuestion():
            return replace(block, stem=told(block.stem), space=told(block.space))
        case Contents():
            return replace(block, title=words(block.title))
        case LabelSheet():
            return replace(block, labels=tuple(tuple(map(words, label)) for label in block.labels))
        case DeskPlan():
            desks = tuple(tuple(desk and _relined(desk, words) for desk in row) for row in block.rows)
            return replace(block, rows=desks, front=words(block.front), exit=words(block.exit))
        case AnswerLines() | Workings() | DrawingSpace() | AnswerBox() | Fields() | LetterGrid() | CutLine() | PageBreak() | PageTotal():
            return block
        case _:
            assert_never(block)


def _relined(desk: Desk, words: Callable[[RichText], RichText]) -> Desk:
    return replace(desk, lines=tuple(map(words, desk.lines)))
