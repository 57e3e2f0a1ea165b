"""Rows of a list that are nobody's: totals, empty seats, signatures below it; and what its rows are mostly like, by which such a row is told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from packbuilder.patterns import regex
from packbuilder.readers.candidates.cells import quoted_text
from packbuilder.readers.candidates.columns import Columns
from packbuilder.readers.delimited import Row
from packbuilder.values import dataclass

_COUNTED = r"(?:candidates?|entries|students?|pupils?|learners?|names?|rows?|seats?|girls?|boys?|males?|females?|present|absent|absentees?)"
TOTAL = regex(
    rf"(?:grand|sub|overall|room|page)?[ -]*totals?(?:[ :=.()-]+(?:number|num|no|count|of|in|for|this|the|room|hall|page|list|expected|\d+|{_COUNTED}))*[ :=.)]*"
    rf"|(?:(?:number|no\.|count|sum) (?:of )?|no of ){_COUNTED}(?: {_COUNTED})*[ :=.]*\d*|{_COUNTED}(?: {_COUNTED})?(?: (?:on|in) (?:this |the )?(?:list|room|hall|page|report))?\s*[:=]\s*\d+|\d+ {_COUNTED}|cyfanswm[ :=.]*\d*"
    r"|end of (?:list|report|file|document|data|page)\.?|page \d+(?: ?(?:of|/) ?\d+)?|(?:printed|generated|exported) (?:by|on|at|from)\b.*",
    re.IGNORECASE,
)
"""What stands below a list, or at the foot of its pages."""

_NOBODY = frozenset(
    "spare|spares|vacant|vacancy|empty|blank|unused|not used|do not use|not in use|unallocated|unassigned|reserved|no candidate|nobody|no one|none|null|nil|"
    "unknown|void|withdrawn|empty seat|spare seat|vacant seat|blank seat|empty desk|spare desk|spare paper|spare candidate|seat empty|seat vacant|"
    "a n other|an other|a.n. other|a.n.other|gwag|sbâr|absent|not entered|not taking|not sitting|do not seat|left|left school|left centre|leaver|transfer|transferred|"
    "cancelled|canceled|deleted|removed|duplicate|duplicate entry|ditto|as above|see above|see below|see list|blank desk|unnamed|name missing".split(
        "|"
    )
)
"""Names of seats that nobody has, if nothing else stands there but a number: `Spare 2`."""
_NO_NAMES = frozenset(
    "name|names|full name|student name|student|pupil name|pupil|learner name|learner|print name|your name|student names|surname|forename|candidates|candidate name|candidate names|girls|boys|females|males|eof|signed|signature|signatures|signed by|"
    "invigilator|invigilators|chief invigilator|lead invigilator|head of centre|exams officer|exam officer|examinations officer|exams manager|checked by|"
    "prepared by|printed|generated".split("|")
)
"""What nobody is called, if that is the whole name."""
_HARDLY = frozenset(
    "count|counts|sum|sums|average|averages|avg|mean|median|minimum|maximum|present|absent|absentees|male|female|girl|boy|end|date|time|notes|note".split(
        "|"
    )
)
"""What hardly anybody is called, and somebody may be: a row that is unlike the list's others is none of theirs."""

_WORD = regex(r"[^\W\d_]+")
_STAND_IN = regex(
    r"(?:x{3,20}|z{3,20}|\"|'')(?: (?:x{3,20}|z{3,20}))*|no name|NO NAME|No name|duplicate (?:of|entry|row)\b.*|same as\b.*|see (?:row|line|note)\b.*|transferred (?:to|from)\b.*",
    re.ASCII,
)
"""What somebody writes where no name is; No Name with a great letter each may be somebody."""
_SUSPECT = frozenset(
    (
        *(word for name in (*_NOBODY, *_NO_NAMES, *_HARDLY) for word in _WORD.findall(name)),
        *"total totals subtotal subtotals cyfanswm page end exported number no num nan".split(),
        *"candidate entries student students pupil pupils learner learners names rows seats".split(),
    )
)
"""Words of which a row that is no candidate's has one at least."""
_DELETE = "Delete the row if it is no candidate's. Spare papers are printed with --spares."
_KEEP = "If somebody is called so, write the first name, an initial or a title with it."
_QUOTED, _LONGEST_SEAT = 40, 12
_EDGES = " \t*-–—=_.:;()[]<>#~"
_COUNT = regex(r"[ #:.-]*(?:no\.? ?)?\d*", re.IGNORECASE)
_OF_ROOMS = ("centre", "room", "seat", "row", "column")
_NEARLY_ALL = 8
"""Of ten numbers so many are of one length at the least where a list writes them so: 1 to 30 have several."""
_MOSTLY = 2
"""Of so many rows one at least must be alike for the list to be so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What most rows of a list have: the length of nearly all numbers (0: several), figures in them, nothing but figures, and of centre, room and seat
    those that stand there. `rows`: how many have a number at all; `quoted`: an apostrophe stands before all names.
    """

    length: int = 0
    figured: bool = False
    decimal: bool = False
    filled: frozenset[str] = frozenset()
    rows: int = 0
    quoted: bool = False


def usual(columns: Columns) -> Usual:
    """Return what most rows of a list are like, without those that are hardly anybody's."""
    at = columns.at
    cells = [
        row.cells
        for row in columns.rows
        if at["number"] < len(row.cells)
        and row.cells[at["number"]].strip()
        and not any(_is_hardly(name) or _is_total(name) for name in names_of(row, at))
    ]
    numbers = [each[at["number"]].strip(" '") for each in cells]
    length, often = Counter(map(len, numbers)).most_common(1)[0] if numbers else (0, 0)
    names = [
        each[at[part]] for each in cells for part in ("name", "last") if part in at and at[part] < len(each) and each[at[part]].strip()
    ]
    return Usual(
        length=length if often * 10 > len(numbers) * _NEARLY_ALL else 0,
        figured=_most(sum(any(map(str.isdecimal, each)) for each in numbers), numbers),
        decimal=_most(sum(map(str.isdecimal, numbers)), numbers),
        filled=frozenset(
            part
            for part in _OF_ROOMS
            if part in at and _most(sum(at[part] < len(each) and bool(each[at[part]].strip()) for each in cells), cells)
        ),
        rows=len(cells),
        quoted=len(names) > 1 and all(map(quoted_text, names)),
    )


def _most(some: int, of_all: list[str] | list[tuple[str, ...]]) -> bool:
    return some * _MOSTLY > len(of_all)


def no_candidate(row: Row, at: Mapping[str, int], others: Usual) -> tuple[int, str, tuple[str, ...]] | None:
    """Return the cell that shows that a row is a total or an empty seat, what that is called and what to do; None for a candidate's.

    `at` is where fields stand.
    """
    number = " ".join(row.cells[at["number"]].split())
    names = names_of(row, at)
    if any(_is_stand_in(written) for written in names[:1]):
        return at.get("name", at.get("last", 0)), f"{names[0]!r} is no candidate's name", (_DELETE,)
    if _SUSPECT.isdisjoint(_WORD.findall(f"{number} {' '.join(names[-1:])}".casefold())):
        return None  # all but a few, at once
    for written in names:
        if _is_nobody(written) or (_is_hardly(written) and unlike(row, number, at, others)):
            hints = (_DELETE, _KEEP) if written.strip(_EDGES).isalpha() else (_DELETE,)
            return at.get("name", at.get("last", 0)), f"{written!r} is no candidate's name", hints
    if not number.isdecimal() and TOTAL.fullmatch(number):
        return at["number"], f"{number!r} is no candidate's number", (_DELETE,)
    return None


def nobody_named(row: Row, at: Mapping[str, int]) -> tuple[int, str, tuple[str, ...]] | None:
    """Return as `no_candidate` does that neither name nor number stands in a row, and what it says instead: of an empty desk, or below the list."""
    of_somebody = [at[part] for part in ("name", "first", "last", "number") if part in at]
    if any(row.cells[index].strip() for index in of_somebody):
        return None
    written = [(index, " ".join(cell.split())) for index, cell in enumerate(row.cells) if cell.strip()]
    if len(written) == 1 and (written[0][0] not in (at.get("seat"), at.get("row")) or len(written[0][1]) > _LONGEST_SEAT):
        index, alone = written[0]
        hint = "Delete the row if it is no candidate's. If it is the room of those below, write that into a column 'room' first."
        return index, f"{alone[:_QUOTED]!r} stands alone in its row: it names no candidate", (hint,)
    return of_somebody[0], "neither a name nor a number stands in the row", (_DELETE,)


def names_of(row: Row, at: Mapping[str, int]) -> list[str]:
    """Return a row's name, in both orders where it stands in two columns."""
    name, first, last = (
        " ".join(row.cells[at[part]].split()) if at.get(part, len(row.cells)) < len(row.cells) else "" for part in ("name", "first", "last")
    )
    return list(filter(None, (name, f"{first} {last}".strip(), f"{last} {first}".strip())))


def _is_stand_in(written: str) -> bool:
    bare = written.strip(_EDGES)
    return bool(_STAND_IN.fullmatch(bare) or (bare[:1].casefold() in "xzdst" and _STAND_IN.fullmatch(bare.casefold())))


def _is_hardly(written: str) -> bool:
    return _bare(written) in _HARDLY


def _bare(written: str) -> str:
    return written.casefold().strip(_EDGES)


def _is_total(written: str) -> bool:
    return bool(TOTAL.fullmatch(written) or TOTAL.fullmatch(_bare(written)))


def _is_nobody(written: str) -> bool:
    plain = _bare(written)
    if plain in _NO_NAMES or plain.partition(":")[0].strip() in _NO_NAMES or written in ("nan", "NaN", "NAN") or _is_total(written):
        return True
    word = _WORD.split(plain)
    return plain in _NOBODY or (len(word) > 1 and any(plain.startswith(each) and _COUNT.fullmatch(plain[len(each) :]) for each in _NOBODY))


def is_footer(row: Row) -> str:
    """Return what stands in a row's only cell if that is nobody: `Invigilator: Mr X`; else nothing."""
    written = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    return written[0] if len(written) == 1 and (_is_nobody(written[0]) or _is_hardly(written[0])) else ""


def unlike(row: Row, number: str, at: Mapping[str, int], others: Usual) -> bool:
    """Whether a row is none of the list's kind: its number has another form or is how many there are, or nothing says where somebody sits."""
    if not number or (others.length and len(number) != others.length) or (others.decimal and not number.isdecimal()):
        return True
    if number == str(others.rows):
        return True  # as many as there are
    return bool(others.filled) and not any(row.cells[at[part]].strip() for part in others.filled)


def is_quoted(row: Row, at: Iterable[int], others: Usual) -> bool:
    """Whether an apostrophe before a row's name is a spreadsheet's sign for text: it stands before all of the list's names, or all cells of the row."""
    if others.quoted or not any(row.cells[index][:1] == "'" for index in at):
        return others.quoted
    cells = [row.cells[index] for index in at if row.cells[index].strip()]
    return len(cells) > _MOSTLY and all(map(quoted_text, cells))
