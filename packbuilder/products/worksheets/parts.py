"""Small parts that many kinds of worksheet share: choosing, numbered answers, cells, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from packbuilder.document import Block, Cell, ItemList, Paragraph
from packbuilder.markup import rich
from packbuilder.model.material import Claim, Notion
from packbuilder.puzzles.letters import is_respelt
from packbuilder.seeding import Seed
from packbuilder.text import RichText, filled, said, within
from packbuilder.wording import Catalogue

T = TypeVar("T", Notion, Claim)


def picked(things: Sequence[T], seed: Seed, count: int) -> tuple[T, ...]:
    """Return up to `count` things in the seed's order, the topics in turn, so that each has its share."""
    topics: dict[str, list[T]] = {}
    for thing in seed.shuffled(things, key_of):
        topics.setdefault(thing.topic, []).append(thing)
    turns = zip_longest(*(topics[name] for name in seed.child("topics").shuffled(topics)))
    return tuple(thing for turn in turns for thing in turn if thing is not None)[:count]


def clued(notions: Iterable[Notion], fewest: int) -> tuple[Notion, ...]:
    """Return the terms to ask for by their clues: those that tell, or any where fewer than `fewest` do."""
    every = tuple(notion for notion in notions if notion.clue)
    telling = tuple(notion for notion in every if notion.telling)
    return telling if len(telling) >= fewest else every


def holes(notions: Iterable[Notion], wording: Catalogue) -> tuple[Block, ...]:
    """Return what is said before clues of which some have words left out; nothing where none has."""
    left_out = any("…" in notion.clue.replace(notion.meaning, "") for notion in notions)
    return (Paragraph(text=said(wording, "worksheet.holes"), role="small", keep=True),) if left_out else ()


def respelt(notions: tuple[Notion, ...], wording: Catalogue) -> tuple[Paragraph, ...]:
    """Return the line that says how a grid writes letters with accents, where terms of a sheet have any."""
    changed = any(is_respelt(notion.term, wording.language) for notion in notions)
    return (Paragraph(text=said(wording, "worksheet.respelt"), role="small", keep=True),) if changed else ()


def key_of(thing: Notion | Claim) -> str:
    """Return what tells a thing apart for good, whatever else the notes hold."""
    return f"{thing.topic}:{thing.term if isinstance(thing, Notion) else thing.wrong}"


def term_text(term: str, *, bold: bool = True) -> RichText:
    """Return a term as print: bold, unless its own marks say how it looks."""
    return rich(f"**{term}**") if bold and "*" not in term and "$" not in term else rich(term)


def meaning_text(meaning: str) -> RichText:
    """Return a meaning as a sentence."""
    return rich(f"{meaning}.")


def which_term(notion: Notion, wording: Catalogue) -> RichText:
    """Return the question for the term of a meaning."""
    return filled(wording, "worksheet.quiz.which", meaning=rich(within(notion.clue, wording.language, term=notion.term)))


def cell(*blocks: Block | RichText, header: bool = False) -> Cell:
    """Return a cell of blocks; running text is a paragraph."""
    return Cell(blocks=tuple(Paragraph(text=each) if isinstance(each, tuple) else each for each in blocks), header=header)


def head(wording: Catalogue, *keys: str) -> tuple[Cell, ...]:
    """Return a table's head from keys of the wording; an empty key is an empty cell."""
    return tuple(cell(said(wording, key, bold=True), header=True) if key else cell(header=True) for key in keys)


def numbered(entries: Iterable[tuple[Block, ...]]) -> ItemList:
    """Return a numbered list."""
    return ItemList(entries=tuple(entries), style="number")


def answers(texts: Iterable[RichText]) -> tuple[Block, ...]:
    """Return answers numbered as their tasks are; none of their words may stand on the sheet."""
    return (numbered((Paragraph(text=text, role="credit"),) for text in texts),)
