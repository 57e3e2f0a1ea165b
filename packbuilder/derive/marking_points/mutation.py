"""Mutation: how a Welsh noun begins after an imperative ("Disgrifio gwrthiant", but "Disgrifiwch wrthiant"), and by itself ("crynodiad" of "a chrynodiad")."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_VOWELS = "aâäeêëiîïoôöuûyŷ"
_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "m": "f", "ll": "l", "rh": "r", "gw": "w"}
_KEPT = regex(rf"(?:ch|dd|ff|ph|th|ts|l(?!l)|r(?!h)|[fhjnsŵw{_VOWELS}])", re.IGNORECASE)
"""Beginnings that no mutation changes: vowels, letters that have none, and those that are mutated already."""
_QUESTION = frozenset("pam beth pa pwy pryd ble faint paham".split())
_CLITIC = regex(r"(?P<verb>[^\W\d_]+)['’](?P<what>r|n)$")


def softened(words: str) -> str | None:
    """Return words as they stand after an imperative; None where that is not sure: names, borrowed words in g-."""
    first, _, rest = words.partition(" ")
    bare = first.casefold()
    if bare in _QUESTION or _KEPT.match(first) or not first[:1].isalpha():
        return words
    if first[:1].isupper():
        return None
    for radical in sorted(_SOFT, key=len, reverse=True):
        if bare.startswith(radical):
            return f"{_SOFT[radical]}{first[len(radical) :]} {rest}".strip()
    return None


_ASPIRATE = regex(r"(?<=\ba )(?:(?P<c>ch)(?!w)|(?P<p>ph)|(?P<t>th)(?!e|al|or|ro|yr))")
"""What "a" ("and") makes of c, p and t. Words that begin so by themselves are left: "chwarae", "therapi", "thyroid"; "thelyn" might be one."""


def radical(words: str) -> str:
    """Return words in which what stands behind "a" begins as it does by itself, where that is sure: each may be an answer."""
    return _ASPIRATE.sub(lambda found: next(name for name, value in found.groupdict().items() if value), words)


def parted(word: str, after: str) -> tuple[str, str]:
    """Return a verbnoun without the article or the particle that leans on it, and that in full: "disgrifio'r", "gell" are "disgrifio" and "y"."""
    found = _CLITIC.fullmatch(word)
    if not found:
        return word, ""
    if found["what"] == "n":
        return found["verb"], "yn"
    return found["verb"], "yr" if after[:1].casefold() in f"h{_VOWELS}" else "y"
