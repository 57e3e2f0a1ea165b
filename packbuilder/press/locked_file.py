"""A file in the plainest form, locked: the data of each stream encrypted in its place, and the texts of what lies in none; and back, to the same objects.

A file that is exactly what `locked_file` makes is to every program what it was before, once it is opened: it can be read without its encryption.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from struct import iter_unpack, pack
from zlib import compress, decompressobj, error

from packbuilder.patterns import regex
from packbuilder.press.locking import BLOCK, Locked, locked_data, opened_lock, unlocked_data
from packbuilder.press.plain_file import plain_file
from packbuilder.typeset.serialising import HEADER
from packbuilder.values import dataclass

_ROW = ">BLH"
_ALONE = 1
_TABLE_LEVEL = 6
_TABLE = regex(
    rb"(\d{1,8}) 0 obj\n<</Type/XRef/Size (\d{1,8})/W\[1 4 2\](/Root \d{1,8} 0 R/Info \d{1,8} 0 R/ID\[<[0-9A-F]*><[0-9A-F]*>\])(/Encrypt \d{1,8} 0 R)?/Filter/FlateDecode/Length (\d{1,10})>>stream\n"
)
_STREAM = regex(rb"(\d{1,8}) 0 obj\n(<<[^\r\n]*?)/Length (\d{1,10})>>stream\n")
_ENTRY = regex(rb"(\d{1,8}) 0 obj\n(<</Filter/Standard/[^\r\n]*>>)\nendobj\n")
_STARTS = regex(rb"startxref\n(\d{1,10})\n%%EOF\n\Z")
_STREAM_ENDS, _ENDS = b"\r\nendstream\nendobj\n", b"\nendobj\n"
_BEGINS = regex(rb"(\d{1,8}) 0 obj\n")
_TEXT = regex(rb"\(((?:[^()\\]|\\[()\\])*+)\)|(?<!<)<((?:[0-9A-F]{2})*+)>")
_ESCAPED, _ESCAPES = regex(rb"\\([()\\])"), regex(rb"[()\\]")
_LITERAL = regex(rb"[ -~]*")
_SAID = regex(rb"\(|(?<!<)<(?!<)|/Crypt\b")
"""What a stream's dictionary does not hold here: texts, which were to be encrypted too, and filters that leave it as it is."""

_Row = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Object:
    """What lies by itself in a file: its number; of a stream its dictionary up to the length, and its data; of anything else what it is, and None."""

    number: int
    head: bytes
    data: bytes | None

    @property
    def known(self) -> bool:
        """Whether all of it that is to be encrypted is seen: no text stands in a stream's dictionary, and none of another form elsewhere."""
        if self.data is not None:
            return not _SAID.search(self.head)
        return not _SAID.search(_TEXT.sub(b"", self.head))

    def changed(self, text: Callable[[bytes, int], bytes | None], data: Callable[[bytes], bytes | None]) -> _Object | None:
        """Return it with its data changed, or each of its texts, which are counted from 0; None where one cannot be."""
        if self.data is not None:
            made = data(self.data)
            return None if made is None else _Object(self.number, self.head, made)
        parts: list[bytes] = []
        at = 0
        for index, found in enumerate(_TEXT.finditer(self.head)):
            held = _ESCAPED.sub(rb"\1", found[1]) if found[1] is not None else bytes.fromhex(found[2].decode())
            new = text(held, index)
            if new is None:
                return None
            parts += (self.head[at : found.start()], _text(new))
            at = found.end()
        return _Object(self.number, b"".join((*parts, self.head[at:])), None)


def _text(held: bytes) -> bytes:
    """Return a text as files of ours have it: a literal where all of it is printable, else in figures."""
    return b"(%s)" % _ESCAPES.sub(rb"\\\g<0>", held) if _LITERAL.fullmatch(held) else b"<%s>" % held.hex().upper().encode()


@dataclass(frozen=True, slots=True)
class _Parts:
    """A file in parts: its objects in their order, its rows of cross-references, the number of these, and what they say besides."""

    objects: tuple[_Object, ...]
    rows: tuple[_Row, ...]
    table: int
    said: bytes
    entry: bytes = b""


def locked_file(data: bytes, lock: Locked) -> bytes | None:
    """Return a file that `lock` locks; None where it is not in the form that is known here."""
    parts = _parts(data) if plain_file(data) else None
    return _locked(parts, lock, lambda _: os.urandom(BLOCK)) if parts else None


def unlocked_file(data: bytes, password: str) -> bytes | None:
    """Return a locked file without its encryption; None where a password does not open it, or it is not exactly what `locked_file` makes."""
    parts = _parts(data)
    lock = opened_lock(parts.entry, password) if parts and parts.entry else None
    if parts is None or lock is None:
        return None
    vectors: dict[tuple[int, int], bytes] = {}

    def unlocked(number: int, held: bytes, index: int = 0) -> bytes | None:
        vectors[number, index] = held[:BLOCK]
        return unlocked_data(lock.key, held)

    objects = [each.changed(partial(unlocked, each.number), partial(unlocked, each.number)) for each in parts.objects]
    plain = tuple(each for each in objects if each)
    if len(plain) != len(parts.objects):
        return None
    found = _written(_Parts(plain, parts.rows[:-1], parts.table, parts.said))
    again = _parts(found)
    return found if again and _locked(again, lock, vectors.__getitem__) == data else None


def _locked(parts: _Parts, lock: Locked, vector: Callable[[tuple[int, int]], bytes]) -> bytes | None:
    def locked(number: int, held: bytes, index: int = 0) -> bytes:
        return locked_data(lock.key, vector((number, index)), held)

    objects = [each.changed(partial(locked, each.number), partial(locked, each.number)) for each in parts.objects if each.known]
    made = tuple(each for each in objects if each)
    if len(made) != len(parts.objects):
        return None
    return _written(_Parts(made, (*parts.rows, (_ALONE, 0, 0)), parts.table, parts.said, lock.entry))


def _written(parts: _Parts) -> bytes:
    """Return the file of its parts, each stream at its new place; the encryption dictionary, if there is one, has the last number."""
    rows, out, at = list(parts.rows), [HEADER], len(HEADER)
    for number, body in (*_bodies(parts.objects), *([(len(rows) - 1, b"%s\nendobj\n" % parts.entry)] if parts.entry else [])):
        rows[number] = (_ALONE, at, 0)
        out.append(b"%d 0 obj\n%s" % (number, body))
        at += len(out[-1])
    rows[parts.table] = (_ALONE, at, 0)
    table = compress(b"".join(pack(_ROW, *row) for row in rows), _TABLE_LEVEL)
    encrypt = b"/Encrypt %d 0 R" % (len(rows) - 1) if parts.entry else b""
    about = b"/Type/XRef/Size %d/W[1 4 2]%s%s/Filter/FlateDecode/Length %d" % (len(rows), parts.said, encrypt, len(table))
    out.append(b"%d 0 obj\n<<%s>>stream\n%s%sstartxref\n%d\n%%%%EOF\n" % (parts.table, about, table, _STREAM_ENDS, at))
    return b"".join(out)


def _bodies(objects: Sequence[_Object]) -> Iterator[tuple[int, bytes]]:
    for each in objects:
        if each.data is None:
            yield each.number, each.head + _ENDS
        else:
            yield each.number, b"%s/Length %d>>stream\n%s%s" % (each.head, len(each.data), each.data, _STREAM_ENDS)


def _parts(data: bytes) -> _Parts | None:
    """Return a file in parts, locked or not; None where it has others. Whether they are all that there is, making the file again tells."""
    starts = _STARTS.search(data, max(0, len(data) - 40))
    table = _TABLE.match(data, int(starts[1])) if starts else None
    if starts is None or table is None:
        return None
    rows = _rows(data[table.end() : table.end() + int(table[5])])
    alone = sorted((place, number) for number, (kind, place, _) in enumerate(rows) if kind == _ALONE and number != int(table[1]))
    if not alone or data[: alone[0][0]] != HEADER or len(rows) != int(table[2]) or int(table[1]) >= len(rows):
        return None
    entry = b""
    if table[4]:
        place, number = alone.pop()
        found = _ENTRY.match(data, place)
        if found is None or number != len(rows) - 1 or not alone:
            return None
        entry, stop = found[2], place
    else:
        stop = int(starts[1])
    objects = [_object(data, number, place, end) for (place, number), (end, _) in pairwise((*alone, (stop, 0)))]
    known = tuple(each for each in objects if each)
    return _Parts(known, rows, int(table[1]), table[3], entry) if len(known) == len(objects) else None


def _rows(deflated: bytes) -> tuple[_Row, ...]:
    engine = decompressobj()
    try:
        held = engine.decompress(deflated)
    except error:
        return ()
    return tuple(iter_unpack(_ROW, held)) if len(held) % 7 == 0 else ()


def _object(data: bytes, number: int, place: int, stop: int) -> _Object | None:
    stream, begins = _STREAM.match(data, place, stop), _BEGINS.match(data, place, stop)
    if begins is None or int(begins[1]) != number:
        return None
    if stream is None:
        plain = data[begins.end() : stop].endswith(_ENDS) and b"stream" not in data[begins.end() : stop]
        return _Object(number, data[begins.end() : stop - len(_ENDS)], None) if plain else None
    last = stream.end() + int(stream[3])
    return _Object(number, stream[2], data[stream.end() : last]) if data[last:stop] == _STREAM_ENDS else None
