"""Justified: a question that ends in "Explain your answer" and the like, and behind that the answer ("... matters more? Justify your view [12]: twin studies").

The instruction belongs to the question. Without a sign behind it nothing is sure to be an answer: "Explain your answer with examples" goes on.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.pieces import MARKED
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_WHAT = r"(?:answers?|views?|opinions?|choices?|reasoning|decisions?|conclusions?|judge?ments?|responses?)"
_WITH = r"(?:,? (?:with|by|using|in|referring to) [^?.:;()\[\]]{3,60})?"
INSTRUCTION = (
    rf"(?:(?:explain|justify|support) (?:your|the) {_WHAT}{_WITH}"
    rf"|give (?:an? |one |two |three |some )?(?:\w+ )?(?:reasons?|evidence)(?: (?:for|to (?:support|justify)) (?:your|the) {_WHAT})?{_WITH}"
    r"|(?:say|state|explain) why(?: or why not)?)"
)
"""What tells to say why ("Give two reasons for your answer")."""
_JUSTIFIED = regex(
    rf"(?P<asked>[^?]{{8,}}\?['’\"”]?\s+{INSTRUCTION})(?:\.?(?P<marks>{MARKED})\s*[:;.]?|[.:;])\s+"
    r"(?P<given>(?!(?:use|refer|include|consider|give|explain|justify|support|show|write|you|your|in your|do not|state|describe|remember|total)\b)\S.*)$",
    re.IGNORECASE,
)


_POLAR = regex(
    rf"(?P<asked>(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|to what extent|how far)\b[^?]{{8,}}\?)\s*(?P<marks>{MARKED})\s*[:;.]?\s+(?P<given>\S.*)",
    re.IGNORECASE,
)
"""A question that is answered by a judgement, its marks, and what is said on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Justified:
    """A question with its instruction, its marks (0: none are said before the answer), and the answer."""

    asked: str
    marks: int
    given: str


def justified(words: str) -> Justified | None:
    """Take apart a question, its instruction and its answer; None for whatever else stands there."""
    found = _JUSTIFIED.fullmatch(words.strip()) or _POLAR.fullmatch(words.strip())
    return Justified(asked=found["asked"], marks=int(found["n"] or 0), given=found["given"]) if found else None
