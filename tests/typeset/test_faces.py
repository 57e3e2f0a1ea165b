"""The shipped faces: which face shows a character, and how its text is coded."""

from __future__ import annotations

import pytest

from packbuilder.errors import UnknownNameError
from packbuilder.typeset.faces import ASTRAL_BASE, MissingGlyphError, face_for, faces_by_name, families


@pytest.mark.parametrize(
    ("char", "bold", "italic", "code", "name"),
    [
        ("a", False, False, False, "AtkinsonHyperlegible-Regular"),
        ("a", True, False, False, "AtkinsonHyperlegible-Bold"),
        ("a", False, True, False, "AtkinsonHyperlegible-Italic"),
        ("a", True, True, False, "AtkinsonHyperlegible-BoldItalic"),
        ("a", True, False, True, "DejaVuSansMono-Bold"),
        ("a", False, True, True, "DejaVuSansMono"),
        ("→", False, True, False, "DejaVuSans"),
        ("₂", True, False, False, "DejaVuSans-Bold"),
        ("𝑥", False, False, False, "STIXTwoMath"),
    ],
)
def test_the_first_face_of_the_chain_that_has_a_character_shows_it(char: str, bold: bool, italic: bool, code: bool, name: str) -> None:
    assert face_for(char, "atkinson", bold, italic, code).name == name


def test_a_character_that_no_face_has_is_named_in_the_error() -> None:
    with pytest.raises(MissingGlyphError) as caught:
        face_for("中", "atkinson", False, False, False)
    assert "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D" in caught.value.message
    assert caught.value.char == "中"


def test_an_unknown_family_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        face_for("a", "atkinsn", False, False, False)
    assert caught.value.hints == ("Did you mean atkinson?",)


def test_control_characters_have_no_glyph() -> None:
    assert not any(families["atkinson"].regular.covers(char) for char in "\x00\t\n\r")


def test_codes_are_code_points_whatever_else_is_shown() -> None:
    assert families["atkinson"].regular.encode("aé–") == b"\x00a\x00\xe9\x20\x13"


def test_characters_above_the_basic_plane_get_codes_that_no_text_has() -> None:
    face = face_for("𝑥", "atkinson", False, False, False)
    assert face.encode("𝑥") == (ASTRAL_BASE + face.metrics.astral.index(ord("𝑥"))).to_bytes(2, "big")
    codes = [face.code(chr(point)) for point in face.metrics.astral]
    assert len(set(codes)) == len(codes)
    assert max(codes) < 0xE000


def test_a_character_above_the_basic_plane_that_the_face_lacks_is_an_error() -> None:
    with pytest.raises(MissingGlyphError):
        families["atkinson"].regular.encode("𝑥")


def test_metrics_are_in_thousandths_of_an_em() -> None:
    face = families["atkinson"].regular
    assert (face.widths[ord("a")], face.ascent, face.descent, face.cap_height) == (526, 950, -290, 668)
    assert families["atkinson"].italic.angle == -12.0


def test_resource_names_are_names_and_differ() -> None:
    resources = [face.resource for face in faces_by_name().values()]
    assert len(set(resources)) == len(resources) == 9
    assert all(resource.isalnum() for resource in resources)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", b"(\0a\0 \0b)"),
        (r"f(x)\y", rb"(\0f\0\(\0x\0\)\0\\\0y)".replace(rb"\0", b"\0")),
        ("č", b"(\x01\\r)"),  # Its code ends as a line does.
        ("⌈", b"(#\x08)"),
    ],
)
def test_a_text_is_shown_by_a_literal_string_of_its_codes(text: str, shown: bytes) -> None:
    assert face_for("a", "atkinson", False, False, False).shown(text) == shown
