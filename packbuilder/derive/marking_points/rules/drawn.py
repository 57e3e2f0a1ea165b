"""R6d: something to draw, with what its marks are for; a drawing whose features nobody says is left out, as is one that needs another to draw on."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.drawn_kinds import ABSENT, is_bare, is_definite, ruling_for
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.punnett import crossed, is_punnett
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, needs_stimulus
from packbuilder.derive.marking_points.to_draw import Task, code_in, task_in
from packbuilder.patterns import regex
from packbuilder.text import capital

RULE = "R6d"
_ON_ANOTHER = regex(
    r"(?:Label|Annotat|Shad|Complet)(?:l?ing|e?s|e)?\b(?! with\b)(?: and \w+)? (?:.*\b)?(?:diagrams?|sketch|drawing|picture|graph|chart|map|circuit|Punnett square|flow ?chart|pyramid|axes|cross[- ]section|number line)\b",
    re.IGNORECASE,
)
_NOTHING_TO_DRAW_ON = LeftOut(
    rule="R6",
    reason="what it asks for is drawn, and needs something to draw on",
    remedy="Write it in a bank as an item of `kind: drawing`, with the `drawing:` to draw on.",
)
_GENERIC = LeftOut(
    rule="R8",
    reason="it does not say what the drawing shows",
    remedy="Name it in the point (`a circuit diagram with a cell, a lamp and a switch`).",
)
_UNMARKED = "a drawing: what its marks are given for is not there"
_REMEDY = "Say what is credited, after `showing` or a colon (`...: a; b; c`), or write it in a bank with its `points:`."
_OF_EQUATION = regex(r"\b(?:graph|curve|line)s?\b[^:=]*=\s?[^\s:]")
"""A graph by its equation, of which `whole_sums` says what is missing."""
_INCLUDING = regex(r"\b(?:including|to include)\b")


def drawn(point: Normal) -> Outcome:
    """Read `Draw a labelled diagram of X showing A, B and C`, `Construct a Punnett square for Bb × Bb`, `Write pseudocode for X with A, B and C`."""
    if _ON_ANOTHER.match(point.body):
        return _NOTHING_TO_DRAW_ON
    if code := code_in(point.body, point.tail):
        return _asked(code, point, lines=True)
    behind = not _INCLUDING.search(point.full)
    if is_punnett(point.full) and (whole := task_in(capital(point.full))) and (cross := crossed(point.full, point.count)):
        if cross.faulty:
            return LeftOut(rule="N", reason=cross.faulty, remedy="Correct the genotypes, or what is said of the parents.")
        return Asked(
            rule=RULE,
            command=_command(whole),
            sentence=_sentence(whole),
            confidence=0.85,
            several=len(cross.credited),
            given=cross.credited,
            space="plain",
        )
    task = task_in(point.body, point.tail, behind=behind)
    if task is None:
        return None
    if is_definite(task.head) or ABSENT.search(task.words) or needs_stimulus(_sentence(task)):
        return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    if is_bare(task.words):
        return _GENERIC
    if not task.features:
        how = f"Explain how to {task.verb} {re.sub(r' [(][^()]*[)]$', '', task.words)}"
        return None if _OF_EQUATION.search(task.words) else LeftOut(rule="R6", reason=_UNMARKED, remedy=_REMEDY, worksheet=how)
    return _asked(task, point)


def _asked(task: Task, point: Normal, *, lines: bool = False) -> Asked:
    space = "lines" if lines else ruling_for(task.words)
    sure = 0.85 if point.count or len(task.features) > 1 else 0.75
    return Asked(
        rule=RULE,
        command=_command(task),
        sentence=_sentence(task),
        confidence=sure,
        several=len(task.features),
        given=task.features,
        space=space,
    )


def _command(task: Task) -> str:
    return task.verb.split()[0].capitalize()


def _sentence(task: Task) -> str:
    return capital(f"{task.verb} {task.words}")
