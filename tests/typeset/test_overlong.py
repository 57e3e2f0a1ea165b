"""Overlong words: divided sooner than that a column beside them is left too narrow."""

from __future__ import annotations

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Cell, Column, Heading, Paragraph, Table
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import TextStyle
from packbuilder.text import Gap, RichText, Run, joined, plain
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.context import Context
from packbuilder.typeset.hyphens import HYPHEN, divisions
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.overlong import claim
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.words import GapPiece, TextPiece, boxes
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


def test_a_blank_is_no_wider_than_its_line() -> None:
    """In a narrow column its rule would reach into the next one."""
    first, *_ = break_lines((Gap(ems=8.0, label="1"), Run(text=" of it")), STYLE, "atkinson", 60.0)
    assert [piece.width for piece in first.pieces if isinstance(piece, GapPiece)] == [60.0]


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


def ends(text: RichText, width: float, *, language: str = "en-GB", running: bool = False) -> list[str]:
    lines = break_lines(text, STYLE, "atkinson", width, language=language, running=running)
    assert all(line.width <= width + 0.01 for line in lines)
    return ["".join(piece.text for piece in line.pieces if isinstance(piece, TextPiece)).strip() for line in lines]


def test_editions_that_hyphenate_no_text_divide_what_is_wider_than_a_line_at_its_syllables() -> None:
    parts = ends(plain(DISEASE), 100)
    reached = [len("".join(parts[: at + 1]).replace(HYPHEN, "")) for at in range(len(parts) - 1)]
    assert reached and set(reached) <= set(divisions(DISEASE, "en-GB"))
    assert all(part.endswith(HYPHEN) for part in parts[:-1])
    german = "Die Donaudampfschifffahrtsgesellschaft verkehrte regelmäßig"
    assert any(line.endswith(HYPHEN) for line in ends(plain(german), 160, language="de", running=True))
    assert not any(line.endswith(HYPHEN) for line in ends(plain(german), 240, language="de"))


@pytest.mark.parametrize("word", ["QWRTPSDFGHJKLMNBVCXZ", "qwrtpsdfghjklmnbvcxz", "(Qwrtpsdfghjklmnbvcxz),"])
def test_a_word_that_no_pattern_divides_is_cut_with_a_hyphen(word: str) -> None:
    parts = ends(plain(word), 60)
    assert len(parts) > 1
    assert all(part.endswith(HYPHEN) for part in parts[:-1])
    assert "".join(parts).replace(HYPHEN, "") == word


@pytest.mark.parametrize(
    "text", [plain("https://example.org/abcdefghijklmnop"), plain("1234567890123456789"), (Run(text="getElementsByClassName", code=True),)]
)
def test_addresses_numbers_and_code_are_cut_without_one(text: RichText) -> None:
    parts = ends(text, 60)
    assert len(parts) > 1
    assert HYPHEN not in "".join(parts)


@pytest.mark.parametrize("name", ["large-18", "large-24", "a3-36", "dyslexia"])
def test_a_title_in_a_modified_edition_is_divided_at_syllables(name: str) -> None:
    large = modified(layout("exam-a4", PLACE), edition_named(name))
    context = Setter(large).context("en-GB").within(6.0 * large.style("title").size)
    fragment = context.set(Heading(text=plain(DISEASE), level=1, role="title"))
    shown = break_lines(plain(DISEASE), large.style("title"), large.family, context.width, language="en-GB", running=False)
    # A title of many lines is set smaller, so that it takes fewer.
    assert 1 < len(fragment.slabs) <= len(shown)
    assert any(char == HYPHEN for _, char in fragment.glyphs)
