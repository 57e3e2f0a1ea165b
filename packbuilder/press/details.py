"""What a file of a run says beside its pages: its language, its information and metadata, bookmarks and labels, and what is written into its pages and not shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from packbuilder.patterns import regex
from packbuilder.press.extras import extras
from packbuilder.typeset.metadata import RECORD_PREFIX, record_key
from packbuilder.typeset.objects import LITERAL
from packbuilder.typeset.reading.readback import BROKEN
from packbuilder.typeset.reading.values import array_of, data_of, dictionary_of
from packbuilder.typeset.reading.xmp import xmp_values
from packbuilder.values import dataclass, replace

_LITERAL = regex(LITERAL, re.DOTALL)

_KEYS = frozenset(("Title", "Subject", "Creator", "Producer", "CreationDate"))
_TITLE, _SUBJECT = "elements/1.1/ title/", "elements/1.1/ description/"
_KNOWN_XMP = (
    "elements/1.1/ format=",
    _TITLE,
    _SUBJECT,
    "elements/1.1/ language/",
    "xap/1.0/ CreatorTool=",
    "xap/1.0/ CreateDate=",
    "pdfua/ns/id/ part=",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a file says; `record` is packbuilder's own, `bookmarks` how many there are, `labelled` whether it names its pages, as `labels` are, `prints` how often it asks to be printed.

    `faults` are what no file of a run says, one sentence each; `extras` what no packet's file holds.
    """

    language: str = ""
    title: str = ""
    record: Mapping[str, str] = field(default_factory=dict)
    bookmarks: int = 0
    labelled: bool = False
    labels: tuple[str, ...] = ()
    prints: str = ""
    faults: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()


def details(data: bytes, *, password: str = "", packet: bool = False) -> Details:
    """Read what a file says beside its pages; nothing of one that cannot be read, which is told elsewhere. A `packet`'s labels, of which there are thousands
    and for which nobody asks, are not read, but what else it holds is.
    """
    try:
        reader = PdfReader(BytesIO(data), password=password or None)
        extra = _tried(lambda: extras(data, reader)) if packet else ()
        return replace(_read(reader, labels=not packet), extras=extra)
    except BROKEN as failure:
        return Details(extras=(_unread(failure),) if packet else ())


def _tried(read: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return read()
    except BROKEN as failure:
        return (_unread(failure),)


def _unread(failure: Exception) -> str:
    return f"it cannot be read as a PDF: {failure}"


def record_of(data: bytes) -> Mapping[str, str]:
    """Return packbuilder's own record in a file that needs no password; nothing of one that cannot be read."""
    try:
        return _record(_info_of(PdfReader(BytesIO(data))))
    except BROKEN:
        return {}


def _info_of(reader: PdfReader) -> dict[str, str]:
    return {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}


def _record(info: Mapping[str, str]) -> Mapping[str, str]:
    return {record_key(key): value for key, value in info.items() if key.startswith(RECORD_PREFIX)}


def _read(reader: PdfReader, *, labels: bool) -> Details:
    catalog = reader.root_object
    info = _info_of(reader)
    metadata = catalog.get("/Metadata")
    said = xmp_values(data_of(metadata)) if metadata is not None else []
    return Details(
        language=str(catalog.get("/Lang", "")),
        title=info.get("Title", ""),
        record=_record(info),
        bookmarks=sum(not isinstance(each, list) for each in reader.outline),
        labelled="/PageLabels" in catalog,
        labels=tuple(reader.page_labels) if labels else (),
        prints=str(dictionary_of(catalog.get("/ViewerPreferences")).get("/NumCopies", "")),
        faults=(*_info_faults(info), *_xmp_faults(said, info), *_comments(reader)),
    )


def _info_faults(info: Mapping[str, str]) -> Iterator[str]:
    for key in sorted(info):
        if key not in _KEYS and not key.startswith(RECORD_PREFIX):
            yield f"its information has the entry {key}, which packbuilder never writes"


def _xmp_faults(said: list[str], info: Mapping[str, str]) -> Iterator[str]:
    """Yield where the metadata in XMP are not what the information says."""
    if any(not any(known in each for known in _KNOWN_XMP) for each in said if "pdfa" not in each):
        yield "its metadata in XMP have an entry that packbuilder never writes"
    for key, path in (("Title", _TITLE), ("Subject", _SUBJECT)):
        values = [each.partition("]=")[2] for each in said if path in each]
        if values != ([info[key]] if key in info else []):
            yield f"its metadata in XMP have another {key.casefold()} than its information"


def has_comment(content: bytes) -> bool:
    """Whether a content has a comment: a per cent sign in no string. The first one cannot be hidden, since nothing before it is in a comment."""
    return b"%" in content and b"%" in _LITERAL.sub(b"()", content)


def _comments(reader: PdfReader) -> Iterator[str]:
    """Yield the pages whose content has comments: what packbuilder paints has no per cent sign but in strings."""
    seen: dict[int, bool] = {}
    for number, page in enumerate(reader.pages, 1):
        contents = page.get("/Contents")
        found = contents.get_object() if contents is not None else None
        for part in [found] if isinstance(found, StreamObject) else array_of(contents):
            stream = part.get_object() if part is not None else None
            if isinstance(stream, StreamObject):
                if id(stream) not in seen:
                    seen[id(stream)] = has_comment(stream.get_data())
                if seen[id(stream)]:
                    yield f"page {number}: its content has a comment, which nobody sees and packbuilder never writes"
                    break
