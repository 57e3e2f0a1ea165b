"""A file's objects as they lie in it, of one that is written in the plainest form: as packbuilder writes, and few others.

One table of cross-references at the end, which every object follows in its place, with nothing between them: all programs find the same objects in
such a file. Of any other nothing is said here: it has to be read as viewers read it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from struct import iter_unpack, pack

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_HEAD = regex(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n")
_TAIL = regex(rb"startxref\n(\d{1,10})\n%%EOF\n")
_LONGEST_TAIL = 40
_BEGINS = regex(rb"(\d{1,8}) 0 obj\n")
_STREAM = regex(rb"(<<[^\r\n]*?/Length (\d{1,10})>>)stream\n")
_STREAM_ENDS, _ENDS = b"\r\nendstream\nendobj\n", b"\nendobj\n"
_TABLE = regex(
    rb"<</Type/XRef/Size (\d{1,8})/W\[1 4 2\]/Root (\d{1,8}) 0 R/Info \d{1,8} 0 R/ID\[<[0-9A-F]*><[0-9A-F]*>\]/Filter/FlateDecode/Length \d+>>"
)
_GROUP = regex(rb"<</Type/ObjStm/N (\d{1,6})/First (\d{1,8})/Filter/FlateDecode/Length \d+>>")
_CONTENT = regex(rb"<<(/Filter/FlateDecode)?/Length \d+>>")

_ROW = ">BLH"
"""A row of the table: what kind an object is, and two places, as `/W[1 4 2]` says."""

_ALONE, _PACKED = 1, 2
_Row = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PlainStream:
    """A stream as it lies in a file: its dictionary, and its data, deflated or not."""

    head: bytes
    data: bytes

    @property
    def content(self) -> bytes | None:
        """What the stream holds, if it is nothing but data; None where its dictionary says more, or its data are not whole."""
        kind = _CONTENT.fullmatch(self.head)
        if kind is None:
            return None
        return _inflated(self.data) if kind[1] else self.data


@dataclass(frozen=True, slots=True)
class End:
    """What the end of a file says: the catalog's number, one more than the highest number, and where the cross-references begin."""

    root: int
    size: int
    table: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFile:
    """A file's objects by number: those that are no streams, as they are written; and streams. `end` is what it ends with."""

    objects: Mapping[int, bytes]
    streams: Mapping[int, PlainStream]
    end: End


class _NotPlainError(ValueError):
    """A file in another form."""


def plain_file(data: bytes) -> PlainFile | None:
    """Return the objects of a file; None where it is not in the plainest form."""
    try:
        return _read(data)
    except _NotPlainError:
        return None


def with_others(data: bytes, end: End, objects: Mapping[int, bytes]) -> bytes:
    """Return a plain file with other versions of some objects, as an update after its `end` (ISO 32000-1, 7.5.6); the objects are no streams."""
    parts, at = [data], len(data)
    places = []
    for number, body in sorted(objects.items()):
        places.append((number, at))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        at += len(parts[-1])
    rows = b"".join(pack(_ROW, _ALONE, place, 0) for _, place in (*places, (end.size, at)))
    index = b" ".join(b"%d 1" % number for number, _ in (*places, (end.size, at)))
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Index[%s]/Root %d 0 R/Prev %d/Length %d" % (
        end.size + 1,
        index,
        end.root,
        end.table,
        len(rows),
    )
    parts.append(b"%d 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (end.size, entries, rows, at))
    return b"".join(parts)


def _inflated(data: bytes) -> bytes | None:
    """Return what was deflated; None where that is not all, or not all of it can be read."""
    engine = zlib.decompressobj()
    try:
        found = engine.decompress(data)
    except zlib.error:
        return None
    return found if engine.eof and not engine.unused_data else None


def _read(data: bytes) -> PlainFile:
    head, begin = _HEAD.match(data), data.find(b"startxref", max(0, len(data) - _LONGEST_TAIL))
    tail = _TAIL.fullmatch(data, max(0, begin))
    if head is None or tail is None:
        raise _NotPlainError
    table, end = int(tail[1]), tail.start()
    root, rows = _table(data, table, end)
    alone = sorted((place, number) for number, (kind, place, _) in enumerate(rows) if kind == _ALONE)
    if not alone or alone[0][0] != head.end() or alone[-1][0] != table:
        raise _NotPlainError
    objects: dict[int, bytes] = {}
    streams: dict[int, PlainStream] = {}
    for (place, number), (stop, _) in pairwise((*alone, (end, 0))):
        found = _alone(data, number, place, stop)
        if isinstance(found, PlainStream):
            streams[number] = found
        else:
            objects[number] = found
    objects |= dict(_packed(rows, streams))
    return PlainFile(objects=objects, streams=streams, end=End(root, len(rows), table))


def _table(data: bytes, at: int, end: int) -> tuple[int, Sequence[_Row]]:
    """Return the catalog's number, and a row for each object."""
    begins = _BEGINS.match(data, at)
    found = _alone(data, int(begins[1]) if begins else 0, at, end)
    about = _TABLE.fullmatch(found.head) if isinstance(found, PlainStream) else None
    held = _inflated(found.data) if isinstance(found, PlainStream) else None
    if about is None or held is None or len(held) != 7 * int(about[1]):
        raise _NotPlainError
    return int(about[2]), tuple(iter_unpack(_ROW, held))


def _alone(data: bytes, number: int, place: int, stop: int) -> bytes | PlainStream:
    """Return the object that lies by itself between two places, and fills what is between them."""
    begins = _BEGINS.match(data, place, stop)
    if begins is None or int(begins[1]) != number:
        raise _NotPlainError
    stream = _STREAM.match(data, begins.end(), stop)
    if stream is None:
        last = data.find(_ENDS, begins.end(), stop)
        if last != stop - len(_ENDS) or data.find(b"stream", begins.end(), stop) >= 0:
            raise _NotPlainError
        return data[begins.end() : last]
    last = stream.end() + int(stream[2])
    if last + len(_STREAM_ENDS) != stop or data[last:stop] != _STREAM_ENDS:
        raise _NotPlainError
    return PlainStream(stream[1], data[stream.end() : last])


def _packed(rows: Sequence[_Row], streams: Mapping[int, PlainStream]) -> Iterator[tuple[int, bytes]]:
    """Yield the objects that lie in streams of others, each where the table says."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for number, (kind, stream, index) in enumerate(rows):
        if kind == _PACKED:
            wanted.setdefault(stream, []).append((index, number))
        elif kind != _ALONE and (kind, stream, index) != (0, 0, 0):
            raise _NotPlainError
    for stream, places in wanted.items():
        held = dict(enumerate(_group(streams.get(stream))))
        if sorted(places) != [(index, number) for index, (number, _) in held.items()]:
            raise _NotPlainError
        yield from held.values()


def _group(stream: PlainStream | None) -> Iterator[tuple[int, bytes]]:
    """Yield the objects in a stream of such, with their numbers."""
    about = _GROUP.fullmatch(stream.head) if stream else None
    held = _inflated(stream.data) if stream and about else None
    if about is None or held is None:
        raise _NotPlainError
    first, words = int(about[2]), held[: int(about[2])].split()
    if len(words) != 2 * int(about[1]) or not all(map(bytes.isdigit, words)):
        raise _NotPlainError
    figures = list(map(int, words))
    begins = [first + each for each in figures[1::2]]
    if begins != sorted(begins) or begins[:1] != [first] or begins[-1] >= len(held):
        raise _NotPlainError
    for number, (begin, end) in zip(figures[::2], pairwise((*begins, len(held))), strict=True):
        yield number, held[begin:end].rstrip(b"\n ")
