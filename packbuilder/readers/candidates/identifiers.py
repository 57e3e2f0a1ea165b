"""A candidate's number that shares its column with another identifier: `0001 / 612340270001A` under `Number/UCI`. The other one is cut off."""

from __future__ import annotations

import re
from collections.abc import Mapping

from packbuilder.diagnostics import Diagnostic, note
from packbuilder.patterns import regex
from packbuilder.readers.candidates.columns import Columns
from packbuilder.readers.candidates.headings import with_identifier
from packbuilder.readers.candidates.whole_list import lines
from packbuilder.readers.delimited import Places
from packbuilder.values import replace

_FORMS: Mapping[str, str] = {"uci": r"\d{5}[0-9A-Z]\d{6}[A-Z]", "upn": r"[A-Z]\d{11}[0-9A-Z]", "uln": r"\d{10}"}
"""UCI: centre, a zero or a letter, year, four figures, check letter. UPN: check letter, authority, school, year, serial. ULN: figures alone."""
_EDGE = " \t\r\n\u00a0/\\|,;:&+()[]–—-"
"""What parts a number and an identifier, or encloses one of them."""


def parted_numbers(columns: Columns, places: Places, found: list[Diagnostic]) -> Columns:
    """Return columns whose numbers are without the identifiers that stand in their cells, with a note. Where the heading names both, an identifier
    that stands alone is no number, and its cell is left empty.
    """
    at = columns.at["number"]
    heading = columns.header.cells[at].strip()
    named = with_identifier(heading)
    # Ten figures may be anything: they are a ULN where the heading says so.
    form = regex(rf"(?<![0-9A-Z])(?:\b(?:uci|upn|uln)\W*)?(?:{_FORMS[named or 'uci']})(?![0-9A-Z])", re.IGNORECASE)
    numbers = {
        row.offsets[0]: _number_of(row.cells[at], form, strokes="/|" if named else "") for row in columns.rows if at < len(row.cells)
    }
    cut = [row for row in columns.rows if (number := numbers.get(row.offsets[0])) is not None and number != row.cells[at]]
    if not any(map(numbers.get, (row.offsets[0] for row in cut))):
        return columns  # candidates may be known by their UCI alone
    cut = [row for row in cut if named or numbers[row.offsets[0]]]
    spans = [places.at(row.offsets[at]) for row in cut]
    message = f"beside the number under {heading!r} stands a {(named or 'uci').upper()}, which is not used: line {lines(spans)}"
    found.append(note("C123", message, spans[0]))
    bare = {row.offsets[0]: (*row.cells[:at], numbers[row.offsets[0]], *row.cells[at + 1 :]) for row in cut}
    return replace(columns, rows=tuple(replace(row, cells=bare.get(row.offsets[0], row.cells)) for row in columns.rows))


def _number_of(cell: str, form: re.Pattern[str], *, strokes: str) -> str:
    """Return a cell without its identifier, and without what parts the two: the cell itself where there is none. `strokes` part them where one is missing."""
    if not any(map(str.isdecimal, cell)):
        return cell
    if form.search(cell):
        return form.sub("", cell, count=1).strip(_EDGE)
    bare = cell.strip()
    return cell.strip(_EDGE) if strokes and (bare[-1:] in strokes or bare[:1] in strokes) else cell
