"""Blocks of code in notes, between lines of three backticks or tildes."""

from __future__ import annotations

from packbuilder.patterns import regex

_FENCE = regex(r"^\s*(```|~~~)")


def is_fence(line: str) -> bool:
    """Whether a line opens or closes a block of code."""
    return bool(_FENCE.match(line))


def fenced(lines: tuple[str, ...]) -> frozenset[int]:
    """Return the places of lines in blocks of code, their marks included; a mark that nothing closes begins none."""
    marks = [index for index, line in enumerate(lines) if is_fence(line)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return frozenset(index for first, last in pairs for index in range(first, last + 1))
