"""Embedding: the objects of a font that hold exactly the characters that a file uses.

Each face becomes a Type 0 font with Identity-H, whose codes are code points (`faces`). The subset is told apart in three
tables only: code to glyph, code to width, code to text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from packbuilder.typeset.faces import Face, parsed
from packbuilder.typeset.objects import FONT_LEVEL, PdfObject, Stream
from packbuilder.typeset.seals import font_digest
from packbuilder.typeset.subsetting import subset

OBJECTS_A_FONT = 6
"""A font's objects in a row: Type 0 font, CIDFont, descriptor, font program, code to glyph, code to text."""

_FIXED_PITCH, _SYMBOLIC, _ITALIC = 1, 4, 64

_MAPPINGS_A_BLOCK = 100
"""The most entries that a `beginbfchar` block may have (Adobe Technical Note 5411)."""


@lru_cache(maxsize=128)
def font_objects(face: Face, characters: frozenset[str], first: int) -> tuple[PdfObject, ...]:
    """Return the objects of a font, to be numbered from `first`; the Type 0 font is the first.

    Every character must be one that the face covers.
    """
    made, metrics = _embedded(face, characters), face.metrics
    tag = subset_tag(face, characters)
    base = f"{tag}+{metrics.postscript}".encode("ascii")
    font = b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (
        base,
        first + 1,
        first + 5,
    )
    cid = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 0/W[%s]>>"
        % (base, first + 2, first + 4, _widths((code, metrics.widths[point]) for point, code in made.codes.items()))
    )
    measures = b"/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d" % _numbers(face)
    descriptor = b"<</Type/FontDescriptor/FontName/%s%s/FontFile2 %d 0 R>>" % (base, measures, first + 3)
    return (
        font,
        cid,
        descriptor,
        Stream.deflated(b"/Length1 %d" % len(made.program), made.program, FONT_LEVEL),
        Stream.deflated(b"", made.glyphs, FONT_LEVEL),
        Stream.deflated(b"", made.texts, FONT_LEVEL),
    )


def _numbers(face: Face) -> tuple[int, ...]:
    """Return the numbers of a descriptor: flags, box, angle, ascent, descent, the height of capitals, stem."""
    metrics = face.metrics
    flags = _SYMBOLIC | (_FIXED_PITCH if metrics.fixed else 0) | (_ITALIC if metrics.angle else 0)
    return (flags, *metrics.box, round(metrics.angle), metrics.ascent, metrics.descent, metrics.cap_height, metrics.stem)


@lru_cache(maxsize=128)
def sealed_font(face: Face, characters: frozenset[str]) -> str:
    """Return the hash of the font that holds these characters, as a file's seal has it."""
    made, metrics = _embedded(face, characters), face.metrics
    texts = {code: chr(point) for point, code in made.codes.items()}
    widths = {code: float(metrics.widths[point]) for point, code in made.codes.items()}
    return font_digest(metrics.postscript, texts, widths, made.glyphs, made.program, cmap=made.texts, metrics=_numbers(face))


class _Embedded(NamedTuple):
    """What a file holds of a face: the code of each code point, in rising order; the font program; from code to glyph, and from code to text."""

    codes: Mapping[int, int]
    program: bytes
    glyphs: bytes
    texts: bytes


@lru_cache(maxsize=32)
def _embedded(face: Face, characters: frozenset[str]) -> _Embedded:
    points = sorted(map(ord, characters))
    program, glyphs = subset(parsed(face), points)
    codes = {point: face.code(chr(point)) for point in points}
    return _Embedded(codes, program, _glyph_map({codes[point]: glyphs[point] for point in points}), _to_unicode(codes))


def subset_tag(face: Face, characters: Iterable[str]) -> str:
    """Return six capitals that name this subset of this face (ISO 32000-1, 9.6.4), from a hash of what it holds."""
    digest = int.from_bytes(sha256((face.name + "".join(sorted(characters))).encode()).digest()[:8], "big")
    letters = []
    for _ in range(6):
        digest, letter = divmod(digest, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    table = bytearray(2 * (max(glyphs, default=0) + 1))
    for code, glyph in glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _widths(pairs: Iterable[tuple[int, int]]) -> bytes:
    """Return the W array's contents: runs of neighbouring codes with their widths."""
    runs: list[tuple[int, list[int]]] = []
    for code, width in sorted(pairs):
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    return b" ".join(b"%d[%s]" % (start, b" ".join(b"%d" % width for width in widths)) for start, widths in runs)


def _to_unicode(codes: Mapping[int, int]) -> bytes:
    """Return the CMap that turns the code of each code point back to text; characters above U+FFFF as a pair of surrogates."""
    blocks = [
        (
            b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        )
    ]
    lines = [b"<%04X> <%s>\n" % (code, _units(point)) for point, code in codes.items()]
    for start in range(0, len(lines), _MAPPINGS_A_BLOCK):
        block = lines[start : start + _MAPPINGS_A_BLOCK]
        blocks.append(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)))
    blocks.append(b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return b"".join(blocks)


def _units(point: int) -> bytes:
    return b"%04X" % point if point < 0x10000 else chr(point).encode("utf-16-be").hex().upper().encode("ascii")
