"""Abbreviations of marking points, written so that nothing takes their stop for the end of a sentence ("incl.", "Apple Inc. of ...").

Which stop ends none at all is said in `packbuilder.abbreviations`.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_SPELT = {
    "incl": "including", "inc": "including", "esp": "especially", "govt": "government", "approx": "approximately", "temp": "temperature", "conc": "concentration",
    "dept": "department",
}  # fmt: skip
_SHORT = regex(
    r"(?<![\w.])(?P<word>(?:incl|inc|esp|approx)(?=\.,?\s+\S|\.[,;:)])|(?:govt|dept)(?=\.\s+(?-i:[a-z])|\.[,;:)])"
    r"|(?:temp|conc)(?=\.\s+(?:and|or|of|at|in|on|is|are|as|for|to|by|with|gradients?|changes?|range|difference)\b|\.[,;:)]))\.",
    re.IGNORECASE,
)
"""Behind "temp." an answer may stand ("the unit of temp. kelvin"): it is written out only where the sentence goes on for certain."""
_COMPANY = regex(r"(?<=[\w.!’')] )(?P<word>Inc|Ltd|Corp|Co|Bros|plc|PLC|Jr|Sr)\.(?=\s+[a-z(&\d]|[,;:)]|['’]s\b)")
_NUMBER_OF = regex(r"\b(?P<no>no)\.\s+(?=of\b)", re.IGNORECASE)
_HALF = regex(r"(?<![\w.])(?P<one>[ei])\.\s?(?P<two>[ge])(?=[\s,:])", re.IGNORECASE)
"""A second stop is often forgotten ("e.g poll tax")."""


def without_stops(words: str) -> str:
    """Return a text whose abbreviations have no stop that could be read as the end of a sentence."""
    words = _HALF.sub(
        lambda found: f"{found['one']}.{found['two']}." if f"{found['one']}{found['two']}".casefold() in ("eg", "ie") else found[0], words
    )
    words = _COMPANY.sub(r"\g<word>", words)
    words = _NUMBER_OF.sub(lambda found: "Number " if found["no"][0] == "N" else "number ", words)
    return _SHORT.sub(_spelt, words)


def _spelt(found: re.Match[str]) -> str:
    word = found["word"]
    if word in ("Inc", "INC"):
        return found[0]  # the name of a company, which a sentence may end with
    said = _SPELT[word.casefold()]
    return said.capitalize() if word[:1].isupper() else said


def may_stand_for(short: str, before: str) -> bool:
    """Whether letters may stand for words right before them: each is in these, in order ("deoxyribonucleic acid (DNA)")."""
    letters = [each for each in short.casefold() if each.isalpha()]
    words = re.findall(r"[^\W\d_]+", before.casefold())[-len(letters) - 2 :]
    for start, word in enumerate(words):
        rest = iter("".join(words[start:]))
        if word[0] == letters[0] and all(letter in rest for letter in letters):
            return True
    return False
