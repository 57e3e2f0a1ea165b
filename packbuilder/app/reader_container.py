"""What lies in a DOCX's archive beside its parts: bytes before, between and after them, and comments, which no word processor shows."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from packbuilder.archives import BROKEN

_END = b"PK\x05\x06"
_END_LENGTH = 22
_LOCAL_LENGTH = 30
_DESCRIPTORS = (0, 12, 16, 20, 24)
"""Bytes that may follow a part: its sizes, where they were not known before it was written."""


def container_faults(data: bytes) -> Iterator[str]:
    """Yield what is beside the parts of an archive, one sentence each; of what is no archive nothing is said here."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = sorted(archive.infolist(), key=lambda part: part.header_offset)
            yield from _faults(data, parts, archive.comment, archive.start_dir)
    except (*BROKEN, struct.error):
        return


def _faults(data: bytes, parts: list[ZipInfo], comment: bytes, table: int) -> Iterator[str]:
    if comment or any(part.comment for part in parts):
        yield "its archive has a comment, which packbuilder never writes"
    end = data.rfind(_END)
    after = len(data) - end - _END_LENGTH - len(comment)
    if after:
        yield f"{after} bytes stand after its end, which no word processor shows"
    starts = [part.header_offset for part in parts]
    if starts and starts[0]:
        yield f"{starts[0]} bytes stand before its beginning, which no word processor shows"
    gaps = [following - _end_of(data, part) for part, following in zip(parts, [*starts[1:], table], strict=True)]
    if any(gap not in _DESCRIPTORS for gap in gaps):
        yield "bytes stand between the parts of its archive, which no word processor shows"


def _end_of(data: bytes, part: ZipInfo) -> int:
    name, extra = struct.unpack_from("<HH", data, part.header_offset + _LOCAL_LENGTH - 4)
    return part.header_offset + _LOCAL_LENGTH + int(name) + int(extra) + part.compress_size
