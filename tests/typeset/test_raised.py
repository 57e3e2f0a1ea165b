"""What is typed raised or lowered is as large, in clear editions, as what is raised by markup; elsewhere it is as its font has it."""

from __future__ import annotations

import pytest

from packbuilder.layout import TextStyle
from packbuilder.text import Run
from packbuilder.typeset.faces import parsed
from packbuilder.typeset.words import TextPiece, as_a_whole, boxes

CLEAR = TextStyle(size=24, script=0.85, upright=True)
ORDINARY = TextStyle(size=24, script=0.85)


def pieces(text: str, style: TextStyle) -> list[TextPiece]:
    found = [piece for box in boxes((Run(text=text),), style, "atkinson") for piece in box.pieces]
    assert all(isinstance(piece, TextPiece) for piece in found)
    return [piece for piece in found if isinstance(piece, TextPiece)]


def heights(piece: TextPiece, char: str) -> tuple[float, float]:
    """Return the foot and the head of a character above the line, in points."""
    file = parsed(piece.face)
    low, high = (file.scaled(each) * piece.size / 1000 + piece.rise for each in file.heights(file.glyphs[ord(char)]))
    return low, high


@pytest.mark.parametrize("typed", ["³", "²", "¹", "⁸", "₂", "₁"])
def test_a_figure_is_as_high_as_one_that_is_raised(typed: str) -> None:
    base, small = pieces(f"m{typed}", CLEAR)
    assert (base.text, small.text) == ("m", typed)
    (figure,) = pieces("2", CLEAR)
    low, high = heights(small, typed)
    foot, head = heights(figure, "2")
    assert high - low == pytest.approx(0.85 * (head - foot), rel=0.06)
    ((model,),) = (
        [piece for box in boxes((Run(text="2", script="sub" if typed in "₁₂" else "super"),), CLEAR, "atkinson") for piece in box.pieces],
    )
    assert isinstance(model, TextPiece)
    assert low == pytest.approx(heights(model, "2")[0], abs=0.5)


def test_fractions_grow_about_their_middle() -> None:
    (half,) = pieces("½", CLEAR)
    (figure,) = pieces("2", CLEAR)
    assert half.size > 1.3 * 24
    assert sum(heights(half, "½")) == pytest.approx(sum(heights(figure, "2")), abs=0.1)


def test_the_text_stays_what_it_is() -> None:
    text = "mg/m³ s⁻¹ H₂SO₄ xⁿ ½"
    assert "".join(piece.text for piece in pieces(text, CLEAR)) == text.replace(" ", "")


def test_elsewhere_it_is_set_as_its_font_has_it() -> None:
    assert {(piece.size, piece.rise) for piece in pieces("m³ s⁻¹ H₂O ½", ORDINARY)} == {(24, 0.0)}


def test_a_label_with_such_characters_is_not_one_piece() -> None:
    assert as_a_whole((Run(text="dm³"),), ORDINARY, "atkinson") is not None
    assert as_a_whole((Run(text="dm³"),), CLEAR, "atkinson") is None
