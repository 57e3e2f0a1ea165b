"""What is doubtful of a whole item, and what it refers to that is not there."""

from __future__ import annotations

import pytest

from packbuilder.document import AnswerBlank, Paragraph
from packbuilder.markup import flat
from tests.question_types.banks import ENGLISH, built, item, mistakes


def _found(fields: str) -> tuple[str, ...]:
    items, found = built("bank: {topic: t}\nitems:\n  - id: one\n" + "\n".join(f"    {line}" for line in fields.splitlines()))
    assert items
    return found


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: ordering\nstem: Put in order.\nmarks: 3\nsteps: [a, b, c, d, e]", "6:12 B256 nothing says how 3 marks are given for 5 steps: two markers would differ"),
        ("kind: cloze\nmarks: 4\ntext: 'A {{gap}} here.'", "5:12 B256 nothing says how 4 marks are given for 1 gap: two markers would differ"),
        ("kind: numeric\nstem: Work it out.\nanswer: 5\nworking: [{text: 2 + 2 = 4}]", "6:13 B257 the answer is 5, and the working comes to '4'"),
        ("kind: numeric\nstem: Work it out.\nanswer: 9\ntolerance: 9", "7:16 B278 with `tolerance: 9` nothing, and twice the answer, would be accepted"),
        ("kind: multiple_choice\nstem: Which?\noptions: [{text: Iron, correct: true}, {text: iron}]", "6:51 B234 the options 'Iron' and 'iron' are the same words"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_told(fields: str, expected: str) -> None:
    assert _found(fields) == (expected,)


@pytest.mark.parametrize(
    "fields",
    [
        "kind: ordering\nstem: Put in order.\nmarks: 1\nsteps: [a, b, c, d, e]",
        "kind: ordering\nstem: Put in order.\nmarks: 4\nsteps: [a, b, c, d, e]",
        "kind: ordering\nstem: Put in order.\nmarks: 3\nsteps: [a, b, c, d, e]\nguidance: [3 marks for all in order; 1 mark for three.]",
        "kind: numeric\nstem: Work it out.\nanswer: 3.33\nworking: [{text: 10 / 3 = 3.333}]",
        "kind: numeric\nstem: Work it out.\nanswer: 1.2\nunit: km\nworking: [{text: 4 × 300 = 1200 m}]",
        "kind: numeric\nstem: Work it out.\nanswer: 5\nworking: [{text: substitutes into the equation}]",
        "kind: multiple_choice\nstem: Which?\noptions: [{text: CO, correct: true}, {text: Co}]",
    ],
)
def test_what_is_meant_so_is_not(fields: str) -> None:
    assert _found(fields) == ()


def test_a_stem_that_asks_for_two_has_two_right_options() -> None:
    options = "options: [{text: Iron, correct: true}, {text: Tin, correct: true}, {text: Zinc, correct: true}, {text: Neon}]"
    assert mistakes(f"kind: multiple_response\nstem: Which **two** are metals?\n{options}") == (
        "6:14 B231 the stem asks for 2, and 3 options are right",
    )


_ABSENT = "B223 the question refers to {}, which is not there"


@pytest.mark.parametrize(
    ("stem", "what"),
    [
        ("Use Table 7 to state the trend.", "Table 7"),
        ("Describe what Figure 2 shows.", "Figure 2"),
        ("State what Fig. 2 shows.", "Figure 2"),
        ("Use your answer to part (b) to state the trend.", "part (b)"),
        ("State the value from the previous question.", "the previous question"),
        ("State how useful Source B is.", "Source B"),
    ],
)
def test_what_is_not_there_cannot_be_referred_to(stem: str, what: str) -> None:
    (found,) = mistakes(f"kind: short_answer\nstem: {stem}\npoints: [{{text: x1}}]")
    assert found == f"5:11 {_ABSENT.format(what)}"


@pytest.mark.parametrize(
    "stem",
    [
        "State the group in the periodic table.",
        "State what Figure 2 in the resource booklet shows.",
        "State what a figure of eight is.",
        "'Source A: \"We were glad.\" State what Source A says.'",
        "State the part of the cell that makes protein.",
        "State in which part a leaf makes food.",
        "State the question that the survey asked.",
        "In question 3 of the survey people were asked about food. State one weakness.",
        "State what is said in part (a) of the Act.",
    ],
)
def test_what_stands_in_the_stem_or_elsewhere_can(stem: str) -> None:
    assert item(f"kind: short_answer\nstem: {stem}\npoints: [{{text: x1}}]").id


def test_a_stimulus_is_referred_to_by_its_title() -> None:
    bank = "bank: {{topic: t}}\nstimuli:\n- {{id: s, title: Table 1, table: {{rows: [['1', '2']]}}}}\nitems:\n- {{id: a, kind: short_answer, stimulus: s, stem: Use Table {} to state it., points: [{{text: x1}}]}}"
    assert len(built(bank.format(1))[0]) == 1
    assert built(bank.format(3))[1] == (f"5:50 {_ABSENT.format('Table 3')}",)


@pytest.mark.parametrize(
    ("unit", "answer", "label", "key"),
    [("£", "-3", "Answer £", "−£3"), ("£ per kg", "3", "Answer £", "£3 per kg"), ("US$", ".5", "Answer US$", "US$0.5"), ("p", "3", "Answer", "3 p"), ("kg", "2.4e-24", "Answer", "2.4 × 10⁻²⁴ kg")],
)  # fmt: skip
def test_a_currency_stands_before_its_number(unit: str, answer: str, label: str, key: str) -> None:
    made = item(f"kind: numeric\nstem: Work it out.\nanswer: {answer}\nunit: {unit}").interaction
    blank, first = made.answer_space(1, ENGLISH)[-1], made.key(ENGLISH)[0]
    assert isinstance(blank, AnswerBlank)
    assert isinstance(first, Paragraph)
    assert (flat(blank.label), flat(first.text)) == (label, key)


_LINE = "{{kind: number_line, from: {}, to: {}, step: 1}}"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (_LINE.format(-9, 9), "the number line of the answer goes from −9 to 9, that of the candidate's drawing from −5 to 5"),
        ("{kind: pie_chart, data: {a: 1, b: 2}}", "the answer is a drawing of another kind than the candidate's"),
    ],
)
def test_an_answer_is_drawn_on_the_candidates_drawing(answer: str, message: str) -> None:
    drawing = f"kind: drawing\nstem: Show it.\ndrawing: {_LINE.format(-5, 5)}\npoints: [{{text: x1}}]"
    assert mistakes(f"{drawing}\nanswer: {answer}") == (f"8:13 B259 {message}",)
    assert item(f"{drawing}\nanswer: {_LINE.format(-5, 5)}").marks == 1


def test_of_a_stimulus_that_cannot_be_used_its_own_mistake_is_told() -> None:
    bank = "bank: {topic: t}\nstimuli:\n- {id: s, title: Figure 1, image: {file: no.png, alt: A map of the coast.}}\nitems:\n- {id: a, kind: short_answer, stimulus: s, stem: Use Figure 1 to state it., points: [{text: x1}]}"
    items, (found,) = built(bank)
    assert items == ()
    assert "B314" in found
