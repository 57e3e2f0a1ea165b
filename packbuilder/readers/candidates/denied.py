"""What a list of candidates denies in so many words: extra time that was declined, a paper that is the standard one."""

from __future__ import annotations

import re
from collections.abc import Collection

from packbuilder.patterns import regex

EMPTY = frozenset(("", "-", "–", "—", "n/a", "na", "none", "nil", "null", "nan", "(blank)", "(null)", "(none)"))
"""What stands in a cell that says nothing; it contradicts nothing either."""

_TIME = regex(r"\b(?:extra|additional|added|amser) ?-?(?:time|ychwanegol)|\bet\b", re.IGNORECASE)
_SIZE = regex(r"\b(?:large|enlarged?|enlargement|modif\w*|mlp|font|print size|printsize|print bras)\b", re.IGNORECASE)
_TINT = regex(r"\b(?:colou?r(?:ed)?|tint(?:ed)?|lliw)\b", re.IGNORECASE)
_STANDARD = regex(r"\b(?:standard|normal|usual|ordinary|regular|unmodified)\b", re.IGNORECASE)
_ELSE = regex(
    r"\b(?:readers?|scribes?|laptops?|wp|word|processors?|prompters?|overlays?|breaks?|rooms?|pens?|dictionar\w+|braille|phones?|calculators?|invigilators?|"
    r"chairs?|desks?|windows?)\b",
    re.IGNORECASE,
)
"""Other things, to which a clause belongs that names them: `reader declined`."""
_DECLINES = regex(
    r"\b(?:declin|refus|reject|withdrawn|requested|applied for|cancel|expired|pending|awaiting|waived|revoked|suspended)\w*"
    r"|(?:\b(?:not|never|no longer|without)|n['’]t) (?:to |yet |be |been |being |it |actually |currently )*"
    r"(?:us|want|need|requir|tak|entitl|eligib|approv|agree|grant|accept|appl|avail|due|allow|have|has|giv|confirm|request|in |for |on |this|here|today)"
    r"|^(?:but |is |does |do |has |have |was |if |only if )*(?:never|no longer|unless|if|until|when|only|except|not(?! (?:to (?:be|sit|leave)|near|by|beside|next|with|alone|facing|at)\b))\b|"
    r"^(?:no|without)\b.*\b(?:et|time|papers?(?! clip)|print)\b|\b(?:only|unless|if needed|if required|except)\b"
    r"|^(?:no|n|false|✗|✘|tbc|to be confirmed|\?)$",
    re.IGNORECASE,
)
"""A clause after an arrangement that takes it back, or makes it depend on something."""


def declines(part: str) -> bool:
    """Whether a clause beside an arrangement says that it was declined, or is not for this paper, and is about nothing else."""
    return bool(_DECLINES.search(part.strip())) and not _ELSE.search(part)


def denied_in(text: str) -> frozenset[str]:
    """Return what a text that says no, or a heading above it, is about: time, letters of a size, a tint, or any paper but the standard one."""
    if "overlay" in text.casefold():
        return frozenset()
    kinds = (("time", _TIME), ("size", _SIZE), ("tint", _TINT), ("paper", _STANDARD))
    return frozenset(kind for kind, pattern in kinds if pattern.search(text.replace("_", " ")))


def is_denied(percent: int, edition: str, denied: Collection[str]) -> bool:
    """Whether extra time, or an edition, is among what is denied."""
    if percent and ("time" in denied or f"{percent}%" in denied):
        return True
    kind = "size" if edition.startswith(("large", "a3")) else "tint" if edition.startswith("tinted") else ""
    return bool(edition) and not {"paper", edition, kind}.isdisjoint(denied)
