"""Sheets that are done with all of them in view: on one page where a page can hold them, and their instructions say what is there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.app.worksheets import drawn_worksheets, on_one_page
from packbuilder.derive.topics import derive
from packbuilder.document import Paragraph
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.material import Material
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.project import WorksheetSpec
from packbuilder.products.worksheets.documents import Worksheet, sheet_document
from packbuilder.products.worksheets.registry import kind_named
from packbuilder.products.worksheets.sheet import Sheet, Wish
from packbuilder.puzzles.wordsearch import DOWN, FORWARD, RIGHT, Wordsearch, wordsearch
from packbuilder.readers.notes import read_notes
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue, languages
from tests.products.test_products import PLACE
from tests.products.worksheets.notes import _TIDES, tides
from tests.products.worksheets.reading import lines

ENGLISH = catalogue("en-GB")
LONG = "Tides, currents and the shapes of coasts: from the pull of the moon to the salt marshes of an estuary, with worked examples"
BOOKLET = PrintHabits(imposition="booklet")


def bank() -> ItemBank:
    topic, _ = read_notes(_TIDES.read_bytes(), "tides.txt")
    assert topic is not None
    return ItemBank(topics=(topic,), items=derive(topic).items)


def drawn(kind: str, look: str, habits: PrintHabits = AS_IT_IS, *, items: int = 0, title: str = "Tides") -> tuple[Worksheet, int]:
    """A sheet as it is printed in a layout, and how many pages it takes."""
    spec = WorksheetSpec(kinds=(kind,), layout=look, habits=habits, items=items)
    place, printer = layout(look, PLACE), Printer()
    (sheet,) = drawn_worksheets(bank(), spec, title=title, fits=on_one_page(spec, place, printer)).worksheets
    return sheet, printer.pages_filled(sheet_document(sheet), place, habits)


@pytest.mark.parametrize("title", ["Tides", LONG])
@pytest.mark.parametrize(
    ("look", "habits"), [("handout-a4", AS_IT_IS), ("handout-a5", AS_IT_IS), ("handout-a4", BOOKLET), ("dyslexia-friendly", AS_IT_IS)]
)
@pytest.mark.parametrize("kind", ["crossword", "wordsearch", "exit-ticket", "match-up"])
def test_what_must_be_seen_at_once_stands_on_one_page(kind: str, look: str, habits: PrintHabits, title: str) -> None:
    sheet, pages = drawn(kind, look, habits, title=title)
    # Two tickets under a title of four lines are more than a page of A5 has room for: their heads are brief.
    assert pages == 1
    assert sheet.brief or (kind, look, title) != ("exit-ticket", "handout-a5", LONG)
    assert sheet.sheet.count >= 2


def test_a_number_of_tasks_that_is_wished_for_is_kept() -> None:
    sheet, pages = drawn("match-up", "dyslexia-friendly", items=11)
    assert (sheet.sheet.count, pages > 1) == (11, True)


def crossword(material: Material) -> Sheet:
    return kind_named("crossword").make(material, Seed(1), Wish(), ENGLISH)


def with_holes(whole: int) -> Material:
    """The tides, in whose clues but for so many a word is left out."""
    notions = tuple(
        each if at < whole else replace(each, clue="A kind of … that the moon makes", telling=True)
        for at, each in enumerate(tides().notions)
    )
    return replace(tides(), notions=notions)


def test_terms_whose_clue_has_a_hole_are_in_no_crossword_while_there_are_others() -> None:
    said = repr(crossword(with_holes(8)).tasks)
    assert "…" not in said
    assert "____" not in said


def test_a_hole_in_a_clue_is_a_line_and_is_announced() -> None:
    sheet = crossword(with_holes(2))
    said = repr(sheet.tasks)
    assert "…" not in said
    assert "kind of ____ that" in said
    assert any(isinstance(block, Paragraph) and flat(block.text).startswith("A line in a clue") for block in sheet.tasks)


def test_one_lesson_alone_is_not_told_of_those_further_back() -> None:
    one = kind_named("retrieval-grid").make(tides(), Seed(1), Wish(), ENGLISH)
    assert one.instruction == "worksheet.retrieval-grid.instruction.one"
    assert not any("point" in line for line in lines(one.tasks))
    first, other = (replace(tides().topics[0], id=name, dated="") for name in (tides().topics[0].id, "other"))
    notions = tuple(replace(each, topic="other") if at % 2 else each for at, each in enumerate(tides().notions))
    two = kind_named("retrieval-grid").make(replace(tides(), topics=(first, other), notions=notions), Seed(1), Wish(), ENGLISH)
    assert two.instruction == ""
    assert any("2 points each" in line for line in lines(two.tasks))


WORDS = ("TIDE", "MOON", "EBB", "ESTUARY", "CURRENT", "HARBOUR", "GRAVITY", "SPRING")


@pytest.mark.parametrize("seed", range(8))
def test_words_run_in_all_directions_about_as_often(seed: int) -> None:
    steps = [each.step for each in wordsearch(WORDS, Seed(seed)).hidden]
    assert set(steps) == set(FORWARD)
    assert all(abs(steps.count(one) - steps.count(other)) <= 3 for one, other in pairwise(FORWARD))


def test_the_instruction_names_only_directions_that_occur() -> None:
    from packbuilder.products.worksheets.wordsearch import _directions

    def made(*steps: tuple[int, int]) -> Wordsearch:
        found = wordsearch(WORDS, Seed(1))
        return replace(found, hidden=tuple(each for each in found.hidden if each.step in steps))

    assert _directions(made(*FORWARD)) == ""
    assert _directions(made(RIGHT, DOWN)).endswith(".straight")
    assert _directions(made(RIGHT)).endswith(".some")
    for tag in languages():
        said = [catalogue(tag).say(f"worksheet.wordsearch.instruction{name}") for name in ("", ".straight", ".some")]
        assert len(set(said)) == 3
        assert not catalogue(tag).borrowed & {f"worksheet.wordsearch.instruction{name}" for name in ("", ".straight", ".some")}
