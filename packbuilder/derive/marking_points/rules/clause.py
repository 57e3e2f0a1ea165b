"""R5: a clause with how, why, what or to what extent is explained, described or assessed."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.finite import is_statement, says, verb_of
from packbuilder.derive.marking_points.inversion import is_done
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.rules.knowledge import understood
from packbuilder.derive.marking_points.rules.question import question
from packbuilder.finite_verbs import SURE_VERB
from packbuilder.patterns import regex
from packbuilder.values import replace

_CLAUSE = regex(
    r"^(?:how far|to what extent|the extent to which|how|why|what|when|where|whether|which|the ways? (?:in which|that)|(?:the )?reasons? (?:why|that))\b",
    re.IGNORECASE,
)

_CONDITION = regex(
    r"^when \w{2,}ing\b(?! (?:is|was|are|were|can|should|must|may|might|would|could)\b)|^(?:when|where)\b(?! to\b| and\b| it (?:is|was)\b)(?:[^,]+,\s(?!and\b|how\b|why\b|including\b|such\b)|(?:\s+[^\s,]+){3,}\s+(?:it|they|he|she)\s)",
    re.IGNORECASE,
)
"""A clause with its main clause behind it is a statement, and nothing that is asked ("When X cools, it sets")."""

_TIMED = regex(r"(?:when|where) (?!to\b|and\b|it (?:is|was)\b)(?P<clause>[^,;:?]+)$", re.IGNORECASE)
_ONWARD = regex(r"(?:of|in|on|at|to|for|by|with|from|about|into|through|as|than|that|and|or|not|so|if|because)\b")
"""What goes on with the clause itself."""

_REASONED = regex(r"(?:why|how) (?:[^\s:]+ ){2,}", re.IGNORECASE)
_QUOTED = regex(r"[‘’'“”\"?:]")
"""What stands behind a colon and may be what is asked about."""
_AUXILIARY = r"(?:is|are|was|were|do|does|did|can|could|should|would|has|have|had)"
_INVERTED = regex(
    r"^(?:what (?:is|are|was|were) (?!meant\b|known\b|called\b|going\b|being\b|to be\b)|who (?:is|was)\b|what if\b|to what extent (?:is|are|was|were|do|does|did|can|should|has|have)\b|(?:why|how|when|where|what) (?:do|does|did)\b"
    rf"|(?:why|how|when|where) (?:is|are|was|were|can|could|should|would|might|may|will) |(?:what|which) [a-z]+ (?:do|does|did)\b|how (?:far|important|successful|effective|significant|useful|long|old|often|big|fast|high|hot|(?:many|much)(?: [a-z]+)?) {_AUXILIARY}\b)",
    re.IGNORECASE,
)
"""A question without its mark ("what is osmosis")."""


def clause(point: Normal) -> Outcome:
    """Read `How tides shape beaches`, `The extent to which X succeeded`."""
    if not _CLAUSE.match(point.body):
        return None
    if _CONDITION.match(point.body) or _has_main_clause(point.body):
        return STATED
    if _INVERTED.match(point.body) and "?" not in point.full:
        asked = question(replace(point, full=f"{point.full}?"))
        if isinstance(asked, Asked):
            return asked
    if "?" in point.body:
        return LeftOut(rule="N", reason="a question stands within it", remedy="Ask one thing in a point, or put a colon before its answer.")
    body = re.sub(r"^the extent to which\b", "to what extent", point.body, flags=re.IGNORECASE)
    body = re.sub(r"^(?:the )?reasons? (?:why|that)\b", "why", body, flags=re.IGNORECASE)
    body = re.sub(r"^the ways? (?:in which|that)\b", "how", body, flags=re.IGNORECASE)
    head, colon, said = body.partition(": ")
    if not colon or point.tail or not _REASONED.match(head) or _QUOTED.search(said):
        return understood(body[:1].lower() + body[1:], "R5")
    outcome = understood(head[:1].lower() + head[1:], "R5")
    return replace(outcome, given=cut(said.strip(" ."))) if isinstance(outcome, Asked) else outcome


def _has_main_clause(body: str) -> bool:
    """Whether a clause for a time or a place has its main clause behind it without a comma ("When a gas is heated | its particles move faster")."""
    found = _TIMED.match(body)
    if not found:
        return False
    words = found["clause"].split()
    sure = SURE_VERB.search(found["clause"])
    first = len(found["clause"][: sure.start()].split()) if sure else len(words)
    behind = words[min(first, verb_of(words) or first) + 1 :]
    while behind and (is_done(behind[0]) or behind[0].endswith("ly")):
        behind = behind[1:]
    rest = " ".join(behind)
    said = is_statement(rest) or says(rest) or (len(behind) == 2 and SURE_VERB.fullmatch(behind[1]))  # "demand falls"
    return bool(said) and not _ONWARD.match(rest) and " and " not in rest
