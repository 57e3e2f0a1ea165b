"""Walks over a document's blocks: their running texts, headings and pictures, and the same blocks in other words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from packbuilder.document import (
    AnswerBlank,
    Block,
    CardSheet,
    Cell,
    Columns,
    Contents,
    DeskPlan,
    Drawing,
    Figure,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    NumberedQuestion,
    Options,
    Paragraph,
    Picture,
    Table,
)
from packbuilder.text import RichText
from packbuilder.values import replace


def texts_of(blocks: Iterable[Block]) -> Iterator[RichText]:
    """Yield the running texts in blocks, in order: paragraphs, options, entries, cells, captions, cards, labels and desks."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Options():
                yield from (option.text for option in block.options)
            case ItemList():
                for entry in block.entries:
                    yield from texts_of(entry)
            case Table():
                for row in (*block.header, *block.rows):
                    for cell in row:
                        yield from texts_of(cell.blocks)
            case Group():
                yield from texts_of(block.blocks)
            case Columns():
                yield from texts_of((*block.head, *block.blocks))
            case Figure():
                yield block.caption
            case CardSheet():
                yield from (text for card in block.cards for text in (card.front, card.back))
            case Drawing():
                # Imported here, as below: few documents have a drawing.
                from packbuilder.drawings import labels_of

                yield from labels_of(block.sketch)
                yield block.caption
            case LabelSheet():
                yield from (line for label in block.labels for line in label)
            case DeskPlan():
                yield from (line for row in block.rows for desk in row if desk for line in desk.lines)
            case _:
                continue


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs in blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case ItemList():
                for entry in block.entries:
                    yield from paragraphs_of(entry)
            case Table():
                for row in (*block.header, *block.rows):
                    for cell in row:
                        yield from paragraphs_of(cell.blocks)
            case Group():
                yield from paragraphs_of(block.blocks)
            case Columns():
                yield from paragraphs_of((*block.head, *block.blocks))
            case NumberedQuestion():
                yield from paragraphs_of((*block.stem, *block.space))
            case _:
                pass


def headings_of(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings in blocks, in order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Group():
                yield from headings_of(block.blocks)
            case Columns():
                yield from headings_of((*block.head, *block.blocks))
            case _:
                continue


def pictures_of(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield the pictures in blocks, in order."""
    for block in blocks:
        match block:
            case Figure():
                yield block.picture
            case Group():
                yield from pictures_of(block.blocks)
            case Columns():
                yield from pictures_of((*block.head, *block.blocks))
            case NumberedQuestion():
                yield from pictures_of(block.stem)
                yield from pictures_of(block.space)
            case _:
                continue


def reworded(block: Block, words: Callable[[RichText], RichText]) -> Block:
    """Return a block with all its running text passed through `words`."""

    def inside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(reworded(each, words) for each in blocks)

    def rows(table: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(replace(cell, blocks=inside(cell.blocks)) for cell in row) for row in table)

    match block:
        case Paragraph() | Heading():
            return replace(block, text=words(block.text))
        case ItemList():
            return replace(block, entries=tuple(map(inside, block.entries)))
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
            return replace(block, blocks=inside(block.blocks), label=words(block.label))
        case Columns():
            return replace(block, blocks=inside(block.blocks), head=inside(block.head))
        case NumberedQuestion():
            return replace(block, stem=inside(block.stem), space=inside(block.space))
        case Contents():
            return replace(block, title=words(block.title))
        case _:
            return block
