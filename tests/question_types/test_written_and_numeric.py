"""Short answers, extended responses and numbers: what the bank must say of their marks."""

from __future__ import annotations

import pytest

from packbuilder.document import AnswerBlank, AnswerLines, ItemList, Paragraph, Workings
from packbuilder.markup import flat
from packbuilder.model.scheme import LevelsScheme, PointsScheme
from packbuilder.question_types.numeric import Numeric
from tests.question_types.banks import ENGLISH, item, mistakes


def test_a_short_answer_is_marked_by_its_points() -> None:
    made = item("""
        kind: short_answer
        stem: A plant makes food. Explain how.
        objective: [AO1, AO2]
        points:
          - {text: It uses light, accept: [sunlight], reject: [heat]}
          - {text: to make glucose, marks: 2}
        lines: 5
    """)
    assert (made.marks, made.command, made.objectives) == (3, "Explain", ("AO1", "AO2"))
    assert isinstance(made.scheme, PointsScheme)
    assert [(flat(p.text), p.marks) for p in made.scheme.points] == [("It uses light", 1), ("to make glucose", 2)]
    assert [flat(text) for text in (*made.scheme.points[0].accept, *made.scheme.points[0].reject)] == ["sunlight", "heat"]
    assert made.interaction.answer_space(3, ENGLISH) == (AnswerLines(lines=5, marks=3),)
    assert made.interaction.key(ENGLISH) == ()


def test_any_two_of_three_points_give_two_marks() -> None:
    made = item("kind: short_answer\nstem: State two metals.\nany: 2\npoints: [{text: iron}, {text: tin}, {text: zinc}]")
    assert isinstance(made.scheme, PointsScheme)
    assert (made.marks, made.scheme.any_of) == (2, 2)


SHORT = "kind: short_answer\nstem: State two metals.\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("marks: 1\npoints: [{text: iron}, {text: tin}]", "6:12 B233 the item has 1 mark, but its points give 2"),
        ("marks: 3\npoints: [{text: iron}, {text: tin}]", "6:12 B233 the item has 3 marks, but its points give 2"),
        ("marks: 2\nany: 1\npoints: [{text: iron}, {text: tin}]", "6:12 B233 the item has 2 marks, but `any: 1` gives 1"),
        ("any: 3\npoints: [{text: iron}, {text: tin}]", "6:10 B234 `any: 3`, but there are 2 points"),
        ("any: 1\nmarks: 2\npoints: [{text: iron}, {text: tin, marks: 2}]", "8:13 B244 with `any`, all points must be worth the same"),
        ("lines: 3", "3:5 B235 the item has no creditworthy point"),
        ("command: Explian\npoints: [{text: iron}]", "6:14 B221 `command` is 'Explian', which is not a known command word"),
        (
            "objective: AO0\npoints: [{text: iron}]",
            "6:16 B220 `objective` is 'AO0': it must be one of AO1, AO2, AO3, AO4, AO5, AO6, AO7, AO8, AO9",
        ),
        ("pionts: []\npoints: [{text: iron}]", "6:5 B204 the item has no key 'pionts'"),
    ],
)
def test_mistakes_in_short_answers_are_errors_at_their_place(fields: str, expected: str) -> None:
    assert mistakes(SHORT + fields) == (expected,)


def test_a_formula_that_cannot_be_read_is_an_error_at_its_place() -> None:
    found = mistakes(SHORT + r"points: [{text: 'the root $\frac{1$'}]")
    assert found[0] == r"6:31 M101 in a formula: `\frac` lacks its argument"


LEVELS = """
    kind: extended_response
    stem: Evaluate the use of iron in bridges.
    marks: {marks}
    levels:
      - {{marks: "{top}", descriptor: Detailed.}}
      - {{marks: "3-4", descriptor: Clear.}}
      - {{marks: "1-2", descriptor: Simple.}}
    indicative: [It is strong]
"""


def test_an_extended_response_is_marked_by_levels_from_the_lowest() -> None:
    made = item(LEVELS.format(marks=6, top="5–6"))
    assert isinstance(made.scheme, LevelsScheme)
    assert [(level.number, level.low, level.high) for level in made.scheme.levels] == [(1, 1, 2), (2, 3, 4), (3, 5, 6)]
    assert [flat(text) for text in made.scheme.indicative] == ["It is strong"]
    assert made.command == "Evaluate"


@pytest.mark.parametrize(
    ("marks", "top", "expected"),
    [
        (6, "6", "8:17 B238 no level has 5 marks"),
        (8, "7-8", "8:17 B238 no level has 5 to 6 marks"),
        (6, "4-6", "8:17 B238 two levels have 4 marks"),
        (8, "5-6", "8:17 B238 the levels end at 6 marks, the item has 8"),
        (6, "6-5", "8:17 B237 `marks` of a level is '6-5': it must be a range from low to high"),
        (6, "high", "8:17 B237 `marks` of a level is 'high': it must be a range from low to high"),
    ],
)
def test_levels_cover_each_mark_once(marks: int, top: str, expected: str) -> None:
    assert mistakes(LEVELS.format(marks=marks, top=top)) == (expected,)


def test_levels_never_mark_fewer_than_six_marks() -> None:
    found = mistakes('kind: extended_response\nstem: Discuss iron.\nmarks: 4\nlevels: [{marks: "1-4", descriptor: Any.}]')
    assert found == ("6:12 B236 an extended response has 6 marks or more, this one 4",)


NUMERIC = """
    kind: numeric
    stem: Calculate the volume.
    marks: {marks}
    answer: -12.5
    tolerance: 0.1
    unit: cm³
    accept: [-12½]
    working:
      - {{text: "$\\\\frac{{25}}{{2}}$", type: M}}
      - {{text: "-12.5", type: A, accept: [25/2]}}
"""


def test_a_number_has_room_for_working_and_a_blank_with_its_unit() -> None:
    space = item(NUMERIC.format(marks=2)).interaction.answer_space(2, ENGLISH)
    assert space[0] == Workings(marks=2)
    assert isinstance(space[1], AnswerBlank)
    assert flat(space[1].unit) == "cm³"


def test_the_key_of_a_number_gives_its_range_and_its_working() -> None:
    made = item(NUMERIC.format(marks=2))
    assert isinstance(made.interaction, Numeric)
    *texts, working = made.interaction.key(ENGLISH)
    assert [flat(block.text) for block in texts if isinstance(block, Paragraph)] == [
        "−12.5 cm³", "Accept −12.6 to −12.4 cm³", "Accept: -12½"
    ]  # fmt: skip
    assert isinstance(working, ItemList)
    lines = [flat(block.text) for entry in working.entries for block in entry if isinstance(block, Paragraph)]
    assert lines == ["M1  25/2", "A1  -12.5", "Accept: 25/2"]


def test_working_that_does_not_sum_to_the_marks_is_an_error() -> None:
    assert mistakes(NUMERIC.format(marks=3)) == ("12:7 B239 the working's marks sum to 2, the item has 3",)


def test_an_answer_that_is_no_number_is_an_error() -> None:
    (found,) = mistakes("kind: numeric\nstem: Calculate it.\nanswer: twelve")
    assert found.startswith("6:13 B202 `answer` is 'twelve': it must be a number")


def test_points_up_to_a_maximum_with_what_is_ignored_and_essential() -> None:
    made = item("""
        kind: short_answer
        stem: Explain how a greenhouse warms.
        max: 2
        points:
          - {text: light passes the glass, essential: [glass]}
          - {text: the ground warms and gives off infrared, ignore: [heat rays]}
          - {text: infrared is absorbed by the glass}
    """)
    assert made.marks == 2
    assert isinstance(made.scheme, PointsScheme)
    assert made.scheme.at_most == 2
    assert [flat(word) for word in made.scheme.points[0].essential] == ["glass"]
    assert [flat(word) for word in made.scheme.points[1].ignore] == ["heat rays"]


def test_an_open_scheme_states_the_marking_point_and_its_convention() -> None:
    made = item("""
        kind: short_answer
        stem: Explain why ice floats.
        marks: 3
        marking_point: Explaining why ice floats.
        may_include: [ice is less dense than water]
        convention: explain
        other_valid: true
    """)
    assert isinstance(made.scheme, PointsScheme)
    assert (made.marks, made.scheme.convention, made.scheme.open_ended) == (3, "explain", True)
    assert mistakes("kind: short_answer\nstem: Explain why.\nmarks: 2\nmarking_point: x\nconvention: explian") == (
        "8:17 B203 `convention` is 'explian': it must be one of recall, define, describe, explain, apply, compare, method, claim, calculation, pairs, whole, drawing",
    )
