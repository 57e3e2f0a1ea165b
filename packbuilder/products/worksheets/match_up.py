"""Match-up: terms on one side, meanings in another order on the other, some of which are nobody's."""

from __future__ import annotations

from packbuilder.document import AnswerBox, Column, Paragraph, Table
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import cell, clued, head, holes, meaning_text, numbered, picked, term_text
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import joined, plain
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 8, 20
_SURPLUS = 2
"""Meanings beyond those that match (HANDBOOK section 7), so that the last pair must be known too."""


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Pair terms with the letters of their meanings. Of three terms all are asked; of more some meanings are left over."""
    drawn = picked(clued(material.notions, _FEWEST), seed, min(_MOST, wish.count or _USUAL) + _SURPLUS)
    if len(drawn) < _FEWEST:
        raise LackingError(kind="match-up", needed=_FEWEST, what="terms with meanings", found=len(drawn), where=TERMS)
    surplus = min(_SURPLUS, max(0, len(drawn) - _FEWEST))
    asked = drawn[: len(drawn) - surplus]
    meanings = seed.child("meanings").shuffled(drawn, lambda notion: notion.term)
    letters = {notion.term: wording.option(index) for index, notion in enumerate(meanings)}
    rows = []
    for index, meaning in enumerate(meanings):
        left = cell(joined(plain(f"{index + 1}. "), term_text(asked[index].term))) if index < len(asked) else cell()
        box = cell(AnswerBox(label=str(index + 1), ruled=True)) if index < len(asked) else cell()
        rows.append((left, box, cell(plain(letters[meaning.term], bold=True)), cell(meaning_text(meaning.clue))))
    columns = (Column(share=3.4), Column(share=1.1, align="centre"), Column(share=0.8, align="centre"), Column(share=7))
    table = Table(
        columns=columns,
        header=(head(wording, "worksheet.term", "matching.letter", "", "worksheet.meaning"),),
        rows=tuple(rows),
        role="glossary",
    )
    key = numbered(
        (Paragraph(text=joined(plain(f"{letters[each.term]} ", bold=True), term_text(each.term, bold=False))),) for each in asked
    )
    return Sheet(tasks=(*holes(drawn, wording), table), answers=(key,), count=len(asked), whole=True)
