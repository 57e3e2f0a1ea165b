"""Quotations: lines below a marking point that hold nothing but a quotation, as the answers below it that bullets would be.

A quotation may also end the question itself ("Explain the effect of the phrase"), which then needs it.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.questions import asks, commands, ends_in_marks

_QUOTATION = regex(
    r"^\s*(?:(?:key )?(?:quotes?|quotations?|evidence)\s*[:–-]\s*)?(?:“[^“”]+”|\"[^\"]+\"|‘\S.*\S\s.*\S’|'\S.*\s.*\S')\s*(?:[(\[][^()\[\]]{1,40}[)\]])?[\s.,;]*$",
    re.IGNORECASE,
)
_LEAD = regex(r"^(?:(?:key )?(?:quotes?|quotations?|evidence)\s*[:–-]\s*)", re.IGNORECASE)
_ENDED = regex(r"[.?!)\]][*_]*$")
_NEEDS_ONE = regex(
    r"\b(?:by|of|in|on|to|for|with|from|that|as|and|or|the|an?|is|are|was|were|says?|said|asks?|asked|writes?|wrote|states?|claims?|calls?|called|cries|reads?|titled|entitled|named|"
    r"phrase|line|word|words|quote|quotation|sentence|statement|saying|claim|metaphor|simile|image|title|question|expression|slogan|motto|term|proverb|view|opinion|idea|speech|poem|song|motif|symbol|paradox|oxymoron)[:,]?$",
    re.IGNORECASE,
)
_ABOUT_IT = regex(r"\b(?:this|these|those|following|below)\b", re.IGNORECASE)
"""What says that the question is about the words below it."""
_FURTHER = 4


def with_quotations(lines: tuple[str, ...], code: frozenset[int]) -> tuple[str, ...]:
    """Return lines in which quotations right below a point are bullets below it. `code`: the places of lines in blocks of code."""
    made = list(lines)
    index = 1
    while index < len(lines):
        start = None if index in code or not _QUOTATION.match(lines[index]) else _point(lines, index)
        if start is None:
            index += 1
            continue
        edge = " " * (len(lines[start]) - len(lines[start].lstrip()) + _FURTHER)
        own = len(lines[index]) - len(lines[index].lstrip())
        # What stands as far in below a quotation is of the same list.
        while index < len(lines) and (_QUOTATION.match(lines[index]) or (own and lines[index].strip() and _is_beside(lines[index], own))):
            made[index] = f"{edge}- {_LEAD.sub('', lines[index].strip())}"
            index += 1
    return tuple(made)


def _is_beside(line: str, own: int) -> bool:
    return len(line) - len(line.lstrip()) == own and not BULLET.match(line) and not asks(line) and not ends_in_marks(line)


def _point(lines: tuple[str, ...], index: int) -> int | None:
    """Return where the point right above a quotation begins; None where there is none, or where it needs the quotation for its own sense."""
    start = index - 1
    while start > 0 and lines[start].strip() and not BULLET.match(lines[start]) and lines[start - 1].strip() and not _asks(lines[start]):
        start -= 1
    text = " ".join(BULLET.sub("", line).strip() for line in lines[start:index]).strip("*_ ")
    if not _asks(lines[start]) or _ABOUT_IT.search(text) or "“" in text or text.endswith(":"):
        return None
    return start if _ENDED.search(text) or not _NEEDS_ONE.search(text) else None


def _asks(line: str) -> bool:
    text = BULLET.sub("", line).strip("*_ ")
    return commands(text) or asks(text)
