"""R0: an instruction to markers is no question; it belongs to the point beside it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.patterns import regex

_INSTRUCTION = regex(
    r"^(?:this answer only|(?:allow|accept|ignore|condone|reject)\b|do not (?:accept|credit|allow|penalise|award)|don['’]t (?:accept|credit)|"
    r"(?:any|either|max(?:imum)?(?: of)?) (?:one|two|three|four|five|\d|other|point|order|correct|valid|suitable|reasonable)\b|or equivalent|"
    r"ecf\b|oe\b|ora\b|cao\b|ft\b|owtte\b|no credit\b|no marks?\b|not just\b|max \d|answers? (?:in|to) |one for each\b|each correct\b|"
    r"(?:refer|see) (?:to )?(?:the )?(?:levels|mark scheme|generic|indicative|appendix)|point[- ]based|level[- ]based|(?:use|apply) (?:the )?(?:levels|best[- ]fit)\b|"
    r"(?:credit|award)(?! cards?| unions?| ceremon| ratings?| controls?| terms?| crunch)\b)",
    re.IGNORECASE,
)

_ANY_OTHER = regex(
    r"^(?:accept|allow|credit|reward|ignore|condone) (?:any |all )?(?:other |equivalent|alternative|reasonable|valid |suitable |appropriate (?:answer|response|alternative)|correct (?:answer|response|alternative)|reverse|converse)",
    re.IGNORECASE,
)
_REASON = "an instruction to markers, not something to ask"
_REMEDY = "Put it beside the point that it belongs to."


def instruction(point: Normal) -> Outcome:
    """Leave out `this answer only`, `allow equivalent wording`, `max 2 marks` and the like."""
    if _ANY_OTHER.match(point.raw.strip(" *-•")):
        return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
    if not _INSTRUCTION.match(point.body) or len(point.body.split()) > 14:
        return None
    return LeftOut(rule="R0", reason=_REASON, remedy=_REMEDY)
