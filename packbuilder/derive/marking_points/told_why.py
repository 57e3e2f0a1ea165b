"""Told why: whether a clause behind "as" or "since" is the reason of what stands before it, and neither an idiom nor a time."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_IDIOM = regex(
    r"(?:it (?:so )?happen(?:s|ed)\b|it (?:were|stands|stood|goes|went|turns out|turned out)\b|(?:it|they|this) (?:is|are|was|were) (?:(?:often|also|sometimes|usually|now) )?"
    r"(?:called|known|named|termed|said|put)\b|(?:it|they|this) (?:is|are|was|were|does|do|did)(?: (?:now|today|then|already))?$)",
    re.IGNORECASE,
)
"""What follows "as" and gives no reason: "as it happens", "as it were", "as it is called", "stays as it is"."""
_GOES_ON = (
    r"(?:mov|fall|fell|ris|rose|travel|flow|go|went|pass|grow|grew|develop|cool|heat|warm|expand|contract|evolv|ag|approach|near|increas|decreas|chang|spread|descend|ascend|melt|evaporat|condens|"
    r"turn|unfold|progress|happen|occur|age|mature|sink|sank|climb|fly|flew|run|ran|walk|enter|leav|left|com|came)(?:s|es|e|ed|d|en|ing)?"
)
_MEANWHILE = regex(rf"(?:it|they|this|there) {_GOES_ON}\b(?! (?:an?|the|its|their)\b)", re.IGNORECASE)
"""What goes on at the same time: "as they flow downstream"."""
_SINCE_WHEN = regex(
    r"(?:it|they|this|there) (?:(?:was|were) (?:first )?(?:\w+ed|born|begun|built|found|made|set up|written)\b|began|started|opened|became|joined|left|came|arrived|moved|took over)|.*\b(?:1\d|20)\d\d\b",
    re.IGNORECASE,
)
"""From when on: "since it was founded"."""
_AS_BEFORE = regex(r"\b(?:stay|remain|keep|kept|leave|left|just|much|such|same|so)(?:s|ed|ing)?(?: \w+)?$", re.IGNORECASE)
"""What "as" goes on to compare: "stays as it is"."""


def gives_reason(told: str, joint: str, clause: str) -> bool:
    """Whether a clause behind a joint ("as", "since") says why what stands before it is so."""
    clause = clause.strip(" ,.")
    if joint.casefold() == "since":
        return not _SINCE_WHEN.match(clause)
    return not (_IDIOM.match(clause) or _MEANWHILE.match(clause) or _AS_BEFORE.search(told.strip(" ,.")))
