"""Crossword: terms across and down, clues from their meanings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from packbuilder.document import Block, Columns, ItemList, LetterGrid, Paragraph, Square
from packbuilder.markup import rich
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import clued, respelt, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.puzzles.crossword import Crossword, crossword
from packbuilder.puzzles.letters import enumeration, letters_of
from packbuilder.seeding import Seed
from packbuilder.text import RichText, said
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 14, 24
_ENOUGH = 6
"""Of so many terms some three will cross."""

_HOLE, _LINE = "…", "____"
"""What stands in a clue for words that would tell its term, and how it is printed."""

_COLUMNS, _ROWS = 17, 13
"""A grid is wider than it is tall, so that its clues have room below it."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Lay as many terms as are wanted and cross. Raises `LackingError` below three that do."""
    by_letters: dict[str, Notion] = {}
    for notion in _asked(tuple(each for each in material.notions if letters_of(each.term, wording.language))):
        by_letters.setdefault(letters_of(notion.term, wording.language), notion)
    filled = crossword(tuple(by_letters), seed, most=min(_MOST, wish.count or _USUAL), columns=_COLUMNS, rows=_ROWS)
    if len(filled.laid) < _FEWEST:
        what = "terms of 3 to 15 letters that cross"
        raise LackingError(kind="crossword", needed=_FEWEST, what=what, found=len(filled.laid), where=TERMS)
    used = tuple(by_letters[each.word] for each in filled.laid)
    return Sheet(
        tasks=(*respelt(used, wording), _grid(filled, wording, solved=False), *_clues(filled, by_letters, wording)),
        answers=(_grid(filled, wording, solved=True), _solutions(filled, by_letters, wording)),
        count=len(filled.laid),
        whole=True,
    )


def _grid(filled: Crossword, wording: Catalogue, *, solved: bool) -> LetterGrid:
    letters, numbers = filled.letters(), filled.numbers()

    def square(place: tuple[int, int]) -> Square | None:
        return Square(letter=letters[place] if solved else "", number=numbers.get(place, 0)) if place in letters else None

    rows = tuple(tuple(square((row, column)) for column in range(filled.columns)) for row in range(filled.rows))
    places = wording.say("punctuation.semicolon").join(
        wording.say(
            "worksheet.crossword.place",
            number=numbers[each.row, each.column],
            way=wording.say(f"worksheet.crossword.{'down' if each.down else 'across'}"),
            row=each.row + 1,
            column=each.column + 1,
            letters=each.word if solved else len(each.word),
        )
        for each in filled.laid
    )
    alt = wording.say("worksheet.crossword.alt", rows=filled.rows, columns=filled.columns, places=places)
    return LetterGrid(rows=rows, alt=alt)


def _entries(filled: Crossword, *, down: bool) -> list[tuple[int, str]]:
    numbers = filled.numbers()
    return sorted((numbers[each.row, each.column], each.word) for each in filled.laid if each.down is down)


def _asked(notions: tuple[Notion, ...]) -> tuple[Notion, ...]:
    """Return the terms to lay: those whose clues have nothing left out, and of others only where those are too few to cross."""
    whole = tuple(notion for notion in notions if notion.clue and _HOLE not in notion.clue)
    return whole if len(whole) >= _ENOUGH else clued(notions, _ENOUGH)


def _clues(filled: Crossword, notions: dict[str, Notion], wording: Catalogue) -> Iterator[Block]:
    """Yield the clues; what is left out of one is a line to write on, and that is said before them."""
    used = [notions[each.word] for each in filled.laid]
    if any(_HOLE in notion.clue for notion in used):
        yield Paragraph(text=said(wording, "worksheet.crossword.holes"), role="small", keep=True)
    yield _across_down(filled, lambda word: _clue(notions[word], wording), wording)


def _clue(notion: Notion, wording: Catalogue) -> RichText:
    return rich(f"{notion.clue.replace(_HOLE, _LINE)} {enumeration(notion.term, wording.language)}")


def _solutions(filled: Crossword, notions: dict[str, Notion], wording: Catalogue) -> Columns:
    return _across_down(filled, lambda word: term_text(notions[word].term), wording)


def _across_down(filled: Crossword, said_of: Callable[[str], RichText], wording: Catalogue) -> Columns:
    """Return what is said of each word, those across before those down, in columns that fill the room below the grid."""
    blocks: list[Block] = []
    for way in ("across", "down"):
        found = _entries(filled, down=way == "down")
        if found:
            entries = tuple((Paragraph(text=said_of(word), role="entry"),) for _, word in found)
            numbers = tuple(number for number, _ in found)
            title = Paragraph(text=said(wording, f"worksheet.crossword.{way}"), role="label")
            blocks += [title, ItemList(entries=entries, style="number", numbers=numbers)]
    return Columns(blocks=tuple(blocks), role="flow")
