"""Retrieval grid: questions on the last lesson, on last week and on what lies further back; the older, the more points.

Topics have dates in their front matter (`dated: 2026-11-20`). Without any, they are taken in the order they were named, the first as the last
lesson's.
"""

from __future__ import annotations

from datetime import date, timedelta

from packbuilder.document import AnswerBlank, AnswerLines, Column, Table
from packbuilder.model.material import Material
from packbuilder.model.topic import Topic
from packbuilder.products.worksheets.parts import answers, cell
from packbuilder.products.worksheets.recall import Quick, quick_questions
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

_ROWS, _MOST_ROWS = 4, 8
_FEWEST = 2
_WEEK = timedelta(days=9)
"""Last week's lessons lie at most so far before the last one: from a Monday to the Friday of the week after."""

_AGES = ("last_lesson", "last_week", "further_back")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column: its age, its points a question, and its questions."""

    age: str
    points: int
    questions: tuple[Quick, ...]


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask as many questions of each age; one topic alone gives one column."""
    rows = min(_MOST_ROWS, wish.count or _ROWS)
    columns = []
    for points, (age, topics) in enumerate(_by_age(material.topics, wish.on), 1):
        ids = {topic.id for topic in topics}
        own = replace(
            material,
            notions=tuple(each for each in material.notions if each.topic in ids),
            claims=tuple(each for each in material.claims if each.topic in ids),
        )
        questions = quick_questions(own, seed.child(age), rows, wording)
        if questions:
            columns.append(_Column(age=age, points=points, questions=questions))
    count = sum(len(column.questions) for column in columns)
    if count < _FEWEST:
        raise LackingError(kind="retrieval-grid", needed=_FEWEST, what="terms or claims to ask about", found=count, where=TERMS)
    table, keys = _table(columns, wording)
    total = sum(column.points * len(column.questions) for column in columns)
    score = AnswerBlank(label=said(wording, "worksheet.retrieval.score"), unit=plain(f"/ {total}"), ems=4)
    told = "worksheet.retrieval-grid.instruction.one" if len(columns) == 1 else ""
    return Sheet(tasks=(table, score), answers=answers(keys), count=count, instruction=told)


def _by_age(topics: tuple[Topic, ...], on: str) -> list[tuple[str, tuple[Topic, ...]]]:
    """Return the topics of each age, newest first; ages without topics are left out."""
    days = {topic.id: date.fromisoformat(topic.dated) for topic in topics if topic.dated}
    if not days:
        split = [topics[:1], topics[1:2], topics[2:]]
    else:
        taught = [topic for topic in topics if topic.id in days and (not on or days[topic.id] <= date.fromisoformat(on))]
        newest = max((days[topic.id] for topic in taught), default=min(days.values()))
        split = [
            tuple(topic for topic in taught if days[topic.id] == newest),
            tuple(topic for topic in taught if newest - _WEEK <= days[topic.id] < newest),
            # What has no date was taught at some time.
            tuple(topic for topic in topics if (topic.id in days and days[topic.id] < newest - _WEEK) or topic.id not in days),
        ]
    return [(age, tuple(own)) for age, own in zip(_AGES, split, strict=True) if own]


def _table(columns: list[_Column], wording: Catalogue) -> tuple[Table, list[RichText]]:
    heads = tuple(
        cell(
            said(wording, f"worksheet.retrieval.{column.age}", bold=True),
            # Where all questions earn the same, the score says it.
            *(
                (joined(plain("("), plain(wording.count("worksheet.retrieval.points", column.points)), plain(")")),)
                if len(columns) > 1
                else ()
            ),
            header=True,
        )
        for column in columns
    )
    rows, keys, number = [], [], 0
    for row in range(max(len(column.questions) for column in columns)):
        cells = []
        for column in columns:
            if row >= len(column.questions):
                cells.append(cell())
                continue
            number += 1
            quick = column.questions[row]
            cells.append(cell(joined(plain(f"{number} ", bold=True), quick.asked), AnswerLines(lines=quick.lines + 1)))
            keys.append(quick.answer)
        rows.append(tuple(cells))
    table = Table(columns=tuple(Column(share=1) for _ in columns), header=(heads,), rows=tuple(rows), role="data")
    return table, keys
