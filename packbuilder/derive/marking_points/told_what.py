"""Told what: whether a clause behind "that" only says what something is, so that nobody can explain why ("that weight is a force measured in newtons")."""

from __future__ import annotations

from packbuilder.patterns import regex

_BE = r"(?:is|are|was|were)"
_SAYS_WHAT = regex(
    rf"^(?!.*\b(?:because|so that|therefore)\b)(?:[^,;]*?\b(?:{_BE} (?:an?|one of the|another name for|the (?:name|process|study|ability|amount|number|rate|act|art|belief|idea|view|measure|sum|product|unit|symbol) (?:of|for|that|to|in))\b"
    rf"(?! (?:[a-z-]+ ){{0,2}}(?:cause|reason|offer|invitation|crime|offence|breach|contract|defence|factor|result|consequence|threat|problem|risk|benefit|advantage|disadvantage|limitation|strength|weakness|challenge|success|failure|turning|barrier|means|way|source|symbol|victim|hero|villain|good|bad|better|useful|common|major|key|significant|important|popular|powerful|serious|suitable|necessary)\b)"
    rf"|{_BE} (?:called|known as|defined as|measured in|made (?:up )?of|composed of|equal to)\b|(?:means|refers? to|stands? for|consists? of|equals|comprises?)\b"
    rf"|{_BE} (?:[a-z-]+ )?(?:dominance|inequality|discrimination|interaction|movement|separation|formation|production|distribution|removal|breakdown|absence|presence|loss|lack)\b))"
)
"""A kind, a name, a unit or a meaning behind the verb; what is judged ("is a cause of") can be explained all the same."""


def says_what_is(said: str) -> bool:
    """Whether a statement only says what something is."""
    return bool(_SAYS_WHAT.match(said))
