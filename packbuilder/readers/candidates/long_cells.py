"""Cells that are too long for anything that a list says: a photograph as text, a page of notes. Their beginning is read.

The patterns that take cells apart look ahead from every place, so that their work grows with the square of a cell or worse: one
photograph a row, as schools' systems export it, would keep a run from ever beginning.
"""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.diagnostics import Diagnostic, warning
from packbuilder.readers.candidates.whole_list import lines
from packbuilder.readers.delimited import Places, Row
from packbuilder.values import replace

LONGEST = 2000
"""Characters of a cell that are read: twice what an invigilator's sheet has room for, and many times a name or a room."""


def cut(rows: Sequence[Row], places: Places, found: list[Diagnostic]) -> tuple[Row, ...]:
    """Return rows with the beginnings of cells that are too long, and one warning that names their lines."""
    first = [(row, _first_long(row)) for row in rows]
    if spans := [places.at(row.offsets[index]) for row, index in first if index is not None]:
        message = f"of cells with more than {LONGEST:,} characters the first {LONGEST:,} are read: line {lines(spans)}"
        hint = "If what a paper needs stands behind them, write it in a column of its own."
        found.append(warning("C139", message, spans[0], hint))
    return tuple(row if index is None else replace(row, cells=tuple(cell[:LONGEST] for cell in row.cells)) for row, index in first)


def _first_long(row: Row) -> int | None:
    """Return which is the first cell of a row that is too long; None where none is."""
    return next((index for index, cell in enumerate(row.cells) if len(cell) > LONGEST), None)
