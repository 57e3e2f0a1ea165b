"""Reading embedded fonts back: the text, the width and the glyph of each code, with code that did not write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeVar

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from packbuilder.patterns import regex
from packbuilder.typeset.reading.values import array_of, data_of, dictionary_of
from packbuilder.values import dataclass

_BLOCK = regex(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = regex(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = regex(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])", re.DOTALL)
_HEX = regex(rb"<([0-9A-Fa-f\s]*)>")

_GUESS = 250.0
"""The width of a code that the file does not tell, in thousandths of an em: less than that of most letters."""


METRICS = ("/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV")
"""The numbers of a descriptor, in the order in which a seal has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontRead:
    """A font as a file has it. `base` is its PostScript name without the subset's tag.

    `texts` are by code; `widths` in thousandths of an em by code; `glyphs` is the map from codes to glyphs, two bytes a code, and
    `program` the TrueType program, both empty where the font is of another kind. `size` is how many bytes a code has. `cmap` is the stream that
    `texts` are read from, `metrics` are the numbers of the descriptor (`METRICS`).
    """

    base: str
    size: int = 1
    texts: Mapping[int, str] | None = None
    widths: Mapping[int, float] = field(default_factory=dict)
    glyphs: bytes = b""
    program: bytes = b""
    cmap: bytes = b""
    metrics: tuple[float, ...] = ()

    def codes(self, shown: bytes) -> Iterator[int]:
        """Yield the codes of a string that is shown."""
        return (int.from_bytes(shown[at : at + self.size], "big") for at in range(0, len(shown), self.size))

    def decode(self, shown: bytes) -> str:
        """Return a string's text; Latin-1 where the font says nothing of its text."""
        if self.texts is None:
            return shown.decode("latin-1")
        return "".join([self.texts.get(code, "\ufffd") for code in self.codes(shown)])

    def width(self, shown: bytes) -> float:
        """Return a string's width in thousandths of an em."""
        return sum([self.widths.get(code, _GUESS) for code in self.codes(shown)])

    def glyph(self, code: int) -> int:
        """Return a code's glyph in the program; 0, the missing glyph, where there is none."""
        return int.from_bytes(self.glyphs[2 * code : 2 * code + 2], "big")


UNKNOWN = FontRead(base="")
"""A font that the page does not have."""

_Read = TypeVar("_Read")

Fonts = dict[int, FontRead]
"""Fonts that were read already, by object number."""


def fonts_of(page: DictionaryObject, known: Fonts) -> Iterator[tuple[str, FontRead]]:
    """Yield the fonts of a page by the names that its content gives them (`/F1`)."""
    yield from read_once(page, "/Font", known, _font)


def resources(page: DictionaryObject, kind: str) -> Iterator[tuple[str, PdfObject]]:
    """Yield a page's resources of a kind by name, references as they are."""
    held = dictionary_of(dictionary_of(page.get("/Resources")).get(kind))
    yield from ((str(name), held.raw_get(name)) for name in held)


def read_once(
    page: DictionaryObject, kind: str, known: dict[int, _Read], read: Callable[[PdfObject | None], _Read]
) -> Iterator[tuple[str, _Read]]:
    """Yield what is read of a page's resources of a kind, by name. Those that pages share are read once: `known` holds them by number."""
    for name, raw in resources(page, kind):
        number = raw.idnum if isinstance(raw, IndirectObject) else 0
        found = known.get(number)
        if found is None:
            found = read(raw.get_object())
            if number:
                known[number] = found
        yield name, found


def _font(value: PdfObject | None) -> FontRead:
    font = dictionary_of(value)
    stream = font.get("/ToUnicode")
    stream = stream.get_object() if stream is not None else None
    texts = unicode_map(stream.get_data()) if isinstance(stream, StreamObject) else None
    below = array_of(font.get("/DescendantFonts"))
    cid = dictionary_of(below[0]) if below else DictionaryObject()
    descriptor = dictionary_of(cid.get("/FontDescriptor"))
    return FontRead(
        base=str(font.get("/BaseFont", ""))[1:].rpartition("+")[2],
        size=2 if font.get("/Subtype") == "/Type0" and texts is not None else 1,
        texts=texts,
        widths=dict(_widths(array_of(cid.get("/W")))),
        glyphs=data_of(cid.get("/CIDToGIDMap")),
        program=data_of(descriptor.get("/FontFile2")),
        cmap=data_of(font.get("/ToUnicode")),
        metrics=tuple(_metrics(descriptor)),
    )


def _metrics(descriptor: DictionaryObject) -> Iterator[float]:
    for key in METRICS:
        value = descriptor.get(key)
        yield from map(_number, array_of(value)) if array_of(value) else (_number(value),)


def _widths(listed: list[PdfObject]) -> Iterator[tuple[int, float]]:
    """Yield the width of each code (ISO 32000-1, 9.7.4.3): `c [w w ...]` or `first last w`."""
    values = [each.get_object() for each in listed]
    at = 0
    while at + 1 < len(values):
        first, second = values[at], values[at + 1]
        if isinstance(second, ArrayObject):
            yield from enumerate(map(_number, second), int(_number(first)))
            at += 2
        else:
            width = _number(values[at + 2]) if at + 2 < len(values) else _GUESS
            yield from ((code, width) for code in range(int(_number(first)), int(_number(second)) + 1))
            at += 3


def unicode_map(cmap: bytes) -> Mapping[int, str]:
    """Return the text of each code in a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    table: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            table.update((int(code, 16), _utf16(text)) for code, text in _PAIR.findall(block))
            continue
        for first, last, start, listed in _RANGE.findall(block):
            low, high = int(first, 16), int(last, 16)
            if listed:
                table.update(enumerate((_utf16(text) for text in _HEX.findall(listed)), low))
            elif start:
                text = _utf16(start)
                table.update((low + at, text[:-1] + chr(ord(text[-1]) + at)) for at in range(high - low + 1))
    return table


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _number(value: PdfObject | None) -> float:
    found = value.get_object() if value is not None else None
    return float(found) if isinstance(found, int | float) else 0.0
