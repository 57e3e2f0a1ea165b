"""Leads: the opening words of a marking point that speak to markers only ("Award credit for ...")."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:(?:award|give|allow|reward)\s+(?:(?:full|partial|further|additional)\s+)?(?:credit|(?P<count>one|two|three|four|\d+)\s+marks?|marks?)\s+(?:for|to|when|if|where)\s+"
    r"|(?:credit|marks?)\s+(?:is|are|may be|can be|should be|will be)?\s*(?:given|awarded)?\s*(?:for|to)\s+"
    r"|look\s+for\s+(?:evidence\s+(?:of|that)\s+)?|(?:credit|reward|accept)\s+(?=[a-z])"
    r"|(?:the\s+)?(?:learners?|candidates?|students?|pupils?)\s+(?:must|should|can|could|will|are able to|is able to|may|need to)\s+"
    r"|(?:answers?|responses?)\s+(?:must|should)\s+|must\s+|should\s+"
    r"|(?:the\s+)?ability\s+to\s+|evidence\s+of\s+|(?:be\s+)?able\s+to\s+|to\s+(?!what\b)(?=[a-z]+\s))",
    re.IGNORECASE,
)
_CANDIDATES_WHO = re.compile(r"^(?:the\s+)?(?:learners?|candidates?|students?|responses?|answers?)\s+(?:who|that|which)\s+", re.IGNORECASE)


def without_lead(words: str) -> tuple[str, bool]:
    """Return a marking point without what is said to markers only, and whether there was any."""
    credited = False
    for _ in range(3):
        found = _LEAD.match(words) or _CANDIDATES_WHO.match(words)
        if not found or found.end() >= len(words):
            break
        words, credited = words[found.end() :], True
    return words[:1].upper() + words[1:], credited
