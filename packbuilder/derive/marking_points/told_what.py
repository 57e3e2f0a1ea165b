"""Told what: a clause behind "that" that only says what something is, so that nobody can explain why ("that weight is a force"), and lists that no definition is."""

from __future__ import annotations

from packbuilder.amounts import SEVERAL
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.patterns import regex
from packbuilder.values import replace

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


_LISTED = regex(
    rf"Define (?P<the>the )?(?P<what>(?:\d+ ?|(?i:{SEVERAL}) )?(?:[\w’'-]+ ){{0,2}}?(?:types|kinds|forms|stages|phases|steps|parts|elements|features|characteristics|roles|functions|components|factors|principles|sources|methods|causes|effects|"
    r"aims|objectives|colours|gases|layers|levels|rules|laws|rights|duties|qualities|values|Ps|Cs|Rs|Ss)\b(?! [a-z]+ed\b)[^,:;]*)"
)
_NAME = regex(
    r"(?!(?:an?|it|they|when|what|how|where|which|that|of|in|by|for|with|to|from|on|at)\b)[\w’'-]+(?: (?!(?:of|in|by|for|with|to|from|on|at|that|which|is|are)\b)[\w’'-]+){0,2}"
)
_ENOUGH = 3


def without_definition(asked: Asked, answers: tuple[str, ...]) -> tuple[Asked, tuple[str, ...]]:
    """Return a question for the definition of several things whose answer lists them as one for these ("define the 4Ps: price, product, ..."), and its answers."""
    found = _LISTED.fullmatch(asked.sentence) if asked.command == "Define" and not asked.second else None
    names = tuple(name for answer in answers for name in cut(answer))
    if not found or len(names) < _ENOUGH or not all(map(_NAME.fullmatch, names)):
        return asked, answers
    return replace(asked, command="State", sentence=f"State the {found['what']}"), names
