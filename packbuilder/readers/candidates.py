"""A centre's list of candidates: the bytes of a spreadsheet's export to candidates, every mistake with its line and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import field

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, note
from packbuilder.errors import nearest_hints
from packbuilder.model.candidate import LONGEST_NUMBER, Candidate
from packbuilder.patterns import regex
from packbuilder.readers.candidate_columns import Columns, find_columns
from packbuilder.readers.delimited import Places, Row, decoded
from packbuilder.values import dataclass

LONGEST_NAME = 100
"""Characters of a name; what is longer is a cell that holds something else."""

_LONGEST = {"number": LONGEST_NUMBER, "centre": 20, "room": 40, "seat": 12, "neighbours": 120}
_FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""A cell that begins so is run by a spreadsheet that opens what is made of it (OWASP, "CSV injection")."""

_UNSEEN = regex("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
"""Characters that mark nothing on paper, as `app.screening` drops them from notes."""

_PLAIN = regex(r"[ -~\u00a0-\u00ac\u00ae-\u017f‘’–]*")
_NOTHING = frozenset(("-", "–", "—", "n/a", "none", "nil"))
"""What people write into an optional cell that holds nothing."""

_NUMBER = regex(r"[A-Za-z0-9](?:[A-Za-z0-9 ./-]*[A-Za-z0-9])?")
_DECIMAL = regex(r"\d+\.0+")
"""What programs make of a number that is none to calculate with: `1001.0`."""
_EXPONENT = regex(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_EXTRA = regex(r"(?P<number>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|y cant)?", re.IGNORECASE)
_MOST_EXTRA = 100
_STANDARD = frozenset(("", "standard", "normal", "unmodified", "safonol"))
_CONTROL = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
_SYMBOLS = frozenset(("So", "Sk"))


def read_candidates(
    data: bytes,
    path: str,
    *,
    versions: Collection[str] = (),
    editions: Collection[str] = (),
    objection: Callable[[str], str] = lambda _: "",
    unfit: Callable[[Candidate], str] = lambda _: "",
) -> tuple[tuple[Candidate, ...], Diagnostics]:
    """Read a list. `versions` and `editions` are those that can be printed; `objection` tells why a character cannot (empty: it can), and
    `unfit` why a candidate has no room on the page: asked of rows with other mistakes too, of which what is wrong is left empty.

    Rows with a mistake give no candidate; every mistake of every row is reported.
    """
    text, found = decoded(data, path)
    if text is None:
        return (), found
    problems = list(found)
    places = Places(text, path)
    columns = find_columns(text, places, problems)
    if columns is None:
        return (), tuple(problems)
    reader = _Reader(
        columns=columns,
        places=places,
        versions=tuple(versions),
        editions=tuple(editions),
        objection=objection,
        unfit=unfit,
        found=problems,
    )
    candidates = tuple(candidate for row in columns.rows if (candidate := reader.candidate(row)))
    reader.finish(candidates)
    return candidates, tuple(problems)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads the rows of one list, and remembers what must not be twice in it."""

    columns: Columns
    places: Places
    versions: tuple[str, ...]
    editions: tuple[str, ...]
    objection: Callable[[str], str]
    unfit: Callable[[Candidate], str]
    found: list[Diagnostic]
    numbers: dict[str, Span] = field(default_factory=dict)
    seats: dict[tuple[str, str, str], Span] = field(default_factory=dict)
    empty: list[Span] = field(default_factory=list)

    def candidate(self, row: Row) -> Candidate | None:
        """Read a row. None where it is empty or wrong."""
        if row.empty:
            self.empty.append(self.places.at(row.offsets[0]))
            return None
        before = len(self.found)
        if not self._whole(row):
            return None
        self._unread(row)
        cells = _Cells(row, self)
        # A column that the list does not have is an empty cell of every row.
        name, number = self._name(cells), self._number(cells)
        centre, room = cells.text("centre"), cells.text("room")
        seat = self._seat(cells, centre, room)
        candidate = Candidate(
            number=number,
            name=name,
            span=cells.span("name" if "name" in self.columns.at else "first"),
            centre=centre,
            room=room,
            seat=seat,
            version=self._version(cells),
            edition=self._edition(cells),
            extra_time=self._extra_time(cells),
            neighbours=tuple(part for part in re.split(r"[\s,;/]+", cells.text("neighbours")) if part),
        )
        self._fits(candidate, self.found[before:])
        return candidate if len(self.found) == before else None

    def _fits(self, candidate: Candidate, told: Collection[Diagnostic]) -> None:
        """Report a name that has no room, or what stands below it, unless the name is reported already."""
        if not any(each.code in ("C110", "C114") for each in told) and (fault := self.unfit(candidate)):
            self.fail("C114", fault, candidate.span, "Shorten it in the list of candidates.")

    def finish(self, candidates: tuple[Candidate, ...]) -> None:
        """Report what the list as a whole has or lacks."""
        if not candidates and not any(d.severity.word == "error" for d in self.found):
            self.found.append(
                error("C106", "there is no candidate in the list: no row follows the header", Span(path=self.places.at(0).path))
            )
        filled = [span.line for span in self.empty]
        if filled:
            lines = ", ".join(map(str, filled[:8])) + (", …" if len(filled) > 8 else "")
            self.found.append(note("C107", f"rows without any entry are passed over: line {lines}", self.empty[0]))

    def fail(self, code: str, message: str, span: Span, *hints: str) -> None:
        """Report a mistake."""
        self.found.append(error(code, message, span, *hints))

    def _whole(self, row: Row) -> bool:
        """Whether a row has the header's cells; reports it where not."""
        width = self.columns.width
        if row.broken:
            self.fail("C108", "a quotation mark opens here that none closes", self.places.at(row.offsets[row.broken[0]]))
            return False
        if len(row.cells) < width:
            place = self.places.at(row.offsets[-1])
            self.fail("C109", f"the row has {len(row.cells)} cells, the header has {width}", place, "An empty cell keeps its delimiter.")
            return False
        extra = next((index for index, cell in enumerate(row.cells) if index >= width and cell.strip()), None)
        if extra is not None:
            hint = "A name with a comma in it stands in quotation marks."
            self.fail("C109", f"the row has {len(row.cells)} cells, the header has {width}", self.places.at(row.offsets[extra]), hint)
            return False
        return True

    def _unread(self, row: Row) -> None:
        """Report NULs in cells that are not read: a list that holds them was damaged on its way here."""
        for index, cell in enumerate(row.cells):
            if "\x00" in cell and index not in self.columns.at.values():
                place = self.places.at(row.offsets[index])
                self.fail("C115", "the cell holds the control character U+0000", place, "Type it again without it.")

    def _name(self, cells: _Cells) -> str:
        parts = ("name",) if "name" in self.columns.at else ("first", "last")
        name = " ".join(part for part in (cells.text(each, optional=False) for each in parts) if part)
        place = cells.span(parts[0])
        if any(cells.refused(part) for part in parts):
            return name
        if not name:
            self.fail("C110", "the name is missing", place)
        elif len(name) > LONGEST_NAME:
            self.fail("C114", f"the name has {len(name)} characters, and {LONGEST_NAME} is the most: {name[:24]}…", place)
        elif not any(char.isalpha() for char in name):
            self.fail("C110", f"{name!r} is no name: there is no letter in it", place, "Perhaps the cells of this row are shifted.")
        return name

    def _number(self, cells: _Cells) -> str:
        number, place = cells.text("number", optional=False), cells.span("number")
        if cells.refused("number"):
            return number
        if not number:
            self.fail("C111", "the candidate number is missing", place)
        elif _EXPONENT.fullmatch(number):
            hint = "Format the column as text, and type the numbers again: their last figures are lost."
            self.fail("C113", f"{number} is a number that the spreadsheet has shortened", place, hint)
        elif _DECIMAL.fullmatch(number):
            hint = f"Write {number.partition('.')[0]}, and format the column as text."
            self.fail("C113", f"{number} is a number to calculate with, no candidate number", place, hint)
        elif not _NUMBER.fullmatch(number):
            self.fail(
                "C113",
                f"{number!r} is no candidate number",
                place,
                "It may hold letters from A to Z, figures, spaces, points, strokes and hyphens.",
            )
        else:
            # Spreadsheets drop leading zeros: 421 and 0421 are one candidate, and one file name.
            key = re.sub(r"[^a-z0-9]+", "-", number.casefold()).lstrip("0") or "0"
            first = self.numbers.setdefault(key, place)
            if first is not place:
                self.fail(
                    "C112",
                    f"the number {number!r} is that of line {first.line} as well",
                    place,
                    "Each candidate of a run has a number of their own.",
                )
        return number

    def _seat(self, cells: _Cells, centre: str, room: str) -> str:
        seat = cells.text("seat")
        row, column = cells.text("row"), cells.text("column")
        if row and (column or seat.isdecimal()):
            at = column or seat
            seat = f"{row}{at}" if row.isalpha() != at.isalpha() else f"R{row}C{at}"
        if seat and not cells.refused("seat"):
            place = cells.span("seat" if "seat" in self.columns.at else "row")
            key = (centre.casefold(), " ".join(room.casefold().split()), seat.casefold())
            first = self.seats.setdefault(key, place)
            if first is not place:
                where = f" in {room}" if room else ""
                self.fail("C120", f"the seat {seat}{where} is that of line {first.line} as well", place)
        return seat

    def _version(self, cells: _Cells) -> str:
        version = cells.text("version").upper()
        if version and self.versions and version not in {code.upper() for code in self.versions} and not cells.refused("version"):
            there = ", ".join(self.versions)
            self.fail("C117", f"there is no version {version!r} in this run", cells.span("version"), f"There is: {there}.")
        return next((code for code in self.versions if code.upper() == version), version)

    def _edition(self, cells: _Cells) -> str:
        written = cells.text("edition")
        edition = re.sub(r"[\s_]+", "-", written.casefold())
        if edition in _STANDARD:
            return ""
        if edition not in self.editions and not cells.refused("edition"):
            hints = (*nearest_hints(edition, self.editions), "An empty cell is the standard paper.")
            self.fail("C118", f"there is no printed edition called {written!r}", cells.span("edition"), *hints)
            return ""
        return edition

    def _extra_time(self, cells: _Cells) -> int:
        written = cells.text("extra_time")
        if not written or written.casefold() in ("no", "nac-oes", "na"):
            return 0
        match = _EXTRA.fullmatch(written)
        value = float(match["number"].replace(",", ".")) if match else -1.0
        percent = 100 * value if 0 < value < 1 else value
        if not cells.refused("extra_time") and (percent != round(percent, 6) or round(percent, 6) % 1 or not 0 <= percent <= _MOST_EXTRA):
            message = f"{written!r} is no extra time: it is a whole number of percent from 0 to {_MOST_EXTRA}"
            self.fail("C119", message, cells.span("extra_time"), "Write it like 25 or 25%.")
            return 0
        return round(percent)


class _Cells:
    """The cells of one row by their fields. What cannot be printed is reported once, when a cell is first read."""

    def __init__(self, row: Row, reader: _Reader) -> None:
        self._row = row
        self._reader = reader
        self._known: dict[str, str] = {}
        self._refused: set[str] = set()

    def span(self, field: str) -> Span:
        """Return where a field's cell begins; the row's begin where the list has no such column."""
        return self._reader.places.at(self._row.offsets[self._reader.columns.at.get(field, 0)])

    def refused(self, field: str) -> bool:
        """Whether a field's cell has been reported: nothing more is said of it."""
        return field in self._refused

    def text(self, field: str, *, optional: bool = True) -> str:
        """Return a field's text with single spaces, composed (NFC); of an `optional` field a dash is nothing."""
        if field not in self._known:
            self._known[field] = self._read(field, optional=optional)
        return self._known[field]

    def _read(self, field: str, *, optional: bool) -> str:
        at = self._reader.columns.at.get(field)
        if at is None:
            return ""
        raw = self._row.cells[at]
        bare = raw.strip(" \u00a0")
        if (optional and bare.casefold() in _NOTHING) or not bare.strip():
            return ""
        if bare[0] in _FORMULA or (bare[0] == "'" and bare[1:2] in _FORMULA):
            hint = "Write the text itself: names, numbers and rooms do not begin with = + - @ or a tab."
            return self._refuse(field, "C116", f"a spreadsheet would run this cell as a formula: {_shown(bare)}", hint)
        if bare[0] == "#" and bare.isupper():
            return self._refuse(field, "C116", f"an error of the spreadsheet instead of an entry: {_shown(bare)}")
        text = bare
        if not _PLAIN.fullmatch(bare):
            text = _UNSEEN.sub("", unicodedata.normalize("NFC", bare))
            for char in dict.fromkeys(text):
                if reason := _reason(char, field, self._reader.objection):
                    return self._refuse(field, "C115", f"{_called(field)} cannot be printed: {reason}", *_remedy(reason, field))
        text = " ".join(text.split())
        longest = _LONGEST.get(field, 0)
        if longest and len(text) > longest:
            return self._refuse(field, "C121", f"the {field} has {len(text)} characters, and {longest} is the most: {text[:24]}…")
        return text

    def _refuse(self, field: str, code: str, message: str, *hints: str) -> str:
        self._refused.add(field)
        self._reader.fail(code, message, self.span(field), *hints)
        return ""


def _called(field: str) -> str:
    return {"first": "the first name", "last": "the last name"}.get(field, f"the {field.replace('_', ' ')}")


def _reason(char: str, field: str, objection: Callable[[str], str]) -> str:
    """Return why a character cannot stand in a cell; empty where it can."""
    if char == "\u00a0":
        return ""
    label = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
    category = unicodedata.category(char)
    if char in "\r\n":
        return "a line ends inside the cell"
    if category in _CONTROL:
        return f"it holds the control character {label}"
    if category in _SYMBOLS and field != "room":
        return f"it holds the sign {label} ({char})"
    return objection(char)


def _remedy(reason: str, field: str) -> tuple[str, ...]:
    if "right-to-left" in reason or "no font" in reason:
        return ("Write it in Latin letters, as it stands in the candidate's entry.",)
    if "line ends" in reason:
        return ("Put it on one line; if several rows are in the cell, a quotation mark is missing.",)
    return (f"Type the {field.replace('_', ' ')} again without it.",)


def _shown(text: str) -> str:
    printable = "".join(char if char.isprintable() else " " for char in text)
    return repr(printable[:32]) + ("…" if len(printable) > 32 else "")
