"""The shares of a table's columns in its width, by what stands in them: figures need little, remarks much."""

from __future__ import annotations

from packbuilder.document import Cell, Column
from packbuilder.markup import flat
from packbuilder.walks import texts_of

_LEAST, _MOST = 6, 40
"""Letters that a column counts for at the least, and at the most: longer texts are broken into lines all the same."""
_HEAD = 1.6
"""A head is broken into lines sooner than what stands under it is squeezed: it counts so many times less."""


def shares(head: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Column, ...]:
    """Return the columns of a table whose head and rows these are; cells that span several columns count for none.

    A column counts as many letters as its longest word or its longest text has, whichever is more. Texts of more than half a line can be broken:
    four times the letters make their column twice as wide.
    """
    wide = max((sum(cell.span for cell in row) for row in (head, *rows)), default=0)
    counted = [float(_LEAST)] * wide
    for row in (head, *rows):
        at = 0
        for cell in row:
            if cell.span == 1:
                counted[at] = max(counted[at], _letters(cell, _HEAD if row is head else 1.0))
            at += cell.span
    return tuple(Column(share=share) for share in counted)


def _letters(cell: Cell, over: float) -> float:
    texts = [flat(text) for text in texts_of(cell.blocks)]
    word = max((len(word) for text in texts for word in text.split()), default=0)
    text = max(map(len, texts), default=0)
    broken = text if text <= _MOST / 2 else _MOST / 2 * (2 * text / _MOST) ** 0.5
    return float(max(word, min(broken, _MOST) / over))
