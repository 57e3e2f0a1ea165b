"""R0: an instruction to markers is no question; it belongs to the point beside it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import kind_of
from packbuilder.derive.marking_points.lexicon import NOUNISH, PREPOSITIONS
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.leads import for_markers
from packbuilder.patterns import regex

_FOR_ONE = regex(
    r"[\s•*-]*(?:(?:give|award|allow)\s+)?(?:\d|one|two|an?) marks?\s*(?::|for(?! (?:\w+ing|\w+(?:tion|sis|ment)|each|every|any|an?|the|one|two|correct\w*|stating|how|why|what)\b))\s+(?P<said>[a-z].*)",
    re.IGNORECASE,
)
"""What earns a mark, of a question that is not there ("Give 1 mark for trade credit: buy now, pay later")."""
_QUESTION = regex(
    r"(?:(?:in|on|at|to|from|by|for|with|of) )?(?:why|how|what|which|who|whose|whom|when|where|should|do|does|did|is|are|was|were|can|could)\b[^?]*\?",
    re.IGNORECASE,
)
_WORKED = frozenset("calculate solve sketch draw".split())
"""Commands of sums; others that work with values are steps ("1 mark: multiply by 3")."""
_GOVERNS = regex(r"\w+ (?!(?:of|for|in|is|are|was|were|or|and|to|that)\b)\w", re.IGNORECASE)
"""A verb with what it governs ("name the gas"); "use of units" names what is done, and "note that it rose" says what is credited."""
_REASON = "an instruction to markers, not something to ask"
_REMEDY = "Put it behind the point that it belongs to, or on the line below it."


def instruction(point: Normal) -> Outcome:
    """Leave out `this answer only`, `allow equivalent wording`, `max 2 marks` and the like."""
    one = _FOR_ONE.match(point.raw)
    if not (for_markers(point.raw, point.body) or (one and not _asks(one["said"]))):
        return None
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)


def _asks(said: str) -> bool:
    """Whether what stands behind its marks is asked, and earns them ("6 marks: Discuss the use of steroids", "5 marks: Why was he burned?")."""
    if _QUESTION.match(said):
        return True
    verb = re.split(r"\W", said, maxsplit=1)[0].casefold()
    if verb not in _WORKED and kind_of(verb) != "command" and verb != "use":
        return False
    sure = verb.capitalize() in TARIFF and verb not in NOUNISH
    return sure or bool(_GOVERNS.match(said)) or (said.split()[1:2] or [""])[0] in PREPOSITIONS.get(verb, ())
