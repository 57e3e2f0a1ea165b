"""The operators of a page's content, read once for all who ask: pypdf reads a content letter by letter, which takes most of the time of reading a file.

What is written as nearly all content is, is taken apart by one pattern; of a content that has anything else, pypdf's own reading is what counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from packbuilder.patterns import regex

_SIMPLE = rb"[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?=[\s/<(\[\]])|/[A-Za-z][A-Za-z0-9_.-]*(?=[\s/<(\[\]>])|<(?:[0-9A-Fa-f]{2})*>|\([^()\\]*+(?:\\[()\\r][^()\\]*+)*+\)"
_TOKEN = regex(
    rb"[\s\0]*+(?:(%s|\[(?:\s*+(?:%s))*+\s*+\]|<<[^<>()%%]*+>>)|([A-Za-z]{1,3}\*?|d[01])(?=[\s/<(\[]))" % (_SIMPLE, _SIMPLE), re.DOTALL
)
_PART = regex(rb"\s*+(%s)" % _SIMPLE, re.DOTALL)
_ESCAPED = regex(rb"\\(.)", re.DOTALL)
_READ = "bytes"
"""Strings stay the bytes that they are: which letters those are, fonts say."""

Operations = list[tuple[Any, bytes]]


class Content(ContentStream):
    """A page's content, taken apart once; its data stay."""

    @property
    def operations(self) -> Operations:
        """Each operator with its operands, in order."""
        if not self._operations and self._data:
            data = self._data
            self._operations = _operations(data) or ContentStream(_stream(data), self.pdf, _READ).operations
        return self._operations

    @operations.setter
    def operations(self, operations: Operations) -> None:
        self._operations = operations


def with_content(page: PageObject) -> PageObject:
    """Return a page whose content is taken apart at most once, whoever asks for it; the same page where it has none."""
    held = page.get_contents()
    if held is None or page.indirect_reference is None:
        return page
    twin = PageObject(page.pdf, page.indirect_reference)
    twin.update({key: page.raw_get(key) for key in page})
    twin[NameObject("/Contents")] = Content(page["/Contents"], page.pdf, _READ)
    return twin


def _stream(data: bytes) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data)
    return stream


def _operations(data: bytes) -> Operations | None:
    """Return the operators of a content with their operands; None where it has anything that is not known here."""
    found: Operations = []
    operands: list[PdfObject] = []
    known: dict[bytes, PdfObject] = {}
    at, end, match = 0, len(data.rstrip(b"\0\t\n\f\r ")), _TOKEN.match
    # What follows the last operator is white space, so that its end is seen.
    while at < end:
        token = match(data, at)
        if token is None:
            return None
        at = token.end()
        operator = token[2]
        if operator is not None:
            if operator == b"BI":
                return None
            found.append((operands, operator))
            operands = []
            continue
        source = token[1]
        held = known.get(source)
        if held is None:
            held = known[source] = _object(source)
        operands.append(held)
    return found


def _object(source: bytes) -> PdfObject:
    if source.startswith(b"<<"):
        return DictionaryObject.read_from_stream(BytesIO(source), None, _READ)
    return _KINDS.get(source[:1], _number)(source)


def _number(source: bytes) -> PdfObject:
    return FloatObject(source.decode()) if b"." in source else NumberObject(source.decode())


def _meant(escaped: re.Match[bytes]) -> bytes:
    return b"\r" if escaped[1] == b"r" else escaped[1]


def _array(source: bytes) -> PdfObject:
    return ArrayObject(_object(each[1]) for each in _parts(source[1:-1] + b" "))


def _parts(source: bytes) -> Iterator[re.Match[bytes]]:
    at = 0
    while found := _PART.match(source, at):
        at = found.end()
        yield found


_KINDS: Mapping[bytes, Callable[[bytes], PdfObject]] = {
    b"/": lambda source: NameObject(source.decode()),
    b"<": lambda source: ByteStringObject(bytes.fromhex(source[1:-1].decode())),
    b"(": lambda source: ByteStringObject(_ESCAPED.sub(_meant, source[1:-1])),
    b"[": _array,
}
