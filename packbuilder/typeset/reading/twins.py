"""Twins: files of which one is read in full, and the others only as far as their bytes differ from its own."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from packbuilder.typeset.reading.values import array_of
from packbuilder.values import dataclass

_Row = tuple[int, int]
"""Where an object lies: the stream of objects that holds it and its place there; or -1 and where it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A file's objects by number, each with where it lies; `named` are those that the trailer names, `table` is where the last cross-references begin."""

    data: bytes
    rows: Mapping[int, _Row]
    named: tuple[int, ...]
    table: int


def located(data: bytes) -> Located:
    """Return where a file's objects lie. Raises what pypdf does of a broken file (`readback.BROKEN`)."""
    reader = PdfReader(BytesIO(data))
    rows: dict[int, _Row] = {number: (-1, at) for each in reader.xref.values() for number, at in each.items()}
    rows |= reader.xref_objStm
    named = tuple(raw.idnum if isinstance(raw := reader.trailer.raw_get(key), IndirectObject) else 0 for key in ("/Root", "/Info"))
    return Located(data=data, rows=rows, named=named, table=int(data.rpartition(b"startxref")[2].split()[0]))


def differing(one: Located, other: Located) -> frozenset[int]:
    """Return the objects that are not the same bytes at the same place in both files; their own cross-references are left out."""
    if one.named != other.named:
        return frozenset(one.rows)
    shared = _shared(one.data, other.data)
    begins = sorted(at for stream, at in one.rows.values() if stream < 0)
    ends = dict(zip(begins, [*begins[1:], len(one.data)], strict=True))
    tables = {(-1, one.table), (-1, other.table)}

    def same(number: int) -> bool:
        row = one.rows.get(number)
        if row != other.rows.get(number) or row is None:
            return {one.rows.get(number), other.rows.get(number)} <= tables
        return ends[row[1] if row[0] < 0 else one.rows[row[0]][1]] <= shared

    return frozenset(number for number in one.rows.keys() | other.rows.keys() if not same(number))


def _shared(one: bytes, other: bytes) -> int:
    """Return how many bytes two files have in common before the first that differs."""
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            most = middle - 1
    return known


def own_objects(data: bytes) -> frozenset[int]:
    """Return the objects in which a file may differ from its twins: metadata, and what is painted after each page's own content."""
    reader = PdfReader(BytesIO(data))
    named = [reader.trailer.raw_get("/Info"), reader.root_object.raw_get("/Metadata")]
    painted = [each for page in reader.pages for each in array_of(page.get("/Contents"))[1:]]
    return frozenset(each.idnum for each in (*named, *painted) if isinstance(each, IndirectObject))
