"""R6d: something to draw, with what its marks are for; a drawing whose features nobody says is left out, as is one that needs another to draw on."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.drawn_kinds import ABSENT, is_bare, is_definite, needs_data, ruling_for
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.punnett import crossed, is_punnett
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, needs_stimulus
from packbuilder.derive.marking_points.to_draw import Task, code_in, task_in
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

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
"""A graph by its equation."""
_LAST_BRACKET = regex(r" \([^()]*\)$")
_EXAMPLE = regex(r"\b(?:e\.?g\.?|for example|for instance|such as)(?=[\s,:])")
_LISTED_BEHIND = regex(r"\): \S|\) [^:]+: \S")
_CUT = regex(r"\b(?:at|of|to|by|from|through|for|with|is|and)$")
_INCLUDING = regex(r"\b(?:including|to include)\b")


def drawn(point: Normal) -> Outcome:
    """Read `Draw a labelled diagram of X showing A, B and C`, `Construct a Punnett square for Bb × Bb`, `Write pseudocode for X with A, B and C`."""
    if _ON_ANOTHER.match(point.body):
        return _NOTHING_TO_DRAW_ON
    if code := code_in(point.body, point.tail):
        return _asked(code, point, lines=True)
    if square := _square(point):
        return square
    task = _task(point)
    if task is None:
        return None
    absent = ABSENT.search(task.words) or needs_data(task.verb, point.body) or needs_stimulus(_sentence(task))
    if is_definite(task.head) or absent:
        return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    if is_bare(task.words):
        return _GENERIC
    return _asked(task, point) if task.features else _unmarked(task)


def _square(point: Normal) -> Outcome:
    """Return a Punnett square whose parents' genotypes stand in the point: it is credited by what they have for gametes and offspring."""
    whole = task_in(capital(point.full)) if is_punnett(point.full) else None
    cross = crossed(point.full, point.count) if whole else None
    if whole is None or cross is None:
        return None
    if cross.faulty:
        return LeftOut(rule="N", reason=cross.faulty, remedy="Correct the genotypes, or what is said of the parents.")
    return _asked(replace(whole, features=cross.credited), point)


def _task(point: Normal) -> Task | None:
    listed = () if len(point.tail) == 1 and _EXAMPLE.search(point.full) else point.tail
    if _LISTED_BEHIND.search(point.full):
        # "a development (net) of a cube: six squares; tabs": what brackets hold before a colon is another name.
        listed = tuple(each for each in listed if f"({each.casefold()})" not in point.full.partition(": ")[0].casefold())
    task = task_in(point.body, listed, behind=not _INCLUDING.search(point.full))
    if task and any(map(_CUT.search, (task.words, *task.features))):
        # A bracket that was taken out is a part of it ("a minimum at (0, 1)").
        return task_in(capital(point.full))
    return task


def _unmarked(task: Task) -> LeftOut | None:
    """Say what a drawing lacks; what is made is marked by eye, and of a graph by its equation `whole_sums` says it."""
    if task.made or _OF_EQUATION.search(task.words):
        return None
    how = f"Explain how to {task.verb} {_LAST_BRACKET.sub('', task.words)}"
    return LeftOut(rule="R6", reason=_UNMARKED, remedy=_REMEDY, worksheet=how)


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
