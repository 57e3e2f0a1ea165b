"""Lettered things with an answer each within a point ("disposal of: (a) sharps – yellow bin (b) waste – orange bag"): the things are asked, all together, and each answer names its own."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_LETTER = regex(r"(?:(?<=\s)|(?<=:))\(?(?P<letter>[a-h]|i{1,3}|iv|v)[).]\s+", re.IGNORECASE)
_LETTERS, _NUMERALS = ("a", "b", "c", "d", "e", "f", "g", "h"), ("i", "ii", "iii", "iv", "v")
_PAIR = regex(r"^(?P<thing>[^:=–—→]{2,60}?)\s*(?:\s[–—=→-]\s|\s[-=]>\s|:\s)\s*(?P<answer>[^:=→]*[^\W_][^:=→]*)$")
_MARKS = regex(r"\s*[\[(]\d{1,2}(?:\s*marks?)?[\])]\.?$", re.IGNORECASE)
_COMMAND = regex(r"^[A-Za-z]+(?: and [a-z]+)? .{3,}\w:?$")
_OF_EACH = regex(r"\b(?:following|each)\b")
_SHORTEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A point without the answers of its lettered things, and these, each with its thing; none where it has no such things."""

    words: str
    answers: tuple[str, ...] = ()


def without_answers(text: str) -> Lettered:
    """Set the answers of lettered things apart, where every one of them has an answer."""
    own = _MARKS.search(text)
    bare = text[: own.start()] if own else text
    found = list(_LETTER.finditer(bare))
    letters = tuple(each["letter"].casefold() for each in found)
    if len(found) < 2 or letters not in (_LETTERS[: len(found)], _NUMERALS[: len(found)]):
        return Lettered(words=text)
    asked = bare[: found[0].start()].rstrip()
    ends = (*(each.start() for each in found[1:]), len(bare))
    pairs = [_PAIR.match(bare[each.end() : end].strip(" .;,")) for each, end in zip(found, ends, strict=True)]
    if len(asked) < _SHORTEST or not _COMMAND.match(asked) or asked.count("(") != asked.count(")") or not all(pairs):
        return Lettered(words=text)
    things = [each["thing"].strip(" ,;") for each in pairs if each]
    answers = tuple(f"{each['thing'].strip(' ,;')}: {each['answer'].strip(' .;,')}" for each in pairs if each)
    asked = asked.rstrip(" :")
    if _OF_EACH.search(asked):
        row = "; ".join(things)
        return Lettered(words=f"{asked}: {row}{own[0] if own else f' [{len(things)}]'}", answers=answers)
    row = f"{', '.join(things[:-1])} and {things[-1]}"
    return Lettered(words=f"{asked} {row}{own[0] if own else f' [{len(things)}]'}", answers=answers)
