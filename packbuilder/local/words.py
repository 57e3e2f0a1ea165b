"""Words for what the program's own name differently: files, kinds of questions, and hints that speak of options of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from packbuilder.app.making import Made
from packbuilder.app.worksheets import kind_of_file
from packbuilder.editions import EDITIONS
from packbuilder.errors import PackbuilderError
from packbuilder.local import choices
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_HINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(r"or `--skip-bad` goes on"), "or tick “Leave out what has mistakes” to go on"),
    (regex(r"^`--skip-bad` makes"), "Or tick “Leave out what has mistakes”, under “More choices”, to make"),
    (regex(r"Ask for --marks (\d+)"), r"Ask for \1 marks"),
    (regex(r"`--per-page 4` makes larger cards"), "“4 to a page” makes larger cards"),
    (regex(r": --leave-out \w+ drops it"), ""),
    (regex(r": --sides 2"), ", under “More choices”"),
    (regex(r": --paper A3"), ": the layout “Organiser, A3”, under “More choices”"),
    (regex(r", or choose another --output"), ""),
    (regex(r"Leave out --marks \(`marks:`\), or change"), "Change"),
)
"""Hints as the page says them; what still names an option or a command after that is of no use here."""

_KIND = regex(r"^the worksheet '([a-z-]+)'")

_OF_THE_TERMINAL = regex(r"`packbuilder |(?<!\w)--[a-z]")

_PRODUCTS: Mapping[str, str] = {
    "practice_paper": "Practice paper",
    "mark_scheme": "Mark scheme",
    "self_marking": "Self-marking edition",
    "revision_pack": "Revision pack",
    "pack_answers": "Answers to the pack",
    "knowledge_organiser": "Knowledge organiser",
    "flashcards": "Flashcards",
    "anki_deck": "Flashcards for Anki",
    "edition_sheet": "What the editions change",
    "class_set": "Copies for a class",
}

_FORMATS: Mapping[str, str] = {"html": "web page", "docx": "Word", "txt": "plain text", "brf": "braille", "apkg": "Anki deck"}

_EDITION_NAMES: Mapping[str, str] = {choice.value: choice.name for choice in choices.EDITIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What kept something from being made, as the page says it: a sentence, and what to do."""

    message: str
    hints: tuple[str, ...] = ()


def failure_of(error: PackbuilderError) -> Failure:
    """Return an error in the page's words."""
    return Failure(message=lacking_words(error.message.replace("; nothing was written", "")), hints=page_hints(error.hints))


def page_hints(hints: Iterable[str]) -> tuple[str, ...]:
    """Return hints in the page's words, without those that only a terminal can follow."""
    said: list[str] = []
    for hint in hints:
        text = hint
        for pattern, words in _HINTS:
            text = pattern.sub(words, text)
        # Of several sentences those may stay that speak of nothing but notes.
        kept = [sentence for sentence in re.split(r"(?<=[.!?]) (?=[A-Z`])", text) if not _OF_THE_TERMINAL.search(sentence)]
        said.extend((" ".join(kept),) if kept else ())
    return tuple(dict.fromkeys(said))


def lacking_words(reason: str) -> str:
    """Return why a worksheet cannot be made, by the name that the page has for it."""
    return _sentence(_KIND.sub(lambda match: f"“{choices.KIND_NAMES.get(match[1], match[1])}”", reason))


def file_words(made: Made) -> str:
    """Return what a file is: `Mark scheme, version A`."""
    ending = made.name.rpartition(".")[2]
    parts = [_product_words(made)]
    if made.version:
        parts.append(f"version {made.version}")
    if made.edition:
        parts.append(_EDITION_NAMES.get(made.edition, made.edition) if not EDITIONS[made.edition].digital else "for screen readers")
    words = ", ".join(parts)
    return f"{words} ({_FORMATS[ending]})" if made.edition and ending in _FORMATS else words


def _product_words(made: Made) -> str:
    kind = choices.KIND_NAMES.get(kind_of_file(made.name), "")
    match made.product:
        case "worksheet":
            return kind
        case "worksheet_answers":
            return f"Answers: {kind}"
        case "class_set" if kind:
            return f"Copies for a class: {kind}"
    return _PRODUCTS.get(made.product, made.product.replace("_", " ").capitalize())


def size_words(size: int) -> str:
    """Return a file's size as people say it."""
    return f"{max(1, round(size / 1000)):,} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def kind_words(kind: str) -> str:
    """Return a kind of question as words: `Multiple choice`."""
    return "True or false" if kind == "true_false" else kind.replace("_", " ").capitalize()


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."
