"""What a spreadsheet has put together in one place: two lists side by side, a number beside each name."""

from __future__ import annotations

from packbuilder.patterns import regex
from packbuilder.readers.candidates.headings import NAMED, field_of, plain_name
from packbuilder.readers.delimited import Row

_NUMBERED_NAME = regex(r"\d{3,}\W+[^\W\d_].*|[^\W\d_][^\d]*\W\d{3,}\W*")


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
