"""Checking: everything that is wrong in the sources, and everything in them that does not reach paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.app.project import BadContentError, Workplace, layout_names, library_of
from packbuilder.app.project import layout as load_layout
from packbuilder.diagnostics import Diagnostic, Diagnostics, by_place, note
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import has_content
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCounts:
    """How many entries of each section of a topic's notes came through, and how many questions they give."""

    topic: str
    path: str
    synopsis: bool
    concepts: int
    exam_tips: int
    misconceptions: int
    marking_points: int
    questions: int
    marks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The diagnostics in order of place, and what came through of each topic."""

    diagnostics: Diagnostics
    counts: tuple[SectionCounts, ...]

    def lines(self) -> Iterator[str]:
        """Yield a table, a line a topic."""
        if not self.counts:
            return
        width = max(len(count.topic) for count in self.counts)
        yield f"{'topic':<{width}}  concepts  tips  misconceptions  points  questions"
        for c in self.counts:
            yield (
                f"{c.topic:<{width}}  {c.concepts:>8}  {c.exam_tips:>4}  {c.misconceptions:>14}  {c.marking_points:>6}  {c.questions:>9}"
            )


def check(arguments: tuple[str, ...], workplace: Workplace) -> Checked:
    """Read what the arguments name (default: the whole project with its layouts) and collect everything."""
    library, ids = library_of(arguments, workplace)
    bank = library.bank.of_topics(ids)
    found: list[Diagnostic] = list(library.diagnostics)
    if not arguments:
        found.extend(_layouts(workplace))
    found.extend(_omission(omission) for omission in library.bank.omissions if not omission.exercised)
    found.extend(_bare(item) for item in library.bank.items if item.rule.startswith("R") and not has_content(item.scheme))
    found.extend(_other_marks(library.bank))
    return Checked(diagnostics=by_place(found), counts=tuple(counts(topic, bank) for topic in bank.topics))


def counts(topic: Topic, bank: ItemBank) -> SectionCounts:
    """Count what a topic's notes hold and give."""
    items = [item for item in bank.items if item.topic == topic.id]
    return SectionCounts(
        topic=topic.id,
        path=topic.span.path,
        synopsis=bool(topic.synopsis),
        concepts=len(topic.concepts),
        exam_tips=len(topic.exam_tips),
        misconceptions=len(topic.misconceptions),
        marking_points=len(topic.marking_points),
        questions=len(items),
        marks=sum(item.marks for item in items),
    )


def _layouts(workplace: Workplace) -> Iterator[Diagnostic]:
    for name in layout_names(workplace):
        try:
            load_layout(name, workplace)
        except BadContentError as failure:
            yield from failure.diagnostics


def _omission(omission: Omission) -> Diagnostic:
    hints = (omission.remedy,) if omission.remedy else ()
    what = "a part of this is not asked" if omission.partial else "no question from this"
    return note("D100", f"{what}: {omission.reason} ({_short(omission.text)})", omission.span, *hints)


def _bare(item: Item) -> Diagnostic:
    hint = "Add the answers to the point after “including”, or define a term that it names."
    return note("D101", f"the mark scheme of this lists no answers ({_short(flat(item.stem))})", item.span, hint)


def _other_marks(bank: ItemBank) -> Iterator[Diagnostic]:
    """Yield a note for each question that is worth other marks than its point says."""
    # Imported here: whoever lists topics need not wait for the grammar.
    from packbuilder.derive.ids import item_id
    from packbuilder.derive.marking_points import trace
    from packbuilder.derive.marking_points.tariff import LEVELS_FROM

    items = {item.id: item for item in bank.items}
    for topic in bank.topics:
        for point in topic.marking_points:
            item = items.get(item_id(topic.id, "p", point.text))
            if item is None or item.rule == "R10" or not re.search(r"mark|[)\]][*_]*\.?$", point.text, re.IGNORECASE):
                continue
            worth = trace(point, topic.language).normal.count
            if worth and worth != item.marks:
                how = "is marked by levels, from 6 marks to 12" if item.marks >= LEVELS_FROM else "is marked by points, up to 4"
                message = f"worth {item.marks}, where the point says {worth}: a question that begins {item.command} {how} ({_short(flat(item.stem))})"
                hint = "Begin it with another command word (Explain, Describe: points; Analyse, Discuss, Evaluate: levels), or write it in a bank."
                yield note("D102", message, point.span, hint)


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:67].rsplit(" ", 1)[0] + " …"
