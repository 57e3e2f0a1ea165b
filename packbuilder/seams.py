"""Seams: what becomes of words of the notes where they meet the program's own.

Quotation marks within quotation marks are those of the second degree, and Welsh "y" leans on a vowel before it ("yw’r broses").
"""

from __future__ import annotations

from packbuilder.languages import primary
from packbuilder.patterns import regex

_LOW, _ANGLES = regex(r"„([^„“”]*)[“”]"), regex(r"«\s?([^«»]*?)\s?»")
_WITHIN = {"de": (_LOW, r"‚\1‘"), "pl": (_LOW, r"«\1»"), "el": (_ANGLES, r"“\1”"), "es": (_ANGLES, r"“\1”"), "fr": (_ANGLES, r"“\1”")}
"""By language: quotation marks of the first degree, and what stands within them for the second."""

_OPENED = regex(r"[«„“‘]\s?$")
_ENDS_IN_VOWEL = regex(r"[aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ] $")
_ARTICLE = regex(r"yr? (?=\w)(?!(?:mae|maent|oedd|oeddent|bydd|byddai|bu)\b)")
"""The article, and not the particle of the same form before a verb."""


def nested(text: str, language: str) -> str:
    """Return a text to stand within quotation marks in a language (a BCP 47 tag)."""
    marks, inner = _WITHIN.get(primary(language), (None, ""))
    return marks.sub(inner, text) if marks else text


def placed(before: str, text: str, language: str) -> str:
    """Return a text as it stands behind words of the program's own: nested where these open quotation marks."""
    return nested(text, language) if _OPENED.search(before) else text


def met(before: str, text: str, language: str) -> tuple[str, str]:
    """Return words and the text that follows them, as they are written one after the other."""
    found = _ARTICLE.match(text) if primary(language) == "cy" and _ENDS_IN_VOWEL.search(before.casefold()) else None
    return (before[:-1], f"’r {text[found.end() :]}") if found else (before, text)
