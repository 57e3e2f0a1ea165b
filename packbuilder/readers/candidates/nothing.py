"""What centres write where nobody has an access arrangement: `No`, `Not required`, `No extra time`, `None known`."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidates.words import NO_ABROAD

_NO = frozenset(
    (
        *"no n false f 0 none nil null nan (blank) (null) na n/a - – — ✗ ✘ ☐ standard dim".split(),
        "",
        "nac oes",
        "nac-oes",
        "dim angen",
        "ddim yn berthnasol",
        *NO_ABROAD,
    )
)
_THING = (
    r"(?:access|exams?|special|approved|current|formal|any|an?|extra|additional|time|et|allowances?|arrangements?|aas?|eaas?|needs?|concessions?|adjustments?|"
    r"modifications?|modified|colou?red|colou?rs?|tinted|papers?|large|enlarged|prints?|overlays?|readers?|scribes?|laptops?|wp|word|processors?|prompters?|"
    r"supervised|rest|breaks?|separate|rooms?|or)"
)
_WAIVED = r"(?:required|needed|applicable|approved|entitled|eligible|applied for)"
_NOTHING = regex(
    rf"(?:no|none|nil|without|dim)(?: (?:{_THING}|{_WAIVED}|known|recorded|in place))*"
    rf"|no longer (?:{_WAIVED}|needs?|requires?|has)(?: to| for)?(?: {_THING})*"
    rf"|(?:is |does |do )?not (?:{_WAIVED}|need|require|have)(?: to| for)?(?: {_THING})*"
    rf"|{_THING}(?: {_THING})* ?[:=–-]? ?(?:not {_WAIVED}|none|nil|no)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def says_nothing(cell: str) -> bool:
    """Whether a cell, or a part of it, says that there is no arrangement; what is not known or not there yet is none of these."""
    text = " ".join(cell.casefold().split()).rstrip(" .")
    return text in _NO or waives(text)


def waives(text: str) -> bool:
    """Whether a text says in words that there is no arrangement."""
    return bool(_NOTHING.fullmatch(text))
