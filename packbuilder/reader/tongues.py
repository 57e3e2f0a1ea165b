"""Words of another language inside plain text: marked while it is written, so that braille can use each language's own table."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.languages import foreign
from packbuilder.patterns import regex

_BEGIN, _THEN, _END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Noncharacters of Unicode (chapter 23.7), which no text that is interchanged holds."""

_MARKED = regex(f"{_BEGIN}([^{_THEN}]*){_THEN}([^{_END}]*){_END}")


def marked(text: str, language: str | None) -> str:
    """Return the text, marked as being in a language; as it is where that is the document's own (None)."""
    return f"{_BEGIN}{language}{_THEN}{text}{_END}" if language and text else text


def unmarked(text: str) -> str:
    """Return the text without its marks."""
    return _MARKED.sub(r"\2", text)


def native(text: str, language: str) -> str:
    """Return the text without the marks of words that are in its own language (a BCP 47 tag)."""
    return _MARKED.sub(lambda match: match[0] if foreign(match[1], language) else match[2], text)


def tongues(line: str) -> Iterator[tuple[str, str]]:
    """Yield a line's stretches with their languages, empty for the document's own."""
    end = 0
    for match in _MARKED.finditer(line):
        if line[end : match.start()]:
            yield "", line[end : match.start()]
        yield match[1], match[2]
        end = match.end()
    if line[end:]:
        yield "", line[end:]
