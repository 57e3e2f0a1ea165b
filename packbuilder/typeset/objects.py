"""PDF objects: strings, names, streams, and those of a file in the making by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import compress as chosen
from typing import Final, TypeAlias

from deflate import zlib_compress

from packbuilder.patterns import regex
from packbuilder.typeset.copies import Blocks
from packbuilder.values import dataclass

PAGE_LEVEL: Final = 1
"""libdeflate's level for pages: half the time of zlib's level 3 for 1 % more; level 3 takes a third as long again for 4 % less (measured)."""

FONT_LEVEL: Final = 6
"""libdeflate's level for fonts and pictures, which are deflated once and used for every file of a run: half the time of zlib's for 1 % less."""

_IRREGULAR = regex(rb"[^!-~]|[()<>\[\]{}/%#]")


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream object: the entries of its dictionary (without Length) and its data as they stand in the file."""

    entries: bytes
    data: bytes

    @classmethod
    def deflated(cls, entries: bytes, data: bytes, level: int = PAGE_LEVEL) -> Stream:
        """Return a stream of data that libdeflate has deflated: its wheels bring it along, so that files are the same whichever zlib a machine has."""
        return cls(entries + b"/Filter/FlateDecode", bytes(zlib_compress(data, level)))


PdfObject: TypeAlias = bytes | Stream


def string(text: str) -> bytes:
    """Return a text string: a literal where it is printable ASCII, otherwise UTF-16 with a byte order mark."""
    if text.isascii() and text.isprintable():
        return b"(%s)" % text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("ascii")
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


LITERAL: Final = rb"\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)"
"""The pattern of a literal string without brackets of its own but escaped ones, which is how they are written here; a sign behind a stroke may be any."""


def escaped(data: bytes) -> bytes:
    """Return bytes as they stand in a literal string. Line ends are told by their escape: readers take a bare one for another (ISO 32000-1, 7.3.4.2)."""
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")


@lru_cache(maxsize=512)
def name(text: str) -> bytes:
    """Return a name with its solidus; irregular characters as #xx of their UTF-8."""
    return b"/" + _IRREGULAR.sub(lambda found: b"#%02X" % found[0][0], text.encode())


def reference(number: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    all_of_them = tuple(numbers)
    return b"[" + b" ".join([b"%d 0 R"] * len(all_of_them)) % all_of_them + b"]"


@dataclass(slots=True)
class Objects:
    """The objects of a file in the making; numbers are given in order, from 1.

    `texts` are those that are no streams, each in the place of its number, empty where there is none; `own` are numbers of texts that no other
    version of the document has. Copies that are alike have `blocks` of numbers, and what they share has numbers from `shared`.
    """

    count: int = 0
    blocks: Blocks | None = None
    shared: int = 0
    texts: list[bytes] = field(default_factory=list)
    streams: dict[int, Stream] = field(default_factory=dict)
    own: set[int] = field(default_factory=set)

    def reserve(self, count: int = 1) -> int:
        """Reserve `count` numbers in a row and return the first."""
        first = self.count + 1
        self.count += count
        return first

    def add(self, body: PdfObject) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def share(self, body: PdfObject) -> int:
        """Add an object that several copies share and return its number."""
        if self.blocks is None:
            return self.add(body)
        self.put(self.shared, body)
        self.shared += 1
        return self.shared - 1

    def put(self, number: int, body: PdfObject) -> None:
        """Give a reserved number its object."""
        if isinstance(body, Stream):
            self.streams[number] = body
        else:
            self.put_texts(number, (body,))

    def put_own(self, number: int, body: PdfObject) -> None:
        """Give a reserved number an object that says what this file alone says: its title, its record, where its words stand, which letters it has."""
        self.put(number, body)
        if number not in self.streams:
            self.own.add(number)

    def put_texts(self, first: int, texts: Sequence[bytes]) -> None:
        """Give reserved numbers in a row their objects, which are no streams."""
        end = first + len(texts)
        if end > len(self.texts):
            self.texts.extend([b""] * (end - len(self.texts)))
        self.texts[first:end] = texts

    def numbers(self) -> list[int]:
        """Return the numbers of `texts`."""
        return list(chosen(range(len(self.texts)), self.texts))
