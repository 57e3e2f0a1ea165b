"""What items of every kind have in common, read once from their fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, Span, warning, worst
from packbuilder.errors import nearest_hints
from packbuilder.fields import Fields
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import flat, rich
from packbuilder.model.item import Interaction, Item, Stimulus
from packbuilder.model.objectives import usual_objectives
from packbuilder.model.raw_item import RawItem, Scalar
from packbuilder.model.scheme import Scheme
from packbuilder.question_types.checks import printed
from packbuilder.question_types.commands import COMMANDS, command_of
from packbuilder.question_types.passages import checked_lines, in_lines
from packbuilder.question_types.references import absent
from packbuilder.text import RichText
from packbuilder.values import dataclass

Result: TypeAlias = tuple[Item | None, Diagnostics]
"""An item, or None, and everything that was found in its fields."""

OBJECTIVES = tuple(f"AO{number}" for number in range(1, 10))
"""Nine, as English language has them in some specifications."""

_MOST_MARKS = 60
"""Marks of a question at the most: a writing task in English language has 40."""


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


def read_common(
    raw: RawItem,
    fields: Fields,
    problems: list[Diagnostic],
    *,
    stem: str = "",
    marks: int = 1,
    written: bool = False,
) -> Common:
    """Read the common fields. `stem` stands in for one that may be left out; an empty one is required.

    `written`: `stem` already holds what the bank wrote as the stem, and is taken as it is.
    """
    own = fields.text("stem", required=not stem)
    words = stem if written or not own else own
    if own:
        problems.extend(checked_lines(own, fields.place("stem")))
    total = fields.integer("marks", marks, low=1, high=_MOST_MARKS)
    objectives = []
    for name, span in fields.texts("objective"):
        if name in OBJECTIVES:
            objectives.append(name)
        else:
            fields.fail(20, f"`objective` is {name!r}: it must be one of {', '.join(OBJECTIVES)}", span)
    for name in ("kind", "topic", "stimulus", "language", "replaces", "status", "from"):
        fields.text(name)  # read elsewhere, but known
    command = _command(raw, fields) or command_of(words)
    difficulty = fields.integer("difficulty", min(5, 1 + total // 2), low=1, high=5)
    guidance = texts(fields, "guidance", problems)
    return Common(
        id=fields.text("id"),
        stem=in_lines(words),
        marks=total,
        objectives=tuple(objectives) or usual_objectives(command),
        difficulty=difficulty,
        command=command,
        enemies=frozenset(name for name, _ in fields.texts("enemies")),
        guidance=guidance,
    )


def _command(raw: RawItem, fields: Fields) -> str:
    """Read the command word; outside English any word will do, since the list is of English ones."""
    command = fields.text("command")
    if command and primary(raw.language) == ENGLISH and command.split()[0].capitalize() not in COMMANDS:
        message = f"`command` is {command!r}, which is not a known command word"
        fields.fail(21, message, fields.place("command"), *nearest_hints(command.capitalize(), COMMANDS))
    return command


def texts(fields: Fields, name: str, problems: list[Diagnostic], *, blanks: bool = False) -> tuple[RichText, ...]:
    """Read a list of rich texts; `blanks`: entries may be empty."""
    return tuple(text for text, _ in texts_at(fields, name, problems, blanks=blanks))


def texts_at(fields: Fields, name: str, problems: list[Diagnostic], *, blanks: bool = False) -> tuple[tuple[RichText, Span], ...]:
    """Read a list of rich texts with their places."""
    found = fields.texts(name, blanks=blanks)
    for text, span in found:
        problems.extend(printed(text, span))
    return tuple((rich(text), span) for text, span in found)


def sound(fields: Fields, problems: list[Diagnostic]) -> bool:
    """Whether nothing is wrong so far: what would follow from a mistake (no right option, too few steps) need not be told as well."""
    return fields.sound and worst(problems) is not Severity.ERROR


def text_of(fields: Fields, name: str, problems: list[Diagnostic], *, required: bool = False) -> RichText:
    """Read one rich text."""
    text = fields.text(name, required=required)
    if text:
        problems.extend(printed(text, fields.place(name)))
    return rich(text)


def finished(
    raw: RawItem,
    common: Common,
    interaction: Interaction,
    scheme: Scheme,
    stimulus: Stimulus | None,
    fields: Fields,
    problems: list[Diagnostic],
) -> Result:
    """Put an item of a bank together; None where anything was wrong with it. All mistakes come back in any case.

    A drawing of the item's own stands before its stem, as one that several items share does.
    """
    if raw.kind != "drawing" and fields.has("drawing"):
        stimulus = _own_drawing(raw, common, stimulus, fields, problems)
    # What is wrong with its stimulus is told already.
    told = stimulus is None and fields.has("stimulus")
    for each in () if told else absent(common.stem, stimulus, drawn=fields.has("drawing")):
        if each.doubtful:
            message = f"the question refers to {each.name}, and nothing says that what its stem shows is that"
            hint = f"Write so before it: `{each.name} shows ...`, or put it into a stimulus with `title: {each.name}`."
            problems.append(warning("B279", message, fields.place("stem"), hint))
        else:
            hint = "Name the stimulus in `stimulus:` and call it so in its `title:`; questions of a bank stand alone, and have no parts."
            fields.fail(23, f"the question refers to {each.name}, which is not there", fields.place("stem"), hint)
    found = (*fields.finish(), *problems)
    if worst(found) is Severity.ERROR:
        return None, found
    id_ = f"{raw.bank}.{common.id}"
    item = Item(
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
        replaces=_replaced(raw),
    )
    return item, found


def _own_drawing(raw: RawItem, common: Common, stimulus: Stimulus | None, fields: Fields, problems: list[Diagnostic]) -> Stimulus | None:
    # Imported here: drawings read their labels with `text_of` above.
    from packbuilder.question_types.drawn import read_drawing

    if stimulus is not None:
        hint = "Put the drawing into the stimulus, or leave one of the two out."
        fields.fail(22, "an item with a `stimulus` has no `drawing` of its own", fields.place("drawing"), hint)
    mapping = fields.mapping("drawing")
    drawing = read_drawing(mapping, problems) if mapping is not None else None
    if drawing is None:
        return None
    return Stimulus(id=f"{common.id}/drawing", title="", blocks=(drawing,), span=fields.place("drawing"))


def _replaced(raw: RawItem) -> str:
    """Return the id of the derived item that a bank's item replaces, in full, or an empty text."""
    value = raw.fields.values.get("replaces")
    name = value.text if isinstance(value, Scalar) else ""
    return name if not name or "." in name else f"{raw.topic}.{name}"


def report_repeated(fields: Fields, number: int, what: str, entries: Iterable[tuple[RichText, Span]]) -> None:
    """Report each text that stands among the entries a second time, at its own place."""
    seen: set[str] = set()
    for text, span in entries:
        words = " ".join(flat(text).split())
        if words and words in seen:
            fields.fail(
                number,
                f"the {what} {words!r} stands here twice",
                span,
                "Change one of the two, or leave it out.",
            )
        seen.add(words)
