"""Explaining: what became of each marking point, step by step, in words."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.derive.ids import item_id
from packbuilder.derive.marking_points import Trace, tongue_of, trace
from packbuilder.derive.marking_points.outcome import STATEMENT, Asked, LeftOut
from packbuilder.diagnostics import counted
from packbuilder.markup import flat, rich
from packbuilder.model.bank import OTHER_TONGUE, ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import has_content
from packbuilder.values import dataclass

OTHER_RULES = ("definition", "misconception")
"""Rules of omissions that come from other sections of the notes than the marking points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A marking point, where it stands, and the steps that it went through, a sentence each."""

    text: str
    source: str
    steps: tuple[str, ...]


def explanations(bank: ItemBank) -> Iterator[Explanation]:
    """Yield what became of each marking point of the bank's topics, in their order."""
    items = {item.id: item for item in bank.items}
    omitted = {(o.topic, o.text): o for o in bank.omissions if not o.partial}
    for topic in bank.topics:
        tongue = tongue_of(topic)
        for point in topic.marking_points:
            traced = trace(point, tongue, topic)
            item = items.get(item_id(topic.id, "p", point.text))
            steps = tuple(_steps(traced, item, omitted.get((topic.id, point.text))))
            yield Explanation(text=point.text, source=str(point.span), steps=steps)


def _steps(traced: Trace, item: Item | None, omission: Omission | None) -> Iterator[str]:
    normal = traced.normal
    if isinstance(traced.outcome, LeftOut) and traced.outcome.rule == OTHER_TONGUE:
        yield from _left(traced.outcome, omission)  # the grammar has not read it
        return
    if normal.credited:
        yield f"what is said to markers is taken off: {normal.full}"
    if normal.tail:
        yield f"goes to the mark scheme, so that the stem does not give it away: {'; '.join(normal.tail)}"
    if normal.guidance:
        yield f"goes to the mark scheme, as guidance: {' '.join(normal.guidance)}"
    if normal.refer:
        yield f"becomes an instruction: Refer to {normal.refer} in your answer."
    match traced.outcome:
        case Asked() as asked if omission is None:
            yield from _asked(traced, asked, item)
        case Asked() if omission is not None:
            yield f"no question: {omission.reason}"
        case LeftOut() as left:
            yield from _left(left, omission)


def _asked(traced: Trace, asked: Asked, item: Item | None) -> Iterator[str]:
    if asked.rule == STATEMENT:
        yield "a statement: it is read as the answer to this question"
    yield f"rule {asked.rule}, confidence {asked.confidence:.2f}: {traced.stem}"
    for text, reason in asked.left:
        yield f"not asked: {text} ({reason})"
    if item is None:
        yield "dropped in the review file"
        return
    if flat(item.stem) != flat(rich(traced.stem)):
        yield f"approved in the review file as: {flat(item.stem)}"
    second = f" with {asked.second}" if asked.second and asked.second != item.command else ""
    own = f"; the point says {traced.normal.count}" if traced.normal.count else ""
    yield f"{counted(item.marks, 'mark')}: {item.command}{second}{own}; {'/'.join(item.objectives)}; {item.id}"
    if not has_content(item.scheme):
        yield "its mark scheme lists no answers: add them to the point after “including”, or define a term that it names"


def _left(left: LeftOut, omission: Omission | None) -> Iterator[str]:
    # What is wrong with the words alone has no rule that could be looked up.
    rule = "" if left.rule == "N" else f" (rule {left.rule})"
    yield f"no question: {omission.reason if omission else left.reason}{rule}"
    if omission is not None and omission.exercised:
        yield f"exercised by {', '.join(omission.exercised)}"
    elif left.remedy and (omission is None or omission.remedy):
        yield f"to mend it: {left.remedy}"
    if left.worksheet:
        yield f"on a worksheet: {left.worksheet}."
