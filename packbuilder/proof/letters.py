"""That letters are drawn as what they are read as: each glyph that a file embeds is the shipped font's for that character.

Text is extracted by one map of a font (code to Unicode) and drawn by another (code to glyph). Nothing that compares texts sees
where the second is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from struct import error as StructError  # noqa: N812  # what a broken program raises

from packbuilder.typeset.faces import Face, faces_by_name, parsed
from packbuilder.typeset.reading.fonts import FontRead
from packbuilder.typeset.reading.outlines import Outlines
from packbuilder.typeset.reading.readback import ReadBack

_TOLERANCE = 1.0
"""Thousandths of an em by which rounding may change a width."""


def letter_faults(read: ReadBack) -> Iterator[str]:
    """Yield which fonts of a file draw other characters than are read, or with other widths."""
    faces = {face.metrics.postscript: face for face in faces_by_name().values()}
    for font in read.fonts:
        face = faces.get(font.base)
        if face is None:
            yield f"the font {font.base or 'without a name'} is none of packbuilder's"
            continue
        wrong = [char for char in _wrong(font, face) if char]
        if wrong:
            yield f"the font {font.base} draws another character where {', '.join(map(repr, wrong[:4]))} is read"


def _wrong(font: FontRead, face: Face) -> Iterator[str]:
    """Yield the characters that a font draws otherwise than the face does."""
    try:
        outlines = Outlines.of(font.program)
    except (ValueError, StructError):
        yield from (font.texts or {}).values()
        return
    for code, text in (font.texts or {}).items():
        if len(text) != 1 or outlines.outline(font.glyph(code)) != _shipped(face, text):
            yield text
            continue
        if abs(font.widths.get(code, -_TOLERANCE) - face.widths.get(ord(text), 0)) > _TOLERANCE:
            yield text


@lru_cache(maxsize=4096)
def _shipped(face: Face, char: str) -> tuple[object, ...]:
    glyph = parsed(face).glyphs.get(ord(char), 0)
    return _outlines(face).outline(glyph)


@lru_cache(maxsize=16)
def _outlines(face: Face) -> Outlines:
    return Outlines.of(face.path.read_bytes())
