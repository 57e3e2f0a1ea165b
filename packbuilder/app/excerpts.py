"""Excerpts: the line of a source that a message is about, with the place marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from packbuilder.app.reading import CannotReadError, read_bytes
from packbuilder.app.sources import WORD_ENDINGS, text_in
from packbuilder.diagnostics import Diagnostic
from packbuilder.patterns import regex
from packbuilder.values import dataclass, replace

_AROUND = 60
"""Characters shown on either side of the place; a paragraph of notes is one line."""
_GIVEN = regex(r"^\s*(?:#+|>|-)\s|\*+|</?su[bp]>|!\[\[[^\]]*\]\]")
"""What reading puts before and around the words of a Word file."""
_KNOWN = 30
"""Characters of a line by which a message is seen to quote it already."""

_UNSEEABLE = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, those that turn the direction of writing among them: on a page they would show something else than there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A message with what stands at its place: the text before it, the character itself, and the text after. Empty where no line is named."""

    diagnostic: Diagnostic
    path: str
    before: str = ""
    at: str = ""
    after: str = ""


def excerpts(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Excerpt, ...]:
    """Return messages with their lines, paths as seen from `root`. Each file is read once; one that cannot be read shows no lines."""
    lines: dict[str, list[str]] = {}
    found: list[Excerpt] = []
    for each in diagnostics:
        if each.span.path not in lines:
            lines[each.span.path] = _lines(Path(each.span.path))
        found.append(_excerpt(each, lines[each.span.path], root))
    return tuple(found)


def with_words(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield messages; those about a place in a Word file, whose lines nobody sees numbered, with the words that stand there."""
    lines: dict[str, list[str]] = {}
    for each in diagnostics:
        path, line = each.span.path, each.span.line
        if line and path.lower().endswith(WORD_ENDINGS) and path not in lines:
            lines[path] = _lines(Path(path))
        there = _bare(lines.get(path, [])[line - 1]) if 0 < line <= len(lines.get(path, [])) else ""
        if not there or there[:_KNOWN] in each.message:
            yield each
        else:
            words = there if len(there) <= _AROUND else there[:_AROUND].rstrip() + " …"
            yield replace(each, hints=(*each.hints, f"In the Word file, this is where it says ‘{words}’."))


def _bare(line: str) -> str:
    """Return a line without the marks that reading gave it."""
    return " ".join(_UNSEEABLE.sub(" ", _GIVEN.sub("", line)).split()).strip("| ")


def _lines(path: Path) -> list[str]:
    try:
        data, _ = text_in(read_bytes(path), path.as_posix())
    except CannotReadError:
        return []
    if data is None:
        return []
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", errors="replace")
    return re.split(r"\r\n|\r|\n", text)


def _excerpt(diagnostic: Diagnostic, lines: list[str], root: Path) -> Excerpt:
    span = diagnostic.span
    path = seen_from(root, span.path)
    if not 0 < span.line <= len(lines):
        return Excerpt(diagnostic=diagnostic, path=path)
    line = _UNSEEABLE.sub("\N{REPLACEMENT CHARACTER}", lines[span.line - 1].replace("\t", " "))
    place = min(max(span.column, 1), len(line) + 1) - 1
    start, end = max(0, place - _AROUND), place + 1 + _AROUND
    return Excerpt(
        diagnostic=diagnostic,
        path=path,
        before=("… " if start else "") + line[start:place],
        at=line[place : place + 1] or " ",
        after=line[place + 1 : end] + (" …" if end < len(line) else ""),
    )


def seen_from(root: Path, path: str) -> str:
    """Return a path as one writes it who stands in `root`; one that lies elsewhere as it is."""
    whole = Path(path).resolve()
    return whole.relative_to(root.resolve()).as_posix() if whole.is_relative_to(root.resolve()) else path
