"""Bar codes as text: a Type 3 font whose glyphs are the symbols of Code 128.

A code is then one string of twenty characters instead of seventy rectangles, and reads as its own text when a page is read back. Symbols
of the code's text have the codes of their characters; start, check and stop, which say nothing, have codes of their own and read as spaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.press.code128 import MODULES_A_SYMBOL, PATTERNS, START_B, STOP, characters, check_of, weighed
from packbuilder.typeset.objects import PdfObject, Stream, escaped

RESOURCE = "FCode128"
"""The font's name in a page's resources."""

MODULE = 72 / 100
"""Width of the narrowest bar in points: 6 dots of a printer of 600 a inch, 10 thousandths of an inch, as scanners like it."""

_SILENT = 128
"""Codes of symbols without text begin here; below, a code is its character's."""

_BLOCK = 100
"""The most entries that a `beginbfchar` block may have (Adobe Technical Note 5411)."""


def _to_unicode() -> bytes:
    """Return the CMap from codes to text: printable ASCII is itself, all else a space."""
    silent = range(_SILENT, _SILENT + STOP + 1)
    blocks = [silent[start : start + _BLOCK] for start in range(0, len(silent), _BLOCK)]
    spaces = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(b"<%02X> <0020>\n" % code for code in block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        b"1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n" + spaces + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def shown(head: str, tails: Sequence[str]) -> Iterator[bytes]:
    """Yield the operands of `Tj` that show the codes of texts that begin alike. Raises `NotCode128Error`."""
    begun = characters(head)
    size, weight = len(begun), weighed(begun)
    opening = b"(%c%s" % (_SILENT + START_B, escaped(begun))
    for tail in map(characters, tails):
        check = check_of(weight + weighed(tail, size))
        yield b"%s%s%c%c)" % (opening, escaped(tail), _SILENT + check, _SILENT + STOP)


def code_font(first: int) -> tuple[PdfObject, ...]:
    """Return the objects of the font, to be numbered from `first`; the font is the first.

    It is not made smaller for what a file uses: any symbol may be a check. In its own space a module is 1 wide and a bar 1 high.
    """
    values = range(STOP + 1)
    glyphs = [Stream(b"", _procedure(value)) for value in values]
    named = b"".join([b"/s%d" % value for value in values])
    procedures = b"".join([b"/s%d %d 0 R" % (value, first + 2 + value) for value in values])
    widths = b" ".join([b"%d" % _width(value) for value in (*range(95), *(0,) * (_SILENT - 32 - 95), *values)])
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 13 1]/FontMatrix[1 0 0 1 0 0]/Resources<<>>/FirstChar 32/LastChar %d/Widths[%s]"
        b"/Encoding<</Type/Encoding/Differences[32%s %d%s]>>/CharProcs<<%s>>/ToUnicode %d 0 R>>"
    )
    text = b"".join([b"/s%d" % value for value in range(95)])
    return (
        font % (_SILENT + STOP, widths, text, _SILENT, named, procedures, first + 1),
        Stream.deflated(b"", _to_unicode()),
        *glyphs,
    )


def _width(value: int) -> int:
    return MODULES_A_SYMBOL + 2 if value == STOP else MODULES_A_SYMBOL


def _procedure(value: int) -> bytes:
    """Return the glyph of a symbol: its bars as one path."""
    parts, at = [b"%d 0 0 0 %d 1 d1" % (_width(value), _width(value))], 0
    for index, width in enumerate(map(int, PATTERNS[value])):
        if index % 2 == 0:
            parts.append(b"%d 0 %d 1 re" % (at, width))
        at += width
    return b"\n".join([*parts, b"f"])
