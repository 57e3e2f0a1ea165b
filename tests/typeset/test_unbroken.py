"""Spaces at which no line ends, and what stands alone in none."""

from __future__ import annotations

import pytest

from packbuilder.layout import DEFAULT_FAMILY, TextStyle
from packbuilder.text import Maths, Run, plain
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.unbroken import unbroken
from packbuilder.typeset.words import TextPiece

STYLE = TextStyle(size=10, leading=12)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("anhand von Tabelle 1.", "anhand von Tabelle_1."),
        ("Use Figure 2 and Source B, please.", "Use Figure_2 and Source_B, please."),
        ("le tableau 3 et la figure 12", "le tableau_3 et la figure_12"),
        ("Répondez à la question 3 de la partie B.", "Répondez à la question_3 de la partie_B."),
        ("Bearbeiten Sie Aufgabe 12 in Teil B.", "Bearbeiten Sie Aufgabe_12 in Teil_B."),
        ("Atebwch gwestiwn 4 yn Adran A.", "Atebwch gwestiwn_4 yn Adran_A."),
        ("5 kg of Table salt", "5_kg of Table salt"),
        ("Table 1914 rows", "Table 1914 rows"),
        ("a suitable 2 litres", "a suitable 2 litres"),
        ("Text Analysis", "Text Analysis"),
        ("on page 3 of 8", "on page 3 of 8"),
        ("Opisz rolę chlorofilu w fotosyntezie.", "Opisz rolę chlorofilu w_fotosyntezie."),
        ("Wody i gazy, o których piszą", "Wody i_gazy, o_których piszą"),
        ("a river and I", "a river and I"),
    ],
)
def test_a_number_stays_with_what_it_numbers(text: str, tied: str) -> None:
    assert unbroken(text).replace("\u00a0", "_") == tied


def lines(text: tuple[Run | Maths, ...], width: float) -> list[str]:
    found = break_lines(text, STYLE, DEFAULT_FAMILY, width)
    return ["".join(piece.text if isinstance(piece, TextPiece) else "#" for piece in line.pieces).strip() for line in found]


def test_a_column_too_narrow_for_both_parts_the_number_from_its_word_and_no_word() -> None:
    assert lines(plain("Photograph 12"), 56.0) == ["Photograph", "12"]  # type: ignore[arg-type]  # runs only


def test_no_full_stop_is_left_alone_after_a_formula() -> None:
    formula = Maths(source=r"a + b + c + d + e + f + g")
    whole = break_lines((formula,), STYLE, DEFAULT_FAMILY, 1000.0)[0].width
    for spare in (0.1, 1.0, 2.0):
        found = lines((formula, Run(text=".")), whole + spare)
        assert found[-1] != "."
        assert found[-1].endswith("#.")
