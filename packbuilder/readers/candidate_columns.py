"""The columns of a list of candidates: what they are called in the exports of many systems, in English and in Welsh."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.errors import nearest_hints
from packbuilder.patterns import regex
from packbuilder.readers.candidate_arrangements import Aside, aside_of, holds_marks, names_arrangement, names_minutes, names_time
from packbuilder.readers.delimited import DELIMITERS, Places, Row, rows_of, stated_delimiter
from packbuilder.values import dataclass

_CALLED: Mapping[str, str] = {
    "name": "name fullname candidate candidatename candidatesname candidatefullname student studentname learner learnername pupil pupilname "
    "legalname displayname preferredname forenamesurname firstnamelastname namecandidate namestudent enw enwllawn enwymgeisydd ymgeisydd disgybl",
    "first": "firstname firstnames forename forenames givenname givennames legalforename legalfirstname legalgivenname enwcyntaf enwaucyntaf",
    "last": "lastname surname familyname legalsurname legallastname legalfamilyname cyfenw",
    "number": "number no candidateno candidatenumber candidatenum candidatesnumber candidatesno candno candnum candnumber candidateid candidateref examno examnumber examinationnumber "
    "examcandidatenumber examcandidateno studentno studentnumber studentid learnerno learnernumber pupilnumber id rhif rhifymgeisydd",
    "centre": "centre center centreno centrenumber centerno centernumber centrecode canolfan rhifycanolfan rhifcanolfan",
    "room": "room roomname roomno roomnumber venue hall location examroom ystafell lleoliad",
    "seat": "seat seatno seatnumber seatid seatref seatreference desk deskno desknumber sedd rhifsedd desg",
    "row": "row seatrow deskrow rhes",
    "table": "table tableno tablenumber bwrdd",
    "column": "column seatcolumn deskcolumn col colofn",
    "version": "version paperversion variant papercode versionofpaper papervariant versionletter fersiwn",
    "edition": "edition modifiedpaper modifiedpapers modifiedpapersize modifiedpapertype papermodification modifiededition paperedition paperformat format "
    "modification argraffiad fformat",
    "extra_time": "extratime extratimepercent extratimepercentage extra extratimepct extratimeallowance extratimeallowed "
    "extratimeentitlement accessarrangementsextratime aaextratime et exttime xtratime xtime additionaltime additionaltimeallowance amserychwanegol",
    "neighbours": "neighbours neighbors neighbour neighbor beside nextto adjacentseats cymdogion",
}
"""What each column may be called, written small and without anything that is no letter or figure."""

_VAGUE = frozenset(
    "candidate student learner pupil displayname preferredname ymgeisydd disgybl id no rhif studentno studentnumber studentid learnerno "
    "learnernumber pupilnumber extra et format location venue hall col centre center canolfan modifiedpapers".split()
)
"""Names that give way where another column says the same more clearly: `Student ID` beside `Candidate number`."""

_CLUTTER = frozenset(
    "form formgroup formclass upn uln uci year yeargroup dob dateofbirth gender sex house reg reggroup registrationgroup tutor tutorgroup "
    "email class set subject level tier teacher classteacher teachers staff teachinggroup teachingset block locker lockerno lockernumber "
    "grade targetgrade predictedgrade target".split()
)
"""What systems export besides: no wrong name of a column, however near to one (`form`, `format`)."""

_PERSON = frozenset("candidate student learner pupil ymgeisydd disgybl".split())
"""Names of a column that holds a number where names stand in two columns of their own."""

_MEANT: Mapping[str, str] = {
    **dict.fromkeys("colour paper papertype papersize".split(), "edition"),
}
"""Headings that may mean a field, and may mean something else as well."""

_NEAR = 0.75
"""How alike a heading and a known one are, at the least, for the one to be meant by the other."""

_ANY_DELIMITER = regex(f"[{''.join(DELIMITERS)}]")
_NUMBER = regex(r"\d[\d ./-]*")
_WORDS = regex(r"[^\W\d_][^\d]+")

_FIELDS = {name: field for field, names in _CALLED.items() for name in names.split()}
_SEARCHED = 40
"""So many rows are looked at for the header: exports have titles, dates and times above it."""

_BRACKET = regex(r"\s*[(/\[].*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A column that is not read: its place in a row and in the file, its heading, and what to do about it.

    `doubtful`: its heading looks like an access arrangement's; `time`: like that of extra time. `clutter`: what systems export besides.
    """

    index: int
    heading: str
    span: Span
    hints: tuple[str, ...] = ()
    doubtful: bool = False
    time: bool = False
    clutter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where each field stands in a row (from 0), how many cells a row has, and what heads them; `rows` follow the header.

    `asides` are columns that say more of extra time and editions. `beside` are the first and the last name's columns where names stand in one of
    their own as well.
    """

    at: Mapping[str, int]
    width: int
    rows: tuple[Row, ...]
    header: Row
    asides: tuple[Aside, ...] = ()
    unread: tuple[Unread, ...] = ()
    beside: tuple[int, int] | None = None

    def heads(self, row: Row) -> bool:
        """Whether a row says what the header says, as on each page of what was printed to a file."""
        number = self.at["number"]
        if number >= len(row.cells) or (row.cells[number][-1:].isdecimal() and not self.header.cells[number][-1:].isdecimal()):
            return False  # most rows, at once
        return all(
            index < len(row.cells) and plain_name(row.cells[index]) == plain_name(self.header.cells[index]) for index in self.at.values()
        )


def plain_name(header: str) -> str:
    """Return a header as it is compared: `Candidate No.` and `CANDIDATE_NO` are one."""
    flat = unicodedata.normalize("NFKD", header.casefold())
    return "".join(char for char in flat if char.isalnum())


def find_columns(text: str, places: Places, found: list[Diagnostic], *, editions: Collection[str] = ()) -> Columns | None:
    """Find delimiter, header and columns; None, with an error, where the columns that every list needs are not there.

    `editions` are those that a heading may ask for.
    """
    stated, start = stated_delimiter(text)
    delimiter = stated or max(DELIMITERS, key=lambda sign: _recognised(text, sign, start))
    rows = tuple(rows_of(text, delimiter, start))
    head = next((index for index, row in enumerate(rows[:_SEARCHED]) if not _missing(row)), None)
    if head is None:
        found.append(_no_header(rows[:_SEARCHED], places))
        return None
    return _columns(rows[head], rows[head + 1 :], places, found, editions)


def _recognised(text: str, delimiter: str, start: int) -> int:
    """Return how many columns a header has, if the text is cut at a delimiter."""
    return max((len(set(_fields(row))) for row in islice(rows_of(text, delimiter, start), _SEARCHED)), default=0)


def _field(heading: str) -> str | None:
    """Return the field that a heading names, whatever is added in brackets or behind a stroke: `Candidate number (4 digits)`.

    Of extra time it is said there in what unit it is.
    """
    bare = _FIELDS.get(plain_name(_BRACKET.sub("", heading)))
    return _FIELDS.get(plain_name(heading)) or (None if bare == "extra_time" else bare)


def _fields(row: Row) -> Iterator[str]:
    yield from (field for cell in row.cells if (field := _field(cell)))


def _missing(row: Row) -> tuple[str, ...]:
    """Return what a header lacks. Names may stand in two columns."""
    there = set(_fields(row))
    if {"first", "last"} <= there and any(plain_name(cell) in _PERSON for cell in row.cells):
        there.add("number")
    named = "name" in there or {"first", "last"} <= there
    return tuple(field for field, present in (("name", named), ("number", "number" in there)) if not present)


def _no_header(rows: tuple[Row, ...], places: Places) -> Diagnostic:
    row = max(rows, key=lambda each: len(set(_fields(each))))
    first = next((each for each in rows if not each.empty), row)
    if not any(_fields(row)) and _is_somebody(first):
        return error(
            "C104",
            "the list has no headings: this row is a candidate's already",
            places.at(first.offsets[0]),
            "Put a row above it that heads the columns, such as: name, number, centre, room, seat, version, edition, extra time.",
        )
    missing = _missing(row)
    hints = [hint for cell in row.cells for hint in nearest_hints(plain_name(cell), tuple(_FIELDS)) if hint.startswith("Did you mean")]
    return error(
        "C104",
        f"the list has no column for the {' and the '.join(missing)} of candidates",
        places.at(row.offsets[0]),
        *hints[:2],
        "The first row heads the columns, such as: name, number, centre, room, seat, version, edition, extra time.",
    )


def _is_somebody(row: Row) -> bool:
    """Whether a row looks like a candidate's: a number in one cell, words in another, whatever parts them."""
    cells = [cell.strip(' "') for cell in _ANY_DELIMITER.split(",".join(row.cells))]
    return any(map(_NUMBER.fullmatch, cells)) and any(_WORDS.fullmatch(cell) for cell in cells)


def _columns(header: Row, rows: tuple[Row, ...], places: Places, found: list[Diagnostic], editions: Collection[str]) -> Columns | None:
    at: dict[str, int] = {}
    doubled = False
    for index, cell in enumerate(header.cells):
        field = _field(cell)
        if field is None:
            continue
        if field in at and _is_vague(cell) != _is_vague(header.cells[at[field]]):
            at[field] = at[field] if _is_vague(cell) else index
        elif field in at:
            doubled = True
            message = f"the column {cell.strip()!r} says the same as {header.cells[at[field]].strip()!r}: which one holds the {field.replace('_', ' ')}?"
            found.append(error("C105", message, places.at(header.offsets[index]), "Delete one of them, or rename it."))
        at.setdefault(field, index)
        if "\x00" in cell:
            place = places.at(header.offsets[index])
            found.append(error("C115", "the heading holds the control character U+0000", place, "Type it again without it."))
    if doubled:
        return None
    beside = _part(at, header, rows)
    free = ((index, cell.strip()) for index, cell in enumerate(header.cells) if index not in at.values() and _field(cell) is None)
    asides = tuple(
        aside
        for index, heading in free
        if (aside := aside_of(heading, plain_name, index, editions))
        and not holds_marks(aside, (row.cells[index] for row in rows if index < len(row.cells)))
    )
    read = {*at.values(), *(aside.index for aside in asides)}
    width = max((index + 1 for index, cell in enumerate(header.cells) if cell.strip()), default=0)
    return Columns(
        at=at,
        width=width,
        rows=rows,
        header=header,
        asides=asides,
        unread=tuple(_unread(header, rows, at, read, places)),
        beside=beside,
    )


def _is_vague(heading: str) -> bool:
    return plain_name(heading) in _VAGUE


def _part(at: dict[str, int], header: Row, rows: tuple[Row, ...]) -> tuple[int, int] | None:
    """Leave one column, or two, for names, and one, or two, for seats. Return the columns of first and last names that give way to one of both."""
    beside = None
    if "name" in at and "last" in at and "first" not in at and _stand_apart(at["name"], at["last"], rows):
        at["first"] = at.pop("name")
    if "name" in at and {"first", "last"} <= at.keys():
        index = at["name"]
        if _is_vague(header.cells[index]):
            # `Preferred name` is what a candidate is called in class; `Candidate` may be the number.
            del at["name"]
            if "number" not in at and plain_name(header.cells[index]) in _PERSON:
                at["number"] = index
        elif _stand_apart(index, at["last"], rows):
            del at["name"]  # a middle name, or what somebody is called
        else:
            beside = at["first"], at["last"]
    for part in ("first", "last") if "name" in at else ():
        at.pop(part, None)
    if "table" in at:
        # Seats are counted at each table; without any it is the seat.
        index = at.pop("table")
        if "row" not in at and ("seat" not in at or "column" not in at):
            at["row" if "seat" in at else "seat"] = index
    if {"row", "column", "seat"} <= at.keys():
        at.pop("seat")
    return beside


def _stand_apart(name: int, last: int, rows: tuple[Row, ...]) -> bool:
    """Whether most last names are no part of what stands under `Name`: then that is the first name."""
    pairs = [(row.cells[name].casefold(), row.cells[last].strip().casefold()) for row in rows if len(row.cells) > max(name, last)]
    told = [last not in name for name, last in pairs if name.strip() and last]
    return sum(told) * 2 > len(told)


def _unread(header: Row, rows: tuple[Row, ...], at: Mapping[str, int], read: Collection[int], places: Places) -> Iterator[Unread]:
    """Yield each column that is not read: extra time under a heading unknown here is lost on every sheet."""
    for index, cell in enumerate(header.cells):
        heading = cell.strip()
        if index in read or not (heading or any(index < len(row.cells) and row.cells[index].strip() for row in rows)):
            continue
        span, name = places.at(header.offsets[index]), plain_name(heading)
        hints, near = _meant(heading, header, at, minutes=names_minutes(heading)) if heading else (("Head it, or delete it.",), None)
        time = names_time(heading)
        doubtful = time or names_arrangement(heading) or near == "extra_time" or (near == "edition" and not name.startswith("paper"))
        if doubtful and near not in (None, "extra_time", "edition"):
            hints = ()  # no separate room is the candidates' room
        yield Unread(
            index=index, heading=heading, span=span, hints=hints, doubtful=doubtful, time=time, clutter=name in _CLUTTER and not doubtful
        )


def _meant(heading: str, header: Row, at: Mapping[str, int], *, minutes: bool) -> tuple[tuple[str, ...], str | None]:
    """Return what to do about a heading that is not read, and the field that it is near to: nothing, where that is none that the list lacks."""
    name = plain_name(heading)
    field = _FIELDS.get(name, "")
    near = None if name in _CLUTTER else _MEANT.get(name) or _nearest(name)
    if field == "table":
        return (), None
    holder = "name" if field in ("first", "last") else field
    if field == "name" and "first" in at:
        return (f"The name is that of the columns {header.cells[at['first']].strip()!r} and {header.cells[at['last']].strip()!r}.",), None
    if field == "seat" and "row" in at:
        return (f"The seat is that of the columns {header.cells[at['row']].strip()!r} and {header.cells[at['column']].strip()!r}.",), None
    if holder in at:
        return (f"The {holder.replace('_', ' ')} is that of the column {header.cells[at[holder]].strip()!r}.",), None
    if minutes:
        return ("Extra time is percent of the paper's time: write it so, in a column 'extra time' (15 minutes of 60 are 25).",), None
    if near is None or near in at or (near == "name" and "first" in at):
        return (), None
    unit = " as percent" if near == "extra_time" else ""
    return (f"Did you mean {near.replace('_', ' ')!r}? Head the column so, and it is read{unit}.",), near


def _nearest(name: str) -> str | None:
    """Return the field whose name is nearest to one that is none's: written nearly so, or with more before or after it."""
    names = tuple(each for each in _FIELDS if each not in _VAGUE)
    alike = get_close_matches(name, names, n=1, cutoff=_NEAR)
    part_of_it = sorted((each for each in names if len(each) > 3 and (name.startswith(each) or name.endswith(each))), key=len)
    return next((_FIELDS[each] for each in (*alike, *part_of_it[-1:])), None)
