"""Quoted lines among marking points: what is quoted below a question is its answer, or what it is about.

A question about lines cannot be asked without them, and lines of a poem are never questions of their own: both are told, and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.labels import is_labelled
from packbuilder.readers.questions import commands, ends_in_marks, only_marks, to_candidates
from packbuilder.values import dataclass

_QUOTED = regex(r"^\s*(?:>\s?)+(?!\s*\[!)")
_THINGS = r"(?:lines?|words|verses?|stanzas?|couplets?|extracts?|passages?|quotations?|quotes?|sentences?|poems?|texts?|paragraphs?|speech(?:es)?|dialogue|opening|scene|source|statement|view|opinion|claim|code|program|output)"
_ABOUT = regex(
    rf"\b(?:this|these|those|the following)\s+(?:\w+\s+){{0,2}}?{_THINGS}\b|\bthe\s+(?:\w+\s+)?{_THINGS}\s+(?:below|above|given|here)\b|\b(?:lines?|words|text|extract|passage) below\b|"
    r"\bin (?:the|this) (?:extract|passage|quotation|quote|stanza)\b|\b(?:ces vers|cet extrait|diese[nr]? (?:Versen?|Zeilen)|estos versos|este fragmento)\b",
    re.IGNORECASE,
)
"""What a question says that is about the lines beside it."""
_ABOUT_LINES = regex(
    r"\b(?:this|these|those|the following)\s+(?:\w+\s+){0,2}?(?:lines?|verses?|stanzas?|couplets?|extracts?|passages?|poems?)\b|\b(?:lines?|extract|passage|stanza|poem) below\b",
    re.IGNORECASE,
)
_TO_DO = regex(r"(?:use|using|refer|write|include|think|support|remember|look|in|you|your)\b", re.IGNORECASE)
_OF_A_QUOTATION = regex(r"[,;:!?–—-][”’\"']?$|[?!]\s|^[“‘\"']|[”’\"]$")
_COMPLETE = regex(r"[?:.!)\]][*_]*$")
_FURTHER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A question that is left out with the lines it is about: where both begin and end among the lines, and its text, if there is one."""

    first: int
    last: int
    text: str


def without_quoted(lines: tuple[str, ...], code: frozenset[int]) -> tuple[tuple[str, ...], tuple[Unasked, ...]]:
    """Return lines in which answers that were quoted below a question are bullets below it; and questions about lines, which are left out with those.

    `code`: the places of lines in blocks of code, where the sign is another.
    """
    found = list(lines)
    left: list[Unasked] = []
    for first, last in _runs(lines, code):
        start = _start(lines, first)
        parent = _said(lines, start, first) if start is not None else ""
        after = next((at for at in range(last + 1, len(lines)) if lines[at].strip()), len(lines))
        below = lines[after].strip() if after < len(lines) else ""
        listed = any(BULLET.match(_QUOTED.sub("", line)) for line in lines[first : last + 1])
        quotation = not listed and any(_OF_A_QUOTATION.search(_QUOTED.sub("", line).strip()) for line in lines[first : last + 1])
        apart = not (first and lines[first - 1].strip())
        if apart and _ABOUT.search(below) and not _ABOUT.search(parent):
            end = _end(lines, after)
            left.append(Unasked(first=first, last=end, text=_said(lines, after, end + 1)))
            found[first : end + 1] = [""] * (end + 1 - first)
        elif start is None or _ABOUT.search(parent) or quotation:
            # Apart from a question that does not say that it is about them, lines may be anything's.
            alone = start is None or (apart and not _ABOUT.search(parent))
            begin = first if alone or start is None else start
            left.append(Unasked(first=begin, last=last, text="" if alone else parent))
            found[begin : last + 1] = [""] * (last + 1 - begin)
        else:
            edge = len(lines[start]) - len(lines[start].lstrip())
            found[start + 1 : first] = [line for line in lines[start + 1 : first] if line.strip()] + [""] * sum(
                not line.strip() for line in lines[start + 1 : first]
            )
            found[first : last + 1] = _as_answers(lines[first : last + 1], edge + _FURTHER)
    left.extend(_inset(found))
    return tuple(found), tuple(left)


def _runs(lines: tuple[str, ...], code: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last places of lines that are quoted together; none where most lines are, as in a message that was sent on."""
    marked = [bool(_QUOTED.match(line)) and at not in code for at, line in enumerate(lines)]
    if sum(marked) * 2 > sum(bool(line.strip()) for line in lines) and marked[next(at for at, line in enumerate(lines) if line.strip())]:
        return
    index = 0
    while index < len(lines):
        first = index
        while index < len(lines) and marked[index]:
            index += 1
        if index > first:
            yield first, index - 1
        index += 1


def _start(lines: tuple[str, ...], first: int) -> int | None:
    """Return where the point above quoted lines begins; None where none stands above them."""
    at = first - 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    if at < 0 or _QUOTED.match(lines[at]):
        return None
    while at > 0 and not BULLET.match(lines[at]) and lines[at - 1].strip() and not _QUOTED.match(lines[at - 1]):
        at -= 1
    return at


def _end(lines: tuple[str, ...], start: int) -> int:
    """Return where a point that begins at a place ends."""
    end = start
    while end + 1 < len(lines) and lines[end + 1].strip() and not BULLET.match(lines[end + 1]):
        end += 1
    return end


def _said(lines: tuple[str, ...], start: int, end: int) -> str:
    return " ".join(BULLET.sub("", _QUOTED.sub("", line)).strip() for line in lines[start:end] if line.strip())


def _as_answers(quoted: tuple[str, ...], indent: int) -> list[str]:
    """Return quoted answers as bullets; what goes on in small letters belongs to the line before."""
    made: list[str] = []
    for line in quoted:
        text = _QUOTED.sub("", line).strip()
        goes_on = bool(made) and text[:1].islower() and not BULLET.match(text) and len(made[-1]) > len(" " * indent) + 30
        made.append(" " * indent + (text if goes_on or BULLET.match(text) else f"- {text}") if text else "")
    return made


def _inset(lines: list[str]) -> Iterator[Unasked]:
    """Yield questions about lines that stand further in below them, without a bullet, and blank both."""
    for index, line in enumerate(lines):
        if not BULLET.match(line) or not _ABOUT_LINES.search(line) or not _COMPLETE.search(line.rstrip()):
            continue
        end = index
        while end + 1 < len(lines) and lines[end + 1].startswith(("  ", "\t")) and _may_be_quoted(lines[end + 1]):
            end += 1
        if end > index and not _TO_DO.match(lines[index + 1].strip()):
            yield Unasked(first=index, last=end, text=BULLET.sub("", line).strip())
            lines[index : end + 1] = [""] * (end + 1 - index)


def _may_be_quoted(line: str) -> bool:
    text = line.strip()
    plain = not (BULLET.match(line) or only_marks(line) or to_candidates(text) or ends_in_marks(text) or is_labelled(text, ""))
    return bool(text) and plain and not commands(text)
