"""The elements of running text: formulas, links, gaps and words of another language, in their order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from packbuilder import maths
from packbuilder.languages import foreign
from packbuilder.proof.element import Expected
from packbuilder.text import Break, Gap, Inline, Maths, Reference, RichText, Run
from packbuilder.wording import Catalogue


def text_element(role: str, text: RichText, wording: Catalogue, *, name: str = "", anchor: str = "") -> Expected:
    """Return the element of a text. Neighbouring words of one other language are one element, bold or not."""
    children: list[Expected] = []
    for language, inlines in groupby(text, lambda inline: inline.language if isinstance(inline, Run) else None):
        if language:
            words = "".join(map(_words, inlines))
            children += [Expected(role="Span", language=language, text=normal(words))] if words else []
        else:
            children += (element for inline in inlines for element in _inline(inline, wording))
    gaps = tuple(normal(text_words(text[:at])) for at, inline in enumerate(text) if isinstance(inline, Gap))
    return Expected(role=role, name=name, anchor=anchor, text=normal(text_words(text)), gaps=gaps, children=tuple(children))


def text_words(text: RichText) -> str:
    """Return the words of a text as a file must have them."""
    return "".join(map(_words, text))


_SMALL = ("<super>", "<sub>", "<fraction>")
"""What Unicode calls the characters that are small by themselves."""


def normal(text: str) -> str:
    """Return a text as it is compared: one space where there is any space, none at the ends; soft hyphens are no text."""
    return " ".join(text.replace("\u00ad", "").split())


def full_height(text: str) -> str:
    """Return the letters of a text without white space, and without what is typed small (`³`, `₂`, `½`): their size says nothing of emphasis."""
    return "".join(char for char in text if not char.isspace() and unicodedata.decomposition(char).split(" ")[0] not in _SMALL)


def _words(inline: Inline) -> str:
    match inline:
        case Run() | Reference():
            return inline.text
        case Maths():
            return maths.to_plain(maths.parse(inline.source).tree)
        case Break():
            return " "
        case _:
            return ""


def _inline(inline: Inline, wording: Catalogue) -> Iterator[Expected]:
    match inline:
        case Maths():
            tree = maths.parse(inline.source).tree
            plain, speech = maths.to_plain(tree), maths.to_speech(tree, inline.language or wording.language)
            language = foreign(speech.language, wording.language)
            yield Expected(role="Formula", alts=(speech.words,), actual=plain, language=language, text=normal(plain))
        case Reference() if inline.text:
            yield Expected(role="Link", target=inline.anchor, text=normal(inline.text), language=inline.language or "")
        case Gap():
            yield Expected(role="Form", name="space", alts=(wording.say("space.gap", label=inline.label).strip(),))
        case _:
            return
