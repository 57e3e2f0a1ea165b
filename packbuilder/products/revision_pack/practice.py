"""Practice questions of a topic, with space to answer in."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Group, NumberedQuestion, Paragraph
from packbuilder.model.form import Question
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import places
from packbuilder.products.revision_pack.notes import heading
from packbuilder.question_types.passages import blocks_in
from packbuilder.text import Reference, plain
from packbuilder.wording import Catalogue


def practice(topic: Topic, questions: tuple[Question, ...], wording: Catalogue, *, answers: bool) -> Iterator[Block]:
    """Yield a topic's questions under their heading; `answers`: they stand at the back, and a line leads to them."""
    if not questions:
        return
    yield heading(topic, "practice", wording)
    shown: set[str] = set()
    for question in questions:
        stimulus = question.stimulus
        opening: tuple[Block, ...] = ()
        if stimulus and stimulus.id not in shown:
            opening = (Group(blocks=stimulus.blocks, role="stimulus", together=True, label=plain(stimulus.title)),)
            shown.add(stimulus.id)
        item = question.parts[0].item
        stem = blocks_in(item.stem)
        space = item.interaction.answer_space(item.marks, wording)
        anchor = places.question(topic, question.number)
        yield NumberedQuestion(number=(question.number,), stem=(*opening, *stem), space=space, marks=item.marks, anchor=anchor)
    if answers:
        link = Reference(
            anchor=places.answers(topic),
            text=wording.say("pack.answers"),
            paper=wording.say("pack.answers_on", page="{page}"),
            language=wording.spoken("pack.answers"),
        )
        yield Paragraph(text=(link,), role="total")
