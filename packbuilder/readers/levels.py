"""Levels: lines below a question that say its levels of response, given to it: `Level 1 (1-3 marks): simple comments`."""

from __future__ import annotations

import re

from packbuilder.bands import Band, bands_in, fault_of, ordered, set_apart, written
from packbuilder.patterns import regex
from packbuilder.readers.joining import Entry
from packbuilder.readers.labels import labelled
from packbuilder.readers.questions import asks, ends_in_marks, parted
from packbuilder.values import replace

_RECALL = regex(r"^\W*(?:state|name|give|list|identify|define|label|calculate|recall|write)\b", re.IGNORECASE)
"""What is never marked by levels."""
_ANSWERED = regex(r"^\W*(?:who|what|which|when|where|why|how)\b[^?]*\?\s+[^\s\[(]", re.IGNORECASE)
"""A question with its answer, whose marks are a few ("why are minors protected? so they are not exploited")."""
LONG = 6
"""A question of fewer marks is marked by points."""
_FEWEST = 2
"""One level by itself is a remark to markers."""


def with_levels(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give questions the levels that stand on lines of their own below them, as `Entry.behind`."""
    kept: list[Entry] = []
    index = 0
    while index < len(entries):
        entry = entries[index]
        index += 1
        end = _end(entries, index, entry) if _asked(entry) else index
        said, others = _sorted(entries[index:end])
        bands = ordered(band for _, row in said for band in row if band.low or band.descriptor)
        if len(bands) < _FEWEST or not _is_of(entry, bands):
            kept.append(entry)
            continue
        kept.extend((replace(entry, behind=_joined(entry.behind, written(bands))), *others))
        index = end
    return tuple(kept)


def without_own(entry: Entry) -> Entry:
    """Return a question whose own line has its levels with these set apart, so that its marks and answers can be seen."""
    apart = set_apart(entry.text)
    return replace(entry, text=apart.text, behind=_joined(entry.behind, written(apart.bands))) if apart.bands else entry


def with_own(entry: Entry) -> Entry:
    """Return a question with its objectives and levels behind it, where they are read."""
    if not entry.behind:
        return entry
    text = entry.text.rstrip()
    return replace(
        entry, text=f"{text}{'' if text.endswith(('.', '?', ')', ']')) or entry.behind[0] == '[' else '.'} {entry.behind}", behind=""
    )


def _joined(objectives: str, levels: str) -> str:
    return f"{levels} {objectives}".strip()


def _asked(entry: Entry) -> bool:
    return not bands_in(entry.text) and (asks(entry.text) or ends_in_marks(entry.text))


def _end(entries: tuple[Entry, ...], index: int, question: Entry) -> int:
    """Return where what may say the levels of a question ends: before the next question, or what stands beside it."""
    for place in range(index, len(entries)):
        each = entries[place]
        beside = each.bullet and bool(each.label) and each.indent <= question.indent
        if not bands_in(each.text) and (beside or (asks(each.text) and not labelled(each.text)) or not each.bullet):
            return place
    return len(entries)


def _sorted(below: tuple[Entry, ...]) -> tuple[list[tuple[Entry, tuple[Band, ...]]], list[Entry]]:
    """Return the lines that say levels, each with these, and those that do not; what describes a level stands below it."""
    said: list[tuple[Entry, tuple[Band, ...]]] = []
    others: list[Entry] = []
    open_ = False
    for each in below:
        if bands := bands_in(each.text):
            said.append((each, bands))
            open_ = len(bands) == 1 and not bands[0].descriptor
        elif open_ and not labelled(each.text) and (each.indent > said[-1][0].indent or not each.label):
            said[-1] = (said[-1][0], (_described(said[-1][1][0], each.text),))
            open_ = each.indent > said[-1][0].indent
        else:
            others.append(each)
            open_ = False
    return said, others


def _described(band: Band, text: str) -> Band:
    more = text.strip(" .;")
    return replace(band, descriptor=f"{band.descriptor}; {more}" if band.descriptor else more)


def _is_of(question: Entry, bands: tuple[Band, ...]) -> bool:
    """Whether levels can be those of a question: a grid below the last of several questions may be meant for others."""
    marks = parted(question.text)[1]
    if fault_of(bands, 0):
        return True
    return marks == bands[-1].high or marks >= LONG if marks else not (_RECALL.match(question.text) or _ANSWERED.search(question.text))
