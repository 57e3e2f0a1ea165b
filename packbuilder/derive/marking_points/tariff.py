"""The tariff: what each command word is worth, tests and is marked by (HANDBOOK section 2)."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """Marks and objectives of a command word; `difficulty` from 1 to 5; `rank` says which of two verbs is higher."""

    marks: int
    objectives: tuple[str, ...]
    difficulty: int
    rank: int


_AO1, _AO2, _AO3 = ("AO1",), ("AO2",), ("AO3",)

TARIFF = {
    "State": Tariff(marks=1, objectives=_AO1, difficulty=1, rank=1),
    "Name": Tariff(marks=1, objectives=_AO1, difficulty=1, rank=1),
    "Give": Tariff(marks=1, objectives=_AO1, difficulty=1, rank=1),
    "List": Tariff(marks=2, objectives=_AO1, difficulty=1, rank=1),
    "Identify": Tariff(marks=2, objectives=_AO1, difficulty=1, rank=1),
    "Define": Tariff(marks=2, objectives=_AO1, difficulty=2, rank=2),
    "Outline": Tariff(marks=2, objectives=_AO1, difficulty=2, rank=2),
    "Write": Tariff(marks=2, objectives=_AO1, difficulty=2, rank=2),
    "Classify": Tariff(marks=3, objectives=_AO2, difficulty=2, rank=2),
    "Describe": Tariff(marks=3, objectives=_AO1, difficulty=2, rank=3),
    "Summarise": Tariff(marks=3, objectives=_AO1, difficulty=2, rank=3),
    "Suggest": Tariff(marks=3, objectives=_AO2, difficulty=3, rank=4),
    "Predict": Tariff(marks=3, objectives=_AO2, difficulty=3, rank=4),
    "Explain": Tariff(marks=4, objectives=("AO1", "AO2"), difficulty=3, rank=5),
    "Apply": Tariff(marks=4, objectives=_AO2, difficulty=3, rank=5),
    "Use": Tariff(marks=4, objectives=_AO2, difficulty=3, rank=5),
    "Interpret": Tariff(marks=4, objectives=_AO2, difficulty=3, rank=5),
    "Distinguish": Tariff(marks=4, objectives=("AO1", "AO2"), difficulty=3, rank=6),
    "Compare": Tariff(marks=4, objectives=("AO2", "AO3"), difficulty=3, rank=6),
    "Examine": Tariff(marks=6, objectives=_AO3, difficulty=4, rank=7),
    "Explore": Tariff(marks=6, objectives=_AO3, difficulty=4, rank=7),
    "Analyse": Tariff(marks=6, objectives=_AO3, difficulty=4, rank=8),
    "Discuss": Tariff(marks=6, objectives=_AO3, difficulty=4, rank=8),
    "Recommend": Tariff(marks=6, objectives=_AO3, difficulty=4, rank=8),
    "Assess": Tariff(marks=8, objectives=_AO3, difficulty=5, rank=9),
    "Justify": Tariff(marks=8, objectives=_AO3, difficulty=5, rank=9),
    "Evaluate": Tariff(marks=9, objectives=_AO3, difficulty=5, rank=10),
}
"""By command word. Points mark up to 4, levels from 6; nothing lies between (HANDBOOK section 2), unless a point says that it is worth 5."""

CALCULATED = "Calculate"
_SKILL = Tariff(marks=2, objectives=_AO2, difficulty=3, rank=2)
"""What is worked out with values, by whatever verb, where the answer is known: a mark for each step that a point lists."""

POINTS_UP_TO = 4
LEVELS_FROM = 6
MOST = 40
"""No question is worth more: the longest essays of school examinations are."""


def tariff_of(first: str, second: str = "", *, count: int = 0, worth: int = 0) -> tuple[str, Tariff]:
    """Return the command that a stem is marked under, and its tariff.

    Of two verbs the higher one counts, with one mark more up to the next limit; `count` is a number in the text ("two
    reasons"), which wins for the verbs of recall. `worth` is what the point itself says it is worth, and wins over all: an
    explanation for six marks or more is marked by levels, a judgement for fewer by points.
    """
    command, tariff = _by_words(first, second, count)
    if not worth:
        return command, tariff
    if tariff.marks >= LEVELS_FROM:
        # "Comment on the result (3)" is marked by points; one mark is too little for any judgement.
        return command, replace(tariff, marks=min(worth if worth > 1 else LEVELS_FROM, MOST))
    return command, replace(tariff, marks=min(worth, MOST))


def _by_words(first: str, second: str, count: int) -> tuple[str, Tariff]:
    one = _SKILL if first == CALCULATED else TARIFF[first]
    if second in TARIFF:
        two = TARIFF[second]
        command, high = (first, one) if one.rank >= two.rank else (second, two)
        marks = max(high.marks + 1, count if one.rank == two.rank == 1 else 0)
        if high.marks <= POINTS_UP_TO:
            marks = min(marks, POINTS_UP_TO)
        elif command == "Analyse" and "Evaluate" in (first, second):
            marks = 9
        else:
            marks = high.marks
        return command, Tariff(marks=marks, objectives=high.objectives, difficulty=high.difficulty, rank=high.rank)
    if count and one.rank <= 5:
        each = 1 if one.rank <= 1 or (first == "Define" and count > POINTS_UP_TO // 2) else 2
        # "Describe three ways" is no four marks: what is not worth two each is worth one each, and "the five pillars" are worth five.
        marks = count * each if count * each <= POINTS_UP_TO else count
        return first, Tariff(marks=marks, objectives=one.objectives, difficulty=one.difficulty, rank=one.rank)
    return first, one
