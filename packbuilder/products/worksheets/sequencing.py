"""Sequencing: steps of the banks to be put in order, and meanings cut into strips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from packbuilder.document import Block, Column, Group, Paragraph, Table
from packbuilder.markup import flat, rich
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import cell, numbered, picked, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.question_types.multiple_choice import letter
from packbuilder.question_types.ordering import Ordering
from packbuilder.question_types.shuffling import out_of_order
from packbuilder.seeding import Seed
from packbuilder.text import Gap, RichText, joined, plain, said
from packbuilder.wording import Catalogue

_USUAL, _MOST = 5, 12
_GAP_EMS = 3.0
_FEWEST_STRIPS, _MOST_STRIPS = 3, 5
_SHORTEST = 2
"""Words of a strip at least."""

_JOINT = re.compile(
    r"(?<=[,;])\s+|\s+(?=(?:that|which|who|where|when|because|so that|by|in order|through|between|during|from|into|used|caused|made|with|without|"
    r"and|or|but|to|of|for|at|on|in)\s)",
)
"""Where a meaning may be cut: after commas and before words that open a phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is to be put in order, and its pieces in the right order."""

    asked: RichText
    pieces: tuple[RichText, ...]


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Shuffle pieces, never into the right order; each is to be numbered."""
    wanted = min(_MOST, wish.count or _USUAL)
    drawn = [*_steps(material, seed), *_strips(material, seed, wording)][:wanted]
    if not drawn:
        what = "process in a bank, or a longer meaning"
        raise LackingError(kind="sequencing", needed=1, what=what, found=0, where=f"{TERMS}, or `ordering` questions in a bank")
    made = [(task, _shuffled(task, seed)) for task in drawn]
    tasks = numbered(_asked(task, order) for task, order in made)
    key = numbered((Paragraph(text=_answer(task, order), role="credit"),) for task, order in made)
    return Sheet(tasks=(tasks,), answers=(key,), count=len(drawn))


def _steps(material: Material, seed: Seed) -> Iterator[_Task]:
    for item in seed.child("steps").shuffled(material.items, lambda item: item.id):
        if isinstance(item.interaction, Ordering) and item.stimulus is None:
            yield _Task(asked=item.stem, pieces=item.interaction.steps)


def _strips(material: Material, seed: Seed, wording: Catalogue) -> Iterator[_Task]:
    for notion in picked(material.notions, seed, len(material.notions)):
        strips = _cut(notion)
        if len(strips) >= _FEWEST_STRIPS:
            asked = joined(said(wording, "worksheet.sequencing.meaning"), plain(" "), term_text(notion.term))
            yield _Task(asked=asked, pieces=tuple(rich(strip) for strip in strips))


def _cut(notion: Notion) -> tuple[str, ...]:
    """Return a meaning in strips of whole phrases; the shortest are joined until there are few enough."""
    if "$" in notion.meaning:
        return ()
    strips = [strip for strip in _JOINT.split(notion.meaning) if strip]
    while len(strips) > 1 and (len(strips) > _MOST_STRIPS or min(len(strip.split()) for strip in strips) < _SHORTEST):
        lengths = [len(f"{one} {two}") for one, two in zip(strips, strips[1:], strict=False)]
        at = lengths.index(min(lengths))
        strips[at : at + 2] = [f"{strips[at]} {strips[at + 1]}"]
    # A capital or a stop would tell which is the first or the last.
    opened = strips[0][:1].lower() + strips[0][1:] if strips and strips[0][1:2].islower() else "".join(strips[:1])
    return (opened.removesuffix(","), *(strip.removesuffix(",") for strip in strips[1:]))


def _shuffled(task: _Task, seed: Seed) -> tuple[int, ...]:
    return out_of_order(seed.child("pieces", flat(task.asked)), tuple(map(flat, task.pieces)))


def _asked(task: _Task, order: tuple[int, ...]) -> tuple[Block, ...]:
    rows = tuple(
        (cell((Gap(ems=_GAP_EMS, label=letter(index)),)), cell(joined(plain(f"{letter(index)} ", bold=True), task.pieces[place])))
        for index, place in enumerate(order)
    )
    table = Table(columns=(Column(share=1, align="centre"), Column(share=9)), rows=rows, role="glossary")
    return (Group(blocks=(Paragraph(text=task.asked, role="stem", keep=True), table), together=True),)


def _answer(task: _Task, order: tuple[int, ...]) -> RichText:
    letters = {place: letter(index) for index, place in enumerate(order)}
    row = ", ".join(letters[index] for index in range(len(order)))
    return joined(plain(f"{row}: ", bold=True), joined(*task.pieces, separator=" … "))
