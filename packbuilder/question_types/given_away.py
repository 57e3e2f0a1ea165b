"""Alternative texts that say what a question asks for: read out before it, they answer it for whoever cannot see the picture.

An answer of several words is looked for anywhere in the text. A term is one word that may rightly stand in it (the parts of a food chain, the
months of a chart); it gives an answer away where the text says that the picture is that: "A mitochondrion, drawn as a bean."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.diagnostics import Diagnostic, Span, error, warning
from packbuilder.document import Figure
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.patterns import regex
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.values import dataclass
from packbuilder.walks import texts_of

_SEVERAL = 3
"""Answers of so many words are looked for anywhere."""

_WORDS = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_TERM = regex(r"[^\W\d_]{3}")
_ARTICLE = regex(r"(?i)^(?:an?|the|some|its|his|her|their)\s+")
_ENDS = regex(
    r"(?i)[,.;:()–—]|\s(?:with|show(?:s|ing|n)?|that|which|who|where|drawn|seen|labelled|is|are|has|have|and|on|in|at|from|before|after|against)\b"
)
"""Where it ends what an alternative text says that a picture is."""
_OF_VALUES = regex(r"(?i)\b(?:graphs?|charts?|plots?|histograms?|tables?|axes|axis|scale|curves?|lines?)\b")
"""Pictures of values, whose names must be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The alternative text of a stimulus's picture, and where it stands in the bank."""

    text: str
    span: Span


def gives_away(alternative: str, answer: str) -> bool:
    """Whether an alternative text says an answer."""
    said, wanted = _said(alternative), _said(_ARTICLE.sub("", answer))
    if not _TERM.search(wanted):
        return False
    if len(wanted.split()) >= _SEVERAL:
        return _holds(said, wanted)
    end = _ENDS.search(alternative)
    subject = alternative[: end.start()] if end else alternative
    return not _OF_VALUES.search(subject) and _holds(_said(subject), wanted)


def given_away(item: Item, alternative: Alternative) -> Iterator[Diagnostic]:
    """Yield what is wrong for each answer of an item that the alternative text of its picture says: an error for one that no candidate's file may hold."""
    told = _told(item)
    for answer, others in _answers(item):
        listed = any(_holds(_said(alternative.text), _said(other)) for other in others)
        anywhere = bool(others) and _holds(_said(alternative.text), _said(answer)) and bool(_TERM.search(answer))
        if not listed and (anywhere or gives_away(alternative.text, answer)) and not _holds(told, _said(answer)):
            message = f"the alternative text gives the answer of {item.id.rpartition('.')[2]} away: {answer}"
            refused = len(_said(answer).split()) >= _SEVERAL
            yield (error if refused else warning)(
                "B318", message, alternative.span, "Say what the picture looks like, and leave to the candidate what that is."
            )


def _answers(item: Item) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what earns an item's marks, each with the wrong options beside it."""
    if isinstance(item.interaction, MultipleChoice):
        wrong = tuple(flat(choice.text) for choice in item.interaction.options if not choice.correct)
        yield from ((flat(choice.text), wrong) for choice in item.interaction.options if choice.correct)
    elif isinstance(item.scheme, PointsScheme):
        yield from ((flat(text), ()) for point in item.scheme.points for text in (point.text, *point.accept))


def _told(item: Item) -> str:
    """Return what everybody is told: the stem, and what stands beside the picture."""
    blocks = item.stimulus.blocks if item.stimulus else ()
    texts = (item.stem, *texts_of(block for block in blocks if not isinstance(block, Figure)))
    return _said(" | ".join(map(flat, texts)))


def _said(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _holds(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "
