"""Halves: an answer to "Explain ..." that says a point and its reason or result in one sentence, as the points that examiners mark apart."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_JOINT = regex(
    r"(?<!\band),?\s+(?=(?:because(?! of\b)|so that|as a result,?(?! of\b)|and (?:so|therefore|as a result)|therefore|which means(?: that)?|which leads to|meaning that)\s)"
    r"|,\s+(?=so (?:it|they|the|there|this|these|less|more|fewer|no)\b)"
    r"|(?<=[a-z\d)]{2})\s+(?=so (?:it|they|the [a-z]+|there|this|these|less|more|fewer|no|[a-z] [=<>≤≥]) (?!much\b|many\b|that\b)\S)"
    r"|(?<=[a-z]{2})\s+(?:→|[-=]>|⇒)\s+(?=[a-z]{2}\S* [a-z])",
    re.IGNORECASE,
)
"""Where the reason or the result begins; it keeps the word that joins it."""
_AND = regex(r"^and (?=so\b|therefore\b|as a result\b)", re.IGNORECASE)
_ARROW = regex(r"\s(?:→|[-=]>|⇒)\s")
_FEWEST, _FEWEST_BEHIND = 3, 2
"""Words of a half, and of one behind what joins it."""
_OPENS = regex(r"^(?:because|so that|so|as a result,?|therefore|which means(?: that)?|which leads to|meaning that)\s+", re.IGNORECASE)


def halves(answers: tuple[str, ...], marks: int) -> tuple[str, ...]:
    """Return answers cut into as many points as they have marks, in their own words; nothing where nothing joins them, or they are more or fewer."""
    parts = tuple(_AND.sub("", each.strip(" ,;.")) for answer in answers for each in _JOINT.split(answer.strip(" .")))
    led = any(_OPENS.match(part) for part in parts[1:]) or any(map(_ARROW.search, answers))
    return parts if len(parts) == marks > 1 and led and all(map(_says, parts)) else ()


def _says(part: str) -> bool:
    """Whether a part says enough to be marked by itself: what a joint opens is a clause, however short."""
    bare = _OPENS.sub("", part)
    return len(bare.split()) >= (_FEWEST if bare == part else _FEWEST_BEHIND) and bare.count("(") == bare.count(")")
