"""Fonts read and cut down by our own code: what reportlab says and makes of the same files."""

from __future__ import annotations

from random import Random
from struct import pack, unpack_from

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFontFile

from packbuilder.typeset.faces import Face, faces_by_name, families, parsed
from packbuilder.typeset.subsetting import subset
from packbuilder.typeset.truetype import read_font

FACES = pytest.mark.parametrize("face", faces_by_name().values(), ids=lambda face: face.name)
COMPOSITE = "éÅŵ½"


@FACES
def test_measures_are_those_of_reportlab(face: Face) -> None:
    theirs, ours = TTFontFile(str(face.path)), face.metrics
    points = {point for point, glyph in theirs.charToGlyph.items() if glyph and point >= 32 and not 0xD800 <= point < 0xE000}
    assert dict(ours.widths) == {point: round(theirs.charWidths[point]) for point in points}
    assert ours.postscript == bytes(theirs.name).decode()
    assert (ours.ascent, ours.descent, ours.cap_height) == tuple(round(x) for x in (theirs.ascent, theirs.descent, theirs.capHeight))
    assert (ours.angle, ours.stem, ours.fixed) == (theirs.italicAngle, theirs.stemV, bool(theirs.flags & 1))
    assert ours.box == tuple(round(edge) for edge in theirs.bbox)


@FACES
def test_glyphs_are_numbered_as_in_reportlabs_subset_and_measured_alike(face: Face) -> None:
    theirs, random = TTFontFile(str(face.path)), Random(1)
    for size in (1, 7, 100):
        points = sorted({*random.sample(sorted(face.widths), size), *(ord(char) for char in COMPOSITE if face.covers(char))})
        program, glyphs = subset(parsed(face), points)
        tables = read_font_tables(program)
        other = read_font_tables(theirs.makeSubset(points))
        assert unpack_from(">H", tables["maxp"], 4) == unpack_from(">H", other["maxp"], 4)
        codes = unpack_from(f">{len(points)}H", other["cmap"], 22)
        assert [glyphs[point] for point in points] == list(codes)
        if not face.name.startswith("DejaVuSansMono"):  # reportlab 5.1 gives its last glyphs their width in thousandths of an em
            assert tables["hmtx"] == other["hmtx"]


def read_font_tables(program: bytes) -> dict[str, bytes]:
    """Return the tables of a font program."""
    (count,) = unpack_from(">H", program, 4)
    entries = [unpack_from(">4sLLL", program, 12 + 16 * index) for index in range(count)]
    return {tag.decode(): program[at : at + length] for tag, _, at, length in entries}


def test_parts_of_composite_glyphs_come_after_what_was_asked_for() -> None:
    face = families["atkinson"].regular
    program, glyphs = subset(parsed(face), [ord("é")])
    assert glyphs == {ord("é"): 1}
    assert unpack_from(">H", read_font_tables(program)["maxp"], 4) == (4,)


def test_both_kinds_of_space_have_one_glyph() -> None:
    for face in faces_by_name().values():
        assert parsed(face).glyphs[0x20] == parsed(face).glyphs[0xA0]
        assert parsed(face).glyphs[0x20] == TTFont(face.path).getGlyphID(TTFont(face.path).getBestCmap()[0x20])


def test_a_font_with_another_character_map_is_refused() -> None:
    data = families["atkinson"].regular.path.read_bytes()
    font = read_font_tables(data)
    at = data.index(font["cmap"])
    broken = data[:at] + pack(">HHHHL", 0, 1, 3, 1, 12) + pack(">H", 6) + data[at + 14 :]
    with pytest.raises(ValueError, match="format 6"):
        read_font(broken)
