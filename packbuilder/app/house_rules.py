"""House rules for questions that people write themselves: what derived questions are refused for is told of a bank's too, and they are used all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packbuilder.app.paper_reading import normal
from packbuilder.diagnostics import Diagnostic, warning
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.patterns import regex
from packbuilder.question_types.done import is_done
from packbuilder.question_types.multiple_choice import MultipleChoice

_SHORTEST_ANSWER = 3
"""Answers of fewer words rightly stand in stems too: a term that is asked about."""

_RECALLED = ("State", "Name", "Give", "Identify", "What", "Which", "Who", "When", "Where", "Write")
"""Commands whose one answer, however short, is all that is asked for: `State that iron is the metal in bridges`."""

_CHOICE = regex(r"(?i)\b(?:or|whether|either|between|from (?:this|the) (?:list|box))\b|[:,]|\bmeant by\b")
"""What offers answers to choose from, or asks about a term."""

_FEWEST_OPTIONS = 3

_TO_MARKERS = regex(
    r"(?i)\s*(?:(?:award|credit|reward|accept|allow|ignore)\s+(?:a\s+|one\s+|full\s+|\d\s+)*(?:credit|marks?|for|any|answers?|responses?|references?|ecf|owtte)\b"
    r"|give\s+(?:a\s+|one\s+|full\s+|\d\s+)*(?:credit|marks?)\s+(?:for|to|if|where)\b"
    r"|(?:candidates?|students?|learners?|responses?|answers?)\s+(?:should|must|may|will|could)\b)"
)
"""How words to markers begin: `Award credit for ...`, `Accept any ...`, `Candidates should ...`; not `Credit cards charge interest`, nor `A student needs to ...`."""


def house_faults(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Yield a warning for each rule that a question of a bank breaks."""
    for item in items:
        yield from _stem(item)
        if isinstance(item.interaction, MultipleChoice) and not item.interaction.several:
            yield from _choice(item, len(item.interaction.options))


def _stem(item: Item) -> Iterator[Diagnostic]:
    stem = flat(item.stem)
    if _TO_MARKERS.match(stem):
        hint = "Ask the candidate: begin it with a command word, such as Explain or Describe."
        yield warning("D106", "the stem speaks to markers, and would be printed for candidates", item.span, hint)
    asked = f" {normal(stem)} "
    points = item.scheme.points if isinstance(item.scheme, PointsScheme) else ()
    recalled = item.command in _RECALLED and len(points) == 1 and not _CHOICE.search(stem)
    for text in (flat(point.text) for point in points if not is_done(item, point.text)):
        answer = normal(text)
        if len(answer.split()) >= (1 if recalled else _SHORTEST_ANSWER) and f" {answer} " in asked:
            yield warning("D107", f"the stem gives the answer away: {text}", item.span, "Ask for it without saying it.")


def _choice(item: Item, options: int) -> Iterator[Diagnostic]:
    if item.marks != 1:
        hint = "Give it 1 mark, or ask for the rest in a question of its own."
        yield warning("D108", f"a multiple-choice question has 1 mark, and this has {item.marks}", item.span, hint)
    if options < _FEWEST_OPTIONS:
        hint = "Add wrong answers that somebody might believe, or make it true or false."
        yield warning("D109", f"{options} options: who guesses is right as often as not", item.span, hint)
