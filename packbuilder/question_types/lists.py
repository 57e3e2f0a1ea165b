"""Lists in texts that are written in lines: which lines are entries, and which of them stand inside another entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from packbuilder.document import Block, ItemList, Paragraph, ParagraphRole
from packbuilder.markup import flat
from packbuilder.patterns import regex
from packbuilder.text import RichText, Run, joined, plain
from packbuilder.values import dataclass, replace

_MARKER = regex(r"(?:[-*•]|(?P<number>\d{1,2})\.)(?:\s+(?=\S)|\s+$)")
"""What an entry begins with. The words may begin in another style, or with a formula: then nothing of them stands beside the mark."""

_INSIDE = 2
"""An entry that stands in by so many spaces more than another is inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry: by how much it stands in, its number (0: a bullet), the lines it was written in, its words without the mark, and what is inside it."""

    inset: int
    number: int
    lines: tuple[RichText, ...]
    words: RichText
    inner: tuple[_Entry, ...] = ()

    def written(self) -> Iterator[RichText]:
        """Yield all lines of the entry as they were written."""
        yield from self.lines
        for each in self.inner:
            yield from each.written()


def begins_entry(line: RichText) -> bool:
    """Whether a line begins with a bullet or a number, and with something behind it."""
    return _marker(line) is not None


def goes_on(line: RichText) -> bool:
    """Whether a line without a mark, below an entry's, stands in as far as the entry's words."""
    return flat(line).startswith(_INSIDE * " ")


def lists_in(lines: Iterable[RichText], role: ParagraphRole) -> Iterator[ItemList | tuple[RichText, ...]]:
    """Yield the lists that lines are, which begin with an entry; and as lines what is none: a single line with a dash, numbers that do not count."""
    for run in _runs(_nested(_entries(lines))):
        if _is_list(run):
            yield _list(run, role)
        else:
            yield tuple(line for entry in run for line in entry.written())


def flush(line: RichText) -> RichText:
    """Return a line without the spaces that it begins with."""
    first, *rest = line
    return (replace(first, text=first.text.lstrip()), *rest) if isinstance(first, Run) and not first.code else line


def _marker(line: RichText) -> re.Match[str] | None:
    first = line[0] if line else None
    if not isinstance(first, Run) or first.code:
        return None
    found = _MARKER.match(first.text.lstrip())
    return found if found and (len(line) > 1 or found.end() < len(first.text.lstrip())) else None


def _entries(lines: Iterable[RichText]) -> tuple[_Entry, ...]:
    entries: list[_Entry] = []
    for line in lines:
        marker = _marker(line)
        if marker is None:
            last = entries[-1]
            entries[-1] = replace(last, lines=(*last.lines, line), words=joined(last.words, plain(" "), flush(line)))
            continue
        first, *rest = flush(line)
        words = first.text[marker.end() :] if isinstance(first, Run) else ""
        opening = (replace(first, text=words),) if isinstance(first, Run) and words else ()
        before = flat(line).expandtabs(4)
        inset = len(before) - len(before.lstrip())
        entries.append(_Entry(inset=inset, number=int(marker["number"] or 0), lines=(line,), words=(*opening, *rest)))
    return tuple(entries)


def _nested(entries: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """Return entries with those that stand further in inside the one before them."""
    outer: list[_Entry] = []
    held: list[_Entry] = []
    for entry in entries:
        if outer and entry.inset >= outer[-1].inset + _INSIDE:
            held.append(entry)
            continue
        if outer:
            outer[-1] = replace(outer[-1], inner=_nested(tuple(held)))
        held = []
        outer.append(entry)
    if outer:
        outer[-1] = replace(outer[-1], inner=_nested(tuple(held)))
    return tuple(outer)


def _runs(entries: tuple[_Entry, ...]) -> Iterator[tuple[_Entry, ...]]:
    """Yield bullets that follow each other, and numbers."""
    for _, run in groupby(entries, lambda entry: entry.number > 0):
        yield tuple(run)


def _is_list(run: tuple[_Entry, ...], *, inside: bool = False) -> bool:
    """Whether entries are a list. A dash before a number or a formula may be a minus where it stands alone."""
    first, *more = run
    if any(after.number != before.number + 1 for before, after in zip(run, more, strict=False) if before.number):
        return False
    if more or any(each.inner for each in run):
        return True
    return inside and (first.number == 1 if first.number else flat(first.words)[:1].isalpha())


def _list(run: tuple[_Entry, ...], role: ParagraphRole) -> ItemList:
    numbers = tuple(entry.number for entry in run if entry.number)
    return ItemList(
        entries=tuple(tuple(_blocks(entry, role)) for entry in run),
        style="number" if numbers else "bullet",
        numbers=numbers,
    )


def _blocks(entry: _Entry, role: ParagraphRole) -> Iterator[Block]:
    yield Paragraph(text=entry.words, role=role)
    for run in _runs(entry.inner):
        if _is_list(run, inside=True):
            yield _list(run, role)
        else:
            yield from (Paragraph(text=flush(line), role=role) for each in run for line in each.written())
