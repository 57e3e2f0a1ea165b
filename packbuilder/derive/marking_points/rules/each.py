"""R10: `1 mark for each X, max 3` asks for three of them."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, Outcome
from packbuilder.patterns import regex

_NUMBERS = {"2": "two", "3": "three", "4": "four", "two": "two", "three": "three", "four": "four"}
_EACH = regex(
    r"^(?:award |give |allow )?(?:1|one|a|\(1\)|\[1\]) marks? (?:each )?for each (?:additional |(?:correctly |accurately )?(?:correct|valid|relevant|appropriate|identified|named|stated) )*"
    r"(?P<noun>[a-z]+(?: [a-z]+)?)(?P<rest> (?:of|for|in|to|that|which|from|with|on)\b[^:]+?)??"
    r"(?:,? ?\(?(?:up to |(?:up )?(?:to )?(?:a )?max(?:imum)?(?: of)? )(?P<n>[2-4]|two|three|four)(?: marks?)?\)?)(?:(?::|\s[–-])\s.+)?\.?$",
    re.IGNORECASE,
)
_PER_BULLET = regex(
    r"^(?:award |give |allow )?(?:1|one|a) marks? (?:per (?:bullet|point|answer)|each),? (?:\(?max(?:imum)?(?: of)? (?P<n>[2-4]|two|three|four)\)?,? )?for (?:the |any )?(?P<noun>[a-z]+s)(?P<rest> (?:of|for|in|to|that|which|from|with|on)\b[^:]+?)(?::\s.+)?\.?$",
    re.IGNORECASE,
)


def each(point: Normal) -> Outcome:
    """Read `Award 1 mark for each determinant of supply, max 3` as `State three determinants of supply`."""
    raw = point.raw.strip(" *-•")
    found = _EACH.match(raw) or _PER_BULLET.match(raw)
    if not found:
        return None
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
    number = _NUMBERS[(found["n"] or "two").casefold()]
    return Asked(rule="R10", command="State", sentence=f"State {number} {_several(noun)}{rest}", confidence=0.75)


def _several(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if re.search(r"(?:ss|sh|ch|x)$", noun):
        return noun + "es"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun if noun.endswith("s") else noun + "s"
