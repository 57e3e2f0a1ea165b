"""How a pack's files stand on its page: under headings, an edition a row, alike things that have no editions in one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from packbuilder.site.values import Download, Shelf
from packbuilder.site.words import Words
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Files that differ in format alone. `name` is what they are, which is read out before `label` where a heading says it to those who see."""

    name: str
    label: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows under a heading of their own; an empty one: that of the product will do."""

    heading: str
    rows: tuple[Row, ...]


def rows_of(shelves: Iterable[Shelf], words: Words) -> Iterator[Rows]:
    """Yield the rows of one product's shelves, in order."""
    for alone, group in groupby(shelves, key=lambda shelf: len(shelf.downloads) == 1):
        same = tuple(group)
        if alone:
            yield Rows(heading="", rows=tuple(Row(name="", label=words.shelf(shelf), downloads=shelf.downloads) for shelf in same))
        else:
            yield from (_editions(shelf, words) for shelf in same)


def _editions(shelf: Shelf, words: Words) -> Rows:
    name = words.shelf(shelf)
    rows = tuple(Row(name=name, label=words.edition(edition), downloads=files) for edition, files in shelf.editions)
    return Rows(heading="" if name == words.kind(shelf.product) else name, rows=rows)
