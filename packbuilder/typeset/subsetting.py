"""Font programs that hold only the glyphs of a text, without hinting: the tables that a PDF's CIDFontType2 needs (ISO 32000-1, 9.9).

Hinting instructions serve low-resolution screens. Without them a subset of Atkinson Hyperlegible with the letters of ASCII
takes 5.6 KB deflated instead of 11.1, and one of DejaVu Sans 5.8 instead of 18.8 (measured). The glyphs are numbered, padded
and measured as reportlab does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from struct import pack, pack_into, unpack, unpack_from

from packbuilder.typeset.truetype import FontFile

KEPT = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
"""The tables that stay: with a CIDToGIDMap a viewer looks at no cmap, and at no name."""

_MORE_COMPONENTS, _WORDS, _INSTRUCTIONS = 0x20, 0x01, 0x100
_SCALE, _TWO_SCALES, _MATRIX = 0x08, 0x40, 0x80


def subset(font: FontFile, points: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """Return the font program for code points in rising order, and each one's glyph in it.

    Glyphs are numbered as the code points first need them, 0 being the missing glyph; the parts of composite glyphs follow.
    """
    order, glyphs = {0: 0}, {}
    for point in points:
        glyphs[point] = order.setdefault(font.glyphs[point], len(order))
    outlines = list(_outlines(font, order))
    advances = [font.advances[glyph] for glyph in order]
    full = len(advances)
    while full > 1 and advances[full - 1] == advances[full - 2]:
        full -= 1
    bearings = [font.bearings[glyph] for glyph in order]
    pairs = [number for pair in zip(advances[:full], bearings, strict=False) for number in pair]
    ends = [0, *accumulate(map(len, outlines))]
    tables = {
        "glyf": b"".join(outlines),
        # indexToLocFormat 1 (long offsets), and a checksum adjustment of 0 until the file is whole.
        "head": _put(_put(font.tables["head"], 8, ">L", 0), 50, ">h", 1),
        "hhea": _put(font.tables["hhea"], 34, ">H", full),
        "hmtx": pack(f">{full + len(advances)}H", *pairs, *bearings[full:]),
        "loca": pack(f">{len(ends)}L", *ends),
        "maxp": _put(font.tables["maxp"], 4, ">H", len(advances)),
    }
    return _assembled(tables), glyphs


def _outlines(font: FontFile, order: dict[int, int]) -> Iterator[bytes]:
    """Yield the glyphs of `order`, which grows by the parts of those that are composite."""
    long_offsets = font.short("head", 50) == 1
    loca = font.tables["loca"]
    offsets = unpack(f">{len(loca) // (4 if long_offsets else 2)}{'L' if long_offsets else 'H'}", loca)
    scale = 1 if long_offsets else 2
    queue = list(order)
    for glyph in queue:  # which grows meanwhile
        outline = font.tables["glyf"][offsets[glyph] * scale : offsets[glyph + 1] * scale]
        outline += bytes(-len(outline) % 4)
        if len(outline) < 12:
            yield outline
        elif unpack_from(">h", outline)[0] >= 0:
            yield _bare(outline)
        else:
            yield _bare_composite(outline, order, queue)


def _bare(outline: bytes) -> bytes:
    """Return a simple glyph's description without its instructions."""
    (contours,) = unpack_from(">h", outline)
    at = 10 + 2 * contours
    (length,) = unpack_from(">H", outline, at)
    return outline[:at] + b"\x00\x00" + outline[at + 2 + length :]


def _bare_composite(outline: bytes, order: dict[int, int], queue: list[int]) -> bytes:
    """Return a composite glyph without instructions, its parts named by their new numbers; those that are new join order and queue."""
    parts, at, flags = [outline[:10]], 10, _MORE_COMPONENTS
    while flags & _MORE_COMPONENTS:
        flags, glyph = unpack_from(">HH", outline, at)
        size = 4 + (4 if flags & _WORDS else 2)
        size += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        if glyph not in order:
            order[glyph] = len(order)
            queue.append(glyph)
        parts.append(pack(">HH", flags & ~_INSTRUCTIONS, order[glyph]) + outline[at + 4 : at + size])
        at += size
    return b"".join(parts)


def _put(table: bytes, at: int, form: str, number: int) -> bytes:
    changed = bytearray(table)
    pack_into(form, changed, at, number)
    return bytes(changed)


def _assembled(tables: Mapping[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    directory, bodies, offset = [], [], 12 + 16 * count
    head_at = 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head_at = offset
        padded = table + bytes(-len(table) % 4)
        directory.append(pack(">4sLLL", tag.encode("latin-1"), _checksum(padded), offset, len(table)))
        bodies.append(padded)
        offset += len(padded)
    program = b"".join((header, *directory, *bodies))
    adjustment = (0xB1B0AFBA - _checksum(program)) & 0xFFFFFFFF
    return program[: head_at + 8] + pack(">L", adjustment) + program[head_at + 12 :]


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
