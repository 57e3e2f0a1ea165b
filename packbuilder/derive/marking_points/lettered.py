"""Lettered things with an answer each within a point ("disposal of: (a) sharps – yellow bin (b) waste – orange bag"): the things are asked, all together, and each answer names its own."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_LETTER = regex(r"(?:(?<=\s)|(?<=:))\(?(?P<letter>[a-h]|i{1,3}|iv|v)[).]\s+", re.IGNORECASE)
_LETTERS, _NUMERALS = ("a", "b", "c", "d", "e", "f", "g", "h"), ("i", "ii", "iii", "iv", "v")
_PAIR = regex(r"^(?P<thing>[^:=–—→]{2,60}?)\s*(?:\s[–—=→-]\s|\s[-=]>\s|:\s)\s*(?P<answer>[^:=→]*[^\W_][^:=→]*)$")
_SIGN = regex(r":\s|\s(?:[–—=→-]|[-=]>)\s")
_MARKS = regex(r"\s*[\[(]\d{1,2}(?:\s*marks?)?[\])]\.?$", re.IGNORECASE)
_COMMAND = regex(r"^[A-Z][a-z]+(?: .*\w)?:?$")
_OPEN = regex(r"\b(?:how|why|whether|that)$")
"""A clause that goes on behind its lettered parts."""
_OF_THINGS = regex(r"^(?:State|Name|Give|Identify|Recall)\b.*\b(?:of|for|in|by)\s*:?$")
"""What is recalled of each of the things behind it, for a mark each ("the function of: (a) the heart (b) the lungs")."""
_OF_EACH = regex(r"\b(?:following|each)\b")
_INNER = regex(r"\s*[\[(](?P<n>[1-9])(?: marks?)?[\])]")
MIXED = LeftOut(
    rule="N",
    reason="its lettered parts stand with their answers in what is asked",
    remedy="Write each part as a point of its own, with its answer behind a colon.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A point without the answers of its lettered things, and these, each with its thing; none where it has no such things."""

    words: str
    answers: tuple[str, ...] = ()


def without_answers(text: str) -> Lettered:
    """Set the answers of lettered things apart, where every one of them has an answer."""
    own = _MARKS.search(text)
    bare = text[: own.start()] if own else text
    asked, parts = _parts(bare)
    pairs = [_PAIR.match(_INNER.sub("", each).strip(" .;,")) for each in parts]
    if pairs and not own and _OF_THINGS.search(asked) and not any(map(_SIGN.search, parts)) and not _INNER.search(bare):
        return Lettered(words=f"{bare.rstrip(' .')} [{len(pairs)}]")
    if not pairs or not _COMMAND.match(asked) or _OPEN.search(asked) or asked.count("(") != asked.count(")") or not all(pairs):
        return Lettered(words=text)
    inner = sum(int(each["n"]) for each in _INNER.finditer(" ".join(parts)))
    marks = inner + int(re.sub(r"\D", "", own[0]) if own else 0) or len(pairs)
    things = [each["thing"].strip(" ,;") for each in pairs if each]
    given = [re.sub(r"[\s,;]+and$", "", each["answer"].strip(" .;,")) for each in pairs if each]
    answers = tuple(f"{thing}: {answer}" for thing, answer in zip(things, given, strict=True))
    asked = asked.rstrip(" :")
    row = f": {'; '.join(things)}" if _OF_EACH.search(asked) else f" {', '.join(things[:-1])} and {things[-1]}"
    return Lettered(words=f"{asked}{row} [{marks}]", answers=answers)


def mixed(text: str) -> LeftOut | None:
    """Return why a point is not asked whose lettered parts have answers behind them that could not be set apart."""
    told = any(map(_SIGN.search, _parts(text)[1])) and not without_answers(text).answers
    return MIXED if told else None


def _parts(text: str) -> tuple[str, list[str]]:
    """Return what stands before lettered parts, and these; none where their letters are in no order."""
    found = list(_LETTER.finditer(text))
    letters = tuple(each["letter"].casefold() for each in found)
    if len(found) < 2 or letters not in (_LETTERS[: len(found)], _NUMERALS[: len(found)]):
        return text, []
    ends = (*(each.start() for each in found[1:]), len(text))
    return text[: found[0].start()].rstrip(), [text[each.end() : end] for each, end in zip(found, ends, strict=True)]
