"""Tables in notes: rows between pipes or tabs, each read as the entry that it would be as a bullet."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.columns import is_head
from packbuilder.readers.headings import Name
from packbuilder.readers.point_rows import Row, point_rows, unread
from packbuilder.values import dataclass

_DIVIDER = regex(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_BETWEEN = " | "
_NUMBERS = frozenset({"q", "no", "number", "#", "ref", "mp", "question number", "question no", "q no", "point no"})
_MEANINGS = frozenset(
    "meaning meanings definition definitions description explanation translation english signification définition sens bedeutung erklärung significado definición "
    "znaczenie definicja ystyr diffiniad σημασία ορισμός".split()
)
_HEADS = frozenset(
    """term terms word words keyword keywords concept meaning meanings definition definitions description explanation notes ao example
    examples translation level band descriptor english french spanish german welsh italian latin symbol quantity unit units formula misconception mistake correction""".split()
) | frozenset({"key term", "key word", "key concept"})
"""What stands at the head of columns: a first row of nothing else is a head, even without a line under it; of marking points also what `columns` knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's rows as entries, and the heads of columns that are not read."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()


def plain_rows(lines: tuple[str, ...], name: Name) -> int:
    """Return how many lines at the beginning are a table whose rows have no pipes round them: its first line has heads, or a line under it."""
    if not lines or is_row(lines[0]) or _BETWEEN not in lines[0]:
        return 0
    cells = tuple(cell.strip() for cell in lines[0].split("|"))
    divided = len(lines) > 1 and "|" in lines[1] and bool(_DIVIDER.match(lines[1]))
    if not divided and not (name in ("points", "concepts", "misconceptions") and _are_heads(cells)):
        return 0
    rows = next((at for at, line in enumerate(lines) if "|" not in line), len(lines))
    return rows if rows > 1 + divided else 0


def is_row(line: str) -> bool:
    """Whether a line is a row between pipes."""
    return bool(re.match(r"\s*\|.*\S.*\|", line)) or bool("|" in line and _DIVIDER.match(line))


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a line between pipes or tabs; a pipe after a backslash parts nothing."""
    if is_row(line):
        inner = re.sub(r"^\|", "", re.sub(r"(?<!\\)\|$", "", line.strip()))
        return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner))
    if "\t" not in line.strip() and _BETWEEN in line:
        return tuple(cell.strip() for cell in line.split("|"))
    return tuple(cell.strip() for cell in line.strip().split("\t") if cell.strip())


def table_of(lines: tuple[str, ...], name: Name) -> Table:
    """Read the lines of a table as entries of a section."""
    points = name == "points"
    cells = _placed(lines) if points else tuple(map(cells_of, lines))
    rows = [(offset, cells[offset]) for offset, line in enumerate(lines) if not _DIVIDER.match(line)]
    head: tuple[str, ...] = ()
    divided = len(lines) > 1 and bool(_DIVIDER.match(lines[1]))
    if rows and (divided or (len(rows) > 1 and _are_heads(rows[0][1]))):
        head = tuple(_plain(cell) for cell in rows.pop(0)[1])
    if points:
        filled = tuple((offset, row) for offset, row in rows if any(row))
        return Table(rows=tuple(point_rows(filled, head)), unread=unread(filled, head))
    texts = ((offset, _listed(row, head, name)) for offset, row in rows if any(row))
    return Table(rows=tuple(Row(text=text, offset=offset) for offset, text in texts if text))


def _are_heads(cells: tuple[str, ...]) -> bool:
    return all(_plain(cell) in _HEADS or is_head(_plain(cell)) for cell in cells if cell)


def _placed(lines: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table's lines, each in its column: tabs part columns where no line has more cells than the first, and else only words."""
    placed = tuple(
        cells_of(line) if is_row(line) or "\t" not in line else tuple(cell.strip() for cell in line.rstrip().split("\t")) for line in lines
    )
    if not is_row(lines[0]) and (not all(placed[0]) or any(len(cells) > len(placed[0]) for cells in placed)):
        return tuple(map(cells_of, lines))
    return placed


def ended(text: str) -> str:
    """Return a text with a stop, where it does not end as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _plain(cell: str) -> str:
    return re.sub(r"[*_:.]", "", cell).strip().casefold()


def _listed(cells: tuple[str, ...], head: tuple[str, ...], name: Name) -> str:
    """Return `Term: meaning`, or for a misconception what is wrong, and what is right in a sentence after it.

    What a table says of a thing in columns of their own is no meaning of it (`_headed`): `Knee (type: hinge; movement: flexion)`.
    """
    if len(cells) > 1 and (re.fullmatch(r"\d{1,2}\.?", cells[0]) or (head and head[0] in _NUMBERS)):
        cells, head = cells[1:], head[1:]
    if name == "concepts" and len(head) == len(cells) > 2:
        return _headed(cells, head)
    said = [cell for cell in cells if cell]
    if name == "misconceptions":
        return " ".join(map(ended, said))
    if not said:
        return ""
    rest = "; ".join(said[1:])
    return f"{said[0].rstrip(':')}: {rest}" if rest else said[0]


def _headed(cells: tuple[str, ...], head: tuple[str, ...]) -> str:
    """Return a term with its meaning, and in a sentence after it what other columns say, each under its head: only the meaning is asked for."""
    at = next((at for at, column in enumerate(head) if at and column in _MEANINGS), 0)
    others = [place for place in range(1, len(cells)) if place != at and cells[place]]
    told = "; ".join(f"{head[place]}: {cells[place]}" if head[place] else cells[place] for place in others)
    if not at or not cells[at]:
        return f"{cells[0]} ({told})" if told else cells[0]
    meaning = f"{cells[0].rstrip(':')}: {cells[at]}"
    return f"{ended(meaning)} {told[:1].upper()}{ended(told[1:])}" if told else meaning
