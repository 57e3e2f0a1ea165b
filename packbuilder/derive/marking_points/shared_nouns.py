"""Shared nouns: "hard and soft power" cut into two answers gives each its noun, as a marker reads it ("hard power", "soft power")."""

from __future__ import annotations

import re
from itertools import pairwise

from packbuilder.patterns import regex

_ASKED = regex(
    r"(?:types?|kinds?|forms?|sorts?|categor(?:y|ies)|sources?|examples?|branches) of (?:an? |the )?(?P<of>[\w’'-]+(?: [\w’'-]+)?)"
    r"|(?:two|three|four|five|six|\d|the|main|these|both) (?P<things>(?!types?\b|kinds?\b|forms?\b|sorts?\b)[\w’'-]+)(?= (?:of|in|for|that|which|used|found)\b|[ .:?]*$)",
    re.IGNORECASE,
)
"""What kinds are asked for ("types of power"), or what things ("two sectors")."""
_FEW = 3
"""Words of an entry that may lack its noun, at most."""
_DENIED = r"(?:non-?|un|in|im|ir|il|a|dis)"
_KINDLY = regex(r"(?:[a-z]{2,}(?:ial|ual|nal|cal|ral|tal|bal|gal|mal|ic|ary|ive|ous|able|ible))$", re.IGNORECASE)
"""How words end that are nearly always adjectives."""
_THINGS_TOO = frozenset(
    """hospital metal animal mineral capital material journal rival arrival removal proposal approval survival signal coral fabric music traffic public plastic clinic topic critic magic republic
    relative motive native detective executive incentive perspective objective initiative library salary boundary dictionary diary summary glossary vegetable table cable variable general funeral
    criminal individual ritual manual festival carnival trial memorial tutorial potential credential professional official""".split()
)
_OPPOSED = frozenset(
    """hard soft fast slow hot cold wet dry high low long short big large small old new open closed strong weak thick thin light heavy rough smooth fixed fresh salt sweet early late upper lower
    inner outer near far rich poor young warm cool deep shallow wide narrow hot loud quiet simple complex direct indirect hard public private male female single double odd even plain
    free mixed planned saturated unsaturated current positive negative internal external""".split()
)
"""Adjectives that are named in pairs."""


def with_shared_noun(pieces: tuple[str, ...], text: str, asked: str) -> tuple[str, ...]:
    """Return answers that "and" parted, each with the noun that only the last has.

    `text` is the point, where they stand beside one another; `asked` is its question. Answers are as they were where nothing is sure to be
    shared: "copper and iron ore" are two things.
    """
    *others, last = pieces or ("",)
    if not others or not _beside(pieces, text) or any(not 0 < len(each.split()) <= _FEW for each in others):
        return pieces
    noun = _shared(others, last, asked)
    if not noun:
        return pieces
    head = _one(noun.split()[0].casefold())
    return (*(each if _has(each, head) else f"{each} {noun}" for each in others), last)


def _beside(pieces: tuple[str, ...], text: str) -> bool:
    """Whether answers stand in a row with "and" before the last, and nothing else between them."""
    row = r",\s+".join(map(re.escape, pieces[:-1])) + r",?\s+(?:and|or|&)\s+" + re.escape(pieces[-1])
    return re.search(row, text, re.IGNORECASE) is not None


def _has(entry: str, head: str) -> bool:
    return any(_one(word.casefold()) == head for word in entry.split())


def _shared(others: list[str], last: str, asked: str) -> str:
    """Return the noun of the last answer that the others have as well; empty where none is sure."""
    words = last.split()
    kinds = {_one(word.casefold()) for found in _ASKED.finditer(asked) for word in (found["of"] or found["things"]).split()}
    for place, word in enumerate(words):
        if place and _one(word.casefold()) in kinds:
            return " ".join(words[place:])
    if len(words) < len(("soft", "power")):
        return ""
    firsts = [*(each.casefold() for each in others), words[0].casefold()]
    if all(map(_is_kind, pairwise(firsts))):
        return " ".join(words[1:])
    return ""


def is_said_of(word: str) -> bool:
    """Whether a word is an adjective, by its ending or as one of those that are named in pairs."""
    word = word.casefold()
    return word in _OPPOSED or (word not in _THINGS_TOO and bool(_KINDLY.fullmatch(word)))


def _is_kind(pair: tuple[str, str]) -> bool:
    one, other = pair
    if re.fullmatch(rf"{_DENIED}{re.escape(one)}", other) or re.fullmatch(rf"{_DENIED}{re.escape(other)}", one):
        return True
    if one in _OPPOSED and other in _OPPOSED:
        return True
    return not {one, other} & _THINGS_TOO and bool(_KINDLY.fullmatch(one) and _KINDLY.fullmatch(other))


def _one(word: str) -> str:
    """Return a noun as one of several, near enough to hold two forms of it against each other."""
    word = word.strip(".,;:")
    return f"{word[:-3]}y" if word.endswith("ies") else word if word.endswith("ss") else word.removesuffix("s")
