"""The tariff: what each command word is worth, tests and is marked by (HANDBOOK section 2)."""

from __future__ import annotations

from dataclasses import replace

from packbuilder.model.objectives import usual_objectives
from packbuilder.patterns import regex
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """Marks and objectives of a command word; `difficulty` from 1 to 5; `rank` says which of two verbs is higher."""

    marks: int
    objectives: tuple[str, ...]
    difficulty: int
    rank: int


_ROWS = {
    "State": (1, 1, 1),
    "Name": (1, 1, 1),
    "Give": (1, 1, 1),
    "List": (2, 1, 1),
    "Identify": (2, 1, 1),
    "Define": (2, 2, 2),
    "Outline": (2, 2, 2),
    "Write": (2, 2, 2),
    "Classify": (3, 2, 2),
    "Describe": (3, 2, 3),
    "Summarise": (3, 2, 3),
    "Suggest": (3, 3, 4),
    "Predict": (3, 3, 4),
    "Explain": (4, 3, 5),
    "Apply": (4, 3, 5),
    "Use": (4, 3, 5),
    "Interpret": (4, 3, 5),
    "Distinguish": (4, 3, 6),
    "Compare": (4, 3, 6),
    "Examine": (6, 4, 7),
    "Explore": (6, 4, 7),
    "Analyse": (6, 4, 8),
    "Discuss": (6, 4, 8),
    "Recommend": (6, 4, 8),
    "Advise": (6, 4, 8),
    "Assess": (8, 5, 9),
    "Justify": (8, 5, 9),
    "Evaluate": (9, 5, 10),
}
"""Marks, difficulty and rank by command word."""

TARIFF = {
    command: Tariff(marks=marks, objectives=usual_objectives(command), difficulty=difficulty, rank=rank)
    for command, (marks, difficulty, rank) in _ROWS.items()
}
"""By command word. Points mark up to 4, levels from 6; nothing lies between (HANDBOOK section 2), unless a point says that it is worth 5."""

CALCULATED = "Calculate"
_SKILL = Tariff(marks=2, objectives=usual_objectives(CALCULATED), difficulty=3, rank=2)
"""What is worked out with values, by whatever verb, where the answer is known: a mark for each step that a point lists."""

DRAWN = "Draw"
_DRAWN = Tariff(marks=1, objectives=usual_objectives(DRAWN), difficulty=2, rank=2)
_MOST_DRAWN = 6
"""Features of a drawing that are worth a mark each, where a point does not say what it is worth; of more, any so many."""

POINTS_UP_TO = 4
LEVELS_FROM = 6
MOST = 40
"""No question is worth more: the longest essays of school examinations are."""


_WITH_REASONS = regex(r"[.?] (?:Give (?:your |some )?reasons|Explain your (?:answer|choice|view|reasoning|opinion)|Justify your)\b")
"""What a question for a choice adds, for which most of its marks are given."""


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


def reasoned(stem: str, command: str, tariff: Tariff) -> tuple[str, Tariff]:
    """Return what is named or chosen with reasons for several marks as what its marks are for: an explanation, or from six on a discussion.

    "Which was worse, religion or money? Give reasons. [6]" is no recall of six facts.
    """
    if tariff.rank > TARIFF["Identify"].rank or tariff.marks < TARIFF["Suggest"].marks or not _WITH_REASONS.search(stem):
        return command, tariff
    command = "Discuss" if tariff.marks >= LEVELS_FROM else "Explain"
    return command, replace(TARIFF[command], marks=tariff.marks)


def _by_words(first: str, second: str, count: int) -> tuple[str, Tariff]:
    if first == CALCULATED:
        count = 0  # numbers are what is reckoned with ("Evaluate 8^2")
    if first == DRAWN:
        return first, replace(_DRAWN, marks=min(max(1, count), _MOST_DRAWN))
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
        return command, replace(high, marks=marks)
    if count and one.rank <= 5:
        each = 1 if one.rank <= 1 or (first == "Define" and count > POINTS_UP_TO // 2) else 2
        # "Describe three ways" is no four marks: what is not worth two each is worth one each, and "the five pillars" are worth five.
        marks = count * each if count * each <= POINTS_UP_TO else count
        return first, replace(one, marks=marks)
    return first, one
