"""PDF objects as bytes: strings, names, streams, and a file of them with object streams and an xref stream (PDF 1.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache
from hashlib import sha256
from struct import Struct
from typing import Final, TypeAlias
from zlib import compress

from packbuilder.patterns import regex
from packbuilder.typeset.copies import Blocks, predicted, rows_of_twins
from packbuilder.typeset.deflating import deflated_twice
from packbuilder.values import dataclass

PAGE_LEVEL: Final = 3
"""zlib's level for pages and structure: as fast as level 1 and smaller; 6 takes half as long again for 7 % (measured)."""

FONT_LEVEL: Final = 6
"""zlib's level for fonts and pictures, which are deflated once and used for every file of a run."""

OBJECTS_A_STREAM = 1000
"""Objects in one object stream: a viewer inflates a whole stream to read one object; larger ones save little."""

STRUCTURE_LEVEL: Final = 5
"""zlib's level for object streams, which hold the structure tree."""

_ROW: Final = Struct(">BLH")
"""A row of a cross-reference stream: what kind an object is, and two places, as /W says."""

_SPARE = 7 << 9
"""Bytes by which a table of rows grows."""

LEAST_BYTES: Final = 3
"""Bytes of a file for each number of an object: with less, qpdf 12 (and pikepdf) takes a file for damaged."""

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

_IRREGULAR = regex(rb"[^!-~]|[()<>\[\]{}/%#]")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream object: the entries of its dictionary (without Length) and its data as they stand in the file."""

    entries: bytes
    data: bytes

    @classmethod
    def deflated(cls, entries: bytes, data: bytes, level: int = PAGE_LEVEL) -> Stream:
        """Return a stream of deflated data."""
        return cls(entries + b"/Filter/FlateDecode", compress(data, level))


PdfObject: TypeAlias = bytes | Stream


def string(text: str) -> bytes:
    """Return a text string: a literal where it is printable ASCII, otherwise UTF-16 with a byte order mark."""
    if text.isascii() and text.isprintable():
        return b"(" + re.sub(r"([\\()])", r"\\\1", text).encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def name(text: str) -> bytes:
    """Return a name with its solidus; irregular characters as #xx of their UTF-8."""
    return b"/" + _IRREGULAR.sub(lambda found: b"#%02X" % found[0][0], text.encode())


def reference(number: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[" + b" ".join([b"%d 0 R" % number for number in numbers]) + b"]"


@dataclass(slots=True)
class Objects:
    """The objects of a file in the making; numbers are given in order, from 1.

    Copies that are alike have `blocks` of numbers, and what they share has numbers from `shared`.
    """

    count: int = 0
    blocks: Blocks | None = None
    shared: int = 0
    bodies: dict[int, PdfObject] = field(default_factory=dict)

    def reserve(self, count: int = 1) -> int:
        """Reserve `count` numbers in a row and return the first."""
        first = self.count + 1
        self.count += count
        return first

    def add(self, body: PdfObject) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.bodies[number] = body
        return number

    def share(self, body: PdfObject) -> int:
        """Add an object that several copies share and return its number."""
        if self.blocks is None:
            return self.add(body)
        self.bodies[self.shared] = body
        self.shared += 1
        return self.shared - 1

    def put(self, number: int, body: PdfObject) -> None:
        """Give a reserved number its object."""
        self.bodies[number] = body

    def extend(self, bodies: Sequence[PdfObject]) -> int:
        """Add objects with numbers in a row and return the first."""
        first = self.reserve(len(bodies))
        self.bodies.update(enumerate(bodies, first))
        return first


def serialise(objects: Objects, *, root: int, info: int) -> bytes:
    """Return the file: streams first, the rest in object streams, then the cross-reference stream.

    The file's identifier is a hash of its contents, so that the same objects give the same bytes.
    """
    parts, places, offset = [HEADER], Places(), len(HEADER)
    packed: list[int] = []
    for number in sorted(objects.bodies):
        body = objects.bodies[number]
        if isinstance(body, bytes):
            packed.append(number)
            continue
        piece = stream_object(number, body)
        places[number] = (1, offset, 0)
        parts.append(piece)
        offset += len(piece)
    number = objects.count
    grouped: list[tuple[Sequence[int], Stream]] = []
    if objects.blocks:
        bodies = dict(_bytes_of(packed, objects))
        for rows in rows_of_twins(objects.blocks, bodies):
            entries = b"/Type/ObjStm/N %d/First %d/Filter[/FlateDecode/FlateDecode]" % (len(rows.numbers), rows.first)
            grouped.append((rows.numbers, Stream(entries, deflated_twice((*rows.header, *rows.objects)))))
            for each in rows.numbers:
                del bodies[each]
        packed = list(bodies)
    for start in range(0, len(packed), OBJECTS_A_STREAM):
        group = packed[start : start + OBJECTS_A_STREAM]
        grouped.append((group, object_stream(_bytes_of(group, objects))))
    for numbers, stream in grouped:
        number += 1
        places.hold(numbers, number)
        piece = stream_object(number, stream)
        places[number] = (1, offset, 0)
        parts.append(piece)
        offset += len(piece)
    number += 1
    # Of copies each block is a row of cross-references, which asks for whole rows: numbers that are not in use are free.
    size = -(-(number + 1) // objects.blocks.stride) * objects.blocks.stride if objects.blocks else number + 1
    places[number] = (1, offset, 0)
    table = _cross_references(places, number, size, parts, objects.blocks, root=root, info=info)
    end = b"startxref\n%d\n%%%%EOF\n"
    short = LEAST_BYTES * size - offset - len(table) - len(end % offset)
    if objects.blocks and short > 0:
        # A comment makes room, with a little to spare: the table may be shorter where it says another place.
        parts.append(b"%%%s\n" % b" ".ljust(short + 16))
        offset += len(parts[-1])
        places[number] = (1, offset, 0)
        table = _cross_references(places, number, size, parts, objects.blocks, root=root, info=info)
    return b"".join([*parts, table, end % offset])


def _bytes_of(numbers: Iterable[int], objects: Objects) -> list[tuple[int, bytes]]:
    """Return objects that are no streams, each with its number."""
    return [(each, body) for each in numbers if isinstance(body := objects.bodies[each], bytes)]


class Places:
    """Where objects lie: a row of the cross-reference stream each, which is a tenth of what a number and three more take."""

    def __init__(self) -> None:
        self._rows = bytearray()

    def __setitem__(self, number: int, place: tuple[int, int, int]) -> None:
        self._grow(number)
        _ROW.pack_into(self._rows, number * _ROW.size, *place)

    def hold(self, numbers: Sequence[int], stream: int) -> None:
        """Note the objects that an object stream holds, in its order."""
        head, indices = b"\x02" + stream.to_bytes(4, "big"), _indices(len(numbers))
        self._grow(max(numbers, default=0))
        start = 0
        ends = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1]
        for end in (*ends, len(numbers)):
            place = numbers[start] * _ROW.size if numbers else 0
            self._rows[place : place + (end - start) * _ROW.size] = head + head.join(indices[start:end]) if end > start else b""
            start = end

    def _grow(self, number: int) -> None:
        """Make room for a number's row."""
        short = (number + 1) * _ROW.size - len(self._rows)
        if short > 0:
            self._rows.extend(bytes(short + _SPARE))

    def rows(self, size: int) -> bytes:
        """Return the rows of so many numbers from 0 on; those that no object has are free."""
        return bytes(self._rows[: size * _ROW.size]).ljust(size * _ROW.size, b"\0")


@lru_cache(maxsize=16)
def _indices(count: int) -> tuple[bytes, ...]:
    """Return the places of so many objects in an object stream, as rows have them."""
    return tuple([at.to_bytes(2, "big") for at in range(count)])


def numbers_fit(objects: Objects, numbers: int) -> bool:
    """Whether a file may come to bytes enough for so many numbers of objects: its streams, and what a tree takes besides."""
    streams = [body for body in objects.bodies.values() if isinstance(body, Stream)]
    return LEAST_BYTES * numbers < sum(len(each.data) for each in streams) * 5 // 4 + 150 * len(streams) + 12_000


def roomy(data: bytes, objects: Objects) -> bool:
    """Whether a file surely has bytes enough for the numbers of its objects without a comment that is there for nothing else."""
    return objects.blocks is None or len(data) > LEAST_BYTES * (objects.count + 2 * objects.blocks.stride)


def stream_object(number: int, stream: Stream) -> bytes:
    """Return a stream as it stands in a file."""
    # The end of line before `endstream` is not part of the data; PDF/A asks for it. Two characters, so that data that ends
    # with one of them cannot be taken for one shorter.
    return b"%d 0 obj\n<<%s/Length %d>>stream\n%s\r\nendstream\nendobj\n" % (
        number,
        stream.entries,
        len(stream.data),
        stream.data,
    )


def plain_stream_object(number: int, data: bytes) -> bytes:
    """Return data that are not deflated as `stream_object` would."""
    return b"%d 0 obj\n<</Length %d>>stream\n%s\r\nendstream\nendobj\n" % (number, len(data), data)


def object_stream(group: Sequence[tuple[int, bytes]]) -> Stream:
    """Return objects, each with its number, as the stream that holds them (ISO 32000-1, 7.5.7)."""
    header, offset = [], 0
    for number, body in group:
        header.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    numbers = b" ".join(header) + b"\n"
    data = numbers + b"\n".join([body for _, body in group])
    return Stream.deflated(b"/Type/ObjStm/N %d/First %d" % (len(group), len(numbers)), data, STRUCTURE_LEVEL)


def _cross_references(
    places: Places,
    number: int,
    size: int,
    parts: Sequence[bytes],
    blocks: Blocks | None,
    *,
    root: int,
    info: int,
) -> bytes:
    digest = sha256()
    for part in parts:
        digest.update(part)
    identity = digest.hexdigest()[:32].upper().encode("ascii")
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (size, root, info, identity, identity)
    # Of copies a row of the table, or a copy, is told by what it differs in from the one before.
    widths, level = ((_ROW.size, _ROW.size * blocks.stride), 9) if blocks else ((_ROW.size,), STRUCTURE_LEVEL)
    rows = places.rows(size)
    tables = [
        Stream.deflated(entries + b"/DecodeParms<</Predictor 12/Columns %d>>" % width, predicted(rows, width), level) for width in widths
    ]
    return stream_object(number, min(tables, key=lambda each: len(each.data)))
