"""A file of objects as bytes: streams, the rest in object streams, and the cross-reference stream (PDF 1.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate, chain, pairwise
from itertools import compress as chosen
from operator import sub
from struct import Struct
from typing import Final

from packbuilder.typeset.copies import Blocks, predicted, rows_of_twins
from packbuilder.typeset.deflating import deflated_twice
from packbuilder.typeset.objects import Objects, Stream

OBJECTS_A_STREAM = 1000
"""Objects in one object stream: a viewer inflates a whole stream to read one object; larger ones save little."""

_MANY: Final = 512
_ONE_IN: Final = 48
"""A file of so many objects has a stream for its own, where they are at most one in so many: else that takes more bytes than it saves time."""

STRUCTURE_LEVEL: Final = 6
"""libdeflate's level for object streams, which hold the structure tree."""

_TABLE_LEVEL: Final = 6
"""libdeflate's level for cross-references: rows in a row, which take no time."""

_ROW: Final = Struct(">BLH")
"""A row of a cross-reference stream: what kind an object is, and two places, as /W says."""

_SPARE = 7 << 9
"""Bytes by which a table of rows grows."""

LEAST_BYTES: Final = 3
"""Bytes of a file for each number of an object: with less, qpdf 12 (and pikepdf) takes a file for damaged."""

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def serialise(objects: Objects, *, root: int, info: int) -> bytes:
    """Return the file: streams first, the rest in object streams, then the cross-reference stream.

    The file's identifier is a hash of its contents, so that the same objects give the same bytes.
    """
    file, blocks = _File(), objects.blocks
    for number, stream in sorted(objects.streams.items()):
        file.put(number, stream)
    number = objects.count + 1
    for numbers, stream in _object_streams(objects):
        file.places.hold(numbers, number)
        file.put(number, stream)
        number += 1
    # Of copies each block is a row of cross-references, which asks for whole rows: numbers that are not in use are free.
    size = -(-(number + 1) // blocks.stride) * blocks.stride if blocks else number + 1
    data = file.finished(number, size, blocks, root=root, info=info)
    short = LEAST_BYTES * size - len(data)
    if blocks and short > 0:
        # A comment makes room, with a little to spare: the table may be shorter where it says another place.
        file.say(b"%%%s\n" % b" ".ljust(short + 16))
        data = file.finished(number, size, blocks, root=root, info=info)
    return data


def _object_streams(objects: Objects) -> Iterator[tuple[Sequence[int], Stream]]:
    """Yield the object streams of a file, each with the numbers that it holds."""
    left, made = objects.texts.copy(), object_stream
    if objects.blocks:
        for rows in rows_of_twins(objects.blocks, dict(zip(*_there(left), strict=True))):
            entries = b"/Type/ObjStm/N %d/First %d/Filter[/FlateDecode/FlateDecode]" % (len(rows.numbers), rows.first)
            yield rows.numbers, Stream(entries, deflated_twice((*rows.header, *rows.objects)))
            _leave_out(rows.numbers, left)
    elif len(left) > _MANY and len(objects.own) * _ONE_IN <= len(left):
        own, made = sorted(objects.own), _known
        yield from _packed(own, [left[each] for each in own], object_stream)
        _leave_out(own, left)
    yield from _packed(*_there(left), made)


def _there(texts: Sequence[bytes]) -> tuple[tuple[int, ...], tuple[bytes, ...]]:
    """Return the numbers of the objects that there are, and them."""
    return tuple(chosen(range(len(texts)), texts)), tuple(filter(None, texts))


def _leave_out(numbers: Iterable[int], texts: list[bytes]) -> None:
    for each in numbers:
        texts[each] = b""


def _packed(
    numbers: Sequence[int], texts: Sequence[bytes], made: Callable[[Sequence[int], Sequence[bytes]], Stream]
) -> Iterator[tuple[Sequence[int], Stream]]:
    """Yield objects in streams, each with the numbers that it holds."""
    for start in range(0, len(numbers), OBJECTS_A_STREAM):
        group = slice(start, start + OBJECTS_A_STREAM)
        yield numbers[group], made(numbers[group], texts[group])


class _File:
    """A file's bytes so far, and where its objects lie."""

    def __init__(self) -> None:
        self.places = Places()
        self._parts = [HEADER]
        self._size = len(HEADER)

    def put(self, number: int, stream: Stream) -> None:
        """Add a stream."""
        self.places[number] = (1, self._size, 0)
        self.say(stream_object(number, stream))

    def say(self, data: bytes) -> None:
        """Add bytes."""
        self._parts.append(data)
        self._size += len(data)

    def finished(self, number: int, size: int, blocks: Blocks | None, *, root: int, info: int) -> bytes:
        """Return the file with its cross-reference stream, which has a number and rows for `size` numbers."""
        self.places[number] = (1, self._size, 0)
        digest = sha256()
        for part in self._parts:
            digest.update(part)
        identity = digest.hexdigest()[:32].upper().encode("ascii")
        # Of copies a row of the table, or a copy, is told by what it differs in from the one before.
        widths, level = ((_ROW.size, _ROW.size * blocks.stride), 9) if blocks else ((_ROW.size,), _TABLE_LEVEL)
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>"
        rows = self.places.rows(size)
        tables = [Stream.deflated(entries % (size, root, info, identity, identity, each), predicted(rows, each), level) for each in widths]
        table = stream_object(number, min(tables, key=lambda each: len(each.data)))
        return b"".join([*self._parts, table, b"startxref\n%d\n%%%%EOF\n" % self._size])


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
        starts = [at for at, step in enumerate(map(sub, numbers, chain((0,), numbers))) if step != 1 or not at]
        for start, end in pairwise((*starts, len(numbers))):
            self._grow(numbers[end - 1])
            place = numbers[start] * _ROW.size
            self._rows[place : place + (end - start) * _ROW.size] = head + head.join(indices[start:end])

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
    painted = sum(len(each.data) for each in objects.streams.values())
    return LEAST_BYTES * numbers < painted * 5 // 4 + 150 * len(objects.streams) + 12_000


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


@lru_cache(maxsize=16)
def _known(numbers: Sequence[int], texts: Sequence[bytes]) -> Stream:
    """Return an object stream. Versions with as many lines have the same structure, which is deflated once: that takes as long as all else of it."""
    return object_stream(numbers, texts)


def object_stream(numbers: Sequence[int], texts: Sequence[bytes]) -> Stream:
    """Return objects, given with their numbers, as the stream that holds them (ISO 32000-1, 7.5.7)."""
    offsets = accumulate([len(text) + 1 for text in texts], initial=0)
    header = b" ".join([b"%d %d"] * len(numbers)) % tuple(chain.from_iterable(zip(numbers, offsets, strict=False))) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(header))
    return Stream.deflated(entries, header + b"\n".join(texts), STRUCTURE_LEVEL)
