"""Crossword: terms across and down, clues from their meanings."""

from __future__ import annotations

from packbuilder.document import Cell, Column, ItemList, LetterGrid, Paragraph, Square, Table
from packbuilder.markup import rich
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import head, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.puzzles.crossword import Crossword, crossword
from packbuilder.puzzles.letters import enumeration, letters_of
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 14, 24
_COLUMNS, _ROWS = 17, 13
"""A grid is wider than it is tall, so that its clues have room below it."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Lay as many terms as are wanted and cross. Raises `LackingError` below three that do."""
    by_letters: dict[str, Notion] = {}
    for notion in material.notions:
        if notion.clue and (letters := letters_of(notion.term)):
            by_letters.setdefault(letters, notion)
    filled = crossword(tuple(by_letters), seed, most=min(_MOST, wish.count or _USUAL), columns=_COLUMNS, rows=_ROWS)
    if len(filled.laid) < _FEWEST:
        what = "terms of 3 to 15 letters that cross"
        raise LackingError(kind="crossword", needed=_FEWEST, what=what, found=len(filled.laid), where=TERMS)
    clues = _clues(filled, by_letters, wording)
    return Sheet(
        tasks=(_grid(filled, wording, solved=False), clues),
        answers=(_grid(filled, wording, solved=True), _solutions(filled, by_letters, wording)),
        count=len(filled.laid),
    )


def _grid(filled: Crossword, wording: Catalogue, *, solved: bool) -> LetterGrid:
    letters, numbers = filled.letters(), filled.numbers()

    def square(place: tuple[int, int]) -> Square | None:
        return Square(letter=letters[place] if solved else "", number=numbers.get(place, 0)) if place in letters else None

    rows = tuple(tuple(square((row, column)) for column in range(filled.columns)) for row in range(filled.rows))
    places = "; ".join(
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


def _clues(filled: Crossword, notions: dict[str, Notion], wording: Catalogue) -> Table:
    def column(down: bool) -> Cell:
        lines = (
            joined(plain(f"{number} ", bold=True), rich(f"{notions[word].clue} {enumeration(notions[word].term)}"))
            for number, word in _entries(filled, down=down)
        )
        return Cell(blocks=(ItemList(entries=tuple((Paragraph(text=line),) for line in lines), style="plain"),))

    return _across_down((column(False), column(True)), wording)


def _solutions(filled: Crossword, notions: dict[str, Notion], wording: Catalogue) -> Table:
    def column(down: bool) -> Cell:
        lines = (joined(plain(f"{number} ", bold=True), term_text(notions[word].term)) for number, word in _entries(filled, down=down))
        return Cell(blocks=(ItemList(entries=tuple((Paragraph(text=line),) for line in lines), style="plain"),))

    return _across_down((column(False), column(True)), wording)


def _across_down(cells: tuple[Cell, Cell], wording: Catalogue) -> Table:
    """Return the clues (or words) across beside those down, with room between."""
    heads = head(wording, "worksheet.crossword.across", "", "worksheet.crossword.down")
    columns = (Column(share=10), Column(share=0.7), Column(share=10))
    return Table(columns=columns, header=(heads,), rows=((cells[0], Cell(), cells[1]),), role="plain")
