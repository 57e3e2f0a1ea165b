"""Lines of guidance below a point: into the scheme of the question above them, and told so; others stay what they are."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import MarkingPoint, Topic

QUESTION = "Define osmosis [2]"
ATTACHED = "guidance for markers: it stands in the mark scheme of the question above it"


def derived(*lines: str, step: int = 1) -> tuple[list[str], list[str]]:
    """Return the guidance of the first question, and the reasons of what is left out."""
    points = tuple(
        MarkingPoint(text=text, span=Span(path="notes.txt", line=7 + place * step, column=3)) for place, text in enumerate(lines)
    )
    found = derive(Topic(id="t", title="T", span=Span(path="notes.txt", line=1, column=1), marking_points=points))
    first = found.items[0]
    assert not isinstance(first.scheme, KeyScheme)
    return [flat(said) for said in first.scheme.guidance], [each.reason for each in found.omissions]


@pytest.mark.parametrize(
    "line",
    [
        "Do not accept 'semi-permeable'.",
        "Must mention partially permeable membrane for full marks.",
        "Reject: 'water concentration'",
        "ignore 'more collisions'",
        "not 'particles vibrate more'",
        "Max 2 if no reference to frequency",
        "Accept phonetic spelling",
        "Only credit answers in joules",
        "Award two marks for a correct answer with no working",
        "Unit required",
        "Credit any other suitable response.",
    ],
)
def test_a_line_of_guidance_belongs_to_the_question_above_it(line: str) -> None:
    guidance, reasons = derived(QUESTION, line)
    assert [said.casefold() for said in guidance] == [f"{line.rstrip('.').casefold()}."]
    assert reasons == [ATTACHED]


def test_several_lines_do() -> None:
    guidance, reasons = derived(
        QUESTION, "Accept phonetic spelling", "Do not accept 'semi-permeable'", "Explain why plant cells do not burst"
    )
    assert guidance == ["Accept phonetic spelling.", "Do not accept 'semi-permeable'."]
    assert reasons == [ATTACHED] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Award credit for describing a landscape from a map.",
        "Award 1 mark for each of the following: nucleus, cytoplasm, membrane",
        "Any two from: concentration; temperature; surface area",
        "Wider example required for Level 3",
        "Max 6 if no example is given",
        "Candidates often lose the unit mark",
        "Evaluate rather than describe",
    ],
)
def test_what_has_answers_of_its_own_or_speaks_of_another_question_does_not(line: str) -> None:
    assert derived(QUESTION, line)[0] == []


def test_a_line_far_below_does_not_nor_one_below_what_is_no_question() -> None:
    assert derived(QUESTION, "Accept phonetic spelling", step=9)[0] == []
    assert derived(QUESTION, "Osmosis is a movement of water.", "Accept phonetic spelling")[0] == []


@pytest.mark.parametrize(
    "line", ["ALLOW ecf from part (a)", "Accept phonetic spelling throughout", "Credit other answers in all questions"]
)
def test_what_is_said_of_sums_or_of_all_questions_belongs_to_no_definition(line: str) -> None:
    guidance, reasons = derived(QUESTION, line)
    assert not guidance
    assert reasons and ATTACHED not in reasons


def test_an_error_carried_forward_belongs_to_a_sum() -> None:
    guidance, _ = derived("Calculate 15% of £80. M1 0.15 × 80; A1 £12", "Allow ecf")
    assert guidance == ["Allow ecf."]


def test_words_of_one_answer_belong_to_no_levels() -> None:
    guidance, reasons = derived("Evaluate the use of interval training [9]", "Reject: 'heart gets faster'")
    assert not guidance
    assert ATTACHED not in reasons


@pytest.mark.parametrize(
    "line",
    ["Allow 1 mark for stating the meaning of ‘overdraft’ (more than is in the account)", "Max 3 marks if only one side discussed"],
)
def test_what_credits_another_subject_or_weighs_sides_belongs_to_no_list(line: str) -> None:
    guidance, reasons = derived("Identify three features of a package holiday [3]: transport, accommodation, transfers", line)
    assert not guidance
    assert reasons and ATTACHED not in reasons


def test_what_credits_a_word_of_the_point_above_belongs_to_it() -> None:
    guidance, _ = derived("Explain how a package holiday saves money [3]", "Allow 1 mark for stating what a holiday costs")
    assert len(guidance) == 1
