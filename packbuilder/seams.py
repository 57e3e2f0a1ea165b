"""Seams: what becomes of words of the notes where they meet the program's own.

Quotation marks within quotation marks are those of the second degree, and Welsh "y" leans on a vowel before it ("yw’r broses").
"""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.dollars import BETWEEN
from packbuilder.languages import primary
from packbuilder.patterns import regex

_LOW, _ANGLES = r"„([^„“”]*)[“”]", r"«\s?([^«»]*?)\s?»"
_DOUBLE, _SINGLE = r"“([^“”]*)”", r"‘([^‘’]*(?:\w’\w[^‘’]*)*)’(?!\w)"
_TYPED = (r'(?<!\w)"(?=\S)([^"]*?)(?<=\S)"(?!\w)', r"(?<![\w'])'(?=\S)([^']*(?:\w'\w[^']*)*)(?<=\S)'(?!\w)")
"""Quotation marks of a typewriter, double and single; signs of inches and apostrophes are none."""

_WITHIN = {"de": (_LOW, r"‚\1‘"), "pl": (_LOW, r"«\1»"), "el": (_ANGLES, r"“\1”"), "es": (_ANGLES, r"“\1”"), "fr": (_ANGLES, r"“\1”")}
"""By language: quotation marks of the first degree, and what stands within them for the second."""

_IN_SINGLE, _IN_DOUBLE = (rf"“[^“”]*”|{_SINGLE}", r"“\1”"), (rf"{_SINGLE.replace('(', '(?:', 1)}|{_DOUBLE}", r"‘\1’")
"""English and Welsh have single and double marks within one another, whichever come first; what stands within the other kind is nested already."""

_KEPT = regex(rf"(`[^`]*`|{BETWEEN})")
"""Code and formulas, in which no sign is a quotation mark."""

_OPENED = regex(r"[«„“‘]\s?$")
_ENDS_IN_VOWEL = regex(r"[aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ] $")
_ARTICLE = regex(r"yr? (?=\w)(?!(?:mae|maent|oedd|oeddent|bydd|byddai|bu)\b)")
"""The article, and not the particle of the same form before a verb."""


def nested(text: str, language: str, *, opened: str = "") -> str:
    """Return a text to stand within quotation marks in a language (a BCP 47 tag); `opened` is the mark that opens them, where there are several."""
    single = _IN_DOUBLE if opened == "“" else _IN_SINGLE
    marks, inner = _WITHIN.get(primary(language), single)
    pattern = _quotations((marks, *_TYPED))
    # What splits the text is captured, and stands at every second place.
    pieces = _KEPT.split(text)
    return "".join(each if at % 2 else pattern.sub(lambda found: _turned(found, inner), each) for at, each in enumerate(pieces))


@lru_cache(maxsize=16)
def _quotations(each: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(each))


def _turned(found: re.Match[str], inner: str) -> str:
    """Return a quotation in the marks of the second degree; as it is where it has them."""
    held = next((group for group in found.groups() if group is not None), None)
    return found[0] if held is None else inner.replace(r"\1", held)


def placed(before: str, text: str, language: str) -> str:
    """Return a text as it stands behind words of the program's own: nested where these open quotation marks."""
    return nested(text, language, opened=before.rstrip()[-1]) if _OPENED.search(before) else text


def met(before: str, text: str, language: str) -> tuple[str, str]:
    """Return words and the text that follows them, as they are written one after the other."""
    found = _ARTICLE.match(text) if primary(language) == "cy" and _ENDS_IN_VOWEL.search(before.casefold()) else None
    return (before[:-1], f"’r {text[found.end() :]}") if found else (before, text)
