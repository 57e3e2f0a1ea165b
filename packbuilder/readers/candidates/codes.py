"""Short codes of access arrangements, as schools' systems export them: `ET25`, `XT25`, `MLP24`, `WP`, `CP(Y)`, several of them in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidates.headings import of_another
from packbuilder.readers.candidates.nothing import says_nothing

_SPELT_TIME = regex(r"(?<![\w/.])(?:E/T\b|E\.T\b\.?|XT(?![^\W\d_])|X/T\b|E-?Time\b)", re.IGNORECASE)
"""Other spellings of `ET`: `E/T 25%`, `25% E.T.`, `XT25`, `ETime 25%`."""
_AFTER_FIGURE = regex(r"(?<=\d)(?:XT|E/T)(?!\w)", re.IGNORECASE)
"""The same close behind its figure: `25XT`."""

NO_TIME = (
    r"(?:wp|word[ -]process(?:or|ing)|laptop|rb|(?:supervised )?rest breaks?|srb|r|rd|rdr|reader|cr|crd|rp|erp|s|sc|scr|scribe|co|(?:colou?red )?overlay|"
    r"cp ?\(\w{1,10}\)|pr|prompter|bd|olm|lsa|tts|vr|vrs|sep(?:arate)? room|sr|sep)"
)
"""What stands for an arrangement that is no extra time, in a code or a word; a pattern's piece."""

_SHARE = r"(?:10|20|25|30|33|40|50|75|100)"
_POINTS = r"(?:14|16|18|20|24|28|36|48)"
_BETWEEN_CODES = r"[\s,;+&/|.:–-]*"
_TIME_CODE = rf"(?:(?:et|xt|e/t) ?{_SHARE} ?%?|{_SHARE} ?%? ?(?:et|xt|e/t)|{_SHARE} ?%)"
_PAPER_CODE = rf"(?:(?:m?lp|mod) ?{_POINTS}(?: ?pts?)?|a3 ?{_POINTS}|cp ?(?:\(\w{{1,10}}\))?)"
_CERTAIN = rf"(?:{_TIME_CODE}|{_PAPER_CODE}|wp|s?rb|rdr|reader|scribe|laptop|prompter|overlay)"
"""Codes that mean an arrangement wherever they stand; `R` and `S` may be grades."""
_CODES = regex(
    rf"(?:{NO_TIME}(?![^\W_]){_BETWEEN_CODES})*(?<![^\W_]){_CERTAIN}(?![^\W_])(?:{_BETWEEN_CODES}(?:{_CERTAIN}|{NO_TIME})(?![^\W_]))*\W*",
    re.IGNORECASE,
)
_BARE_SHARE = regex(rf"{_SHARE} ?%?", re.IGNORECASE)
_LONGEST = 60
"""Characters of a cell of codes; what is longer is a text."""

_FIGURED = regex(rf"(?<![\d.,:])(?<!room )(?<!rm )(?<!form )(?<!group )(?<!year )(?:{_SHARE}|{_POINTS})(?![\d:]|/\d)", re.IGNORECASE)
"""A figure that may be a share of time, or letters' points: `25 RB`, `SRB 25`, `E25`; not that of a room or a form, nor `24/7`."""
_TIMES = regex(r"\b1[.,](?:1|25|5)0?(?!\d)", re.IGNORECASE)
"""Time as a factor: `1.25x`."""

_OF_ARRANGEMENTS = regex(
    r"^(?:access\W*)?(?:eaas?|aas?)\b|\baa\b|\b(?:exams? )?access\b(?=\W*(?:$|-|type|detail|notes|info|extra|paper|arr))", re.IGNORECASE
)
"""Headings of columns in which each entry is an arrangement: `AA Code 1`, `Exam Access`, `Access - paper`."""
_PERHAPS = regex(r"\b(?:support|provisions?|adjustments?|accommodations?|sen|send|senco|ehcp|inclusion|access|jcq|codes?)\b", re.IGNORECASE)
"""Headings of columns that may hold arrangements, and do if one entry is one."""


def spelt(text: str) -> str:
    """Return a text with `ET` for its other spellings."""
    return _AFTER_FIGURE.sub("ET", _SPELT_TIME.sub("ET", text))


@lru_cache(maxsize=4096)
def is_code(cell: str) -> bool:
    """Whether a cell is nothing but codes of arrangements."""
    text = " ".join(cell.split())
    return len(text) <= _LONGEST and bool(_CODES.fullmatch(text))


@lru_cache(maxsize=4096)
def asks_with_figure(text: str) -> bool:
    """Whether a text among arrangements has a figure as extra time and sizes of letters have: it may ask for either."""
    return bool(_FIGURED.search(text) or _TIMES.search(text))


def holds_arrangements(heading: str, cells: Iterable[str]) -> bool:
    """Whether a column is one of arrangements: by its heading, or, whatever that is, because half of its entries are nothing but codes of them."""
    title = heading.replace("_", " ")
    if _OF_ARRANGEMENTS.search(title):
        return True
    entries = [cell for cell in cells if cell.strip() and not says_nothing(cell)]
    codes = sum(is_code(cell) for cell in entries if not _BARE_SHARE.fullmatch(cell.strip()))
    if _PERHAPS.search(title):
        return codes > 0 or any(_BARE_SHARE.fullmatch(cell.strip()) and "%" in cell for cell in entries)
    return codes * 2 > len(entries) and not of_another(heading)
