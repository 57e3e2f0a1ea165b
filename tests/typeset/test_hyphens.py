"""Hyphenation: where words are divided, and that readers never meet the hyphen."""

from __future__ import annotations

import pytest

from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.document import Cell, Column, Document, Field, Fields, Paragraph, Table
from packbuilder.editions import EDITIONS
from packbuilder.editions.layouts import modified
from packbuilder.layout import TextStyle
from packbuilder.text import plain
from packbuilder.typeset.hyphens import HYPHEN, divisions
from packbuilder.typeset.lines import Line, break_lines
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.words import TextPiece
from tests.products.test_products import PLACE

STYLE = TextStyle(size=11, leading=15)
TEXTS = {
    "de": "Die Wechselwirkungen zwischen Lebensgemeinschaft und Umweltbedingungen bestimmen Ökosysteme.",
    "fr": "L’environnement conditionne profondément la reproduction des organismes photosynthétiques.",
    "es": "La fotosíntesis transforma continuamente la energía electromagnética en energía química.",
    "pl": "Przystosowanie organizmów zależy od wieloczynnikowych oddziaływań środowiskowych.",
    "el": "Η φωτοσύνθεση πραγματοποιείται στους χλωροπλάστες των φυτικών κυττάρων.",
}


def words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces if isinstance(piece, TextPiece)) for line in lines]


@pytest.mark.parametrize("language", TEXTS)
def test_long_words_are_divided_and_none_is_lost(language: str) -> None:
    lines = words(break_lines(plain(TEXTS[language]), STYLE, "atkinson", 90, language=language))
    assert any(line.endswith(HYPHEN) for line in lines)
    assert "".join(lines).replace(HYPHEN, "") == TEXTS[language]


@pytest.mark.parametrize("language", TEXTS)
def test_hyphenation_fills_lines_without_making_them_too_wide(language: str) -> None:
    lines = break_lines(plain(TEXTS[language]), STYLE, "atkinson", 120, language=language)
    assert all(line.width <= 120.01 for line in lines)
    assert len(lines) <= len(break_lines(plain(TEXTS[language]), STYLE, "atkinson", 120))


def test_english_words_are_divided_only_where_they_are_wider_than_the_column() -> None:
    text = plain("Internationalisation of telecommunications infrastructure")
    wide = words(break_lines(text, STYLE, "atkinson", 150, language="en-GB"))
    assert not any(HYPHEN in line for line in wide)
    narrow = words(break_lines(text, STYLE, "atkinson", 60, language="en-GB"))
    assert any(line.endswith(HYPHEN) for line in narrow)


def test_short_words_acronyms_and_unknown_languages_stay_whole() -> None:
    assert divisions("Wasser", "de") == ()
    assert divisions("UNESCOWELT", "de") == ()
    assert divisions("Lebensgemeinschaft", "") == ()
    assert divisions("ffotosynthesis", "cy") == ()
    assert divisions("(Lebensgemeinschaft)", "de")[0] > 3


def document() -> Document:
    cell = Cell(blocks=(Paragraph(text=plain(TEXTS["de"])),))
    return Document(title="t", language="de", blocks=(Table(columns=tuple(Column(share=1) for _ in range(4)), rows=((cell,) * 4,)),))


def test_a_reader_meets_whole_words() -> None:
    tree = read_back(Printer().print(document(), layout("exam-a4", PLACE)).data).tree
    assert tree is not None
    assert [" ".join(cell.text.split()) for cell in tree.find(role="TD")] == [TEXTS["de"]] * 4


def test_large_print_divides_no_word() -> None:
    assert modified(layout("exam-a4", PLACE), EDITIONS["large-18"]).hyphenate is False


def test_labels_of_fields_are_divided_only_where_a_line_does_not_hold_their_words() -> None:
    fields = tuple(
        Field(label=label, short=True) for label in ("Numéro de candidat", "Signature du candidat", "Anticonstitutionnellement signé")
    )
    document = Document(title="T", language="fr", blocks=(Fields(fields=fields),))
    page = read_back(Printer().print(document, layout("exam-a4", PLACE)).data).pages[0].replace("\u00ad", "-")
    assert "candidat" in page
    assert "candi-" not in page
    assert "Anticonstitution" in page
    assert "Anticonstitutionnellement" not in page.replace("-\n", "- "), "a word that no line holds is divided all the same"


def test_words_in_quotation_marks_of_any_language_are_divided_as_others() -> None:
    whole = divisions("Geschwindigkeitsbegrenzung", "de")
    assert whole
    assert divisions("„Geschwindigkeitsbegrenzung“", "de") == tuple(at + 1 for at in whole)


def test_a_long_part_of_a_compounds_name_is_divided_and_an_address_is_not() -> None:
    assert divisions("chlorophenyl)ethanecarbaldehydehydrate", "en-GB")
    assert divisions("Hydroxychloroquinesulphatetablets200mg", "en-GB")
    for other in ("https://hydroxychloroquinesulphate.org", "hydroxychloroquine_sulphate", "hydroxychloroquine.txt", "cell(s)"):
        assert divisions(other, "en-GB") == ()
