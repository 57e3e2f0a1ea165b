"""Wordsearch: terms hidden in a square of letters, to be found from the list, or from their meanings."""

from __future__ import annotations

import re

from packbuilder.alphabets import in_list
from packbuilder.document import Block, Column, Group, LetterGrid, Paragraph, Square, Table
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import cell, clued, meaning_text, picked, respelt, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.puzzles.letters import letters_of
from packbuilder.puzzles.wordsearch import DOWN, FORWARD, RIGHT, Wordsearch, wordsearch
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain, said
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 12, 24
_SHORTEST = 4
"""Words of the notes with fewer letters may come about by chance: nobody looks for them."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Hide terms; with a word bank they are listed, without one only their meanings are."""
    findable = tuple(n for n in material.notions if letters_of(n.term, wording.language))
    fitting = findable if wish.word_bank else clued(findable, _FEWEST)
    drawn = {letters_of(n.term, wording.language): n for n in picked(fitting, seed, min(_MOST, wish.count or _USUAL))}
    if len(drawn) < _FEWEST:
        raise LackingError(kind="wordsearch", needed=_FEWEST, what="terms of 3 to 15 letters", found=len(drawn), where=TERMS)
    made = wordsearch(tuple(drawn), seed, avoid=_words_of(material) - set(drawn))
    hidden = sorted((drawn[each.word] for each in made.hidden), key=lambda notion: in_list(notion.term, wording.language))
    listed = _list(hidden, wording) if wish.word_bank else _meanings(hidden, wording)
    places = {each.word: each for each in made.hidden}
    rows = tuple(
        (
            cell(term_text(each.term), header=True),
            cell(said(wording, "worksheet.wordsearch.place", row=spot.row + 1, column=spot.column + 1)),
        )
        for each in hidden
        if (spot := places[letters_of(each.term, wording.language)])
    )
    solution = Table(columns=(Column(share=1), Column(share=1)), rows=rows, role="glossary")
    return Sheet(
        tasks=(*respelt(tuple(hidden), wording), _grid(made, wording, solved=False), *listed),
        answers=(_grid(made, wording, solved=True), solution),
        count=len(hidden),
        whole=True,
        instruction=_directions(made),
    )


def _directions(made: Wordsearch) -> str:
    """Return the key of the instruction that names the directions that words run in, and no others; empty for the usual one."""
    steps = {each.step for each in made.hidden}
    if steps == set(FORWARD):
        return ""
    return f"worksheet.wordsearch.instruction.{'straight' if steps == {RIGHT, DOWN} else 'some'}"


def _words_of(material: Material) -> frozenset[str]:
    """Return the notes' own longer words: one that came about by chance would be taken for one to be found."""
    said_there = " ".join(f"{notion.term} {notion.meaning}" for notion in material.notions)
    return frozenset(word.upper() for word in re.findall(r"[A-Za-z]+", said_there) if _SHORTEST <= len(word) <= 12)


def _grid(made: Wordsearch, wording: Catalogue, *, solved: bool) -> LetterGrid:
    rows = wording.say("punctuation.semicolon").join(" ".join(row) for row in made.square)
    ends = tuple((*next(iter(each.places())), *list(each.places())[-1]) for each in made.hidden) if solved else ()
    return LetterGrid(
        rows=tuple(tuple(Square(letter=letter) for letter in row) for row in made.square),
        alt=wording.say("worksheet.wordsearch.alt", size=len(made.square), rows=rows),
        ruled=False,
        loops=ends,
    )


def _list(hidden: list[Notion], wording: Catalogue) -> tuple[Block, ...]:
    words = joined(*(term_text(each.term, bold=False) for each in hidden), separator="   ·   ")
    return (Group(blocks=(Paragraph(text=words),), role="box", together=True, label=said(wording, "worksheet.wordsearch.list")),)


def _meanings(hidden: list[Notion], wording: Catalogue) -> tuple[Block, ...]:
    rows = tuple(
        (cell(plain(f"{len(letters_of(each.term, wording.language))}"), header=True), cell(meaning_text(each.clue))) for each in hidden
    )
    return (Table(columns=(Column(share=1), Column(share=12)), rows=rows, role="glossary"),)
