"""What holds over a whole bank: stimuli, pictures, enemies, kinds."""

from __future__ import annotations

import pytest

from packbuilder.document import Figure, Paragraph, Table
from packbuilder.question_types.registry import BUILT_IN
from tests.question_types.banks import PNG, built

STIMULUS = """
bank: {{topic: t}}
stimuli:
  - id: cell
    title: Figure 1
    {body}
items:
  - id: one
    kind: short_answer
    stem: Name part A.
    stimulus: cell
    points: [{{text: nucleus}}]
  - id: two
    kind: short_answer
    stem: Name one metal.
    points: [{{text: iron}}]
"""


def test_the_built_in_kinds_stand_in_written_order() -> None:
    assert list(BUILT_IN) == [
        "multiple_choice", "multiple_response", "true_false", "short_answer", "extended_response",
        "numeric", "matching", "ordering", "cloze", "drawing",
    ]  # fmt: skip


def test_a_stimulus_holds_its_text_table_and_picture() -> None:
    body = "text: A cell.\n    table: {header: [a, b], rows: [[1, 2], ['', 4]]}\n    image: {file: cell.png, alt: A cell.}"
    items, found = built(STIMULUS.format(body=body), {"cell.png": PNG})
    assert found == ()
    assert items[0].stimulus is not None
    text, table, figure = items[0].stimulus.blocks
    assert isinstance(text, Paragraph)
    assert isinstance(table, Table)
    assert [len(row) for row in (*table.header, *table.rows)] == [2, 2, 2]
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.picture.data) == ("A cell.", PNG)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("image: {file: cell.png}", "6:12 B313 an image needs `alt`: what it shows, in words"),
        ("image: {file: none.png, alt: A cell.}", "6:19 B314 there is no picture 'none.png' in the project"),
        ("image: {file: cell.gif, alt: A cell.}", "6:19 B315 'cell.gif' is neither PNG nor JPEG"),
        ("image: {file: cell.png, alt: cell.png}", "6:34 B317 `alt` is 'cell.png', which says nothing of what the image shows"),
        ("image: {file: cell.png, alt: Cell}", "6:34 B317 `alt` is 'Cell', which says nothing of what the image shows"),
        ("image: {file: cell.png, alt: Figure 1}", "6:34 B317 `alt` is 'Figure 1', which says nothing of what the image shows"),
        ("table: {header: [a, b], rows: [[1, 2], [3]]}", "6:44 B311 this row has 1 cells, the table 2 columns"),
        ("table: {header: [a, b]}", "6:12 B312 a table needs `rows:`, a list of lists"),
        ("", "4:5 B310 a stimulus needs a text, a table, an image or a drawing"),
    ],
)
def test_a_stimulus_with_a_mistake_takes_its_questions_with_it(body: str, expected: str) -> None:
    items, found = built(STIMULUS.format(body=body), {"cell.png": PNG, "cell.gif": b"GIF89a", "none.png": None})
    assert found == (expected,)
    assert [item.id for item in items] == ["b.two"]


def test_a_stimulus_that_is_nowhere_leaves_out_the_question_that_refers_to_it() -> None:
    items, found = built(STIMULUS.format(body="text: A cell.").replace("stimulus: cell", "stimulus: sell"))
    assert found == ("11:15 B260 the bank has no stimulus 'sell'",)
    assert [item.id for item in items] == ["b.two"]


ENEMIES = """
bank: {{topic: t}}
items:
  - {{id: one, kind: cloze, text: "A {{{{b}}}}.", enemies: [{enemy}]}}
  - {{id: two, kind: {kind}, text: "A {{{{b}}}}."}}
"""


def test_enemies_never_stand_on_one_paper() -> None:
    items, found = built(ENEMIES.format(enemy="two", kind="cloze"))
    assert found == ()
    assert items[0].clashes(items[1])
    assert items[1].clashes(items[0])


@pytest.mark.parametrize(
    ("enemy", "kind", "code"),
    [("tow", "cloze", "B261 the bank has no item 'tow'"), ("one", "cloze", "B262 the item 'one' names itself as its enemy")],
)
def test_enemies_must_be_other_items_of_the_bank(enemy: str, kind: str, code: str) -> None:
    (found,) = built(ENEMIES.format(enemy=enemy, kind=kind))[1]
    assert found.endswith(code)


def test_an_unknown_kind_is_an_error_and_costs_only_its_own_item() -> None:
    items, found = built(ENEMIES.format(enemy="two", kind="closs"))
    assert len(items) == 1
    assert found[0].endswith("B200 there is no kind of question called 'closs'")
