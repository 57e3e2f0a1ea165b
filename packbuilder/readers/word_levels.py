"""Word's levels: bullets that a word processor pastes at the left edge, each level of which has a sign of its own ("•", "o", "▪")."""

from __future__ import annotations

from packbuilder.patterns import regex

_SECOND = regex(r"^(?P<indent>\s?)o(?:\t|\s{2,}|\xa0+)\s*(?=\S)")
_THIRD = regex(r"^(?P<indent>\s?)[▪§■](?:\t|\s+)\s*(?=\S)")
_FIRST = regex(r"^(?P<indent>\s?)(?:[-–*•·●‣➢►]|\d{1,2}[.)])\s+(?=\S)")
_STEP = 4


def with_levels_set_in(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Set lines further in whose bullets are those of a second or third level, where one of the first stands above them at the same edge."""
    first = next((index for index, line in enumerate(lines) if _FIRST.match(line)), len(lines))
    if not any(_SECOND.match(line) for line in lines[first:]):
        return lines
    return (*lines[:first], *map(_set_in, lines[first:]))


def _set_in(line: str) -> str:
    if found := _SECOND.match(line):
        return f"{' ' * _STEP}o\t{line[found.end() :]}"
    if found := _THIRD.match(line):
        return f"{' ' * 2 * _STEP}▪\t{line[found.end() :]}"
    return line
