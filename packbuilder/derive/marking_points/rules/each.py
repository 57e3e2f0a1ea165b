"""R10: `1 mark for each X, max 3` asks for three of them."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS, SEVERAL, number_said
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, Outcome
from packbuilder.nouns import several
from packbuilder.patterns import regex

_EACH = regex(
    r"^(?:award |give |allow )?(?:1|one|a|\(1\)|\[1\]) marks? (?:each )?for each (?:additional |(?:correctly |accurately )?(?:correct|valid|relevant|appropriate|identified|named|stated) )*"
    r"(?P<noun>[a-z]+(?: [a-z]+)?)(?P<rest> (?:of|for|in|to|that|which|from|with|on|why|when|by which)\b[^:]+?)??"
    rf"(?:,? ?\(?(?:up to |(?:up )?(?:to )?(?:a )?max(?:imum)?(?: of)? )(?P<n>{SEVERAL})(?: marks?)?\)?)(?:(?::|\s[–-])\s.+)?\.?$",
    re.IGNORECASE,
)
_PER_BULLET = regex(
    rf"^(?:award |give |allow )?(?:1|one|a) marks? (?:per (?:bullet|point|answer)|each),? (?:\(?max(?:imum)?(?: of)? (?P<n>{SEVERAL})\)?,? )?for (?:the |any )?(?P<noun>[a-z]+s)(?P<rest> (?:of|for|in|to|that|which|from|with|on)\b[^:]+?)(?::\s.+)?\.?$",
    re.IGNORECASE,
)

_LISTED = regex(
    r"^(?:award |give |allow )?(?:1|one|a|\(1\)|\[1\]) marks? (?:for each|per) (?:correct |valid )?(?P<noun>[a-z]+)(?P<rest> (?:of|for|in|to|that|which|from|with|on)\b[^:–]+?)(?::|\s[–—-])\s+(?P<list>[^:–]+?)\.?$",
    re.IGNORECASE,
)
"""What each mark is for, and all that earn one."""


def each(point: Normal) -> Outcome:
    """Read `Award 1 mark for each determinant of supply, max 3` as `State three determinants of supply`."""
    raw = point.raw.strip(" *-•")
    found = _EACH.match(raw) or _PER_BULLET.match(raw)
    if not found:
        return _listed(raw)
    if not found["rest"] and " " not in found["noun"]:
        return None  # "each bone, max 4": of what is on a figure
    noun, rest = (
        found["noun"].lower(),
        re.sub(
            r"\s+(?:identified|named|given|stated|described|listed)$|[,;]? \(?(?:including|such as|for example|e\.g\.?|eg) .*$",
            "",
            found["rest"] or "",
        ),
    )
    number = NUMBER_WORDS[number_said(found["n"] or "two")]
    return Asked(rule="R10", command="State", sentence=f"State {number} {several(noun)}{rest}", confidence=0.75)


def _listed(raw: str) -> Outcome:
    """Ask for as many as are listed, which earn a mark each."""
    found = _LISTED.match(raw)
    given = cut(found["list"]) if found and not re.search(r"\b(?:up to|max)", raw, re.IGNORECASE) else ()
    if not found or not 1 < len(given) < len(NUMBER_WORDS):
        return None
    sentence = f"State {NUMBER_WORDS[len(given)]} {several(found['noun'].lower())}{found['rest']}"
    return Asked(rule="R10", command="State", sentence=sentence, confidence=0.75, given=given, several=len(given))
