"""Spot the examiner's mistake: lines that a student wrote, all of them ticked, some of them wrongly."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Column, Table
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import answers, cell, head
from packbuilder.products.worksheets.sheet import CLAIMS, LackingError, Sheet, Wish
from packbuilder.products.worksheets.statements import Statement, statements
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 3, 6, 14


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Print statements with a tick each; those that are wrong are to be found and put right."""
    written = statements(material, seed, min(_MOST, wish.count or _USUAL), wording)
    wrong = sum(not each.true for each in written)
    if len(written) < _FEWEST or not wrong:
        found = len(written) if wrong else 0
        raise LackingError(kind="spot-the-mistake", needed=_FEWEST, what="claims that are put right", found=found, where=CLAIMS)
    rows = tuple(
        (cell(plain(f"{number}")), cell(each.text), cell(plain("✓", bold=True)), cell(AnswerLines(lines=2)))
        for number, each in enumerate(written, 1)
    )
    columns = (Column(share=0.7), Column(share=6), Column(share=1.1, align="centre"), Column(share=6))
    heads = head(wording, "", "worksheet.mistakes.written", "worksheet.mistakes.tick", "worksheet.mistakes.right")
    table = Table(columns=columns, header=(heads,), rows=rows, role="data")
    return Sheet(tasks=(table,), answers=answers(_answer(each, wording) for each in written), count=len(written))


def _answer(statement: Statement, wording: Catalogue) -> RichText:
    if statement.true:
        return said(wording, "worksheet.mistakes.kept")
    return joined(said(wording, "worksheet.mistakes.wrong", bold=True), plain(" "), statement.right)
