"""Examples by name in a question for reasons ("why Christians go on pilgrimage (e.g. Lourdes, Iona)"): places and people, which are no reasons.

They are said to markers, since an answer may speak of them; what happened ("e.g. the Treaty of Versailles") is a reason and is credited.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_WHY = regex(r"(?:explain|suggest|state|describe|give|outline)\b (?:[\w-]+ ){0,3}?(?:why|reasons?)\b", re.IGNORECASE)
_OPENS = r"(?:e\.g\.?,?|eg\.?,?|for example,?|for instance,?|such as)\s+"
_NAME = r"(?:(?:to|in|at|of|from|by)\s+)?(?:the\s+)?[A-Z][\w’'-]+(?:\s(?:(?:of|the|de|la|du|and(?=\s[A-Z][\w’'-]+\s(?:of|the)))\s)?[A-Z][\w’'-]+)*"
_NAMES = rf"{_NAME}(?:(?:\s*[,;/]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+){_NAME})*"
_EXAMPLES = regex(
    rf"\s*\((?P<opens>(?i:{_OPENS}))(?P<bracketed>{_NAMES})(?:,?\s+etc\.?)?\)|,?\s+(?P<also>(?i:{_OPENS}))(?P<last>{_NAMES})(?:,?\s+etc)?\s*\.?$"
)
_HAPPENED = regex(
    r"\b(?:War|Treaty|Act|Pact|Battle|Revolution|Depression|Crash|Crisis|Plan|Plague|Death|Reform(?:s|ation)?|Law|Rebellion|Revolt|Putsch|Coup|Election|Blockade|Invasion|Edict|Charter|Declaration|Congress|Movement|Doctrine|Policy|Famine|Fire|Bill|Speech|Massacre|Uprising|Boom|Terror|Renaissance|Enlightenment|[A-Z][a-z]+(?:ism|tion))\b"
)
"""What may be a cause, for all that it has a name."""


_OF_A_KIND = regex(
    r"(?P<asked>(?:stat|giv|identify|outlin|explain|describ|suggest|discuss|evaluat|analys|assess)(?:e|ing)? (?:(?:the|some|any|one|two|three|four|five|six) )?(?:[a-z-]+ ){0,2}?"
    r"(?:advantages?|disadvantages?|benefits?|drawbacks?|limitations?|strengths?|weaknesses|problems?|risks?|impacts?|effects?|importance)(?: and [a-z]+)? (?:of|for|with|to) [^,;:()]*?[a-z]{2,}s) (?:such as|like|e\.g\.?) (?P<names>(?:(?! (?:on|in|for|of|to|at|by|with|from) )[^;:()])+?)\.?$",
    re.IGNORECASE,
)
"""What is said of things of a kind, and behind these some by name ("two advantages of manufactured boards such as MDF and plywood")."""
_BY_NAME = regex(r"(?:^|(?<=, )|(?<=and )|(?<=or ))(?:the )?[A-Z]")


def without_named_examples(body: str) -> tuple[str, tuple[str, ...]]:
    """Return a question for reasons, or for what is good or bad of things of a kind, without examples by name of what it speaks of, and these as guidance."""
    if (kind := _OF_A_KIND.fullmatch(body)) and _BY_NAME.search(kind["names"]):
        return kind["asked"], (f"For example: {kind['names']}.",)
    found = _EXAMPLES.search(body) if _WHY.match(body) else None
    names = (found["bracketed"] or found["last"]) if found else ""
    if not found or not names or _HAPPENED.search(names):
        return body, ()
    return body[: found.start()] + body[found.end() :], (f"For example: {names}.",)
