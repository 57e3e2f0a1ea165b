"""Cornell notes: cues at the left, notes at the right (30 to 70), and at their foot a strip to sum the topic up on."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import AnswerLines, Block, Cell, Column, Group, Paragraph, Table
from packbuilder.markup import rich
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import places
from packbuilder.products.revision_pack.notes import (
    bullets,
    cell,
    corrected,
    head,
    heading,
    illustrations,
    outside_tables,
    sentence,
    tables,
    tip_list,
    uncorrected,
)
from packbuilder.text import RichText, emboldened, joined, plain, said
from packbuilder.wording import Catalogue

_COLUMNS = (Column(share=3), Column(share=7))

_OWN = 4
_SUMMARY = 5
"""Lines for a learner's own questions, and for the summary."""


def cornell(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    """Yield a topic's notes beside their cues: cover the right side, and the cues are questions to answer aloud."""
    rows = tuple(_rows(topic, wording))
    if rows:
        yield heading(topic, "cornell", wording)
        yield Table(columns=_COLUMNS, header=(head(wording, "pack.cue", "pack.notes"),), rows=rows, role="cornell")
    yield from tables(topic)
    for section in dict.fromkeys(each.section for each in topic.illustrations):
        yield from illustrations(topic, section)


def summary(topic: Topic, wording: Catalogue) -> Block:
    """Return the strip at the foot of a topic's notes."""
    label = said(wording, "pack.summary")
    return Group(blocks=(AnswerLines(lines=_SUMMARY),), role="box", together=True, label=label)


def _rows(topic: Topic, wording: Catalogue) -> Iterator[tuple[Cell, ...]]:
    if topic.synopsis:
        yield _row(said(wording, "pack.synopsis"), Paragraph(text=rich(topic.synopsis)))
    listed = outside_tables(topic)
    for index, concept in listed:
        if concept.term:
            cue = cell(emboldened(rich(concept.term)), header=True, anchor=places.term(topic, index))
            yield cue, cell(rich(sentence(concept.definition)))
    statements = tuple(rich(concept.definition) for _, concept in listed if not concept.term)
    if statements:
        yield _row(said(wording, "pack.concepts"), bullets(statements))
    if topic.exam_tips:
        yield _row(said(wording, "pack.tips"), tip_list(topic.exam_tips))
    yield from _mistakes(topic, wording)
    yield _row(said(wording, "pack.own_questions"), AnswerLines(lines=_OWN))


def _row(cue: RichText, *notes: Block) -> tuple[Cell, ...]:
    return cell(emboldened(cue), header=True), Cell(blocks=notes)


def _mistakes(topic: Topic, wording: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each mistake that the notes put right, the wrong idea its cue, and one for each kind of others."""
    for wrong in corrected(topic.misconceptions):
        cue = joined(_labelled("pack.not_this", wording), rich(sentence(wrong.claim)), separator=" ")
        yield cell(cue, header=True), cell(joined(_labelled("pack.but_this", wording), rich(sentence(wrong.correction)), separator=" "))
    for kind, texts in uncorrected(topic.misconceptions).items():
        yield _row(said(wording, "pack.misconceptions" if kind == "avoid" else f"pack.{kind}"), bullets(texts))


def _labelled(key: str, wording: Catalogue) -> RichText:
    return joined(said(wording, key, bold=True), plain(":", bold=True))
