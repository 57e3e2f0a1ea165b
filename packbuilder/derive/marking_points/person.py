"""Person: a point that speaks of pupils, or as one, turned to speak to the candidate."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_PERSON = (
    (regex(r"\bhelp me\s+(?:to\s+)?", re.IGNORECASE), ""),
    (regex(r"\bmy own\b|\btheir own(?= (?:words|opinions?|views?|judgements?|conclusions?|work|knowledge|understanding|ideas|examples?|experience))", re.IGNORECASE), "your own"),
    (regex(r"\bpersonal (?=practice|performance|learning)\b", re.IGNORECASE), "your own "),
    (regex(r"\bmy\b", re.IGNORECASE), "your"),
    (regex(r"\bmyself\b|\bthemselves(?= to| as|$)", re.IGNORECASE), "yourself"),
    (regex(r"\btheir(?= (?:knowledge|understanding|opinions?|judgements?|awareness|conclusions? (?:with|by)|answers?)\b)", re.IGNORECASE), "your"),
    (regex(r"\bwe\b(?= (?:see|need|hear|feel|breathe|eat|sleep|remember|use|get|taste|age|dream|forget)\b)"), "people"),
    (regex(r"\bI am\b"), "you are"),
    (regex(r"\bI was\b"), "you were"),
    (regex(r"\bI['’]ve\b"), "you have"),
    (regex(r"\bI['’]m\b"), "you are"),
    (regex(r"\bI\b(?![.)\]/-])(?=\s+(?:have|know|use|need|want|will|would|can|could|should|might|collect|present|choose|did|do|think|make|see|read|live|work|learn\w*|carried|found|used|made))"), "you"),
    (regex(r"(?<=\s)me\b(?=$|\s+(?:to|how|with|understand|explain|describe|in|and|about|make|identify|find)|[.,;])"), "you"),
)  # fmt: skip
_ANY_PERSON = regex(r"\b(?:I|we|me|my|myself|their|themselves|own|personal)\b", re.IGNORECASE)
_OWN = regex(r"(?P<before>[\w'’]+) own\b(?! up\b)")


def _own(found: re.Match[str]) -> str:
    """Say `your own` where `own` stands by itself ("Evaluate own performance")."""
    before = found["before"]
    possessive = before.casefold() in ("your", "their", "his", "her", "its", "our", "my", "whose", "one's", "one’s") or before.endswith(
        ("'s", "’s", "s’", "s'")
    )
    return found[0] if possessive else f"{before} your own"


def to_you(body: str) -> str:
    """Return a point in the second person ("my own", "I have", "themselves", "own")."""
    if not _ANY_PERSON.search(body):
        return body
    for pattern, other in _PERSON:
        body = pattern.sub(other, body)
    return re.sub(r"^Own\b", "Your own", _OWN.sub(_own, body))
