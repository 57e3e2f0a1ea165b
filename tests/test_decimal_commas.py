"""Decimals behind a comma in formulas: which commas are decimal ones, and in which languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder import maths
from packbuilder.decimal_commas import in_formula, with_commas, writes_comma
from packbuilder.model.raw_item import Scalar
from packbuilder.readers.bank_yaml import read_bank

_LINES = (Path(__file__).parent / "cases" / "maths" / "decimal_commas.list").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(" => ")) for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("source", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_a_comma_is_decimal_only_where_it_parts_nothing(source: str, wanted: str) -> None:
    assert in_formula(source) == (source if wanted == "as it is" else wanted)
    assert maths.parse(in_formula(source)).problems == maths.parse(source).problems == ()
    assert in_formula(in_formula(source)) == in_formula(source)


@pytest.mark.parametrize("tag", ["de", "de-AT", "fr-CH", "es", "es-AR", "pl", "el-CY", "it", "nl", "pt-BR"])
def test_languages_with_a_comma(tag: str) -> None:
    assert writes_comma(tag)
    assert with_commas("Wert $2,5$ und 2,5", tag) == "Wert $2{,}5$ und 2,5"


@pytest.mark.parametrize("tag", ["en", "en-GB", "cy", "de-CH", "es-MX", "ja", ""])
def test_languages_with_a_point(tag: str) -> None:
    assert not writes_comma(tag)
    assert with_commas("the pair $2,5$", tag) == "the pair $2,5$"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"\(2,5\) und \[2,5 = x\] und $$2,5$$ und \ce{0,5 O2}", r"\(2{,}5\) und \[2{,}5 = x\] und $$2{,}5$$ und \ce{0{,}5 O2}"),
        ("`$2,5$` im Code, von 5,50 $ bis 7,20 $", "`$2,5$` im Code, von 5,50 $ bis 7,20 $"),
        ("[a pair $2,5$]{lang=en} neben $2,5$", "[a pair $2,5$]{lang=en} neben $2{,}5$"),
        (r"$x = {@ round(a,2) @} + 2,5$", r"$x = {@ round(a,2) @} + 2{,}5$"),
    ],
)
def test_only_formulas_of_the_language_are_read(text: str, wanted: str) -> None:
    assert with_commas(text, "de") == wanted


def test_words_of_another_language_are_read_as_theirs() -> None:
    assert with_commas("[le prix $2,5$]{lang=fr} and $2,5$", "en") == "[le prix $2{,}5$]{lang=fr} and $2,5$"


def test_a_decimal_is_set_and_spoken_as_one_number() -> None:
    tree = maths.parse(in_formula(r"x = 2,5 \times 12\,500,75")).tree
    assert maths.to_speech(tree, "de").words == "x gleich 2,5 multipliziert mit 12500,75"
    assert maths.to_plain(tree) == "x = 2,5 × 12 500,75"
    assert "<mn>2,5</mn>" in maths.to_mathml(tree)


_BANK = """
bank: {topic: t, language: %s}
items:
  - id: a
    kind: short_answer
    stem: 'Sei $x = 2,5$ und $(1,2)$.'
    answer: '2,5'
"""


@pytest.mark.parametrize(("language", "stem"), [("it", "Sei $x = 2{,}5$ und $(1,2)$."), ("en-GB", "Sei $x = 2,5$ und $(1,2)$.")])
def test_banks_are_read_in_their_language(language: str, stem: str) -> None:
    bank, found = read_bank((_BANK % language).encode(), "t.bank.yaml")
    assert found == ()
    fields = bank.items[0].fields.values
    read, answer = fields["stem"], fields["answer"]
    assert isinstance(read, Scalar)
    assert (read.value, read.text) == (stem, stem)
    assert isinstance(answer, Scalar)
    assert answer.value == "2,5"
