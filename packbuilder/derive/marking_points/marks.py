"""Marks: what a point says that it is worth."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER, number_said, number_words
from packbuilder.leads import SUFFIX, without_lead
from packbuilder.limits_said import most_of
from packbuilder.patterns import regex

_WORTH = regex(
    rf"^(?:award|give|allow)?\s*(?:up to |a maximum of )?\(?(?P<n>{NUMBER})\)?\s+marks?\s+(?:is |are |can be |may be )?(?:awarded |given |available |on offer )?(?:for|to|if|when)\b",
    re.IGNORECASE,
)
_PROMISED = regex(
    rf"^(?:\W*(?:this is worth|for)\s+(?P<n>{NUMBER})\s+marks?\b|\W*[A-Za-z]{{1,12}}\s?[\d.]{{0,4}}\s*\((?P<m>\d{{1,2}}) marks?\)"
    r"|\s*[\[({](?P<k>\d{1,2})(?: marks?)?[\])}]\s+[A-Z]|\s*(?P<l>\d{1,2}) marks?\s*[:–-]\s)",
    re.IGNORECASE,
)
_NUMBER = regex(rf"\d+|\b(?:{number_words()})\b", re.IGNORECASE)
_INNER = regex(r"(?<!Figure)(?<!Table)(?<!Source)\s+[\[(][1-4](?: marks?)?[\])](?=[\s.,;)]|$)")


def worth(words: str) -> int:
    """Return the marks that a lead or a suffix gives a point ("Award 2 marks for", "(3 marks)"), or all within it ("X (1) and Y (1)"); 0 where none does."""
    each = [int(re.sub(r"\D", "", one[0])) for one in _INNER.finditer(words)]
    if len(each) > 1:
        return most_of(without_lead(words)[0], sum(each))
    if found := _WORTH.match(words) or _PROMISED.match(words):
        return number_said(next(each for each in found.groups() if each))
    found = SUFFIX.search(words)
    number = _NUMBER.search(re.sub(r"AO\s?\d", "", found[0])) if found else None
    return number_said(number[0]) if found and number and "each" not in found[0] else 0


def without_inner(words: str) -> str:
    """Return a point without the marks that stand within it ("describe (2) and explain (2)")."""
    return _INNER.sub("", words)
