"""What a file's bytes hold beside the document that they are of: before its head, after its end, between its objects, and objects that nothing leads to.

No viewer shows any of it, and whoever opens the file in an editor, or as another kind of file, reads it. A file that is only written anew, by qpdf or
pypdf, linearised or not, has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from pypdf import PdfReader
from pypdf.generic import StreamObject

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_REMARK = rb"%(?:QDF(?:-\d\.\d|: ignore_newline)|% (?:Original object ID: \d+ \d+|Page \d+|Contents for page \d+))[\r\n]+\s*"
"""What qpdf says of each object where it writes a file that can be read in an editor: `%% Original object ID: 12 0`. It holds no words of anybody's."""

_HEAD = regex(rb"%%PDF-\d\.\d[\r\n]+(?:%%[\x80-\xff]{1,16}[\r\n]+)?\s*(?:%s)*" % _REMARK)
"""A comment with signs that are no text tells other programs that a file is binary."""

_TABLE = rb"xref\s+(?:\d+\s+\d+\s+(?:\d{10}\s\d{5}\s[nf]\s*)*)+trailer\s*<<[^<>]*(?:<[0-9A-Fa-f]*>[^<>]*)*>>\s*"
_BETWEEN = regex(rb"\s*(?:%s)?(?:startxref\s+\d+\s+%%%%EOF\s*)?(?:%s)*(?:%% *\s*)?" % (_TABLE, _REMARK))
"""What stands after an object: a table of objects where a file has one, and room that is left by spaces in a comment."""

_COMMENT = regex(rb"%[^\r\n]*")
_BEGINS = regex(rb"\s*\d+\s+\d+\s+obj\b")
_STREAM = regex(rb">>\s*stream\r?\n")
_LENGTH = regex(rb"/Length\s+(\d+)(\s+\d+\s+R)?")
_REFERENCE = regex(rb"(?<![\d.])(\d{1,10})\s+\d{1,5}\s+R(?![A-Za-z])")
_AFTER = regex(rb"\s*endstream\s+endobj")
_END = b"endobj"
_SERVES = (b"/ObjStm", b"/XRef", b"/Linearized")
"""What only says where other objects are."""


@dataclass(frozen=True, slots=True)
class _Span:
    """An object as it lies in a file: its own bytes without what a stream holds, where it ends, and whether that is sure."""

    head: bytes
    end: int
    sure: bool = True


def stray_bytes(data: bytes, reader: PdfReader) -> Iterator[str]:
    """Yield what is beside the document, one sentence a kind. Of a file without a table that can be followed nothing is said here."""
    start = data.find(b"%PDF-")
    if start > 0:
        yield f"{start} bytes stand before its beginning, where packbuilder writes nothing"
    spans = _spans(data, reader, max(0, start))
    if not spans:
        return
    between = tuple(_gaps(data, spans))
    head = _HEAD.match(data, max(0, start))
    first = min(spans)
    if head is None or head.end() != first:
        between = ((max(0, start), first), *between)
    last = data.rfind(b"%%EOF")
    for begin, end in between:
        where = "after its end" if end == len(data) and begin >= last else "between its objects"
        yield f"{end - begin} bytes stand {where}, which no viewer shows and packbuilder never writes"
    if not reader.is_encrypted:
        for key in sorted(_trailer_names(data, spans) - _TRAILER):
            yield f"the trailer of the file has the entry {key.decode('latin-1')}, which packbuilder never writes"
    if lost := sorted(_unreachable(data, spans, reader)):
        yield f"it has {len(lost)} objects that nothing leads to, which no viewer shows and packbuilder never writes: {', '.join(map(str, lost[:3]))}"


def _spans(data: bytes, reader: PdfReader, start: int) -> Mapping[int, _Span]:
    """Return the objects that a file's tables name, by where they begin."""
    places = {
        at + start if not _BEGINS.match(data, at) else at: number for held in reader.xref.values() for number, at in held.items() if at > 0
    }
    return {at: _span(data, at, reader) for at in sorted(places) if _BEGINS.match(data, at)}


def _span(data: bytes, at: int, reader: PdfReader) -> _Span:
    stream, end = _STREAM.search(data, at), data.find(_END, at)
    if stream is None or -1 < end < stream.start():
        stop = end + len(_END) if end >= 0 else len(data)
        return _Span(data[at:stop], stop)
    head = data[at : stream.start() + 2]
    length = _LENGTH.search(head)
    if length is None:
        return _Span(head, stream.end(), sure=False)
    size = int(length[1])
    if length[2]:
        held = reader.get_object(size)
        size = int(held) if isinstance(held, int) else -1
    after = _AFTER.match(data, stream.end() + size) if size >= 0 else None
    return _Span(head, after.end()) if after else _Span(head, stream.end(), sure=False)


def _gaps(data: bytes, spans: Mapping[int, _Span]) -> Iterator[tuple[int, int]]:
    """Yield what stands between objects and is neither a table nor white space: from where, and up to where."""
    starts = [*spans, len(data)][1:]
    for span, stop in zip(spans.values(), starts, strict=True):
        known = _BETWEEN.match(data, span.end, stop)
        if span.sure and known and known.end() < stop:
            yield known.end(), stop


def _trailer_names(data: bytes, spans: Mapping[int, _Span]) -> Set[bytes]:
    """Return all names in a file's trailers, keys and values; pypdf keeps only those entries that it knows."""
    after = (data[span.end : stop] for span, stop in zip(spans.values(), [*spans, len(data)][1:], strict=True))
    tables = [text for text in after if b"trailer" in text]
    streams = [span.head for span in spans.values() if b"/XRef" in span.head]
    return {key for text in (*tables, *streams) for key in _NAME.findall(text)}


def _unreachable(data: bytes, spans: Mapping[int, _Span], reader: PdfReader) -> Set[int]:
    """Return the numbers of objects to which no reference leads from the trailer."""
    numbers = {int(data[at : at + 12].split()[0]): span for at, span in spans.items()}
    texts = {number: span.head for number, span in numbers.items()}
    serving = {number for number, text in texts.items() if any(mark in text for mark in _SERVES)}
    for stream in {stream for stream, _ in reader.xref_objStm.values()} & texts.keys():
        texts.update(_packed(reader, stream))
    seen: set[int] = set()
    trailer = reader.trailer
    waiting = [raw.idnum for key in trailer if (raw := trailer.raw_get(key)) is not None and hasattr(raw, "idnum")]
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting += [int(each) for each in _REFERENCE.findall(texts.get(number, b""))]
    hints = _hints(data, spans, texts)
    return {number for number in texts.keys() - seen - serving - hints if not _is_node(texts[number])}


def _is_node(text: bytes) -> bool:
    """Whether an object is a node over pages, as pypdf leaves them behind when it writes all pages under one."""
    return b"/Kids" in text and b"(" not in text and set(_NAME.findall(text)) <= _NODE


def _packed(reader: PdfReader, number: int) -> Iterator[tuple[int, bytes]]:
    """Yield the objects in a stream of objects, as they are written there."""
    stream = reader.get_object(number)
    if not isinstance(stream, StreamObject):
        return
    held = stream.get_data()
    first = int(str(stream.get("/First", 0)))
    head = [int(each) for each in _COMMENT.sub(b" ", held[:first]).split()]
    rows = list(zip(head[::2], head[1::2], strict=False))
    ends = [at for _, at in rows[1:]] + [len(held) - first]
    for (each, at), end in zip(rows, ends, strict=False):
        if reader.xref_objStm.get(each, (0, 0))[0] == number:
            yield each, held[first + at : first + end]


def _hints(data: bytes, spans: Mapping[int, _Span], texts: Mapping[int, bytes]) -> Set[int]:
    """Return the object that helps a viewer to show the first page before all is there, as a linearised file has one."""
    marks: Iterable[bytes] = (text for text in texts.values() if b"/Linearized" in text)
    places = {int(found[1]) for text in marks if (found := _HINT.search(text))}
    return {int(data[at : at + 12].split()[0]) for at in places & spans.keys()}


_NAME = regex(rb"/([^\s/<>()\[\]]+)")
_NODE = frozenset((b"Type", b"Pages", b"Kids", b"Count", b"Parent", b"Resources"))
_TRAILER = frozenset(
    b"Size Root Info ID Encrypt Prev Type XRef W Index Length Filter FlateDecode DecodeParms Predictor Columns XRefStm".split()
)
_HINT = regex(rb"/H\s*\[\s*(\d+)")
