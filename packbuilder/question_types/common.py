"""What items of every kind have in common, read once from their fields."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packbuilder.diagnostics import Diagnostic, Diagnostics
from packbuilder.fields import Fields
from packbuilder.markup import checked, flat, rich
from packbuilder.model.item import Interaction, Item, Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import Scheme
from packbuilder.text import RichText

OBJECTIVES = ("AO1", "AO2", "AO3", "AO4", "AO5")

COMMANDS = (
    "Add", "Analyse", "Annotate", "Apply", "Assess", "Balance", "Calculate", "Choose", "Classify", "Comment", "Compare",
    "Complete", "Construct", "Convert", "Deduce", "Define", "Describe", "Determine", "Discuss", "Distinguish", "Draw",
    "Estimate", "Evaluate", "Examine", "Expand", "Explain", "Explore", "Express", "Factorise", "Find", "Give", "Identify",
    "Interpret", "Justify", "Label", "List", "Match", "Name", "Outline", "Plan", "Plot", "Predict", "Prove", "Put",
    "Recommend", "Select", "Show", "Simplify", "Sketch", "Solve", "State", "Suggest", "Summarise", "Trace", "Use", "What",
    "Which", "Work", "Write", "How", "Why", "When", "Where", "Who",
)  # fmt: skip
"""Words that open an instruction or a question in UK papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The fields that every kind has."""

    id: str
    stem: RichText
    marks: int
    objectives: tuple[str, ...]
    difficulty: int
    command: str
    enemies: frozenset[str]
    guidance: tuple[RichText, ...]


def read_common(raw: RawItem, fields: Fields, problems: list[Diagnostic], *, stem: str = "", marks: int = 1) -> Common:
    """Read the common fields. `stem` stands in for one that may be left out; an empty one is required."""
    words = fields.text("stem", stem, required=not stem) or stem
    problems.extend(checked(words, fields.place("stem")) if fields.has("stem") else ())
    total = fields.integer("marks", marks, low=1, high=30)
    objectives = []
    for name, span in fields.texts("objective"):
        if name in OBJECTIVES:
            objectives.append(name)
        else:
            fields.fail(20, f"`objective` is {name!r}: it must be one of {', '.join(OBJECTIVES)}", span)
    for name in ("kind", "topic", "stimulus", "language"):
        fields.text(name)  # read elsewhere, but known
    command = fields.text("command") or command_of(words)
    difficulty = fields.integer("difficulty", min(5, 1 + total // 2), low=1, high=5)
    guidance = texts(fields, "guidance", problems)
    return Common(
        id=fields.text("id"),
        stem=rich(words),
        marks=total,
        objectives=tuple(objectives) or ("AO1",),
        difficulty=difficulty,
        command=command,
        enemies=frozenset(name for name, _ in fields.texts("enemies")),
        guidance=guidance,
    )


def texts(fields: Fields, name: str, problems: list[Diagnostic]) -> tuple[RichText, ...]:
    """Read a list of rich texts."""
    found = fields.texts(name)
    for text, span in found:
        problems.extend(checked(text, span))
    return tuple(rich(text) for text, _ in found)


def text_of(fields: Fields, name: str, problems: list[Diagnostic], *, required: bool = False) -> RichText:
    """Read one rich text."""
    text = fields.text(name, required=required)
    if text:
        problems.extend(checked(text, fields.place(name)))
    return rich(text)


def command_of(stem: str) -> str:
    """Return the command word of a stem: of its last sentence that opens with one, else its first word."""
    for sentence in reversed(re.split(r"(?<=[.?!:])\s+", stem)):
        first = re.match(r"[A-Za-z]+", sentence.strip("*“‘ "))
        if first and first[0].capitalize() in COMMANDS:
            return first[0].capitalize()
    return "Answer"


def made_item(raw: RawItem, common: Common, interaction: Interaction, scheme: Scheme, stimulus: Stimulus | None) -> Item:
    """Put an item of a bank together."""
    id_ = f"{raw.bank}.{common.id}"
    return Item(
        id=id_,
        topic=raw.topic,
        stem=common.stem,
        interaction=interaction,
        marks=common.marks,
        scheme=scheme,
        command=common.command,
        objectives=common.objectives,
        difficulty=common.difficulty,
        rule="bank",
        span=raw.span,
        tests=frozenset({f"item:{id_}"}),
        enemies=frozenset(f"{raw.bank}.{name}" for name in common.enemies),
        stimulus=stimulus,
        language=raw.language,
    )


def ended(fields: Fields, problems: list[Diagnostic]) -> Diagnostics:
    """Return all that was found wrong with an item."""
    return (*fields.finish(), *problems)


def words_of(text: RichText) -> str:
    """Return a rich text's words, for comparing."""
    return " ".join(flat(text).casefold().split())

