"""Overlong words: divided sooner than that a column beside them is left too narrow."""

from __future__ import annotations

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Cell, Column, Paragraph, Table
from packbuilder.layout import TextStyle
from packbuilder.text import RichText, joined, plain
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.context import Context
from packbuilder.typeset.hyphens import HYPHEN
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.overlong import claim
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.words import TextPiece, boxes
from tests.products.test_products import PLACE

STYLE = TextStyle(size=11, leading=15)
DISEASE = "Pneumonoultramicroscopicsilicovolcanoconiosis"
VILLAGE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
CONTEXT = Setter(layout("handout-a5", PLACE)).context("en-GB")


def table(*shares: float, word: str) -> Table:
    cells = (word, *("some short words" for _ in shares[1:]))
    row = tuple(Cell(blocks=(Paragraph(text=plain(text)),)) for text in cells)
    return Table(columns=tuple(Column(share=share) for share in shares), rows=(row,), role="data")


def widths(found: object, context: Context) -> list[float]:
    assert isinstance(found, Table)
    total = sum(column.share for column in found.columns)
    return [column.share / total * context.width for column in found.columns]


@pytest.mark.parametrize("word", [DISEASE, VILLAGE, f"‘{VILLAGE}’"])
def test_an_overlong_word_takes_no_more_than_half_of_a_table(word: str) -> None:
    assert widths(fitted(table(3, 7, word=word), CONTEXT, side=3), CONTEXT)[0] <= CONTEXT.width / 2


@pytest.mark.parametrize("word", [DISEASE, VILLAGE])
def test_equal_columns_stay_equal_beside_an_overlong_word(word: str) -> None:
    given = table(1, 1, 1, word=word)
    assert fitted(given, CONTEXT, side=4) is given


def test_a_word_of_ordinary_length_and_an_address_need_all_of_their_width() -> None:
    for text in ("counterrevolutionaries", "https://example.org/a-very-long-address?of=numbers123456789"):
        assert all(claim(box, CONTEXT.layout, "en-GB") == box.width for box in boxes(plain(text), STYLE, "atkinson"))


def quoted(word: str) -> RichText:
    return joined(plain("‘"), plain(word), plain("’"))


def test_a_word_in_quotation_marks_of_their_own_is_divided_at_hyphens() -> None:
    lines = break_lines(quoted(DISEASE), STYLE, "atkinson", 100, language="en-GB")
    ends = ["".join(piece.text for piece in line.pieces if isinstance(piece, TextPiece)) for line in lines]
    assert all(end.endswith(HYPHEN) for end in ends[:-1])
    assert "".join(ends).replace(HYPHEN, "") == f"‘{DISEASE}’"


@pytest.mark.parametrize("word", ["Gesamtpunktzahl", "Zwischenprüfungsnote gesamt"])
def test_a_word_in_a_cell_over_two_columns_has_the_room_that_it_needs(word: str) -> None:
    header = tuple(Cell(blocks=(Paragraph(text=plain(str(text))),), header=True) for text in range(7))
    total = Cell(blocks=(Paragraph(text=plain(word)),), span=2)
    given = Table(columns=(Column(share=1),) * 9, rows=((*header, total),), role="data")
    assert widths(fitted(given, CONTEXT, side=4), CONTEXT)[7] * 2 >= longest_word(word) + 8 > CONTEXT.width / 9 * 2


def longest_word(words: str) -> float:
    style = CONTEXT.layout.style("cell")
    return max(each.width for word in words.split() for each in boxes(plain(word), style, CONTEXT.layout.family))


def test_a_number_stands_beside_its_overlong_word() -> None:
    (first, *_) = break_lines(plain(f"2. {DISEASE}"), STYLE, "atkinson", 100, language="en-GB")
    assert any("Pneu" in piece.text for piece in first.pieces if isinstance(piece, TextPiece))
