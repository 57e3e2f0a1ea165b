"""Numbers of parameters, written as the language of the question writes them."""

from __future__ import annotations

import pytest

from packbuilder.document import Paragraph
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.question_types.bank import build_bank
from packbuilder.question_types.numeric import Numeric
from packbuilder.readers.bank_yaml import read_bank
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue

BANK = """bank: {{topic: t, language: {language}}}
items:
  - id: one
    kind: numeric
    parameters: {{d: "5"}}
    stem: "{stem}"
    marks: 1
    answer: "{{@ d/2 @}}"
    tolerance: 0.1
    unit: m
"""


def item(language: str, stem: str) -> Item:
    bank, found = read_bank(BANK.format(language=language, stem=stem).encode(), "bank.yaml")
    items, problems = build_bank(bank.items, bank.stimuli, {})
    assert (*found, *problems) == ()
    return items[0]


@pytest.mark.parametrize(
    ("language", "stem", "printed"),
    [
        ("fr", "Un objet parcourt {@ d/10 @} m.", "Un objet parcourt 0,5 m."),
        ("de", "**Weg**: **{@ d/10 @} m**.", "Weg: 0,5 m."),
        ("pl", "Droga $s = {@ d/10 @}$ m.", "Droga s = 0,5 m."),
        ("fr", "Que donne `print({@ d/10 @})` ?", "Que donne print(0.5) ?"),
        ("fr", "Un mot [the value {@ d/10 @}]{lang=en} et {@ d/10 @}.", "Un mot the value 0.5 et 0,5."),
        ("fr", "[**soit {@ d/10 @}**]{lang=de}", "soit 0,5"),
        (
            "fr",
            "Lisez :\\n```\\nx = {@ d/10 @}\\n```\\nEn ligne `y = {@ d/10 @}`, soit {@ d/10 @}.",
            "Lisez :\n\nx = 0.5\n\nEn ligne y = 0.5, soit 0,5.",
        ),
        ("fr", "Lisez :\\n\\n    x = {@ -d/10 @}; y += 1\\n\\nSoit {@ d/10 @}.", "Lisez :\n\nx = -0.5; y += 1\n\nSoit 0,5."),
        ("fr", "Soit\\n\\n    x + y = {@ d/10 @}", "Soit\n\n    x + y = 0,5"),
        ("en-GB", "It is {@ -d @} °C, $x + {@ -d @}$, `{@ -d @}`.", "It is −5 °C, x − 5, -5."),
        ("cy", "Pellter o {@ d/10 @} m.", "Pellter o 0.5 m."),
        ("en-GB", "It moves {@ d/10 @} m.", "It moves 0.5 m."),
    ],
)
def test_decimals_are_those_of_the_language(language: str, stem: str, printed: str) -> None:
    assert flat(item(language, stem).stem) == printed


def test_the_answer_is_a_number_and_is_printed_as_one_of_the_language() -> None:
    numeric = item("fr", "Donnez {@ d @}/2.").interaction
    assert isinstance(numeric, Numeric)
    assert numeric.value == 2.5
    said = [flat(text) for text in texts_of(numeric.key(catalogue("fr")))]
    assert said == ["2,5 m", "Accepter de 2,4 à 2,6 m"]
    assert [flat(text) for text in texts_of(numeric.key(catalogue("en-GB")))][1] == "Accept 2.4 to 2.6 m"
    assert all(isinstance(block, Paragraph) for block in numeric.key(catalogue("fr")))
