"""Set-ups: sentences behind a question that tell of what it speaks of, and sentences there that answer it.

"Explain what happens when a magnet enters a coil. The coil is connected to a voltmeter" is asked whole; "Explain why gases can be compressed.
The particles are far apart" is answered. What names a thing of the question and says what has been done with it is told; what speaks of another
thing answers, unless it is what one assumes ("The surface is smooth").
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.told_behind import asks_how_to
from packbuilder.patterns import regex

_PLACED = (
    r"(?:connected|attached|placed|dropped|held|suspended|released|thrown|mounted|clamped|fixed|filled|immersed|dipped|joined|clipped|"
    r"wired|rolled|launched|initially|originally|at rest|made of|left in|kept (?:in|at))"
)
_OF_IT = regex(rf"The (?P<noun>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?) (?:is|are|was|were|has been|have been) {_PLACED}\b")
"""What has been done with something, before anything happens to it ("The ball is dropped from rest")."""
_KEPT = regex(
    r"(?:The )?(?P<noun>[A-Za-z][\w’'-]*(?: [a-z][\w’'-]*)?) (?:stays?|remains?|is|are|is kept|are kept|is held|are held) (?:constant|fixed|unchanged|the same)\.?$"
)
_HAPPENS = regex(r"\bwhat happens to (?:the |an? )?(?P<noun>[\w’'-]+)\b", re.IGNORECASE)
_ANOTHER = regex(r"The (?P<noun>[a-z][\w’'-]*)(?P<rest> [^?:=]*)$")
_ASSUMED = regex(
    rf"\b(?:negligible|smooth|frictionless|uniform|ideal|constant|unchanged|horizontal|vertical|level|assumed|ignored|neglected|known|given|provided|initial|original|real|{_PLACED})\b"
)
_WHY = regex(r"(?:explain|state|suggest|give|describe|outline)\b (?:\w+ ){0,3}?(?:why|reasons?)\b", re.IGNORECASE)
_HOW = regex(r"(?:explain|describe|outline) how\b", re.IGNORECASE)
_LONG = 7
"""Words of a sentence that tells how something comes about, at least: a shorter one may say what there is ("The medium is air")."""


def is_set_up(sentence: str, question: str) -> bool:
    """Whether a sentence behind a question tells what was done with a thing of it, or what else stays as it is."""
    if found := _OF_IT.match(sentence):
        return bool(re.search(rf"\b(?:an?|two|some) (?:[\w’'-]+ )?{re.escape(found['noun'])}", question)) and not asks_how_to(question)
    kept, happens = _KEPT.match(sentence), _HAPPENS.search(question)
    return bool(kept and happens and not _names(question, kept["noun"]))


def tells_why(sentence: str, question: str) -> bool:
    """Whether a sentence that opens with "The" answers a question for reasons or for the way of something: it speaks of another thing."""
    found = _ANOTHER.match(sentence)
    if not found or _names(question, found["noun"]) or _ASSUMED.search(sentence):
        return False
    return bool(_WHY.match(question) or (_HOW.match(question) and not asks_how_to(question) and len(sentence.split()) >= _LONG))


def _names(question: str, noun: str) -> bool:
    """Whether a question names a thing, in either number."""
    return bool(re.search(rf"\b{re.escape(noun.casefold().rstrip('s'))}", question.casefold()))
