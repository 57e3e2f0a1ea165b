"""What a learner was handed, has made, chosen or held, and figures or things that only who sees them can tell of."""

from __future__ import annotations

from packbuilder.patterns import regex

_THE_BRIEF = regex(
    r"\b(?:from|in|of|to) (?:the|a|your) (?:client |project |design )?brief$|\bthe final (?:product|outcome|dish(?:es)?|piece|design|garment|prototype)\b(?! of\b)"
)
"""What a learner is handed, or has made."""
_THE_TWO = regex(
    r"^(?:Summarise|Compare|Describe|Identify|Explain) (?:the )?(?:[a-z]+ )?(?:differences|similarities|comparisons)(?: and (?:differences|similarities))? between the two (?!superpowers|sexes|genders|wars|houses|parties|hemispheres|religions|denominations|testaments)[a-z]+s$"
)
_CHOSEN = regex(
    r"^(?:Justify|Explain|Evaluate|Assess) the (?:location|site|materials?|methods?|design|option|strategy|approach|process|ingredients|fabric) (?:(?:chosen|selected|proposed|adopted)\b|used$)"
)
_OF_THE_EVENT = regex(
    r"\b(?:success|effectiveness|outcomes?|strengths|weaknesses|impact) of the (?:event|campaign|activity|session|project|performance|production|product|programme|workshop|visit|trip)\b(?! (?:of|to|in|at|for|against|on)\b)"
    r"|^(?:Justify|Evaluate|Assess|Explain) the (?:choice|selection) of [a-z]+(?: [a-z]+)?$"
)
"""What a learner has held, made or chosen."""
_BY_SIGHT = regex(r"^(?:Identify|Recognise|Name) [a-z]+(?: [a-z]+)? by (?:their|its|sight|ear|touch)\b")
"""What is recognised by looking at it."""
_FELL = regex(
    r"\bwhy (?:the )?(?:sales|profits?|revenues?|costs|demand|output|attendance|numbers|visitor numbers|turnover|market share|share price) (?:fell|rose|increased|decreased|dropped|changed|declined|grew)(?: (?:in|during|between|after|over) (?:the (?:first|second|third|fourth|last)|(?-i:January|February|March|April|May|June|July|August|September|October|November|December)|week|month|year|quarter|(?-i:Q)\d)\b.*)?$"
)
"""What figures did that nobody sees ("why sales fell in the third quarter")."""


_ANYWHERE = (_THE_BRIEF, _THE_TWO, _CHOSEN, _OF_THE_EVENT, _BY_SIGHT, _FELL)


def speaks_of_choice(bare: str) -> bool:
    """Whether a question, without its stop, speaks of what somebody has made or chosen, or sees."""
    return any(pattern.search(bare) for pattern in _ANYWHERE)
