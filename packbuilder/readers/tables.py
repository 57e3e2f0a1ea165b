"""Tables in notes: rows between pipes or tabs, each read as the entry that it would be as a bullet."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.headings import Name
from packbuilder.values import dataclass

_DIVIDER = regex(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_NUMBERS = frozenset({"q", "no", "number", "#", "ref", "mp", "question number", "question no", "q no", "point no"})
_MARKS = frozenset({"mark", "marks", "max", "total", "marks available"})
_ASKED = frozenset({"question", "point", "marking point", "marking points", "criterion", "criteria", "task"})
_ANSWERS = frozenset({"answer", "answers", "acceptable answers", "expected answer", "indicative content", "accept", "mark scheme"})
_MEANINGS = frozenset("meaning meanings definition definitions description explanation translation english".split())
_HEADS = (
    _NUMBERS | _MARKS | _ASKED | _ANSWERS
    | frozenset(
        """term terms word words keyword keywords concept meaning meanings definition definitions description explanation notes guidance ao example
        examples translation level band descriptor english french spanish german welsh italian latin symbol quantity unit units formula misconception mistake correction""".split()
    )
    | frozenset({"key term", "key word", "key concept"})
)  # fmt: skip
"""What stands at the head of columns: a first row of nothing else is a head, even without a line under it."""
_NUMBER = regex(
    r"(?:Q\s?)?[\d.]+(?:\s?[-–]\s?\d+)?(?:\s?\(?[a-z]\)?)?(?:\s?\(?[ivx]{1,4}\)?)?|\(?[a-z]\)(?:\s?\([ivx]{1,4}\))?|AO\s?\d(?:\s?[,/&+]\s?AO\s?\d)*"
)
"""What only numbers a row (`1(a)(ii)`), or says its marks or objectives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's text as an entry, and how many rows it stands below the first."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's rows as entries, and the heads of columns that are not read."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()


def is_row(line: str) -> bool:
    """Whether a line is a row between pipes."""
    return bool(re.match(r"\s*\|.*\S.*\|", line)) or bool("|" in line and _DIVIDER.match(line))


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a line between pipes or tabs; a pipe after a backslash parts nothing."""
    if is_row(line):
        inner = re.sub(r"^\|", "", re.sub(r"(?<!\\)\|$", "", line.strip()))
        return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner))
    return tuple(cell.strip() for cell in line.strip().split("\t") if cell.strip())


def table_of(lines: tuple[str, ...], name: Name) -> Table:
    """Read the lines of a table as entries of a section."""
    rows = [(offset, cells_of(line)) for offset, line in enumerate(lines) if not _DIVIDER.match(line)]
    head: tuple[str, ...] = ()
    divided = len(lines) > 1 and bool(_DIVIDER.match(lines[1]))
    if rows and (divided or (len(rows) > 1 and all(_plain(cell) in _HEADS for cell in rows[0][1] if cell))):
        head = tuple(_plain(cell) for cell in rows.pop(0)[1])
    points = name == "points"
    unread = _unread(head) if points else ()
    texts = ((offset, _point(cells, head) if points else _listed(cells, head, name)) for offset, cells in rows if any(cells))
    return Table(rows=tuple(Row(text=text, offset=offset) for offset, text in texts if text), unread=unread)


def ended(text: str) -> str:
    """Return a text with a stop, where it does not end as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _plain(cell: str) -> str:
    return re.sub(r"[*_:.]", "", cell).strip().casefold()


def _listed(cells: tuple[str, ...], head: tuple[str, ...], name: Name) -> str:
    """Return `Term: meaning`, or for a misconception what is wrong, and what is right in a sentence after it.

    What a table says of a thing in columns of their own is no meaning of it: `Knee (type: hinge; movement: flexion)`.
    """
    if len(cells) > 1 and (re.fullmatch(r"\d{1,2}\.?", cells[0]) or (head and head[0] in _NUMBERS)):
        cells, head = cells[1:], head[1:]
    if name == "concepts" and len(head) == len(cells) > 2 and head[1] not in _MEANINGS:
        told = "; ".join(f"{column}: {cell}" if column else cell for column, cell in zip(head[1:], cells[1:], strict=True) if cell)
        return f"{cells[0]} ({told})" if told else cells[0]
    said = [cell for cell in cells if cell]
    if name == "misconceptions":
        return " ".join(map(ended, said))
    if not said:
        return ""
    rest = "; ".join(said[1:])
    return f"{said[0].rstrip(':')}: {rest}" if rest else said[0]


def _point(cells: tuple[str, ...], head: tuple[str, ...]) -> str:
    """Return a marking point: what is asked, its answers as what it includes, its marks in brackets."""
    heads = (*head, *("" for _ in cells))[: len(cells)]
    texts = [(h, cell) for h, cell in zip(heads, cells, strict=True) if cell and not _NUMBER.fullmatch(cell)]
    marks = next((cell for h, cell in zip(heads, cells, strict=True) if h in _MARKS and re.fullmatch(r"\d{1,2}", cell)), "")
    if not marks and not head and len(cells) > 1 and re.fullmatch(r"\d{1,2}", cells[-1]):
        marks = cells[-1]
    asked = next((cell for h, cell in texts if h in _ASKED), next((cell for h, cell in texts if h not in _MARKS), ""))
    answers = [cell for h, cell in texts if h in _ANSWERS and cell != asked]
    if asked and answers:
        asked = f"{asked.rstrip('. ')}, including {'; '.join(answers)}"
    return f"{asked} [{marks}]" if asked and marks else asked


def _unread(head: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of columns of a table of points that are neither asked, nor credited, nor a number."""
    known = _NUMBERS | _MARKS | _ASKED | _ANSWERS
    others = [each for each in head if each and each not in known]
    asked = any(each in _ASKED | _ANSWERS for each in head)
    return tuple(others if asked else others[1:])
