"""Tables in notes: rows between pipes or tabs, each read as the entry that it would be as a bullet."""

from __future__ import annotations

import re

from packbuilder.grammars import naming
from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.columns import is_head, roles_of
from packbuilder.readers.criteria import criteria_rows
from packbuilder.readers.headings import Name
from packbuilder.readers.paired_rows import heads_pairs, paired_rows, unread_beside
from packbuilder.readers.point_rows import Row, numbers_row, point_rows, unread
from packbuilder.readers.questions import begins_question
from packbuilder.values import dataclass

_DIVIDER = regex(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_BETWEEN = " | "
_NUMBERS = frozenset({"q", "no", "number", "#", "ref", "mp", "question number", "question no", "q no", "point no"})
_MEANINGS = naming.MEANINGS | frozenset("description explanation translation english".split())
_TERMS = naming.TERMS | frozenset({"key term", "key terms", "key word", "key words", "key concept", "key concepts"})
_ROW_OF_NOTHING = "| | |"
_PAIR = 2
"""Columns of a table that is a list of terms and what they mean."""
_HEADS = frozenset(
    """term terms word words keyword keywords concept meaning meanings definition definitions description explanation notes ao example
    examples translation level band descriptor english french spanish german welsh italian latin symbol quantity unit units formula misconception mistake correction""".split()
) | frozenset({"key term", "key word", "key concept"})
"""What stands at the head of columns: a first row of nothing else is a head, even without a line under it; of marking points also what `columns` knows."""

_AMOUNT = regex(r"(?:[^\w\s]\s?|c\.\s?|(?:about|over|under|up to|less than|more than)\s)*\d", re.IGNORECASE)
"""How an amount, a range or a year begins."""
_HEAD_LONGEST = 6
_HEAD_WORDS = 4
"""The head of a column has so many words at most; one over sentences hardly has more than the second number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's rows as entries, the heads of columns that are not read, all heads as they are written, and the place of the column of terms.

    `kept`: it says more than terms and their meanings, and is printed as a table.
    """

    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    named: int = 0
    kept: bool = False


def plain_rows(lines: tuple[str, ...], name: Name) -> int:
    """Return how many lines at the beginning are a table whose rows have no pipes round them: its first line has heads, or a line under it."""
    if not lines or is_row(lines[0]) or _BETWEEN not in lines[0]:
        return 0
    cells = tuple(cell.strip() for cell in lines[0].split("|"))
    divided = len(lines) > 1 and "|" in lines[1] and bool(_DIVIDER.match(lines[1]))
    if not divided and not (name in ("points", "concepts", "misconceptions") and _are_heads(cells, points=name == "points")):
        return 0
    rows = next((at for at, line in enumerate(lines) if "|" not in line), len(lines))
    return rows if rows > 1 + divided else 0


def rows_at(lines: tuple[str, ...], index: int, name: Name) -> int:
    """Return how many lines from a place on are a table's: between pipes, parted by them, or parted by tabs."""
    rows = piped_rows(lines[index:]) or plain_rows(lines[index:], name)
    if rows:
        return rows
    while index + rows < len(lines) and _tabbed(lines[index + rows]):
        rows += 1
    return rows if rows > 1 or name == "concepts" else 0


def _tabbed(line: str) -> bool:
    return not BULLET.match(line) and "\t" in line.strip() and len([cell for cell in line.split("\t") if cell.strip()]) > 1


def is_row(line: str) -> bool:
    """Whether a line is a row between pipes."""
    return bool(re.match(r"\s*\|.*\S.*\|", line)) or bool("|" in line and _DIVIDER.match(line))


_CREDITED = frozenset(
    ("marking point", "marking points", "mark point", "mark points", "creditworthy points", "assessment criteria", "assessment criterion")
)
"""What a column of points is called, whatever stands beside it."""


def heads_points(lines: tuple[str, ...]) -> bool:
    """Whether a line is the head of a table of questions, and a row stands under it: one column is what is asked, one what answers it."""
    if len(lines) < _PAIR or not (is_row(lines[0]) or "\t" in lines[0]) or not (is_row(lines[1]) or "\t" in lines[1]):
        return False
    head = tuple(map(_plain, cells_of(lines[0])))
    known = all(each in _NUMBERS or is_head(each) for each in head if each)
    roles = set(roles_of(head))
    scheme = {"number", "answer", "marks"} <= roles
    return known and ({"asked", "answer"} <= roles or scheme or any(each in _CREDITED for each in head))


def heads_terms(lines: tuple[str, ...]) -> bool:
    """Whether a line is the head of a table of terms and what they mean, and a row, or the line under a head, stands below it."""
    if len(lines) < _PAIR or not is_row(lines[0]) or not is_row(lines[1]):
        return False
    first, *others = map(_plain, cells_of(lines[0]))
    return first in _TERMS and any(each in _MEANINGS for each in others)


def is_divider(line: str) -> bool:
    """Whether a line is the one under a table's head: "|---|---|"."""
    return bool(_DIVIDER.match(line))


def with_pipes(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines in which a table of questions between tabs stands between pipes, each row on one line: pasted cells may hold several paragraphs.

    A row goes on as long as its lines have neither a number nor nothing in the first column, where rows have numbers, or else no tab. A row without anything
    stands in the place of a line that was put on the one above it.
    """
    head = next((at for at in range(len(lines)) if "\t" in lines[at] and heads_points(lines[at : at + 2])), None)
    if head is None:
        return lines
    end = next((at for at in range(head, len(lines)) if not lines[at].strip() or _begins_anew(lines[at])), len(lines))
    numbered = numbers_row(_between_tabs(lines[head + 1])[0])
    rows: dict[int, str] = {}
    for at in range(head + 1, end):
        first = _between_tabs(lines[at])[0]
        if not rows or (numbers_row(first) or not first if numbered else "\t" in lines[at].strip()):
            rows[at] = lines[at]
        else:
            last = max(rows)
            rows[last] = f"{rows[last]}<br>{lines[at].strip()}"
    cells = {at: _between_tabs(row) for at, row in rows.items()}
    cells[head] = _with_number(_between_tabs(lines[head]), tuple(cells.values()))
    found = dict.fromkeys(range(head, end), _ROW_OF_NOTHING) | {at: _between_pipes(row) for at, row in cells.items()}
    return tuple(found.get(at, line) for at, line in enumerate(lines))


def _begins_anew(line: str) -> bool:
    """Whether a line without tabs is no more of a table, but a question of its own."""
    found = BULLET.match(line)
    return "\t" not in line and begins_question(line[found.end() :] if found else line)


def _between_tabs(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.rstrip().split("\t"))


def _between_pipes(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _with_number(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return the heads of columns with one for numbers, where rows have a number more than there are heads."""
    if _plain(head[0]) in _NUMBERS or not all(numbers_row(row[0]) for row in rows):
        return head
    roles = roles_of(tuple(map(_plain, head)))
    marks = roles.index("marks") if "marks" in roles else None
    behind = marks is not None and all(len(row) > marks + 1 and row[marks + 1].isdigit() for row in rows)
    return ("No", *head) if behind or max(map(len, rows)) == len(head) + 1 else head


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a line between pipes or tabs; a pipe after a backslash parts nothing."""
    if is_row(line):
        inner = re.sub(r"^\|", "", re.sub(r"(?<!\\)\|$", "", line.strip()))
        return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner))
    if "\t" not in line.strip() and _BETWEEN in line:
        return tuple(cell.strip() for cell in line.split("|"))
    return tuple(cell.strip() for cell in line.strip().split("\t") if cell.strip())


def piped_rows(lines: tuple[str, ...]) -> int:
    """Return how many lines from the first on are rows of one table between pipes: another one's head has the line of signs under it."""
    end = next((at for at, line in enumerate(lines) if not is_row(line)), len(lines))
    return next((at for at in range(_PAIR, end - 1) if _DIVIDER.match(lines[at + 1])), end)


def table_of(lines: tuple[str, ...], name: Name) -> Table:
    """Read the lines of a table as entries of a section."""
    points = name == "points"
    cells = _placed(lines) if points or name == "concepts" else tuple(map(cells_of, lines))
    rows = [(offset, cells[offset]) for offset, line in enumerate(lines) if not _DIVIDER.match(line)]
    written: tuple[str, ...] = ()
    divided = len(lines) > 1 and bool(_DIVIDER.match(lines[1]))
    first, *below = [row for _, row in rows] or [()]
    if rows and (divided or (below and (_are_heads(first, points=points) or (not points and _stands_over(first, tuple(below)))))):
        rows = rows[1:]
        written = first
    head = tuple(map(_plain, written))
    rows = [(offset, row) for offset, row in rows if any(row)]
    if points and (graded := criteria_rows(tuple(rows), head)):
        return Table(rows=graded)
    if points and (pairs := paired_rows(tuple(rows), head, written)):
        return Table(rows=pairs, unread=unread_beside(head))
    if points:
        return Table(rows=tuple(point_rows(tuple(rows), head)), unread=unread(tuple(rows), head))
    texts = ((offset, row, _listed(row, written, name)) for offset, row in rows)
    return Table(
        rows=tuple(Row(text=text, offset=offset, cells=row) for offset, row, text in texts if text),
        head=written,
        named=int(bool(rows) and all(_is_numbered(row, head) for _, row in rows)),
        kept=name == "concepts" and _says_more(head, tuple(row for _, row in rows)),
    )


def _says_more(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table has more than terms beside what they mean: a third column, or words of its own over its two."""
    wide = max(map(len, (head, *rows)), default=0)
    return wide > _PAIR or (len(head) == _PAIR and any(head) and not (head[0] in _TERMS and head[1] in _MEANINGS))


def _is_numbered(cells: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether a row's first cell only numbers it."""
    return len(cells) > 1 and bool(re.fullmatch(r"\d{1,2}\.?", cells[0]) or (head and head[0] in _NUMBERS))


def _are_heads(cells: tuple[str, ...], *, points: bool = False) -> bool:
    if points and heads_pairs(tuple(map(_plain, cells))):
        return True
    return all(_plain(cell) in _HEADS or is_head(_plain(cell)) for cell in cells if cell)


def _stands_over(first: tuple[str, ...], below: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a first row tells what the columns below hold, though nobody knows its words: it has words over amounts, few of them over
    sentences, or nothing over what the rows are about.

    Of two columns no sentences tell: a short meaning may well stand over longer ones.
    """
    corner, *others = first
    if len(below) < _PAIR or not others or any(len(row) != len(first) for row in below) or not all(map(_names, others)):
        return False
    columns = tuple(zip(*below, strict=True))
    if not corner:
        return all(columns[0])
    if not _names(corner):
        return False
    if any(all(map(_AMOUNT.match, column)) for column in columns):
        return True
    told = len(first) > _PAIR and all(len(cell.split()) <= _HEAD_WORDS for cell in first)
    return told and any(all(len(cell.split()) > _HEAD_WORDS for cell in column) for column in columns)


def _names(cell: str) -> bool:
    """Whether a cell may be the head of a column: a few words, no sentence and no amount."""
    return bool(re.match(r"\W*[^\W\d_]", cell)) and len(cell.split()) <= _HEAD_LONGEST and not cell.endswith((".", "!", "?", ";", ","))


def _placed(lines: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table's lines, each in its column: tabs part columns where no line has more cells than the first, and else only words."""
    placed = tuple(
        cells_of(line) if is_row(line) or "\t" not in line else tuple(cell.strip() for cell in line.rstrip().split("\t")) for line in lines
    )
    # Nothing stands in the corner over what rows are about; before every row it is a margin.
    corner = len(placed) > 1 and all(row[0] for row in placed[1:])
    if not is_row(lines[0]) and (not all(placed[0][int(corner) :]) or any(len(cells) > len(placed[0]) for cells in placed)):
        return tuple(map(cells_of, lines))
    return placed


def ended(text: str) -> str:
    """Return a text with a stop, where it does not end as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _plain(cell: str) -> str:
    return re.sub(r"[*_:.]", "", cell).strip().casefold()


def _listed(cells: tuple[str, ...], written: tuple[str, ...], name: Name) -> str:
    """Return `Term: meaning`, or for a misconception what is wrong, and what is right in a sentence after it.

    What a table says of a thing in columns of their own is no meaning of it (`_headed`): `Knee (type: hinge; movement: flexion)`.
    """
    if _is_numbered(cells, tuple(map(_plain, written))):
        cells, written = cells[1:], written[1:]
    if name in ("concepts", "synopsis") and len(written) == len(cells) > _PAIR:
        return _headed(cells, written) if name == "concepts" else ended(_headed(cells, written))
    said = [cell for cell in cells if cell]
    if name == "misconceptions":
        return " ".join(map(ended, said))
    if not said:
        return ""
    rest = "; ".join(said[1:])
    whole = f"{said[0].rstrip(':')}: {rest}" if rest else said[0]
    # Rows of a synopsis follow each other in one paragraph.
    return ended(whole) if name == "synopsis" else whole


def _headed(cells: tuple[str, ...], written: tuple[str, ...]) -> str:
    """Return a term with its meaning, and in a sentence after it what other columns say, each under its head: only the meaning is asked for.

    Heads stay as they are written: in small letters "pH" and "T / °C" would be other quantities.
    """
    at = next((at for at, column in enumerate(written) if at and _plain(column) in _MEANINGS), 0)
    others = [place for place in range(1, len(cells)) if place != at and cells[place]]
    told = "; ".join(f"{written[place].rstrip(':')}: {cells[place]}" if written[place] else cells[place] for place in others)
    if not at or not cells[at]:
        return f"{cells[0]} ({told})" if told else cells[0]
    meaning = f"{cells[0].rstrip(':')}: {cells[at]}"
    return f"{ended(meaning)} {ended(told)}" if told else meaning
