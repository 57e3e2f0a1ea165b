"""Crosswords: words laid across one another, as many and as closely knit as a bounded search finds.

Each attempt lays one word after the other where it crosses most and spreads least; the best attempt counts. All choices are the
seed's, and attempts are counted, not timed, so that a seed gives the same grid on any machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from packbuilder.seeding import Seed
from packbuilder.values import dataclass

_ATTEMPTS = 16
_POOL = 6
"""Words that an attempt may choose among beyond those that are wanted."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A word in the grid: its letters, the row and column (from 0) of the first, and whether it runs down."""

    word: str
    row: int
    column: int
    down: bool

    def places(self) -> Iterator[Place]:
        """Yield the place of each letter."""
        for index in range(len(self.word)):
            yield (self.row + index, self.column) if self.down else (self.row, self.column + index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossword:
    """A filled grid: its words in the order of their numbers, across before down, and its size."""

    laid: tuple[Laid, ...]
    rows: int
    columns: int

    def letters(self) -> Mapping[Place, str]:
        """Return the letter of each place that has one."""
        return {place: letter for each in self.laid for place, letter in zip(each.places(), each.word, strict=True)}

    def numbers(self) -> Mapping[Place, int]:
        """Return the number of each place where a word begins, counted in reading order."""
        starts = sorted({(each.row, each.column) for each in self.laid})
        return {place: number for number, place in enumerate(starts, 1)}

    @property
    def crossings(self) -> int:
        """How many places belong to two words."""
        return sum(len(each.word) for each in self.laid) - len(self.letters())


def crossword(words: Sequence[str], seed: Seed, *, most: int, columns: int = 15, rows: int = 15) -> Crossword:
    """Return a grid of up to `most` of the words, within `columns` and `rows`. All of it hangs together.

    Words are letters only, in capitals. Of all attempts the one with most words counts, then with most crossings, then the
    smallest.
    """
    best: tuple[tuple[int, int, int], Crossword] | None = None
    for attempt in range(_ATTEMPTS):
        own = seed.child("attempt", attempt)
        pool = sorted(own.shuffled(dict.fromkeys(words))[: most + _POOL], key=len, reverse=True)
        grid = _Grid(columns, rows)
        while pool and len(grid.laid) < most:
            found = _best_place(grid, pool, own)
            if found is None:
                break
            grid.lay(found)
            pool.remove(found.word)
        made = grid.finished()
        worth = (len(made.laid), made.crossings, -made.rows * made.columns)
        if best is None or worth > best[0]:
            best = (worth, made)
    return best[1] if best else Crossword(laid=(), rows=0, columns=0)


class _Grid:
    """A grid in the making. Places may be negative: the grid is moved to (0, 0) when it is finished."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.laid: list[Laid] = []
        self.letters: dict[Place, str] = {}
        self.runs: dict[Place, set[bool]] = {}
        self.by_letter: dict[str, list[Place]] = {}
        self.bounds = (0, 0, 0, 0)
        """The first row and column, and the last."""

    def lay(self, word: Laid) -> None:
        self.bounds = _stretched(self.bounds if self.laid else (word.row, word.column, word.row, word.column), word)
        self.laid.append(word)
        for place, letter in zip(word.places(), word.word, strict=True):
            if place not in self.letters:
                self.letters[place] = letter
                self.by_letter.setdefault(letter, []).append(place)
            self.runs.setdefault(place, set()).add(word.down)

    def size_with(self, word: Laid | None = None) -> tuple[int, int]:
        """Return rows and columns that the grid takes with one more word."""
        top, left, bottom, right = self.bounds if word is None else _stretched(self.bounds, word)
        return bottom - top + 1, right - left + 1

    def crossings(self, word: Laid) -> int:
        """Return how many letters a word would share, or -1 where it may not stand: it must touch nothing but what it crosses."""
        step = (1, 0) if word.down else (0, 1)
        places = tuple(word.places())
        before = (places[0][0] - step[0], places[0][1] - step[1])
        after = (places[-1][0] + step[0], places[-1][1] + step[1])
        if before in self.letters or after in self.letters:
            return -1
        shared = 0
        for (row, column), letter in zip(places, word.word, strict=True):
            there = self.letters.get((row, column))
            if there is not None:
                if there != letter or word.down in self.runs[row, column]:
                    return -1
                shared += 1
            elif (row + step[1], column + step[0]) in self.letters or (row - step[1], column - step[0]) in self.letters:
                return -1
        rows, columns = self.size_with(word)
        return shared if rows <= self.rows and columns <= self.columns else -1

    def finished(self) -> Crossword:
        if not self.laid:
            return Crossword(laid=(), rows=0, columns=0)
        top, left, _, _ = self.bounds
        moved = [Laid(word=w.word, row=w.row - top, column=w.column - left, down=w.down) for w in self.laid]
        rows, columns = self.size_with()
        return Crossword(laid=tuple(sorted(moved, key=lambda w: (w.row, w.column, w.down))), rows=rows, columns=columns)


def _stretched(bounds: tuple[int, int, int, int], word: Laid) -> tuple[int, int, int, int]:
    """Return bounds that hold a word too."""
    top, left, bottom, right = bounds
    last = len(word.word) - 1
    end = (word.row + last, word.column) if word.down else (word.row, word.column + last)
    return min(top, word.row), min(left, word.column), max(bottom, end[0]), max(right, end[1])


def _best_place(grid: _Grid, pool: Sequence[str], seed: Seed) -> Laid | None:
    """Return the word and place that cross most and spread least; of equals the seed's choice. None where none fits."""
    if not grid.laid:
        fitting = [word for word in pool if len(word) <= grid.columns]
        return Laid(word=fitting[0], row=0, column=0, down=False) if fitting else None
    best: tuple[tuple[int, int, int], Laid] | None = None
    for word in pool:
        for index, letter in enumerate(word):
            for row, column in grid.by_letter.get(letter, ()):
                down = False in grid.runs[row, column]
                laid = Laid(word=word, row=row - index * down, column=column - index * (not down), down=down)
                shared = grid.crossings(laid)
                if shared < 1:
                    continue
                rows, columns = grid.size_with(laid)
                worth = (4 * shared - max(rows, columns), len(word), seed.integer(f"{word} {row} {column}", bits=32))
                if best is None or worth > best[0]:
                    best = (worth, laid)
    return best[1] if best else None
