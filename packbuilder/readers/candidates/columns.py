"""The columns of a list of candidates: the row that heads them, which field each holds, and which are not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from itertools import islice

from packbuilder.diagnostics import Diagnostic, Span, error, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.candidates.arrangements import (
    Aside,
    aside_of,
    holds_amounts,
    holds_marks,
    names_arrangement,
    names_minutes,
    names_time,
)
from packbuilder.readers.candidates.cells import is_date
from packbuilder.readers.candidates.codes import holds_arrangements, is_code
from packbuilder.readers.candidates.headings import (
    CLUTTER,
    LONELY,
    MEANT,
    NAMED,
    PERSON,
    ROWS_OR_COUNTS,
    clearness,
    field_of,
    is_abroad,
    nearest,
    of_another,
    plain_name,
)
from packbuilder.readers.candidates.headless import cells_of, fields, lacks, no_header, on_one_line
from packbuilder.readers.candidates.long_cells import cut
from packbuilder.readers.candidates.merged import halves, second_list
from packbuilder.readers.candidates.needs import is_extra_time
from packbuilder.readers.candidates.words import COLOUR, MINUTES
from packbuilder.readers.delimited import DELIMITERS, Places, Row, rows_of, stated_delimiter
from packbuilder.values import dataclass, replace

_OF_A_PAPER = regex(
    rf"\b{COLOUR}\b|\b(?:large|enlarged?|enlargement|modified|bold|standard|normal|white|braille|tactile|dyslexi\w*|print|colou?red|mlp|cp)\b"
    r"|\bm?lp(?=\d)|\bA[34]\b|\d ?pt|^\s*(?:18|24|36|x|y|yes)\s*$",
    re.IGNORECASE,
)
"""What stands under `Paper` where it is the kind of paper."""
CLOCK = regex(r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|midday", re.IGNORECASE)
"""A time of day: `09:00`, `1.30 pm`, `9am`."""
_DURATION = regex(rf"\d{{1,3}} ?(?:h|m|{MINUTES})(?:(?: and)? ?\d{{1,2}}(?: ?(?:m|{MINUTES}))?)?", re.IGNORECASE)
"""How long something takes: `1h 30m`, `90 minutes`."""
_SERIAL = 3
"""So many candidates of a room, or of the list, have a row of their own before the column is taken for the list's row numbers."""
_FEW = 2
_FOURTHS = 4
_COUNTS = "It counts the rows of the list, and is taken for no row of desks; head it 'Seat row' if it is one."

_SEARCHED = 40
"""So many rows are looked at for the header: exports have titles, dates and times above it."""


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
    """Where each field stands in a row (from 0), how many cells a row has, and what heads them; `rows` follow the header,
    and `above` are those before it.

    `instead` are columns of other names that are taken where a field's own cell is empty. `asides` are columns that say more of extra time and editions. `beside` are the first and the last name's columns where names stand in one of
    their own as well.
    """

    at: Mapping[str, int]
    width: int
    rows: tuple[Row, ...]
    header: Row
    above: tuple[Row, ...] = ()
    asides: tuple[Aside, ...] = ()
    unread: tuple[Unread, ...] = ()
    beside: tuple[int, int] | None = None
    instead: Mapping[str, int] = field(default_factory=dict)
    delimiter: str = DELIMITERS[0]

    def at_of(self, row: Row) -> Mapping[str, int]:
        """Return where each field stands in a row: a name that is empty there stands in the column that is taken instead."""
        if not self.instead:
            return self.at
        taken = {part: index for part, index in self.instead.items() if not row.cells[self.at[part]].strip() and row.cells[index].strip()}
        return {**self.at, **taken} if taken else self.at

    def heads(self, row: Row) -> bool:
        """Whether a row says what the header says, as on each page of what was printed to a file."""
        number = self.at["number"]
        if number >= len(row.cells) or (row.cells[number][-1:].isdecimal() and not self.header.cells[number][-1:].isdecimal()):
            return False  # most rows, at once
        return all(
            index < len(row.cells) and plain_name(row.cells[index]) == plain_name(self.header.cells[index]) for index in self.at.values()
        )


def find_columns(text: str, places: Places, found: list[Diagnostic], *, editions: Collection[str] = ()) -> Columns | None:
    """Find delimiter, header and columns; None, with an error, where the columns that every list needs are not there.

    `editions` are those that a heading may ask for.
    """
    stated, start = stated_delimiter(text)
    known = {sign: _recognised(text, sign, start) for sign in DELIMITERS}
    # Where nothing is recognised, the headings are to be told one by one.
    delimiter = max(DELIMITERS, key=known.__getitem__ if any(known.values()) else partial(_cut, text, start))
    # A line `sep=,` that somebody has put before semicolons parts nothing.
    delimiter = stated if stated and (known[stated] >= _FEW or not any(known.values())) else delimiter
    rows = cut(tuple(rows_of(text, delimiter, start)), places, found)
    head = next((index for index, row in enumerate(rows[:_SEARCHED]) if not lacks(row)), None)
    if head is None:
        found.append(no_header(rows[:_SEARCHED], places))
        return None
    columns = _columns(on_one_line(rows[head]), rows[head + 1 :], places, found, editions)
    return replace(columns, above=rows[:head], delimiter=delimiter) if columns else None


def _recognised(text: str, delimiter: str, start: int) -> int:
    """Return how many columns a header has, if the text is cut at a delimiter."""
    return max((len(set(fields(row))) for row in islice(rows_of(text, delimiter, start), _SEARCHED)), default=0)


def _cut(text: str, start: int, delimiter: str) -> int:
    """Return into how many cells most rows are cut at a delimiter."""
    widths = Counter(len(row.cells) for row in islice(rows_of(text, delimiter, start), _SEARCHED) if not row.empty)
    return max(widths, key=widths.__getitem__, default=0)


def _columns(header: Row, rows: tuple[Row, ...], places: Places, found: list[Diagnostic], editions: Collection[str]) -> Columns | None:
    at: dict[str, int] = {}
    instead: dict[str, int] = {}
    doubled: set[int] = set()
    if second := second_list(header):
        hint = "Put the second list below the first, under the same columns."
        place = places.at(header.offsets[second])
        found.append(error("C105", "two lists stand side by side: names and numbers are headed twice, in the same order", place, hint))
        header = replace(header, cells=header.cells[:second], offsets=header.offsets[:second])
        rows = tuple(replace(row, cells=row.cells[:second], offsets=row.offsets[:second]) for row in rows)
    for index, cell in enumerate(header.cells):
        part = field_of(cell)
        if part is None:
            continue
        if part in at and (clearer := _clearer(at[part], index, header)) is not None:
            other = at[part] + index - clearer
            at[part] = clearer
            if part in NAMED and _fills(other, clearer, header, rows):
                instead[part] = other
        elif part in at:
            # The first is read, so that the mistakes below it are told as well.
            doubled.add(index)
            called = f"{part} name" if part in ("first", "last") else part.replace("_", " ")
            message = f"the column {cell.strip()!r} says the same as {header.cells[at[part]].strip()!r}: which one holds the {called}?"
            found.append(error("C105", message, places.at(header.offsets[index]), "Delete one of them, or rename it."))
        at.setdefault(part, index)
        if "\x00" in cell:
            place = places.at(header.offsets[index])
            found.append(error("C115", "the heading holds the control character U+0000", place, "Type it again without it."))
    if half := halves(at, header, rows):
        at["first"], at["last"] = at.pop("name"), half
        message = (
            f"column {half + 1}, which has no heading, is taken for the other half of the names under {header.cells[half - 1].strip()!r}"
        )
        found.append(note("C122", message, places.at(header.offsets[half - 1])))
    serial = _serial(at, header, rows, places, found)
    if serial is not None:
        del at["row"]
    beside = _part(at, header, rows)
    instead = {part: index for part, index in instead.items() if part in at}
    free = ((index, cell.strip()) for index, cell in enumerate(header.cells) if index not in at.values() and field_of(cell) is None)
    asides = tuple(
        aside
        for index, heading in free
        if (aside := aside_of(heading, plain_name, index, editions))
        and not holds_marks(aside, (row.cells[index] for row in rows if index < len(row.cells)))
    )
    read = {*at.values(), *instead.values(), *doubled, *(aside.index for aside in asides)}
    width = max((index + 1 for index, cell in enumerate(header.cells) if cell.strip()), default=0)
    return Columns(
        at=at,
        width=width,
        rows=rows,
        header=header,
        asides=asides,
        unread=tuple(replace(each, hints=(_COUNTS,)) if each.index == serial else each for each in _unread(header, rows, at, read, places)),
        beside=beside,
        instead=instead,
    )


def _clearer(one: int, other: int, header: Row) -> int | None:
    """Return which of two columns of one field says more clearly that it is its; None where neither does."""
    less, more = sorted((one, other), key=lambda index: clearness(header.cells[index]))
    return None if clearness(header.cells[less]) == clearness(header.cells[more]) else more


def _fills(other: int, clearer: int, header: Row, rows: tuple[Row, ...]) -> bool:
    """Whether a column of names has one where the clearer column has none: a legal name may stand only where it differs.

    `Candidate` may be a number, and `Preferred name` no more than a first name.
    """
    if field_of(header.cells[other]) == "name" and clearness(header.cells[other]) < 0:
        return False
    cells = (row.cells for row in rows if max(other, clearer) < len(row.cells))
    return any(each[other].strip() and not each[clearer].strip() for each in cells)


def _part(at: dict[str, int], header: Row, rows: tuple[Row, ...]) -> tuple[int, int] | None:
    """Leave one column, or two, for names, and one, or two, for seats. Return the columns of first and last names that give way to one of both."""
    beside = None
    for one, other in (("first", "last"), ("last", "first")):
        if one in at and other not in at and plain_name(header.cells[at[one]]) in LONELY:
            del at[one]  # `First` and `Last` say only together what they are
    _known_as(at, header, rows)
    if "name" in at and "last" in at and "first" not in at and _stand_apart(at["name"], at["last"], rows):
        at["first"] = at.pop("name")
    elif _is_half(at, header) and _stand_apart(at["name"], at["first"], rows):
        at["last"] = at.pop("name")  # `Name` beside `Vorname`
    if "name" in at and {"first", "last"} <= at.keys():
        index = at["name"]
        if clearness(header.cells[index]) < 0:
            # `Preferred name` is what a candidate is called in class; `Candidate` may be the number.
            del at["name"]
            if "number" not in at and plain_name(header.cells[index]) in PERSON:
                at["number"] = index
        elif _stand_apart(index, at["last"], rows):
            del at["name"]  # a middle name, or what somebody is called
        elif _are_clearer((at["first"], at["last"]), index, header, rows):
            del at["name"]  # candidates are entered under their legal names
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


def _are_clearer(halves: tuple[int, int], name: int, header: Row, rows: tuple[Row, ...]) -> bool:
    """Whether two columns say more clearly than one that theirs is the candidates' name, and have all of it wherever that one has a name."""
    if min(clearness(header.cells[half]) for half in halves) <= clearness(header.cells[name]):
        return False
    cells = [row.cells for row in rows if len(row.cells) > max(*halves, name) and row.cells[name].strip()]
    return all(each[half].strip() for each in cells for half in halves)


def _is_half(at: Mapping[str, int], header: Row) -> bool:
    """Whether `Name` stands beside a first name in a language in which it heads the other half: `Name;Vorname`, `Nom;Prénom`."""
    return "name" in at and "first" in at and "last" not in at and is_abroad(header.cells[at["first"]])


def _known_as(at: dict[str, int], header: Row, rows: tuple[Row, ...]) -> None:
    """Take what somebody is known as for the whole name where the last name is part of it; for none where a column holds the first name."""
    if "first" not in at or clearness(header.cells[at["first"]]) >= 0:
        return
    if "name" in at:
        del at["first"]
    elif "last" not in at or not _stand_apart(at["first"], at["last"], rows):
        at["name"] = at.pop("first")


def _serial(at: Mapping[str, int], header: Row, rows: tuple[Row, ...], places: Places, found: list[Diagnostic]) -> int | None:
    """Return the column `Row` where it only counts the list's rows, or a room's: no two candidates of a room share a row, and their seats are told
    apart without it. Where so few say so that it may be either, it is a row of desks, with a warning.
    """
    if "row" not in at or "column" in at or plain_name(header.cells[at["row"]]) not in ROWS_OR_COUNTS:
        return None
    head = header.cells[at["row"]].strip()  # stands on each page of what was printed to a file
    reach = max(at[part] for part in ("row", "seat", "room", "centre") if part in at)
    cells = [row.cells for row in rows if reach < len(row.cells) and row.cells[at["row"]].strip() not in ("", head)]
    of_rooms = [tuple(each[at[part]].strip().casefold() for part in ("centre", "room") if part in at) for each in cells]
    counts = [each[at["row"]].strip() for each in cells]
    desks = [
        (room, desk) for room, each in zip(of_rooms, cells, strict=True) if "seat" in at and (desk := each[at["seat"]].strip().casefold())
    ]
    # A seat that is there twice is a slip among many that are not; a row without any seat is none of desks.
    told_apart = len(set(desks)) * _FOURTHS >= len(desks) * (_FOURTHS - 1)
    alone = len({(room, int(count)) for room, count in zip(of_rooms, counts, strict=True) if count.isdecimal()}) == len(counts)
    if len(counts) < _FEW or not (alone and told_apart):
        return None
    if len(counts) >= _SERIAL and (max(Counter(of_rooms).values()) >= _SERIAL or len(set(counts)) == len(counts)):
        return at["row"]
    if max(Counter(of_rooms).values()) >= _FEW:
        message = f"every desk has a row of its own by the column {header.cells[at['row']].strip()!r}: neighbours' versions depend on it"
        hint = "If it only counts the list's rows, delete it; if it is the row of desks, head it 'Seat row'."
        found.append(warning("C127", message, places.at(header.offsets[at["row"]]), hint))
    return None


def _stand_apart(name: int, last: int, rows: tuple[Row, ...]) -> bool:
    """Whether most last names, or first ones, are no part of what stands under `Name`: then that is the other half."""
    pairs = [(row.cells[name].casefold(), row.cells[last].strip().casefold()) for row in rows if len(row.cells) > max(name, last)]
    told = [last not in name for name, last in pairs if name.strip() and last]
    return sum(told) * 2 > len(told)


def _unread(header: Row, rows: tuple[Row, ...], at: Mapping[str, int], read: Collection[int], places: Places) -> Iterator[Unread]:
    """Yield each column that is not read: extra time under a heading unknown here is lost on every sheet."""
    sitting = sum(not row.empty and plain_name("".join(row.cells)) != plain_name("".join(header.cells)) for row in rows)
    for index, cell in enumerate(header.cells):
        heading = cell.strip()
        if index in read or not (heading or any(index < len(row.cells) and row.cells[index].strip() for row in rows)):
            continue
        span, name = places.at(header.offsets[index]), plain_name(heading)
        hints, near = _meant(heading, header, at, cells_of(rows, index)) if heading else (("Head it, or delete it.",), None)
        time = names_time(heading)
        doubtful = time or names_arrangement(heading) or near == "extra_time" or (near == "edition" and not name.startswith("paper"))
        entries = [each.strip() for each in cells_of(rows, index) if each.strip() not in ("", heading)]
        dates = all(map(is_date, entries))
        # What some have and others have not is no length of the paper.
        when = bool(entries) and not (time or names_arrangement(heading)) and _tells_when(entries, filled=len(entries) == sitting)
        if entries and dates:
            doubtful = time = False  # until when something is granted is no arrangement
        elif when:
            doubtful, hints = False, ()
        elif near == "extra_time" and (several := [each for each in entries if is_code(each) and not is_extra_time(each)]):
            hints = (f"If {several[0]!r} is an access arrangement, head the column 'Access arrangements', and it is read.",)
        clutter = name in CLUTTER and not doubtful
        amounts = not (clutter or doubtful or when or dates) and holds_amounts(heading, entries)
        doubtful, time = doubtful or amounts, time or amounts
        doubtful = doubtful or (not clutter and not dates and not when and holds_arrangements(heading, cells_of(rows, index)))
        if doubtful and near not in (None, "extra_time", "edition"):
            hints = ()  # no separate room is the candidates' room
        yield Unread(index=index, heading=heading, span=span, hints=hints, doubtful=doubtful, time=time, clutter=clutter)


def _tells_when(entries: Collection[str], *, filled: bool) -> bool:
    """Whether a column says when a paper begins, or, if it is `filled`, how long it is for everybody: one that differs may be somebody's extra time."""
    return all(map(CLOCK.fullmatch, entries)) or (filled and len(set(entries)) == 1 and all(map(_DURATION.fullmatch, entries)))


def _meant(heading: str, header: Row, at: Mapping[str, int], cells: Iterable[str]) -> tuple[tuple[str, ...], str | None]:
    """Return what to do about a heading that is not read, and the field that it is near to: nothing, where that is none that the list lacks."""
    name = plain_name(heading)
    field = field_of(heading) or ""
    near = None if name in CLUTTER else MEANT.get(name) or nearest(name)
    if field == "table":
        return (), None
    holder = "name" if field in ("first", "last") else field
    if field == "name" and "first" in at:
        return (f"The name is that of the columns {header.cells[at['first']].strip()!r} and {header.cells[at['last']].strip()!r}.",), None
    if field == "seat" and "row" in at:
        return (f"The seat is that of the columns {header.cells[at['row']].strip()!r} and {header.cells[at['column']].strip()!r}.",), None
    if holder in at:
        return (f"The {holder.replace('_', ' ')} is that of the column {header.cells[at[holder]].strip()!r}.",), None
    if names_minutes(heading):
        return ("Extra time is percent of the paper's time: write it so, in a column 'extra time' (15 minutes of 60 are 25).",), None
    if near is None or near in at or (near == "name" and "first" in at) or (near in NAMED and of_another(heading)):
        return (), None
    if name in MEANT and not any(_OF_A_PAPER.search(cell) for cell in cells):
        return (), None  # `8462/1H` is which paper, not what kind
    unit = " as percent" if near == "extra_time" else ""
    return (f"Did you mean {near.replace('_', ' ')!r}? Head the column so, and it is read{unit}.",), near
