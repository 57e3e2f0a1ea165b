"""Confusions: two things that the notes say are taken for each other, and what they say of both."""

from __future__ import annotations

import re
from typing import NamedTuple

from packbuilder.derive.marking_points.schemes import stems
from packbuilder.patterns import regex

_WHO = r"(?:(?:[Mm]any|[Ss]ome|[Mm]ost|[Ww]eaker)\s+)?(?:[Cc]andidates?|[Ss]tudents?|[Pp]upils?|[Ll]earners?)\s+(?:(?:often|commonly|sometimes|frequently|may|might|can|still|also)\s+)*"
_CONFUSING = regex(
    rf"^(?:Confusing|Mixing up|Muddling(?: up)?|Conflating|Equating|There (?:was|is|may be|can be) (?:some |often |still |much )?confusion between|(?:[^.]{{0,60}}\b)?(?:candidates|students|pupils|learners) (?:still )?confusing|{_WHO}(?:confuse|confused|mix up|mixed up|muddle|conflate))\s+"
    r"(?:the (?:chemical |scientific )?(?:terms?|concepts?|meanings?|definitions?) (?:of |for )?)?"
    r"(?P<one>[^,.;:]{3,90}?)(?:,\s+which\s+(?P<of_one>[^,.;:]+),)?\s+(?:with|and)\s+"
    r"(?P<two>[^,.;:]{3,110}?)(?=[,.;:]|\s+[–—-]\s|\s+(?:when \w+ing\b|because|as they|since|thinking)\b|\s+(?:rather than|instead of)\b|$)"
    r"(?:,?\s*(?:rather than|instead of)\s+(?P<right>[^.;]+)|(?:\s*[:;]|\s+[–—-])\s+(?P<told>[^.]+)|,\s+which\s+(?P<of_two>[^,.;:]+)(?=[.;]?$))?",
)
"""`Confusing X with Y, rather than Z`; what is told of both stands behind a colon, or of each behind its own "which"."""

_REMINDING = regex(r"^(?:remembering|recognising|knowing|understanding|explaining|stating|realising|noting)\s+(?:that\s+)?", re.IGNORECASE)
_UNTELLABLE = regex(
    r"\b(?:pupils?|students?|learners?|children|candidates?|teachers?|lesson|my|I|those|these|it|them|how|what|getting|having|being)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6, 9


class Confusion(NamedTuple):
    """Two things that are confused, and what is right instead, empty where the same sentence does not say it of both."""

    one: str
    two: str
    right: str


def confusion(claim: str) -> Confusion | None:
    """Return what a claim says is confused; None where it says nothing of the kind, or nothing that can be told apart."""
    found = _CONFUSING.match(claim.replace("*", ""))
    if not found:
        return None
    one, two = found["one"], found["two"].rstrip()
    if _UNTELLABLE.search(f"{one} {two}") or any(len(side.split()) > most for side, most in zip((one, two), _MOST_WORDS, strict=True)):
        return None
    return Confusion(one, two, _REMINDING.sub("", found["right"] or "") or _told_of_both(found, one, two))


def _told_of_both(found: re.Match[str], one: str, two: str) -> str:
    if found["of_one"] and found["of_two"]:
        return f"{one} {found['of_one']}; {two} {found['of_two']}"
    told = found["told"] or ""
    return told if stems(one) & stems(told) and stems(two) & stems(told) and not _UNTELLABLE.search(told) else ""
