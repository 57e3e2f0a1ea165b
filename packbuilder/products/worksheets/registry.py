"""The kinds of worksheet, in the order in which they are listed. A new kind is one file and one entry here."""

from __future__ import annotations

from packbuilder.errors import UnknownNameError
from packbuilder.products.worksheets import (
    cloze,
    crossword,
    definitions,
    frayer,
    lessons,
    marking,
    match_up,
    mistakes,
    quiz,
    retrieval,
    sequencing,
    sorting,
    true_false,
    wordsearch,
)
from packbuilder.products.worksheets.sheet import Kind

KINDS: tuple[Kind, ...] = (
    Kind(name="cloze", about="Sentences of the notes with terms left out, with a word bank or without.", make=cloze.make),
    Kind(name="match-up", about="Terms and meanings to match, with meanings to spare.", make=match_up.make),
    Kind(name="definitions", about="Terms whose meanings are to be written.", make=definitions.make_definitions),
    Kind(name="terms", about="Meanings whose terms are to be written.", make=definitions.make_terms),
    Kind(name="true-false", about="Statements that are true or false, and why.", make=true_false.make),
    Kind(name="quiz", about="Multiple choice with a grid for the letters.", make=quiz.make),
    Kind(
        name="retrieval-grid", about="Questions on the last lesson, last week and further back; older ones earn more.", make=retrieval.make
    ),
    Kind(name="crossword", about="Terms across and down, with clues from their meanings.", make=crossword.make),
    Kind(name="wordsearch", about="Terms hidden in a square of letters.", make=wordsearch.make),
    Kind(name="sequencing", about="Steps to put in order, as the notes or banks state it.", make=sequencing.make),
    Kind(name="sorting", about="Terms or statements to sort into groups.", make=sorting.make),
    Kind(name="spot-the-mistake", about="Ticked lines, some of them ticked wrongly.", make=mistakes.make),
    Kind(name="mark-this-answer", about="A student's answers to mark against the real scheme.", make=marking.make),
    Kind(name="frayer", about="A term in four boxes: meaning, characteristics, examples, non-examples.", make=frayer.make),
    Kind(name="starter", about="Five quick questions to begin a lesson with.", make=lessons.make_starter),
    Kind(name="exit-ticket", about="Two or three questions to leave by, two tickets to a sheet.", make=lessons.make_exit_ticket),
)


def kind_named(name: str) -> Kind:
    """Return a kind by its name. Raises `UnknownNameError`."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UnknownNameError(what="kind of worksheet", name=name, known=tuple(kind.name for kind in KINDS))
