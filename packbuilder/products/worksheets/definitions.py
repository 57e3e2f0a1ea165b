"""Definitions, both ways: the meaning of each term, and the term for each meaning."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Column, Paragraph, Table
from packbuilder.model.material import Material, Notion
from packbuilder.products.worksheets.parts import answers, cell, clued, head, holes, meaning_text, numbered, picked, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain
from packbuilder.wording import Catalogue

_FEWEST_TERMS = 3
"""Clues that tell must be so many, or the others are asked too."""

_USUAL_MEANINGS, _USUAL_TERMS, _MOST = 7, 10, 40


def make_definitions(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask for the meanings of terms."""
    asked = _drawn(material.notions, seed, wish.count or _USUAL_MEANINGS, "definitions")
    tasks = numbered((Paragraph(text=term_text(each.term), keep=True), AnswerLines(lines=2)) for each in asked)
    return Sheet(
        tasks=(tasks,),
        answers=answers(
            joined(term_text(each.term), plain(wording.say("punctuation.colon")), meaning_text(each.meaning)) for each in asked
        ),
        count=len(asked),
    )


def make_terms(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask for the terms that have given meanings."""
    fit = clued(material.notions, _FEWEST_TERMS)
    # A term that another's clue names would be given away by it.
    hidden = tuple(n for n in fit if not any(n.term.casefold() in other.clue.casefold() for other in fit if other is not n))
    asked = _drawn(hidden or fit[:1], seed, wish.count or _USUAL_TERMS, "terms")
    rows = tuple(
        (cell(plain(f"{number}")), cell(meaning_text(each.clue)), cell(AnswerLines(lines=1))) for number, each in enumerate(asked, 1)
    )
    columns = (Column(share=0.7), Column(share=7), Column(share=4))
    table = Table(columns=columns, header=(head(wording, "", "worksheet.meaning", "worksheet.term"),), rows=rows, role="glossary")
    return Sheet(tasks=(*holes(asked, wording), table), answers=answers(term_text(each.term) for each in asked), count=len(asked))


def _drawn(notions: tuple[Notion, ...], seed: Seed, count: int, kind: str) -> tuple[Notion, ...]:
    drawn = picked(notions, seed, min(_MOST, count))
    if not drawn:
        raise LackingError(kind=kind, needed=1, what="term with a meaning", found=0, where=TERMS)
    return drawn
