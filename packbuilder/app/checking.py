"""Checking: everything that is wrong in the sources, and everything in them that does not reach paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from packbuilder.app.house_rules import house_faults
from packbuilder.app.library import BANK_ENDINGS
from packbuilder.app.passed_over import passed_over
from packbuilder.app.project import Workplace, layout_faults, library_of
from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, by_place, lines_named, note, warning
from packbuilder.markup import flat
from packbuilder.model.bank import OTHER_TONGUE, ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import has_content
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

Of = TypeVar("Of", Item, Omission)


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
        found.extend(layout_faults(workplace))
    places = [Path(each) for each in arguments] or [workplace.sources]
    found.extend(each for folder in places if folder.is_dir() for each in passed_over(folder))
    omitted = [omission for omission in library.bank.omissions if not omission.exercised]
    found.extend(_omission(omission) for omission in omitted if omission.rule != OTHER_TONGUE)
    found.extend(_foreign(omission for omission in omitted if omission.rule == OTHER_TONGUE))
    found.extend(_bare(item for item in library.bank.items if item.rule.startswith("R") and not has_content(item.scheme)))
    found.extend(_other_marks(library.bank))
    found.extend(house_faults(item for item in library.bank.items if item.span.path.lower().endswith(BANK_ENDINGS)))
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


def counts_of_banks(bank: ItemBank) -> tuple[SectionCounts, ...]:
    """Count what each topic gives that has questions in banks and no notes."""
    known = {topic.id for topic in bank.topics}
    banks: dict[str, list[Item]] = {}
    for item in bank.items:
        if item.topic not in known:
            banks.setdefault(item.topic, []).append(item)
    return tuple(
        SectionCounts(
            topic=name, path=items[0].span.path, synopsis=False, concepts=0, exam_tips=0, misconceptions=0, marking_points=0,
            questions=len(items), marks=sum(item.marks for item in items),
        )
        for name, items in banks.items()
    )  # fmt: skip


def _omission(omission: Omission) -> Diagnostic:
    hints = (omission.remedy,) if omission.remedy else ()
    what = "a part of this is not asked" if omission.partial else "no question from this"
    return note("D100", f"{what}: {omission.reason} ({_short(omission.text)})", omission.span, *hints)


def _foreign(omissions: Iterable[Omission]) -> Iterator[Diagnostic]:
    """Yield one warning a file whose marking points are in another language, and are not asked."""
    for first, spans in _by_file((omission, omission.span) for omission in omissions):
        several = len(spans) > 1
        reason = first.reason.replace("it is neither a question nor", "they are neither questions nor").replace("it is", "they are", 1)
        reason = reason if several else first.reason
        message = f"no questions from the marking point{'s' if several else ''} of {lines_named(span.line for span in spans)}: {reason}"
        made = "Packs, organisers, flashcards and worksheets of its terms can be made all the same, and a bank can hold questions: see sources/README.md."
        yield warning("D103", message, first.span, first.remedy, made)


def _bare(items: Iterable[Item]) -> Iterator[Diagnostic]:
    """Yield one note a file whose questions have schemes without answers."""
    hint = "Add the answers to the point after “including”, or define a term that it names."
    for first, spans in _by_file((item, item.span) for item in items):
        if len(spans) == 1:
            message = f"the mark scheme of this lists no answers ({_short(flat(first.stem))})"
        else:
            message = f"the mark schemes of {len(spans)} questions list no answers ({lines_named(span.line for span in spans)})"
        yield note("D101", message, first.span, hint)


def _by_file(placed: Iterable[tuple[Of, Span]]) -> Iterator[tuple[Of, tuple[Span, ...]]]:
    """Yield for each file what stands first in it, and the places of all."""
    files: dict[str, list[tuple[Of, Span]]] = {}
    for each, span in placed:
        files.setdefault(span.path, []).append((each, span))
    for found in files.values():
        found.sort(key=lambda pair: pair[1])
        yield found[0][0], tuple(span for _, span in found)


def _other_marks(bank: ItemBank) -> Iterator[Diagnostic]:
    """Yield a note for each question that is worth other marks than its point says."""
    # Imported here: whoever lists topics need not wait for the grammar.
    from packbuilder.derive.ids import item_id
    from packbuilder.derive.marking_points import tongue_of, trace

    items = {item.id: item for item in bank.items}
    for topic in bank.topics:
        valued = [point for point in topic.marking_points if re.search(r"mark|[)\]][*_]*\.?$", point.text, re.IGNORECASE)]
        if not valued:
            continue  # most topics: in which language their points are need not be asked
        tongue = tongue_of(topic)
        for point in valued:
            item = items.get(item_id(topic.id, "p", point.text))
            if item is None or item.rule == "R10":
                continue
            worth = trace(point, tongue).normal.count
            if worth and worth != item.marks:
                message = f"worth {item.marks}, where the point says {worth}: those are the marks of all of it, and part of it cannot be asked ({_short(flat(item.stem))})"
                hint = "Make two points of it, each with its marks, or write it in a bank."
                yield note("D102", message, point.span, hint)


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:67].rsplit(" ", 1)[0] + " …"
