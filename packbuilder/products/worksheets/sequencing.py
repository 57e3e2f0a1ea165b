"""Sequencing: steps to be put in order, as the notes or the banks state it; nothing is cut up that has no order of its own."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import AnswerBox, Block, Column, Group, Paragraph, Table
from packbuilder.markup import flat, rich
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import cell, head, numbered, term_text
from packbuilder.products.worksheets.sheet import LackingError, Sheet, Wish
from packbuilder.question_types.ordering import Ordering
from packbuilder.question_types.passages import stem_between
from packbuilder.question_types.shuffling import out_of_order
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_USUAL, _MOST = 5, 12
_WHERE = "steps that the notes put in order, written as “First …. Then …. Finally ….”, or `ordering` questions in a bank"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is to be put in order, and its pieces in the right order."""

    asked: RichText
    pieces: tuple[RichText, ...]


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Shuffle pieces, never into the right order; each is to be numbered."""
    wanted = min(_MOST, wish.count or _USUAL)
    drawn = [*_steps(material, seed), *_stated(material, seed, wording)][:wanted]
    if not drawn:
        raise LackingError(kind="sequencing", needed=1, what="sequence of three steps", found=0, where=_WHERE)
    made = [(task, _shuffled(task, seed)) for task in drawn]
    tasks = numbered(_asked(task, order, wording) for task, order in made)
    key = numbered((Paragraph(text=_answer(task, order, wording), role="credit"),) for task, order in made)
    return Sheet(tasks=(tasks,), answers=(key,), count=len(drawn))


def _steps(material: Material, seed: Seed) -> Iterator[_Task]:
    for item in seed.child("steps").shuffled(material.items, lambda item: item.id):
        if isinstance(item.interaction, Ordering) and item.stimulus is None:
            yield _Task(asked=item.stem, pieces=item.interaction.steps)


def _stated(material: Material, seed: Seed, wording: Catalogue) -> Iterator[_Task]:
    for each in seed.child("stated").shuffled(material.sequences, lambda each: f"{each.topic}:{each.steps[0]}"):
        asked = joined(said(wording, "worksheet.sequencing.stated"), plain(" "), term_text(each.about))
        yield _Task(asked=asked, pieces=tuple(map(rich, each.steps)))


def _shuffled(task: _Task, seed: Seed) -> tuple[int, ...]:
    return out_of_order(seed.child("pieces", flat(task.asked)), tuple(map(flat, task.pieces)), mixed=True)


def _asked(task: _Task, order: tuple[int, ...], wording: Catalogue) -> tuple[Block, ...]:
    rows = tuple(
        (
            cell(AnswerBox(label=wording.option(index), ruled=True)),
            cell(joined(plain(f"{wording.option(index)} ", bold=True), task.pieces[place])),
        )
        for index, place in enumerate(order)
    )
    heads = (head(wording, "ordering.order", "ordering.step"),)
    table = Table(columns=(Column(share=2, align="centre"), Column(share=9)), header=heads, rows=rows, role="glossary")
    return (Group(blocks=(*stem_between((), task.asked, ()), table), together=True),)


def _answer(task: _Task, order: tuple[int, ...], wording: Catalogue) -> RichText:
    letters = {place: wording.option(index) for index, place in enumerate(order)}
    row = ", ".join(letters[index] for index in range(len(order)))
    return joined(plain(f"{row}: ", bold=True), joined(*task.pieces, separator=" … "))
