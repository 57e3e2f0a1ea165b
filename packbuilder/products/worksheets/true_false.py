"""True or false, and why: statements to judge, each with what is right instead to be written."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Block, Group, Option, Options, Paragraph
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import answers, numbered
from packbuilder.products.worksheets.sheet import CLAIMS, LackingError, Sheet, Wish
from packbuilder.products.worksheets.statements import Statement, statements
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.wording import Catalogue

_FEWEST, _USUAL, _MOST = 2, 6, 20


def make(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask whether statements are true, and for the reason or the right version."""
    asked = statements(material, seed, min(_MOST, wish.count or _USUAL), wording)
    if len(asked) < _FEWEST:
        raise LackingError(kind="true-false", needed=_FEWEST, what="statements", found=len(asked), where=CLAIMS)
    tasks = numbered(_task(each, wording) for each in asked)
    return Sheet(tasks=(tasks,), answers=answers(_answer(each, wording) for each in asked), count=len(asked))


def _task(statement: Statement, wording: Catalogue) -> tuple[Block, ...]:
    words = (said(wording, f"true_false.{name}", bold=True) for name in ("true", "false"))
    choice = Options(options=tuple(Option(letter="", text=word) for word in words), row=True)
    return (Group(blocks=(Paragraph(text=statement.text, role="stem", keep=True), choice, AnswerLines(lines=2)), together=True),)


def _answer(statement: Statement, wording: Catalogue) -> RichText:
    verdict = said(wording, f"true_false.{'true' if statement.true else 'false'}", bold=True)
    return joined(verdict, plain(". "), statement.right) if statement.right else joined(verdict, plain("."))
