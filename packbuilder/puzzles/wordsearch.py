"""Wordsearches: words hidden in a square of letters, each to be found once and nothing else that was not meant.

The letters between are drawn one by one; none is taken that would complete, in any of the eight directions, a word that is
listed, a word of the notes, or a word that no teacher wants on a board.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from math import ceil, sqrt

from packbuilder.seeding import Seed
from packbuilder.values import dataclass

_FILL = 1.7
"""A square has so many times the letters that are hidden in it, so that they are not all of it."""

_SMALLEST, _LARGEST = 8, 18
_ATTEMPTS = 40
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALPHABETS = (_LATIN, "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")

RIGHT, DOWN = (0, 1), (1, 0)
FORWARD = (RIGHT, DOWN, (1, 1))
"""Steps of easy squares: to the right, down, and both."""

ALL = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1) if down or right)
"""Steps in all eight directions."""

Square = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A hidden word: its letters, the row and column (from 0) of the first, and the step to the next."""

    word: str
    row: int
    column: int
    step: tuple[int, int]

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the place of each letter."""
        for index in range(len(self.word)):
            yield self.row + index * self.step[0], self.column + index * self.step[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordsearch:
    """A square of letters and where its words are."""

    square: Square
    hidden: tuple[Hidden, ...]


def wordsearch(
    words: Sequence[str], seed: Seed, *, avoid: frozenset[str] = frozenset(), steps: Sequence[tuple[int, int]] = FORWARD
) -> Wordsearch:
    """Hide words in the smallest square that takes them all. Words are letters only, in capitals; one inside another is left out.

    `avoid` are further words that may stand nowhere by chance. A square that cannot be filled so is tried again one larger.
    """
    apart = [word for word in dict.fromkeys(words) if not any(word in other or word[::-1] in other for other in words if other != word)]
    longest = max((len(word) for word in apart), default=0)
    side = max(_SMALLEST, longest, ceil(sqrt(_FILL * sum(map(len, apart)))))
    shunned = frozenset(word for word in (*avoid, *rude_words(), *apart) if len(word) >= 3)
    for attempt in range(_ATTEMPTS):
        size = min(max(_LARGEST, longest), side + attempt // 4)
        made = _made(apart, seed.child("attempt", attempt), size, shunned, steps)
        if made is not None:
            return made
    return wordsearch(apart[:-1], seed, avoid=avoid, steps=steps)


@lru_cache(maxsize=1)
def rude_words() -> frozenset[str]:
    """Return the words that no square may show, from `screen.txt`."""
    text = resources.files(__package__).joinpath("screen.txt").read_text(encoding="utf-8")
    # Kept with their letters turned by 13 places, so that whoever browses the code is spared them.
    turned = str.maketrans(_LATIN, _LATIN[13:] + _LATIN[:13])
    return frozenset(line.translate(turned) for line in text.split() if line.isupper())


def _made(words: Sequence[str], seed: Seed, size: int, shunned: frozenset[str], steps: Sequence[tuple[int, int]]) -> Wordsearch | None:
    grid: dict[tuple[int, int], str] = {}
    hidden: list[Hidden] = []
    for word in sorted(words, key=lambda each: (-len(each), seed.integer(each))):
        run = Counter(each.step for each in hidden)
        place = _place(grid, word, seed, size, sorted(steps, key=lambda step: run[step]))
        if place is None:
            return None
        hidden.append(place)
        grid.update(zip(place.places(), word, strict=True))
    if not _filled(grid, seed, size, shunned, _alphabet(words)) or not _sound(grid, hidden, size, shunned):
        return None
    square = tuple(tuple(grid[row, column] for column in range(size)) for row in range(size))
    return Wordsearch(square=square, hidden=tuple(hidden))


def _place(grid: dict[tuple[int, int], str], word: str, seed: Seed, size: int, steps: Sequence[tuple[int, int]]) -> Hidden | None:
    """Return the first free place for a word in the seed's order: in the first of the directions in which there is one."""
    starts = [(row, column) for row in range(size) for column in range(size)]
    own = seed.child("place", word)
    for step, (row, column) in ((way, start) for way in steps for start in own.child(*way).shuffled(starts)):
        end = row + (len(word) - 1) * step[0], column + (len(word) - 1) * step[1]
        if not all(0 <= each < size for each in end):
            continue
        found = Hidden(word=word, row=row, column=column, step=step)
        if all(grid.get(place, letter) == letter for place, letter in zip(found.places(), word, strict=True)):
            return found
    return None


def _alphabet(words: Iterable[str]) -> str:
    """Return the letters that words are hidden among: those of their script, so that no word can be told by its letters."""
    own = {letter for word in words for letter in word}
    script = max(_ALPHABETS, key=lambda each: len(own.intersection(each)))
    return script + "".join(sorted(own.difference(script)))


def _filled(grid: dict[tuple[int, int], str], seed: Seed, size: int, shunned: frozenset[str], alphabet: str) -> bool:
    """Fill what is free; False where some place takes no letter."""
    own = seed.child("fill")
    for row in range(size):
        for column in range(size):
            if (row, column) in grid:
                continue
            for letter in own.child(row, column).shuffled(alphabet):
                grid[row, column] = letter
                if not any(word in shunned for word, _ in _through(grid, row, column, size, shunned)):
                    break
            else:
                return False
    return True


def _through(
    grid: dict[tuple[int, int], str], row: int, column: int, size: int, shunned: frozenset[str]
) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Yield all runs of letters through a place that are as long as some word to be shunned, with their ends."""
    lengths = _lengths(shunned)
    for step in ALL:
        for back in range(lengths[-1]):
            start = row - back * step[0], column - back * step[1]
            if start not in grid:
                break
            run = ""
            for index in range(lengths[-1]):
                at = start[0] + index * step[0], start[1] + index * step[1]
                if at not in grid:
                    break
                run += grid[at]
                if len(run) in lengths and index >= back:
                    yield run, (*start, *at)


@lru_cache(maxsize=8)
def _lengths(words: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in words}))


def _sound(grid: dict[tuple[int, int], str], hidden: Sequence[Hidden], size: int, shunned: frozenset[str]) -> bool:
    """Whether every shunned run in the whole square lies inside one hidden word, and every hidden word is there once."""
    within = [frozenset(each.places()) for each in hidden]
    for row in range(size):
        for column in range(size):
            for run, (top, left, bottom, right) in _through(grid, row, column, size, shunned):
                if run not in shunned:
                    continue
                ends = {(top, left), (bottom, right)}
                own = [each for each, places in zip(hidden, within, strict=True) if ends <= places and len(run) <= len(each.word)]
                if not own or any(each.word == run and {(each.row, each.column)} - ends for each in hidden):
                    return False
    return True
