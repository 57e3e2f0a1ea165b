"""Starter and exit ticket: a few quick questions to begin a lesson with, and to leave it by."""

from __future__ import annotations

from packbuilder.document import AnswerLines, Block, Option, Options, Paragraph
from packbuilder.model.material import Material
from packbuilder.products.worksheets.parts import answers, numbered
from packbuilder.products.worksheets.recall import Quick, quick_questions
from packbuilder.products.worksheets.sheet import TERMS, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.text import Run
from packbuilder.wording import Catalogue

_STARTER, _TICKET = 5, 3
_MOST_STARTER, _MOST_TICKET = 10, 5
_TICKETS = 2
"""Tickets on a sheet: it is cut across the middle."""


def make_starter(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Ask a handful of quick questions."""
    asked = _asked(material, seed, min(_MOST_STARTER, wish.count or _STARTER), wording, "starter")
    return Sheet(tasks=(_questions(asked),), answers=answers(each.answer for each in asked), count=len(asked))


def make_exit_ticket(material: Material, seed: Seed, wish: Wish, wording: Catalogue) -> Sheet:
    """Print the same two or three questions twice, with a line to cut along."""
    asked = _asked(material, seed, min(_MOST_TICKET, wish.count or _TICKET), wording, "exit-ticket")
    tasks = (_questions(asked), *_confident(wording))
    return Sheet(tasks=tasks, answers=answers(each.answer for each in asked), count=len(asked), whole=True, copies=_TICKETS)


def _confident(wording: Catalogue) -> tuple[Block, ...]:
    """Return how sure a student is, to be marked: the message's words up to its last colon ask, and dots stand between its choices."""
    before, colon, after = wording.say("worksheet.exit.confident").rpartition(": ")
    language = wording.spoken("worksheet.exit.confident")
    asked, *choices = ((Run(text=words, language=language),) for words in (f"{before}{colon}".rstrip(), *after.split(" · ")))
    return Paragraph(text=asked, role="small", keep=True), Options(
        options=tuple(Option(letter="", text=each) for each in choices), row=True
    )


def _asked(material: Material, seed: Seed, count: int, wording: Catalogue, kind: str) -> tuple[Quick, ...]:
    asked = quick_questions(material, seed, count, wording)
    if not asked:
        raise LackingError(kind=kind, needed=1, what="term with a meaning, or claim that is put right", found=0, where=TERMS)
    return asked


def _questions(asked: tuple[Quick, ...]) -> Block:
    return numbered((Paragraph(text=each.asked, role="stem", keep=True), AnswerLines(lines=each.lines)) for each in asked)
