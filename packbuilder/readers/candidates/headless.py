"""A list whose header is not found: what it lacks, what may be meant by the headings that it has, and how its columns are parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from packbuilder.diagnostics import Diagnostic, error
from packbuilder.patterns import regex
from packbuilder.readers.candidates.headings import KNOWN_AS, LONELY, NAMED, PERSON, field_of, nearest, plain_name
from packbuilder.readers.candidates.merged import with_number
from packbuilder.readers.delimited import DELIMITERS, Places, Row
from packbuilder.values import replace

_ANY_DELIMITER = regex(f"[{''.join(DELIMITERS)}]")
_NUMBER = regex(r"\d[\d ./-]*")
_WORDS = regex(r"[^\W\d_][^\d]+")
_KNOWN_BY = regex(r"\b(?:uci|upn|uln|session|number|num|no|nr|id|code|ref|reference|identifier|index|rhif)\b\.?|#", re.IGNORECASE)
_HOLDERS: Mapping[str, tuple[str, ...]] = {"name": ("name", "first", "last"), "number": ("number",)}
_HEADINGS, _LONGEST_HEADING = 12, 40
"""Headings that a message quotes, and characters of each."""
_PARTED = "Save it from the spreadsheet as “CSV UTF-8”, with a comma, a semicolon or a tab between the columns."
_AGAIN = "Save it anew from the spreadsheet as “CSV UTF-8”; or take off the first and the last mark of each row, and half of those within."
_TURNED = "Turn it in the spreadsheet (copy it, then Paste Special, Transpose), and save it as “CSV UTF-8”."
_FEW = 2


def no_header(rows: tuple[Row, ...], places: Places) -> Diagnostic:
    """Return an error: of what a list has no column, or why no column can be told from another."""
    # A candidate's row may hold a word that heads columns elsewhere: a room called Aula.
    heads = [each for each in rows if not any(cell.strip().isdecimal() for cell in each.cells) and not each.empty]
    row = on_one_line(max(heads or rows, key=lambda each: (len(set(fields(each))), sum(bool(cell.strip()) for cell in each.cells) > 1)))
    first = next((each for each in rows if not each.empty), row)
    if _are_single_cells(rows, first):
        message = "each row of the list is a single cell, in quotation marks from one end to the other"
        return error("C104", message, places.at(first.offsets[0]), _AGAIN)
    if _lies_on_its_side(rows):
        message = "the list lies on its side: its first column holds the headings, and each candidate a column"
        return error("C104", message, places.at(first.offsets[0]), _TURNED)
    if not (heads and any(fields(row))) and _is_somebody(first):
        return error(
            "C104",
            "the list has no headings: this row is a candidate's already",
            places.at(first.offsets[0]),
            "Put a row above it that heads the columns, such as: name, number, centre, room, seat, version, edition, extra time.",
        )
    missing = lacks(row)
    hints = _could_be(missing, row, rows) if sum(bool(cell.strip()) for cell in row.cells) > 1 else ()
    if _unparted(row):
        return error("C104", f"nothing parts the columns of the list{_headed(row)}", places.at(row.offsets[0]), _PARTED)
    return error(
        "C104",
        f"the list has no column for the {' and the '.join(missing)} of candidates{_headed(row)}",
        places.at(row.offsets[0]),
        *hints,
        "The first row heads the columns, such as: name, number, centre, room, seat, version, edition, extra time.",
    )


def _lies_on_its_side(rows: tuple[Row, ...]) -> bool:
    """Whether the first cells of rows head a name and a number, and several cells follow each."""
    heads = [row for row in rows if len([cell for cell in row.cells if cell.strip()]) > _FEW]
    column = Row(cells=tuple(row.cells[0] for row in heads), offsets=(0,) * len(heads))
    return not lacks(column)


def _are_single_cells(rows: tuple[Row, ...], first: Row) -> bool:
    """Whether each row has one cell, in which others stand parted by a delimiter: what was exported was exported once more."""
    alone = [[cell for cell in row.cells if cell.strip()] for row in rows if not row.empty]
    if any(len(cells) != 1 for cells in alone) or _is_plainly_cut(first):
        return False
    parts = _ANY_DELIMITER.split(alone[0][0])
    return len(parts) > _FEW and (any(map(field_of, parts)) or _is_somebody(first))


def _is_plainly_cut(row: Row) -> bool:
    """Whether no delimiter stands in a row's cells."""
    return not any(map(_ANY_DELIMITER.search, row.cells))


def _unparted(row: Row) -> bool:
    """Whether several headings stand in one cell, as where columns are parted by spaces."""
    filled = [cell for cell in row.cells if cell.strip()]
    words = [field_of(word) for word in filled[0].split()] if len(filled) == 1 else []
    return len(words) > _FEW and len(set(words) - {None}) > _FEW and any(each in NAMED for each in words)


def _headed(row: Row) -> str:
    """Return what a list's columns are headed, in words."""
    headings = [cell[:_LONGEST_HEADING] for cell in row.cells if cell]
    more = f" and {len(headings) - _HEADINGS} more" if len(headings) > _HEADINGS else ""
    return f"; its headings are {', '.join(map(repr, headings[:_HEADINGS]))}{more}" if headings else ""


def _could_be(missing: tuple[str, ...], header: Row, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield which columns that are not read may be those that a list lacks: by their headings, or a number by the figures below."""
    below = rows[next(at for at, row in enumerate(rows) if row.offsets == header.offsets) + 1 :]
    free = [(index, cell.strip()) for index, cell in enumerate(header.cells) if cell.strip() and field_of(cell) is None]
    for part in missing:
        written = "candidate number" if part == "number" else "name"
        near = [
            heading
            for index, heading in free
            if nearest(plain_name(heading), _HOLDERS[part]) and not (part == "name" and _hold_figures(index, below))
        ]
        if part == "number":
            near = [*_people(header, below), *near]
            near += [heading for index, heading in free if heading not in near and _heads_numbers(heading, index, below)]
        if near:
            yield f"If {' or '.join(map(repr, near[:3]))} holds it, head that column {written!r}."
    numbers = [(cell.strip(), index) for index, cell in enumerate(header.cells) if field_of(cell) == "number"]
    for heading, index in numbers if "name" in missing and len(numbers) > 1 else ():
        cells = [row.cells[index] for row in below if index < len(row.cells) and row.cells[index].strip()]
        if cells and not any(char.isdecimal() for cell in cells for char in cell):
            yield f"If {heading!r} holds it, head that column 'name'."
    if "name" not in missing and (heading := with_number(header, below)):
        yield f"If the number stands under {heading!r}, with the name, put the two into columns of their own (in Excel: Data, Text to Columns)."
    if "name" in missing and (half := LONELY & set(fields(header))):
        other = "forename" if "last" in half else "surname"
        yield f"There is a column for one part of the name only: head the other {other!r}, or this one 'name'."


def _hold_figures(index: int, rows: tuple[Row, ...]) -> bool:
    """Whether there are figures in most entries of a column: whatever heads it, no names stand there."""
    entries = [cell for cell in cells_of(rows, index) if cell.strip()]
    return sum(any(map(str.isdecimal, cell)) for cell in entries) * 2 > len(entries)


def _people(header: Row, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield headings such as `Candidate` beside a name's, of columns of figures."""
    for index, heading in enumerate(header.cells):
        cells = [row.cells[index].strip() for row in rows if index < len(row.cells) and row.cells[index].strip()]
        if plain_name(heading) in PERSON and cells and all(map(str.isdecimal, cells)):
            yield heading.strip()


def _heads_numbers(heading: str, index: int, rows: tuple[Row, ...]) -> bool:
    """Whether a column may hold what candidates are known by: UCI, UPN, session number. Years, dates and marks are none."""
    cells = [row.cells[index].strip() for row in rows if index < len(row.cells) and row.cells[index].strip()]
    return bool(_KNOWN_BY.search(heading)) and all(any(map(str.isdecimal, cell)) for cell in cells)


def _is_somebody(row: Row) -> bool:
    """Whether a row looks like a candidate's: a number in one cell, words in another, whatever parts them."""
    cells = [cell.strip(' "') for cell in _ANY_DELIMITER.split(",".join(row.cells))]
    return any(map(_NUMBER.fullmatch, cells)) and any(_WORDS.fullmatch(cell) for cell in cells)


def lacks(row: Row) -> tuple[str, ...]:
    """Return what a header lacks. Names may stand in two columns."""
    there = set(fields(row))
    if {"first", "last"} <= there and any(plain_name(cell) in PERSON for cell in row.cells):
        there.add("number")
    named = (
        "name" in there or {"first", "last"} <= there or ("last" not in there and any(plain_name(cell) in KNOWN_AS for cell in row.cells))
    )
    return tuple(field for field, present in (("name", named), ("number", "number" in there)) if not present)


def fields(row: Row) -> Iterator[str]:
    """Yield the fields that the cells of a row head."""
    yield from (field for cell in row.cells if (field := field_of(cell)))


def cells_of(rows: tuple[Row, ...], index: int) -> Iterator[str]:
    """Yield the cells of a column."""
    return (row.cells[index] for row in rows if index < len(row.cells))


def on_one_line(header: Row) -> Row:
    """Return a header as messages quote it, without the ends of lines in its cells."""
    return replace(header, cells=tuple(" ".join(cell.split()) for cell in header.cells))
