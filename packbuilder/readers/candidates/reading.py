"""A centre's list of candidates: the bytes of a spreadsheet's export to candidates, every mistake with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, note, warning
from packbuilder.model.candidate import Candidate
from packbuilder.model.seating import desk_of, without_room
from packbuilder.patterns import regex
from packbuilder.readers.candidates.blanks import NO_NAME, NO_NUMBER
from packbuilder.readers.candidates.cells import DECIMAL, EXPONENT, Cells, is_date
from packbuilder.readers.candidates.columns import Columns, find_columns
from packbuilder.readers.candidates.footers import Footer, footer_in, told_of
from packbuilder.readers.candidates.identifiers import parted_numbers
from packbuilder.readers.candidates.nobody import Usual, is_quoted, no_candidate, nobody_named, usual
from packbuilder.readers.candidates.places import exchanged, like_a_room, unheaded_rooms, unplaced
from packbuilder.readers.candidates.repeats import told_once
from packbuilder.readers.candidates.rows import Needs
from packbuilder.readers.candidates.shapes import fault_of, filled_up, with_rows
from packbuilder.readers.candidates.titles import alone_in, centre_of, sections, titled_rooms, titles_of, told_rooms
from packbuilder.readers.candidates.whole_list import doubts, lines, one_room
from packbuilder.readers.delimited import Places, Row, decoded
from packbuilder.values import dataclass, replace

LONGEST_NAME = 100
"""Characters of a name; what is longer is a cell that holds something else."""

_NUMBER = regex(r"[A-Za-z0-9](?:[A-Za-z0-9 ./-]*[A-Za-z0-9])?")
_ALIKE = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")
_VERSION_WORD = regex(r"(?:(?:version|paper|variant|form|fersiwn|παραλλαγή|wersja|versión|v(?:er)?\.?)\s+|v(?:er)?\.(?=\w))", re.IGNORECASE)
_SEAT_WORD = regex(r"(?:seat|sedd|desk|desg|chair|place|[sdp])[ .:-]*(?=\d+\Z)", re.IGNORECASE)
"""What may stand before a seat's number in its row."""
_ROW_WORD = regex(r"(?:row|rhes|table|bwrdd|column|col|colofn|seat|desk)[ .:-]*(?=\d|[a-z]{1,2}\Z)|[rct][ .:-]*(?=\d)", re.IGNORECASE)
"""What a row's or a column's cell may begin with: `Row 2`, `C3`; a row called RA is none."""
_WORD = regex(r"\w+")
_BETWEEN = regex(r"[\s,;/]+")
_SHORT = "A"
"""A name that has room wherever any has."""
_FEW = 2
"""So many columns a list has at the least: of those a row with a name alone lacks its number."""
_THOUSANDS = regex(r"\d{1,3}(?:,\d{3})+")


def read_candidates(
    data: bytes,
    path: str,
    *,
    versions: Collection[str] = (),
    editions: Collection[str] = (),
    objection: Callable[[str], str] = lambda _: "",
    unfit: Callable[[Candidate], str] = lambda _: "",
    edition: str = "",
    centre: str = "",
) -> tuple[tuple[Candidate, ...], Diagnostics]:
    """Read a list. `versions` and `editions` are those that can be printed; `objection` tells why a character cannot (empty: it can), and
    `unfit` why a candidate has no room on the page: asked of rows with other mistakes too, of which what is wrong is left empty.
    `edition` and `centre` are those of candidates of whom the list says nothing; `standard` in a cell says something.

    Rows with a mistake give no candidate; every mistake of every row is reported, one that many rows have once.
    """
    text, found = decoded(data, path)
    if text is None:
        return (), found
    problems = list(found)
    places = Places(text, path)
    columns = find_columns(text, places, problems, editions=editions)
    if columns is None:
        return (), tuple(problems)
    unread = any(each.severity.word == "error" for each in problems)
    columns = filled_up(parted_numbers(columns, places, problems), places, problems)
    titled = titled_rooms(columns)
    several = tuple(sections(columns, places, titled=titled))
    titles = titles_of(columns.above, places, problems, roomed="room" in columns.at, parted=bool(several), by_title=bool(titled))
    if "centre" not in columns.at:
        centre = centre_of(columns.above, places, problems, given=centre)
    problems.extend(unheaded_rooms(columns))
    if several:
        return (), (*problems, *several)
    if titled:
        problems.append(told_rooms(titled, titles, places))
    reader = _Reader(
        others=usual(columns),
        columns=columns,
        places=places,
        versions=tuple(versions),
        objection=objection,
        unfit=unfit,
        centre=centre,
        room=titles.room,
        titled=titled,
        roomed=any(_is_filled(row, columns) for row in columns.rows),
        found=problems,
        needs=Needs(columns, places, editions=editions, edition=edition, objection=objection, found=problems),
    )
    candidates = reader.finish(tuple(candidate for row in columns.rows if (candidate := reader.candidate(row))))
    # Of a file with bytes that are no letters, or two columns for one thing, nothing is used: nobody knows what is meant there.
    return () if unread else candidates, tuple(with_rows(told_once(problems), text, columns, places))


def _key(number: str) -> str:
    """Return a number as it is told from others: spreadsheets drop leading zeros, so that 421 and 0421 are one candidate, and one file name."""
    return re.sub(r"[^a-z0-9]+", "-", number.casefold()).lstrip("0") or "0"


def _is_filled(row: Row, columns: Columns) -> bool:
    """Whether a row has a room."""
    at = columns.at.get("room", len(row.cells))
    return at < len(row.cells) and bool(row.cells[at].strip()) and not columns.heads(row)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the rows of one list, and remembers what must not be twice in it."""

    columns: Columns
    others: Usual
    places: Places
    versions: tuple[str, ...]
    objection: Callable[[str], str]
    unfit: Callable[[Candidate], str]
    centre: str
    room: str
    found: list[Diagnostic]
    needs: Needs
    numbers: dict[str, tuple[Span, str, str]] = field(default_factory=dict)
    spaced: dict[str, tuple[Span, str, str]] = field(default_factory=dict)
    seats: dict[tuple[str, str, tuple[int | str, ...] | str], tuple[Span, str]] = field(default_factory=dict)
    empty: list[Span] = field(default_factory=list)
    headed: list[Span] = field(default_factory=list)
    footers: list[Footer] = field(default_factory=list)
    people: int = 0
    rows: list[tuple[Span, bool, str]] = field(default_factory=list)
    unrowed: list[Span] = field(default_factory=list)
    instead: dict[str, list[Span]] = field(default_factory=dict)
    halves: list[tuple[Span, str]] = field(default_factory=list)
    titled: Mapping[int, str] = field(default_factory=dict)
    roomed: bool = False
    roomless: set[Span] = field(default_factory=set)
    seatless: set[Span] = field(default_factory=set)
    centreless: bool = False
    wrapped: list[Span] = field(default_factory=list)

    def candidate(self, row: Row) -> Candidate | None:
        """Read a row. None where it is empty, heads the columns again or is wrong. Its mistakes are told from left to right."""
        if row.empty or self._is_counted_only(row):
            self.empty.append(self.places.at(row.offsets[0]))
            return None
        if self.columns.heads(row):
            self.headed.append(self.places.at(row.offsets[0]))
            return None
        if room := self.titled.get(row.offsets[0]):
            self.room = room
            return None
        before, at = len(self.found), self.columns.at_of(row) if len(row.cells) >= self.columns.width else self.columns.at
        if footer := footer_in(row, at, self.others, self.places.at(row.offsets[0])):
            self.footers.append(footer)
            return None
        self.people += 1
        if not self._whole(row) or self._is_nobody(row):
            return None
        self._unread(row)
        at = self.columns.at_of(row)
        quoted = is_quoted(row, at.values(), self.others)
        cells = Cells(row, at, self.places, self.objection, self.fail, quoted=quoted)
        for part in self.columns.instead:
            if at[part] != self.columns.at[part]:
                self.instead.setdefault(part, []).append(cells.span(part))
        # A column that the list does not have is an empty cell of every row.
        name, number = self._name(cells), self._number(cells, alone_in(row) if len(at) > _FEW else "")
        centre, room = cells.text("centre") or self.centre, cells.text("room") or self.room
        seat = self._seat(cells, centre, room)
        need = self.needs.of(row, cells)
        candidate = Candidate(
            number=number,
            name=name,
            span=cells.span("name" if "name" in self.columns.at else "first"),
            centre=centre,
            room=room,
            seat=seat,
            version=self._version(cells),
            edition=need.edition,
            extra_time=need.extra_time,
            arrangements=need.arrangements,
            neighbours=tuple(part for part in _BETWEEN.split(without_room(named, room)) if part)
            if (named := cells.text("neighbours"))
            else (),
        )
        if cells.unsaid("room"):
            self.roomless.add(candidate.span)
        if all(cells.unsaid(part) for part in ("seat", "row", "column")):
            self.seatless.add(candidate.span)
        self._fits(candidate, cells, self.found[before:])
        if len(self.found) == before:
            if cells.wrapped:
                self.wrapped.append(self.places.at(row.offsets[0]))
            return candidate
        self.found[before:] = sorted(self.found[before:], key=lambda each: each.span)
        return None

    def _is_counted_only(self, row: Row) -> bool:
        """Whether nothing stands in a row but its number in a column that is not read: lines that were numbered beforehand."""
        return alone_in(row).isdecimal() and not any(cell.strip() for at, cell in enumerate(row.cells) if at in self.columns.at.values())

    def _is_nobody(self, row: Row) -> bool:
        """Whether a row is a total or an empty seat, which is reported once whatever else is missing in it."""
        at = self.columns.at_of(row)
        stray = no_candidate(row, at, self.others) or nobody_named(row, at)
        if stray:
            self.fail("C110", stray[1], self.places.at(row.offsets[stray[0]]), *stray[2])
        return stray is not None

    def _fits(self, candidate: Candidate, cells: Cells, told: Collection[Diagnostic]) -> None:
        """Report a name that has no room, or what stands below it, in the cell that is to blame, unless the name is reported already."""
        if any(each.code in ("C110", "C114") for each in told) or not (fault := self.unfit(candidate)):
            return
        hint = "Shorten it in the list of candidates."
        short = replace(candidate, name=_SHORT)
        if not self.unfit(short):
            self.fail("C114", fault, candidate.span, hint)
            return
        without = {"centre": replace(short, centre=""), "room": replace(short, room=""), "seat": replace(short, seat="")}
        enough = [each for each, rest in without.items() if not self.unfit(rest)]
        part = max(enough or ("number", *without), key=lambda each: len(getattr(candidate, each)))
        if part == "centre" and not cells.text("centre"):
            # Once for all: no row can be put right.
            if not self.centreless:
                self.fail(
                    "C114", f"the centre's number {candidate.centre!r} is too long: {fault}", Span(path="--centre"), "Shorten it there."
                )
            self.centreless = True
            return
        self.fail("C114", f"below the name no place is left for the {part}, with what stands beside it: {fault}", cells.span(part), hint)

    def finish(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Report what the list as a whole has or lacks, and return its candidates."""
        if not candidates and not any(d.severity.word == "error" for d in self.found):
            place = Span(path=self.places.at(0).path)
            self.fail(
                "C106", "there is no candidate in the list: no row follows the header", place, "Write a row for each candidate below it."
            )
        for spans, what in ((self.empty, "rows without any entry"), (self.headed, "rows that head the columns again")):
            if spans:
                self.found.append(note("C107", f"{what} are passed over: line {lines(spans)}", spans[0]))
        self.found.extend(told_of(self.footers, self.people))
        if self.wrapped:
            self.found.append(note("C123", f"cells of two lines are read as one: line {lines(self.wrapped)}", self.wrapped[0]))
        self.found.extend(self._rows_told())
        self.found.extend(self._columns_told())
        self.found.extend(self._names_told(candidates))
        self.found.extend(self.needs.told())
        candidates = self._of_one_centre(candidates)
        self.found.extend(unplaced(candidates, self.roomless, self.seatless))
        odd = exchanged(candidates)
        placed = [each for each in candidates if each not in odd] if odd else candidates
        self.found.extend(doubts(placed, parted="name" not in self.columns.at, guessed=any(each.code == "C103" for each in self.found)))
        return candidates

    def _names_told(self, candidates: tuple[Candidate, ...]) -> Iterator[Diagnostic]:
        """Yield whose name is taken from another column, and who lacks the half that others have."""
        heading = self.columns.header.cells
        for part, spans in self.instead.items():
            own, taken = (heading[index].strip() for index in (self.columns.at[part], self.columns.instead[part]))
            yield note("C122", f"where {own!r} is empty, {taken!r} is taken for the name: line {lines(spans)}", spans[0])
        for part, called in (("first", "first name"), ("last", "last name")):
            spans = [span for span, half in self.halves if half == part]
            if spans and len(spans) * 2 < len(candidates):
                yield warning(
                    "C110", f"the {called} is missing, and the others have one: line {lines(spans)}", spans[0], "Write it, or a dash."
                )

    def _of_one_centre(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Return candidates with the list's only centre: else those whose cell is empty would sit in another room, by themselves."""
        centres = tuple(dict.fromkeys(each.centre for each in candidates if each.centre))
        without = [each for each in candidates if not each.centre]
        if not centres or not without:
            return candidates
        place, where = without[0].span, lines([each.span for each in without])
        if len(centres) > 1:
            message = f"candidates of no centre, in a list of several, would sit in a room of their own: line {where}"
            self.fail("C124", message, place, "Write each candidate's centre, or give the others' with --centre.")
            return candidates
        self.found.append(warning("C124", f"the list's only centre, {centres[0]}, is taken where none stands: line {where}", place))
        for each in without:
            if each.seat:
                self._sits(each.seat, centres[0], each.room, each.span)
        return tuple(each if each.centre else replace(each, centre=centres[0]) for each in candidates)

    def fail(self, code: str, message: str, span: Span, *hints: str) -> None:
        """Report a mistake."""
        self.found.append(error(code, message, span, *hints))

    def _whole(self, row: Row) -> bool:
        """Whether a row has the header's cells; reports it where not."""
        fault = fault_of(row, self.columns, self.places)
        self.found.extend([fault] if fault else [])
        return fault is None

    def _unread(self, row: Row) -> None:
        """Report NULs in cells that are not read: a list that holds them was damaged on its way here."""
        for index, cell in enumerate(row.cells) if "\x00" in "".join(row.cells) else ():
            if "\x00" in cell and index not in self.columns.at.values():
                place = self.places.at(row.offsets[index])
                self.fail("C115", "the cell holds the control character U+0000", place, "Type it again without it.")

    def _name(self, cells: Cells) -> str:
        parts = ("name",) if "name" in self.columns.at else ("first", "last")
        said = [part for part in (cells.text(each, optional=False) for each in parts) if part]
        # Under both headings stands the whole name where a program was asked for it twice.
        name = said[0] if len(said) > 1 and len(set(said)) == 1 and len(_WORD.findall(said[0])) > 1 else " ".join(said)
        place = cells.span(parts[0])
        if any(cells.refused(part) for part in parts):
            return name
        self.halves += [(cells.span(part), part) for part in parts if name and len(parts) > 1 and cells.blank(part)]
        if not name or name.casefold() in NO_NAME:
            what = f"the name is missing: {name!r} is none" if any(map(str.isalpha, name)) else "the name is missing"
            self.fail("C110", what, place, "Write it, or delete the row if it is no candidate's.")
        elif len(name) > LONGEST_NAME:
            message = f"the name has {len(name)} characters, and {LONGEST_NAME} is the most: {name[:24]}…"
            self.fail("C114", message, place, "Shorten it in the list of candidates.")
        elif not any(map(str.isalpha, name)) or any(map(str.isdecimal, said)):
            hint = "Perhaps the cells of this row are shifted."
            if (called := cells.plain(self.columns.at["number"])) and not any(map(str.isdecimal, called)):
                hint = "Words stand under the number, and no figures: perhaps the two columns stand under each other's headings."
            what = "half of it is a number" if any(map(str.isalpha, name)) else "there is no letter in it"
            self.fail("C110", f"{name!r} is no name: {what}", place, hint)
        elif "@" in name:
            self.fail("C110", f"{name!r} is an address and no name", place, "Write the name.")
        elif whole := self._contradicted(name, cells):
            message = f"the name {name!r} has nothing of {whole!r}, whose first and last name stand in columns of their own"
            self.fail("C110", message, place, "Write one of the two, and delete the columns that are not meant.")
        return name

    def _contradicted(self, name: str, cells: Cells) -> str:
        """Return the name that other columns of the row say, if what stands in the name's own has nothing of it; else nothing."""
        if self.columns.beside is None:
            return ""
        whole = " ".join(filter(None, (cells.plain(index) for index in self.columns.beside)))
        words = set(_WORD.findall(name.casefold()))
        return whole if whole and not words & set(_WORD.findall(whole.casefold())) else ""

    def _number(self, cells: Cells, alone: str) -> str:
        """Read the number. `alone`: all that stands in the row, which may be a title."""
        number, place = cells.text("number", optional=False), cells.span("number")
        if cells.refused("number"):
            return number
        if not number or number.casefold() in NO_NUMBER:
            instead = f": {number!r} is none" if number else ""
            hint = "Write it, or delete the row if it is no candidate's."
            if alone:
                instead = f": {alone!r} stands alone in its row"
                hint += " If it is the room of those below, write that into a column 'room' first."
            self.fail("C111", f"the candidate number is missing{instead}", place, hint)
        elif EXPONENT.fullmatch(number):
            hint = "Format the column as text, and type the numbers again: their last figures are lost."
            self.fail("C113", f"{number} is a number that the spreadsheet has shortened", place, hint)
        elif decimal := DECIMAL.fullmatch(number):
            hint = f"Write {decimal['whole']}, and format the column as text."
            self.fail("C113", f"{number} is a number to calculate with, no candidate number", place, hint)
        elif is_date(number):
            hint = "Format the column as text, and type the numbers again."
            self.fail("C113", f"{number} is a date, no candidate number", place, hint)
        elif like_a_room(number):
            self.fail("C113", f"{number!r} is a room, and no candidate number", place, "Perhaps the cells of this row are shifted.")
        elif self.others.figured and not any(map(str.isdecimal, number)):
            hint = "The list's numbers have figures: write it, or delete the row if it is no candidate's."
            self.fail("C113", f"{number!r} is no candidate number", place, hint)
        elif not _NUMBER.fullmatch(number):
            hint = "It may hold letters from A to Z, figures, spaces, points, strokes and hyphens."
            if _THOUSANDS.fullmatch(number):
                hint = f"Write {number.replace(',', '')}, and format the column as text."
            self.fail("C113", f"{number!r} is no candidate number", place, hint)
            cells.refuse("number")
        else:
            first, centre, written = self._first_with(number, (place, cells.text("centre"), number))
            if first is not place:
                hint = "Each candidate of a run has a number of their own."
                same = "" if written.casefold() == number.casefold() else f", written {written}"
                if centre.casefold() != (own := cells.text("centre")).casefold():
                    same += f", of centre {centre}" if centre else ", of no centre"
                    hint = (
                        "Files and codes have the number alone, so that two centres may not share one: make a list, and a run with an --output "
                        f"of its own, for each centre; or write the centre before it, such as {own or centre}-{number}."
                    )
                self.fail("C112", f"the number {number!r} is that of line {first.line} as well{same}", place, hint)
        return number

    def _first_with(self, number: str, here: tuple[Span, str, str]) -> tuple[Span, str, str]:
        """Return where a number stands first, with its centre and as it is written there: `here` if nowhere before.

        `00 12` is `0012` where one of the two is written without spaces: among numbers that all have some, 1 12 is not 11 2.
        """
        key = _key(number)
        before = self.numbers.get(key) or self.spaced.get(key)
        self.numbers.setdefault(key, here)
        if " " in number:
            closed = _key(number.replace(" ", ""))
            before = before or self.numbers.get(closed)
            self.spaced.setdefault(closed, here)
        return before or here

    def _seat(self, cells: Cells, centre: str, room: str) -> str:
        seat, row, column = map(cells.text, ("seat", "row", "column"))
        if any(map(cells.refused, ("seat", "row", "column"))):
            return ""
        if row or column:
            row, column = (_ROW_WORD.sub("", each, count=1) for each in (row, column))
        told = _SEAT_WORD.sub("", seat, count=1) if row else seat
        at = column or (told if told.isdecimal() or (told.isalpha() and len(told) == 1) else "")
        if row and at:
            seat = f"{row}{at}" if row.isalpha() != at.isalpha() else f"R{row}C{at}"
        elif row and seat:
            self._keep_row(seat, row, cells.span("row"))
        elif column and seat:
            self.unrowed.append(cells.span("column"))
        elif (row or column) and not seat:
            lacking = "column" if row else "row"
            there, holder = ("row", row) if row else ("column", column)
            message = f"the {there} {holder} without a {lacking} is no seat"
            self.fail("C120", message, cells.span(there), f"Write the {lacking} too, or leave both empty.")
            return ""
        # Without its room a desk is nobody else's: that the room is empty is told.
        nowhere = self.roomed and not room and cells.unsaid("room")
        if seat and not nowhere and not cells.refused("room") and not cells.refused("centre"):
            self._sits(seat, centre, room, cells.span("seat" if "seat" in self.columns.at else "row"))
        return seat

    def _keep_row(self, seat: str, row: str, place: Span) -> None:
        """Remember a row that stands beside a seat which names one itself."""
        if seat.casefold().startswith(row.casefold()):
            return  # `B3` in row B
        desk, named = desk_of(seat), desk_of(f"R{row}C1")
        self.rows.append((place, not (isinstance(desk, tuple) and len(desk) > 1 and desk[0] == named[0]), f"{row} beside {seat}"))

    def _rows_told(self) -> Iterator[Diagnostic]:
        """Yield what becomes of rows beside seats that name theirs: a warning where the two differ."""
        for differ, tell, what in ((True, warning, "which does not name that row"), (False, note, "which names it")):
            if rows := [(place, written) for place, each, written in self.rows if each is differ]:
                heading = self.columns.header.cells[self.columns.at["row"]].strip()
                where = lines([place for place, _ in rows])
                message = f"the column {heading!r} is not used where the seat has a letter, {what}: line {where} ({rows[0][1]})"
                yield tell("C122", message, rows[0][0], "A row in a column of its own stands with a seat that is a figure.")

    def _columns_told(self) -> Iterator[Diagnostic]:
        """Yield what becomes of columns of desks without a row, beside a seat."""
        if self.unrowed:
            heading = self.columns.header.cells[self.columns.at["column"]].strip()
            message = f"the column {heading!r} is not used where no row stands with it: line {lines(self.unrowed)}"
            yield warning("C122", message, self.unrowed[0], "Write the row too, or both in one column 'seat': R2C3.")

    def _sits(self, seat: str, centre: str, room: str, place: Span) -> None:
        """Report a seat that somebody has already, whatever it is written like."""
        key = (centre.casefold(), one_room(room), desk_of(seat, room))
        first, written = self.seats.setdefault(key, (place, seat))
        if first is not place:
            where = f" in {room}" if room else ""
            same = "" if written.casefold() == seat.casefold() else f", written {written}"
            self.fail(
                "C120", f"the seat {seat}{where} is that of line {first.line} as well{same}", place, "Give one of the two another seat."
            )

    def _version(self, cells: Cells) -> str:
        # A Greek Α is typed like the Latin letter that versions have.
        version = _VERSION_WORD.sub("", cells.text("version"), count=1).upper().translate(_ALIKE)
        if version and self.versions and version not in {code.upper() for code in self.versions} and not cells.refused("version"):
            there = ", ".join(self.versions)
            heading = self.columns.header.cells[self.columns.at["version"]].strip()
            self.fail(
                "C117",
                f"there is no version {version!r}, which the column {heading!r} asks for, in this run",
                cells.span("version"),
                f"There is: {there}.",
            )
        return next((code for code in self.versions if code.upper() == version), version)
