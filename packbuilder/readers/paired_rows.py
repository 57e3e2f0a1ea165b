"""Paired rows: a table of facts among marking points, whose columns have heads of the author's own: each row says something of what its first cell names.

Its rows are neither questions nor answers to one. Each gives as many points as it has cells beside the first, which keep both cells with their heads.
"""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.paired import Pair, written
from packbuilder.patterns import regex
from packbuilder.readers.columns import is_head
from packbuilder.readers.point_rows import Row
from packbuilder.readers.questions import asks, commands

Cells = tuple[str, ...]
_SAID_OF = regex(
    r"(?:key )?(?:details?|explanations?|descriptions?|facts?|information|content|what happens|how it works|what to (?:know|say|write)|what you need to know)",
)
"""Heads of what is said of a subject, whatever that is: the row is that subject with its answers."""
_NO_FACT = regex(
    r"(?:(?:pages?|refs?|references?|links?|done|rag|resources?|lessons?|weeks?|grades?|papers?|teacher|student|difficulty|confidence|spec|tick|date (?:done|revised))\W*)+"
)
"""What only says where something stands, or how far one has come."""
_PARTS = regex(r"\s*(?:;|<br\s*/?>)\s*")
_BREAK = regex(r"\s*<br\s*/?>\s*")
_ASKED_FOR = regex(
    r"(?:main |key )?(?:functions?|roles?|jobs?|purposes?|uses?|locations?|sites?|units?|symbols?|formulae?|formulas|capital(?: city)?|colours?|substrates?|products?|monomers?|meanings?|definitions?|contributions?|achievements?|events?|"
    r"where (?:it|they) .+|what it does)",
)
"""Heads that no cell of a first row has: with one of these the row is a head, though no line stands under it."""


def unread_beside(head: Cells) -> Cells:
    """Return the heads of such a table's columns that are not read."""
    return tuple(each for each in head[1:] if _NO_FACT.fullmatch(each))


def heads_pairs(head: Cells) -> bool:
    """Whether a first row without a line under it can only be the head of such a table."""
    return (
        len(head) > 1 and all(head) and len(head[0].split()) < len(("name", "of", "part")) + 1 and any(map(_ASKED_FOR.fullmatch, head[1:]))
    )


def paired_rows(rows: tuple[tuple[int, Cells], ...], head: Cells, written_head: Cells) -> tuple[Row, ...]:
    """Return the points of such a table; none for every other table of marking points.

    `head`: the heads in small letters, as `columns` compares them; `written_head`: as the notes have them.
    """
    plain = len(head) > 1 and not any(map(is_head, head)) and all(head[1:])
    asked = any(asks(cells[0]) or commands(cells[0]) for _, cells in rows if cells)
    if not plain or asked or any(len(cells) > len(head) for _, cells in rows):
        return ()
    return tuple(row for offset, cells in rows for row in _of_row(offset, cells, head, written_head))


def _of_row(offset: int, cells: Cells, head: Cells, written_head: Cells) -> Iterator[Row]:
    """Yield the points of a row: its subject with what is said of it, and each of its other cells with its head."""
    said = tuple(at for at in range(1, len(cells)) if cells[at] and not _NO_FACT.fullmatch(head[at]))
    answers = tuple(part for at in said if _SAID_OF.fullmatch(head[at]) for part in _PARTS.split(cells[at]) if part.strip(" .;,"))
    if cells[0] and (answers or not said):
        yield Row(text=cells[0], offset=offset)
        yield from (Row(text=part, offset=offset, below=True) for part in answers)
    for at in said:
        if cells[0] and not _SAID_OF.fullmatch(head[at]):
            pair = Pair(head=written_head[0], cell=cells[0], what=written_head[at], given=_BREAK.sub("; ", cells[at]))
            yield Row(text=written(pair), offset=offset)
