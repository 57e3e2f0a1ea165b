"""Guidance: which marking points speak to markers only, and what is left of the others for students."""

from __future__ import annotations

import pytest

from packbuilder.guidance import for_students


@pytest.mark.parametrize(
    "point",
    [
        "Answers that do not refer to examples cannot go beyond Level 2",
        "Weaker answers describe only",
        "Low-level responses only describe the poem.",
        "Accept any relevant case name even if the date is missing.",
        "Accept minor spelling errors provided that the meaning is clear; reject errors of auxiliary",
        "AO1 10 AO2 10 AO3 10",
        "1 mark for a simple point, 2 marks for a developed point.",
        "Award 3 marks for a detailed description, 1 mark for a limited one.",
        "3 marks: A full and correct explanation; 2 – clear but with omissions; 1 – fragmented",
        "Candidates who only list can gain a maximum of 2 marks.",
        "Many candidates confused speed and velocity.",
        "Students who fail to convert units lose marks",
        "Essays that do not reach a judgement should not be awarded more than 12 marks",
        "Marks should be capped at 4 where only one side is given",
        "If no temperature is given, candidates can only score 1 mark",
        "Guidance: stages may be in any order",
        "REJECT: answers about abortion",
        "25–30: sound, conceptually detailed knowledge",
        "Level 3 (7-9): detailed explanation",
        "6-8 marks: a clear argument",
        "Answer: 6",
    ],
)
def test_what_is_said_to_markers_only_is_left_out(point: str) -> None:
    assert for_students(point) == ""


@pytest.mark.parametrize(
    ("point", "left"),
    [
        ("11-16: key stages 3 and 4", "11-16: key stages 3 and 4"),
        ("20-30: Number of chromosomes", "20-30: Number of chromosomes"),
        ("Calculates net cash flow = £2,500 (2 marks, 1 for method)", "Calculates net cash flow = £2,500"),
        ("Explain why a sprinter gets tired. Do not accept 'runs out of energy'.", "Explain why a sprinter gets tired."),
        ("Explain the causes of the war (do not credit assassination alone). (4)", "Explain the causes of the war."),
        ("Name an extinguisher. CO2 (accept carbon dioxide / dry powder).", "Name an extinguisher. CO2."),
        ("What is the optimum pH? ALLOW pH 6.5 to 7.5", "What is the optimum pH?"),
        ("Name the interval. (1) Accept: octave / 8ve. Reject: high jump", "Name the interval."),
        ("One mark for tiredness, one mark for light headedness, one mark for nausea", "Tiredness; light headedness; nausea"),
        ("One mark each for: later marriage; cohabitation (any 3)", "Later marriage; cohabitation"),
        ("Recommend a loan or an overdraft. (9 marks) [AO1 3, AO2 3, AO3 3]", "Recommend a loan or an overdraft."),
        ("Describe a risk assessment (5 steps). 1 mark per step", "Describe a risk assessment (5 steps)"),
        ("Assess mapping [6]: cheap. Level 1 (1–3 marks): simple. Level 2 (4–6 marks): detailed [AO3]", "Assess mapping [6]: cheap."),
        ("Name a volcano [1]: Etna. Also accept: Hekla. Guidance: any spelling. [AO1]", "Name a volcano [1]: Etna."),
        ("Award one mark for each correct safety precaution up to a maximum of two.", "Correct safety precaution"),
    ],
)
def test_what_a_point_says_to_markers_besides_is_cut_off(point: str, left: str) -> None:
    assert for_students(point) == left


@pytest.mark.parametrize(
    "point",
    [
        "Explain why the UN cannot reach agreement at all levels",
        "Explain why wages are limited to 5 per cent",
        "Explain how a candidate can win without a majority of votes",
        "Poor responses to drought make famine worse",
        "Candidates only stand in their own constituency",
        "No country can reach level 5 alone",
        "Limited companies must publish accounts",
        "Weak acids are partly ionised",
        "Γιατί τα φυτά χρειάζονται φως;",
        "Reward and punishment in operant conditioning",
        "Most students live away from home. Explain one effect on housing.",
    ],
)
def test_what_is_said_of_the_subject_stays_as_it_is(point: str) -> None:
    assert for_students(point) == point
