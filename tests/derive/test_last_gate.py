"""The last gate: what a finished question never holds; and questions of the same words that are good."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.last_gate import kept_back

MARKERS = "words for markers stand in what is asked"
STATED = "what is asked holds a whole statement, which may be the answer"
LISTED = "a list stands in what is asked, which may be its answer"
WORKED = "its own result stands in it"
ANSWER = "its answer stands in what is asked"
HALF = "the sentence is not whole"
BRACKETS = "a bracket is opened or closed alone"


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Define 'market share'. For 2 marks, and give an example", MARKERS),
        ("State the unit of temperature ½ mark", MARKERS),
        ("Discuss the use of solar panels, 8 marks", MARKERS),
        ("Explain, for 4 marks, how a heat pump works", MARKERS),
        ("Explain inflation; owtte", MARKERS),
        ("Explain quotas - must refer to quantity", MARKERS),
        ("Evaluate deforestation. Level 1: simple statements. Level 2: some explanation", MARKERS),
        ("Evaluate globalisation. Max 4 if one-sided", MARKERS),
        ("Describe named example needed for top of Level 2", MARKERS),
        ("State the turning point of y = (x − 4)² + 1 (B1 for)", MARKERS),
        ("Name the process: osmosis; R: diffusion alone", MARKERS),
        ("Describe an experiment on gravitropism (4m)", MARKERS),
        ("Explain how a cool down aids recovery. x 2", MARKERS),
        ("Discuss what candidates write", MARKERS),
        ("Describe and explain conduction rewarded", MARKERS),
        ("Describe the properties of metals make them good conductors", STATED),
        ("Explain the causes of heat loss include draughts", STATED),
        ("Explain the impact of solar panels on bills can be large", STATED),
        ("Compare values shows copper is best", STATED),
        ("Explain why leaves fall - days shorten; sap sinks", LISTED),
        ("Explain why the moon shows the same face -> tidal locking, rotates once per orbit", LISTED),
        ("Explain the action to be taken following an injury: wash, cover, report", LISTED),
        ("Explain how enzymes work – specific shape – bind to substrate", LISTED),
        ("Explain why grapes are sprayed with gibberellin | bigger fruit", LISTED),
        ("State what is meant by a dative bond – electrons of the pair come from the same atom", LISTED),
        ("Calculate market share: £2.4m / £12m x 100 = 20%", WORKED),
        ("Calculate the increase from 20 mm to 25 mm. (25 − 20)/20 × 100", WORKED),
        ("Calculate rate of reaction: 1 ÷ time", WORKED),
        ("Name the valve of the heart = bicuspid valve", ANSWER),
        ("State the ratio for an adult (30:2)", ANSWER),
        ("Identify signs of stroke (FAST)", ANSWER),
        ("State whether each is a debit: sales (Dr), receipts (Cr)", ANSWER),
        ("Define 'scaffolding'. support given to a child", ANSWER),
        ("Solve 2x^2 + 3x", HALF),
        ("Give the output of the program when x", HALF),
        ("Explain why a runner needs a high stroke volume [1", BRACKETS),
    ],
)
def test_kept_back(sentence: str, reason: str) -> None:
    left = kept_back(sentence)
    assert left is not None
    assert left.reason == reason
    assert left.remedy


@pytest.mark.parametrize(
    "sentence",
    [
        "Explain the damage caused by a level 5 hurricane",
        "Explain energy transfer between trophic level 2 and trophic level 3",
        "Explain why scientists did not accept Wegener's theory",
        "Explain how candidates are selected by political parties",
        "State whether credit sales are a debit",
        "Explain why Germany printed more marks in 1923",
        "Explain Max Planck's contribution to physics",
        "Discuss free will and determinism",
        "Explain the effect exercise has on the heart",
        "Describe the way the modern periodic table is organised",
        "Name the process plants use to make food",
        "Describe the steps a nurse should take to prevent infection",
        "State the condition for a quadratic equation to have no real roots",
        "State two causes of erosion (human or natural)",
        "State the cause and cure of scurvy",
        "Explain the cause - effect link between the arms race and the war",
        "Explain how the brain – the control centre of the body – responds to stimuli",
        "Compare Paris – the capital – with Lyon",
        "Explain why v = ±ω√(A² – x²) has two values",
        "Explain the use of technetium-99m in medicine (t½ = 6 h)",
        "Explain why 0.1 + 0.2 = 0.3 may be false in a program",
        "State the function of the central processing unit (CPU)",
        "Explain why the beam is cut to a length of (3m)",
        "Explain how Dickens presents Scrooge. Write about: what he says; what he does",
        "Describe how plants grow, respire and reproduce",
        "Explain why work done = force × distance",
        "Find the error in 3 + 4 = 8",
        "Explain what `cat names | sort` prints",
    ],
)
def test_good_questions_pass(sentence: str) -> None:
    assert kept_back(sentence) is None


def test_an_answer_is_known_by_three_words_in_a_row() -> None:
    asked = "Explain why the discriminant is negative and hence why there are no real roots"
    assert kept_back(asked, credited=("no real roots as it is below zero",)) is not None
    assert kept_back(asked, credited=("roots are complex",)) is None


def test_quantities_may_stand_in_a_question_for_their_equation() -> None:
    assert kept_back("State the equation that links force, mass and acceleration", credited=("Force = mass × acceleration",)) is None


def test_what_is_told_before_a_question_speaks_to_nobody_else() -> None:
    assert kept_back("Explain why", scene="Iron rusts in water. Accept any metal") is not None
    assert kept_back("Explain why", scene="Iron rusts in water") is None
