"""R0: an instruction to markers is no question; it belongs to the point beside it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.commanded import is_commanded
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.leads import for_markers
from packbuilder.patterns import regex

_FOR_ONE = regex(
    r"[\s•*-]*(?:(?:give|award|allow)\s+)?(?:\d|one|two|an?) marks?\s*(?::|for(?! (?:\w+ing|\w+(?:tion|sis|ment)|each|every|any|an?|the|one|two|correct\w*|stating|how|why|what)\b))\s+(?P<said>[a-z].*)",
    re.IGNORECASE,
)
"""What earns a mark, of a question that is not there ("Give 1 mark for trade credit: buy now, pay later")."""
_REASON = "an instruction to markers, not something to ask"
_REMEDY = "Put it behind the point that it belongs to, or on the line below it."


_EACH_FOR = regex(r"(?:\d|one|two) marks?\s*[:–-]\s+(?P<said>[^;\[]+)(?:;\s*(?:\d|one|two) marks?\s*[:–-]\s| \[\d\]: )", re.IGNORECASE)
"""What each mark is for, of a question that is not there ("1 mark – symbol; 1 mark – resistance falls")."""


def instruction(point: Normal) -> Outcome:
    """Leave out `this answer only`, `allow equivalent wording`, `max 2 marks` and the like."""
    one = _FOR_ONE.match(point.raw)
    if not (
        for_markers(point.raw, point.body)
        or (one and not is_commanded(one["said"]))
        or ((each := _EACH_FOR.match(point.raw)) and not is_commanded(each["said"]))
    ):
        return None
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
