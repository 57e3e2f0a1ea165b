"""Sources and figures that notes print among key concepts: what stands under "SOURCE A" is what the source says, and stays with its label."""

from __future__ import annotations

from packbuilder.figure_words import LABEL
from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET, TERM
from packbuilder.readers.illustrations import is_picture
from packbuilder.readers.tables import ended, is_row

_LABELLED = regex(rf"[*_]*(?P<label>{LABEL})[*_]*(?:\s*(?::|[–—-](?=\s))[*_]*\s*(?P<called>\S.*?)?)?[*_.]*")
_QUOTED = regex(r"[*_]*[“\"‘'«„]")


def with_sources(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines in which what a source says stands on the line of its label: `SOURCE B: a cartoon of 1951. A bear looks at an eagle.`"""
    found = list(lines)
    for index, line in enumerate(lines):
        labelled = _LABELLED.fullmatch(line.rstrip())
        below = _below(lines, index, quoted=labelled is not None and not labelled["called"])
        if labelled and below:
            called = f"{ended(labelled['called'])} " if labelled["called"] else ""
            found[index] = f"{labelled['label']}: {called}{' '.join(lines[at].strip() for at in below)}"
            for at in below:
                found[at] = ""
    return tuple(found)


def _below(lines: tuple[str, ...], index: int, *, quoted: bool) -> range:
    """Return the places of the lines under a label that are one paragraph; `quoted`: a quotation may stand apart from it."""
    first = index + 1
    if quoted and first + 1 < len(lines) and not lines[first].strip() and _QUOTED.match(lines[first + 1]):
        first += 1
    end = first
    while end < len(lines) and lines[end].strip() and not _opens(lines[end]):
        end += 1
    return range(first, end)


def _opens(line: str) -> bool:
    """Whether a line is none of a source's text: an entry, a row, a picture, or the label of another one."""
    entry = BULLET.match(line) or (TERM.match(line) and not _QUOTED.match(line))
    return bool(entry or line.startswith("#") or is_row(line) or is_picture(line) or _LABELLED.fullmatch(line.rstrip()))
