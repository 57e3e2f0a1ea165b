"""The outlines of a TrueType program's glyphs, to be compared between the font that ships and the subset that a file embeds."""

from __future__ import annotations

from collections.abc import Mapping
from struct import unpack_from

from packbuilder.values import dataclass

_MORE_COMPONENTS, _WORDS, _INSTRUCTIONS = 0x20, 0x01, 0x100
_SCALE, _TWO_SCALES, _MATRIX = 0x08, 0x40, 0x80
_DEEPEST = 8
"""Composite glyphs nest no deeper; a program that says otherwise is broken."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """A program's glyphs. `offsets` are where each begins in `glyf`, and where the last ends."""

    glyf: bytes
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, program: bytes) -> Outlines:
        """Read a program. Raises `ValueError` for one that is no TrueType."""
        tables = _tables(program)
        if not {"glyf", "loca", "head"} <= tables.keys():
            raise ValueError("not a TrueType program")
        loca = tables["loca"]
        if unpack_from(">h", tables["head"], 50)[0] == 1:
            return cls(tables["glyf"], unpack_from(f">{len(loca) // 4}L", loca))
        return cls(tables["glyf"], tuple(2 * each for each in unpack_from(f">{len(loca) // 2}H", loca)))

    def outline(self, glyph: int, depth: int = 0) -> tuple[object, ...]:
        """Return what a glyph draws, without its instructions; the parts of a composite in place of their numbers.

        Empty for a glyph that draws nothing or is not there.
        """
        if depth > _DEEPEST or not 0 <= glyph < len(self.offsets) - 1:
            return ()
        data = self.glyf[self.offsets[glyph] : self.offsets[glyph + 1]]
        if len(data) < 12:
            return ()
        (contours,) = unpack_from(">h", data)
        if contours < 0:
            return self._composite(data, depth)
        at = 10 + 2 * contours
        (length,) = unpack_from(">H", data, at)
        return (data[:at], data[at + 2 + length :].rstrip(b"\0"))

    def _composite(self, data: bytes, depth: int) -> tuple[object, ...]:
        parts: list[object] = [data[:10]]
        at, flags = 10, _MORE_COMPONENTS
        while flags & _MORE_COMPONENTS and at + 4 <= len(data):
            flags, part = unpack_from(">HH", data, at)
            size = 4 if flags & _WORDS else 2
            size += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
            parts += (flags & ~_INSTRUCTIONS, data[at + 4 : at + 4 + size], self.outline(part, depth + 1))
            at += 4 + size
        return tuple(parts)


def _tables(program: bytes) -> Mapping[str, bytes]:
    if len(program) < 12:
        return {}
    (count,) = unpack_from(">H", program, 4)
    found = {}
    for index in range(count):
        if len(program) < 28 + 16 * index:
            break
        tag, _, offset, length = unpack_from(">4sLLL", program, 12 + 16 * index)
        found[tag.decode("latin-1")] = program[offset : offset + length]
    return found
