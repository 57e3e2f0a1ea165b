"""What sheets say of letters: how a grid writes those with accents, and which letters of a quiz are right once more than others."""

from __future__ import annotations

from collections import Counter

import pytest

from packbuilder.derive.material import material_of
from packbuilder.document import ItemList, Paragraph
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.material import Material
from packbuilder.products.worksheets.registry import kind_named
from packbuilder.products.worksheets.sheet import Wish
from packbuilder.readers.notes import read_notes
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue

GERMAN = """---
language: de
---
# Übung
## Schlüsselbegriffe
- Gebäude: ein Bauwerk, das ein festes Dach hat
- Größe: die Ausdehnung eines Körpers in einer Richtung
- Rückstau: eine Lage, in der Wasser nicht mehr abfließen kann
- Straße: ein Weg, auf dem Fahrzeuge sicher fahren
- Regen: Wasser, das aus den Wolken fällt
"""


def of(notes: str) -> Material:
    topic, _ = read_notes(notes.encode(), "notes.md")
    assert topic is not None
    return material_of(ItemBank(topics=(topic,)))


@pytest.mark.parametrize("kind", ["crossword", "wordsearch"])
def test_a_german_grid_writes_umlauts_out_and_says_so(kind: str) -> None:
    sheet = kind_named(kind).make(of(GERMAN), Seed(1), Wish(), catalogue("de"))
    assert any(isinstance(each, Paragraph) and "Ä als AE" in flat(each.text) for each in sheet.tasks)
    assert "GEBAEUDE" in repr(sheet.answers) or kind == "wordsearch"


@pytest.mark.parametrize("kind", ["crossword", "wordsearch"])
def test_a_grid_of_plain_letters_says_nothing_of_accents(kind: str) -> None:
    plain = GERMAN.replace("Gebäude", "Haus").replace("Größe", "Weite").replace("Rückstau", "Hochwasser").replace("Straße", "Weg")
    sheet = kind_named(kind).make(of(plain), Seed(1), Wish(), catalogue("de"))
    assert not any(isinstance(each, Paragraph) and "AE" in flat(each.text) for each in sheet.tasks)


def test_the_letters_that_are_right_once_more_are_left_to_chance() -> None:
    terms = "".join(
        f"- {name} stone: a rock of the kind that has {number} marks upon it\n"
        for number, name in enumerate("Red Blue Green Grey Black White Pink Brown Cyan Lime".split(), 11)
    )
    material = of(f"# Stones\n## Key concepts\n{terms}")
    counts: Counter[str] = Counter()
    for seed in range(60):
        sheet = kind_named("quiz").make(material, Seed(seed), Wish(count=9), catalogue("en-GB"))
        (listed,) = [block for block in sheet.answers if isinstance(block, ItemList)]
        found = Counter(flat(entry[0].text)[0] for entry in listed.entries if isinstance(entry[0], Paragraph))
        assert sorted(found.values()) == [2, 2, 2, 3]
        counts += found
    # 540 keys: 135 each. The one letter of three was always A, which came to 180.
    assert set(counts) == set("ABCD")
    assert max(counts.values()) < 150
