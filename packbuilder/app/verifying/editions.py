"""Proving that a modified edition asks what the standard paper asks: read from both files, question by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Literal, TypeAlias

from packbuilder import maths
from packbuilder.app.arrangements import difference
from packbuilder.app.paper_reading import Asked, questions
from packbuilder.app.reader_reading import asked_in, unlike_formulas
from packbuilder.diagnostics import counted
from packbuilder.languages import ENGLISH, primary
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.wording import catalogue

_SHARED = ("version", "seed", "fingerprint", "marks", "questions", "digests")
"""What the records of a paper and its editions have in common."""


Formulas: TypeAlias = Literal["written", "built", "spoken"]


def differences(standard: ReadBack, edition: ReadBack) -> tuple[str, ...]:
    """Return how an edition differs from the standard paper in what it asks, one sentence each."""
    if standard.tree is None or edition.tree is None:
        return ("one of the files is not tagged, so that they cannot be compared",)
    records = tuple(
        f"its {key} is {edition.record.get(key, 'none')}, the standard paper's {standard.record.get(key, 'none')}"
        for key in _SHARED
        if standard.record.get(key) != edition.record.get(key)
    )
    return (*records, *compared(questions(standard.tree), questions(edition.tree)))


def reader_differences(standard: ReadBack, name: str, data: bytes) -> tuple[str, ...] | None:
    """Return how a file of the reader edition differs in what it asks; None for a kind that cannot be read back.

    It may say more (an answer space in words). Formulas are in words in plain text of languages that they can be spoken in, or in signs
    where a word is wanting, and built of parts in a DOCX, where their letters and digits are compared.
    """
    language = standard.language or ENGLISH
    heading = catalogue(language).say("reader.question", label="").strip()
    asked = asked_in(name, data, heading=heading)
    if asked is None:
        return None
    if standard.tree is None:
        return ("the standard paper is not tagged, so that they cannot be compared",)
    unlike = unlike_formulas(data) if name.endswith(".html") else ()
    return (
        *compared(questions(standard.tree), asked, more=True, formulas=_formulas(name, language)),
        *(f"the formula {said!r} shows other figures than are read out" for said in unlike),
    )


def _formulas(name: str, language: str) -> Formulas:
    """Return how a file of the reader edition has formulas."""
    match name.rpartition(".")[2]:
        case "docx":
            return "built"
        case "txt" if primary(language) in maths.spoken_languages():
            return "spoken"
        case _:
            return "written"


def compared(
    standard: Mapping[str, Asked], edition: Mapping[str, Asked], *, more: bool = False, formulas: Formulas = "written"
) -> Iterator[str]:
    """Yield how what is asked differs.

    The words of two PDFs are compared in order (`arrangements.difference`). `more`: the edition may say more, and where its format does not tell stems and options apart it is compared by its words.
    `formulas`: how the edition has them, `written` among its words, `built` and compared by their letters, or `spoken`, in words or in signs.
    """
    if list(standard) != list(edition):
        yield f"its questions are {', '.join(edition) or 'none'}; the standard paper's {', '.join(standard)}"
    for label, asked in standard.items():
        other = edition.get(label)
        if other is None:
            continue
        if asked.marks != other.marks:
            yield f"question {label} has {counted(other.marks, 'mark')}, {asked.marks} in the standard paper"
        if other.headed not in (None, (label, other.marks)):
            said, marks = other.headed
            yield f"the heading of question {label} says question {said or 'none'} and {counted(marks, 'mark')}; the question is {label} and has {other.marks}"
        if asked.stems != other.stems and (other.stems or not more):
            yield f"question {label} asks something else: “{' / '.join(other.stems)}”, not “{' / '.join(asked.stems)}”"
        if asked.options != other.options and (other.options or not more):
            yield f"question {label} has other options, or in another order"
        if not more and asked.sources != other.sources:
            yield f"question {label} quotes otherwise: {_parted(asked.sources, other.sources)}"
        missing = _missing(asked, other, formulas)
        added = frozenset() if more else other.words - asked.words
        lost = Counter(asked.figures) - Counter(other.figures) if more else Counter[str]()
        if lost:
            yield f"question {label} does not have the numbers of the standard paper: {', '.join(lost)}"
        if missing or added:
            words = [f"without {word!r}" for word in sorted(missing)] + [f"with {word!r}" for word in sorted(added)]
            yield f"question {label} is printed {', '.join(words[:4])}"
        elif not more and (parted := difference(asked.shown, other.shown)):
            yield f"question {label} is printed otherwise: {parted}"


def _parted(standard: tuple[str, ...], edition: tuple[str, ...]) -> str:
    had, wanted = next(pair for pair in zip_longest(edition, standard, fillvalue="") if pair[0] != pair[1])
    return f"“{had}”, not “{wanted}”"


def _lacking(words: Iterable[str], other: Asked) -> frozenset[str]:
    """Return the words that the other lacks; a formula's may run into its neighbour's: the "th" of "nth"."""
    return frozenset(word for word in words if word not in other.words and not any(word in longer for longer in other.words))


def _missing(asked: Asked, other: Asked, formulas: Formulas) -> frozenset[str]:
    """Return the words, and of built formulas the letters, that the other lacks; a spoken one may stand there in signs."""
    if formulas == "written":
        return asked.words - other.words
    if formulas == "spoken":
        unsaid = (words.split() for words, signs in asked.said if _lacking(signs.split(), other))
        return _lacking(asked.prose, other).union(*(_lacking(words, other) for words in unsaid))
    built = "".join(other.formulas)
    return (asked.prose - other.words) | frozenset(signs for signs in asked.formulas if signs not in built)
