"""What a seal tells of each page, so that a change is told with the pages that it is on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final

from packbuilder.patterns import regex

EACH_PAGE: Final = "each_page"
"""The first figures of a hash of each page for each of `TOLD_BY_PAGE`, page after page. No aspect of its own, since it says no more."""

TOLD_BY_PAGE: Final = ("tags", "order", "words", "languages", "tables", "pages", "links")
"""The aspects that a seal tells page by page; the first five are what it has of elements."""

FEW_PAGES: Final = 200
"""Pages of a file whose seal tells of each: packets of a print run are told of copy by copy."""

_FIGURES: Final = 4
"""Hexadecimal figures for a page and an aspect."""

_A_PAGE: Final = _FIGURES * len(TOLD_BY_PAGE)

_APART: Final = "\x1e"
_ORDER: Final = TOLD_BY_PAGE.index("order")
_ON_ONE_PAGE: Final = regex(r"\((\d+), \d+\)(?:, \(\1, \d+\))*")
"""Marked content in a row on one page, as `place_words` tells it."""

NOWHERE: Final = -1
"""The page of elements that have no content of their own: they stand where what is read after them does."""


class PageSeals:
    """Collects what a file's pages are hashed of. Pages are told by their indices."""

    def __init__(self, pages: int) -> None:
        self._elements: list[list[Sequence[str]]] = [[] for _ in range(pages)]
        self._links: list[list[str]] = [[] for _ in range(pages)]
        self._read: list[list[str]] = [[] for _ in range(pages)]
        self._waiting: list[Sequence[str]] = []
        self._last = NOWHERE

    def elements(self, page: int, texts: Sequence[str]) -> None:
        """Add what is told of elements on a page, or `NOWHERE`, a text for each of the first aspects."""
        self._waiting.append(texts)
        if 0 <= page < len(self._elements):
            self._settle(page)

    def read(self, order: str) -> None:
        """Add all marked content in the order in which it is read, as `content_words` tells it."""
        for found in _ON_ONE_PAGE.finditer(order):
            page = int(found[1])
            if page < len(self._read):
                self._read[page].append(found[0])

    def link(self, page: int, words: str) -> None:
        """Add a link on a page."""
        self._links[page].append(words)

    def finish(self, painted: Sequence[str]) -> str:
        """Return the figures of all pages; `painted` tells of each what is painted on it."""
        if self._waiting and self._elements:
            self._settle(max(self._last, 0))
        return "".join(map(self._figures, range(len(self._elements)), painted))

    def _settle(self, page: int) -> None:
        if page != self._last:
            # What changes places with something on another page is read after another page than before.
            self._elements[page].append(tuple(str(self._last) if at == _ORDER else "" for at in range(len(self._waiting[0]))))
        self._elements[page] += self._waiting
        self._waiting = []
        self._last = page

    def _figures(self, page: int, painted: str) -> str:
        return _of_elements(tuple(self._elements[page]), tuple(self._read[page])) + _hashed((painted,)) + _hashed(self._links[page])


@lru_cache(maxsize=128)
def _of_elements(elements: tuple[Sequence[str], ...], read: tuple[str, ...]) -> str:
    """Return the figures of what is told of a page's elements."""
    # Remembered: what versions have on a page differs in its words, and hardly ever in its tags.
    told = [list(texts) for texts in zip(*elements, strict=True)] or [[] for _ in TOLD_BY_PAGE[:-2]]
    told[_ORDER] += read
    return "".join(map(_hashed, told))


def _hashed(texts: Iterable[str]) -> str:
    return sha256(_APART.join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:_FIGURES]


def changed_pages(before: str, now: str, aspect: str) -> tuple[int, ...]:
    """Return on which pages, from 1, an aspect differs, by two rows of pages' figures (`EACH_PAGE`).

    Nothing where the number of pages differs, one is lacking, or the aspect is not told by page.
    """
    if not before or len(before) != len(now) or aspect not in TOLD_BY_PAGE:
        return ()
    start = _FIGURES * TOLD_BY_PAGE.index(aspect)
    places = range(start, len(now), _A_PAGE)
    return tuple(number for number, at in enumerate(places, 1) if before[at : at + _FIGURES] != now[at : at + _FIGURES])


def is_row(text: str) -> bool:
    """Whether a text may be pages' figures."""
    return len(text) % _A_PAGE == 0 and re.fullmatch(r"[0-9a-f]*", text) is not None
