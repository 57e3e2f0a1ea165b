"""Frayer model: a term in four boxes, its meaning, its marks, what is one and what is none."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Block, Column, Group, Heading, Paragraph, Table
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import answers, cell, head, meaning_text, picked, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain, said
from packbuilder.wording import Catalogue

_USUAL, _MOST = 2, 12
_LINES = 4
_BOXES = (("meaning", "characteristics"), ("examples", "non_examples"))


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Give each term a square of four boxes. The notes answer the first; the others are compared in class."""
    drawn = picked(material.notions, seed, min(_MOST, wish.count or _USUAL))
    if not drawn:
        raise LackingError(kind="frayer", needed=1, what="term with a meaning", found=0, where=TERMS)
    tasks = tuple(_square(each, wording) for each in drawn)
    note = Paragraph(text=said(wording, "worksheet.frayer.note"), role="guidance")
    key = answers(joined(term_text(each.term), plain(wording.say("punctuation.colon")), meaning_text(each.meaning)) for each in drawn)
    return Sheet(tasks=tasks, answers=(*key, note), count=len(drawn))


def _square(notion: Notion, wording: Catalogue) -> Block:
    title = Heading(text=term_text(notion.term, bold=False), level=2, listed=False)
    return Group(blocks=(title, *(_boxes(pair, wording) for pair in _BOXES)), together=True)


def _boxes(names: tuple[str, str], wording: Catalogue) -> Table:
    """Return two boxes side by side as a table of their own: only so does each have its name as the head of its column."""
    heads = head(wording, *(f"worksheet.frayer.{name}" for name in names))
    lines = tuple(cell(AnswerLines(lines=_LINES)) for _ in names)
    return Table(columns=(Column(share=1), Column(share=1)), header=(heads,), rows=(lines,), role="data")
