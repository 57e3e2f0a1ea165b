"""What can be chosen on the page, in the words of those who choose: every choice is a value, a name and a line about it."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.products.worksheets.registry import KINDS
from packbuilder.values import dataclass
from packbuilder.wording import catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several: what the form sends, what is read, and what it means."""

    value: str
    name: str
    about: str = ""


PRODUCTS = (
    Choice(value="worksheet", name="Worksheet", about="Gap-fill, quiz, crossword and more, with the answers."),
    Choice(value="paper", name="Practice paper", about="Exam questions to a total of marks, with the mark scheme."),
    Choice(value="pack", name="Revision pack", about="The notes as a booklet, with practice questions and answers."),
    Choice(value="cards", name="Flashcards", about="Terms and meanings to print and cut out, and a deck for Anki."),
    Choice(value="organiser", name="Knowledge organiser", about="A whole topic on one landscape page."),
)

VARIANTS = (
    Choice(value="full", name="Everything: notes, worked examples, practice questions"),
    Choice(value="cornell", name="Cornell notes: cues beside the notes, room to sum up"),
    Choice(value="plain", name="Plain: the notes alone, on as few pages as possible"),
)

PACK_ANSWERS = (
    Choice(value="back", name="At the back of the pack"),
    Choice(value="apart", name="In a file of their own"),
    Choice(value="none", name="No answers"),
)

ANSWERS = (
    Choice(value="apart", name="In a file of their own"),
    Choice(value="back", name="On the back of the sheet"),
    Choice(value="none", name="No answers"),
)

PER_PAGE = (Choice(value="8", name="8 to a page"), Choice(value="4", name="4 to a page, larger"))

TURNS = (
    Choice(value="long", name="Print on both sides, turning over the long edge"),
    Choice(value="short", name="Print on both sides, turning over the short edge"),
    Choice(value="fold", name="Print on one side, to fold and glue"),
)

SIDES = (Choice(value="1", name="One side for each topic"), Choice(value="2", name="Two sides where a topic needs them"))

IMPOSITIONS = (
    Choice(value="", name="One page on each side, as usual"),
    Choice(value="duplex", name="Both sides, with a margin for holes"),
    Choice(value="duplex-short", name="Both sides, bound at the head"),
    Choice(value="booklet", name="A booklet to fold and staple"),
    Choice(value="2up", name="Two half-size pages side by side"),
    Choice(value="a3-fold", name="A3 sheets to fold and staple"),
)

EDITIONS = (
    Choice(value="large-18", name="Large print, 18 point bold"),
    Choice(value="large-24", name="Large print, 24 point"),
    Choice(value="a3-36", name="Large print, 36 point on A3"),
    Choice(value="dyslexia", name="Dyslexia friendly: cream, wide lines"),
    Choice(value="tinted", name="Cream paper"),
    Choice(value="tinted-yellow", name="Yellow paper"),
    Choice(value="tinted-blue", name="Blue paper"),
    Choice(value="tinted-green", name="Green paper"),
    Choice(value="tinted-pink", name="Pink paper"),
    Choice(value="reader", name="Screen reader and braille: web page, Word, text"),
)

_LAYOUT_NAMES: Mapping[str, str] = {
    "exam-a4": "Exam paper, A4",
    "handout-a4": "Handout, A4",
    "handout-a5": "Handout, A5",
    "letter": "Handout, US Letter",
    "plain": "Plain: no colour, no tints",
    "dyslexia-friendly": "Dyslexia friendly: cream, wide lines",
    "organiser-a4": "Organiser, A4",
    "organiser-a3": "Organiser, A3",
    "organiser-letter": "Organiser, US Letter",
}

KIND_NAMES: Mapping[str, str] = {kind.name: catalogue("en-GB").say(f"worksheet.{kind.name}.title") for kind in KINDS}
"""Kinds of worksheet by their names, with the title that is printed on them."""

OBJECTIVES: Mapping[str, str] = {
    "AO1": "AO1, knowing and understanding",
    "AO2": "AO2, applying",
    "AO3": "AO3, analysing and evaluating",
}


def sheet_kinds() -> tuple[Choice, ...]:
    """Return every kind of worksheet."""
    return tuple(Choice(value=kind.name, name=KIND_NAMES[kind.name], about=kind.about) for kind in KINDS)


def layouts(names: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return the layouts that can be used, the product's own first."""
    usual = Choice(value="", name="The usual one for what you make")
    return (usual, *(Choice(value=name, name=_LAYOUT_NAMES.get(name, name)) for name in names))


def blueprints(names: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return the specifications that a paper may follow, none first."""
    return (Choice(value="", name="None: questions of any kind"), *(Choice(value=name, name=name) for name in names))
