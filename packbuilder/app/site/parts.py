"""What a file holds, looked at by what it is and not by what it is called: archives are opened, and so is what lies in them."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BufferedIOBase, BytesIO
from zipfile import BadZipFile, ZipFile

from packbuilder.errors import PackbuilderError
from packbuilder.values import dataclass

_LARGEST = 64 * 1024 * 1024
"""Bytes of a part of an archive beyond which it is not looked into, but refused."""

_DEEPEST = 4
"""Archives within archives."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x01\x00", b"wOF2", b"wOFF")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED: Mapping[bytes, Callable[[BytesIO], BufferedIOBase]] = {
    b"\x1f\x8b": lambda held: gzip.GzipFile(fileobj=held),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}


class UnsearchableError(PackbuilderError):
    """A file in the site's folder that cannot be searched for what students must not read."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"the site was not written: {name} cannot be searched for what students must not read: {reason}",
            hints=("Take it out of the site's folder, or put what it holds there as plain files.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """Something in a file: where (empty: it is the file itself), what it is called, and its bytes."""

    place: str
    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """What its bytes are: `pdf`, `archive`, `picture` or `text`."""
        # Archives first: a PDF may lie unpacked at the head of one.
        if self.data.startswith((*_ZIP, *_PACKED)) or self.data[257:262] == b"ustar":
            return "archive"
        if b"%PDF-" in self.data[:1024]:
            return "pdf"
        return "picture" if self.data.startswith(_PICTURES) else "text"


def parts_of(data: bytes, name: str) -> Iterator[PartOf]:
    """Yield a file and all that is packed into it. Raises `UnsearchableError` for what is locked, broken, too large or too deep."""
    yield from _parts(PartOf(place="", name=name, data=data), name, 0)


def _parts(part: PartOf, whole: str, depth: int) -> Iterator[PartOf]:
    yield part
    if part.kind != "archive":
        return
    if depth == _DEEPEST:
        raise UnsearchableError(whole, "too many archives lie in one another")
    try:
        for name, data in _inside(part):
            place = f"{part.place}, its part {name}" if part.place else f"its part {name}"
            yield from _parts(PartOf(place=place, name=name, data=data), whole, depth + 1)
    except (BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as failure:
        raise UnsearchableError(whole, "it is a broken archive") from failure
    except (RuntimeError, NotImplementedError) as failure:
        # What Python's zipfile raises for passwords, and for ways of packing that it does not know.
        raise UnsearchableError(whole, "it is locked with a password, or packed in a way that is not known") from failure
    except _TooLargeError as failure:
        raise UnsearchableError(whole, f"{failure} is larger than 64 MiB") from failure


class _TooLargeError(Exception):
    """A part that is too large."""


def _inside(part: PartOf) -> Iterator[tuple[str, bytes]]:
    """Yield what is packed into an archive, by name."""
    data = part.data
    opened = next((opened for magic, opened in _PACKED.items() if data.startswith(magic)), None)
    if opened is not None:
        with opened(BytesIO(data)) as file:
            yield "unpacked", _bounded(file.read(_LARGEST + 1), part.name)
    else:
        yield from _zipped(data) if data.startswith(_ZIP) else _tarred(data)


def _zipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.file_size > _LARGEST:
                raise _TooLargeError(entry.filename)
            yield entry.filename, archive.read(entry)


def _tarred(data: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        for entry in archive:
            if entry.size > _LARGEST:
                raise _TooLargeError(entry.name)
            file = archive.extractfile(entry) if entry.isfile() else None
            yield entry.name, file.read() if file is not None else b""


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > _LARGEST:
        raise _TooLargeError(name)
    return data
