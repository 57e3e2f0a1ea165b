"""Quotations beside a command: those behind it are what an answer may quote, one before it is what is asked about."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_QUOTATION = r"‘(?:[^‘’]|(?<=\w)’(?=\w))+’"
_LAST = regex(
    rf"^(?P<asked>(?:analyse|explain|explore|describe|evaluate|discuss|examine|compare)\s[^.?!‘]*[a-z)][.?])\s+(?P<quoted>(?:{_QUOTATION}[,;.]?\s*)+)$",
    re.IGNORECASE,
)
_ABOUT_IT = regex(
    r"\b(?:this|these|those|following|below|statement|view|claim|opinion|quotations?|quotes?|lines?|sentences?|words|phrases?|said|says)\b",
    re.IGNORECASE,
)
"""What makes a quotation behind a question the thing that is asked about."""
_POINTS = regex(r"\b(?:this|it|these)\b", re.IGNORECASE)
_NAMED = regex(r"\bthis (?:quotation|quote|line|phrase|image|metaphor|simile|statement|sentence|slogan)\b", re.IGNORECASE)


_WORDS = 3
"""So many words make a quotation; fewer may be a term ("‘Inflation’ - explain how it ...")."""


def quotations_last(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a point without the quotations after its full stop, and these: they are credited, as bullets below it are."""
    found = _LAST.match(words)
    if not found or _ABOUT_IT.search(found["asked"]):
        return words, ()
    return found["asked"], tuple(re.findall(_QUOTATION, found["quoted"]))


def as_scene(quoted: str, body: str) -> str:
    """Return a quotation as what is told before a command that points at it ("‘...’ Explain how this links to X"); empty where none does."""
    if len(quoted.split()) < _WORDS or not _POINTS.search(body):
        return ""
    stop = "" if quoted.endswith((".", "!", "?", "…")) else "."
    return f"‘{quoted}{stop}’"


def without_naming(sentence: str) -> str:
    """Return a sentence that says no more that what it is about is a quotation, which stands before it."""
    return _NAMED.sub("it", sentence)
