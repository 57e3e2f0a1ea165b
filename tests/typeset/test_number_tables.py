"""A table of numbers that is too wide is set in bands with its first column in each; other tables become records."""

from __future__ import annotations

import pytest

from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.document import Cell, Column, Document, Group, Paragraph, Table
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.markup import flat
from packbuilder.proof import faults
from packbuilder.text import Run, plain
from packbuilder.typeset.blocks.narrow import fitted
from packbuilder.typeset.reading.readback import read_back
from packbuilder.typeset.setter import Setter
from packbuilder.values import replace
from packbuilder.walks import texts_of
from tests.products.test_products import PLACE

A5 = layout("handout-a5", PLACE)
LARGE = modified(layout("exam-a4", PLACE), edition_named("large-18"))


def cell(words: str) -> Cell:
    return Cell(blocks=(Paragraph(text=plain(words)),))


def table(*values: str, columns: int = 9) -> Table:
    head = tuple(cell(f"Measurement {n} in millimetres") for n in range(columns))
    rows = tuple((cell(f"Athlete {letter}"), *(cell(value) for value in (values * columns)[: columns - 1])) for letter in "ABC")
    return Table(columns=tuple(Column(share=1) for _ in head), header=(head,), rows=rows)


@pytest.mark.parametrize("look", [A5, LARGE], ids=["A5", "large"])
def test_each_band_has_the_first_column_and_a_part_of_the_others(look: object) -> None:
    assert isinstance(look, type(A5))
    whole, context = table("5.04", "−8", "12 %"), Setter(look).context("en-GB")
    found = fitted(whole, context, side=4)
    assert isinstance(found, Group)
    assert found.role == "bands"
    bands = [band for band in found.blocks if isinstance(band, Table)]
    assert [flat(*texts_of(band.rows[0][0].blocks)) for band in bands] == ["Athlete A"] * len(bands)
    assert sum(len(band.columns) - 1 for band in bands) == 8
    sizes = [len(band.columns) for band in bands]
    assert max(sizes) - min(sizes) <= 1
    for caption in ((), plain("Table 1: Throws")):
        document = Document(title="T", language="en-GB", blocks=(replace(whole, caption=caption),))
        assert faults(document, look, read_back(Printer().print(document, look).data)) == ()


@pytest.mark.parametrize(
    ("values", "role"),
    [
        (("5.04",), "bands"),
        (("£1,200", "3 × 10⁴", "20 °C", "Attended every session"), "bands"),
        (("conductors of heat",), "records"),
        (("5.04", "soft and silvery", "blue when wet"), "records"),
    ],
)
def test_what_is_not_mostly_numbers_becomes_records(values: tuple[str, ...], role: str) -> None:
    found = fitted(table(*values), Setter(LARGE).context("en-GB"), side=4)
    assert isinstance(found, Group)
    assert found.role == role


def test_words_before_values_are_no_larger_than_these_where_all_is_bold() -> None:
    whole = table("soft and silvery")
    heads = tuple(replace(each, blocks=(Paragraph(text=plain("Measurement", bold=True)),)) for each in whole.header[0])
    whole = replace(whole, header=(heads,))
    document = Document(title="T", language="en-GB", blocks=(whole,))
    assert faults(document, LARGE, read_back(Printer().print(document, LARGE).data)) == ()
    found = fitted(whole, Setter(LARGE).context("en-GB"), side=4)
    assert isinstance(found, Group)
    runs = [run for text in texts_of((found,)) for run in text if isinstance(run, Run)]
    assert runs
    assert not any(run.bold for run in runs)
