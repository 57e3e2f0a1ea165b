"""Font files of the TrueType kind, read: what they say of a face, and which glyph each character has (OpenType 1.9).

Only what a PDF needs is read, and only of fonts that come with the program or its dependencies. reportlab reads the same,
but to import it costs more than all that one paper asks of its fonts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import unpack, unpack_from

from packbuilder.values import dataclass

TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
"""The tables that are read; whoever lacks one is no font for us."""

_POSTSCRIPT_NAME = 6
_MICROSOFT, _UNICODE, _VARIATIONS = 3, 0, 5
_SPACE, _HARD_SPACE = 0x20, 0xA0


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One font: its tables, the glyph of each code point, and the advance and left bearing of each glyph in font units."""

    tables: Mapping[str, bytes]
    glyphs: Mapping[int, int]
    advances: tuple[int, ...]
    bearings: tuple[int, ...]

    def short(self, tag: str, at: int) -> int:
        """Return the signed number of two bytes at an offset of a table."""
        (value,) = unpack_from(">h", self.tables[tag], at)
        return int(value)

    def scaled(self, units: int) -> float:
        """Return font units in thousandths of an em."""
        (em,) = unpack_from(">H", self.tables["head"], 18)
        return units if em == 1000 else units * (1000 / em)

    def heights(self, glyph: int) -> tuple[int, int]:
        """Return the least and the greatest height of a glyph's outline in font units."""
        long = self.short("head", 50)
        (start,) = unpack_from(">L" if long else ">H", self.tables["loca"], glyph * (4 if long else 2))
        _, _, low, _, high = unpack_from(">5h", self.tables["glyf"], start if long else 2 * start)
        return low, high

    @property
    def name(self) -> str:
        """The PostScript name: the first that the file gives for Windows or the Macintosh."""
        table = self.tables["name"]
        _, count, start = unpack_from(">HHH", table)
        for record in range(count):
            platform, _, _, which, length, offset = unpack_from(">6H", table, 6 + 12 * record)
            if which == _POSTSCRIPT_NAME:
                text = table[start + offset : start + offset + length]
                return text.decode("utf-16-be" if platform == _MICROSOFT else "mac_roman").replace(" ", "-")
        raise ValueError("a font without a PostScript name")

    @property
    def angle(self) -> float:
        """The italic angle in degrees."""
        whole, part = unpack_from(">hH", self.tables["post"], 4)
        return float(whole + part / 65536)

    @property
    def fixed(self) -> bool:
        """Whether all characters have one width."""
        return any(self.tables["post"][12:16])

    @property
    def stem(self) -> int:
        """The width of upright stems, guessed from the weight as PDFlib does: outlines do not say it."""
        return 50 + int((self.short("OS/2", 4) / 65.0) ** 2)

    @property
    def cap_height(self) -> int:
        """The height of capitals in font units; that of ascenders in old fonts, which do not tell."""
        return self.short("OS/2", 88 if self.short("OS/2", 0) > 1 else 68)


def read_font(data: bytes) -> FontFile:
    """Read a font file. Raises `ValueError` or `KeyError` for one that has not what a PDF needs."""
    (count,) = unpack_from(">H", data, 4)
    tables = {}
    for index in range(count):
        tag, _, offset, length = unpack_from(">4sLLL", data, 12 + 16 * index)
        if (name := tag.decode("latin-1")) in TABLES:
            tables[name] = data[offset : offset + length]
    advances, bearings = _metrics(tables)
    return FontFile(tables=tables, glyphs=_glyphs(tables["cmap"]), advances=advances, bearings=bearings)


def _metrics(tables: Mapping[str, bytes]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the advance and the left bearing of each glyph; those past the last full metric share its advance."""
    (full,) = unpack_from(">H", tables["hhea"], 34)
    (glyphs,) = unpack_from(">H", tables["maxp"], 4)
    numbers: tuple[int, ...] = unpack_from(f">{full + glyphs}H", tables["hmtx"])
    advances, rest = numbers[0 : 2 * full : 2], numbers[2 * full :]
    return (*advances, *([advances[-1]] * len(rest))), (*numbers[1 : 2 * full : 2], *rest)


def _glyphs(cmap: bytes) -> Mapping[int, int]:
    """Return the glyph of each code point, from the last of the encodings in Unicode; both kinds of space have the same."""
    (count,) = unpack_from(">H", cmap, 2)
    records = [unpack_from(">HHL", cmap, 4 + 8 * index) for index in range(count)]
    at = [offset for platform, encoding, offset in records if platform == _MICROSOFT or (platform == _UNICODE and encoding != _VARIATIONS)][
        -1
    ]
    (kind,) = unpack_from(">H", cmap, at)
    if kind not in _FORMATS:
        raise ValueError(f"a font with a character map of the format {kind}")
    glyphs = dict(_FORMATS[kind](cmap[at:]))
    if _SPACE in glyphs:
        glyphs[_HARD_SPACE] = glyphs[_SPACE]
    return glyphs


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a map of format 4: segments of two-byte codes."""
    count = unpack_from(">H", table, 6)[0] // 2
    length = unpack_from(">H", table, 2)[0]
    ends, starts = unpack_from(f">{count}H", table, 14), unpack_from(f">{count}H", table, 16 + 2 * count)
    deltas, offsets = unpack_from(f">{count}H", table, 16 + 4 * count), unpack_from(f">{count}H", table, 16 + 6 * count)
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        if not offset:
            yield from ((point, (point + delta) & 0xFFFF) for point in range(start, end + 1))
            continue
        first = 16 + 6 * count + 2 * index + offset
        for point in range(start, end + 1):
            place = first + 2 * (point - start)
            glyph = unpack_from(">H", table, place)[0] if place < length else 0
            yield point, (glyph + delta) & 0xFFFF if glyph else 0


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a map of format 12: groups of characters in a row."""
    (count,) = unpack_from(">L", table, 12)
    numbers = unpack(f">{3 * count}L", table[16 : 16 + 12 * count])
    for start, end, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        yield from zip(range(start, end + 1), range(glyph, glyph + end + 1 - start), strict=True)


_FORMATS = {4: _segments, 12: _groups}
