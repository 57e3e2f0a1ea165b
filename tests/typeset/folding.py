"""Paper in the tests: a finished PDF is read by the places of its words, printed on both sides, nested, folded and leafed through."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDFText_GetUnicode

from packbuilder.layout import POINTS_PER_MM

HALF_A_MM = 0.5 * POINTS_PER_MM
_GAP = 12.0
"""Words that are farther apart than so many points are two pieces of text."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text on a side, and where it begins: points from the side's lower left corner."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PrintedSide:
    """A side as it leaves the printer: its size in points and the words on it."""

    width: float
    height: float
    words: tuple[Words, ...]

    def matching(self, pattern: str) -> tuple[tuple[int, Words], ...]:
        """Return the numbers that a pattern's group finds in the side's words, with the words, from the left."""
        found = ((re.search(pattern, each.text), each) for each in self.words)
        return tuple(sorted(((int(match[1]), each) for match, each in found if match), key=lambda pair: pair[1].x))


def printed(data: bytes) -> tuple[PrintedSide, ...]:
    """Return the sides of a file, read by PDFium."""
    document = PdfDocument(data)
    sides = tuple(_side(document[at]) for at in range(len(document)))
    document.close()
    return sides


def _side(page: PdfPage) -> PrintedSide:
    text = page.get_textpage()
    words: list[Words] = []
    end, space = (0.0, 0.0), ""
    for at in range(text.count_chars()):
        char = chr(FPDFText_GetUnicode(text, at))
        if char.isspace() or char == "\ufffe":
            # PDFium makes spaces of its own between pieces, with no box.
            space = " "
            continue
        left, bottom, right, _ = text.get_charbox(at, loose=True)
        if words and abs(bottom - end[1]) < 0.5 and -1 < left - end[0] < _GAP:
            words[-1] = replace(words[-1], text=words[-1].text + space + char)
        else:
            words.append(Words(char, left, bottom))
        end, space = (right, bottom), ""
    return PrintedSide(page.get_width(), page.get_height(), tuple(words))


@dataclass(frozen=True, slots=True)
class Half:
    """One page of a folded leaf: its number, how far its words begin from the fold, and on which side of it."""

    number: int
    from_fold: float


def leafed(sides: tuple[PrintedSide, ...], pattern: str) -> tuple[Half, ...]:
    """Return the pages of a booklet as somebody turns its leaves.

    Sheets come front and back in turn, turned over the short edge: behind a front's right half is the back's left one. The first
    sheet lies outermost.
    """
    sheets = [tuple(_halves(side, pattern) for side in sides[at : at + 2]) for at in range(0, len(sides), 2)]
    first = [half for front, back in sheets for half in (front[1], back[0])]
    second = [half for front, back in reversed(sheets) for half in (back[1], front[0])]
    return (*first, *second)


def _halves(side: PrintedSide, pattern: str) -> tuple[Half, Half]:
    found = side.matching(pattern)
    fold = side.width / 2
    (left,) = (pair for pair in found if pair[1].x < fold)
    (right,) = (pair for pair in found if pair[1].x >= fold)
    return Half(left[0], fold - left[1].x), Half(right[0], right[1].x - fold)
