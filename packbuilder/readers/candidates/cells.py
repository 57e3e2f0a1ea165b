"""The cells of a row of a list of candidates: what stands in them as text, and what cannot be taken for an entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Protocol

from packbuilder.amounts import MONTH
from packbuilder.diagnostics import Span
from packbuilder.model.candidate import LONGEST_NUMBER
from packbuilder.model.seating import shortened, within_room
from packbuilder.patterns import regex
from packbuilder.readers.candidates.blanks import PROGRAMS, blank_kind
from packbuilder.readers.candidates.letters import MISREAD, is_misread
from packbuilder.readers.candidates.needs import is_extra_time
from packbuilder.readers.delimited import DAMAGED, Places, Row

_LONGEST = {"number": LONGEST_NUMBER, "centre": 20, "room": 40, "seat": 12, "neighbours": 120}
_IN_WORDS: Mapping[str, tuple[re.Pattern[str], int]] = {
    "room": (regex(r"\S{1,20}(?: \S{1,20})+"), 60),
    "seat": (regex(r"[^\W\d_]{1,12}(?:[ -][^\W\d_]{1,12})*"), 20),
}
"""What has more room on every sheet, since lines end between its words: a room of several, a seat in words alone (`Wheelchair desk`), which is on no plan."""
_LONG_ROOM = 8
"""Characters of a room's name that has room before a seat such as A10."""
FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""A cell that begins so is run by a spreadsheet that opens what is made of it (OWASP, "CSV injection")."""

_UNSEEN = regex("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
"""Characters that mark nothing on paper. Marks of direction, which `app.screening` drops from notes too, are refused here: in a name they hide what it is."""

_DASHED = frozenset(("number", "seat", "row", "column", "neighbours"))
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-"))
"""Hyphens as word processors write them, and minus signs: `A‑1` is the seat A-1."""
_PLAIN = regex(r"[ -~\u00a0-\u00ac\u00ae-\u017f‘’–]*")
_PARTS = frozenset(("first", "last"))
_NAMES = _PARTS | {"name"}

_WRAPPED = _NAMES | {"room"}
_TWO_LINES = regex(r"[^\r\n,;|\t]+?,? *(?:\r\n?|\n)[^\r\n,;|\t]+")
"""A cell that is typed on two lines, `Main` above `Hall`. If a quotation mark were missing, the rows that it swallows would bring their delimiters."""

DECIMAL = regex(r"(?P<whole>\d+)(?:\.0+|,00?)")
"""What programs make of a number that is none to calculate with: `1001.0`, `1001,0`."""
EXPONENT = regex(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_COUNTED = frozenset(("centre", "seat", "row", "column"))
"""Fields that are no numbers to calculate with either."""
_DECIMAL_ROOM = regex(r"(?P<whole>\d+)[.,]0")
"""A room that a program has counted with; those of a school may be called 2.00, 2.01."""
_DATED_ROOM = regex(rf"\d{{1,2}}-{MONTH}(?:-\d{{2,4}})?|\d{{1,2}}/\d{{1,2}}/\d{{4}}", re.IGNORECASE)
_DATED = regex(
    rf"\d{{1,2}}-{MONTH}(?:-\d{{2,4}})?|{MONTH}-\d{{2,4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}[-.]\d{{1,2}}[-.]\d{{4}}|\d{{4}}-\d\d-\d\d(?:[ T].*)?",
    re.IGNORECASE,
)
"""What spreadsheets make of seats such as 1-2 and 2/3."""
_MONTHS, _DAYS, _FIRST_YEAR = 12, 31, 1900
_FIGURES = regex(r"\d+")
_TRUTHS = frozenset(("TRUE", "FALSE"))
"""What spreadsheets make of a comparison or a box that is ticked."""
_TEXT_FORMULA = regex(r'="([^"=+@\-][^"]*)"')
"""How exports keep the zeros that a number begins with: a formula that is nothing but its text."""

LOST = "\ufffd"
"""What programs write for a letter that they could not read."""

_CONTROL = frozenset(("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"))
_SYMBOLS = frozenset(("So", "Sk"))


class Fail(Protocol):
    """Reports a mistake."""

    def __call__(self, code: str, message: str, span: Span, *hints: str) -> None:
        """Report a message with its code, place and hints."""


class Cells:
    """The cells of one row by their fields. What cannot be printed is reported once, when a cell is first read."""

    def __init__(
        self, row: Row, at: Mapping[str, int], places: Places, objection: Callable[[str], str], fail: Fail, *, quoted: bool = False
    ) -> None:
        """`objection` tells why a character cannot be printed; `fail` reports a mistake. `quoted`: an apostrophe before a name is a spreadsheet's."""
        self._row = row
        self._at = at
        self._places = places
        self._objection = objection
        self._fail = fail
        self._quoted = quoted
        self._known: dict[str, str] = {}
        self._refused: set[str] = set()
        self.wrapped = False
        """Whether a line end has been read as a space."""

    def span(self, field: str) -> Span:
        """Return where a field's cell begins; the row's begin where the list has no such column."""
        return self._places.at(self._row.offsets[self._at.get(field, 0)])

    def plain(self, index: int) -> str:
        """Return the text of a cell of any column, with single spaces and unchecked: nothing of it is printed."""
        return " ".join(self._row.cells[index].split())

    def blank(self, field: str) -> bool:
        """Whether nothing at all stands in a field's cell, not even a dash."""
        return not self._row.cells[self._at[field]].strip()

    def unsaid(self, field: str) -> bool:
        """Whether a field's cell is empty, or what programs write for that: nobody has said that there is nothing."""
        at = self._at.get(field)
        plain = "" if at is None else self._row.cells[at].strip().casefold()
        return not plain or plain in PROGRAMS

    def refused(self, field: str) -> bool:
        """Whether a field's cell has been reported: nothing more is said of it."""
        return field in self._refused

    def refuse(self, field: str) -> None:
        """Say no more of a field whose cell has been reported."""
        self._refused.add(field)

    def text(self, field: str, *, optional: bool = True) -> str:
        """Return a field's text with single spaces, composed (NFC); of an `optional` field a dash is nothing."""
        if field not in self._known:
            self._known[field] = self._read(field, optional=optional)
        return self._known[field]

    def _read(self, field: str, *, optional: bool) -> str:
        at = self._at.get(field)
        if at is None:
            return ""
        raw = self._row.cells[at]
        bare = raw.strip(" \u00a0")
        if not bare.strip() or blank_kind(bare.casefold(), field, optional=optional):
            return ""
        if not bare[0].isalnum():
            if match := _TEXT_FORMULA.fullmatch(bare):
                bare = match[1].strip() or " "
            elif self._quoted and quoted_text(bare) if field in _NAMES else bare[0] == "'" and bare[1:2].isalnum():
                bare = bare[1:].removesuffix("'")
            if fault := _no_entry(bare, field):
                return self._refuse(field, "C116", *fault)
        if DAMAGED in bare:
            self._refused.add(field)  # told where the file was decoded
            return ""
        text = bare
        if field in _WRAPPED and _TWO_LINES.fullmatch(bare):
            self.wrapped = True
            text = bare = " ".join(bare.split())
        if not _PLAIN.fullmatch(bare):
            text = _UNSEEN.sub("", unicodedata.normalize("NFC", bare))
            text = text.translate(_HYPHENS) if field in _DASHED else text
            for char in dict.fromkeys(text):
                if reason := _reason(char, field, self._objection):
                    if is_misread(text):
                        return self._refuse(
                            field, "C137", f"{_called(field)} has letters that seem to be lost or misread: {text!r}", MISREAD
                        )
                    return self._refuse(field, "C115", f"{_called(field)} cannot be printed: {reason}", *_remedy(reason, field))
        text = " ".join(text.split())
        if field == "seat":
            room = self.text("room")
            # A long name would leave the seat no room, and stands beside it on all sheets: then no seat of that room has it.
            text = within_room(text, room) if len(room) > _LONG_ROOM or len(text) > _LONGEST["seat"] else text
            text = shortened(text) if len(text) > _LONGEST["seat"] else text
        if (
            (field in _COUNTED or field == "room")
            and (not text.isalnum() or text.upper() in _TRUTHS or text == "0" or (field == "seat" and _SERIAL_DATE.fullmatch(text)))
            and (fault := _made_over(text, field))
        ):
            return self._refuse(field, "C113", *fault)
        longest = _LONGEST.get(field, 0)
        if longest and len(text) > longest and field in _IN_WORDS and (words := _IN_WORDS[field])[0].fullmatch(text):
            longest = words[1]
        if longest and len(text) > longest:
            message = f"the {field} has {len(text)} characters, and {longest} is the most: {text[:24]}…"
            return self._refuse(field, "C121", message, "Shorten it, or look whether the cells of this row are shifted.")
        return text

    def _refuse(self, field: str, code: str, message: str, *hints: str) -> str:
        self._refused.add(field)
        self._fail(code, message, self.span(field), *hints)
        return ""


def quoted_text(cell: str) -> bool:
    """Whether a cell begins with the apostrophe by which a spreadsheet is told that it is text; the one of 't Hooft is a part of the name."""
    return cell[:1] == "'" and cell[1:2].isalnum() and not cell[1].islower()


_SERIAL_DATE = regex(r"4[4-9]\d{3}|50\d{3}")
"""Days since 1900 as spreadsheets count them, from 2020 to 2039: `1-2` is 46054 in a column of numbers. No room has so many seats."""


def _made_over(text: str, field: str) -> tuple[str, str] | None:
    """Return what a spreadsheet has made of a centre, a room or a seat, and what to do about it."""
    decimal = (_DECIMAL_ROOM if field == "room" else DECIMAL).fullmatch(text)
    meant = "Format the column as text, and write it as it is meant"
    if text.upper() in _TRUTHS:
        return f"{text} is a spreadsheet's answer or tick, no {field}", "Write it as it is meant, or leave the cell empty."
    if text == "0" and field in ("centre", "room"):
        return (
            f"0 is what a spreadsheet's look-up writes where it finds nothing, no {field}",
            f"Write the {field}, or leave the cell empty.",
        )
    if decimal or EXPONENT.fullmatch(text):
        return f"{text} is a number to calculate with, no {field}", f"{meant}: {decimal['whole']}." if decimal else f"{meant}."
    if field == "seat" and _SERIAL_DATE.fullmatch(text):
        return f"{text} is the number of a date, which a spreadsheet has made of a seat", f"{meant}, such as 1-2."
    if field != "centre" and (_DATED_ROOM if field == "room" else _DATED).fullmatch(text):
        return f"{text} is a date that a spreadsheet has made of a {field}", f"{meant}, such as 1-2."
    return None


def is_date(number: str) -> bool:
    """Whether a number is a date: not what only looks like one, such as 12-34-5678."""
    parts = [int(part) for part in _FIGURES.findall(number)]
    possible = any(part <= _MONTHS for part in parts) and all(part <= _DAYS or part >= _FIRST_YEAR for part in parts)
    return bool(_DATED.fullmatch(number)) and (possible or any(map(str.isalpha, number)))


def _no_entry(bare: str, field: str) -> tuple[str, str] | None:
    """Return what a cell is instead of an entry, and what to do about it: a formula, also behind what marks nothing on paper; or an error."""
    seen = _UNSEEN.sub("", bare)
    if seen and not (field == "extra_time" and is_extra_time(seen)) and any(each[:1] in FORMULA for each in _beginnings(seen)):
        hint = "Write the text itself: names, numbers and rooms do not begin with = + - @ or a tab."
        return f"a spreadsheet would run {_called(field)} as a formula: {_shown(bare)}", hint
    if bare[0] == "#" and (bare.isupper() or set(bare) == {"#"}):
        return f"an error of the spreadsheet stands instead of {_called(field)}: {_shown(bare)}", "Type the entry itself."
    return None


def _beginnings(text: str) -> tuple[str, ...]:
    """Return what a cell may begin with for a spreadsheet: its first character, that behind an apostrophe, and that behind odd spaces."""
    return tuple(filter(None, (text, text.strip(), text.removeprefix("'"))))


def _called(field: str) -> str:
    return {"first": "the first name", "last": "the last name"}.get(field, f"the {field.replace('_', ' ')}")


def _reason(char: str, field: str, objection: Callable[[str], str]) -> str:
    """Return why a character cannot stand in a cell; empty where it can."""
    if _PLAIN.fullmatch(char):
        return ""  # as in a name of such characters only: O`Neill
    label = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
    category = unicodedata.category(char)
    if char == LOST:
        return "it holds U+FFFD: the export has lost a letter here"
    if char in "\r\n":
        return "a line ends inside the cell"
    if category in _CONTROL:
        return f"it holds the control character {label}"
    if category in _SYMBOLS and field != "room":
        return f"it holds the sign {label} ({char})"
    return objection(char)


def unprintable(text: str, objection: Callable[[str], str]) -> str:
    """Return why a remark of a list cannot be printed as it stands; empty where it can."""
    return "" if _PLAIN.fullmatch(text) else next((reason for char in dict.fromkeys(text) if (reason := _reason(char, "", objection))), "")


def _remedy(reason: str, field: str) -> tuple[str, ...]:
    if ("right-to-left" in reason or "no font" in reason) and field in _NAMES:
        return ("Write it in Latin letters, as it stands in the candidate's entry.",)
    if "lost a letter" in reason:
        return ("Type it again.",)
    if "line ends" in reason:
        return ("Put it on one line; if several rows are in the cell, a quotation mark is missing.",)
    return (f"Type the {field.replace('_', ' ')} again without it.",)


def _shown(text: str) -> str:
    printable = "".join(char if char.isprintable() else " " for char in text)
    return repr(printable[:32]) + ("…" if len(printable) > 32 else "")
