"""A PDF written as it is made: streams at once, other objects in groups, of the whole only a row of seven bytes an object kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from packbuilder.typeset.objects import PdfObject, Stream
from packbuilder.typeset.serialising import (
    HEADER,
    OBJECTS_A_STREAM,
    Places,
    object_stream,
    plain_stream_object,
    stream_object,
)

_BUFFER = 1 << 18
"""Bytes that are gathered before they are written."""


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""


class PdfStream:
    """A file in the making. Numbers are given in order, from 1; objects may come in any order."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._digest = sha256()
        self._parts: list[bytes] = []
        self._gathered = 0
        self._places = Places()
        self._packed: list[tuple[int, bytes]] = []
        self._offset = 0
        self.count = 0
        self._write(HEADER)

    def reserve(self, count: int = 1) -> int:
        """Reserve `count` numbers in a row and return the first."""
        first = self.count + 1
        self.count += count
        return first

    def add(self, body: PdfObject) -> int:
        """Write an object and return its number."""
        # `put` may need a number itself, for the stream that holds a group of objects.
        number = self.reserve()
        self.put(number, body)
        return number

    def add_plain(self, data: bytes) -> int:
        """Write a stream that is not deflated and return its number: what a packet has most of."""
        self.count = number = self.count + 1
        self._places[number] = (1, self._offset, 0)
        self._write(plain_stream_object(number, data))
        return number

    def put(self, number: int, body: PdfObject) -> None:
        """Write the object of a reserved number."""
        if isinstance(body, Stream):
            self._places[number] = (1, self._offset, 0)
            self._write(stream_object(number, body))
            return
        self._packed.append((number, body))
        if len(self._packed) == OBJECTS_A_STREAM:
            self._flush()

    def finish(self, *, root: int, info: int) -> None:
        """Write what is left and the cross-reference stream. The file's identifier is a hash of what stands before it."""
        self._flush()
        number = self.reserve()
        self._places[number] = (1, self._offset, 0)
        start = self._offset
        self._push()
        identity = self._digest.hexdigest()[:32].upper().encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (number + 1, root, info, identity, identity)
        self._write(stream_object(number, Stream.deflated(entries, self._places.rows(number + 1))))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        self._push()

    @property
    def digest(self) -> str:
        """SHA-256 of what has reached the sink: of the file, once it is finished."""
        return self._digest.hexdigest()

    @property
    def size(self) -> int:
        """Bytes so far."""
        return self._offset

    def _flush(self) -> None:
        if self._packed:
            number = self.reserve()
            numbers, texts = zip(*self._packed, strict=True)
            self._places.hold(numbers, number)
            self._places[number] = (1, self._offset, 0)
            self._write(stream_object(number, object_stream(numbers, texts)))
            self._packed = []

    def _write(self, data: bytes) -> None:
        self._parts.append(data)
        self._offset += len(data)
        self._gathered += len(data)
        if self._gathered >= _BUFFER:
            self._push()

    def _push(self) -> None:
        data = b"".join(self._parts)
        self._digest.update(data)
        self._sink.write(data)
        self._parts, self._gathered = [], 0
