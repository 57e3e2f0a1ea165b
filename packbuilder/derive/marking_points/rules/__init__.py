"""The rules, one a file: how a normalised point becomes a stem. The first in the table that reads a point wins."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.derive.marking_points.gate import asks_of_scene, gated
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import BEGIN, STATED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.rules.advice import advice
from packbuilder.derive.marking_points.rules.clause import clause
from packbuilder.derive.marking_points.rules.command import command
from packbuilder.derive.marking_points.rules.drawn import drawn
from packbuilder.derive.marking_points.rules.each import each
from packbuilder.derive.marking_points.rules.equation import equation
from packbuilder.derive.marking_points.rules.gerund import gerund
from packbuilder.derive.marking_points.rules.heads import head_noun
from packbuilder.derive.marking_points.rules.instruction import instruction
from packbuilder.derive.marking_points.rules.knowledge import knowledge
from packbuilder.derive.marking_points.rules.labelled import labelled
from packbuilder.derive.marking_points.rules.negative import negative
from packbuilder.derive.marking_points.rules.nominal import nominal
from packbuilder.derive.marking_points.rules.paragraph import paragraph
from packbuilder.derive.marking_points.rules.phrase import phrase
from packbuilder.derive.marking_points.rules.quality import quality
from packbuilder.derive.marking_points.rules.question import question
from packbuilder.derive.marking_points.rules.recalled import recalled
from packbuilder.derive.marking_points.rules.several import several
from packbuilder.derive.marking_points.rules.statement import statement
from packbuilder.derive.marking_points.rules.step import step
from packbuilder.derive.marking_points.rules.subject import row, some_of, subject
from packbuilder.derive.marking_points.rules.worked import worked
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, needs_stimulus
from packbuilder.derive.marking_points.words import content_words
from packbuilder.patterns import regex

RULES: tuple[Callable[[Normal], Outcome], ...] = (
    instruction,
    drawn,
    worked,
    several,
    quality,
    paragraph,
    advice,
    each,
    negative,
    step,
    labelled,
    equation,
    question,
    knowledge,
    gerund,
    nominal,
    command,
    clause,
    recalled,
    row,
    some_of,
    head_noun,
    subject,
    statement,
    phrase,
)
"""In order; a new rule is one file and one entry here."""


_CODE = regex(
    r"[\s•*-]*(?:SELECT\b.+\bFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|DROP TABLE)\b|[\s•*-]*(?:def|class) \w+\(|[\s•*-]*(?:print|input)\("
)


_KEYWORD = regex(r"(?:[A-Z]{3,}|ADD|AND|NOT) [a-z]+s (?:the |an? |all )?[a-z]")
"""A word of a language for programs, and what it does ("SELECT retrieves data"): no command."""


def ask(point: Normal) -> Asked | LeftOut:
    """Return what a point asks, or why it cannot be asked."""
    if point.scene and asks_of_scene(point.body):
        return gated(point, Asked(rule="R4", command=point.body.split()[0], sentence=point.body))
    if not content_words(point.body):
        return LeftOut(rule="R8", reason="too few words to ask about", remedy="Say in the notes what exactly is credited.")
    if _CODE.match(point.raw):
        return LeftOut(rule="R9", reason="code, which asks nothing", remedy="Say what is asked of it, and put the code between backticks.")
    if _KEYWORD.match(point.body) and not point.body.isupper():
        return STATED
    for rule in RULES:
        outcome = rule(point)
        if isinstance(outcome, LeftOut) and outcome.rule == "R9" and needs_stimulus(point.body):
            return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
        if outcome is not None:
            return gated(point, outcome)
    return LeftOut(rule="R9", reason="no rule reads it", remedy=BEGIN)
