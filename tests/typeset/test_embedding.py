"""Embedded fonts: the characters used and no others, with outlines as the designer drew them."""

from __future__ import annotations

import re
from io import BytesIO
from zlib import decompress

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from packbuilder.typeset.embedding import OBJECTS_A_FONT, font_objects, subset_tag
from packbuilder.typeset.faces import Face, faces_by_name, families
from packbuilder.typeset.objects import Stream
from packbuilder.typeset.reading.fonts import unicode_map
from packbuilder.typeset.subsetting import KEPT

REGULAR = families["atkinson"].regular
SAMPLE = frozenset("Aaéîz 019→₂")


def parts(face: Face, characters: frozenset[str]) -> tuple[list[bytes], list[bytes]]:
    """Return a font's dictionaries and its inflated streams: program, code to glyph, code to text."""
    objects = font_objects(face, characters, 10)
    assert len(objects) == OBJECTS_A_FONT
    dictionaries = [each for each in objects if isinstance(each, bytes)]
    return dictionaries, [decompress(each.data) for each in objects if isinstance(each, Stream)]


def outline(font: TTFont, glyph: str) -> list[tuple[str, tuple[object, ...]]]:
    """Return a glyph's outline with its composites resolved."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize("face", faces_by_name().values(), ids=lambda face: face.name)
def test_every_code_leads_to_the_outline_and_width_of_its_character(face: Face) -> None:
    characters = frozenset(char for char in SAMPLE if face.covers(char))
    _, (program, glyph_map, _) = parts(face, characters)
    subset, whole = TTFont(BytesIO(program)), TTFont(face.path)
    order, names = subset.getGlyphOrder(), whole.getBestCmap()
    for char in characters:
        at = 2 * face.code(char)
        glyph = order[int.from_bytes(glyph_map[at : at + 2], "big")]
        assert outline(subset, glyph) == outline(whole, names[ord(char)])
        assert subset["hmtx"][glyph][0] == whole["hmtx"][names[ord(char)]][0]


def test_a_program_holds_no_hinting() -> None:
    _, (program, _, _) = parts(REGULAR, SAMPLE & set(map(chr, REGULAR.widths)))
    font = TTFont(BytesIO(program))
    assert set(font.keys()) - {"GlyphOrder"} == set(KEPT)
    assert not any(font["glyf"][name].getCoordinates(font["glyf"])[2] is None for name in font.getGlyphOrder())
    assert all(not glyph.program.getBytecode() for name in font.getGlyphOrder() if (glyph := font["glyf"][name]).numberOfContours > 0)


def test_codes_lead_back_to_their_text_also_above_the_basic_plane() -> None:
    face = faces_by_name()["STIXTwoMath"]
    _, (_, _, cmap) = parts(face, frozenset("x𝑥∈"))
    assert unicode_map(cmap) == {face.code(char): char for char in "x𝑥∈"}


def test_more_than_a_hundred_mappings_are_written_in_several_blocks() -> None:
    characters = frozenset(map(chr, list(REGULAR.widths)[:150]))
    _, (_, _, cmap) = parts(REGULAR, characters)
    assert re.findall(rb"(\d+) beginbfchar", cmap) == [b"100", b"50"]
    assert set(unicode_map(cmap).values()) == characters


def test_widths_are_written_in_runs() -> None:
    dictionaries, _ = parts(REGULAR, frozenset("abc "))
    assert b"/W[32[280] 97[526 566 500]]" in dictionaries[1]


def test_references_count_from_the_first_number() -> None:
    dictionaries, _ = parts(REGULAR, frozenset("a"))
    assert b"/DescendantFonts[11 0 R]/ToUnicode 15 0 R" in dictionaries[0]
    assert b"/FontDescriptor 12 0 R/CIDToGIDMap 14 0 R" in dictionaries[1]
    assert b"/FontFile2 13 0 R" in dictionaries[2]


def test_a_subset_tag_is_six_capitals_and_depends_on_the_characters_alone() -> None:
    assert re.fullmatch("[A-Z]{6}", subset_tag(REGULAR, "abc"))
    assert subset_tag(REGULAR, "abc") == subset_tag(REGULAR, "cba")
    assert subset_tag(REGULAR, "abc") != subset_tag(REGULAR, "abd")
    assert subset_tag(REGULAR, "abc") != subset_tag(families["atkinson"].bold, "abc")
