"""Lengths: what no notes need and no grammar should read: long runs of spaces, and points of thousands of characters.

The patterns that take texts apart look ahead from every place, so that their work grows with the square of a text or worse: a few
kilobytes of one sign, pasted by mistake or on purpose, would stop `check`, and the page of `serve` for everybody.
"""

from __future__ import annotations

from collections.abc import Iterable

from packbuilder.patterns import regex

LONGEST = 2_000
"""Characters of an entry, other than a synopsis, that is read: a page of notes has about as many, and a point a hundred."""

_SPACES = 8
_GAP = regex(rf"(?P<code>`[^`\n]*`)|(?<=[^ ]) {{{_SPACES + 1},}}")
"""A gap within a line, wider than any that says something; what stands before a line's first letter is kept, and code."""
_TABS = regex(r"(?P<code>`[^`\n]*`)|(?<=[^ \t])[ \t]{65,}")
"""Tabs part the columns of a table, which may be empty, but not so many."""


def narrowed(lines: tuple[str, ...], code: Iterable[int]) -> tuple[str, ...]:
    """Return lines with the gaps within them made narrower. Code is kept as it stands: `code` are its lines."""
    kept = frozenset(code)
    return tuple(line if index in kept else _narrowed(line) for index, line in enumerate(lines))


def _narrowed(line: str) -> str:
    if len(line) <= _SPACES or ("  " not in line and "\t" not in line):
        return line
    spaced = _GAP.sub(lambda found: found["code"] or " " * _SPACES, line)
    return _TABS.sub(lambda found: found["code"] or "\t", spaced)


def too_long(text: str) -> bool:
    """Whether a text is longer than what is read as one entry."""
    return len(text) > LONGEST
