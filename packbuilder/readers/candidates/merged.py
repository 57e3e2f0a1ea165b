"""What a spreadsheet has put together in one place: two lists side by side, a number beside each name, one heading over both halves of it."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.patterns import regex
from packbuilder.readers.candidates.headings import NAMED, field_of, plain_name
from packbuilder.readers.delimited import Row

_NUMBERED_NAME = regex(r"\d{3,}\W+[^\W\d_].*|[^\W\d_][^\d]*\W\d{3,}\W*")


_HALF = regex(r"[^\W\d_][^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A half of a name that is one word; letters that stand alone say something else, such as M and F."""
_MOST = 4
"""Of so many rows one at the most is otherwise."""


def halves(at: Mapping[str, int], header: Row, rows: tuple[Row, ...]) -> int:
    """Return the column without a heading that has the other half of each name, right of a heading that was merged over both; 0 where there is none."""
    name = at.get("name", len(header.cells))
    if {"first", "last"} & at.keys() or name + 1 >= len(header.cells) or header.cells[name + 1].strip():
        return 0
    there = [row.cells for row in rows if name + 1 < len(row.cells) and row.cells[name].strip() and row.cells[name] != header.cells[name]]
    pairs = [(each[name].strip(), each[name + 1].strip()) for each in there]
    likely = [pair for pair in pairs if any(map(_HALF.fullmatch, pair)) and all(map(_is_words, pair)) and " " not in pair[0]]
    # What many have alike is a group, a room or a remark.
    several = len({other.casefold() for _, other in likely}) * 2 > len(likely)
    return name + 1 if likely and several and len(likely) * _MOST >= len(pairs) * (_MOST - 1) else 0


def _is_words(text: str) -> bool:
    return bool(text) and len(text) > 1 and not any(char.isdecimal() for char in text)


def with_number(header: Row, rows: tuple[Row, ...]) -> str:
    """Return the heading below which a number stands beside each name: `1001 - Ann Lee`, `Ann Lee (1001)`."""
    for index, heading in enumerate(header.cells):
        cells = [row.cells[index].strip() for row in rows if index < len(row.cells) and row.cells[index].strip()]
        if field_of(heading) in NAMED and cells and all(map(_NUMBERED_NAME.fullmatch, cells)):
            return heading.strip()
    return ""


def second_list(header: Row) -> int:
    """Return where a second list begins beside the first, with the same headings in the same order; 0 where none does."""
    names = [plain_name(cell) for cell in header.cells]
    for start in range(2, len(names)):
        if names[start] and names[start] == next(filter(None, names)):
            one, two = (list(filter(None, part)) for part in (names[:start], names[start:]))
            fields = {field_of(cell) for cell in header.cells[start:]}
            if one == two and "number" in fields and fields & NAMED:
                return start
    return 0
