"""Matching, ordering and cloze: what candidates see, and what the key says of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.document import AnswerBox, Block, Group, ItemList, Paragraph, Table
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.seeding import Seed
from packbuilder.text import Gap
from tests.question_types.banks import ENGLISH, item, mistakes

seeds = st.integers(min_value=0, max_value=5_000).map(Seed)

MATCHING = item("""
    kind: matching
    stem: Match each metal with its symbol.
    pairs: [{left: iron, right: Fe}, {left: tin, right: Sn}, {left: lead, right: Pb}]
    surplus: [Zn]
""")
ORDERING = item("kind: ordering\nstem: Put the steps in order.\nsteps: [pour, heat, filter, weigh]")
CLOZE = item("""
    kind: cloze
    text: Iron is a {{metal|solid metal}} and iodine is a {{non-metal}}.
    word_bank: true
    surplus: [gas]
""")


def rows(space: tuple[Block, ...]) -> list[list[str]]:
    """The words of each row of an answer space's table."""
    (table,) = space
    assert isinstance(table, Table)
    return [["".join(flat(b.text) for b in cell.blocks if isinstance(b, Paragraph)) for cell in row] for row in table.rows]


def key_text(blocks: tuple[Block, ...]) -> str:
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return flat(block.text)


@given(seeds)
def test_matching_pairs_each_number_with_the_letter_that_stands_beside_its_match(seed: Seed) -> None:
    arranged = MATCHING.interaction.arranged(seed)
    listed, table = arranged.answer_space(3, ENGLISH)
    assert isinstance(listed, ItemList) and listed.style == "letter"
    words = [flat(block.text) for entry in listed.entries for block in entry if isinstance(block, Paragraph)]
    symbols = dict(zip("ABCD", words, strict=True))
    assert sorted(symbols.values()) == ["Fe", "Pb", "Sn", "Zn"]
    assert [row[0] for row in rows((table,))] == ["1  iron", "2  tin", "3  lead"]
    answers = dict(re.findall(r"(\d)\s–\s([A-D])", key_text(arranged.key(ENGLISH))))
    assert [symbols[answers[number]] for number in "123"] == ["Fe", "Sn", "Pb"]
    assert list(symbols.values())[:3] != ["Fe", "Sn", "Pb"]


@given(seeds)
def test_ordering_gives_each_letter_its_number_and_never_prints_the_right_order(seed: Seed) -> None:
    arranged = ORDERING.interaction.arranged(seed)
    steps = {row[0][0]: row[0][3:] for row in rows(arranged.answer_space(3, ENGLISH))}
    numbers = dict(re.split(r"\s–\s", each) for each in key_text(arranged.key(ENGLISH)).split(", "))
    assert list(numbers) == ["A", "B", "C", "D"]
    assert sorted(steps, key=lambda each: numbers[each]) == [
        each for word in ("pour", "heat", "filter", "weigh") for each in steps if steps[each] == word
    ]
    assert list(steps.values()) != ["pour", "heat", "filter", "weigh"]


@pytest.mark.parametrize(("asked", "labels"), [(MATCHING, ["1", "2", "3"]), (ORDERING, ["A", "B", "C", "D"])])
def test_every_box_says_what_it_is_for(asked: Item, labels: list[str]) -> None:
    table = asked.interaction.answer_space(3, ENGLISH)[-1]
    assert isinstance(table, Table)
    assert [block.label for row in table.rows for block in row[-1].blocks if isinstance(block, AnswerBox)] == labels


def test_marks_are_one_a_pair_one_a_step_after_the_first_and_one_a_gap() -> None:
    assert (MATCHING.marks, ORDERING.marks, CLOZE.marks) == (3, 3, 2)


def test_cloze_has_gaps_of_one_length_and_a_word_bank_in_the_seeds_order() -> None:
    banks = set()
    for seed in range(12):
        box, text = CLOZE.interaction.arranged(Seed(seed)).answer_space(2, ENGLISH)
        assert isinstance(box, Group)
        assert isinstance(box.blocks[0], Paragraph)
        banks.add(flat(box.blocks[0].text))
        assert isinstance(text, Paragraph)
        assert len({inline.ems for inline in text.text if isinstance(inline, Gap)}) == 1
    assert len(banks) > 1
    assert all(sorted(re.split(r"\s+·\s+", words)) == ["gas", "metal", "non-metal"] for words in banks)


def test_the_key_of_a_cloze_lists_what_fills_each_gap() -> None:
    (listed,) = CLOZE.interaction.key(ENGLISH)
    assert isinstance(listed, ItemList)
    assert listed.style == "number"
    texts = [flat(block.text) for entry in listed.entries for block in entry if isinstance(block, Paragraph)]
    assert texts == ["metal / solid metal", "non-metal"]


def test_without_a_word_bank_a_cloze_shows_no_answer() -> None:
    made = item("kind: cloze\ntext: Iron is a {{metal}}.")
    assert "metal" not in repr(made.interaction.answer_space(1, ENGLISH))
    assert flat(made.stem) == "Complete the text. Put a word or phrase in each gap."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: matching\nstem: Match.\npairs: [{left: a, right: b}]", "6:12 B240 1 pair: there must be 3 to 10"),
        (
            "kind: matching\nstem: Match.\npairs: [{left: a, right: x}, {left: b, right: y}, {left: c, right: z}]\nsurplus: [y]",
            "7:15 B245 the right-hand entry 'y' stands here twice",
        ),
        ("kind: ordering\nstem: Put in order.\nsteps: [a, b]", "6:12 B241 2 steps: there must be 3 to 10"),
        ("kind: ordering\nstem: Put in order.\nsteps: [a, b, a]", "6:19 B246 the step 'a' stands here twice"),
        ("kind: cloze\ntext: Iron is a metal.", "5:11 B242 the text has no gap"),
        ("kind: cloze\ntext: 'Iron is a {{ | }}.'", "5:11 B242 a gap of the text is empty"),
        ("kind: cloze\ntext: 'A {{metal}}.'\nsurplus: [gas]", "6:14 B247 `surplus` needs a word bank"),
        ("kind: cloze\ntext: 'A {{metal}}.'\nword_bank: true\nsurplus: [Metal]", "7:15 B248 the surplus word 'Metal' fills a gap"),
    ],
)
def test_mistakes_are_errors_at_their_place(fields: str, expected: str) -> None:
    assert mistakes(fields) == (expected,)
